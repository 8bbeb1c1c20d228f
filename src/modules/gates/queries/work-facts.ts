import { Injectable } from '@nestjs/common';
import type { EffortFact, TicketFact } from '../../../domain/gates/gate.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { EffortLedger } from '../../effort/queries/effort-ledger.js';
import { TicketFacts } from '../../tickets/queries/ticket-facts.js';

/** What was worked on: the effort that was spent, and the tickets that are to be done. */
@Injectable()
export class WorkFacts {
  constructor(
    private readonly effort: EffortLedger,
    private readonly tickets: TicketFacts,
  ) {}

  async ofInitiatives(
    ids: readonly string[],
    tx?: Tx,
  ): Promise<{
    readonly effort: ReadonlyMap<string, readonly EffortFact[]>;
    readonly tickets: ReadonlyMap<string, readonly TicketFact[]>;
  }> {
    return { effort: await this.effort.factsOf(ids, tx), tickets: await this.tickets.factsOf(ids, tx) };
  }
}
