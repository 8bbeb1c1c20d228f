import { schemeNoteOf } from '../../../../domain/effort/scheme-note.js';
import type { EffortShare } from '../../../../domain/effort/split-effort.js';
import { AGING_LEVELS } from '../../../../domain/pipeline/aging.js';
import type { Filling } from '../../../../platform/pdf/bars.js';
import type { Sheet } from '../../../../platform/pdf/sheet.js';
import type { PortfolioReport } from '../../queries/portfolio-reports.js';
import { right, shown, words } from './wording.js';

const FILLINGS: readonly Filling[] = ['SOLID', 'HATCHED', 'EMPTY'];

const signed = (points: string): string => (points.startsWith('-') ? points : `+${points}`);

const besideBar = ({ category, percent, deviationPoints, verdict }: EffortShare): string =>
  percent === null || deviationPoints === null
    ? `nothing booked (target ${category.targetPercent} %)`
    : `${percent} % (target ${category.targetPercent} %, ${signed(deviationPoints)} points): ${words(verdict)}`;

/** What the words beside the bar do not say again. */
const altOf = ({ category, percent }: EffortShare): string =>
  `Bar of ${category.name}: ${percent === null ? 'empty' : `${percent} % of its length`}, a mark at ${category.targetPercent} %.`;

/** Where the effort went: 70/20/10 of the month, and of the twelve months beside it. */
export const effortSection = (sheet: Sheet, { figures, portfolio, month, twelveMonths }: PortfolioReport): void => {
  const { effort, effortOfYear } = figures;
  sheet.heading('Effort: people and process, technology and data, algorithms', 150);
  sheet.bars(
    effort.shares.map((share, place) => ({
      label: share.category.name,
      percent: share.percent === null ? null : Number(share.percent),
      target: Number(share.category.targetPercent),
      filling: FILLINGS[place % FILLINGS.length] ?? 'EMPTY',
      words: besideBar(share),
      alt: altOf(share),
    })),
  );
  const note = schemeNoteOf(effort.scheme, month.to, portfolio.timeZone);
  if (note !== null) {
    sheet.paragraph(note);
  }
  const row = (label: string, split: typeof effort): readonly string[] => [
    label,
    split.personDays,
    split.uncategorizedPersonDays,
    `${split.coveragePercent} %`,
    shown(split.operationalisationPercent, ' %'),
    ...split.shares.map(({ percent }) => shown(percent, ' %')),
  ];
  // The scheme may have changed within the year, and then its categories are not those of the month.
  const isAlike = effort.scheme.categories.every(({ key }, place) => effortOfYear.shares[place]?.category.key === key);
  sheet.table({
    columns: [
      { head: 'Period', share: 3.7 },
      right('Person-days', 2.1),
      right('Uncategorised', 2.3),
      right('Coverage', 1.6),
      right('Operational', 2),
      ...effort.scheme.categories.map(({ name }) => right(name, 2)),
    ],
    rows: [
      row(`${month.from} to ${month.to}`, effort),
      ...(isAlike ? [row(`${twelveMonths.from} to ${twelveMonths.to}`, effortOfYear)] : []),
    ],
  });
  sheet.paragraph(
    `The mark on each bar is its target; the tolerance is ${effort.scheme.categories.map(({ name, tolerancePoints }) => `${tolerancePoints} points for ${name}`).join(', ')}. ` +
      `Coverage is the categorised share of all effort (at least ${effort.scheme.coverageFloorPercent} % for a verdict), operational the share worked in Pilot or Production.`,
  );
};

export const funnelSection = (sheet: Sheet, { figures: { stages, funnel }, twelveMonths }: PortfolioReport): void => {
  sheet.heading(`Funnel, ${twelveMonths.from} to ${twelveMonths.to}`);
  sheet.table({
    columns: [
      { head: 'Stage', share: 4, lines: 2 },
      right('Entered', 1.4),
      right('Advanced', 1.5),
      right('Stopped', 1.4),
      right('Remaining', 1.6),
      right('Conversion', 1.7),
      right('Median days', 1.8),
    ],
    rows: stages.map((row) => [
      row.stage.name,
      String(row.entered),
      String(row.advanced),
      String(row.stopped),
      String(row.remaining),
      shown(row.conversionPercent, ' %'),
      shown(row.medianDays),
    ]),
  });
  sheet.paragraph(
    funnel.endToEndPercent === null
      ? 'Nobody entered the first stage, or there is no stage of production: there is no share from end to end.'
      : `From end to end: ${funnel.endToEndPercent} % (entries into production of entries into the first stage).`,
  );
};

export const agingSection = (sheet: Sheet, { figures: { aging } }: PortfolioReport): void => {
  sheet.heading('Aging: who stands in each stage, and how long');
  sheet.table({
    columns: [
      { head: 'Stage', share: 3.6, lines: 2 },
      right('In it', 1.1),
      right('Limit', 1.5),
      ...AGING_LEVELS.map((level) => right(words(level), 1.2)),
      right('p50', 1),
      right('p70', 1),
      right('p85', 1),
      right('Exits', 1.1),
    ],
    rows: aging.map(({ stage, count, wipLimit, overWip, levels, p50, p70, p85, exits }) => [
      stage.name,
      String(count),
      overWip ? `${shown(wipLimit)} (over)` : shown(wipLimit),
      ...levels.map((level) => String(level.count)),
      shown(p50),
      shown(p70),
      shown(p85),
      String(exits),
    ]),
  });
  sheet.paragraph(
    'p50, p70 and p85: days within which half, 70 % and 85 % of those that left the stage had left it; none with fewer than ten exits.',
  );
};

export const valueSection = (sheet: Sheet, { figures: { valueBalance }, twelveMonths }: PortfolioReport): void => {
  sheet.heading(`Value balance, ${twelveMonths.from} to ${twelveMonths.to}`);
  sheet.table({
    columns: [
      { head: 'Value thesis', share: 3 },
      right('Initiatives', 1.5),
      right('Person-days', 1.5),
      right('Of all effort', 1.5),
    ],
    rows: valueBalance.map(({ valueThesis, initiatives, personDays, percent }) => [
      words(valueThesis),
      String(initiatives),
      personDays,
      shown(percent, ' %'),
    ]),
  });
};

export const forecastSection = (sheet: Sheet, { figures: { forecasts } }: PortfolioReport): void => {
  sheet.heading('Forecast: when more arrive in production', 40);
  for (const { explanation } of forecasts.some(({ enoughHistory }) => enoughHistory)
    ? forecasts
    : forecasts.slice(0, 1)) {
    sheet.paragraph(explanation);
  }
};
