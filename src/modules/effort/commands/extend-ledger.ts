import { Injectable } from '@nestjs/common';
import { addDays, dateAt } from '../../../domain/basics/calendar-date.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';

const DAYS_AHEAD = 366;
const EXTEND = 'SELECT effort_add_quarters($1, $2) AS made';

/**
 * Makes the partitions of the ledger of effort for the running quarter and a year ahead, as far as they are missing.
 * Answers how many it made. Without a partition of their own, entries stand with the rest: nothing is refused.
 */
@Injectable()
export class ExtendLedger {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<number> {
    const today = dateAt(this.clock.now(), 'UTC');
    const row = await this.database.row<{ made: number }>(EXTEND, [today, addDays(today, DAYS_AHEAD)]);
    return row?.made ?? 0;
  }
}
