import type { ToolAdapter } from '../tool-adapter.js';

const notYet = (): never => {
  throw new Error('This tool is not read yet.');
};

export const githubAdapter: ToolAdapter = {
  tool: 'GITHUB',
  slug: 'github',
  authenticate: notYet,
  deliveryKey: notYet,
  normalize: notYet,
};
