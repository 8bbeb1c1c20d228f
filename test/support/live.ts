import { once } from 'node:events';
import type { FormattedExecutionResult } from 'graphql';
import { createClient, type Client as SocketClient, type ClientOptions } from 'graphql-ws';
import { WebSocket } from 'ws';
import { until } from './until.js';

// Tests look into answers by name and say what they expect there.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;

export const CHANGED = `subscription ($portfolio: String!) {
  initiativeChanged(portfolioKey: $portfolio) { id key name version owner { name } stage { key } }
}`;

export const socketUrl = (url: string): string => `${url.replace(/^http/, 'ws')}/graphql`;

/** The client of the protocol's own library, that speaks for a token and does not try again unless it is told to. */
export const socketClient = (url: string, token: string | null, options: Partial<ClientOptions> = {}): SocketClient =>
  createClient({
    url: socketUrl(url),
    webSocketImpl: WebSocket,
    connectionParams: token === null ? {} : { authorization: `Bearer ${token}` },
    retryAttempts: 0,
    ...options,
  });

type Answer = FormattedExecutionResult<Json, unknown>;

export interface Hearing {
  /** What was told, oldest first. */
  readonly heard: readonly Json[];
  /** Whole answers, with their errors. */
  readonly answers: readonly Answer[];
  /** Why it ended: null for an end in good order, or errors of GraphQL, or how the socket was closed. */
  readonly ended: Promise<Json>;
  readonly isOver: boolean;
  /** Waits until so much was told in all. */
  count(count: number): Promise<readonly Json[]>;
  end(): void;
}

/** Subscribes and hears what is told. */
export const hear = (client: SocketClient, variables: Record<string, unknown>, query: string = CHANGED): Hearing => {
  const answers: Answer[] = [];
  let isOver = false;
  let dispose = (): void => undefined;
  const ended = new Promise<Json>((resolve) => {
    const finish = (reason: Json): void => {
      isOver = true;
      resolve(reason);
    };
    dispose = client.subscribe<Json>(
      { query, variables },
      {
        next: (answer) => {
          answers.push(answer);
        },
        error: finish,
        complete: () => {
          finish(null);
        },
      },
    );
  });
  const heard = (): Json[] => answers.flatMap(({ data }) => (data ? Object.values(data as object) : []));
  return {
    answers,
    ended,
    get heard() {
      return heard();
    },
    get isOver() {
      return isOver;
    },
    count: async (count) => {
      await until(`${count} changes`, () => heard().length >= count);
      return heard();
    },
    end: () => {
      dispose();
    },
  };
};

/** A number of /metrics; null where it is not told. */
export const metric = async (url: string, name: string): Promise<number | null> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  return line === undefined ? null : Number(line.slice(name.length + 1));
};

/** Waits until so many subscriptions are in force in the process that answers there. */
export const untilFollowed = (url: string, count: number): Promise<void> =>
  until(`${count} subscriptions`, async () => (await metric(url, 'tollgate_live_subscriptions')) === count);

/** A bare connection that speaks the protocol by hand. */
export const rawSocket = (url: string, options: Record<string, unknown> = {}): WebSocket =>
  new WebSocket(socketUrl(url), 'graphql-transport-ws', options);

/** How a socket was closed. */
export const closing = async (socket: WebSocket): Promise<{ code: number; reason: string }> => {
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
  return { code, reason: reason.toString() };
};
