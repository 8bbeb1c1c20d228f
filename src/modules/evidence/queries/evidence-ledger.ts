import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { criteriaOf } from '../../../domain/gates/check-evidence.js';
import type { EvidenceOutcome } from '../../../domain/gates/check-evidence-review.js';
import type { EvidenceContent, EvidenceKind } from '../../../domain/gates/evidence.js';
import type { EvidenceFact, WorkflowTemplate } from '../../../domain/gates/gate.js';
import { expiresOn } from '../../../domain/gates/validity.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { listLoader } from '../../../platform/graphql/list-loader.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';
import { isId } from '../../../platform/ids.js';
import { requireAccess } from '../../identity/access.js';
import { Templates } from '../../templates/queries/templates.js';

export const EVIDENCE_STATUSES = ['SUBMITTED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN'] as const;
export type EvidenceStatus = (typeof EVIDENCE_STATUSES)[number];

/** What evidence can be of; what tickets are evidence of nobody submits. */
export type ShownKind = EvidenceKind | 'TICKETS_DONE';

/** A piece of evidence as it stands, with its review. */
export interface Evidence {
  readonly id: string;
  readonly portfolioId: string;
  readonly initiativeId: string;
  readonly criterionKey: string;
  readonly kind: ShownKind;
  readonly status: EvidenceStatus;
  readonly summary: string;
  readonly url: string | null;
  /** As it was submitted, without its kind. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly submittedById: string;
  readonly submittedAt: Instant;
  readonly effectiveOn: CalendarDate;
  /** The last day it holds on, by the initiative's template; null where it holds without end. */
  readonly expiresOn: CalendarDate | null;
  readonly reviewedById: string | null;
  readonly reviewedAt: Instant | null;
  readonly reviewComment: string | null;
}

export interface EvidencePaging {
  readonly criterionKey: string | null;
  readonly first: number;
  readonly after: string | null;
}

interface FactRow extends Omit<Evidence, 'status' | 'expiresOn'> {
  readonly outcome: EvidenceOutcome | null;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnFor: string | null;
}

/** What is written of a piece of evidence. */
type SubmittedRow = Omit<Evidence, 'submittedById' | 'status' | 'expiresOn' | 'content' | `review${string}`> & {
  readonly submittedBy: string;
  readonly content: object;
};

type Row = FactRow & { readonly templateId: string };

const LIST = 'evidence';
const PLACE = ['instant', 'id'] as const;

const FACT_COLUMNS = `
  e.id, e.portfolio_id AS "portfolioId", e.initiative_id AS "initiativeId", e.criterion_key AS "criterionKey", e.kind, e.summary, e.url,
  e.content, e.submitted_by AS "submittedById", e.submitted_at AS "submittedAt", e.effective_on AS "effectiveOn", r.outcome,
  r.reviewed_by AS "reviewedById", r.reviewed_at AS "reviewedAt", r.comment AS "reviewComment",
  w.withdrawn_at AS "withdrawnAt", w.reason AS "withdrawnFor"`;

const OUTCOMES =
  'LEFT JOIN evidence_review r ON r.evidence_id = e.id LEFT JOIN evidence_withdrawal w ON w.evidence_id = e.id';

// What tickets are evidence of is told by the tickets themselves.
const FACTS = `
  SELECT ${FACT_COLUMNS} FROM evidence e ${OUTCOMES}
  WHERE e.initiative_id = ANY($1) AND e.kind <> 'TICKETS_DONE' AND ($2::text[] IS NULL OR e.criterion_key = ANY($2))
  ORDER BY e.initiative_id, e.submitted_at, e.id`;

const EVIDENCE = `
  SELECT ${FACT_COLUMNS}, i.template_id AS "templateId"
  FROM evidence e JOIN initiative i ON i.id = e.initiative_id ${OUTCOMES}`;

const BY_IDS = `${EVIDENCE} WHERE e.id = ANY($1)`;
const BY_EXTERNAL_ID = `${EVIDENCE} WHERE e.initiative_id = $1 AND e.criterion_key = $2 AND e.external_id = $3`;

const PAGES = `
  SELECT ${FACT_COLUMNS}, i.template_id AS "templateId"
  FROM initiative i
  CROSS JOIN LATERAL (
    SELECT * FROM evidence e
    WHERE e.initiative_id = i.id AND ($2::text IS NULL OR e.criterion_key = $2)
      AND ($3::timestamptz IS NULL OR (e.submitted_at, e.id) < ($3, $4::uuid))
    ORDER BY e.submitted_at DESC, e.id DESC LIMIT $5
  ) e
  ${OUTCOMES}
  WHERE i.id = ANY($1) ORDER BY i.id, e.submitted_at DESC, e.id DESC`;

@Injectable()
export class EvidenceLedger {
  constructor(
    private readonly database: Database,
    private readonly templates: Templates,
  ) {}

  readonly byId = loader<string, Evidence | null>(
    async (ids) => new Map((await this.byIds(ids)).map((evidence) => [evidence.id, evidence])),
    () => null,
  );

  private readonly pages = listLoader<EvidencePaging, Page<Evidence>>(
    (initiativeIds, paging) => this.readPages(initiativeIds, paging),
    (paging) => pageIn([], paging),
  );

  byIds(ids: readonly string[], tx?: Tx): Promise<readonly Evidence[]> {
    return this.read(BY_IDS, [ids.filter(isId)], tx);
  }

  /** The evidence with this id, as far as the viewer may know of it. */
  async seenBy(viewer: Viewer, id: string, tx?: Tx): Promise<Evidence | null> {
    const [evidence] = await this.byIds([id], tx);
    return requireAccess(viewer, 'portfolio:read', evidence?.portfolioId) ? (evidence ?? null) : null;
  }

  /** The result of an external check that has this identifier; null where none has. */
  async ofExternalId(initiativeId: string, criterionKey: string, externalId: string, tx: Tx): Promise<Evidence | null> {
    return (await this.read(BY_EXTERNAL_ID, [initiativeId, criterionKey, externalId], tx))[0] ?? null;
  }

  /** A page of the evidence of an initiative, the newest first. A cursor of another list is BAD_USER_INPUT. */
  async ofInitiative(scope: object, initiativeId: string, paging: EvidencePaging): Promise<Page<Evidence>> {
    decodeCursor(LIST, paging.after, PLACE);
    return this.pages.load(scope, initiativeId, paging);
  }

  /** All evidence of many initiatives with its reviews, or that of some criteria, oldest first; every initiative asked for has an entry. */
  async factsOf(
    initiativeIds: readonly string[],
    tx?: Tx,
    criterionKeys: readonly string[] | null = null,
  ): Promise<ReadonlyMap<string, readonly EvidenceFact[]>> {
    const found = await this.database.rows<FactRow>(FACTS, [initiativeIds, criterionKeys], tx);
    const rows = groupBy(found, (row) => row.initiativeId);
    return new Map(initiativeIds.map((id) => [id, (rows.get(id) ?? []).map(factIn)]));
  }

  private async readPages(
    initiativeIds: readonly string[],
    paging: EvidencePaging,
  ): Promise<ReadonlyMap<string, Page<Evidence>>> {
    const [at = null, id = null] = decodeCursor(LIST, paging.after, PLACE) ?? [];
    const rows = await this.read(PAGES, [initiativeIds, paging.criterionKey, at, id, paging.first + 1]);
    const byInitiative = groupBy(rows, (evidence) => evidence.initiativeId);
    return new Map([...byInitiative].map(([initiativeId, own]) => [initiativeId, pageIn(own, paging)]));
  }

  private async read(sql: string, parameters: readonly unknown[], tx?: Tx): Promise<readonly Evidence[]> {
    const evidence: Evidence[] = [];
    for (const { templateId, ...row } of await this.database.rows<Row>(sql, parameters, tx)) {
      evidence.push(evidenceIn(row, daysValid(row.criterionKey, await this.templates.get(templateId, tx))));
    }
    return evidence;
  }
}

const daysValid = (criterionKey: string, template: WorkflowTemplate): number | null =>
  criteriaOf(template).find(({ key }) => key === criterionKey)?.validForDays ?? null;

/** A piece of evidence as it stands once it is written: nobody has reviewed it. */
export const submitted = ({ submittedBy, content, ...row }: SubmittedRow, template: WorkflowTemplate): Evidence => ({
  ...row,
  content: content as Evidence['content'],
  submittedById: submittedBy,
  status: 'SUBMITTED',
  expiresOn: expiresOn(row.effectiveOn, daysValid(row.criterionKey, template)),
  reviewedById: null,
  reviewedAt: null,
  reviewComment: null,
});

const pageIn = (rows: readonly Evidence[], paging: EvidencePaging): Page<Evidence> =>
  pageOf(rows, paging.first, paging.after, (row) => encodeCursor(LIST, [row.submittedAt, row.id]));

const evidenceIn = (
  { outcome, withdrawnAt, withdrawnFor, ...row }: FactRow,
  validForDays: number | null,
): Evidence => ({
  ...row,
  status: withdrawnAt === null ? (outcome ?? 'SUBMITTED') : 'WITHDRAWN',
  reviewedAt: withdrawnAt ?? row.reviewedAt,
  reviewComment: withdrawnFor ?? row.reviewComment,
  expiresOn: expiresOn(row.effectiveOn, validForDays),
});

const factIn = (row: FactRow): EvidenceFact => ({
  id: row.id,
  criterionKey: row.criterionKey,
  content: { kind: row.kind, ...row.content } as unknown as EvidenceContent,
  submittedBy: row.submittedById,
  submittedAt: row.submittedAt,
  effectiveOn: row.effectiveOn,
  review:
    row.outcome !== null && row.reviewedById !== null && row.reviewedAt !== null
      ? { outcome: row.outcome, reviewedBy: row.reviewedById, reviewedAt: row.reviewedAt, comment: row.reviewComment }
      : null,
});
