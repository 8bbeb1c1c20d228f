import { Injectable } from '@nestjs/common';
import type { CsvColumn } from '../../../../platform/csv/write-csv.js';
import { AGING_LEVELS } from '../../../../domain/pipeline/aging.js';
import type { StageAging } from '../../../../domain/pipeline/stage-aging.js';
import { GATE_OUTCOMES } from '../../../../domain/gates/vote.js';
import type { GateStatistics } from '../../../../domain/reports/decision-statistics.js';
import { MOST_EXITS, type Forecast } from '../../../../domain/reports/forecast.js';
import { StageAgings } from '../../../initiatives/queries/stage-agings.js';
import { DecisionRecords } from '../../../reports/queries/decision-records.js';
import { Forecasts } from '../../../reports/queries/forecasts.js';
import { Funnels, type Funnel, type StageOfFunnel } from '../../../reports/queries/funnels.js';
import { ValueBalances } from '../../../reports/queries/value-balances.js';
import { cell, cells, number } from '../columns.js';
import { exportFile, type ExportFile } from '../export-file.js';
import { count, instant, neededDay } from '../parameters.js';

const WINDOW = {
  from: neededDay("The first day of the period, in the portfolio's time zone."),
  to: neededDay('The last day of the period.'),
};
const AS_OF = { asOf: instant('As it was known then.') };

/** So many are waited for where nobody says how many. */
const EXITS = 1;

type FunnelLine = StageOfFunnel & { readonly funnel: Funnel; readonly medianDays: string | null };

type ForecastLine = Omit<Forecast, 'history'> & { readonly month: string | null; readonly monthExits: number | null };

/** A line for each month of the history; one without a month where there is none. */
const forecastLines = ({ history, ...forecast }: Forecast): readonly ForecastLine[] =>
  history.length === 0
    ? [{ ...forecast, month: null, monthExits: null }]
    : history.map(({ month, exits }) => ({ ...forecast, month, monthExits: exits }));

const FUNNEL: readonly CsvColumn<FunnelLine>[] = [
  cell('from', ({ funnel }) => funnel.from),
  cell('to', ({ funnel }) => funnel.to),
  cell('stage', ({ stage }) => stage.key),
  cell('stageName', ({ stage }) => stage.name),
  cell('stageCategory', ({ stage }) => stage.category),
  number('entered', ({ entered }) => entered),
  number('advanced', ({ advanced }) => advanced),
  number('stopped', ({ stopped }) => stopped),
  number('remaining', ({ remaining }) => remaining),
  number('conversionPercent', ({ conversionPercent }) => conversionPercent),
  number('medianDays', ({ medianDays }) => medianDays),
  number('endToEndPercent', ({ funnel }) => funnel.endToEndPercent),
];

const AGING: readonly CsvColumn<StageAging>[] = [
  cell('stage', ({ stage }) => stage.key),
  cell('stageName', ({ stage }) => stage.name),
  cell('stageCategory', ({ stage }) => stage.category),
  number('timeBoxDays', ({ stage }) => stage.timeBoxDays),
  ...cells(['count', 'exits', 'p50', 'p70', 'p85'], ['count', 'exits', 'p50', 'p70', 'p85']),
  ...AGING_LEVELS.map((level) =>
    number<StageAging>(level.toLowerCase(), ({ levels }) => levels.find((each) => each.level === level)?.count ?? 0),
  ),
  ...cells(['wipLimit', 'overWip'], ['wipLimit']),
];

const DECISIONS: readonly CsvColumn<GateStatistics>[] = [
  cell('gate', ({ gate }) => gate.key),
  cell('gateName', ({ gate }) => gate.name),
  number('decisions', ({ decisions }) => decisions),
  ...GATE_OUTCOMES.flatMap((outcome, place) => [
    number<GateStatistics>(outcome, ({ outcomes }) => outcomes[place]?.count ?? 0),
    number<GateStatistics>(`${outcome}Percent`, ({ outcomes }) => outcomes[place]?.percent ?? null),
  ]),
  ...cells(
    ['medianDays', 'p85Days', 'cancelled', 'openReviews', 'medianOpenDays', 'oldestOpenDays', 'rubberStamp'],
    ['medianDays', 'p85Days', 'cancelled', 'openReviews', 'medianOpenDays', 'oldestOpenDays'],
  ),
];

/** The reports of a portfolio, with the figures that the API gives. */
@Injectable()
export class ReportFiles {
  constructor(
    private readonly funnels: Funnels,
    private readonly agings: StageAgings,
    private readonly balances: ValueBalances,
    private readonly forecasts: Forecasts,
    private readonly records: DecisionRecords,
  ) {}

  all(): readonly ExportFile[] {
    return [this.funnel(), this.aging(), this.valueBalance(), this.forecast(), this.decisionStatistics()];
  }

  private funnel(): ExportFile {
    return exportFile({
      name: 'funnel',
      about: 'Who entered each stage in a period and what became of them: a line for each stage.',
      parameters: { ...WINDOW, ...AS_OF },
      columns: FUNNEL,
      rows: async ({ portfolio }, { asOf, ...days }) => {
        const funnel = await this.funnels.ofPortfolio(portfolio, days, asOf);
        return Promise.all(
          funnel.stages.map(async (stage) => ({
            ...stage,
            funnel,
            medianDays: await this.funnels.medianDays(funnel, stage),
          })),
        );
      },
    });
  }

  private aging(): ExportFile {
    return exportFile({
      name: 'aging',
      about: 'Who is in each stage and how long, against how long others took: a line for each stage.',
      parameters: AS_OF,
      columns: AGING,
      rows: ({ portfolio }, { asOf }) => this.agings.ofPortfolio(portfolio, asOf),
    });
  }

  private valueBalance(): ExportFile {
    return exportFile({
      name: 'value-balance',
      about: 'Initiatives and effort of a period by value thesis: a line for each of the five.',
      parameters: { ...WINDOW, ...AS_OF },
      columns: cells(
        ['from', 'to', 'valueThesis', 'initiatives', 'personDays', 'percent'],
        ['initiatives', 'personDays', 'percent'],
      ),
      rows: async ({ portfolio }, { asOf, ...days }) =>
        (await this.balances.ofPortfolio(portfolio, days, asOf)).map((row) => ({ ...days, ...row })),
    });
  }

  private forecast(): ExportFile {
    return exportFile({
      name: 'forecast',
      about: 'In how many months so many more arrive in production: a line for each month of the history it goes by.',
      parameters: { exits: count('How many more; 1 where it is left out.', 1, MOST_EXITS), ...AS_OF },
      columns: cells(
        ['exits', 'enoughHistory', 'p50Months', 'p85Months', 'p95Months', 'explanation', 'month', 'monthExits'],
        ['exits', 'p50Months', 'p85Months', 'p95Months', 'monthExits'],
      ),
      rows: async ({ portfolio }, { exits, asOf }) =>
        forecastLines(await this.forecasts.ofPortfolio(portfolio, exits ?? EXITS, asOf)),
    });
  }

  private decisionStatistics(): ExportFile {
    return exportFile({
      name: 'decision-statistics',
      about: 'How each gate decided in a period, and which reviews are open: a line for each gate.',
      parameters: { ...WINDOW, ...AS_OF },
      columns: DECISIONS,
      rows: async ({ portfolio }, { asOf, ...days }) => (await this.records.ofPortfolio(portfolio, days, asOf)).gates,
    });
  }
}
