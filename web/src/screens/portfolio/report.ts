import { dayOf, momentOf } from '../../words/format';
import {
  dayIn,
  eightQuarters,
  monthOf,
  presetOf,
  statedAsOf,
  statedPeriod,
  yearEndingWith,
  type Period,
} from './period';

/** Fewer initiatives than this, and a percentage says more than there is to say. */
export const FEW = 10;

/** How many exits to production the forecast is of. */
export const EXITS = 6;

/** What all cards are of: the portfolio, the days and the instant, and how much there is to tell of. */
export interface Report {
  readonly portfolioKey: string;
  readonly name: string;
  readonly timeZone: string;
  readonly stages: readonly { readonly key: string; readonly name: string }[];
  readonly today: string;
  readonly period: Period;
  /** Of the funnel, which takes a year to say anything. */
  readonly year: Period;
  readonly trend: Period;
  /** The instant asked as of; null: now. */
  readonly asOf: string | null;
  /** The server's clock when it was asked, or the instant asked as of. */
  readonly at: string;
  readonly month: string;
  readonly isPreset: boolean;
  readonly initiatives: number;
  readonly isFew: boolean;
  readonly canSettle: boolean;
}

interface Ground {
  readonly name: string;
  readonly timeZone: string;
  readonly viewerRoles: readonly string[];
  readonly governanceDebt: { readonly asOf: string };
  readonly initiatives: { readonly totalCount: number };
  readonly template: { readonly stages: readonly { readonly key: string; readonly name: string }[] };
}

/** What an address asks of a portfolio, reckoned by the server's clock and in the portfolio's calendar. */
export const reportOf = (
  portfolioKey: string,
  { name, timeZone, viewerRoles, governanceDebt, initiatives, template }: Ground,
  search: { readonly from?: string; readonly to?: string; readonly asOf?: string },
): Report => {
  const today = dayIn(governanceDebt.asOf, timeZone);
  const period = statedPeriod(search, today);
  const asOf = statedAsOf(search.asOf, timeZone);
  return {
    portfolioKey,
    name,
    timeZone,
    stages: template.stages,
    today,
    period,
    year: yearEndingWith(period),
    trend: eightQuarters(period),
    asOf,
    at: asOf ?? governanceDebt.asOf,
    month: monthOf(period, today),
    isPreset: presetOf(period, today) !== null,
    initiatives: initiatives.totalCount,
    isFew: initiatives.totalCount < FEW,
    canSettle: viewerRoles.some((role) => role === 'ADMIN' || role === 'PROGRAM_MANAGER'),
  };
};

/** "1 Jan to 31 Mar 2026". */
export const periodTold = ({ from, to }: Period): string =>
  `${from.slice(0, 4) === to.slice(0, 4) ? dayOf(from, Number(from.slice(0, 4))) : dayOf(from)} to ${dayOf(to)}`;

/** "as of 11 Mar 2026, 12:20". */
export const asOfTold = ({ at }: Pick<Report, 'at'>): string => `as of ${momentOf(at)}`;

/** The address of a file of docs/export.md, with the days and the instant of the report where the file takes them. */
export const fileOf = (
  { portfolioKey, asOf }: Pick<Report, 'portfolioKey' | 'asOf'>,
  file: string,
  given: Readonly<Record<string, string>> = {},
  takesAsOf = true,
): string =>
  `/api/exports/${file}?${new URLSearchParams({
    portfolio: portfolioKey,
    ...given,
    ...(asOf !== null && takesAsOf ? { asOf } : {}),
  }).toString()}`;

/** What is left of 100 %, of a decimal text with one decimal, exactly: "93.8" leaves "6.2". */
export const restOf = (percent: string): string => ((1000 - Math.round(Number(percent) * 10)) / 10).toFixed(1);
