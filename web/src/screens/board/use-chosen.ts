import { useMemo } from 'react';
import type { WholeBoard } from './board-query';
import { chosenOf, type Looker } from './chosen';
import { lanesOf, stagesOf } from './lanes';
import type { View } from './view';

/** What of a board a view shows, and what it can be filtered by; reckoned anew only where it has to be. */
export const useChosen = ({ head, cards }: WholeBoard, view: View, shownText: string, looker: Looker) => {
  const stages = useMemo(() => stagesOf(head, cards), [head, cards]);
  const owners = useMemo(
    () =>
      [...new Map(cards.map(({ owner }) => [owner.id, owner])).values()].sort((a, b) => a.name.localeCompare(b.name)),
    [cards],
  );
  const chosen = useMemo(
    () =>
      chosenOf(
        cards,
        view,
        shownText,
        looker,
        stages.map(({ key }) => key),
      ),
    [cards, view, shownText, looker, stages],
  );
  const lanes = useMemo(
    () =>
      lanesOf(
        head,
        stages.filter(({ key }) => view.stages.length === 0 || view.stages.includes(key)),
        chosen,
        view.statuses,
      ),
    [head, stages, chosen, view],
  );
  return { stages, owners, chosen, lanes };
};
