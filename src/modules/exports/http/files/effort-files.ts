import { Injectable } from '@nestjs/common';
import type { CsvColumn } from '../../../../platform/csv/write-csv.js';
import { formatDecimal, subtract, sum, type Decimal } from '../../../../domain/basics/decimal.js';
import { EFFORT_GROUPINGS, type EffortGrouping } from '../../../../domain/effort/effort-groups.js';
import { headlineOf } from '../../../../domain/effort/headline.js';
import { schemeNoteOf } from '../../../../domain/effort/scheme-note.js';
import type { EffortShare } from '../../../../domain/effort/split-effort.js';
import { EffortSplits, type EffortGroup, type EffortSplit } from '../../../effort/queries/effort-splits.js';
import { LedgerReads } from '../../../effort/queries/ledger-reads.js';
import { cell, cells, number } from '../columns.js';
import { exportFile, type ExportFile } from '../export-file.js';
import { day, flag, instant, neededDay, text, word } from '../parameters.js';

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

/** A line for each category of all effort, then of each group. */
const linesOf = (split: EffortSplit, grouping: EffortGrouping): readonly Line[] => {
  const whole = { ...split, ...WHOLE };
  return [
    ...whole.shares.map((share): Line => ({ split, grouping: 'NONE', group: whole, share })),
    ...split.groups.flatMap((group) => group.shares.map((share): Line => ({ split, grouping, group, share }))),
  ];
};

const SPLIT: readonly CsvColumn<Line>[] = [
  cell('from', ({ split }) => split.from),
  cell('to', ({ split }) => split.to),
  cell('scheme', ({ split }) => split.scheme.key),
  number('schemeVersion', ({ split }) => split.scheme.version),
  cell('groupBy', ({ grouping }) => grouping),
  cell('group', ({ group }) => group.key),
  cell('groupLabel', ({ group }) => group.label),
  cell('category', ({ share }) => share.category.key),
  cell('categoryName', ({ share }) => share.category.name),
  number('personDays', ({ share }) => share.personDays),
  number('percent', ({ share }) => share.percent),
  number('targetPercent', ({ share }) => share.category.targetPercent),
  number('tolerancePoints', ({ share }) => share.category.tolerancePoints),
  number('deviationPoints', ({ share }) => share.deviationPoints),
  cell('verdict', ({ share }) => share.verdict),
  number('groupPersonDays', ({ group }) => group.personDays),
  number('coveragePercent', ({ group }) => group.coveragePercent),
  number('coverageFloorPercent', ({ split }) => split.scheme.coverageFloorPercent),
  number('uncategorizedPersonDays', ({ group }) => uncategorized(group)),
  cell('headline', ({ split, grouping }) => (grouping === 'NONE' ? headlineOf(split) : null)),
  cell('schemeNote', ({ split }) => noteOf(split)),
];

/** The ledger of effort, and what it comes to. */
@Injectable()
export class EffortFiles {
  constructor(
    private readonly ledger: LedgerReads,
    private readonly splits: EffortSplits,
  ) {}

  all(): readonly ExportFile[] {
    return [this.effort(), this.effortSplit()];
  }

  private effort(): ExportFile {
    return exportFile({
      name: 'effort',
      about: 'The ledger of effort, by the day worked: what was taken back and what takes it back included.',
      parameters: {
        from: day('The first day worked.'),
        to: day('The last day worked.'),
        initiativeKey: text('Only effort on this initiative.'),
        categoryKey: text('Only effort of this category.'),
        uncategorised: flag('true: only what has no category; false: only what has one.'),
        asOf: instant('Only what was recorded by then.'),
      },
      columns: cells(
        [
          'id',
          'initiativeKey',
          'initiativeName',
          'workedOn',
          'person',
          'amount',
          'unit',
          'personDays',
          'categoryKey',
          'categorySource',
          'ruleName',
          'note',
          'labels',
          'components',
          'ticketType',
          'projectKey',
          'source',
          'externalId',
          'revision',
          'method',
          'reversesId',
          'recordedAt',
        ],
        ['amount', 'personDays', 'revision'],
      ),
      rows: ({ portfolio }, question) => this.ledger.begin(portfolio.id, question),
    });
  }

  private effortSplit(): ExportFile {
    return exportFile({
      name: 'effort-split',
      about: 'The report effortSplit: a line for each category, first of all effort, then of each group.',
      parameters: {
        from: neededDay('The first day of the period.'),
        to: neededDay('The last day of the period.'),
        groupBy: word('What to group by; nothing where it is left out.', EFFORT_GROUPINGS),
        asOf: instant('As it was known then.'),
      },
      columns: SPLIT,
      rows: async ({ portfolio }, { groupBy, ...window }) =>
        linesOf(await this.splits.ofPortfolio(portfolio, window, groupBy ?? 'NONE'), groupBy ?? 'NONE'),
    });
  }
}
