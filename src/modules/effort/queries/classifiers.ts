import { Injectable } from '@nestjs/common';
import { classifierOf, type Classification } from '../../../domain/effort/classify.js';
import { statedCategory, type Booking } from '../../../domain/effort/effort-entry.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { ClassificationRules } from './classification-rules.js';

/** Classifies bookings of the initiatives it was asked for; what a booking states, stays. */
export type InitiativeClassifier = (booking: Booking) => Classification;

const DEFAULTS = `
  SELECT id, default_category_key AS "categoryKey" FROM initiative
  WHERE portfolio_id = $1 AND id = ANY($2) AND default_category_key IS NOT NULL`;

/** How effort is classified by what is in force. */
@Injectable()
export class Classifiers {
  constructor(
    private readonly rules: ClassificationRules,
    private readonly database: Database,
  ) {}

  /** By the rules of a portfolio, and the defaults of these initiatives of it. */
  async of(portfolioId: string, initiativeIds: readonly string[], tx: Tx): Promise<InitiativeClassifier> {
    const [rules, rows] = await Promise.all([
      this.rules.inForce(portfolioId, tx),
      this.database.rows<{ id: string; categoryKey: string }>(DEFAULTS, [portfolioId, initiativeIds], tx),
    ]);
    const classify = classifierOf(rules);
    const defaults = new Map(rows.map(({ id, categoryKey }) => [id, categoryKey]));
    return (booking) =>
      classify({
        ...booking,
        statedCategoryKey: statedCategory(booking),
        defaultCategoryKey: defaults.get(booking.initiativeId) ?? null,
      });
  }
}
