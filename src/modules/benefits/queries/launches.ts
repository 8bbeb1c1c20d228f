import { Injectable } from '@nestjs/common';
import { addDays, dateAt, startOfDay, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { MILESTONES, milestonesDue, type Launch, type Milestone } from '../../../domain/benefits/milestones.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** An initiative with milestones of its launch that are due and have no review yet. */
export interface DueLaunch extends Launch {
  readonly initiativeId: string;
  readonly milestones: readonly Milestone[];
}

interface Row {
  readonly initiativeId: string;
  readonly timeZone: string;
  readonly enteredAt: Instant;
  readonly recordedAt: Instant;
  readonly opened: readonly number[];
}

// Those that lack a review and whose first milestone has come; which of them are due is for the domain.
const LAUNCHES = `
  SELECT i.id AS "initiativeId", p.time_zone AS "timeZone", v.entered_at AS "enteredAt", v.recorded_at AS "recordedAt", b.opened
  FROM portfolio p
  JOIN initiative i ON i.portfolio_id = p.id
  JOIN LATERAL (
    SELECT v.entered_at, v.recorded_at FROM stage_visit v
    JOIN template_stage s ON s.template_id = v.template_id AND s.key = v.stage_key
    WHERE v.portfolio_id = p.id AND v.initiative_id = i.id AND v.superseded_at IS NULL AND s.category = 'PRODUCTION'
    ORDER BY v.entered_at LIMIT 1
  ) v ON true
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(b.milestone_days), '{}') AS opened FROM benefits_review b WHERE b.initiative_id = i.id
  ) b
  WHERE p.id = $1 AND ($3::uuid IS NULL OR i.id = $3) AND i.status IN ('ACTIVE', 'ON_HOLD')
    AND v.entered_at < $2 AND cardinality(b.opened) < $4
  ORDER BY v.entered_at, i.id`;

const ZONE = 'SELECT time_zone AS "timeZone" FROM portfolio WHERE id = $1';

@Injectable()
export class Launches {
  constructor(private readonly database: Database) {}

  /** The initiatives of a portfolio that live and owe a review at the beginning of a day, the one launched first first. */
  async due(portfolioId: string, today: CalendarDate): Promise<readonly DueLaunch[]> {
    return this.read(portfolioId, today, null);
  }

  /** The same of one initiative, as it stands in a transaction; null where it owes none. */
  async dueOf(portfolioId: string, initiativeId: string, today: CalendarDate, tx: Tx): Promise<DueLaunch | null> {
    return (await this.read(portfolioId, today, initiativeId, tx))[0] ?? null;
  }

  private async read(
    portfolioId: string,
    today: CalendarDate,
    initiativeId: string | null,
    tx?: Tx,
  ): Promise<readonly DueLaunch[]> {
    const portfolio = await this.database.row<{ timeZone: string }>(ZONE, [portfolioId], tx);
    const latest = startOfDay(addDays(today, 1 - MILESTONES[0]), portfolio?.timeZone ?? 'UTC');
    const rows = await this.database.rows<Row>(LAUNCHES, [portfolioId, latest, initiativeId, MILESTONES.length], tx);
    return rows.flatMap(({ initiativeId: id, timeZone, enteredAt, recordedAt, opened }) => {
      const launch = { enteredOn: dateAt(enteredAt, timeZone), recordedOn: dateAt(recordedAt, timeZone) };
      const milestones = milestonesDue(launch, today, opened);
      return milestones.length > 0 ? [{ ...launch, initiativeId: id, milestones }] : [];
    });
  }
}
