import type { Refusal } from '../basics/result.js';
import type { InitiativeStatus } from '../initiatives/initiative.js';
import { checkConditions } from './check-conditions.js';
import { isUnclosed, type StandingCondition } from './condition.js';
import type { GateScene, Proposal } from './proposal.js';
import { checkRecycle } from './recycle.js';
import { unmet, type CriterionRefusal } from './unmet.js';
import type { GateOutcome } from './vote.js';

/** Only an ACTIVE initiative is decided on, whatever the outcome: else WRONG_STATE. */
export const unlessActive = (status: InitiativeStatus): readonly Refusal[] =>
  status === 'ACTIVE'
    ? []
    : [{ code: 'WRONG_STATE', message: `The initiative is ${status}; only an ACTIVE one can be decided on.` }];

/** A CONDITION_OPEN for each condition of an earlier decision that is not closed: until then the next gate stays locked (law 10). */
export const unlessClosed = (conditions: readonly StandingCondition[]): readonly Refusal[] =>
  conditions.filter(isUnclosed).map(({ text, dueOn, status }) => ({
    code: 'CONDITION_OPEN',
    message: `A condition of an earlier decision is ${status}: "${text}", due on ${dueOn}. A program manager can close it when it is done.`,
  }));

const isForward = (outcome: GateOutcome): boolean => outcome === 'GO' || outcome === 'CONDITIONAL_GO';

/**
 * What stands against an outcome apart from the votes, every reason at once (laws 10 and 11): WRONG_STATE unless the
 * initiative is ACTIVE; for GO and CONDITIONAL_GO a CONDITION_OPEN for each condition that is not closed; for GO a
 * CRITERION_UNMET for each criterion that blocks; for CONDITIONAL_GO all of `checkConditions`; for RECYCLE all of
 * `checkRecycle`. INVALID or CONDITION_INVALID for what belongs to another outcome. HOLD and KILL need nothing.
 */
export const checkProposal = (proposal: Proposal, scene: GateScene): readonly (Refusal | CriterionRefusal)[] => [
  ...unlessActive(scene.status),
  ...(isForward(proposal.outcome) ? unlessClosed(scene.conditions) : []),
  ...(proposal.outcome === 'GO' ? unmet(scene.assessments) : []),
  ...checkConditions(proposal, scene),
  ...checkRecycle(proposal, scene),
];
