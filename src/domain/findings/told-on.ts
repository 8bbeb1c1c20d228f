import { dateAt, type CalendarDate } from '../basics/calendar-date.js';
import { instantOf, millisecondsOf, type Instant } from '../basics/instant.js';
import type { Finding, FindingCode, Told } from './finding.js';
import { tellEvidenceExpiring, type EvidenceExpiringFacts } from './rules/evidence-expiring.js';
import { tellNoMeasurement, type NoMeasurementFacts } from './rules/no-measurement.js';
import { tellPlanWithoutEffort, type PlanWithoutEffortFacts } from './rules/plan-without-effort.js';
import { tellPocTrap, type PocTrapFacts } from './rules/poc-trap.js';
import { tellWaiverExpiring, type WaiverExpiringFacts } from './rules/waiver-expiring.js';
import { tellZombie, type ZombieFacts } from './rules/zombie.js';

type Facts = Finding['facts'];

/** Null: these facts do not tell from when to when the days are to be counted. */
type Telling = (facts: Facts, today: CalendarDate) => Told | null;

// What an earlier version of the program kept has no such fact, and was kept anew at every midnight.
const counting =
  <Own extends object>(dated: keyof Own & string, tell: (facts: Own, today: CalendarDate) => Told): Telling =>
  (facts, today) =>
    dated in facts ? tell(facts as unknown as Own, today) : null;

/** What is said of these has a number of days in it, which is another one every day. */
const TELLINGS: Partial<Record<FindingCode, Telling>> = {
  ZOMBIE: counting<ZombieFacts>('countedFrom', tellZombie),
  POC_TRAP: counting<PocTrapFacts>('countedFrom', tellPocTrap),
  NO_MEASUREMENT: counting<NoMeasurementFacts>('quietDays', tellNoMeasurement),
  WAIVER_EXPIRING: counting<WaiverExpiringFacts>('criterion', tellWaiverExpiring),
  PLAN_WITHOUT_EFFORT: counting<PlanWithoutEffortFacts>('planMetOn', tellPlanWithoutEffort),
  EVIDENCE_EXPIRING: counting<EvidenceExpiringFacts>('criterion', tellEvidenceExpiring),
};

/**
 * A finding as it is said on a day of its portfolio, on which it holds: as its rule would say it, with the days counted to that
 * one. What counts no days is said the same on all of them.
 */
export const toldOn = <Each extends Pick<Finding, 'code'> & Told>(finding: Each, today: CalendarDate): Each => {
  const told = TELLINGS[finding.code]?.(finding.facts, today);
  return told ? { ...finding, ...told } : finding;
};

/** The same as of an instant; what had cleared by then is told as it was said last. */
export const toldAt = <Each extends Pick<Finding, 'code'> & Told & { readonly clearedAt: Instant | null }>(
  finding: Each,
  at: Instant,
  timeZone: string,
): Each => {
  const { clearedAt } = finding;
  const last = clearedAt === null || clearedAt > at ? at : instantOf(millisecondsOf(clearedAt) - 1);
  return toldOn(finding, dateAt(last, timeZone));
};
