import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { checkEvidenceReview, type EvidenceVerdict } from '../../../domain/gates/check-evidence-review.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { EvidenceReviewEntity } from '../persistence/evidence-review.entity.js';
import { EvidenceLedger, type Evidence } from '../queries/evidence-ledger.js';

/**
 * Accepts evidence, or returns it with a comment; each piece once. It takes EVIDENCE_REVIEWER or GATEKEEPER. SELF_REVIEW for
 * its submitter and the initiative's owner, WRONG_STATE where it was reviewed already or is an external check, INVALID where
 * it is returned without a comment.
 */
@Injectable()
export class ReviewEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly initiatives: Initiatives,
    private readonly ledger: EvidenceLedger,
    private readonly trail: InitiativeTrail,
  ) {}

  run(viewer: Viewer, id: string, review: Omit<EvidenceVerdict, 'reviewerId'>): Promise<Result<Evidence>> {
    return this.work.run(async (tx) => {
      const [found] = await this.ledger.byIds([id], tx);
      const initiative = found ? await this.initiatives.lockSeenBy(viewer, found.initiativeId, tx) : null;
      if (!initiative || !requireAccess(viewer, 'evidence:review', initiative.portfolioId)) {
        return refuse(notFound('The evidence', ['id']));
      }
      // Read again under the lock: somebody else may have reviewed it while this waited.
      const evidence = await this.standing(id, tx);
      const refusals = checkEvidenceReview(
        {
          kind: evidence.kind,
          submittedBy: evidence.submittedById,
          initiativeOwnerId: initiative.ownerId,
          outcome: evidence.status === 'ACCEPTED' || evidence.status === 'RETURNED' ? evidence.status : null,
        },
        { ...review, reviewerId: viewer.userId },
      );
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const stamp = this.trail.stamp(viewer);
      const { outcome, comment } = review;
      await tx.manager.insert(EvidenceReviewEntity, {
        evidenceId: id,
        submittedBy: evidence.submittedById,
        outcome,
        comment,
        reviewedAt: stamp.at,
        reviewedBy: stamp.by,
      });
      await this.trail.append(tx, initiative, stamp, {
        action: 'evidence.reviewed',
        subjectType: 'Evidence',
        subjectId: id,
        changes: { criterionKey: evidence.criterionKey, outcome, comment },
      });
      return accept(await this.standing(id, tx));
    });
  }

  private async standing(id: string, tx: Tx): Promise<Evidence> {
    const [evidence] = await this.ledger.byIds([id], tx);
    if (!evidence) {
      throw new Error(`Evidence ${id} was there and is gone.`);
    }
    return evidence;
  }
}
