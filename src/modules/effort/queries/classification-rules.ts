import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { RulesVersion } from '../../../domain/effort/classification-rule.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** A version of the rules of a portfolio, with who published it and when. */
export interface PublishedRules extends RulesVersion {
  readonly publishedAt: Instant;
  readonly publishedById: string;
}

const NEWEST = `
  SELECT v.version, v.published_at AS "publishedAt", v.published_by AS "publishedById",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('name', r.name, 'connectionId', r.connection_id, 'labels', r.labels,
       'components', r.components, 'ticketTypes', r.ticket_types, 'projectKeys', r.project_keys, 'categoryKey', r.category_key,
       'initiativeKey', i.key, 'criterionKey', r.criterion_key) ORDER BY r.position), '[]')
     FROM classification_rule r LEFT JOIN initiative i ON i.id = r.initiative_id
     WHERE r.portfolio_id = v.portfolio_id AND r.version = v.version) AS rules
  FROM classification_rules v
  WHERE v.portfolio_id = $1 AND ($2::integer IS NULL OR v.version = $2) ORDER BY v.version DESC LIMIT 1`;

/** The rules that give effort its category. */
@Injectable()
export class ClassificationRules {
  constructor(private readonly database: Database) {}

  /** The version in force, which is the newest; null where none was ever published. */
  inForce(portfolioId: string, tx?: Tx): Promise<PublishedRules | null> {
    return this.database.row<PublishedRules>(NEWEST, [portfolioId, null], tx);
  }

  /** One version; null where there is none of this number. */
  ofVersion(portfolioId: string, version: number): Promise<PublishedRules | null> {
    return this.database.row<PublishedRules>(NEWEST, [portfolioId, version]);
  }
}
