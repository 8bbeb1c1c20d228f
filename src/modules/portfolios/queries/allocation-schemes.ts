import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { formatDecimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { AllocationScheme } from '../../../domain/effort/scheme.js';
import { Database } from '../../../platform/database/database.js';
import { readAtPrimary } from '../../../platform/database/request-scope.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

// Decimals are told as text, for a number of JSON is not exact.
const COLUMNS = `
  s.id, s.key, s.version, s.valid_from AS "validFrom", s.published_at AS "publishedAt",
  s.coverage_floor_percent AS "coverageFloorPercent",
  (SELECT jsonb_agg(jsonb_build_object('key', c.key, 'name', c.name, 'targetPercent', c.target_percent::text,
     'tolerancePoints', c.tolerance_points::text) ORDER BY c.position)
   FROM allocation_category c WHERE c.scheme_id = s.id) AS categories`;

const TURN = `hashtextextended($1 || ':schemes', 6)`;

/** Who publishes takes turns, and takes the time only then. */
export const TAKE_TURN = `SELECT pg_advisory_xact_lock(${TURN})`;

// Whoever asks as of an instant waits for who is publishing, so that the answer never changes.
const SETTLE = `SELECT pg_advisory_xact_lock_shared(${TURN})`;

// The first version is as old as its portfolio: as of an instant before that there is no other yardstick.
const IN_FORCE = `
  SELECT asked.day AS "on", in_force.* FROM unnest($2::date[]) AS asked (day)
  CROSS JOIN LATERAL (
    SELECT ${COLUMNS} FROM allocation_scheme s
    WHERE s.portfolio_id = $1 AND ($3::timestamptz IS NULL OR s.version = 1 OR s.published_at <= $3)
    ORDER BY s.valid_from <= asked.day DESC, CASE WHEN s.valid_from <= asked.day THEN s.version END DESC, s.valid_from, s.version DESC
    LIMIT 1
  ) AS in_force`;

const VERSIONS = `SELECT ${COLUMNS} FROM allocation_scheme s WHERE s.portfolio_id = $1 ORDER BY s.version DESC`;

const CATEGORY_KEYS = 'SELECT key FROM effort_category WHERE portfolio_id = $1';

/** How the effort of a portfolio should be split. */
@Injectable()
export class AllocationSchemes {
  constructor(private readonly database: Database) {}

  /**
   * The scheme in force on a day: the newest version that is valid from that day or an earlier one. Before all of them it
   * is the earliest, so there always is a yardstick. As of an instant, only what was published by then counts.
   */
  async inForce(
    portfolioId: string,
    on: CalendarDate,
    asOf: Instant | null = null,
    tx?: Tx,
  ): Promise<AllocationScheme> {
    const scheme = (await this.inForceOn(portfolioId, [on], asOf, tx)).get(on);
    if (!scheme) {
      throw new Error(`Portfolio ${portfolioId} has no allocation scheme.`);
    }
    return scheme;
  }

  /** The same for many days at once, by day. */
  async inForceOn(
    portfolioId: string,
    days: readonly CalendarDate[],
    asOf: Instant | null = null,
    tx?: Tx,
  ): Promise<ReadonlyMap<CalendarDate, AllocationScheme>> {
    if (asOf !== null) {
      // Whoever publishes takes turns at the primary.
      readAtPrimary();
      await this.database.rows(SETTLE, [portfolioId], tx);
    }
    const rows = await this.database.rows<AllocationScheme & { readonly on: CalendarDate }>(
      IN_FORCE,
      [portfolioId, days, asOf],
      tx,
    );
    return new Map(rows.map(({ on, ...scheme }) => [on, shown(scheme)]));
  }

  /** Every version there ever was, the newest first. */
  async versions(portfolioId: string): Promise<readonly AllocationScheme[]> {
    return (await this.database.rows<AllocationScheme>(VERSIONS, [portfolioId])).map(shown);
  }

  /** Every category effort of the portfolio may be booked on: those of all its schemes, past and to come. */
  async categoryKeys(portfolioId: string, tx?: Tx): Promise<ReadonlySet<string>> {
    const rows = await this.database.rows<{ key: string }>(CATEGORY_KEYS, [portfolioId], tx);
    return new Set(rows.map((row) => row.key));
  }
}

const shown = (scheme: AllocationScheme): AllocationScheme => ({
  ...scheme,
  coverageFloorPercent: formatDecimal(scheme.coverageFloorPercent),
  categories: scheme.categories.map((category) => ({
    ...category,
    targetPercent: formatDecimal(category.targetPercent),
    tolerancePoints: formatDecimal(category.tolerancePoints),
  })),
});
