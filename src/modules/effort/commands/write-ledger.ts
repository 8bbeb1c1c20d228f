import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { EntryIdentity } from '../../../domain/effort/effort-entry.js';
import { dayKey, dayOf, type PersonDay, type Standing } from '../../../domain/effort/plan-batch.js';
import { Clock } from '../../../platform/clock.js';
import { Overtaken, type Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy } from '../../../platform/graphql/loader.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { EffortBooks } from './effort-books.js';
import { EffortRepository, type LedgerChange, type LedgerStamp } from '../persistence/effort.repository.js';
import { proofOf } from './proof-of-ids.js';

/** The part of a ledger a writer holds: nobody else changes it until the transaction ends. */
export interface HeldLedger {
  readonly stamp: LedgerStamp;
  /** What stands of each identity, by identity key. */
  readonly standing: ReadonlyMap<string, Standing>;
  /** The hours of each person's day that may change, by day key. */
  readonly hours: ReadonlyMap<string, Decimal>;
}

/** What is about to be written, as far as it is known beforehand. */
export interface LedgerIntent {
  readonly portfolioId: string;
  readonly by: string;
  readonly identities: readonly EntryIdentity[];
  /** The initiatives of new entries. */
  readonly initiativeIds: readonly string[];
  /** The days of new entries. */
  readonly days: readonly PersonDay[];
}

/** A change of the ledger and of the hours of the days it touches. */
export interface LedgerWriting extends LedgerChange {
  readonly hours: ReadonlyMap<string, Decimal>;
}

/**
 * The one way into the ledger of effort. Whoever writes joins the books first; then holds what will change, decides,
 * and writes: the rows, the hours of the days, and an event on the audit chain of each initiative. It is open to no client
 * by itself.
 */
@Injectable()
export class WriteLedger {
  constructor(
    private readonly books: EffortBooks,
    private readonly repository: EffortRepository,
    private readonly initiatives: Initiatives,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  /** Joins the books, before any other lock, and says when that was. */
  async join(tx: Tx, portfolioId: string): Promise<Instant> {
    await this.books.join(tx, portfolioId);
    return this.clock.now();
  }

  /** What stands of identities before anything is locked, which says what is to be locked. */
  standing(tx: Tx, portfolioId: string, identities: readonly EntryIdentity[]): Promise<ReadonlyMap<string, Standing>> {
    return this.repository.standing(tx, portfolioId, identities);
  }

  /** Locks the initiatives of what stands and of what comes, then the days; the time of recording is taken under the locks. */
  async hold(tx: Tx, intent: LedgerIntent): Promise<HeldLedger> {
    return this.lock(tx, intent, await this.standing(tx, intent.portfolioId, intent.identities));
  }

  /**
   * The same where it was asked before what stands: all locks are taken in one go and in one order. Overtaken where something else stands
   * once they are taken.
   */
  async lock(tx: Tx, intent: LedgerIntent, before: ReadonlyMap<string, Standing>): Promise<HeldLedger> {
    const { portfolioId, by, identities, initiativeIds, days } = intent;
    const locked = new Set([...initiativeIds, ...initiativesOf(before)]);
    const [, standing, hours] = await Promise.all([
      this.initiatives.lockAll([...locked], tx),
      this.repository.standing(tx, portfolioId, identities),
      this.repository.lockDays(tx, portfolioId, [...liveDaysOf(before), ...days]),
    ]);
    if (
      initiativesOf(standing).some((id) => !locked.has(id)) ||
      liveDaysOf(standing).some((day) => !hours.has(dayKey(day)))
    ) {
      throw new Overtaken('An entry moved to another initiative or day before its own was locked.');
    }
    return { stamp: { portfolioId, at: this.clock.now(), by }, standing, hours };
  }

  /** Writes what was decided on, under `action` in the audit trail; nothing where nothing changes. */
  async write(tx: Tx, { stamp, hours: held }: HeldLedger, change: LedgerWriting, action: string): Promise<void> {
    if (change.entries.length + change.reversals.length === 0) {
      return;
    }
    const changed = new Map([...change.hours].filter(([day, hours]) => held.get(day) !== hours));
    this.repository.saveDays(tx, stamp.portfolioId, daysOf(change), changed);
    const rows = this.repository.append(tx, stamp, change);
    const entries = groupBy(change.entries, ({ initiativeId }) => initiativeId);
    const reversals = groupBy(change.reversals, ({ initiativeId }) => initiativeId);
    await this.audit.runAll(
      tx,
      [...groupBy(rows, ({ initiativeId }) => initiativeId)].map(([initiativeId, own]) => ({
        initiativeId,
        portfolioId: stamp.portfolioId,
        at: stamp.at,
        actorId: stamp.by,
        action,
        subjectType: 'Initiative',
        subjectId: initiativeId,
        changes: changesOf(entries.get(initiativeId) ?? [], reversals.get(initiativeId) ?? [], own),
      })),
    );
  }
}

const initiativesOf = (standing: ReadonlyMap<string, Standing>): readonly string[] =>
  [...standing.values()].flatMap(({ live }) => (live ? [live.initiativeId] : []));

const liveDaysOf = (standing: ReadonlyMap<string, Standing>): readonly PersonDay[] =>
  [...standing.values()].flatMap(({ live }) => (live && dayOf(live)) ?? []);

const daysOf = ({ entries, reversals }: LedgerChange): readonly (PersonDay & { workedOn: CalendarDate })[] =>
  [...entries, ...reversals].flatMap((entry) => dayOf(entry) ?? []);

const MOST_SOURCES = 20;

/** The ledger keeps every value; the trail says how many and proves which. */
const changesOf = (
  entries: LedgerChange['entries'],
  reversals: LedgerChange['reversals'],
  rows: readonly { readonly id: string }[],
): Readonly<Record<string, unknown>> => ({
  entries: entries.length,
  reversals: reversals.length,
  sources: [...new Set([...entries, ...reversals].map(({ source }) => source))].sort().slice(0, MOST_SOURCES),
  idsSha256: proofOf(rows.map(({ id }) => id)),
});
