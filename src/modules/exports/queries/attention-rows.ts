import { Injectable } from '@nestjs/common';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Finding } from '../../../domain/findings/finding.js';
import { toldAt } from '../../../domain/findings/told-on.js';
import { Database } from '../../../platform/database/database.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';

/** Something of a portfolio that needs somebody. */
export interface AttentionRow {
  readonly level: string;
  /** What was found. */
  readonly code: string;
  /** Null: it concerns the portfolio. */
  readonly initiativeKey: string | null;
  readonly since: Instant;
  readonly message: string;
}

/** What needs somebody, as far as anybody reads it, and how much there is in all. */
export interface Attention {
  readonly rows: readonly AttentionRow[];
  readonly count: number;
}

type CountedRow = Omit<AttentionRow, 'code'> &
  Pick<Finding, 'code' | 'facts'> & { readonly clearedAt: null; readonly count: number };

/** More than anybody reads on paper. */
const MOST = 100;

const HAS_LOOKED = 'SELECT EXISTS (SELECT 1 FROM finding WHERE portfolio_id = $1 AND recorded_at <= $2) AS "hasLooked"';

const STANDING = `
  SELECT f.level, f.code, i.key AS "initiativeKey", f.since, f.message, f.facts, NULL AS "clearedAt",
    count(*) OVER () AS count
  FROM finding f LEFT JOIN initiative i ON i.id = f.initiative_id
  WHERE f.portfolio_id = $1 AND f.recorded_at <= $2 AND (f.superseded_at IS NULL OR f.superseded_at > $2)
    AND NOT EXISTS (
      SELECT 1 FROM finding_mute m
      WHERE m.portfolio_id = f.portfolio_id AND m.initiative_id IS NOT DISTINCT FROM f.initiative_id AND m.code = f.code
        AND m.subject = f.subject AND m.until >= $3::date AND m.muted_at <= $2 AND (m.ended_at IS NULL OR m.ended_at > $2))
  ORDER BY f.rank, f.since, f.finding_id LIMIT ${MOST}`;

/** What of a portfolio needed attention, from the history of findings. */
@Injectable()
export class AttentionRows {
  constructor(private readonly database: Database) {}

  /**
   * As of an instant, the worst first, at most a hundred, and how many there are in all. Null where nothing at all had been found by then: a report that has no
   * findings to go by says nothing of them, for it may be of a time before they were kept.
   */
  async ofPortfolio({ id, timeZone }: Portfolio, at: Instant): Promise<Attention | null> {
    const looked = await this.database.row<{ hasLooked: boolean }>(HAS_LOOKED, [id, at]);
    if (!looked?.hasLooked) {
      return null;
    }
    const rows = await this.database.rows<CountedRow>(STANDING, [id, at, dateAt(at, timeZone)]);
    return { rows: rows.map((row) => toldAt(row, at, timeZone)), count: rows[0]?.count ?? 0 };
  }
}
