import { Injectable } from '@nestjs/common';
import { LATE_STATUSES } from '../../../../domain/effort/late-effort.js';
import { TREND_STEPS } from '../../../../domain/effort/periods.js';
import type { CsvColumn } from '../../../../platform/csv/write-csv.js';
import { EffortTrends, type EffortTrend } from '../../../effort/queries/effort-trends.js';
import { LateReads } from '../../../effort/queries/late-reads.js';
import { PeriodReads } from '../../../effort/queries/period-reads.js';
import { cell, cells, number } from '../columns.js';
import { exportFile, type ExportFile } from '../export-file.js';
import { INITIATIVE } from '../list-file.js';
import { instant, neededDay, word, words } from '../parameters.js';

/** One category in one period of a trend. */
interface TrendLine {
  readonly trend: EffortTrend;
  readonly period: EffortTrend['periods'][number];
  readonly share: EffortTrend['periods'][number]['shares'][number];
}

const trendLinesOf = (trend: EffortTrend): readonly TrendLine[] =>
  trend.periods.flatMap((period) => period.shares.map((share) => ({ trend, period, share })));

const TREND: readonly CsvColumn<TrendLine>[] = [
  cell('by', ({ trend }) => trend.by),
  cell('period', ({ period }) => period.key),
  cell('periodLabel', ({ period }) => period.label),
  cell('from', ({ period }) => period.from),
  cell('to', ({ period }) => period.to),
  cell('scheme', ({ period }) => period.scheme.key),
  number('schemeVersion', ({ period }) => period.scheme.version),
  cell('category', ({ share }) => share.category.key),
  cell('categoryName', ({ share }) => share.category.name),
  number('personDays', ({ share }) => share.personDays),
  number('percent', ({ share }) => share.percent),
  number('changePoints', ({ share }) => share.changePoints),
  number('targetPercent', ({ share }) => share.category.targetPercent),
  number('deviationPoints', ({ share }) => share.deviationPoints),
  cell('verdict', ({ share }) => share.verdict),
  number('periodPersonDays', ({ period }) => period.personDays),
  number('uncategorizedPersonDays', ({ period }) => period.uncategorizedPersonDays),
  number('coveragePercent', ({ period }) => period.coveragePercent),
  number('operationalisationPercent', ({ period }) => period.operationalisationPercent),
  cell('headline', ({ period }) => period.headline),
  cell('trendHeadline', ({ trend }) => trend.headline),
];

/** Periods of effort: those that were closed, what came late for them, and how the split moved from one to the next. */
@Injectable()
export class PeriodFiles {
  constructor(
    private readonly late: LateReads,
    private readonly periods: PeriodReads,
    private readonly trends: EffortTrends,
  ) {}

  all(): readonly ExportFile[] {
    return [this.effortTrend(), this.lateEffort(), this.effortPeriods()];
  }

  private lateEffort(): ExportFile {
    return exportFile({
      name: 'late-effort',
      about: 'What was sent for days that were closed and what became of it, by the time it came.',
      parameters: { ...INITIATIVE, statuses: words('Only those with one of these statuses.', LATE_STATUSES) },
      columns: cells(
        [
          'id',
          'initiativeKey',
          'initiativeName',
          'kind',
          'status',
          'workedOn',
          'person',
          'amount',
          'unit',
          'personDays',
          'categoryKey',
          'note',
          'labels',
          'components',
          'ticketType',
          'projectKey',
          'source',
          'externalId',
          'method',
          'replacesOn',
          'receivedAt',
          'receivedBy',
          'decidedAt',
          'decidedBy',
          'reason',
        ],
        ['amount', 'personDays'],
      ),
      rows: ({ portfolio }, asked) => this.late.begin(portfolio.id, asked),
    });
  }

  private effortPeriods(): ExportFile {
    return exportFile({
      name: 'effort-periods',
      about: 'The periods of effort that were ever closed, the one closed last first.',
      parameters: {},
      columns: cells(
        [
          'id',
          'from',
          'to',
          'note',
          'personDaysAtClosing',
          'personDaysNow',
          'lateEffortPending',
          'closedAt',
          'closedBy',
          'reopenedAt',
          'reopenedBy',
          'reopenReason',
        ],
        ['personDaysAtClosing', 'personDaysNow', 'lateEffortPending'],
      ),
      rows: ({ portfolio }) => this.periods.ofPortfolio(portfolio.id),
    });
  }

  private effortTrend(): ExportFile {
    return exportFile({
      name: 'effort-trend',
      about: 'The report effortTrend: a line for each category of each month or quarter.',
      parameters: {
        from: neededDay('The first day of the trend.'),
        to: neededDay('The last day of the trend; at most 120 periods lie between.'),
        by: word('What it goes by; QUARTER where it is left out.', TREND_STEPS),
        asOf: instant('As it was known then.'),
      },
      columns: TREND,
      rows: async ({ portfolio }, { by, ...window }) =>
        trendLinesOf(await this.trends.ofPortfolio(portfolio, window, by ?? 'QUARTER')),
    });
  }
}
