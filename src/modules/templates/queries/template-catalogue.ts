import { Injectable } from '@nestjs/common';
import { rolesIn, type Viewer } from '../../../domain/access/access.js';
import { Database } from '../../../platform/database/database.js';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import { Templates } from './templates.js';

/** A version of a template, and how many go by it. */
export interface CataloguedVersion {
  readonly template: WorkflowTemplate;
  readonly isNewest: boolean;
  /** Initiatives on it that are ACTIVE or ON_HOLD, of the portfolios the viewer may know of. */
  readonly initiatives: number;
}

/** A template with all its versions, the newest first. */
export interface CataloguedTemplate {
  readonly key: string;
  readonly newest: WorkflowTemplate;
  readonly versions: readonly CataloguedVersion[];
}

const PORTFOLIOS = 'SELECT id FROM portfolio';

/** Every version with how many of some portfolios ($1) that live go by it, by key, the newest first. */
const VERSIONS = `
  SELECT t.id, t.key, coalesce(n.count, 0)::int AS count FROM workflow_template t
  LEFT JOIN (
    SELECT i.template_id, count(*) FROM initiative i
    WHERE i.portfolio_id = ANY($1::uuid[]) AND i.status IN ('ACTIVE', 'ON_HOLD') GROUP BY 1
  ) n ON n.template_id = t.id
  ORDER BY t.key, t.version DESC`;

@Injectable()
export class TemplateCatalogue {
  constructor(
    private readonly database: Database,
    private readonly templates: Templates,
  ) {}

  /**
   * Every template by its key, with its versions. Templates are shared, so everybody sees all of them; initiatives are counted only
   * in portfolios the viewer may know of.
   */
  async of(viewer: Viewer): Promise<readonly CataloguedTemplate[]> {
    const portfolios = await this.database.rows<{ id: string }>(PORTFOLIOS);
    const seen = portfolios.map(({ id }) => id).filter((id) => rolesIn(viewer, id).length > 0);
    const rows = await this.database.rows<{ id: string; key: string; count: number }>(VERSIONS, [seen]);
    const known = await this.templates.many(rows.map(({ id }) => id));
    const byKey = new Map<string, CataloguedTemplate>();
    for (const { id, key, count } of rows) {
      const template = known.get(id);
      if (template) {
        const { newest, versions } = byKey.get(key) ?? { newest: template, versions: [] };
        const version = { template, isNewest: template === newest, initiatives: count };
        byKey.set(key, { key, newest, versions: [...versions, version] });
      }
    }
    return [...byKey.values()];
  }
}
