import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { Clock } from '../../../platform/clock.js';
import { requestTransaction } from '../../../platform/database/request-scope.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { FactsOfSignals } from './facts-of-signals.js';
import { answerOf, type GateReadiness } from './gate-answer.js';
import { GatesInForce, type StandingGate } from './gates-in-force.js';
import { InitiativeFactsQuery } from './initiative-facts.js';
import { StandingReadiness } from './standing-readiness.js';

export type { StandingGate };

@Injectable()
export class GateReadinessQuery {
  constructor(
    private readonly facts: InitiativeFactsQuery,
    private readonly inForce: GatesInForce,
    private readonly clock: Clock,
    private readonly signals: FactsOfSignals,
    private readonly standing: StandingReadiness,
  ) {}

  /**
   * What the gate says now, or said at a past instant under the template version in force then (law 1). An instant in the
   * future is answered as of now.
   */
  async readiness(scope: object, gate: StandingGate, asOf: Instant | null): Promise<GateReadiness> {
    const asked = asOf ?? gate.asOf ?? null;
    // What a request is about to change is seen by itself alone, and nothing to be remembered.
    if (asked === null && requestTransaction() === null) {
      return this.standing.of(scope, gate);
    }
    const facts = await this.facts.ofInitiative.load(scope, gate.initiativeId);
    const now = this.clock.now();
    const at = asked !== null && asked < now ? asked : now;
    const standing = { ...gate, definition: await this.inForce.definitionAt(scope, gate, at) };
    return answerOf(standing.definition, await this.signals.loadWith(scope, facts, standing, at), at);
  }

  /** The same without a request that asks, or inside the transaction of a decision. */
  async at(gate: StandingGate, at: Instant, tx?: Tx): Promise<GateReadiness> {
    const facts = (await this.facts.ofInitiatives([gate.initiativeId], tx)).get(gate.initiativeId);
    if (!facts) {
      throw new Error(`Initiative ${gate.initiativeId} is referred to but not there.`);
    }
    return answerOf(gate.definition, await this.signals.with(facts, gate, [at], tx), at);
  }
}
