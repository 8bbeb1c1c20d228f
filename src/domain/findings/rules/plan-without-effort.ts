import { addDays, dateAt, daysBetween, startOfDay, type CalendarDate } from '../../basics/calendar-date.js';
import { isPositive } from '../../basics/decimal.js';
import { lastDays, onCategory, personDaysOf, workedWithin } from '../../effort/category-share.js';
import type { FindingRule, Told } from '../finding.js';
import { metSince } from '../met-since.js';

const CATEGORY = 'PEOPLE_PROCESS';
const DAYS = 60;

/** What stands of a plan without effort while the days go by. */
export interface PlanWithoutEffortFacts {
  readonly planMetOn: CalendarDate;
  readonly lastWorkedOn: CalendarDate | null;
}

const quietFrom = ({ planMetOn, lastWorkedOn }: PlanWithoutEffortFacts): CalendarDate =>
  lastWorkedOn !== null && lastWorkedOn > planMetOn ? lastWorkedOn : planMetOn;

/** What is said of a plan without effort on a day. */
export const tellPlanWithoutEffort = (facts: PlanWithoutEffortFacts, today: CalendarDate): Told => {
  const { planMetOn, lastWorkedOn } = facts;
  const days = daysBetween(quietFrom(facts), today);
  const last = lastWorkedOn === null ? 'no effort is booked on it at all' : `the last of it was on ${lastWorkedOn}`;
  return {
    message: `The change plan has been met since ${planMetOn}, but nobody has worked on people and process for ${days} days: ${last}.`,
    facts: { category: CATEGORY, days, planMetOn, lastWorkedOn },
  };
};

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
  const planMetOn = dateAt(changePlanMetSince, timeZone);
  const own = onCategory(
    effort.filter(({ recordedAt }) => recordedAt <= at),
    CATEGORY,
  );
  const recently = workedWithin(own, lastDays(today, DAYS));
  if (daysBetween(planMetOn, today) < DAYS || isPositive(personDaysOf(recently))) {
    return [];
  }
  const workedOn = [...new Set(own.map((entry) => entry.workedOn))].filter(
    (day) => day <= today && isPositive(personDaysOf(workedWithin(own, { from: day, to: day }))),
  );
  const facts = { planMetOn, lastWorkedOn: workedOn.toSorted().at(-1) ?? null };
  return [
    {
      code: 'PLAN_WITHOUT_EFFORT',
      subject: '',
      level: 'WARNING',
      since: startOfDay(addDays(quietFrom(facts), DAYS), timeZone),
      ...tellPlanWithoutEffort(facts, today),
    },
  ];
};
