import { addDays, dateAt, startOfDay } from '../../src/domain/basics/calendar-date.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import { SYSTEM_USER_ID } from '../../src/domain/access/system-user.js';
import { AGING_LEVELS, agingLevelOf, agingThresholds } from '../../src/domain/pipeline/aging.js';
import { countedVisits, stageTotalsOf } from '../../src/domain/pipeline/stage-clock.js';
import { daysInStage } from '../../src/domain/pipeline/time-in-stage.js';
import { Templates } from '../../src/modules/templates/queries/templates.js';
import type { AsOfBench } from './as-of-bench.js';
import { recordedCourses, type RecordedCourse } from './recorded-courses.js';

/** Where an initiative stood at an instant and how long, and what it had taken in the stages it had left, by its history. */
const standingAt = ({ visits: known, statusChanges, initiativeId }: RecordedCourse, at: Instant, timeZone: string) => {
  const visits = countedVisits(known.filter(({ enteredAt }) => enteredAt <= at)).map((visit) => ({
    ...visit,
    leftAt: visit.leftAt !== null && visit.leftAt > at ? null : visit.leftAt,
  }));
  const visit = visits.find(({ leftAt }) => leftAt === null) ?? null;
  const history = { visits, statusChanges, timeZone };
  return {
    initiativeId,
    visit,
    status: statusChanges.at(-1)?.status ?? 'ACTIVE',
    days: visit === null ? 0 : daysInStage({ ...history, at, stageKey: visit.stageKey }),
    left: stageTotalsOf(history).map((total) => ({
      ...total,
      templateKey: visits.findLast(({ stageKey }) => stageKey === total.stageKey)!.templateKey,
    })),
  };
};

/** Who did something in the last thirty days, by everything there is that somebody can do. */
const livelyAt = async ({ rows, portfolio }: AsOfBench, at: Instant): Promise<ReadonlySet<string>> => {
  const from = addDays(dateAt(at, portfolio.timeZone), -29);
  const found = await rows<{ id: string }>(
    `SELECT initiative_id AS id FROM evidence WHERE submitted_by <> $5 AND submitted_at BETWEEN $2 AND $3 AND portfolio_id = $1
     UNION SELECT initiative_id FROM status_update WHERE posted_by <> $5 AND posted_at BETWEEN $2 AND $3 AND portfolio_id = $1
     UNION SELECT r.initiative_id FROM initiative_revision r LEFT JOIN template_migration m USING (initiative_id, version)
       WHERE recorded_by <> $5 AND recorded_at BETWEEN $2 AND $3 AND r.portfolio_id = $1 AND m.initiative_id IS NULL
     UNION SELECT k.initiative_id FROM kpi k JOIN kpi_measurement m ON m.kpi_id = k.id
       WHERE m.recorded_by <> $5 AND m.recorded_at <= $3 AND m.measured_on >= $4 AND k.portfolio_id = $1
     UNION SELECT e.initiative_id FROM effort_entry e
       WHERE e.recorded_by <> $5 AND e.recorded_at <= $3 AND e.worked_on >= $4 AND e.portfolio_id = $1 AND NOT e.is_reversal
         AND e.id NOT IN (SELECT reverses_id FROM effort_entry WHERE reverses_id IS NOT NULL AND recorded_at <= $3)`,
    [portfolio.id, startOfDay(from, portfolio.timeZone), at, from, SYSTEM_USER_ID],
  );
  return new Set(found.map(({ id }) => id));
};

/** The aging of a portfolio at an instant, initiative by initiative. */
export const agingByHand = async (bench: AsOfBench, at: Instant) => {
  const { timeZone, templateId } = bench.portfolio;
  const { key, stages } = await bench.context.get(Templates).newestAt(templateId, at);
  const today = dateAt(at, timeZone);
  const lively = await livelyAt(bench, at);
  const standings = (await recordedCourses(bench, at)).map((course) => standingAt(course, at, timeZone));
  return stages.map((stage) => {
    const left = standings
      .flatMap((standing) => standing.left)
      .filter((each) => each.templateKey === key && each.stageKey === stage.key)
      .map(({ days }) => days);
    const thresholds = agingThresholds(left.map((each) => ({ days: each, count: 1 })));
    const levels = standings
      .filter(({ visit }) => visit?.templateKey === key && visit.stageKey === stage.key)
      .filter(({ status }) => status === 'ACTIVE' || status === 'ON_HOLD')
      .map(({ initiativeId, visit, days, status }) =>
        agingLevelOf({
          days,
          status,
          thresholds,
          timeBoxDays: visit!.timeBoxDays,
          lastActivityOn: lively.has(initiativeId) ? today : null,
          today,
        }),
      );
    return {
      stage: stage.key,
      count: levels.length,
      exits: left.length,
      p50: thresholds?.p50 ?? null,
      p70: thresholds?.p70 ?? null,
      p85: thresholds?.p85 ?? null,
      levels: AGING_LEVELS.map((level) => ({ level, count: levels.filter((each) => each === level).length })),
      overWip: stage.wipLimit !== null && levels.length > stage.wipLimit,
    };
  });
};
