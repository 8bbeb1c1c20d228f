import type { TicketTool } from '../domain/tickets/ticket.js';
import { azureDevopsPull } from './azure-devops/azure-devops-pull.js';
import { githubPull } from './github/github-pull.js';
import { gitlabPull } from './gitlab/gitlab-pull.js';
import { jiraPull } from './jira/jira-pull.js';
import { linearPull } from './linear/linear-pull.js';
import type { PullClient } from './pull-client.js';

/** How each tool is asked; one that is not here only tells. */
export const PULL_CLIENTS: Readonly<Partial<Record<TicketTool, PullClient>>> = {
  JIRA: jiraPull,
  GITHUB: githubPull,
  GITLAB: gitlabPull,
  LINEAR: linearPull,
  AZURE_DEVOPS: azureDevopsPull,
};
