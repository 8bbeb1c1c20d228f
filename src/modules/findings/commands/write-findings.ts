import { Injectable } from '@nestjs/common';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { FindingPlan, KeptFinding } from '../../../domain/findings/keep-findings.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AppendAudit, type AuditRecord } from '../../audit/commands/append-audit.js';
import { FindingRepository, type FindingOwner, type OwnedPlan } from '../persistence/finding.repository.js';

/** Writes what was raised, restated and cleared, with an event for each that was raised or cleared. Open to no client by itself. */
@Injectable()
export class WriteFindings {
  constructor(
    private readonly findings: FindingRepository,
    private readonly audit: AppendAudit,
  ) {}

  async run(tx: Tx, plans: readonly OwnedPlan[], at: Instant): Promise<void> {
    await this.findings.write(tx, plans, at);
    const records = plans.flatMap((owned) => recordsOf(owned, owned.plan, at));
    if (records.length > 0) {
      await this.audit.runAll(tx, records);
    }
  }
}

const recordsOf = (
  { portfolioId, initiativeId }: FindingOwner,
  { raised, cleared }: FindingPlan,
  at: Instant,
): readonly AuditRecord[] => {
  const record = (action: string, { findingId }: KeptFinding, changes: AuditRecord['changes']): AuditRecord => ({
    initiativeId,
    portfolioId,
    at,
    actorId: SYSTEM_USER_ID,
    action,
    subjectType: 'Finding',
    subjectId: findingId,
    changes,
  });
  return [
    ...cleared.map((finding) => {
      const { code, subject, level, raisedAt } = finding;
      return record('finding.cleared', finding, { code, subject, level, raisedAt });
    }),
    ...raised.map((finding) => {
      const { code, subject, level, since, message } = finding;
      return record('finding.raised', finding, { code, subject, level, since, message });
    }),
  ];
};
