import { Injectable } from '@nestjs/common';
import { addDays, dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { loader } from '../../../platform/graphql/loader.js';
import { LAST_ACTIVITY_AT, LAST_ACTIVITY_OF_DAY } from './activity-sql.js';
import { AgingScales, scaleParameter } from './aging-scales.js';
import { daysOnDay, LEVEL, OWN_SCALE, scalesFrom } from './aging-sql.js';

/** An ACTIVE initiative that stands in its stage for too long. */
export interface StuckInitiative {
  readonly days: number;
  /** The first day on which it was stuck, measured as of now. */
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
    private readonly clock: Clock,
  ) {}

  /** Since when an initiative is stuck and how long nothing has happened to it, as of now; null where it is not stuck. */
  readonly ofInitiative = loader<string, StuckInitiative | null>(
    async (ids) => {
      const at = this.clock.now();
      const scales = scaleParameter(await this.scales.ofInitiatives(ids), ({ timeZone }) => ({
        at,
        today: dateAt(at, timeZone),
      }));
      const rows = await this.database.rows<StuckRow>(STUCK, [ids, scales]);
      return new Map(rows.map((row) => [row.id, stuckIn(row)]));
    },
    () => null,
  );
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
