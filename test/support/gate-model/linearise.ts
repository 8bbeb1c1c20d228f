import { orders, take, type Codes, type Model, type Step } from './model.js';

export interface Taken {
  readonly step: Step;
  readonly answer: Codes;
}

/** How an initiative stands, as far as it can be looked at. */
export type Stands = Omit<Model, 'accepted'>;

/** Where the initiative may be after steps that were taken at once: one model for each order in which they would have been answered as they were. */
export const possibleAfter = (seen: Model, taken: readonly Taken[]): readonly Model[] =>
  orders(taken)
    .map((order) => told(seen, order))
    .filter((model) => model !== null);

/** Where a model ends after steps in this order, if each would have been answered as it was; else null. */
const told = (model: Model, order: readonly Taken[]): Model | null =>
  order.reduce<Model | null>((before, { step, answer }) => {
    if (before === null) {
      return null;
    }
    const after = take(before, step);
    return JSON.stringify(after.codes) === JSON.stringify(answer) ? after.model : null;
  }, model);

const comparable = ({ stage, status, version, conditions, recycles, moves, reviews }: Stands) => ({
  stage,
  status,
  version,
  conditions,
  recycles,
  moves,
  reviews: reviews.map((review) => ({
    status: review.status,
    votes: Object.entries(review.votes).sort(([a], [b]) => a.localeCompare(b)),
  })),
});

/** Whether it stands as the model says. */
export const standsAs = (model: Model, stands: Stands): boolean =>
  JSON.stringify(comparable(model)) === JSON.stringify(comparable(stands));
