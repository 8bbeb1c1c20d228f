import fc from 'fast-check';
import { CRITERIA, VOTERS, type Model, type Outcome, type Step } from './model.js';

/** A step before anybody has looked at the initiative. */
export type Intent = (seen: Model) => Step;

// Mostly what leads on, for a walk that is refused all the time sees little of the workflow.
export const outcome = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Outcome>('GO') },
  { weight: 3, arbitrary: fc.constant<Outcome>('CONDITIONAL_GO') },
  { weight: 2, arbitrary: fc.constant<Outcome>('RECYCLE') },
  { weight: 2, arbitrary: fc.constantFrom<Outcome>('HOLD', 'KILL') },
);
const voter = fc.constantFrom(...VOTERS);
const fixed = (step: Step): fc.Arbitrary<Intent> => fc.constant(() => step);

const accept: fc.Arbitrary<Intent> = fc.boolean().map((isFirst) => (seen) => {
  const here = CRITERIA[seen.stage] ?? [];
  return { kind: 'accept', criterion: (isFirst ? here[0] : here.at(-1))?.key ?? 'problem' };
});
const vote: fc.Arbitrary<Intent> = fc
  .tuple(voter, fc.option(outcome, { freq: 8 }))
  .map(([by, cast]) => (seen) => ({ kind: 'vote', by, outcome: cast, seen }));
const decide: fc.Arbitrary<Intent> = fc
  .tuple(voter, outcome, fc.boolean(), fc.nat(3))
  .map(([by, decided, covers, back]) => (seen) => ({
    kind: 'decide',
    by,
    outcome: decided,
    covers,
    backTo: Math.max(0, seen.stage + 1 - back),
    seen,
  }));

export const intent: fc.Arbitrary<Intent> = fc.oneof(
  { weight: 4, arbitrary: accept },
  { weight: 3, arbitrary: fixed({ kind: 'request' }) },
  { weight: 5, arbitrary: vote },
  { weight: 6, arbitrary: decide },
  { weight: 2, arbitrary: fc.constant<Intent>((seen) => ({ kind: 'close', seen })) },
  { weight: 1, arbitrary: fc.constant<Intent>((seen) => ({ kind: 'cancel', seen })) },
  { weight: 1, arbitrary: fc.constant<Intent>((seen) => ({ kind: 'rename', seen })) },
  { weight: 2, arbitrary: fixed({ kind: 'resume' }) },
  { weight: 2, arbitrary: fixed({ kind: 'reopen' }) },
);
