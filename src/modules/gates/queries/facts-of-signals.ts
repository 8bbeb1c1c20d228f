import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { asksForSignals } from '../../../domain/gates/criteria/monitoring-plan.js';
import type { InitiativeFacts, SignalsAt } from '../../../domain/gates/gate.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { listLoader } from '../../../platform/graphql/list-loader.js';
import { SignalStandings } from '../../signals/queries/signal-standings.js';
import type { StandingGate } from './gates-in-force.js';

type Place = Pick<StandingGate, 'initiativeId' | 'definition'>;

@Injectable()
export class FactsOfSignals {
  constructor(private readonly standings: SignalStandings) {}

  private readonly loaded = listLoader<{ readonly at: Instant }, SignalsAt>(
    async (ids, { at }) => {
      const standings = await this.standings.ofInitiatives(ids, at);
      return new Map([...standings].map(([id, own]) => [id, { at, standings: own }]));
    },
    ({ at }) => ({ at, standings: [] }),
  );

  /** The facts, and where the signals stood at these instants, if the gate asks for that; in a transaction as it stands in it. */
  async with(
    facts: InitiativeFacts,
    { initiativeId, definition }: Place,
    instants: readonly Instant[],
    tx?: Tx,
  ): Promise<InitiativeFacts> {
    if (!asksForSignals(definition)) {
      return facts;
    }
    const signals: SignalsAt[] = [];
    for (const at of instants) {
      const standings = await this.standings.ofInitiatives([initiativeId], at, tx);
      signals.push({ at, standings: standings.get(initiativeId) ?? [] });
    }
    return { ...facts, signalsAt: signals };
  }

  /** The same at one instant, for many gates that are asked about in one request. */
  async loadWith(scope: object, facts: InitiativeFacts, place: Place, at: Instant): Promise<InitiativeFacts> {
    return asksForSignals(place.definition)
      ? { ...facts, signalsAt: [await this.loaded.load(scope, place.initiativeId, { at })] }
      : facts;
  }
}
