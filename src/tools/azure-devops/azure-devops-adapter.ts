import type { ToolAdapter } from '../tool-adapter.js';

const notYet = (): never => {
  throw new Error('This tool is not read yet.');
};

export const azureDevopsAdapter: ToolAdapter = {
  tool: 'AZURE_DEVOPS',
  slug: 'azure-devops',
  authenticate: notYet,
  deliveryKey: notYet,
  normalize: notYet,
};
