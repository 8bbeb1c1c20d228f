import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { assessGate, summarise } from '../../../domain/gates/assess-gate.js';
import type { CriterionAssessment, GateDefinition } from '../../../domain/gates/gate.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { stageOf, Templates } from '../../templates/queries/templates.js';
import { InitiativeFactsQuery } from './initiative-facts.js';

/** The exit gate of the stage an initiative stands in. */
export interface StandingGate {
  readonly initiativeId: string;
  readonly definition: GateDefinition;
}

export interface GateReadiness {
  /** True when GO would not be refused for criteria. */
  readonly ready: boolean;
  readonly assessments: readonly CriterionAssessment[];
  readonly metCount: number;
  readonly mustMeetCount: number;
}

@Injectable()
export class GateReadinessQuery {
  constructor(
    private readonly facts: InitiativeFactsQuery,
    private readonly templates: Templates,
    private readonly clock: Clock,
  ) {}

  /** The exit gate of the current stage; null in the last one. */
  async gateOf(initiative: Initiative): Promise<StandingGate | null> {
    const stage = stageOf(await this.templates.get(initiative.templateId), initiative.stageKey);
    return stage.exitGate && { initiativeId: initiative.id, definition: stage.exitGate };
  }

  /** What every criterion of the gate says now, or said at a past instant (law 1). An instant in the future is answered as of now. */
  async readiness(scope: object, gate: StandingGate, asOf: Instant | null): Promise<GateReadiness> {
    const facts = await this.facts.ofInitiative.load(scope, gate.initiativeId);
    const now = this.clock.now();
    const assessments = assessGate(gate.definition, facts, asOf !== null && asOf < now ? asOf : now);
    return { ...summarise(assessments), assessments };
  }

  /** The same inside the transaction of a decision. */
  async assess(tx: Tx, gate: StandingGate, at: Instant): Promise<readonly CriterionAssessment[]> {
    const facts = (await this.facts.ofInitiatives([gate.initiativeId], tx)).get(gate.initiativeId);
    if (!facts) {
      throw new Error(`Initiative ${gate.initiativeId} is referred to but not there.`);
    }
    return assessGate(gate.definition, facts, at);
  }
}
