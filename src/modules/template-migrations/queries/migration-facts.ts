import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { InitiativeFacts } from '../../../domain/gates/gate.js';
import { InitiativeFactsQuery } from '../../gates/queries/initiative-facts.js';
import { SignalStandings } from '../../signals/queries/signal-standings.js';

@Injectable()
export class MigrationFacts {
  constructor(
    private readonly facts: InitiativeFactsQuery,
    private readonly standings: SignalStandings,
  ) {}

  /** The facts of initiatives with where their signals stand at an instant: as many statements for a page as for one. */
  async ofInitiatives(ids: readonly string[], at: Instant): Promise<ReadonlyMap<string, InitiativeFacts>> {
    const facts = await this.facts.ofInitiatives(ids);
    const standings = await this.standings.ofInitiatives(ids, at);
    return new Map(
      [...facts].map(([id, known]) => [id, { ...known, signalsAt: [{ at, standings: standings.get(id) ?? [] }] }]),
    );
  }
}
