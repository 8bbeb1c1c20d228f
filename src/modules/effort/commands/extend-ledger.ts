import { Injectable } from '@nestjs/common';
import { addDays, dateAt } from '../../../domain/basics/calendar-date.js';
import { accept } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

const DAYS_AHEAD = 366;
const EXTEND = 'SELECT effort_add_quarters($1, $2) AS made';

/**
 * Makes the partitions of the ledger of effort for the running quarter and a year ahead, as far as they are missing.
 * Answers how many it made; throws where somebody reads the ledger for long. Without a partition of their own, entries stand with the rest: nothing is refused.
 */
@Injectable()
export class ExtendLedger {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<number> {
    const today = dateAt(this.clock.now(), 'UTC');
    const result = await this.work.run(async (tx) => {
      // Who reads the ledger for long is not waited for: others would have to wait behind us.
      await tx.query("SET LOCAL lock_timeout = '2s'");
      const [row] = await tx.query<{ made: number }>(EXTEND, [today, addDays(today, DAYS_AHEAD)]);
      return accept(row?.made ?? 0);
    });
    return result.ok ? result.value : 0;
  }
}
