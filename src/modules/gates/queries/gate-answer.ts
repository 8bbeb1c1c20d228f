import type { Instant } from '../../../domain/basics/instant.js';
import type { Refusal } from '../../../domain/basics/result.js';
import { unlessClosed } from '../../../domain/gates/check-proposal.js';
import type { GateDefinition, InitiativeFacts } from '../../../domain/gates/gate.js';
import { readinessOf, type Readiness } from '../../../domain/gates/readiness.js';
import { unmet } from '../../../domain/gates/unmet.js';

/** What a gate says, and what a GO, or the outcome of a preview, would be refused for. */
export interface GateReadiness extends Readiness {
  readonly refusals: readonly Refusal[];
}

/** What a gate says as of an instant, given the facts. */
export const answerOf = (definition: GateDefinition, facts: InitiativeFacts, at: Instant): GateReadiness => {
  const readiness = readinessOf(definition, facts, at);
  return { ...readiness, refusals: [...unmet(readiness.assessments), ...unlessClosed(readiness.openConditions)] };
};
