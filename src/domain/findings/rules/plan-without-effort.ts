import { addDays, dateAt, daysBetween, startOfDay } from '../../basics/calendar-date.js';
import { isPositive } from '../../basics/decimal.js';
import { lastDays, onCategory, personDaysOf, workedWithin } from '../../effort/category-share.js';
import type { FindingRule } from '../finding.js';
import { metSince } from '../met-since.js';

const CATEGORY = 'PEOPLE_PROCESS';
const DAYS = 60;

/**
 * A change plan is MET, and nobody has worked on people and process for 60 days, today included: a plan that nobody carries
 * out. The days are counted from the last one with such work, net of what was taken back, and at the earliest from the day the
 * plan was met, for before that there was nothing to carry out. WARNING: people are about to meet something nobody prepared
 * them for, and there is time still.
 */
export const planWithoutEffort: FindingRule = (scene) => {
  const { stages, effort, at, timeZone } = scene;
  const gates = stages.flatMap(({ exitGate }) => exitGate ?? []);
  const changePlanMetSince = metSince('CHANGE_PLAN', gates, scene, at);
  if (changePlanMetSince === null) {
    return [];
  }
  const today = dateAt(at, timeZone);
  const plannedOn = dateAt(changePlanMetSince, timeZone);
  const own = onCategory(
    effort.filter(({ recordedAt }) => recordedAt <= at),
    CATEGORY,
  );
  const recently = workedWithin(own, lastDays(today, DAYS));
  if (daysBetween(plannedOn, today) < DAYS || isPositive(personDaysOf(recently))) {
    return [];
  }
  const workedOn = [...new Set(own.map((entry) => entry.workedOn))].filter(
    (day) => day <= today && isPositive(personDaysOf(workedWithin(own, { from: day, to: day }))),
  );
  const lastWorkedOn = workedOn.toSorted().at(-1) ?? null;
  const quietOn = lastWorkedOn !== null && lastWorkedOn > plannedOn ? lastWorkedOn : plannedOn;
  const days = daysBetween(quietOn, today);
  const last = lastWorkedOn === null ? 'no effort is booked on it at all' : `the last of it was on ${lastWorkedOn}`;
  return [
    {
      code: 'PLAN_WITHOUT_EFFORT',
      subject: '',
      level: 'WARNING',
      since: startOfDay(addDays(quietOn, DAYS), timeZone),
      message: `The change plan has been met since ${plannedOn}, but nobody has worked on people and process for ${days} days: ${last}.`,
      facts: { category: CATEGORY, days, planMetOn: plannedOn, lastWorkedOn },
    },
  ];
};
