import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { rankOf, type FindingPlan, type KeptFinding } from '../../../domain/findings/keep-findings.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** Of whom findings are: an initiative, or the portfolio itself. */
export interface FindingOwner {
  readonly portfolioId: string;
  readonly initiativeId: string | null;
}

export type OwnedPlan = FindingOwner & { readonly plan: FindingPlan };

const VERSION = `
  id, finding_id AS "findingId", code, subject, level, since, message, facts, raised_at AS "raisedAt", recorded_at AS "recordedAt"`;

const OF_INITIATIVES = `
  SELECT initiative_id AS "initiativeId", ${VERSION} FROM finding WHERE initiative_id = ANY($1) AND superseded_at IS NULL`;
const OF_PORTFOLIO = `
  SELECT ${VERSION} FROM finding WHERE portfolio_id = $1 AND initiative_id IS NULL AND superseded_at IS NULL`;

// Never before it began, whatever the clock says.
const SUPERSEDE = 'UPDATE finding SET superseded_at = greatest($2, recorded_at) WHERE id = ANY($1)';
const CLEAR = `
  UPDATE finding SET superseded_at = greatest($2, recorded_at), cleared_at = greatest($2, recorded_at) WHERE id = ANY($1)`;

const INSERT = `
  INSERT INTO finding (id, finding_id, portfolio_id, initiative_id, code, subject, level, rank, since, message, facts, raised_at, recorded_at)
  SELECT r.id, r."findingId", r."portfolioId", r."initiativeId", r.code, r.subject, r.level, r.rank, r.since, r.message, r.facts, r."raisedAt",
    r."recordedAt"
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "findingId" uuid, "portfolioId" uuid, "initiativeId" uuid, code text, subject text,
    level text, rank integer, since timestamptz, message text, facts jsonb, "raisedAt" timestamptz, "recordedAt" timestamptz)`;

/** The findings that stand, and their versions. Whoever writes has locked the insight they belong to. */
@Injectable()
export class FindingRepository {
  /** What stands of initiatives, by their ids. */
  async ofInitiatives(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly KeptFinding[]>> {
    const standing = new Map<string, KeptFinding[]>();
    const rows = await tx.query<KeptFinding & { readonly initiativeId: string }>(OF_INITIATIVES, [ids]);
    for (const { initiativeId, ...finding } of rows) {
      standing.set(initiativeId, [...(standing.get(initiativeId) ?? []), finding]);
    }
    return standing;
  }

  /** What stands of a portfolio itself. */
  ofPortfolio(tx: Tx, portfolioId: string): Promise<readonly KeptFinding[]> {
    return tx.query<KeptFinding>(OF_PORTFOLIO, [portfolioId]);
  }

  /** Writes what changed. */
  async write(tx: Tx, plans: readonly OwnedPlan[], at: Instant): Promise<void> {
    const idsOf = (findings: (plan: FindingPlan) => readonly KeptFinding[]): readonly string[] =>
      plans.flatMap(({ plan }) => findings(plan).map(({ id }) => id));
    const superseded = idsOf((plan) => plan.superseded);
    if (superseded.length > 0) {
      await tx.query(SUPERSEDE, [superseded, at]);
    }
    const cleared = idsOf((plan) => plan.cleared);
    if (cleared.length > 0) {
      await tx.query(CLEAR, [cleared, at]);
    }
    const versions = plans.flatMap(({ portfolioId, initiativeId, plan }) =>
      [...plan.raised, ...plan.restated].map((version) => ({
        ...version,
        portfolioId,
        initiativeId,
        rank: rankOf(version.level),
      })),
    );
    if (versions.length > 0) {
      await tx.query(INSERT, [JSON.stringify(versions)]);
    }
  }
}
