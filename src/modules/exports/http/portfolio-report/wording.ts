import type { TableColumn } from '../../../../platform/pdf/table.js';

/** What stands where there is nothing to tell. */
export const NONE = '–';

export const shown = (value: string | number | null, unit = ''): string => (value === null ? NONE : `${value}${unit}`);

/** Words of codes that are written otherwise than others. */
const OWN_SPELLING: Readonly<Record<string, string>> = { go: 'GO', poc: 'PoC', ux: 'UX', wip: 'WIP' };

/** A code as it is read: `ON_HOLD` is On hold, `CONDITIONAL_GO` is Conditional GO. */
export const words = (code: string): string =>
  code
    .toLowerCase()
    .split('_')
    .map((word, place) => OWN_SPELLING[word] ?? (place === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word))
    .join(' ');

/** A number with the word that follows one, or more and none. */
export const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** A column of numbers. */
export const right = (head: string, share: number): TableColumn => ({ head, share, align: 'right' });
