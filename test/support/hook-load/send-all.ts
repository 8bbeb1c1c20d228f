import { Agent, request } from 'node:http';
import type { LaidOut } from './lay-out.js';
import type { LoadDelivery } from './load.js';

/** What came of sending a load. */
export interface Sent {
  /** How often each delivery was answered 200, and how often it was sent, by connection and delivery key. */
  readonly answered: ReadonlyMap<string, { readonly answers: number; readonly tries: number }>;
  /** Milliseconds until each 200. */
  readonly latencies: readonly number[];
  /** Other answers, and connections that broke, by what they were: after them it was sent again. */
  readonly others: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/** What names a delivery of a load. */
export const nameOf = (connectionId: string, deliveryKey: string): string => `${connectionId} ${deliveryKey}`;

const MOST_TRIES = 50;
const REST_MS = 100;

/** Sends all of a load by so many senders at once, each of which waits for its answer; `onAnswer` is told how many came. */
export const sendAll = async (
  url: string,
  { connections }: Pick<LaidOut, 'connections'>,
  sends: readonly LoadDelivery[],
  { senders, onAnswer }: { readonly senders: number; readonly onAnswer: (answers: number) => void },
): Promise<Sent> => {
  const agent = new Agent({ keepAlive: true, maxSockets: senders });
  const answered = new Map<string, { answers: number; tries: number }>();
  const latencies: number[] = [];
  const others: Record<string, number> = {};
  const waiting = [...sends].reverse();
  const sendOne = async ({ connection, deliveryKey, body, headers }: LoadDelivery): Promise<void> => {
    const { id = '', webhookPath = '' } = connections[connection.place] ?? {};
    const name = nameOf(id, deliveryKey);
    const count = answered.get(name) ?? { answers: 0, tries: 0 };
    answered.set(name, count);
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      const begun = performance.now();
      count.tries += 1;
      const status = await post(new URL(webhookPath, url), { body, headers, agent });
      if (status === '200') {
        latencies.push(performance.now() - begun);
        count.answers += 1;
        onAnswer(latencies.length);
        return;
      }
      others[status] = (others[status] ?? 0) + 1;
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
    }
  };
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: senders }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        await sendOne(next);
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  return { answered, latencies, others, seconds };
};

const post = (
  url: URL,
  { body, headers, agent }: Pick<LoadDelivery, 'body' | 'headers'> & { readonly agent: Agent },
): Promise<string> =>
  new Promise((resolve) => {
    const bytes = Buffer.from(body);
    const sent = { 'content-type': 'application/json', 'content-length': bytes.length, ...headers };
    request(url, { method: 'POST', agent, headers: sent }, (response) => {
      response.resume().once('end', () => {
        resolve(String(response.statusCode));
      });
    })
      .once('error', (error) => {
        resolve(error.message);
      })
      .end(bytes);
  });
