import { formatDecimal, sum, type Decimal } from '../basics/decimal.js';
import { apportion } from '../effort/apportion.js';
import { VALUE_THESES, type ValueThesis } from '../initiatives/initiative.js';

/** What is done, and how much is worked, for one kind of value. */
export interface ValueBalanceRow {
  readonly valueThesis: ValueThesis;
  /** How many initiatives were live at some time in the period. */
  readonly initiatives: number;
  /** Person-days booked in the period, exact. */
  readonly personDays: Decimal;
  /** Of all person-days, one decimal; null where nothing was booked. */
  readonly percent: Decimal | null;
}

/** A sum of effort in person-days of initiatives with one value thesis; several of one are added. */
interface ThesisEffort {
  /** The value thesis. */
  readonly key: string;
  readonly personDays: Decimal;
}

/**
 * A row for each of the five value theses, in their order, also for those nobody pursues. Percentages are apportioned by
 * largest remainder, so they add up to exactly 100.0, or are all null.
 */
export const valueBalanceOf = (
  live: ReadonlyMap<string, number>,
  effort: readonly ThesisEffort[],
): readonly ValueBalanceRow[] => {
  const rows = VALUE_THESES.map((valueThesis) => ({
    valueThesis,
    initiatives: live.get(valueThesis) ?? 0,
    personDays: formatDecimal(sum(effort.filter(({ key }) => key === valueThesis).map(({ personDays }) => personDays))),
  }));
  const percents = apportion(rows.map(({ personDays }) => personDays));
  return rows.map((row, place) => ({ ...row, percent: percents?.[place] ?? null }));
};
