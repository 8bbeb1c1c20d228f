import type { CriterionKind } from '../../api/generated/schema';
import { wordsOf } from '../../words/labels';

/** One threshold of a kind of criterion: how a field asks for it, and how it reads. */
export interface Setting {
  readonly name: string;
  readonly label: string;
  readonly is: 'number' | 'text' | 'flag';
  readonly reads: (value: string) => string;
}

/** The thresholds of each kind; kinds that are not here take none. */
export const SETTINGS: Readonly<Partial<Record<CriterionKind, readonly Setting[]>>> = {
  KPI_CONTRACT: [
    {
      name: 'requireBaseline',
      label: 'A baseline is asked for',
      is: 'flag',
      reads: (value) => (value === 'true' ? 'with a baseline' : 'without a baseline'),
    },
  ],
  KPI_ATTAINMENT: [
    {
      name: 'maxAgeDays',
      label: 'Measured within days',
      is: 'number',
      reads: (value) => `measured within ${value} days`,
    },
    { name: 'minSample', label: 'Smallest sample', is: 'number', reads: (value) => `on a sample of at least ${value}` },
  ],
  UX_REVIEW: [
    {
      name: 'minParticipants',
      label: 'Participants at least',
      is: 'number',
      reads: (value) => `at least ${value} participants`,
    },
  ],
  EFFORT_SHARE: [
    { name: 'category', label: 'Category, by key', is: 'text', reads: (value) => `of category ${wordsOf(value)}` },
    { name: 'minPercent', label: 'At least percent', is: 'text', reads: (value) => `at least ${value} %` },
    {
      name: 'windowDays',
      label: 'Over the last days',
      is: 'number',
      reads: (value) => `over the last ${value} days`,
    },
  ],
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The settings of a criterion by name, whatever the API or a file gave. */
export const settingsOf = (settings: unknown): Readonly<Record<string, unknown>> =>
  isRecord(settings) ? settings : {};

/** What a criterion sets, in words: "at least 5 participants". */
export const settingsInWords = (kind: CriterionKind, settings: unknown): string => {
  const given = settingsOf(settings);
  return (SETTINGS[kind] ?? [])
    .flatMap(({ name, reads }) =>
      given[name] === undefined || given[name] === null ? [] : [reads(textOf(given[name]))],
    )
    .join(', ');
};
