import type { DataSource } from 'typeorm';
import { dateAt, type CalendarDate } from '../../src/domain/basics/calendar-date.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import { daysOn } from '../../src/domain/pipeline/stage-clock.js';
import { daysInStage } from '../../src/domain/pipeline/time-in-stage.js';
import { StageHistories } from '../../src/modules/initiatives/queries/stage-history.js';
import { Database } from '../../src/platform/database/database.js';

interface StoredClock {
  readonly id: string;
  readonly key: string;
  readonly stageKey: string;
  readonly timeZone: string;
  readonly templateKey: string;
  readonly since: CalendarDate | null;
  readonly days: number | null;
  readonly totals: readonly { readonly stageKey: string; readonly templateKey: string; readonly days: number }[];
}

const STORED = `
  SELECT i.id, i.key, i.stage_key AS "stageKey", p.time_zone AS "timeZone", w.key AS "templateKey", i.clock_since AS since, i.clock_days AS days,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('stageKey', t.stage_key, 'templateKey', t.template_key, 'days', t.days)), '[]')
     FROM stage_total t WHERE t.initiative_id = i.id) AS totals
  FROM initiative i JOIN portfolio p ON p.id = i.portfolio_id JOIN workflow_template w ON w.id = i.template_id ORDER BY i.number`;

/** Stages and days whose counts of exits are not as many as the sums there are. */
const MISCOUNTED = `
  SELECT coalesce(c.place, t.place) AS place, coalesce(c.exits, 0) AS counted, coalesce(t.exits, 0) AS exits
  FROM (
    SELECT concat_ws(' ', portfolio_id, template_key, stage_key, days) AS place, sum(exits) AS exits FROM stage_exit_count GROUP BY 1
  ) c FULL JOIN (
    SELECT concat_ws(' ', portfolio_id, template_key, stage_key, days) AS place, count(*) AS exits FROM stage_total GROUP BY 1
  ) t USING (place) WHERE coalesce(c.exits, 0) <> coalesce(t.exits, 0)`;

interface Miscounted {
  readonly place: string;
  readonly counted: number;
  readonly exits: number;
}

/** Where exits are counted otherwise than there are sums of them. */
export const miscountedExits = async (source: DataSource): Promise<string[]> =>
  (await new Database(source).rows<Miscounted>(MISCOUNTED)).map(
    ({ place, counted, exits }) => `${place}: ${exits} left, and ${counted} are counted`,
  );

export interface ClockCheck {
  readonly initiatives: number;
  readonly running: number;
  readonly totals: number;
  /** What is stored otherwise than it is counted from all visits and changes of status. */
  readonly faults: readonly string[];
}

/** Counts the days of every initiative anew, at an instant, and compares them with what is stored. */
export const checkClocks = async (source: DataSource, at: Instant): Promise<ClockCheck> => {
  const database = new Database(source);
  const stored = await database.rows<StoredClock>(STORED);
  const histories = await new StageHistories(database).ofInitiatives(stored.map(({ id }) => id));
  const faults = await miscountedExits(source);
  for (const { id, key, timeZone, ...clock } of stored) {
    const history = histories.get(id)!;
    const versionOf = (key: string): string | undefined =>
      history.visits.filter(({ stageKey }) => stageKey === key).at(-1)?.templateId;
    const visits = history.visits.filter(({ stageKey, templateId }) => templateId === versionOf(stageKey));
    const count = (stageKey: string): number => daysInStage({ ...history, visits, stageKey, at, timeZone });
    const shown = daysOn(clock.since === null ? { days: clock.days! } : { since: clock.since }, dateAt(at, timeZone));
    if (shown !== count(clock.stageKey)) {
      faults.push(`${key} shows ${shown} days in ${clock.stageKey}, and has been there for ${count(clock.stageKey)}`);
    }
    const left = new Set(
      history.visits.map(({ stageKey }) => stageKey).filter((stageKey) => stageKey !== clock.stageKey),
    );
    const counted = [...left].map((stageKey) => `${stageKey} of ${clock.templateKey}: ${count(stageKey)}`);
    const totals = clock.totals.map(({ stageKey, templateKey, days }) => `${stageKey} of ${templateKey}: ${days}`);
    if (totals.toSorted().join() !== counted.toSorted().join()) {
      faults.push(`${key} has the sums ${totals.join()}, and took ${counted.join()}`);
    }
  }
  return {
    initiatives: stored.length,
    running: stored.filter(({ since }) => since !== null).length,
    totals: stored.flatMap(({ totals }) => totals).length,
    faults,
  };
};
