import type { ToolAdapter } from '../tool-adapter.js';

const notYet = (): never => {
  throw new Error('This tool is not read yet.');
};

export const genericAdapter: ToolAdapter = {
  tool: 'GENERIC',
  slug: 'generic',
  authenticate: notYet,
  deliveryKey: notYet,
  normalize: notYet,
};
