import { Injectable } from '@nestjs/common';
import type { GateDefinition, StageCategory, StageDefinition, WorkflowTemplate } from '../../../domain/gates/gate.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';
import { requestScopes } from '../../../platform/database/request-scope.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

interface TemplateRow {
  id: string;
  key: string;
  name: string;
  version: number;
  published_at: Instant;
  stages: StageRow[];
}

interface StageRow {
  key: string;
  name: string;
  category: StageCategory;
  position: number;
  timeBoxDays: number | null;
  wipLimit: number | null;
  exitGate: GateDefinition | null;
}

const TEMPLATE = `
  SELECT t.id, t.key, t.name, t.version, t.published_at,
    (SELECT jsonb_agg(jsonb_build_object('key', s.key, 'name', s.name, 'category', s.category, 'position', s.position,
       'timeBoxDays', s.time_box_days, 'wipLimit', s.wip_limit, 'exitGate', s.exit_gate) ORDER BY s.position)
     FROM template_stage s WHERE s.template_id = t.id) AS stages
  FROM workflow_template t`;

const BY_ID = `${TEMPLATE} WHERE t.id = $1`;
const BY_IDS = `${TEMPLATE} WHERE t.id = ANY($1)`;
const NEWEST = `${TEMPLATE} WHERE t.key = $1 ORDER BY t.version DESC LIMIT 1`;
const BY_VERSION = `${TEMPLATE} WHERE t.key = $1 AND t.version = $2`;
const NEWEST_AT = `
  ${TEMPLATE} WHERE t.key = $1 AND (t.published_at <= $2 OR t.version = 1) ORDER BY t.version DESC LIMIT 1`;
const OLDER = 'SELECT id FROM workflow_template WHERE key = $1 AND version < $2 ORDER BY version';

/** Published templates. A version never changes once published, so what was read once is kept in memory. */
@Injectable()
export class Templates {
  private readonly known = new Map<string, WorkflowTemplate>();

  constructor(private readonly database: Database) {}

  /** The template version with this id; it must be there, for a foreign key says so. */
  async get(id: string, tx?: Tx): Promise<WorkflowTemplate> {
    const known = this.known.get(id);
    if (known) {
      return known;
    }
    const template = await this.read(BY_ID, [id], tx);
    if (!template) {
      throw new Error(`Template ${id} is referred to but not there.`);
    }
    if (tx) {
      this.learn(id);
    }
    return template;
  }

  // What is read inside a transaction may never be committed, so it is read once more beside it; nobody waits for that.
  private learn(id: string): void {
    requestScopes.exit(() => {
      this.read(BY_ID, [id]).catch(() => undefined);
    });
  }

  /** Template versions by their ids, in one statement for those not read before. */
  async many(ids: readonly string[]): Promise<ReadonlyMap<string, WorkflowTemplate>> {
    const unknown = ids.filter((id) => !this.known.has(id));
    if (unknown.length > 0) {
      for (const row of await this.database.rows<TemplateRow>(BY_IDS, [unknown])) {
        this.known.set(row.id, this.known.get(row.id) ?? templateIn(row));
      }
    }
    const wanted = new Set(ids);
    return new Map([...this.known].filter(([id]) => wanted.has(id)));
  }

  /** The newest version of a template, or the version asked for; null when there is none. */
  find(key: string, version: number | null, tx?: Tx): Promise<WorkflowTemplate | null> {
    return version === null ? this.read(NEWEST, [key], tx) : this.read(BY_VERSION, [key, version], tx);
  }

  /** The newest version of the template of which this is one version. */
  async newestOf(id: string, tx?: Tx): Promise<WorkflowTemplate> {
    const template = await this.get(id, tx);
    return (await this.find(template.key, null, tx)) ?? template;
  }

  /** The version that was the newest at an instant of the template with this id; the first one where none was published yet. */
  async newestAt(id: string, at: Instant, tx?: Tx): Promise<WorkflowTemplate> {
    const template = await this.get(id, tx);
    return (await this.read(NEWEST_AT, [template.key, at], tx)) ?? template;
  }

  /** Every version of a template before this one, oldest first. */
  async olderThan({ key, version }: WorkflowTemplate, tx?: Tx): Promise<readonly WorkflowTemplate[]> {
    const older: WorkflowTemplate[] = [];
    for (const { id } of await this.database.rows<{ id: string }>(OLDER, [key, version], tx)) {
      older.push(await this.get(id, tx));
    }
    return older;
  }

  private async read(sql: string, parameters: readonly unknown[], tx?: Tx): Promise<WorkflowTemplate | null> {
    const row = await this.database.row<TemplateRow>(sql, parameters, tx);
    if (!row) {
      return null;
    }
    const known = this.known.get(row.id);
    if (known) {
      // The same thing each time, so that what is remembered of it can be found by it.
      return known;
    }
    const template = templateIn(row);
    if (!tx) {
      // Read inside a transaction it may be one that is never committed.
      this.known.set(row.id, template);
    }
    return template;
  }
}

const templateIn = ({ id, key, name, version, published_at, stages }: TemplateRow): WorkflowTemplate => ({
  id,
  key,
  name,
  version,
  publishedAt: published_at,
  stages,
});

/** The stage of a template by its key; it must be there, for a foreign key says so. */
export const stageOf = (template: WorkflowTemplate, key: string): StageDefinition => {
  const stage = template.stages.find((each) => each.key === key);
  if (!stage) {
    throw new Error(`Stage ${key} is referred to but not in template ${template.key} version ${template.version}.`);
  }
  return stage;
};
