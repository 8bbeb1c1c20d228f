import { decimalOf, type Decimal } from '../basics/decimal.js';
import { apportion } from '../effort/apportion.js';
import type { GateDefinition } from '../gates/gate.js';
import { isRubberStamp } from '../gates/rubber-stamp.js';
import { GATE_OUTCOMES, type GateOutcome } from '../gates/vote.js';
import { countIn, medianOf, mostDays, nearestRankIn, type DayCount } from '../basics/day-counts.js';

/** How many decisions had an outcome. */
export interface OutcomeCount {
  readonly outcome: GateOutcome;
  readonly count: number;
}

const countOf = (counts: readonly OutcomeCount[], outcome: GateOutcome): number =>
  counts.filter((each) => each.outcome === outcome).reduce((sum, { count }) => sum + count, 0);

export interface OutcomeShare extends OutcomeCount {
  /** Of the decisions, one decimal; null where there is none. */
  readonly percent: Decimal | null;
}

/** What is known of one gate. */
export interface GateRecord {
  readonly gate: GateDefinition;
  /** Decisions in the period, by outcome and by days from the request to the decision. */
  readonly decided: readonly (DayCount & OutcomeCount)[];
  /** Reviews that were called off in the period. */
  readonly cancelled: number;
  /** Reviews that are open, by days since the request. */
  readonly open: readonly DayCount[];
  /** The outcomes of the last 20 decisions there were, whenever that was. */
  readonly last: readonly OutcomeCount[];
}

export interface GateStatistics {
  readonly gate: GateDefinition;
  readonly decisions: number;
  /** All five outcomes, from the boldest; their percentages add up to 100.0, or are all null. */
  readonly outcomes: readonly OutcomeShare[];
  readonly medianDays: Decimal | null;
  readonly p85Days: number | null;
  readonly cancelled: number;
  readonly openReviews: number;
  readonly medianOpenDays: Decimal | null;
  readonly oldestOpenDays: number | null;
  readonly rubberStamp: boolean;
}

/** How a gate decides. Days are midnights passed in the portfolio's zone; p85 is by nearest rank; null of nothing. */
export const gateStatisticsOf = ({ gate, decided, cancelled, open, last }: GateRecord): GateStatistics => {
  const outcomes = GATE_OUTCOMES.map((outcome) => ({ outcome, count: countOf(decided, outcome) }));
  const percents = apportion(outcomes.map(({ count }) => decimalOf(count)));
  return {
    gate,
    decisions: countIn(decided),
    outcomes: outcomes.map((each, place) => ({ ...each, percent: percents?.[place] ?? null })),
    medianDays: medianOf(decided),
    p85Days: nearestRankIn(decided, 85),
    cancelled,
    openReviews: countIn(open),
    medianOpenDays: medianOf(open),
    oldestOpenDays: mostDays(open),
    rubberStamp: isRubberStamp({
      decisions: GATE_OUTCOMES.reduce((sum, outcome) => sum + countOf(last, outcome), 0),
      goes: countOf(last, 'GO'),
    }),
  };
};
