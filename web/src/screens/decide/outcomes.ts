import type { GateOutcome } from '../../api/generated/graphql';

export const OUTCOMES = ['GO', 'CONDITIONAL_GO', 'HOLD', 'RECYCLE', 'KILL'] as const satisfies readonly GateOutcome[];

export const outcomeNamed = (name: string | undefined): GateOutcome | null =>
  OUTCOMES.find((outcome) => outcome === name?.toUpperCase()) ?? null;

/** What an outcome brings, in a line. */
export const EFFECT: Readonly<Record<GateOutcome, string>> = {
  GO: 'Moves on to the next stage.',
  CONDITIONAL_GO: 'Moves on; each condition has to be closed before the next gate.',
  HOLD: 'Stays where it is and waits; the time on hold is counted apart.',
  RECYCLE: 'Goes back, or once more through this stage.',
  KILL: 'Ends the initiative. What was learnt stays on record.',
};

/** How a reason may begin; what is typed goes on from there. */
export const STARTERS: Readonly<Record<GateOutcome, readonly string[]>> = {
  GO: ['All that is required is met: ', 'The value is shown by '],
  CONDITIONAL_GO: ['Good enough to go on, provided that ', 'The risk until then is bearable because '],
  HOLD: ['We wait for ', 'No capacity before '],
  RECYCLE: ['To be shown first: ', 'The approach changes: '],
  KILL: ['The value does not justify the cost: ', 'The problem is solved otherwise: '],
};
