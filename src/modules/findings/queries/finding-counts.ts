import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';

const COUNTS = `
  SELECT code, level, count(*) AS count FROM finding WHERE superseded_at IS NULL AND cleared_at IS NULL GROUP BY code, level`;

export interface FindingCount {
  readonly code: string;
  readonly level: string;
  readonly count: number;
}

@Injectable()
export class FindingCounts {
  constructor(private readonly database: Database) {}

  /** How many findings stand, of all portfolios, by code and level. */
  all(): Promise<readonly FindingCount[]> {
    return this.database.rows<FindingCount>(COUNTS);
  }
}
