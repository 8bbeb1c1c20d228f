import type { ToolAdapter } from '../tool-adapter.js';

const notYet = (): never => {
  throw new Error('This tool is not read yet.');
};

export const linearAdapter: ToolAdapter = {
  tool: 'LINEAR',
  slug: 'linear',
  authenticate: notYet,
  deliveryKey: notYet,
  normalize: notYet,
};
