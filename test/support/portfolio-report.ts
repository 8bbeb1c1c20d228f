import type { Attention } from '../../src/modules/exports/queries/attention-rows.js';
import type { CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { decimal, decimalOf } from '../../src/domain/basics/decimal.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import { splitEffort } from '../../src/domain/effort/split-effort.js';
import type { StageDefinition } from '../../src/domain/gates/gate.js';
import { NO_EXITS, stageAgingOf } from '../../src/domain/pipeline/stage-aging.js';
import { finish } from '../../src/domain/reports/steps.js';
import { forecastOf } from '../../src/domain/reports/forecast.js';
import { funnelOf } from '../../src/domain/reports/funnel.js';
import { debtRowsOf } from '../../src/domain/reports/governance-debt.js';
import { reportMonthOf } from '../../src/domain/reports/report-month.js';
import { valueBalanceOf } from '../../src/domain/reports/value-balance.js';
import type { PortfolioReport } from '../../src/modules/exports/queries/portfolio-reports.js';

const LONG =
  'Reading letters of complaint about claims that were settled twice and answering them without a person in between';

const scheme = {
  id: 'scheme',
  key: 'DEFAULT',
  portfolioId: 'portfolio',
  version: 1,
  validFrom: '2026-01-01' as CalendarDate,
  publishedAt: '2026-01-01T00:00:00.000Z' as Instant,
  coverageFloorPercent: decimal('80'),
  categories: [
    { key: 'PEOPLE_PROCESS', name: 'People and process', targetPercent: decimal('70'), tolerancePoints: decimal('5') },
    {
      key: 'TECHNOLOGY_DATA',
      name: 'Technology and data',
      targetPercent: decimal('20'),
      tolerancePoints: decimal('5'),
    },
    { key: 'ALGORITHMS', name: 'Algorithms', targetPercent: decimal('10'), tolerancePoints: decimal('5') },
  ],
};

export interface ReportShape {
  readonly name?: string;
  readonly stages?: number;
  readonly decisions?: number;
  readonly debts?: number;
  readonly hasEffort?: boolean;
  readonly attention?: Attention['rows'] | null;
  readonly word?: string;
}

const stage = (place: number, word: string): StageDefinition => ({
  key: `stage-${place}`,
  name: `${word} ${place + 1}`,
  category: place === 0 ? 'INTAKE' : 'PRODUCTION',
  position: place,
  timeBoxDays: null,
  wipLimit: place % 3 === 0 ? 1 : null,
  exitGate: null,
});

/** A report of October 2026 that nobody asked a database for, of any size. */
export const aReport = ({
  name = 'Claims',
  stages = 6,
  decisions = 3,
  debts = 2,
  hasEffort = true,
  attention = null,
  word = 'Stage',
}: ReportShape = {}): PortfolioReport => {
  const month = reportMonthOf('2026-10-01' as CalendarDate, 'Europe/Berlin', '2026-11-29T12:00:00.000Z' as Instant)!;
  const portfolio = {
    id: 'portfolio',
    key: 'CLAIMS',
    name,
    timeZone: 'Europe/Berlin',
    templateId: 'template',
    createdAt: '2026-01-01T00:00:00.000Z' as Instant,
  };
  const amounts = hasEffort ? ['248', '446', '546'] : [];
  const rows = amounts.map((personDays, place) => ({
    categoryKey: scheme.categories[place]!.key,
    personDays: decimal(personDays),
    operationalPersonDays: decimal('100'),
  }));
  const split = { ...splitEffort({ rows, scheme }), scheme, groups: [], asked: undefined };
  const defined = Array.from({ length: stages }, (_, place) => stage(place, word));
  const funnel = funnelOf(
    defined,
    defined.map(({ key }, place) => ({ stageKey: key, entered: 1000 - place, advanced: 900 - place, stopped: 20 })),
  );
  const called = new Map([['one', { id: 'one', key: 'CLAIMS-12345', name: `${word} ${LONG}` }]]);
  const history = Array.from({ length: 12 }, (_, place) => ({
    month: `2025-${String(place + 1).padStart(2, '0')}`,
    exits: [0, 1, 0, 2, 1, 0, 1, 1, 0, 2, 1, 1][place]!,
  }));
  return {
    ...month,
    portfolio,
    figures: {
      effort: { ...split, ...month.month },
      effortOfYear: { ...split, ...month.twelveMonths },
      funnel: { ...funnel, ...month.twelveMonths } as never,
      stages: funnel.stages.map((row) => ({ ...row, medianDays: decimal('12.5') })) as never,
      aging: defined.map((each, place) => stageAgingOf(each, NO_EXITS, new Map([['STUCK', place]]))),
      valueBalance: valueBalanceOf(new Map([['COST', 12]]), [{ key: 'COST', personDays: decimalOf(12) }]),
      forecasts: [1, 3, 6].map((exits) => finish(forecastOf(history, exits))),
    },
    decisions: Array.from({ length: decisions }, (_, place) => ({
      decidedAt: '2026-10-17T10:00:00.000Z' as Instant,
      initiativeId: 'one',
      gateKey: 'g2',
      outcome: place % 2 === 0 ? 'CONDITIONAL_GO' : 'GO',
      decidedBy: 'Bartholomäus von Hohenzollern-Sigmaringen',
      conditions: Array.from({ length: place % 2 === 0 ? 2 : 0 }, () => ({
        text: `${LONG}. ${LONG}.`,
        owner: 'Ada',
        dueOn: '2026-12-31' as CalendarDate,
      })),
    })),
    debt: {
      portfolio,
      asOf: month.at,
      rows: debtRowsOf([{ kind: 'LIVE_WAIVER', days: 40, count: debts }]).map((row) => ({
        ...row,
        asked: {} as never,
      })),
    },
    oldestDebts: Array.from({ length: Math.min(debts, 10) }, (_, place) => ({
      kind: 'LIVE_WAIVER' as const,
      id: String(place),
      initiativeId: 'one',
      since: '2026-09-21T10:00:00.000Z' as Instant,
      days: 40,
      until: '2026-11-30' as CalendarDate,
      gateKey: 'g3',
      criterionKey: 'monitoring-plan-with-a-very-long-key-that-has-no-space-in-it',
      text: LONG,
    })),
    attention: attention && { rows: attention, count: attention.length },
    called,
  };
};
