import type { BoardCard } from './board-query';
import type { View } from './view';

// Beyond it the address would be too long for some; the filters of the export say the same, but for text and "mine".
const MOST_KEYS = 300;

/** The address of the list of a view as CSV: of its very cards where an address can name them, else by its filters. */
export const csvAddress = (portfolioKey: string, view: View, chosen: readonly BoardCard[]): string => {
  const address = new URLSearchParams({ portfolio: portfolioKey, bom: '1' });
  const set = (name: string, values: readonly string[]): void => {
    if (values.length > 0) {
      address.set(name, values.join());
    }
  };
  set('statuses', view.statuses);
  if (chosen.length > 0 && chosen.length <= MOST_KEYS) {
    set(
      'keys',
      chosen.map(({ key }) => key),
    );
  } else {
    set('stageKeys', view.stages);
    set('agingLevels', view.agings);
    set('healths', view.healths);
    set('investmentClasses', view.classes);
    set('readyForGate', view.ready === undefined ? [] : [String(view.ready)]);
    set('ownerId', view.owner === undefined ? [] : [view.owner]);
    set('search', view.q === '' ? [] : [view.q]);
  }
  return `/api/exports/initiatives.csv?${address.toString()}`;
};
