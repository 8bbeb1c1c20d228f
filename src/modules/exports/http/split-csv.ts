import { formatDecimal, subtract, sum, type Decimal } from '../../../domain/basics/decimal.js';
import type { EffortGrouping } from '../../../domain/effort/effort-groups.js';
import { headlineOf } from '../../../domain/effort/headline.js';
import { schemeNoteOf } from '../../../domain/effort/scheme-note.js';
import type { EffortShare } from '../../../domain/effort/split-effort.js';
import { csvHeader, csvLines, type CsvColumn } from '../../../platform/csv/write-csv.js';
import type { EffortGroup, EffortSplit } from '../../effort/queries/effort-splits.js';

/** One category of the whole or of a group. */
interface Line {
  readonly split: EffortSplit;
  readonly grouping: EffortGrouping;
  readonly group: EffortGroup;
  readonly share: EffortShare;
}

const WHOLE = { key: '', label: 'All effort' } as const;

const uncategorized = ({ personDays, shares }: Line['group']): Decimal =>
  formatDecimal(subtract(personDays, sum(shares.map((share) => share.personDays))));

const noteOf = ({ scheme, to, asked }: EffortSplit): string | null =>
  asked ? schemeNoteOf(scheme, to, asked.portfolio.timeZone) : null;

const COLUMNS: readonly CsvColumn<Line>[] = [
  { name: 'from', value: ({ split }) => split.from },
  { name: 'to', value: ({ split }) => split.to },
  { name: 'scheme', value: ({ split }) => split.scheme.key },
  { name: 'schemeVersion', value: ({ split }) => String(split.scheme.version), isNumber: true },
  { name: 'groupBy', value: ({ grouping }) => grouping },
  { name: 'group', value: ({ group }) => group.key },
  { name: 'groupLabel', value: ({ group }) => group.label },
  { name: 'category', value: ({ share }) => share.category.key },
  { name: 'categoryName', value: ({ share }) => share.category.name },
  { name: 'personDays', value: ({ share }) => share.personDays, isNumber: true },
  { name: 'percent', value: ({ share }) => share.percent, isNumber: true },
  { name: 'targetPercent', value: ({ share }) => share.category.targetPercent, isNumber: true },
  { name: 'tolerancePoints', value: ({ share }) => share.category.tolerancePoints, isNumber: true },
  { name: 'deviationPoints', value: ({ share }) => share.deviationPoints, isNumber: true },
  { name: 'verdict', value: ({ share }) => share.verdict },
  { name: 'groupPersonDays', value: ({ group }) => group.personDays, isNumber: true },
  { name: 'coveragePercent', value: ({ group }) => group.coveragePercent, isNumber: true },
  { name: 'coverageFloorPercent', value: ({ split }) => split.scheme.coverageFloorPercent, isNumber: true },
  { name: 'uncategorizedPersonDays', value: ({ group }) => uncategorized(group), isNumber: true },
  { name: 'headline', value: ({ split, grouping }) => (grouping === 'NONE' ? headlineOf(split) : null) },
  { name: 'schemeNote', value: ({ split }) => noteOf(split) },
];

/** The report as CSV: a line for each category of all effort, then of each group. */
export const splitCsv = (split: EffortSplit, grouping: EffortGrouping, hasMark: boolean): string => {
  const whole = { ...split, ...WHOLE };
  const lines = [
    ...whole.shares.map((share): Line => ({ split, grouping: 'NONE', group: whole, share })),
    ...split.groups.flatMap((group) => group.shares.map((share): Line => ({ split, grouping, group, share }))),
  ];
  return csvHeader(COLUMNS, hasMark) + csvLines(COLUMNS, lines);
};
