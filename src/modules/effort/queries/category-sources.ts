import { Injectable } from '@nestjs/common';
import { instantOf, millisecondsOf } from '../../../domain/basics/instant.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';

const DAY_MS = 86_400_000;
const COUNTS = `
  SELECT category_source AS source, count(*) AS count FROM effort_entry WHERE recorded_at >= $1 AND NOT is_reversal GROUP BY category_source`;

@Injectable()
export class CategorySources {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** How many entries of effort of the last 24 hours got their category from where (STATED, RULE, DEFAULT), and how many got none (NONE). */
  lately(): Promise<readonly { readonly source: string; readonly count: number }[]> {
    return this.database.rows(COUNTS, [instantOf(millisecondsOf(this.clock.now()) - DAY_MS)]);
  }
}
