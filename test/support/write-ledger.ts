import { expect } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { Client } from './server.js';
import { until } from './until.js';

const CREATE = `mutation ($input: InitiativeCreateInput!) {
  initiativeCreate(input: $input) { initiative { key } userErrors { code } }
}`;
const BEFORE_AGAIN_MS = 50;
/** Nobody waits longer than this in any test: whoever does has waited for ever. */
const FOR_EVER_MS = 60_000;
/** Those who hang up do it after one of these times: before, while and after it is done. */
const HANGS_UP_AFTER_MS = [5, 10, 20, 40, 80] as const;

/** Where writers write, and as whom; the address may change while they do. */
export interface Writing {
  readonly url: () => string;
  readonly token: string;
  readonly portfolioKey: string;
  /** True: of every other thing to be written the first answer is not waited for, however far the server has come with it. */
  readonly hangsUp?: boolean;
}

/** An answer that was no success: what it said, and what it should have said with it. */
export interface Complaint {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfter: string | null;
}

/** Whether it says that nothing could be done just now, and when to come again. */
export const isPolite = ({ status, code, retryAfter }: Complaint): boolean =>
  status === 503 && code === 'SERVICE_UNAVAILABLE' && retryAfter !== null;

/**
 * Writers that make initiatives, each by a name and an Idempotency-Key of its own, and ask again until they are answered; and the ledger
 * of what they were answered.
 */
export class WriteLedger {
  /** By name: the key it was acknowledged with; null while nobody knows. */
  private readonly written = new Map<string, string | null>();
  private readonly writers: Promise<void>[] = [];
  private isOver = false;

  /** Requests without an answer, or with another one than success. */
  unknown = 0;
  /** What was answered instead of success. */
  readonly complaints: Complaint[] = [];
  /** Milliseconds that the longest request so far waited for its answer. */
  longestWait = 0;

  constructor(private readonly at: Writing) {}

  get acknowledged(): number {
    return [...this.written.values()].filter((key) => key !== null).length;
  }

  /** Lets so many writers write from now on. */
  begin(count: number): void {
    const offset = this.writers.length;
    for (let which = 0; which < count; which += 1) {
      this.writers.push(this.write(`w${offset + which}`));
    }
  }

  /** Waits until so many more were acknowledged. */
  async someMore(count: number, deadlineMs = 120_000): Promise<void> {
    const before = this.acknowledged;
    await until(`${count} more acknowledged`, () => this.acknowledged >= before + count, deadlineMs);
  }

  /** Lets each writer have the answer it waits for, and write no more. */
  async end(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.writers);
  }

  /** Expects that all that was acknowledged is there, once, and nothing else, and that the audit trail is whole. */
  async mustStand(source: DataSource, admin: Client): Promise<void> {
    const rows = await source.query<{ name: string; key: string }[]>(
      'SELECT i.name, i.key FROM initiative i JOIN portfolio p ON p.id = i.portfolio_id WHERE p.key = $1',
      [this.at.portfolioKey],
    );
    expect(rows.map(({ name, key }) => [name, key]).sort()).toEqual([...this.written].sort());
    const { auditVerify } = await admin.ask(`{ auditVerify(portfolioKey: "${this.at.portfolioKey}") { ok } }`);
    expect(auditVerify.ok).toBe(true);
  }

  private async write(who: string): Promise<void> {
    for (let turn = 0; !this.isOver; turn += 1) {
      const name = `${this.at.portfolioKey}-${who}-${turn}`;
      this.written.set(name, null);
      let key = await this.create(name, this.patienceAt(turn));
      while (key === null) {
        this.unknown += 1;
        // As a client does that asks again.
        await new Promise((go) => setTimeout(go, BEFORE_AGAIN_MS));
        key = await this.create(name);
      }
      this.written.set(name, key);
    }
  }

  private patienceAt(turn: number): number {
    const [shortest] = HANGS_UP_AFTER_MS;
    return this.at.hangsUp && turn % 2 === 1
      ? (HANGS_UP_AFTER_MS[((turn - 1) / 2) % HANGS_UP_AFTER_MS.length] ?? shortest)
      : FOR_EVER_MS;
  }

  private async create(name: string, patienceMs = FOR_EVER_MS): Promise<string | null> {
    const begun = performance.now();
    try {
      const response = await fetch(`${this.at.url()}/graphql`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${this.at.token}`,
          'content-type': 'application/json',
          'idempotency-key': name,
        },
        body: JSON.stringify({
          query: CREATE,
          variables: { input: { portfolioKey: this.at.portfolioKey, name, problem: 'Load.', valueThesis: 'COST' } },
        }),
        signal: AbortSignal.timeout(patienceMs),
      });
      const { data, errors } = await response.json();
      const key = (data?.initiativeCreate?.initiative?.key as string | undefined) ?? null;
      if (key === null) {
        this.complaints.push({
          status: response.status,
          code: String(errors?.[0]?.extensions?.code ?? data?.initiativeCreate?.userErrors?.[0]?.code),
          message: String(errors?.[0]?.message),
          retryAfter: response.headers.get('retry-after'),
        });
      }
      return key;
    } catch {
      return null;
    } finally {
      this.longestWait = Math.max(this.longestWait, performance.now() - begun);
    }
  }
}
