import { Injectable } from '@nestjs/common';
import type { ClassificationRule } from '../../../domain/effort/classification-rule.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { LedgerStamp } from './effort.repository.js';

const INSERT_VERSION = `
  INSERT INTO classification_rules (portfolio_id, version, previous_version, published_at, published_by)
  VALUES ($1, $2, nullif($2 - 1, 0), $3, $4)`;

const INSERT_RULES = `
  INSERT INTO classification_rule (portfolio_id, version, position, name, connection_id, labels, components, ticket_types, project_keys,
    category_key, initiative_id, criterion_key)
  SELECT $1, $2, r.position, r.name, r."connectionId", r.labels, r.components, r."ticketTypes", r."projectKeys", r."categoryKey", i.id, r."criterionKey"
  FROM jsonb_to_recordset($3::jsonb) AS r (position integer, name text, "connectionId" uuid, labels text[], components text[],
    "ticketTypes" text[], "projectKeys" text[], "categoryKey" text, "initiativeKey" text, "criterionKey" text)
  LEFT JOIN initiative i ON i.portfolio_id = $1 AND i.key = r."initiativeKey"`;

/** Writes versions of the rules that give effort its category. */
@Injectable()
export class ClassificationRulesRepository {
  async insert(tx: Tx, stamp: LedgerStamp, version: number, rules: readonly ClassificationRule[]): Promise<void> {
    await tx.query(INSERT_VERSION, [stamp.portfolioId, version, stamp.at, stamp.by]);
    const rows = rules.map((rule, index) => ({ ...rule, position: index + 1 }));
    await tx.query(INSERT_RULES, [stamp.portfolioId, version, JSON.stringify(rows)]);
  }
}
