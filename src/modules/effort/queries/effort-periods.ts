import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { formatDecimal, ZERO, type Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Days } from '../../../domain/effort/days.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';
import { isId } from '../../../platform/ids.js';
import { requireAccess } from '../../identity/access.js';

/** Days of which the ledger was closed, and what became of that. */
export interface EffortPeriod extends Days {
  readonly id: string;
  readonly portfolioId: string;
  readonly note: string | null;
  readonly personDaysAtClosing: Decimal;
  readonly closedById: string;
  readonly closedAt: Instant;
  readonly reopenedById: string | null;
  readonly reopenedAt: Instant | null;
  readonly reopenReason: string | null;
}

const PERIOD = `
  SELECT id, portfolio_id AS "portfolioId", first_day AS "from", last_day AS "to", note, person_days AS "personDaysAtClosing",
    closed_by AS "closedById", closed_at AS "closedAt", reopened_by AS "reopenedById", reopened_at AS "reopenedAt",
    reopen_reason AS "reopenReason"
  FROM effort_period_closing`;

const BY_IDS = `${PERIOD} WHERE id = ANY($1)`;
const OF_PORTFOLIOS = `${PERIOD} WHERE portfolio_id = ANY($1) ORDER BY portfolio_id, closed_at DESC, id DESC`;

// Every row of the ledger counts once in the days of each dimension of the rollups, or is a delta still; this one has few keys.
const PERSON_DAYS = `
  SELECT asked.place, coalesce(sum(held.person_days), 0) AS "personDays"
  FROM unnest($1::uuid[], $2::date[], $3::date[]) WITH ORDINALITY AS asked (portfolio_id, first_day, last_day, place)
  LEFT JOIN LATERAL (
    SELECT r.person_days FROM effort_rollup r WHERE r.portfolio_id = asked.portfolio_id AND r.dimension = 'STAGE_CATEGORY' AND r.grain = 'DAY'
      AND r.day BETWEEN asked.first_day AND asked.last_day
    UNION ALL
    SELECT d.person_days FROM effort_delta d WHERE d.portfolio_id = asked.portfolio_id AND d.worked_on BETWEEN asked.first_day AND asked.last_day
  ) AS held ON true
  GROUP BY asked.place ORDER BY asked.place`;

const LATE_PENDING = `
  SELECT c.id, count(l.id) AS count FROM effort_period_closing c
  JOIN late_effort l ON l.portfolio_id = c.portfolio_id AND l.status = 'PENDING'
    AND (l.worked_on BETWEEN c.first_day AND c.last_day OR l.replaces_on BETWEEN c.first_day AND c.last_day)
  WHERE c.id = ANY($1) GROUP BY c.id`;

@Injectable()
export class EffortPeriods {
  constructor(private readonly database: Database) {}

  /** The periods of a portfolio that were ever closed, the one closed last first. */
  readonly ofPortfolio = loader<string, readonly EffortPeriod[]>(
    async (ids) => groupBy(await this.read(OF_PORTFOLIOS, ids), (period) => period.portfolioId),
    () => [],
  );

  /** How many late entries wait that would write into the days of a period, or take something out of them. */
  readonly latePending = loader<string, number>(
    async (ids) =>
      new Map(
        (await this.database.rows<{ id: string; count: number }>(LATE_PENDING, [ids])).map(({ id, count }) => [
          id,
          count,
        ]),
      ),
    () => 0,
  );

  /** What the ledger holds now of the days of a period, in person-days. */
  readonly personDaysNow = loader<string, Decimal>(
    async (ids) => {
      const periods = await this.read(BY_IDS, ids);
      const sums = await this.sums(periods);
      return new Map(periods.map(({ id }, place) => [id, sums[place] ?? ZERO]));
    },
    () => ZERO,
  );

  /** What the ledger holds of some days, in person-days. */
  async personDaysOf(portfolioId: string, { from, to }: Days, tx: Tx): Promise<Decimal> {
    return (await this.sums([{ portfolioId, from, to }], tx))[0] ?? ZERO;
  }

  /** A period that is known to be there. */
  async get(id: string, tx: Tx): Promise<EffortPeriod> {
    const [period] = await this.read(BY_IDS, [id], tx);
    if (!period) {
      throw new Error(`The closed period ${id} is referred to but not there.`);
    }
    return period;
  }

  /** The period with this id, as far as the viewer may know of it. */
  async seenBy(viewer: Viewer, id: string, tx: Tx): Promise<EffortPeriod | null> {
    const [period] = await this.read(BY_IDS, [id].filter(isId), tx);
    return requireAccess(viewer, 'portfolio:read', period?.portfolioId) ? (period ?? null) : null;
  }

  private async sums(
    asked: readonly (Days & { readonly portfolioId: string })[],
    tx?: Tx,
  ): Promise<readonly Decimal[]> {
    const parameters = [
      asked.map(({ portfolioId }) => portfolioId),
      asked.map(({ from }) => from),
      asked.map(({ to }) => to),
    ];
    const rows = await this.database.rows<{ personDays: Decimal }>(PERSON_DAYS, parameters, tx);
    return rows.map(({ personDays }) => formatDecimal(personDays));
  }

  private async read(sql: string, ids: readonly string[], tx?: Tx): Promise<readonly EffortPeriod[]> {
    const rows = await this.database.rows<EffortPeriod>(sql, [ids], tx);
    return rows.map((row) => ({ ...row, personDaysAtClosing: formatDecimal(row.personDaysAtClosing) }));
  }
}
