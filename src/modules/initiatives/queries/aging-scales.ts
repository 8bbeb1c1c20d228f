import { Injectable } from '@nestjs/common';
import { startOfDay, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import {
  agingScaleOf,
  ENOUGH_EXITS,
  livelyFrom,
  type AgingMeasure,
  type AgingScale,
} from '../../../domain/pipeline/aging.js';
import type { StageExits } from '../../../domain/pipeline/stage-aging.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** By what the days of those are judged who stand in one stage of one version of a template. */
export interface StageScale extends AgingMeasure, StageExits {
  readonly portfolioId: string;
  readonly timeZone: string;
  readonly templateId: string;
  readonly templateKey: string;
  readonly stageKey: string;
  readonly scale: AgingScale;
}

/** When is asked: an instant, and its day in the time zone of the portfolio. */
export interface AgingDay {
  readonly at: Instant;
  readonly today: CalendarDate;
}

/** A scale as a question answers it, to be read by `scaleOf`. */
export interface ScaleRow {
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

/** The rank by `nearestRank` of the domain, in whole numbers, of totals `t`; their index gives the days in order. */
export const percentile = (percent: number): string =>
  `(array_agg(t.days ORDER BY t.days))[(count(*)::integer * ${percent} + 99) / 100]`;

const scalesOf = (asked: string): string => `
  WITH asked AS (${asked}),
  left_stage AS (
    SELECT k.portfolio_id, k.template_key, k.stage_key, e.*
    FROM (SELECT DISTINCT portfolio_id, template_key, stage_key FROM asked) k
    CROSS JOIN LATERAL (
      SELECT count(*)::integer AS exits, ${percentile(50)} AS p50, ${percentile(70)} AS p70, ${percentile(85)} AS p85
      FROM stage_total t
      WHERE t.portfolio_id = k.portfolio_id AND t.template_key = k.template_key AND t.stage_key = k.stage_key
    ) e
  )
  SELECT a.portfolio_id AS "portfolioId", p.time_zone AS "timeZone", a.template_id AS "templateId", a.template_key AS "templateKey",
    a.stage_key AS "stageKey", d.time_box_days AS "timeBoxDays", l.exits, l.p50, l.p70, l.p85
  FROM asked a
  JOIN portfolio p ON p.id = a.portfolio_id
  JOIN template_stage d ON d.template_id = a.template_id AND d.key = a.stage_key
  JOIN left_stage l USING (portfolio_id, template_key, stage_key)`;

const OF_INITIATIVES = scalesOf(`
  SELECT DISTINCT i.portfolio_id, i.template_id, w.key AS template_key, i.stage_key
  FROM initiative i JOIN workflow_template w ON w.id = i.template_id WHERE i.id = ANY($1)`);

const OF_PORTFOLIO = scalesOf(`
  SELECT $1::uuid AS portfolio_id, w.id AS template_id, w.key AS template_key, d.key AS stage_key
  FROM workflow_template w JOIN template_stage d ON d.template_id = w.id
  WHERE w.key IN (
    SELECT u.key FROM workflow_template u
    WHERE u.id = (SELECT template_id FROM portfolio WHERE id = $1)
      OR EXISTS (SELECT 1 FROM initiative i WHERE i.template_id = u.id AND i.portfolio_id = $1)
  )`);

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

  /** Of all stages of the template of a portfolio and of those its initiatives follow, in all their versions. */
  async ofPortfolio(portfolioId: string, tx?: Tx): Promise<readonly StageScale[]> {
    return (await this.database.rows<ScaleRow>(OF_PORTFOLIO, [portfolioId], tx)).map(scaleOf);
  }
}

export const scaleOf = ({ p50, p70, p85, ...row }: ScaleRow): StageScale => {
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
