import type { TicketTool } from '../domain/tickets/ticket.js';
import { azureDevopsAdapter } from './azure-devops/azure-devops-adapter.js';
import { genericAdapter } from './generic/generic-adapter.js';
import { githubAdapter } from './github/github-adapter.js';
import { gitlabAdapter } from './gitlab/gitlab-adapter.js';
import { jiraAdapter } from './jira/jira-adapter.js';
import { linearAdapter } from './linear/linear-adapter.js';
import type { ToolAdapter } from './tool-adapter.js';

export const ADAPTERS: Readonly<Record<TicketTool, ToolAdapter>> = {
  JIRA: jiraAdapter,
  GITHUB: githubAdapter,
  GITLAB: gitlabAdapter,
  LINEAR: linearAdapter,
  AZURE_DEVOPS: azureDevopsAdapter,
  GENERIC: genericAdapter,
};

/** The tool whose hooks have this name in their address; null where there is none. */
export const toolOfSlug = (slug: string): TicketTool | null =>
  Object.values(ADAPTERS).find((adapter) => adapter.slug === slug)?.tool ?? null;
