import { Injectable } from '@nestjs/common';
import type { TemplateMove } from '../../../domain/pipeline/template-in-force.js';
import { Database } from '../../../platform/database/database.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';

type MoveRow = TemplateMove & { readonly initiativeId: string };

const MOVES = `
  SELECT initiative_id AS "initiativeId", from_template_id AS "fromTemplateId", to_template_id AS "toTemplateId", migrated_at AS "migratedAt"
  FROM template_migration WHERE initiative_id = ANY($1) ORDER BY initiative_id, version`;

@Injectable()
export class TemplateHistories {
  constructor(private readonly database: Database) {}

  /** Every move of an initiative to another version of its template, oldest first. */
  readonly movesOf = loader<string, readonly TemplateMove[]>(
    async (ids) => groupBy(await this.database.rows<MoveRow>(MOVES, [ids]), (move) => move.initiativeId),
    () => [],
  );
}
