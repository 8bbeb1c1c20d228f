import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { groupBy } from '../../../platform/graphql/loader.js';
import { sha256Of } from '../../../platform/sha256.js';

export interface AuditEvent {
  /** Chain and sequence. */
  readonly id: string;
  readonly chain: string;
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly at: Instant;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly changes: unknown;
}

export interface AuditVerification {
  readonly ok: boolean;
  readonly chains: number;
  readonly checked: number;
  readonly firstBroken: { readonly chain: string; readonly sequence: number; readonly reason: string } | null;
}

interface EventRow {
  chain: string;
  sequence: number;
  previous_hash: string;
  body: string;
  hash: string;
}

interface HeadRow {
  chain: string;
  sequence: number;
  hash: string;
}

const GENESIS = '0'.repeat(64);
const CHAINS_AT_ONCE = 200;

const EVENTS_OF_CHAIN = `
  SELECT chain, sequence, previous_hash, body, hash FROM audit_event
  WHERE chain = $1 AND sequence < $2 ORDER BY sequence DESC LIMIT $3`;

const headsWhere = (whose: string): string => `
  SELECT chain, sequence, hash FROM audit_chain WHERE ${whose} AND chain > $1 ORDER BY chain LIMIT ${CHAINS_AT_ONCE}`;
const HEADS = headsWhere('portfolio_id = $2');
const HEADS_OF_INSTANCE = headsWhere('portfolio_id IS NULL');

const EVENTS_OF_CHAINS = `
  SELECT chain, sequence, previous_hash, body, hash FROM audit_event WHERE chain = ANY($1) ORDER BY chain, sequence`;

const LATEST = 2_147_483_647;

@Injectable()
export class AuditEvents {
  constructor(private readonly database: Database) {}

  /** A page of the events of an initiative, newest first. */
  async pageOfInitiative(
    initiativeId: string,
    first: number,
    after: string | null | undefined,
  ): Promise<Page<AuditEvent>> {
    const chain = `initiative:${initiativeId}`;
    const [before = LATEST] = decodeCursor(chain, after, ['number']) ?? [];
    const rows = await this.database.rows<EventRow>(EVENTS_OF_CHAIN, [chain, before, first + 1]);
    return pageOf(rows.map(toEvent), first, after, (event) => encodeCursor(chain, [event.sequence]));
  }

  /**
   * Recomputes every chain of a portfolio (null: of the instance) and names the first broken link: an event that was changed,
   * removed, swapped or put in, or a tail that was cut off.
   */
  async verify(portfolioId: string | null): Promise<AuditVerification> {
    let chains = 0;
    let checked = 0;
    let last = '';
    for (;;) {
      const heads = await (portfolioId === null
        ? this.database.rows<HeadRow>(HEADS_OF_INSTANCE, [last])
        : this.database.rows<HeadRow>(HEADS, [last, portfolioId]));
      const names = heads.map((head) => head.chain);
      const events = groupBy(await this.database.rows<EventRow>(EVENTS_OF_CHAINS, [names]), (event) => event.chain);
      for (const head of heads) {
        const links = events.get(head.chain) ?? [];
        const firstBroken = firstBreak(head, links);
        chains += 1;
        checked += links.length;
        if (firstBroken) {
          return { ok: false, chains, checked, firstBroken };
        }
      }
      if (heads.length < CHAINS_AT_ONCE) {
        return { ok: true, chains, checked, firstBroken: null };
      }
      last = names.at(-1) ?? '';
    }
  }
}

const hashOf = (previousHash: string, sequence: number, body: string): string =>
  sha256Of(`${previousHash}:${sequence}:${body}`);

const firstBreak = (head: HeadRow, links: readonly EventRow[]): AuditVerification['firstBroken'] => {
  let hash = GENESIS;
  let sequence = 0;
  for (const link of links) {
    const broken = (reason: string) => ({ chain: head.chain, sequence: link.sequence, reason });
    sequence += 1;
    if (link.sequence !== sequence) {
      return { chain: head.chain, sequence, reason: `The event is missing: ${link.sequence} follows ${sequence - 1}.` };
    }
    if (link.previous_hash !== hash) {
      return broken('It does not name the hash of the event before it.');
    }
    if (link.hash !== hashOf(link.previous_hash, link.sequence, link.body)) {
      return broken('Its content does not give its hash: it was changed after it was written.');
    }
    hash = link.hash;
  }
  return head.sequence === sequence && head.hash === hash
    ? null
    : {
        chain: head.chain,
        sequence: sequence + 1,
        reason: `The chain ends at ${sequence}, its head says ${head.sequence}: the tail was cut off or replaced.`,
      };
};

const toEvent = (row: EventRow): AuditEvent => {
  const body = JSON.parse(row.body) as Omit<AuditEvent, 'id' | 'chain' | 'sequence' | 'previousHash' | 'hash'>;
  return {
    id: `${row.chain}/${row.sequence}`,
    chain: row.chain,
    sequence: row.sequence,
    previousHash: row.previous_hash,
    hash: row.hash,
    ...body,
  };
};
