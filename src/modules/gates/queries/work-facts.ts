import { Injectable } from '@nestjs/common';
import { addDays, dateAt } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { AskedFacts } from '../../../domain/gates/asked-facts.js';
import type { EffortFact, TicketFact } from '../../../domain/gates/gate.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { EffortLedger } from '../../effort/queries/effort-ledger.js';
import { TicketFacts } from '../../tickets/queries/ticket-facts.js';

interface WorkOfInitiatives {
  readonly effort: ReadonlyMap<string, readonly EffortFact[]>;
  readonly tickets: ReadonlyMap<string, readonly TicketFact[]>;
}

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

/** What was worked on: the effort that was spent, and the tickets that are to be done. */
@Injectable()
export class WorkFacts {
  constructor(
    private readonly effort: EffortLedger,
    private readonly tickets: TicketFacts,
  ) {}

  async ofInitiatives(ids: readonly string[], tx?: Tx): Promise<WorkOfInitiatives> {
    return { effort: await this.effort.factsOf(ids, tx), tickets: await this.tickets.factsOf(ids, tx) };
  }

  /** What gates that ask for this look at of it as of an instant. Initiatives without any are left out. */
  async askedOf(ids: readonly string[], { effortDays, tickets }: AskedFacts, at: Instant): Promise<WorkOfInitiatives> {
    // Some more on both sides: which day it is hangs on the portfolio, and gates look at the days of their window alone.
    const days = { from: addDays(dateAt(at, 'UTC'), -effortDays), to: addDays(dateAt(at, 'UTC'), 1) };
    const [effort, linked] = await Promise.all([
      effortDays === 0 ? NONE : this.effort.sumsOf(ids, days, at),
      tickets ? this.tickets.factsOf(ids) : NONE,
    ]);
    return { effort, tickets: linked };
  }
}
