import { Injectable } from '@nestjs/common';
import { startOfDay, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { countIn, summedUp, type DayCount } from '../../../domain/basics/day-counts.js';
import {
  agingScaleOf,
  agingThresholds,
  ENOUGH_EXITS,
  livelyFrom,
  type AgingMeasure,
  type AgingScale,
} from '../../../domain/pipeline/aging.js';
import { NO_EXITS, type StageExits } from '../../../domain/pipeline/stage-aging.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy } from '../../../platform/graphql/loader.js';

/** By what the days of those are judged who stand in one stage of one version of a template. */
export interface StageScale extends AgingMeasure, StageExits {
  readonly portfolioId: string;
  readonly timeZone: string;
  readonly templateId: string;
  readonly templateKey: string;
  readonly stageKey: string;
  readonly scale: AgingScale;
}

type TemplateOfPortfolio = Pick<StageScale, 'portfolioId' | 'timeZone' | 'templateKey'>;
type TemplatePlace = Pick<StageScale, 'templateId' | 'stageKey' | 'timeBoxDays'>;

/** How many left a stage after so many days, or fewer than none where others are counted among them. */
export interface ExitCount extends DayCount {
  readonly stageKey: string;
}

/** When is asked: an instant, and its day in the time zone of the portfolio. */
export interface AgingDay {
  readonly at: Instant;
  readonly today: CalendarDate;
}

interface ScaleRow {
  readonly portfolioId: string;
  readonly timeZone: string;
  readonly templateId: string;
  readonly templateKey: string;
  readonly stageKey: string;
  readonly timeBoxDays: number | null;
  readonly exits: number;
  readonly p50: number | null;
  readonly p70: number | null;
  readonly p85: number | null;
}

/** The days by `nearestRankIn` of the domain, in whole numbers: the fewest that so many percent of all do not exceed. */
const percentile = (percent: number): string => `min(c.days) FILTER (WHERE c.passed * 100 >= c.left_it * ${percent})`;

/** What the counts of exits say now of the stages `k`; they are as many as there are days, and not as many as left. */
export const EXITS_NOW = `
  CROSS JOIN LATERAL (
    SELECT coalesce(max(c.left_it), 0)::integer AS exits, ${percentile(50)} AS p50, ${percentile(70)} AS p70, ${percentile(85)} AS p85
    FROM (
      SELECT n.days, sum(sum(n.exits)) OVER (ORDER BY n.days) AS passed, sum(sum(n.exits)) OVER () AS left_it
      FROM stage_exit_count n
      WHERE n.portfolio_id = k.portfolio_id AND n.template_key = k.template_key AND n.stage_key = k.stage_key GROUP BY n.days
    ) c WHERE c.left_it > 0
  ) e`;

/** What they said when it was taken last; where it never was, nobody had left. */
const EXITS_TAKEN = `
  CROSS JOIN LATERAL (
    SELECT coalesce(max(m.exits), 0) AS exits, max(m.p50) AS p50, max(m.p70) AS p70, max(m.p85) AS p85
    FROM stage_measure m
    WHERE m.portfolio_id = k.portfolio_id AND m.template_key = k.template_key AND m.stage_key = k.stage_key
  ) e`;

const scalesOf = (asked: string, exits: string): string => `
  WITH asked AS (${asked}),
  left_stage AS (
    SELECT k.portfolio_id, k.template_key, k.stage_key, e.*
    FROM (SELECT DISTINCT portfolio_id, template_key, stage_key FROM asked) k ${exits}
  )
  SELECT a.portfolio_id AS "portfolioId", p.time_zone AS "timeZone", a.template_id AS "templateId", a.template_key AS "templateKey",
    a.stage_key AS "stageKey", d.time_box_days AS "timeBoxDays", l.exits, l.p50, l.p70, l.p85
  FROM asked a
  JOIN portfolio p ON p.id = a.portfolio_id
  JOIN template_stage d ON d.template_id = a.template_id AND d.key = a.stage_key
  JOIN left_stage l USING (portfolio_id, template_key, stage_key)`;

const STOOD_IN = `
  SELECT DISTINCT i.portfolio_id, i.template_id, w.key AS template_key, i.stage_key
  FROM initiative i JOIN workflow_template w ON w.id = i.template_id WHERE i.id = ANY($1)`;

const OF_INITIATIVES = scalesOf(STOOD_IN, EXITS_NOW);
const TAKEN_OF_INITIATIVES = scalesOf(STOOD_IN, EXITS_TAKEN);

const TAKEN_OF_STAGES = scalesOf(
  `
  SELECT $1::uuid AS portfolio_id, w.id AS template_id, w.key AS template_key, d.key AS stage_key
  FROM workflow_template w JOIN template_stage d ON d.template_id = w.id WHERE d.key = ANY($2::text[])`,
  EXITS_TAKEN,
);

const VERSIONS = `
  SELECT w.id AS "templateId", d.key AS "stageKey", d.time_box_days AS "timeBoxDays"
  FROM workflow_template w JOIN template_stage d ON d.template_id = w.id WHERE w.key = $1`;

const OF_PORTFOLIO = scalesOf(
  `
  SELECT $1::uuid AS portfolio_id, w.id AS template_id, w.key AS template_key, d.key AS stage_key
  FROM workflow_template w JOIN template_stage d ON d.template_id = w.id
  WHERE w.key IN (
    SELECT u.key FROM workflow_template u
    WHERE u.id = (SELECT template_id FROM portfolio WHERE id = $1)
      OR EXISTS (SELECT 1 FROM initiative i WHERE i.template_id = u.id AND i.portfolio_id = $1)
  )`,
  EXITS_NOW,
);

/**
 * Against what initiatives age: how long those took that left the same stage, of the same portfolio and under any version
 * of the same template, and the time box of the version that the initiative is on.
 */
@Injectable()
export class AgingScales {
  constructor(private readonly database: Database) {}

  /** Of the stages that these initiatives stand in. */
  async ofInitiatives(ids: readonly string[], tx?: Tx): Promise<readonly StageScale[]> {
    return (await this.database.rows<ScaleRow>(OF_INITIATIVES, [ids], tx)).map(scaleOf);
  }

  /** Of the stages that these initiatives stand in, by what was taken last: what the rules judge by. */
  async takenOfInitiatives(ids: readonly string[], tx?: Tx): Promise<readonly StageScale[]> {
    return (await this.database.rows<ScaleRow>(TAKEN_OF_INITIATIVES, [ids], tx)).map(scaleOf);
  }

  /** Of the stages with these keys, in all versions of all templates, by what was taken last in a portfolio. */
  async takenOfStages(portfolioId: string, stageKeys: readonly string[], tx: Tx): Promise<readonly StageScale[]> {
    return (await this.database.rows<ScaleRow>(TAKEN_OF_STAGES, [portfolioId, stageKeys], tx)).map(scaleOf);
  }

  /** Of all stages of the template of a portfolio and of those its initiatives follow, in all their versions. */
  async ofPortfolio(portfolioId: string, tx?: Tx): Promise<readonly StageScale[]> {
    return (await this.database.rows<ScaleRow>(OF_PORTFOLIO, [portfolioId], tx)).map(scaleOf);
  }

  /** Of all stages of a template, in all its versions, where those who left them are known. Rows of the same days add up. */
  async ofExits(template: TemplateOfPortfolio, exits: readonly ExitCount[]): Promise<readonly StageScale[]> {
    const measures = new Map(
      [...groupBy(exits, ({ stageKey }) => stageKey)].map(([stageKey, rows]) => {
        const counts = summedUp(rows);
        return [stageKey, { exits: countIn(counts), thresholds: agingThresholds(counts) }];
      }),
    );
    const places = await this.database.rows<TemplatePlace>(VERSIONS, [template.templateKey]);
    return places.map((place) => {
      const measure = { ...NO_EXITS, ...measures.get(place.stageKey), timeBoxDays: place.timeBoxDays };
      return { ...template, ...place, ...measure, scale: agingScaleOf(measure) };
    });
  }
}

const scaleOf = ({ p50, p70, p85, ...row }: ScaleRow): StageScale => {
  const thresholds =
    row.exits < ENOUGH_EXITS || p50 === null || p70 === null || p85 === null ? null : { p50, p70, p85 };
  return { ...row, thresholds, scale: agingScaleOf({ thresholds, timeBoxDays: row.timeBoxDays }) };
};

/** Scales as the parameter that `scalesFrom` of `aging-sql.ts` takes. */
export const scaleParameter = (scales: readonly StageScale[], dayOf: (scale: StageScale) => AgingDay): string =>
  JSON.stringify(
    scales.map((scale) => ({
      portfolio_id: scale.portfolioId,
      template_id: scale.templateId,
      stage_key: scale.stageKey,
      ...scale.scale,
      ...dayParameter(dayOf(scale), scale.timeZone),
    })),
  );

/** A day as `IS_LIVELY` of `activity-sql.ts` looks at it. */
export const dayParameter = ({ at, today }: AgingDay, timeZone: string) => {
  const from = livelyFrom(today);
  return { at, today, lively_from: from, lively_since: startOfDay(from, timeZone) };
};
