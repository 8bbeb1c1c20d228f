import type { Dialect } from '../contestants/contestant.js';
import type { OperationName, World } from '../operations/operation.js';
import { Connection, type Answer } from './connection.js';
import { requestOf } from './request.js';

/** Whom a load is for. */
export interface Target {
  readonly url: string;
  readonly token: string | null;
  readonly dialect: Dialect;
  readonly world: World;
}

/** What a load came to. */
export interface Outcome {
  readonly seconds: number;
  /** Of each request that was answered well. */
  readonly milliseconds: readonly number[];
  readonly failed: number;
  /** What one of the failed was answered. */
  readonly complaint: string | null;
}

const REFUSALS = ['"errors":[', '"userErrors":[{', '{"error":'].map((text) => Buffer.from(text));
const isGood = ({ status, body }: Answer): boolean =>
  status === 200 && !REFUSALS.some((refusal) => body.includes(refusal));

/** So many clients, each of which asks again as soon as it is answered; `count` numbers what is asked. */
export const offer = async (
  { url, token, dialect, world }: Target,
  name: OperationName,
  { clients, milliseconds, count }: { clients: number; milliseconds: number; count: () => number },
): Promise<Outcome> => {
  const ask = dialect.asks[name];
  if (!ask) {
    throw new Error(`It is never asked ${name}.`);
  }
  const address = new URL(url);
  const taken: number[] = [];
  let failed = 0;
  let complaint: string | null = null;
  const begun = performance.now();
  const client = async (): Promise<void> => {
    const connection = new Connection(address);
    while (performance.now() - begun < milliseconds) {
      const request = requestOf(ask(world, count()), address.host, token);
      const sent = performance.now();
      try {
        const answer = await connection.ask(request);
        if (isGood(answer)) {
          taken.push(performance.now() - sent);
        } else {
          failed += 1;
          complaint = `${answer.status} ${answer.body.toString('utf8', 0, 300)}`;
        }
      } catch (error) {
        failed += 1;
        complaint = String(error);
      }
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { seconds: (performance.now() - begun) / 1_000, milliseconds: taken, failed, complaint };
};
