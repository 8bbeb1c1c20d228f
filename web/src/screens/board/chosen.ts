import type { AgingLevel, Health } from '../../api/generated/schema';
import type { BoardCard } from './board-query';
import type { View } from './view';

/** From where on an initiative is slow. */
export const SLOW: ReadonlySet<AgingLevel> = new Set<AgingLevel>(['AGING', 'STUCK', 'ZOMBIE']);

const AGE: Readonly<Record<AgingLevel, number>> = { FRESH: 0, WATCH: 1, AGING: 2, STUCK: 3, ZOMBIE: 4 };
const WORST_FIRST: Readonly<Record<Health, number>> = { OFF_TRACK: 0, AT_RISK: 1, NO_DATA: 2, ON_TRACK: 3 };

const isReady = (card: BoardCard): boolean => card.gate?.readiness.ready === true;

/** Who looks: for "mine", and "waiting for me". */
export interface Looker {
  readonly userId: string | undefined;
  readonly waiting: ReadonlySet<string>;
}

const isIn = <T>(list: readonly T[], value: T): boolean => list.length === 0 || list.includes(value);

/** Whether a card passes all filters of a view but its text; the text is told apart, as it changes with every key. */
const passes = (card: BoardCard, view: View, { userId, waiting }: Looker): boolean =>
  isIn(view.classes, card.investmentClass) &&
  isIn(view.healths, card.health) &&
  isIn(view.agings, card.agingLevel) &&
  isIn(view.stages, card.stage.key) &&
  view.statuses.includes(card.status) &&
  (view.owner === undefined || card.owner.id === view.owner) &&
  (view.ready === undefined || isReady(card) === view.ready) &&
  (view.mine !== 'owner' || card.owner.id === userId) &&
  (view.mine !== 'waiting' || waiting.has(card.key));

const hasWords = (card: BoardCard, words: readonly string[]): boolean => {
  const text = `${card.key} ${card.name} ${card.owner.name} ${card.businessUnit ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
};

type Compare = (one: BoardCard, other: BoardCard) => number;

const numberOfKey = (key: string): number => Number(key.slice(key.lastIndexOf('-') + 1));
const byKey: Compare = (one, other) => numberOfKey(one.key) - numberOfKey(other.key);

// Slow first, then ready, then age: what needs somebody stands on top.
const byNeed: Compare = (one, other) =>
  Number(SLOW.has(other.agingLevel)) - Number(SLOW.has(one.agingLevel)) ||
  Number(isReady(other)) - Number(isReady(one)) ||
  other.daysInStage - one.daysInStage;

const readinessOf = ({ gate }: BoardCard): number =>
  gate === null ? -1 : gate.readiness.metCount / Math.max(1, gate.readiness.mustMeetCount);

const ORDERS: Readonly<Record<string, Compare>> = {
  key: byKey,
  name: (one, other) => one.name.localeCompare(other.name),
  class: (one, other) => one.investmentClass.localeCompare(other.investmentClass),
  readiness: (one, other) => readinessOf(one) - readinessOf(other),
  health: (one, other) => WORST_FIRST[one.health] - WORST_FIRST[other.health],
  days: (one, other) => one.daysInStage - other.daysInStage,
  aging: (one, other) => AGE[one.agingLevel] - AGE[other.agingLevel],
  owner: (one, other) => one.owner.name.localeCompare(other.owner.name),
  review: (one, other) =>
    (one.gate?.currentReview?.dueOn ?? '9999').localeCompare(other.gate?.currentReview?.dueOn ?? '9999'),
  status: (one, other) => one.status.localeCompare(other.status),
  unit: (one, other) => (one.businessUnit ?? '').localeCompare(other.businessUnit ?? ''),
  risk: (one, other) => one.riskTier.localeCompare(other.riskTier),
  value: (one, other) => one.valueThesis.localeCompare(other.valueThesis),
  updated: (one, other) => one.updatedAt.localeCompare(other.updatedAt),
};

/** The order `days` or `-days` of an address; stages in the order of the template. Need, where it is no order. */
const orderOf = (sort: string, stageKeys: readonly string[]): Compare => {
  const name = sort.replace(/^-/, '');
  const order =
    name === 'stage'
      ? (one: BoardCard, other: BoardCard) => stageKeys.indexOf(one.stage.key) - stageKeys.indexOf(other.stage.key)
      : ORDERS[name];
  if (!order) {
    return (one, other) => byNeed(one, other) || byKey(one, other);
  }
  const sign = sort.startsWith('-') ? -1 : 1;
  return (one, other) => sign * order(one, other) || byKey(one, other);
};

/** The cards of a view, in its order. */
export const chosenOf = (
  cards: readonly BoardCard[],
  view: View,
  text: string,
  looker: Looker,
  stageKeys: readonly string[],
): BoardCard[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return cards
    .filter((card) => passes(card, view, looker) && hasWords(card, words))
    .sort(orderOf(view.sort, stageKeys));
};

/** How many are ready for their gate, and how many are slow. */
export const countsOf = (cards: readonly BoardCard[]): { ready: number; slow: number } => ({
  ready: cards.filter(isReady).length,
  slow: cards.filter(({ agingLevel }) => SLOW.has(agingLevel)).length,
});
