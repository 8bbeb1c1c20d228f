import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { BenefitsOutcome } from '../../../domain/benefits/milestones.js';
import type { KpiDirection, KpiRole } from '../../../domain/kpis/kpi.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';
import { isId } from '../../../platform/ids.js';

/** What a KPI had come to when a review was completed. */
export interface KpiAtReview {
  readonly kpiId: string;
  readonly name: string;
  readonly unit: string;
  readonly role: KpiRole;
  readonly direction: KpiDirection;
  readonly baseline: Decimal | null;
  readonly target: Decimal | null;
  readonly latest: Decimal | null;
  readonly measuredOn: CalendarDate | null;
  readonly attainmentPercent: Decimal | null;
  readonly breached: boolean;
}

/** The review of what an initiative brought, so many days after it went live. */
export interface BenefitsReview {
  readonly id: string;
  readonly portfolioId: string;
  readonly initiativeId: string;
  readonly milestoneDays: number;
  readonly productionEnteredOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly openedAt: Instant;
  /** Null while it is open, as all that follows. */
  readonly completedAt: Instant | null;
  readonly completedById: string | null;
  readonly outcome: BenefitsOutcome | null;
  readonly note: string | null;
  readonly kpis: readonly KpiAtReview[] | null;
}

const REVIEW = `
  SELECT id, portfolio_id AS "portfolioId", initiative_id AS "initiativeId", milestone_days AS "milestoneDays",
    production_entered_on AS "productionEnteredOn", due_on AS "dueOn", opened_at AS "openedAt", completed_at AS "completedAt",
    completed_by AS "completedById", outcome, note, snapshot AS kpis
  FROM benefits_review`;

const BY_ID = `${REVIEW} WHERE id = $1`;
const OF_INITIATIVES = `${REVIEW} WHERE initiative_id = ANY($1) ORDER BY initiative_id, milestone_days`;

@Injectable()
export class BenefitsReviews {
  constructor(private readonly database: Database) {}

  /** The reviews of an initiative that were opened, by milestone. */
  readonly ofInitiative = loader<string, readonly BenefitsReview[]>(
    async (ids) => groupBy(await this.ofInitiatives(ids), (review) => review.initiativeId),
    () => [],
  );

  ofInitiatives(ids: readonly string[], tx?: Tx): Promise<readonly BenefitsReview[]> {
    return this.database.rows<BenefitsReview>(OF_INITIATIVES, [ids], tx);
  }

  /** The review with this id, whoever may know of it. */
  async find(id: string, tx: Tx): Promise<BenefitsReview | null> {
    return isId(id) ? this.database.row<BenefitsReview>(BY_ID, [id], tx) : null;
  }

  /** A review that is known to be there. */
  async get(id: string, tx: Tx): Promise<BenefitsReview> {
    const review = await this.find(id, tx);
    if (!review) {
      throw new Error(`Benefits review ${id} is referred to but not there.`);
    }
    return review;
  }
}
