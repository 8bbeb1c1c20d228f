import type { GateConditionInput, GateOutcome } from '../../api/generated/graphql';
import type { UserError } from '../../api/queries';
import { daysAfter } from '../../words/format';
import type { ToCover } from './questions';

export interface ConditionDraft {
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: string;
  readonly criterionKey: string | null;
}

/** What is being decided, as typed so far. */
export interface Draft {
  readonly outcome: GateOutcome | null;
  readonly rationale: string;
  readonly recycleTo: string;
  readonly conditions: readonly ConditionDraft[];
}

const USUAL_TERM_DAYS = 30;

/** A month from today, as a condition is usually due. */
export const usualDueOn = (today: string): string => daysAfter(today, USUAL_TERM_DAYS);

/** One condition to be put in words for each criterion that has to be covered; for none in particular where there is none. */
export const conditionsFor = (
  toCover: readonly ToCover[],
  ownerId: string,
  today: string,
): readonly ConditionDraft[] => {
  const dueOn = usualDueOn(today);
  return toCover.length === 0
    ? [{ text: '', ownerId, dueOn, criterionKey: null }]
    : toCover.map(({ key }) => ({ text: '', ownerId, dueOn, criterionKey: key }));
};

/** The conditions of a draft as they are sent: none for an outcome that takes none. */
export const conditionsIn = ({ outcome, conditions }: Draft): readonly GateConditionInput[] =>
  outcome === 'CONDITIONAL_GO' ? conditions.map((condition) => ({ ...condition, text: condition.text.trim() })) : [];

const missing = (field: readonly string[], message: string): UserError => ({ code: 'INVALID', message, field });

/** What is missing before it can be sent, and whether the votes are for something else. The rest is the server's to judge. */
export const gapsIn = (draft: Draft, outvoted: string | null): readonly UserError[] => [
  ...(draft.outcome === null ? [missing(['input', 'outcome'], 'Choose an outcome.')] : []),
  ...(outvoted === null ? [] : [missing(['input', 'outcome'], outvoted)]),
  ...(draft.rationale.trim() === '' ? [missing(['input', 'rationale'], 'Say why: the reason is kept for good.')] : []),
  ...(draft.outcome === 'RECYCLE' && draft.recycleTo === ''
    ? [missing(['input', 'recycleToStageKey'], 'Choose the stage it goes back to.')]
    : []),
  ...conditionsIn(draft).flatMap(({ text, dueOn }, index) => [
    ...(text === '' ? [missing(['input', 'conditions', String(index), 'text'], 'Say what has to be done.')] : []),
    ...(dueOn === '' ? [missing(['input', 'conditions', String(index), 'dueOn'], 'Say by when.')] : []),
  ]),
];
