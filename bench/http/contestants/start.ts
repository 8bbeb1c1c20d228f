import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { inRoot } from '../../../scripts/lib/checkout.mjs';
import { BENCH_TOKEN } from '../../furnish/people.js';
import type { ContestantName } from './index.js';
import { inPeers, newestNode, nodeFor, type NodeChoice } from './peers.js';

/** A contestant that runs. */
export interface Running {
  readonly name: ContestantName;
  readonly url: string;
  readonly token: string | null;
  /** From being spawned until it answered something well. */
  readonly readyAfterMs: number;
  readonly residentMegabytes: () => number;
  readonly stop: () => Promise<void>;
}

/** What is set for the product beside what anybody sets: that nobody is refused for asking much, which is what this is about. */
export const PRODUCT_SETTINGS = { TOLLGATE_REQUESTS_PER_MINUTE: '0', TOLLGATE_POINTS_PER_MINUTE: '0' };
const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');

interface Program {
  readonly node: string;
  readonly main: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly token: string | null;
}

const programOf = (name: ContestantName, database: string, choice: NodeChoice): Program => {
  const plain = { node: nodeFor(choice), env: {}, token: null };
  switch (name) {
    case 'tollgate':
      return {
        ...plain,
        main: inRoot('dist', 'src', 'main.js'),
        args: [],
        env: {
          ...PRODUCT_SETTINGS,
          DATABASE_URL: database,
          PORT: '0',
          TOLLGATE_DATA_DIR: tmpdir(),
          TOLLGATE_SECRET_KEY: SECRET_KEY,
        },
        token: BENCH_TOKEN,
      };
    case 'bare':
      return { ...plain, main: inPeers('bare.mjs'), args: [database] };
    case 'naive':
      return { ...plain, main: inPeers('dist', 'main.js'), args: [database] };
    case 'postgraphile':
      return {
        ...plain,
        node: newestNode() ?? plain.node,
        main: inPeers('postgraphile.mjs'),
        args: [database],
        env: { GRAPHILE_ENV: 'production' },
      };
  }
};

const READY = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' };
const PATIENCE_MS = 60_000;

/** Starts a contestant on a database and waits until it answers. It ends with this process. */
export const startContestant = async (
  name: ContestantName,
  database: string,
  choice: NodeChoice = 'newest',
): Promise<Running> => {
  const { node, main, args, env, token } = programOf(name, database, choice);
  const begun = performance.now();
  const child = spawn(node, [main, ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const address = await Promise.race([
    addressIn(child.stdout as NodeJS.ReadableStream),
    ended.then(() => {
      throw new Error(`${name} ended before it was ready.`);
    }),
  ]);
  const authorization: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  while (!(await isReady(name, address, authorization))) {
    if (performance.now() - begun > PATIENCE_MS) {
      throw new Error(`${name} does not answer.`);
    }
    await pause(5);
  }
  const pid = String(child.pid);
  return {
    name,
    url: address,
    token,
    readyAfterMs: performance.now() - begun,
    residentMegabytes: () => Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', pid])) / 1_024),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};

const addressIn = (output: NodeJS.ReadableStream): Promise<string> =>
  new Promise((resolve) => {
    createInterface({ input: output }).on('line', (line) => {
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
      if (address !== undefined) {
        resolve(address);
      }
    });
  });

const isReady = async (name: ContestantName, url: string, headers: Record<string, string>): Promise<boolean> => {
  try {
    const { ok } =
      name === 'bare'
        ? await fetch(`${url}/health`)
        : await fetch(`${url}/graphql`, { ...READY, headers: { ...READY.headers, ...headers } });
    return ok;
  } catch {
    return false;
  }
};
