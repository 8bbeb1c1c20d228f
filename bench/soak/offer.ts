import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from './client.js';

/** An answer that comes later than this is no use to whoever waits for it. */
const USEFUL_WITHIN_MS = 2_000;
const SLICE_MS = 10;

/** What a load came to. */
export interface Outcome {
  readonly seconds: number;
  readonly offered: number;
  /** Answered without an error within two seconds. */
  readonly good: number;
  readonly late: number;
  /** Refused with 503 or 429 and told when to come again. */
  readonly shed: number;
  /** Answered with anything else, or not at all. */
  readonly wrong: number;
  readonly longestMs: number;
  /** Milliseconds of half and of ninety-nine in a hundred of what was answered well. */
  readonly p50: number;
  readonly p99: number;
}

type Send = () => Promise<Answer>;

class Count {
  offered = 0;
  late = 0;
  shed = 0;
  wrong = 0;
  longestMs = 0;
  readonly good: number[] = [];
  readonly complaints = new Map<string, number>();

  add({ status, headers, text, milliseconds }: Answer): void {
    this.longestMs = Math.max(this.longestMs, milliseconds);
    if (status === 200 && !text.includes('"errors":[')) {
      if (milliseconds <= USEFUL_WITHIN_MS) {
        this.good.push(milliseconds);
      } else {
        this.late += 1;
      }
    } else if ((status === 503 || status === 429) && headers['retry-after'] !== undefined) {
      this.shed += 1;
    } else {
      this.wrong += 1;
      const complaint = `${status} ${text.slice(0, 200)}`;
      this.complaints.set(complaint, (this.complaints.get(complaint) ?? 0) + 1);
    }
  }

  outcome(seconds: number): Outcome {
    this.complaints.forEach((times, complaint) => {
      console.log(`    ${times} x ${complaint}`);
    });
    const sorted = this.good.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
    const { offered, late, shed, wrong, longestMs } = this;
    return { seconds, offered, good: sorted.length, late, shed, wrong, longestMs, p50: at(0.5), p99: at(0.99) };
  }
}

/** So many clients, each of which asks again as soon as it is answered. */
export const offerByClients = async (send: Send, clients: number, seconds: number): Promise<Outcome> => {
  const count = new Count();
  const end = performance.now() + seconds * 1_000;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      count.offered += 1;
      count.add(await send());
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return count.outcome(seconds);
};

/** So many requests a second, however the server gets on with them. */
export const offerByRate = async (
  send: Send,
  perSecond: number,
  seconds: number,
  onSecond: (second: number) => void = () => undefined,
): Promise<Outcome> => {
  const count = new Count();
  const under = new Set<Promise<void>>();
  const begun = performance.now();
  let told = 0;
  for (let passed = 0; passed < seconds; passed = (performance.now() - begun) / 1_000) {
    while (count.offered < passed * perSecond) {
      count.offered += 1;
      const one = send().then((answer) => {
        count.add(answer);
        under.delete(one);
      });
      under.add(one);
    }
    if (passed >= told + 1) {
      told = Math.floor(passed);
      onSecond(told);
    }
    await pause(SLICE_MS);
  }
  await Promise.all(under);
  return count.outcome(seconds);
};
