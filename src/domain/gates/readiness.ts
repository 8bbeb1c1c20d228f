import type { Instant } from '../basics/instant.js';
import { assessGate, summarise, type ReadinessSummary } from './assess-gate.js';
import { conditionsAt, isUnclosed, type StandingCondition } from './condition.js';
import type { CriterionAssessment, GateDefinition, InitiativeFacts } from './gate.js';

/** What a gate says at one instant. */
export interface Readiness extends ReadinessSummary {
  readonly assessments: readonly CriterionAssessment[];
  /** Those of earlier decisions that are not closed, the breached ones too. */
  readonly openConditions: readonly StandingCondition[];
}

/**
 * A gate is ready when GO would not be refused: no criterion blocks, and every condition of an earlier decision is closed
 * (law 10). The same facts give the answer for any instant, with what was recorded after it left out (law 1).
 */
export const readinessOf = (gate: GateDefinition, facts: InitiativeFacts, at: Instant): Readiness => {
  const assessments = assessGate(gate, facts, at);
  const openConditions = conditionsAt(facts.conditions, at).filter(isUnclosed);
  const { ready, ...counts } = summarise(assessments);
  return { ...counts, ready: ready && openConditions.length === 0, assessments, openConditions };
};
