import { addDays, dateAt, daysBetween, startOfDay, type CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { instantOf, millisecondsOf, type Instant } from '../../src/domain/basics/instant.js';
import { conditionsAt, isUnclosed, type ConditionFact } from '../../src/domain/gates/condition.js';
import { waiversKnownAt, waiverStatusOn } from '../../src/domain/gates/waiver.js';
import { VALUE_THESES } from '../../src/domain/initiatives/initiative.js';
import { countedVisits, stageTotalsOf } from '../../src/domain/pipeline/stage-clock.js';
import { stageRanksOf } from '../../src/domain/reports/stage-ranks.js';
import { Templates } from '../../src/modules/templates/queries/templates.js';
import { Waivers } from '../../src/modules/waivers/queries/waivers.js';
import type { AsOfBench } from './as-of-bench.js';
import { recordedCourses, type RecordedCourse } from './recorded-courses.js';

export interface Question {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly at: Instant;
}

const reachIn = ({ portfolio: { timeZone } }: AsOfBench, { from, to, at }: Question) => {
  const end = instantOf(millisecondsOf(startOfDay(addDays(to, 1), timeZone)) - 1);
  return { since: startOfDay(from, timeZone), until: end < at ? end : at };
};

/** What was recorded by `at`, of which nothing is after `until`. */
const coursesUntil = async (bench: AsOfBench, at: Instant, until: Instant): Promise<readonly RecordedCourse[]> => {
  const courses = await recordedCourses(bench, at);
  return courses
    .map((course) => ({
      ...course,
      visits: course.visits
        .filter(({ enteredAt }) => enteredAt <= until)
        .map((visit) => ({ ...visit, leftAt: visit.leftAt !== null && visit.leftAt > until ? null : visit.leftAt })),
      statusChanges: course.statusChanges.filter(({ changedAt }) => changedAt <= until),
    }))
    .filter(({ visits }) => visits.length > 0);
};

const versionsAt = async (bench: AsOfBench, at: Instant) => {
  const templates = bench.context.get(Templates);
  const inForce = await templates.newestAt(bench.portfolio.templateId, at);
  return { inForce, all: [inForce, ...(await templates.olderThan(inForce))] };
};

const isOver = (status: string): boolean => status === 'KILLED' || status === 'RETIRED';

const median = (values: readonly number[]): string | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length === 0 ? null : String((sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2);
};

/** The rows of the funnel, initiative by initiative. */
export const funnelByHand = async (bench: AsOfBench, question: Question) => {
  const { since, until } = reachIn(bench, question);
  const { inForce, all } = await versionsAt(bench, question.at);
  const ranks = new Map(stageRanksOf(inForce, all).map((each) => [`${each.templateId} ${each.stageKey}`, each.rank]));
  const courses = await coursesUntil(bench, question.at, until);
  return inForce.stages.map(({ key }) => {
    const fates: string[] = [];
    const days: number[] = [];
    for (const { visits, statusChanges } of courses) {
      const first = visits.findIndex(({ stageKey, enteredAt }) => stageKey === key && enteredAt >= since);
      if (first === -1) {
        continue;
      }
      const rankOf = (visit: (typeof visits)[number]) => ranks.get(`${visit.templateId} ${visit.stageKey}`)!;
      const isAdvanced = visits.slice(first + 1).some((visit) => rankOf(visit) > rankOf(visits[first]!));
      const isStopped = isOver(statusChanges.at(-1)?.status ?? 'ACTIVE');
      fates.push(isAdvanced ? 'advanced' : isStopped ? 'stopped' : 'remaining');
      const { timeZone } = bench.portfolio;
      const totals = stageTotalsOf({ visits: countedVisits(visits), statusChanges, timeZone });
      days.push(...totals.filter(({ stageKey }) => stageKey === key).map((total) => total.days));
    }
    const count = (fate: string): number => fates.filter((each) => each === fate).length;
    return {
      stage: key,
      entered: fates.length,
      advanced: count('advanced'),
      stopped: count('stopped'),
      remaining: count('remaining'),
      medianDays: median(days),
    };
  });
};

/** How many initiatives of each value thesis were live at some time of a period. */
export const liveByHand = async (bench: AsOfBench, question: Question) => {
  const { since, until } = reachIn(bench, question);
  const revisions = await bench.rows<{ id: string; at: Instant; thesis: string }>(
    `SELECT initiative_id AS id, recorded_at AS at, attributes->>'valueThesis' AS thesis FROM initiative_revision
     WHERE portfolio_id = $1 ORDER BY initiative_id, version`,
    [bench.portfolio.id],
  );
  const live = (await coursesUntil(bench, question.at, until)).filter(({ visits, statusChanges }) => {
    const first = visits[0]!.enteredAt;
    const begin = first > since ? first : since;
    const before = statusChanges.filter(({ changedAt }) => changedAt <= begin);
    const statuses = [before.at(-1)?.status ?? 'ACTIVE', ...statusChanges.slice(before.length).map((c) => c.status)];
    return begin <= until && statuses.some((status) => !isOver(status));
  });
  const theses = live.map(
    ({ initiativeId }) => revisions.findLast(({ id, at }) => id === initiativeId && at <= question.at)!.thesis,
  );
  return VALUE_THESES.map((valueThesis) => ({
    valueThesis,
    initiatives: theses.filter((each) => each === valueThesis).length,
  }));
};

/** The exits of whole months before the running one. */
export const exitsByHand = async (bench: AsOfBench, at: Instant) => {
  const { timeZone } = bench.portfolio;
  const courses = await coursesUntil(bench, at, at);
  const { all } = await versionsAt(bench, at);
  const goals = all.map(({ id, stages }) => `${id} ${stages.find(({ category }) => category === 'PRODUCTION')?.key}`);
  const monthOf = (instant: Instant): string => dateAt(instant, timeZone).slice(0, 7);
  const exits = courses.flatMap(({ visits }) =>
    visits
      .filter(({ templateId, stageKey }) => goals.includes(`${templateId} ${stageKey}`))
      .slice(0, 1)
      .map(({ enteredAt }) => monthOf(enteredAt)),
  );
  const entries = courses.flatMap(({ visits }) => visits.map(({ enteredAt }) => enteredAt)).sort();
  const months: string[] = [];
  for (let day = dateAt(entries[0] ?? at, timeZone); day.slice(0, 7) < monthOf(at); day = addDays(day, 1)) {
    if (months.at(-1) !== day.slice(0, 7)) {
      months.push(day.slice(0, 7));
    }
  }
  return months.slice(-24).map((month) => ({ month, exits: exits.filter((each) => each === month).length }));
};

/** What was let go and how old it is, by kind. */
export const debtByHand = async (bench: AsOfBench, at: Instant) => {
  const { timeZone, id } = bench.portfolio;
  const today = dateAt(at, timeZone);
  const courses = await coursesUntil(bench, at, at);
  const going = courses
    .filter(({ statusChanges }) => !isOver(statusChanges.at(-1)?.status ?? 'ACTIVE'))
    .map(({ initiativeId }) => initiativeId);
  const facts = await bench.context.get(Waivers).factsOf(going);
  const waivers = waiversKnownAt([...facts.values()].flat(), at)
    .map((waiver) => ({ since: waiver.requestedAt, status: waiverStatusOn(waiver, today) }))
    .filter(({ status }) => status === 'PENDING' || status === 'APPROVED')
    .map(({ since, status }) => ({ since, kind: status === 'PENDING' ? 'PENDING_WAIVER' : 'LIVE_WAIVER' }));
  const made = await bench.rows<ConditionFact & { initiativeId: string }>(
    `SELECT id, initiative_id AS "initiativeId", made_at AS "madeAt", breached_at AS "breachedAt", closed_at AS "closedAt" FROM gate_condition
     WHERE portfolio_id = $1`,
    [id],
  );
  const conditions = conditionsAt(
    made.filter(({ initiativeId }) => going.includes(initiativeId)),
    at,
  )
    .filter(isUnclosed)
    .map(({ madeAt, status }) => ({ since: madeAt, kind: `${status}_CONDITION` }));
  return [...waivers, ...conditions]
    .map(({ since, kind }) => ({ since, kind, days: daysBetween(dateAt(since, timeZone), today) }))
    .sort((a, b) => (a.since < b.since ? -1 : 1));
};

/** What was decided and waits at each gate. */
export const decisionsByHand = async (bench: AsOfBench, question: Question) => {
  const { since, until } = reachIn(bench, question);
  const { timeZone, id } = bench.portfolio;
  const reviews = await bench.rows<{
    gateKey: string;
    requestedAt: Instant;
    cancelledAt: Instant | null;
    decidedAt: Instant | null;
    outcome: string | null;
  }>(
    `SELECT r.gate_key AS "gateKey", r.requested_at AS "requestedAt", r.cancelled_at AS "cancelledAt", d.decided_at AS "decidedAt", d.outcome
     FROM gate_review r LEFT JOIN gate_decision d ON d.review_id = r.id WHERE r.portfolio_id = $1`,
    [id],
  );
  const daysFrom = (from: Instant, to: Instant): number => daysBetween(dateAt(from, timeZone), dateAt(to, timeZone));
  const isIn = (at: Instant | null): at is Instant => at !== null && at >= since && at <= until;
  const { inForce, all } = await versionsAt(bench, question.at);
  const gates = [...new Set(all.flatMap(({ stages }) => stages.flatMap(({ exitGate }) => exitGate?.key ?? [])))];
  const inOrder = inForce.stages.flatMap(({ exitGate }) => exitGate?.key ?? []);
  return gates
    .map((key) => {
      const own = reviews.filter(({ gateKey }) => gateKey === key);
      const open = own.filter(
        ({ requestedAt, cancelledAt, decidedAt }) =>
          requestedAt <= question.at && ![cancelledAt, decidedAt].some((at) => at !== null && at <= question.at),
      );
      const decided = own.filter(({ decidedAt }) => isIn(decidedAt));
      return {
        gate: key,
        decisions: decided.length,
        outcomes: decided.map(({ outcome }) => outcome!).sort(),
        medianDays: median(decided.map(({ requestedAt, decidedAt }) => daysFrom(requestedAt, decidedAt!))),
        cancelled: own.filter(({ cancelledAt }) => isIn(cancelledAt)).length,
        openReviews: open.length,
        medianOpenDays: median(open.map(({ requestedAt }) => daysFrom(requestedAt, question.at))),
      };
    })
    .filter(
      ({ gate, decisions, cancelled, openReviews }) =>
        inOrder.includes(gate) ||
        decisions + cancelled + openReviews > 0 ||
        reviews.some((r) => r.gateKey === gate && r.decidedAt !== null && r.decidedAt <= question.at),
    );
};
