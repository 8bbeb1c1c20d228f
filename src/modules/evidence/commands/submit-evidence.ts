import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { checkEvidence, effectiveOnOf, isSameCheck, summaryOf } from '../../../domain/gates/check-evidence.js';
import type { EvidenceContent, ExternalCheck } from '../../../domain/gates/evidence.js';
import { unlessStopped } from '../../../domain/initiatives/stopped.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { requireAccess } from '../../identity/access.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { insertEvidence } from '../persistence/insert-evidence.js';
import { EvidenceLedger, submitted, type Evidence } from '../queries/evidence-ledger.js';
import { EvidenceSurroundings } from '../queries/evidence-surroundings.js';

/**
 * Hands in evidence for a criterion of an initiative. It takes PROGRAM_MANAGER; an INTEGRATION may report external checks.
 * NOT_FOUND for an unknown initiative, criterion or KPI, INVALID for evidence of another kind than the criterion's or an
 * impossible date, WRONG_STATE for an initiative that is KILLED or RETIRED. The same externalId of a check again is the
 * same evidence when it says the same, and IDEMPOTENCY_MISMATCH when not.
 */
@Injectable()
export class SubmitEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly initiatives: Initiatives,
    private readonly surroundings: EvidenceSurroundings,
    private readonly ledger: EvidenceLedger,
    private readonly trail: InitiativeTrail,
  ) {}

  run(viewer: Viewer, initiativeId: string, criterionKey: string, content: EvidenceContent): Promise<Result<Evidence>> {
    return this.work.run(async (tx) => {
      const [initiative, frame] = await Promise.all([
        this.initiatives.lockSeenBy(viewer, initiativeId, tx),
        this.surroundings.frame(initiativeId, tx),
      ]);
      const action = content.kind === 'EXTERNAL_CHECK' ? 'check:submit' : 'evidence:submit';
      if (!initiative || !requireAccess(viewer, action, initiative.portfolioId)) {
        return refuse(notFound('The initiative', ['initiativeId']));
      }
      const known =
        content.kind === 'EXTERNAL_CHECK'
          ? await this.ledger.ofExternalId(initiative.id, criterionKey, content.externalId, tx)
          : null;
      if (content.kind === 'EXTERNAL_CHECK' && known) {
        return isSameCheck(known.content as unknown as ExternalCheck, content)
          ? accept(known)
          : refuse(mismatch(content));
      }
      const stamp = this.trail.stamp(viewer);
      const surroundings = await this.surroundings.of(initiative, frame, stamp.at, tx);
      const refusals = [
        ...unlessStopped(initiative, 'takes no evidence', ['initiativeId']),
        ...checkEvidence(criterionKey, content, surroundings),
      ];
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const { kind, ...stated } = content;
      const effectiveOn = effectiveOnOf(content, frame.timeZone);
      const row = {
        id: newId(),
        portfolioId: initiative.portfolioId,
        initiativeId: initiative.id,
        criterionKey,
        kind,
        summary: summaryOf(content),
        url: 'url' in content ? content.url : null,
        content: stated as object,
        effectiveOn,
        submittedAt: stamp.at,
        submittedBy: stamp.by,
      };
      insertEvidence(tx, { ...row, externalId: kind === 'EXTERNAL_CHECK' ? content.externalId : null });
      await this.trail.append(tx, initiative, stamp, {
        action: 'evidence.submitted',
        subjectType: 'Evidence',
        subjectId: row.id,
        changes: { criterionKey, kind, effectiveOn, content: stated },
      });
      return accept(submitted(row, surroundings.template));
    });
  }
}

const mismatch = ({ externalId }: ExternalCheck): Refusal => ({
  code: 'IDEMPOTENCY_MISMATCH',
  message: `The check ${externalId} was reported before with another result; report a later run of it with an externalId of its own.`,
  field: ['input', 'externalCheck', 'externalId'],
});
