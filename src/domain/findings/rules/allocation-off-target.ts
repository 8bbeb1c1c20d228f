import { addDays, dateAt, startOfDay } from '../../basics/calendar-date.js';
import { listed } from '../../gates/criteria/wording.js';
import type { EffortShare } from '../../effort/split-effort.js';
import type { PortfolioFindingRule, PortfolioScene } from '../finding.js';

type Quarter = PortfolioScene['quarters'][number];

/** A quarter in which a category was off its target. */
interface OffQuarter {
  readonly quarter: Quarter;
  readonly share: EffortShare;
}

const IN_A_ROW = 2;

const offIn = (quarter: Quarter, categoryKey: string): OffQuarter | null => {
  const share = quarter.shares.find(({ category }) => category.key === categoryKey);
  return share?.verdict === 'UNDER' || share?.verdict === 'OVER' ? { quarter, share } : null;
};

/** The quarters in a row, to the last one, in which the category was off its target. */
const offQuarters = (quarters: readonly Quarter[], categoryKey: string): readonly OffQuarter[] => {
  const all = quarters.map((quarter) => offIn(quarter, categoryKey));
  return all.slice(all.lastIndexOf(null) + 1).filter((each) => each !== null);
};

const told = ({ quarter, share }: OffQuarter): string =>
  `${String(share.percent)} % in ${quarter.label}, where ${share.category.targetPercent} % are asked for`;

/**
 * A category of effort was outside of its tolerance, on whichever side, in two whole quarters in a row, each judged by the
 * scheme in force on its last day; a quarter without a verdict ends the row. It holds from the midnight after the second of
 * them. A finding for each category. WARNING: it is no slip of one quarter, and somebody has to steer.
 */
export const allocationOffTarget: PortfolioFindingRule = ({ quarters, at, timeZone }) => {
  const over = quarters.filter(({ to }) => to < dateAt(at, timeZone)).toSorted((a, b) => (a.to < b.to ? -1 : 1));
  return (over.at(-1)?.shares ?? []).flatMap(({ category }) => {
    const off = offQuarters(over, category.key);
    const second = off[IN_A_ROW - 1];
    return second === undefined
      ? []
      : [
          {
            code: 'ALLOCATION_OFF_TARGET',
            subject: category.key,
            level: 'WARNING',
            since: startOfDay(addDays(second.quarter.to, 1), timeZone),
            message: `${category.name} has been off its target for ${off.length} quarters in a row: ${listed(off.slice(-IN_A_ROW).map(told))}.`,
            facts: {
              categoryKey: category.key,
              quartersInARow: off.length,
              quarters: off.slice(-IN_A_ROW).map(({ quarter, share }) => ({
                quarter: quarter.key,
                percent: share.percent,
                targetPercent: share.category.targetPercent,
                deviationPoints: share.deviationPoints,
                verdict: share.verdict,
              })),
            },
          },
        ];
  });
};
