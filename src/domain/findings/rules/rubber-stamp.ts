import { dateAt } from '../../basics/calendar-date.js';
import type { GateHistory, PortfolioFindingRule } from '../finding.js';

const DECISIONS = 20;
const PERCENT = 95;

const order = ({ decidedAt, id }: GateHistory['decisions'][number]): string => `${decidedAt} ${id}`;

/**
 * More than 95 percent of the last 20 decisions of a gate were GO, so all of them, for 19 of 20 are 95: it lets everything
 * through, and is a stamp and no gate. A CONDITIONAL_GO is no GO, for it asked for something. With fewer than 20 decisions
 * nothing is said. It holds since the twentieth GO in a row. A finding for each gate. WARNING: it may be luck, and somebody
 * has to look.
 */
export const rubberStamp: PortfolioFindingRule = ({ gates, at, timeZone }) =>
  gates.flatMap(({ gateKey, name, decisions }) => {
    const known = decisions
      .filter(({ decidedAt }) => decidedAt <= at)
      .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
    const last = known.slice(-DECISIONS);
    const goes = last.filter(({ outcome }) => outcome === 'GO').length;
    const inARow = known.slice(known.findLastIndex(({ outcome }) => outcome !== 'GO') + 1);
    const since = inARow[DECISIONS - 1]?.decidedAt;
    const [first] = last;
    return since === undefined || first === undefined || goes * 100 <= DECISIONS * PERCENT
      ? []
      : [
          {
            code: 'RUBBER_STAMP',
            subject: gateKey,
            level: 'WARNING',
            since,
            message: `The last ${DECISIONS} decisions at ${name}, since ${dateAt(first.decidedAt, timeZone)}, were all GO: ask what the gate is for.`,
            facts: {
              gateKey,
              decisions: DECISIONS,
              goes,
              goPercent: '100.0',
              firstOn: dateAt(first.decidedAt, timeZone),
            },
          },
        ];
  });
