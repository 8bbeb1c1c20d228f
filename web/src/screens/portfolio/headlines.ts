import type { AgingLevel } from '../../api/generated/schema';
import { countOf, numberOf } from '../../words/format';

// The titles of cards that are no report and say no sentence of their own, made of their figures.

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

interface AgingOfStage {
  readonly stage: { readonly name: string };
  readonly count: number;
  readonly levels: readonly { readonly level: AgingLevel; readonly count: number }[];
}

/** How many stand at one of these levels in a stage. */
export const atLevels = ({ levels }: Pick<AgingOfStage, 'levels'>, ...wanted: readonly AgingLevel[]): number =>
  sum(levels.filter(({ level }) => wanted.includes(level)).map(({ count }) => count));

export const attentionHeadline = (count: number, isFiltered: boolean): string =>
  count === 0
    ? isFiltered
      ? 'Nothing of this kind needs attention'
      : 'Nothing needs attention'
    : `${countOf(count, 'finding needs', 'findings need')} attention`;

export const healthHeadline = (
  counts: { readonly OFF_TRACK: number; readonly AT_RISK: number; readonly NO_DATA: number },
  all: number,
): string =>
  all === 0
    ? 'There is no initiative yet'
    : counts.OFF_TRACK + counts.AT_RISK + counts.NO_DATA === 0
      ? `All ${countOf(all, 'initiative')} are on track`
      : `${numberOf(counts.OFF_TRACK)} of ${countOf(all, 'initiative')} ${counts.OFF_TRACK === 1 ? 'is' : 'are'} off track, ${numberOf(counts.AT_RISK)} at risk`;
