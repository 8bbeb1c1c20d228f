import { Injectable } from '@nestjs/common';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Finding } from '../../../domain/findings/finding.js';
import { planFindings, type FindingPlan, type KeptFinding } from '../../../domain/findings/keep-findings.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { AppendAudit, type AuditRecord } from '../../audit/commands/append-audit.js';
import { FindingRepository, type FindingOwner } from '../persistence/finding.repository.js';

/** What was found of an initiative, or of a portfolio, and the day of the portfolio on which it was. */
export type FoundOf = FindingOwner & { readonly findings: readonly Finding[]; readonly today: CalendarDate };

/**
 * Has stand what was found: what was not before is raised, what is said otherwise is restated, what is not found any more is
 * cleared, with an event for each that was raised or cleared. Whoever calls has locked the insight. Open to no client by itself.
 */
@Injectable()
export class FindingBook {
  constructor(
    private readonly findings: FindingRepository,
    private readonly audit: AppendAudit,
  ) {}

  /** Of initiatives. */
  async keepOfInitiatives(
    tx: Tx,
    found: readonly (FoundOf & { readonly initiativeId: string })[],
    at: Instant,
  ): Promise<void> {
    const standing = await this.findings.ofInitiatives(
      tx,
      found.map(({ initiativeId }) => initiativeId),
    );
    await this.keep(
      tx,
      found.map((each) => [each, standing.get(each.initiativeId) ?? []]),
      at,
    );
  }

  /** Of a portfolio itself. */
  async keepOfPortfolio(tx: Tx, found: Omit<FoundOf, 'initiativeId'>, at: Instant): Promise<void> {
    const standing = await this.findings.ofPortfolio(tx, found.portfolioId);
    await this.keep(tx, [[{ ...found, initiativeId: null }, standing]], at);
  }

  private async keep(tx: Tx, all: readonly (readonly [FoundOf, readonly KeptFinding[]])[], at: Instant): Promise<void> {
    const plans = all.map(([{ portfolioId, initiativeId, findings, today }, standing]) => ({
      portfolioId,
      initiativeId,
      plan: planFindings(standing, findings, { at, today }, newId),
    }));
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
