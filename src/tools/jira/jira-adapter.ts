import type { ToolAdapter } from '../tool-adapter.js';

const notYet = (): never => {
  throw new Error('This tool is not read yet.');
};

export const jiraAdapter: ToolAdapter = {
  tool: 'JIRA',
  slug: 'jira',
  authenticate: notYet,
  deliveryKey: notYet,
  normalize: notYet,
};
