import { dateAt, startOfDay, addDays } from '../../basics/calendar-date.js';
import { conditionsAt, isUnclosed } from '../../gates/condition.js';
import { listed } from '../../gates/criteria/wording.js';
import type { FindingRule } from '../finding.js';

/**
 * A condition that is not closed on the day after its due date; one finding for all of them, since the first of those days.
 * CRITICAL: the initiative went on for a promise that was not kept, and stands still for it (law 13).
 */
export const conditionOverdue: FindingRule = ({ conditions, at, timeZone }) => {
  const today = dateAt(at, timeZone);
  const overdue = conditionsAt(conditions, at)
    .filter((condition) => isUnclosed(condition) && condition.dueOn < today)
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  const [first] = overdue;
  return first === undefined
    ? []
    : [
        {
          code: 'CONDITION_OVERDUE',
          subject: '',
          level: 'CRITICAL',
          since: startOfDay(addDays(first.dueOn, 1), timeZone),
          message: `Conditions of a gate that was passed are overdue: ${listed(overdue.map(({ text, dueOn }) => `"${text}" was due on ${dueOn}`))}.`,
          facts: { conditions: overdue.map(({ id, text, dueOn, ownerId }) => ({ id, text, dueOn, ownerId })) },
        },
      ];
};
