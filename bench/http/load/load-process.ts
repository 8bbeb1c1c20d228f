import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './load.js';
import type { Order } from './main.js';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

/** The process that asks, as its driver sees it: one order after the other. */
export interface LoadProcess {
  readonly know: (order: Extract<Order, { know: string }>) => Promise<void>;
  readonly ask: (order: Extract<Order, { ask: string }>) => Promise<Outcome>;
  readonly end: () => void;
}

/** Starts the process that asks; it ends with this one. */
export const startLoad = async (): Promise<LoadProcess> => {
  const child = fork(MAIN, { execArgv: process.execArgv, serialization: 'advanced' });
  let settle: { resolve: (outcome: unknown) => void; reject: (error: Error) => void } | null = null;
  child.on('message', (told: { outcome: unknown } | { error: string }) => {
    if ('error' in told) {
      settle?.reject(new Error(told.error));
    } else {
      settle?.resolve(told.outcome);
    }
  });
  child.once('exit', () => settle?.reject(new Error('The process that asks has ended.')));
  const answer = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      settle = { resolve, reject };
    });
  await answer();
  const obey = (order: Order): Promise<unknown> => {
    const answered = answer();
    child.send(order);
    return answered;
  };
  return {
    know: async (order) => {
      await obey(order);
    },
    ask: async (order) => (await obey(order)) as Outcome,
    end: () => {
      child.disconnect();
    },
  };
};
