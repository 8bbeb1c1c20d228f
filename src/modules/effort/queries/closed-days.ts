import { Injectable } from '@nestjs/common';
import type { DayRange } from '../../../domain/effort/dry-run-window.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** The days of a portfolio on which nothing may be entered any more. */
@Injectable()
export class ClosedDays {
  /** Every closed range of days, both ends included. No period can be closed yet, so there is none. */
  of: (portfolioId: string, tx: Tx) => Promise<readonly DayRange[]> = () => Promise.resolve([]);
}
