import type { Proposal } from '../../../domain/gates/proposal.js';
import type { GateOutcome } from '../../../domain/gates/vote.js';
import type { GateConditionInput } from './gate.inputs.js';

interface Asked {
  readonly outcome: GateOutcome;
  readonly conditions?: readonly GateConditionInput[] | null;
  readonly recycleToStageKey?: string | null;
}

/** The outcome that is asked for or about, with what was left out filled in. */
export const proposalIn = ({ outcome, conditions, recycleToStageKey }: Asked): Proposal => ({
  outcome,
  conditions: (conditions ?? []).map(({ text, ownerId, dueOn, criterionKey = null }) => ({
    text,
    ownerId,
    dueOn,
    criterionKey,
  })),
  recycleToStageKey: recycleToStageKey ?? null,
});
