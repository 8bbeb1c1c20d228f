import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { formatDecimal } from '../../../domain/basics/decimal.js';
import type { AllocationScheme } from '../../../domain/effort/scheme.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

// Decimals are told as text, for a number of JSON is not exact.
const IN_FORCE = `
  SELECT s.id, s.key, s.version, s.valid_from AS "validFrom", s.coverage_floor_percent AS "coverageFloorPercent",
    (SELECT jsonb_agg(jsonb_build_object('key', c.key, 'name', c.name, 'targetPercent', c.target_percent::text,
       'tolerancePoints', c.tolerance_points::text) ORDER BY c.position)
     FROM allocation_category c WHERE c.scheme_id = s.id) AS categories
  FROM allocation_scheme s WHERE s.portfolio_id = $1
  ORDER BY s.valid_from <= $2 DESC, CASE WHEN s.valid_from <= $2 THEN s.version END DESC, s.valid_from, s.version DESC LIMIT 1`;

const CATEGORY_KEYS = 'SELECT key FROM effort_category WHERE portfolio_id = $1';

/** How the effort of a portfolio should be split. */
@Injectable()
export class AllocationSchemes {
  constructor(private readonly database: Database) {}

  /**
   * The scheme in force on a day: the newest version that is valid from that day or an earlier one. Before all of them it
   * is the earliest, so there always is a yardstick.
   */
  async inForce(portfolioId: string, on: CalendarDate, tx?: Tx): Promise<AllocationScheme> {
    const scheme = await this.database.row<AllocationScheme>(IN_FORCE, [portfolioId, on], tx);
    if (!scheme) {
      throw new Error(`Portfolio ${portfolioId} has no allocation scheme.`);
    }
    return {
      ...scheme,
      coverageFloorPercent: formatDecimal(scheme.coverageFloorPercent),
      categories: scheme.categories.map((category) => ({
        ...category,
        targetPercent: formatDecimal(category.targetPercent),
        tolerancePoints: formatDecimal(category.tolerancePoints),
      })),
    };
  }

  /** Every category effort of the portfolio may be booked on: those of all its schemes, past and to come. */
  async categoryKeys(portfolioId: string, tx?: Tx): Promise<ReadonlySet<string>> {
    const rows = await this.database.rows<{ key: string }>(CATEGORY_KEYS, [portfolioId], tx);
    return new Set(rows.map((row) => row.key));
  }
}
