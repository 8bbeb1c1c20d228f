import type { ToolAdapter } from '../tool-adapter.js';

const notYet = (): never => {
  throw new Error('This tool is not read yet.');
};

export const gitlabAdapter: ToolAdapter = {
  tool: 'GITLAB',
  slug: 'gitlab',
  authenticate: notYet,
  deliveryKey: notYet,
  normalize: notYet,
};
