import { dateAt } from '../../basics/calendar-date.js';
import { isRubberStamp, LAST_DECISIONS } from '../../gates/rubber-stamp.js';
import type { GateHistory, PortfolioFindingRule } from '../finding.js';

const order = ({ decidedAt, id }: GateHistory['decisions'][number]): string => `${decidedAt} ${id}`;

/**
 * A gate lets everything through by `isRubberStamp`: it is a stamp and no gate. It holds since the twentieth GO in a row. A finding for each gate. WARNING: it may be luck, and somebody
 * has to look.
 */
export const rubberStamp: PortfolioFindingRule = ({ gates, at, timeZone }) =>
  gates.flatMap(({ gateKey, name, decisions }) => {
    const known = decisions
      .filter(({ decidedAt }) => decidedAt <= at)
      .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
    const last = known.slice(-LAST_DECISIONS);
    const goes = last.filter(({ outcome }) => outcome === 'GO').length;
    const inARow = known.slice(known.findLastIndex(({ outcome }) => outcome !== 'GO') + 1);
    const since = inARow[LAST_DECISIONS - 1]?.decidedAt;
    const [first] = last;
    return since === undefined || first === undefined || !isRubberStamp({ decisions: last.length, goes })
      ? []
      : [
          {
            code: 'RUBBER_STAMP',
            subject: gateKey,
            level: 'WARNING',
            since,
            message: `The last ${LAST_DECISIONS} decisions at ${name}, since ${dateAt(first.decidedAt, timeZone)}, were all GO: ask what the gate is for.`,
            facts: {
              gateKey,
              decisions: LAST_DECISIONS,
              goes,
              goPercent: '100.0',
              firstOn: dateAt(first.decidedAt, timeZone),
            },
          },
        ];
  });
