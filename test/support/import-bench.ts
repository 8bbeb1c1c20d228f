import { randomUUID } from 'node:crypto';
import type { Viewer } from '../../src/domain/access/access.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import { AppendAudit } from '../../src/modules/audit/commands/append-audit.js';
import { Users } from '../../src/modules/identity/queries/users.js';
import { ImportBatch } from '../../src/modules/imports/commands/import-batch.js';
import { ImportInitiatives } from '../../src/modules/imports/commands/import-initiatives.js';
import { MoveInitiative } from '../../src/modules/initiatives/commands/move-initiative.js';
import { TakeInInitiatives } from '../../src/modules/initiatives/commands/take-in-initiatives.js';
import { InitiativeIntakeRepository } from '../../src/modules/initiatives/persistence/initiative-intake.repository.js';
import { InitiativeRepository } from '../../src/modules/initiatives/persistence/initiative.repository.js';
import { InitiativesByReference } from '../../src/modules/initiatives/queries/initiatives-by-reference.js';
import { Initiatives } from '../../src/modules/initiatives/queries/initiatives.js';
import { Portfolios } from '../../src/modules/portfolios/queries/portfolios.js';
import { Templates } from '../../src/modules/templates/queries/templates.js';
import { GivenClock } from '../../src/platform/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { createTestDatabase } from './database.js';

export const STAGES = [
  ['intake', 'INTAKE'],
  ['discovery', 'INTAKE'],
  ['poc', 'POC'],
  ['pilot', 'PILOT'],
  ['scale', 'PRODUCTION'],
  ['operate', 'PRODUCTION'],
] as const;

export const IMPORTED_AT = '2026-03-02T10:00:00.000Z' as Instant;

/** A database with one portfolio, FED, in Washington's time, and an admin, for tests of imports. */
export const importBench = async () => {
  const bench = await createTestDatabase();
  const clock = new GivenClock(IMPORTED_AT);
  const [adminId, templateId, portfolioId] = [randomUUID(), randomUUID(), randomUUID()];
  const query = <Row = unknown>(sql: string, parameters: unknown[] = []) => bench.source.query<Row[]>(sql, parameters);
  await query(
    `INSERT INTO app_user (id, name, email, is_instance_admin, created_at) VALUES ($1, 'Ada', 'ada@agency.example', true, $2)`,
    [adminId, IMPORTED_AT],
  );
  await query(
    `INSERT INTO workflow_template (id, key, version, name, published_at) VALUES ($1, 'steps', 1, 'Steps', $2)`,
    [templateId, IMPORTED_AT],
  );
  await query(
    `INSERT INTO template_stage (template_id, key, position, name, category)
     SELECT $1, s.key, s.position, s.key, s.category FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS s (key, category, position)`,
    [templateId, STAGES.map(([key]) => key), STAGES.map(([, category]) => category)],
  );
  await query(
    `INSERT INTO portfolio (id, key, name, time_zone, template_id, created_at) VALUES ($1, 'FED', 'Federal', 'America/New_York', $2, $3)`,
    [portfolioId, templateId, IMPORTED_AT],
  );
  const database = new Database(bench.source);
  const work = new UnitOfWork(bench.source);
  const users = new Users(database);
  const templates = new Templates(database);
  const initiatives = new Initiatives(database);
  const repository = new InitiativeRepository();
  const takeIn = new TakeInInitiatives(
    new InitiativesByReference(database),
    new InitiativeIntakeRepository(repository),
    templates,
    new AppendAudit(),
  );
  const admin: Viewer = { userId: adminId, isInstanceAdmin: true, roles: new Map() };
  return {
    ...bench,
    query,
    clock,
    work,
    admin,
    portfolioId,
    initiatives,
    move: new MoveInitiative(repository),
    importInitiatives: new ImportInitiatives(
      new Portfolios(database),
      templates,
      new ImportBatch(work, users, takeIn, clock),
      clock,
    ),
  };
};
