import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, invalid, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { tidy, unreadable } from '../../../domain/basics/text.js';
import type { BenefitsOutcome } from '../../../domain/benefits/milestones.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import { BenefitsReviews, type BenefitsReview } from '../queries/benefits-reviews.js';
import { BenefitsTables } from '../queries/benefits-table.js';
import { KpisAtReview } from '../queries/kpis-at-review.js';
import { BenefitsBook } from './benefits-book.js';

export interface BenefitsAnswer {
  readonly outcome: BenefitsOutcome;
  readonly note: string;
}

const LONGEST_NOTE = 4_000;

/**
 * Says what an initiative brought by a milestone, once, with what its KPIs have come to at that time, which is kept. It takes
 * the initiative's owner, ADMIN or PROGRAM_MANAGER. INVALID without a note of 1 to 4,000 characters; WRONG_STATE where it was
 * completed already.
 */
@Injectable()
export class CompleteBenefitsReview {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tables: BenefitsTables,
    private readonly reviews: BenefitsReviews,
    private readonly kpis: KpisAtReview,
    private readonly book: BenefitsBook,
  ) {}

  run(viewer: Viewer, id: string, { outcome, note }: BenefitsAnswer): Promise<Result<BenefitsReview>> {
    return this.work.run(async (tx) => {
      const table = await this.tables.lockSeenBy(viewer, id, tx);
      if (!table || !mayComplete(viewer, table.initiative)) {
        return refuse(notFound('The review of benefits', ['id']));
      }
      const { review } = table;
      const refusals = problemsOf(review, note);
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const snapshot = await this.kpis.of(review.initiativeId, tx);
      await this.book.complete(tx, viewer, review, { outcome, note: tidy(note), snapshot });
      return accept(await this.reviews.get(id, tx));
    });
  }
}

const mayComplete = (
  viewer: Viewer,
  { ownerId, portfolioId }: { readonly ownerId: string; readonly portfolioId: string },
): boolean => viewer.userId === ownerId || requireAccess(viewer, 'benefits:review', portfolioId);

const problemsOf = ({ completedAt }: BenefitsReview, note: string): readonly Refusal[] => {
  const unfit = unreadable('note', note, LONGEST_NOTE);
  return [
    ...(unfit === null ? [] : [invalid(['input', 'note'], unfit)]),
    ...(completedAt === null
      ? []
      : [
          {
            code: 'WRONG_STATE',
            message: `The review was completed at ${completedAt}; what was said then stays.`,
            field: ['id'],
          } as const,
        ]),
  ];
};
