import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Days } from '../../../domain/effort/days.js';
import { valueBalanceOf, type ValueBalanceRow } from '../../../domain/reports/value-balance.js';
import { Database } from '../../../platform/database/database.js';
import { oncePerRequest } from '../../../platform/graphql/loader.js';
import { EffortSplits } from '../../effort/queries/effort-splits.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { ReportMoments } from './report-moments.js';

/**
 * Initiatives of a portfolio ($1) that were live at some time from ($3) to ($4), by value thesis, as known at an instant
 * ($2). Not live was who had been KILLED or RETIRED when the period began, or before the first visit, and did not come back
 * in it. What was said of an initiative since then is looked up as it was before.
 */
const LIVE = `
  WITH begun AS (
    SELECT v.initiative_id, min(v.entered_at) AS at FROM stage_visit v
    WHERE v.portfolio_id = $1::uuid AND v.recorded_at <= $2::timestamptz
      AND (v.superseded_at IS NULL OR v.superseded_at > $2::timestamptz) AND v.entered_at <= $4::timestamptz
    GROUP BY 1
  ), stop AS (
    SELECT c.initiative_id, min(c.changed_at) AS at FROM status_change c
    WHERE c.portfolio_id = $1::uuid AND c.status IN ('KILLED', 'RETIRED') AND c.changed_at <= $4::timestamptz AND NOT EXISTS (
      SELECT 1 FROM status_change n WHERE n.initiative_id = c.initiative_id AND n.sequence > c.sequence
        AND n.changed_at <= $4::timestamptz AND n.status IN ('ACTIVE', 'ON_HOLD'))
    GROUP BY 1
  ), changed AS (
    SELECT DISTINCT initiative_id FROM initiative_revision WHERE portfolio_id = $1::uuid AND recorded_at > $2::timestamptz
  )
  SELECT coalesce(said.thesis, i.value_thesis) AS "valueThesis", count(*)
  FROM begun b
  JOIN initiative i ON i.id = b.initiative_id
  LEFT JOIN stop s ON s.initiative_id = b.initiative_id
  LEFT JOIN changed c ON c.initiative_id = b.initiative_id
  LEFT JOIN LATERAL (
    SELECT r.attributes->>'valueThesis' AS thesis FROM initiative_revision r
    WHERE r.initiative_id = c.initiative_id AND r.recorded_at <= $2::timestamptz ORDER BY r.version DESC LIMIT 1
  ) said ON true
  WHERE $3::timestamptz <= $4::timestamptz AND (s.at IS NULL OR s.at > greatest(b.at, $3::timestamptz))
  GROUP BY 1`;

@Injectable()
export class ValueBalances {
  /** The same for all who ask it within one request. */
  readonly shared = oncePerRequest(
    ({
      portfolio,
      days,
      asOf,
    }: {
      readonly portfolio: Portfolio;
      readonly days: Days;
      readonly asOf: Instant | null;
    }) => this.ofPortfolio(portfolio, days, asOf),
    ({ portfolio, days, asOf }) => JSON.stringify([portfolio.id, days.from, days.to, asOf]),
  );

  constructor(
    private readonly database: Database,
    private readonly moments: ReportMoments,
    private readonly splits: EffortSplits,
  ) {}

  /**
   * What a portfolio does for each kind of value (`valueBalanceOf`): initiatives that were ACTIVE or ON_HOLD at some time of
   * the period, and person-days booked in it, from the rollups. Both by the thesis of the initiative as it is said now, or
   * was as of then. BAD_USER_INPUT as for `checkWindow`.
   */
  async ofPortfolio(portfolio: Portfolio, days: Days, asOf: Instant | null): Promise<readonly ValueBalanceRow[]> {
    const { at, since, until } = await this.moments.period(portfolio, days, asOf);
    const live = await this.database.rows<{ valueThesis: string; count: number }>(LIVE, [
      portfolio.id,
      at,
      since,
      until,
    ]);
    const window = { ...days, asOf: asOf === null ? null : at };
    const { groups } = await this.splits.ofPortfolio(portfolio, window, 'VALUE_THESIS');
    return valueBalanceOf(new Map(live.map(({ valueThesis, count }) => [valueThesis, count])), groups);
  }
}
