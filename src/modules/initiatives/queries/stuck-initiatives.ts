import { Injectable } from '@nestjs/common';
import { addDays, dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { LAST_ACTIVITY_AT, LAST_ACTIVITY_OF_DAY } from './activity-sql.js';
import { AgingScales, scaleParameter } from './aging-scales.js';
import { daysOnDay, LEVEL, OWN_SCALE, scalesFrom } from './aging-sql.js';

/** An ACTIVE initiative that stands in its stage for too long. */
export interface StuckInitiative {
  readonly days: number;
  /** The first day on which it was stuck, measured as of then. */
  readonly stuckOn: CalendarDate;
  readonly lastActivityOn: CalendarDate | null;
  readonly isZombie: boolean;
}

interface StuckRow extends Pick<StuckInitiative, 'days' | 'isZombie'> {
  readonly id: string;
  readonly timeZone: string;
  readonly lastActivityAt: Instant | null;
  readonly lastActivityOfDay: CalendarDate | null;
  readonly since: CalendarDate;
  readonly stuck: number;
}

const STUCK = `
  SELECT i.id, p.time_zone AS "timeZone", i.clock_since AS since, s.stuck, ${daysOnDay('s.today')} AS days,
    ${LAST_ACTIVITY_AT} AS "lastActivityAt", ${LAST_ACTIVITY_OF_DAY} AS "lastActivityOfDay", ${LEVEL} = 'ZOMBIE' AS "isZombie"
  FROM initiative i JOIN portfolio p ON p.id = i.portfolio_id JOIN ${scalesFrom('$2')} ON ${OWN_SCALE}
  WHERE i.id = ANY($1) AND i.status = 'ACTIVE' AND i.clock_since IS NOT NULL AND ${daysOnDay('s.today')} >= s.stuck`;

@Injectable()
export class StuckInitiatives {
  constructor(
    private readonly database: Database,
    private readonly scales: AgingScales,
  ) {}

  /**
   * Since when initiatives are stuck and how long nothing has happened to them, as of an instant that is no earlier than the last
   * move of each, for it is told by the clock they have now. They are judged by what `TakeStageMeasures` took last. Those that are
   * not stuck have no entry.
   */
  async ofInitiatives(ids: readonly string[], at: Instant, tx?: Tx): Promise<ReadonlyMap<string, StuckInitiative>> {
    const scales = scaleParameter(await this.scales.takenOfInitiatives(ids, tx), ({ timeZone }) => ({
      at,
      today: dateAt(at, timeZone),
    }));
    const rows = await this.database.rows<StuckRow>(STUCK, [ids, scales], tx);
    return new Map(rows.map((row) => [row.id, stuckIn(row)]));
  }
}

const stuckIn = ({ timeZone, since, stuck, days, isZombie, ...row }: StuckRow): StuckInitiative => {
  const active = [row.lastActivityAt === null ? null : dateAt(row.lastActivityAt, timeZone), row.lastActivityOfDay];
  const lastActivityOn =
    active
      .filter((date) => date !== null)
      .toSorted()
      .at(-1) ?? null;
  return { days, isZombie, stuckOn: addDays(since, stuck), lastActivityOn };
};
