import { Injectable } from '@nestjs/common';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';
import { LAST_DAY, LAST_INSTANT } from './activity-sql.js';

interface ActivityRow {
  readonly id: string;
  readonly timeZone: string;
  readonly lastInstant: Instant | null;
  readonly lastDay: CalendarDate | null;
}

const LAST = `
  SELECT i.id, p.time_zone AS "timeZone", ${LAST_INSTANT} AS "lastInstant", ${LAST_DAY} AS "lastDay"
  FROM initiative i
  JOIN portfolio p ON p.id = i.portfolio_id
  CROSS JOIN (SELECT $2::timestamptz AS at) s
  WHERE i.id = ANY($1)`;

@Injectable()
export class LastActivities {
  constructor(private readonly database: Database) {}

  /** The last day on which there was activity of each of these initiatives, as it was known at an instant; none where there never was any. */
  async of(ids: readonly string[], at: Instant): Promise<ReadonlyMap<string, CalendarDate>> {
    const rows = await this.database.rows<ActivityRow>(LAST, [ids, at]);
    return new Map(
      rows.flatMap(({ id, timeZone, lastInstant, lastDay }) =>
        [lastDay, lastInstant && dateAt(lastInstant, timeZone)]
          .filter((day) => day !== null)
          .sort()
          .slice(-1)
          .map((day) => [id, day] as const),
      ),
    );
  }
}
