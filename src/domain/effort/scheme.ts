import type { CalendarDate } from '../basics/calendar-date.js';
import { decimal, type Decimal } from '../basics/decimal.js';
import type { Instant } from '../basics/instant.js';

/** What share of the effort a category should get, and how far off is still fine. Both are percent of 0 to 100. */
export interface AllocationCategory {
  readonly key: string;
  readonly name: string;
  readonly targetPercent: Decimal;
  /** Percentage points; the target plus or minus this is still WITHIN. */
  readonly tolerancePoints: Decimal;
}

/** What effort is judged by. */
export interface Yardstick {
  /** Below this share of categorised effort, 0 to 100 percent, there is no verdict. */
  readonly coverageFloorPercent: Decimal;
  readonly categories: readonly AllocationCategory[];
}

/** How effort should be split, as it is handed in to be published. */
export interface AllocationSchemeDraft extends Yardstick {
  readonly key: string;
}

/** A published version of how effort should be split; it is in force from `validFrom` until the next one. */
export interface AllocationScheme extends AllocationSchemeDraft {
  readonly id: string;
  readonly version: number;
  readonly validFrom: CalendarDate;
  readonly publishedAt: Instant;
}

const TOLERANCE = decimal('5');

/** The scheme every portfolio begins with: 70 percent for people and process, 20 for technology and data, 10 for algorithms. */
export const DEFAULT_SCHEME: AllocationSchemeDraft = {
  key: 'effort-70-20-10',
  coverageFloorPercent: decimal('80'),
  categories: [
    { key: 'PEOPLE_PROCESS', name: 'People and process', targetPercent: decimal('70'), tolerancePoints: TOLERANCE },
    { key: 'TECHNOLOGY_DATA', name: 'Technology and data', targetPercent: decimal('20'), tolerancePoints: TOLERANCE },
    { key: 'ALGORITHMS', name: 'Algorithms', targetPercent: decimal('10'), tolerancePoints: TOLERANCE },
  ],
};
