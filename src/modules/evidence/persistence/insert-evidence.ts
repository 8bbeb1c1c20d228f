import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { EvidenceEntity } from './evidence.entity.js';

const INSERT = `
  INSERT INTO evidence (id, portfolio_id, initiative_id, criterion_key, kind, summary, url, content, effective_on, external_id,
    submitted_at, submitted_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

/** Writes a piece of evidence, along with what follows. */
export const insertEvidence = (tx: Tx, row: Readonly<EvidenceEntity>): void => {
  tx.later(INSERT, [
    row.id,
    row.portfolioId,
    row.initiativeId,
    row.criterionKey,
    row.kind,
    row.summary,
    row.url,
    JSON.stringify(row.content),
    row.effectiveOn,
    row.externalId,
    row.submittedAt,
    row.submittedBy,
  ]);
};
