import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Refusal } from '../../../domain/basics/result.js';
import { unlessClosed } from '../../../domain/gates/check-proposal.js';
import type { InitiativeFacts } from '../../../domain/gates/gate.js';
import { readinessOf, type Readiness } from '../../../domain/gates/readiness.js';
import { unmet } from '../../../domain/gates/unmet.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { stageOf, Templates } from '../../templates/queries/templates.js';
import { FactsOfSignals } from './facts-of-signals.js';
import { GatesInForce, type StandingGate } from './gates-in-force.js';
import { InitiativeFactsQuery } from './initiative-facts.js';

export type { StandingGate };

/** What a gate says, and what a GO, or the outcome of a preview, would be refused for. */
export interface GateReadiness extends Readiness {
  readonly refusals: readonly Refusal[];
}

@Injectable()
export class GateReadinessQuery {
  constructor(
    private readonly facts: InitiativeFactsQuery,
    private readonly templates: Templates,
    private readonly inForce: GatesInForce,
    private readonly clock: Clock,
    private readonly signals: FactsOfSignals,
  ) {}

  /** The exit gate of the current stage; null in the last one. */
  async gateOf(initiative: Initiative): Promise<StandingGate | null> {
    const stage = stageOf(await this.templates.get(initiative.templateId), initiative.stageKey);
    return stage.exitGate && { initiativeId: initiative.id, definition: stage.exitGate };
  }

  /**
   * What the gate says now, or said at a past instant under the template version in force then (law 1). An instant in the
   * future is answered as of now.
   */
  async readiness(scope: object, gate: StandingGate, asOf: Instant | null): Promise<GateReadiness> {
    const facts = await this.facts.ofInitiative.load(scope, gate.initiativeId);
    const now = this.clock.now();
    const asked = asOf ?? gate.asOf ?? now;
    const at = asked < now ? asked : now;
    const standing = { ...gate, definition: await this.inForce.definitionAt(scope, gate, at) };
    return this.answer(standing, await this.signals.loadWith(scope, facts, standing, at), at);
  }

  /** The same without a request that asks, or inside the transaction of a decision. */
  async at(gate: StandingGate, at: Instant, tx?: Tx): Promise<GateReadiness> {
    const facts = (await this.facts.ofInitiatives([gate.initiativeId], tx)).get(gate.initiativeId);
    if (!facts) {
      throw new Error(`Initiative ${gate.initiativeId} is referred to but not there.`);
    }
    return this.answer(gate, await this.signals.with(facts, gate, [at], tx), at);
  }

  private answer(gate: StandingGate, facts: InitiativeFacts, at: Instant): GateReadiness {
    const readiness = readinessOf(gate.definition, facts, at);
    return { ...readiness, refusals: [...unmet(readiness.assessments), ...unlessClosed(readiness.openConditions)] };
  }
}
