/**
 * A simple second telling of the laws of the gate, written for the tests and from the laws alone: one initiative, and what
 * each step answers and changes. It shares no code with the product.
 */
export const STAGES = ['discovery', 'poc', 'pilot', 'operate'] as const;

interface Criterion {
  readonly key: string;
  readonly isVeto?: boolean;
}

/** The criteria of each stage's exit gate; all of them are must-meet documents. */
export const CRITERIA: readonly (readonly Criterion[])[] = [
  [{ key: 'problem' }],
  [{ key: 'feasibility' }, { key: 'safety', isVeto: true }],
  [{ key: 'result' }],
  [],
];
export const QUORUM = 2;
export const RECYCLE_LIMIT = 1;
const CAUTION = ['GO', 'CONDITIONAL_GO', 'RECYCLE', 'HOLD', 'KILL'] as const;
export type Outcome = (typeof CAUTION)[number];

/** Three gatekeepers; and the owner, who is one too and has no vote. */
export const VOTERS = ['grace', 'hank', 'ida', 'owner'] as const;
export type Voter = (typeof VOTERS)[number];

export interface Model {
  readonly stage: number;
  readonly status: 'ACTIVE' | 'ON_HOLD' | 'KILLED';
  readonly version: number;
  readonly accepted: readonly string[];
  /** Every review there was. Of the last one only can be OPEN. */
  readonly reviews: readonly {
    readonly status: 'OPEN' | 'DECIDED' | 'CANCELLED';
    readonly votes: Readonly<Partial<Record<Voter, Outcome | null>>>;
  }[];
  /** Of each condition there ever was, whether it is closed. */
  readonly conditions: readonly boolean[];
  /** How often each stage's gate has sent back. */
  readonly recycles: readonly number[];
  readonly moves: readonly { readonly outcome: Outcome; readonly from: number; readonly to: number }[];
}

export const BEGINNING: Model = {
  stage: 0,
  status: 'ACTIVE',
  version: 1,
  accepted: [],
  reviews: [],
  conditions: [],
  recycles: [0, 0, 0],
  moves: [],
};

/** What somebody does; `seen` is how the initiative looked to them: others may act at the same time. */
export type Step =
  | { readonly kind: 'accept'; readonly criterion: string }
  | { readonly kind: 'request' }
  | { readonly kind: 'cancel'; readonly seen: Model }
  | { readonly kind: 'vote'; readonly by: Voter; readonly outcome: Outcome | null; readonly seen: Model }
  | {
      readonly kind: 'decide';
      readonly by: Voter;
      readonly outcome: Outcome;
      /** Whether each criterion of the gate is covered by a condition, for a CONDITIONAL_GO. */
      readonly covers: boolean;
      readonly backTo: number;
      readonly seen: Model;
    }
  | { readonly kind: 'close'; readonly seen: Model }
  | { readonly kind: 'resume' }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'rename'; readonly seen: Model };

/** The codes of a refusal, sorted; none when it was done. */
export type Codes = readonly string[];
export interface Outcomes {
  readonly model: Model;
  readonly codes: Codes;
}

const refused = (model: Model, codes: Codes): Outcomes => ({ model, codes: [...codes].sort() });
const done = (model: Model): Outcomes => ({ model, codes: [] });

/** The review and the condition somebody had in view. */
export const reviewSeen = (seen: Model): number => seen.reviews.length - 1;
export const conditionSeen = (seen: Model): number => Math.max(seen.conditions.indexOf(false), 0);

const setReview = (model: Model, index: number, change: Partial<Model['reviews'][number]>): Model => ({
  ...model,
  reviews: model.reviews.map((review, position) => (position === index ? { ...review, ...change } : review)),
});

const moved = (model: Model, change: Partial<Model>): Model => ({ ...model, ...change, version: model.version + 1 });

const supported = (votes: readonly (Outcome | null)[]): Outcome | undefined => {
  const count = (outcome: Outcome): number => votes.filter((vote) => vote === outcome).length;
  const most = Math.max(...CAUTION.map(count));
  return [...CAUTION].reverse().find((outcome) => count(outcome) === most);
};

const decide = (model: Model, step: Extract<Step, { kind: 'decide' }>): Outcomes => {
  const index = reviewSeen(step.seen);
  const review = model.reviews[index];
  if (!review) {
    return refused(model, ['NOT_FOUND']);
  }
  if (review.status !== 'OPEN') {
    return refused(model, ['WRONG_STATE']);
  }
  const cast = { ...review.votes, [step.by]: step.outcome };
  const counted = (Object.keys(cast) as Voter[]).filter((voter) => voter !== 'owner' || step.by === 'owner');
  const votes = counted.map((voter) => cast[voter] ?? null);
  const unmet = (CRITERIA[model.stage] ?? []).filter(({ key }) => !model.accepted.includes(key));
  const openConditions = model.conditions.filter((isClosed) => !isClosed).length;
  const isForward = step.outcome === 'GO' || step.outcome === 'CONDITIONAL_GO';
  const isConditional = step.outcome === 'CONDITIONAL_GO';
  const isLast = model.stage === STAGES.length - 2;
  const hasConditions = isConditional && step.covers;
  const codes = [
    ...(step.seen.version === model.version ? [] : ['STALE_VERSION']),
    ...(step.by === 'owner' ? ['OWNER_CANNOT_VOTE'] : []),
    ...(votes.filter((vote) => vote !== null).length >= QUORUM ? [] : ['QUORUM_NOT_MET']),
    ...(supported(votes) === step.outcome ? [] : ['OUTCOME_NOT_SUPPORTED']),
    ...(model.status === 'ACTIVE' ? [] : ['WRONG_STATE']),
    ...(isForward ? Array.from({ length: openConditions }, () => 'CONDITION_OPEN') : []),
    ...(step.outcome === 'GO' ? unmet.map(() => 'CRITERION_UNMET') : []),
    ...(isConditional && isLast ? ['CONDITION_INVALID'] : []),
    ...(isConditional && unmet.length === 0 && !hasConditions ? ['CONDITION_INVALID'] : []),
    // The conditions were written for the gate that was in view; seen from another one they name what it does not have.
    ...(hasConditions && step.seen.stage !== model.stage
      ? (CRITERIA[step.seen.stage] ?? []).map(() => 'CONDITION_INVALID')
      : []),
    ...(isConditional
      ? unmet.flatMap(({ isVeto }) => {
          if (isVeto) {
            return ['CRITERION_VETO'];
          }
          return hasConditions && step.seen.stage === model.stage ? [] : ['CRITERION_UNMET'];
        })
      : []),
    ...(step.outcome === 'RECYCLE' && step.backTo > model.stage ? ['INVALID'] : []),
    ...(step.outcome === 'RECYCLE' && (model.recycles[model.stage] ?? 0) >= RECYCLE_LIMIT ? ['RECYCLE_LIMIT'] : []),
  ];
  if (codes.length > 0) {
    return refused(model, codes);
  }
  const decided = setReview(model, index, { status: 'DECIDED', votes: cast });
  const to = isForward ? model.stage + 1 : step.outcome === 'RECYCLE' ? step.backTo : model.stage;
  return done(
    moved(decided, {
      stage: to,
      status: step.outcome === 'HOLD' ? 'ON_HOLD' : step.outcome === 'KILL' ? 'KILLED' : 'ACTIVE',
      conditions: [...model.conditions, ...(hasConditions ? (CRITERIA[model.stage] ?? []).map(() => false) : [])],
      recycles: model.recycles.map((count, stage) =>
        step.outcome === 'RECYCLE' && stage === model.stage ? count + 1 : count,
      ),
      moves: [...model.moves, { outcome: step.outcome, from: model.stage, to }],
    }),
  );
};

/** What a step answers, and what becomes of the initiative. */
export const take = (model: Model, step: Step): Outcomes => {
  switch (step.kind) {
    case 'accept':
      return model.status === 'KILLED'
        ? refused(model, ['WRONG_STATE'])
        : done({ ...model, accepted: [...new Set([...model.accepted, step.criterion])] });
    case 'request': {
      const codes = [
        ...(model.reviews.at(-1)?.status === 'OPEN' ? ['WRONG_STATE'] : []),
        ...(model.status === 'ACTIVE' ? [] : ['WRONG_STATE']),
        ...(model.stage === STAGES.length - 1 ? ['WRONG_STATE'] : []),
      ];
      return codes.length > 0
        ? refused(model, codes)
        : done({ ...model, reviews: [...model.reviews, { status: 'OPEN', votes: {} }] });
    }
    case 'cancel': {
      const index = reviewSeen(step.seen);
      const review = model.reviews[index];
      if (!review) {
        return refused(model, ['NOT_FOUND']);
      }
      return review.status === 'OPEN'
        ? done(setReview(model, index, { status: 'CANCELLED' }))
        : refused(model, ['WRONG_STATE']);
    }
    case 'vote': {
      const index = reviewSeen(step.seen);
      const review = model.reviews[index];
      if (!review) {
        return refused(model, ['NOT_FOUND']);
      }
      const codes = [
        ...(step.by === 'owner' ? ['OWNER_CANNOT_VOTE'] : []),
        ...(review.status === 'OPEN' ? [] : ['WRONG_STATE']),
      ];
      return codes.length > 0
        ? refused(model, codes)
        : done(setReview(model, index, { votes: { ...review.votes, [step.by]: step.outcome } }));
    }
    case 'decide':
      return decide(model, step);
    case 'close': {
      const index = conditionSeen(step.seen);
      const isClosed = model.conditions[index];
      if (step.seen.conditions.length === 0 || isClosed === undefined) {
        return refused(model, ['NOT_FOUND']);
      }
      return isClosed
        ? refused(model, ['WRONG_STATE'])
        : done({ ...model, conditions: model.conditions.map((each, position) => each || position === index) });
    }
    case 'resume':
      return model.status === 'ON_HOLD' ? done(moved(model, { status: 'ACTIVE' })) : refused(model, ['WRONG_STATE']);
    case 'reopen':
      return model.status === 'KILLED' ? done(moved(model, { status: 'ACTIVE' })) : refused(model, ['WRONG_STATE']);
    case 'rename':
      return step.seen.version === model.version ? done(moved(model, {})) : refused(model, ['STALE_VERSION']);
  }
};

/** Every order in which steps that were taken at once may have happened. */
export const orders = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  all.length < 2
    ? [all]
    : all.flatMap((first, position) =>
        orders(all.filter((_, other) => other !== position)).map((rest) => [first, ...rest]),
      );
