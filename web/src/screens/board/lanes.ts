import type { InitiativeStatus } from '../../api/generated/schema';
import { INITIATIVE_STATUS } from '../../words/labels';
import type { BoardCard, BoardHead } from './board-query';
import { countsOf } from './chosen';

/** A column of the board: the active ones of a stage, or all of a status that moves no more. */
export interface Lane {
  readonly id: string;
  readonly name: string;
  readonly cards: readonly BoardCard[];
  readonly ready: number;
  readonly slow: number;
  /** Of a stage only. */
  readonly stageKey?: string;
  readonly aging?: BoardHead['aging'][number] | undefined;
}

/** The statuses beside the way, each with how many there are whether they are shown or not. */
export const ASIDE = ['ON_HOLD', 'KILLED', 'RETIRED'] as const satisfies readonly InitiativeStatus[];
export type AsideStatus = (typeof ASIDE)[number];

export const asideCounts = (head: BoardHead): Readonly<Record<AsideStatus, number>> => ({
  ON_HOLD: head.onHold.totalCount,
  KILLED: head.killed.totalCount,
  RETIRED: head.retired.totalCount,
});

const laneOf = (lane: Omit<Lane, 'ready' | 'slow'>): Lane => ({ ...lane, ...countsOf(lane.cards) });

/** The stages of a board: those of the portfolio's template, then those in which only initiatives on another version are. */
export const stagesOf = (head: BoardHead, cards: readonly BoardCard[]): { key: string; name: string }[] => {
  const known = new Map(head.template.stages.map(({ key, name }) => [key, name]));
  for (const { stage } of cards) {
    if (!known.has(stage.key)) {
      known.set(stage.key, stage.name);
    }
  }
  return [...known].map(([key, name]) => ({ key, name }));
};

/** The columns of the cards of a view, in the order of the stages; a status beside the way has its own. */
export const lanesOf = (
  head: BoardHead,
  stages: readonly { key: string; name: string }[],
  chosen: readonly BoardCard[],
  shown: readonly InitiativeStatus[],
): Lane[] => {
  const ofStage = shown.includes('ACTIVE')
    ? stages.map(({ key, name }) =>
        laneOf({
          id: key,
          name,
          stageKey: key,
          aging: head.aging.find(({ stage }) => stage.key === key),
          cards: chosen.filter(({ status, stage }) => status === 'ACTIVE' && stage.key === key),
        }),
      )
    : [];
  const aside = ASIDE.filter((status) => shown.includes(status)).map((status) =>
    laneOf({
      id: status,
      name: INITIATIVE_STATUS[status],
      cards: chosen.filter((card) => card.status === status),
    }),
  );
  return [...ofStage, ...aside];
};
