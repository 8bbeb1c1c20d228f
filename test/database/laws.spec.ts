import { createHash, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

// What the database refuses by itself, whatever program asks.

const APPEND_ONLY = [
  'allocation_category',
  'allocation_scheme',
  'audit_event',
  'basis_change',
  'classification_rule',
  'classification_rules',
  'effort_entry',
  'evidence',
  'evidence_expiry',
  'evidence_review',
  'evidence_withdrawal',
  'gate_decision',
  'gate_vote',
  'initiative_revision',
  'kpi_definition',
  'kpi_measurement',
  'overdue_review',
  'signal_reading',
  'status_change',
  'status_update',
  'template_migration',
  'template_stage',
  'ticket_state',
  'workflow_template',
];

/** What may still change, in the ways its own laws allow, and is never removed. */
const KEPT = ['finding', 'gate_condition', 'portfolio'];

const NOW = '2026-03-01T09:00:00.000Z';

let database: TestDatabase;
/** A transaction that is rolled back after each test. */
let tx: QueryRunner;

const user = randomUUID();
const colleague = randomUUID();
const template = randomUUID();
const nextTemplate = randomUUID();
const portfolio = randomUUID();
const initiative = randomUUID();

const visit = (stage: string, enteredAt: string, leftAt: string | null): Promise<unknown> =>
  tx.query(
    `INSERT INTO stage_visit (id, initiative_id, portfolio_id, template_id, stage_key, entered_at, left_at, is_open, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [randomUUID(), initiative, portfolio, template, stage, enteredAt, leftAt, leftAt === null ? true : null, NOW],
  );

const newVersion = async (): Promise<void> => {
  await tx.query(
    `INSERT INTO workflow_template (id, key, version, name, published_at) VALUES ($1, 'default', 2, 'Default', $2)`,
    [nextTemplate, NOW],
  );
  await tx.query(
    `INSERT INTO template_stage (template_id, key, position, name, category)
     VALUES ($1, 'poc', 1, 'PoC', 'POC'), ($1, 'pilot', 2, 'Pilot', 'PILOT')`,
    [nextTemplate],
  );
};

beforeAll(async () => {
  database = await createTestDatabase();
  await database.source.transaction(async (setup) => {
    for (const [id, name] of [
      [user, 'ada'],
      [colleague, 'grace'],
    ]) {
      await setup.query('INSERT INTO app_user (id, name, email, created_at) VALUES ($1, $2, $3, $4)', [
        id,
        name,
        `${name}@example.com`,
        NOW,
      ]);
    }
    await setup.query(
      `INSERT INTO workflow_template (id, key, version, name, published_at) VALUES ($1, 'default', 1, 'Default', $2)`,
      [template, NOW],
    );
    await setup.query(
      `INSERT INTO template_stage (template_id, key, position, name, category)
       VALUES ($1, 'poc', 1, 'PoC', 'POC'), ($1, 'pilot', 2, 'Pilot', 'PILOT')`,
      [template],
    );
    await setup.query(
      `INSERT INTO portfolio (id, key, name, time_zone, template_id, created_at) VALUES ($1, 'AI', 'AI', 'UTC', $2, $3)`,
      [portfolio, template, NOW],
    );
    await setup.query(
      `INSERT INTO initiative (id, portfolio_id, number, key, name, problem, value_thesis, investment_class, risk_tier, owner_id,
         template_id, stage_key, status, version, created_at, updated_at)
       VALUES ($1, $2, 1, 'AI-1', 'Triage', 'Slow', 'COST', 'CORE', 'LIMITED', $3, $4, 'poc', 'ACTIVE', 1, $5, $5)`,
      [initiative, portfolio, user, template, NOW],
    );
    await setup.query(
      `INSERT INTO stage_visit (id, initiative_id, portfolio_id, template_id, stage_key, entered_at, is_open, recorded_at)
       VALUES ($1, $2, $3, $4, 'poc', '2026-02-01T00:00:00Z', true, $5)`,
      [randomUUID(), initiative, portfolio, template, NOW],
    );
  });
});

afterAll(() => database.drop());

beforeEach(async () => {
  tx = database.source.createQueryRunner();
  await tx.startTransaction();
});

afterEach(async () => {
  await tx.rollbackTransaction();
  await tx.release();
});

const refused = (constraint: string): Record<string, unknown> => ({
  driverError: expect.objectContaining({ constraint }),
});

describe('what is written for good', () => {
  it('is in the tables this test names, and in no others', async () => {
    const triggers: { name: string }[] = await tx.query(
      `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger
       WHERE tgfoid = 'refuse_change'::regproc AND tgenabled = 'O' AND tgrelid::regclass::text NOT LIKE 'effort_partition.%'
       ORDER BY 1`,
    );
    expect(triggers.map(({ name }) => name)).toEqual([...APPEND_ONLY, ...KEPT].sort());
  });

  it.each(APPEND_ONLY)('%s refuses UPDATE', async (table) => {
    const [column]: { name: string }[] = await tx.query(
      'SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 LIMIT 1',
      [table],
    );
    await expect(tx.query(`UPDATE ${table} SET ${column!.name} = ${column!.name}`)).rejects.toThrow(
      `append_only: UPDATE of ${table} is refused`,
    );
  });

  it.each([...APPEND_ONLY, ...KEPT])('%s refuses DELETE', async (table) => {
    await expect(tx.query(`DELETE FROM ${table}`)).rejects.toThrow(`append_only: DELETE of ${table} is refused`);
  });

  it.each([...APPEND_ONLY, ...KEPT])('%s refuses TRUNCATE', async (table) => {
    await expect(tx.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(`append_only: TRUNCATE of ${table} is refused`);
  });
});

describe('a portfolio', () => {
  it.each(['id', 'key', 'name', 'time_zone', 'template_id', 'created_at'])('keeps its %s', async (column) => {
    await expect(tx.query(`UPDATE portfolio SET ${column} = ${column}`)).rejects.toThrow(
      'append_only: UPDATE of portfolio is refused',
    );
  });

  it('goes on counting its initiatives', async () => {
    await tx.query('UPDATE portfolio SET last_initiative_number = last_initiative_number + 1');
  });
});

describe('a partition of the ledger of effort', () => {
  it.each(['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'])('refuses %s past the ledger, each of them', async (verb) => {
    const partitions: { name: string }[] = await tx.query(
      `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'effort_entry'::regclass`,
    );
    expect(partitions.length).toBeGreaterThan(8);
    for (const { name } of partitions) {
      await tx.query('SAVEPOINT before');
      const statement = {
        INSERT: `INSERT INTO ${name} SELECT * FROM effort_entry`,
        UPDATE: `UPDATE ${name} SET person = NULL`,
        DELETE: `DELETE FROM ${name}`,
        TRUNCATE: `TRUNCATE ${name} CASCADE`,
      }[verb]!;
      await expect(tx.query(statement)).rejects.toThrow(`append_only: ${verb} of ${name.split('.')[1]} is refused`);
      await tx.query('ROLLBACK TO SAVEPOINT before');
    }
  });
});

describe('the stay of an initiative in a stage', () => {
  it('may end where the next begins, and may have come before', async () => {
    await expect(visit('pilot', '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z')).resolves.toBeDefined();
  });

  it('never overlaps another', async () => {
    await expect(visit('pilot', '2026-01-01T00:00:00Z', '2026-02-01T00:00:00.001Z')).rejects.toMatchObject(
      refused('stage_visit_no_overlap'),
    );
  });

  it('never ends before it began', async () => {
    await expect(visit('pilot', '2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z')).rejects.toMatchObject(
      refused('stage_visit_interval'),
    );
  });

  it('is the only open one', async () => {
    // Without the exclusion, so that the index has to refuse by itself.
    await tx.query('ALTER TABLE stage_visit DROP CONSTRAINT stage_visit_no_overlap');
    await expect(visit('pilot', '2026-02-02T00:00:00Z', null)).rejects.toMatchObject(refused('stage_visit_one_open'));
  });

  it('is open exactly as long as it has no end', async () => {
    await expect(tx.query('UPDATE stage_visit SET is_open = NULL')).rejects.toMatchObject(
      refused('stage_visit_open_flag'),
    );
  });

  it('is where the initiative says it stands, at the end of every transaction', async () => {
    await tx.query(`UPDATE initiative SET stage_key = 'pilot'`);
    await expect(tx.query('SET CONSTRAINTS ALL IMMEDIATE')).rejects.toMatchObject(refused('initiative_open_visit_fk'));
  });

  it('is to a stage of the very template version that the initiative is on', async () => {
    await newVersion();
    await tx.query('UPDATE initiative SET template_id = $1', [nextTemplate]);
    await expect(tx.query('SET CONSTRAINTS initiative_open_visit_fk IMMEDIATE')).rejects.toMatchObject(
      refused('initiative_open_visit_fk'),
    );
  });

  it('is never missing while there is an initiative', async () => {
    await tx.query('DELETE FROM stage_visit');
    await expect(tx.query('SET CONSTRAINTS ALL IMMEDIATE')).rejects.toMatchObject(refused('initiative_open_visit_fk'));
  });
});

describe('the template version of an initiative', () => {
  const migrate = (version: number, from: string, to: string): Promise<unknown> =>
    tx.query(
      `INSERT INTO template_migration (initiative_id, version, portfolio_id, from_template_id, to_template_id, from_stage_key,
         to_stage_key, reason, migrated_at, migrated_by)
       VALUES ($1, $2, $3, $4, $5, 'poc', 'poc', 'Newer', $6, $7)`,
      [initiative, version, portfolio, from, to, NOW, user],
    );

  const move = async (): Promise<void> => {
    await tx.query('UPDATE stage_visit SET template_id = $1', [nextTemplate]);
    await tx.query('UPDATE initiative SET template_id = $1, version = 2', [nextTemplate]);
  };

  beforeEach(async () => {
    await newVersion();
    await tx.query(
      `INSERT INTO initiative_revision (initiative_id, version, portfolio_id, risk_tier, attributes, recorded_at, recorded_by)
       VALUES ($1, 2, $2, 'LIMITED', '{}', $3, $4)`,
      [initiative, portfolio, NOW, user],
    );
  });

  it('changes with a record of the move', async () => {
    await move();
    await migrate(2, template, nextTemplate);
    await expect(tx.query('SET CONSTRAINTS ALL IMMEDIATE')).resolves.toBeDefined();
  });

  it('never changes without one', async () => {
    await move();
    await expect(tx.query('SET CONSTRAINTS ALL IMMEDIATE')).rejects.toMatchObject(
      refused('initiative_template_recorded'),
    );
  });

  it('never changes by the record of another move', async () => {
    await move();
    await migrate(2, nextTemplate, template);
    await expect(tx.query('SET CONSTRAINTS ALL IMMEDIATE')).rejects.toMatchObject(
      refused('initiative_template_recorded'),
    );
  });

  it('does not change to itself, and only in a version of the initiative that there is', async () => {
    await tx.query('SAVEPOINT before');
    await expect(migrate(2, template, template)).rejects.toMatchObject(refused('template_migration_to_another'));
    await tx.query('ROLLBACK TO before');
    await expect(migrate(3, template, nextTemplate)).rejects.toMatchObject(refused('template_migration_revision_fk'));
  });
});

describe('a review at a gate', () => {
  const review = (status: string): Promise<unknown> =>
    tx.query(
      `INSERT INTO gate_review (id, portfolio_id, initiative_id, gate_key, status, requested_at, requested_by)
       VALUES ($1, $2, $3, 'poc-exit', $4, $5, $6)`,
      [randomUUID(), portfolio, initiative, status, NOW, user],
    );
  const setStatus = (status: string): Promise<unknown> => tx.query('UPDATE gate_review SET status = $1', [status]);

  it('is the only open one of its initiative', async () => {
    await review('DECIDED');
    await review('OPEN');
    await expect(review('OPEN')).rejects.toMatchObject(refused('gate_review_one_open'));
  });

  it('stays as it was closed', async () => {
    await review('DECIDED');
    await expect(setStatus('OPEN')).rejects.toMatchObject(refused('gate_review_closed'));
  });

  it('is never cancelled without a reason', async () => {
    await review('OPEN');
    await expect(setStatus('CANCELLED')).rejects.toMatchObject(refused('gate_review_cancellation'));
  });
});

describe('a decision at a gate', () => {
  it('carries the hash of exactly what was seen', async () => {
    const review = randomUUID();
    await tx.query(
      `INSERT INTO gate_review (id, portfolio_id, initiative_id, gate_key, status, requested_at, requested_by)
       VALUES ($1, $2, $3, 'poc-exit', 'DECIDED', $4, $5)`,
      [review, portfolio, initiative, NOW, user],
    );
    const decide = (hash: string): Promise<unknown> =>
      tx.query(
        `INSERT INTO gate_decision (id, portfolio_id, initiative_id, review_id, gate_key, outcome, rationale, template_id,
           from_stage_key, snapshot, snapshot_sha256, decided_at, decided_by)
         VALUES ($1, $2, $3, $4, 'poc-exit', 'GO', 'Ready', $5, 'poc', '{"seen":"é"}', $6, $7, $8)`,
        [randomUUID(), portfolio, initiative, review, template, hash, NOW, user],
      );
    const hash = createHash('sha256').update('{"seen":"é"}').digest('hex');
    await decide(hash);
    await expect(decide(createHash('sha256').update('{"seen":"e"}').digest('hex'))).rejects.toMatchObject(
      refused('gate_decision_snapshot_hash'),
    );
  });
});

describe('a condition of a decision', () => {
  const review = randomUUID();
  const decision = randomUUID();
  const condition = randomUUID();

  const decide = async (outcome: string): Promise<void> => {
    await tx.query(
      `INSERT INTO gate_review (id, portfolio_id, initiative_id, gate_key, status, requested_at, requested_by)
       VALUES ($1, $2, $3, 'poc-exit', 'DECIDED', $4, $5)`,
      [review, portfolio, initiative, NOW, user],
    );
    await tx.query(
      `INSERT INTO gate_decision (id, portfolio_id, initiative_id, review_id, gate_key, outcome, rationale, template_id,
         from_stage_key, snapshot, snapshot_sha256, decided_at, decided_by)
       VALUES ($1, $2, $3, $4, 'poc-exit', $5, 'Ready', $6, 'poc', '{}', encode(sha256('{}'), 'hex'), $7, $8)`,
      [decision, portfolio, initiative, review, outcome, template, NOW, user],
    );
  };
  const state = (): Promise<unknown> =>
    tx.query(
      `INSERT INTO gate_condition (id, portfolio_id, initiative_id, decision_id, text, owner_id, due_on, status, made_at)
       VALUES ($1, $2, $3, $4, 'Train', $5, '2026-07-31', 'OPEN', $6)`,
      [condition, portfolio, initiative, decision, user, NOW],
    );
  const set = (change: string): Promise<unknown> => tx.query(`UPDATE gate_condition SET ${change}`);

  it('belongs to a CONDITIONAL_GO and no other', async () => {
    await decide('GO');
    await expect(state()).rejects.toMatchObject(refused('gate_condition_decision_fk'));
  });

  it.each([
    ["text = 'Do nothing'", 'gate_condition_agreed'],
    ["due_on = '2027-07-31'", 'gate_condition_agreed'],
    ["criterion_key = 'training'", 'gate_condition_agreed'],
    ["status = 'CLOSED'", 'gate_condition_status_told'],
    [`closed_at = '${NOW}', status = 'CLOSED'`, 'gate_condition_closure'],
  ])('is not changed by: %s', async (change, constraint) => {
    await decide('CONDITIONAL_GO');
    await state();
    await expect(set(change)).rejects.toMatchObject(refused(constraint));
  });

  it('is breached once and closed once', async () => {
    await decide('CONDITIONAL_GO');
    await state();
    await set(`status = 'BREACHED', breached_at = '2026-08-01T00:00:00Z'`);
    await tx.query('SAVEPOINT breached');
    await expect(set(`breached_at = '2026-08-02T00:00:00Z'`)).rejects.toMatchObject(refused('gate_condition_agreed'));
    await tx.query('ROLLBACK TO breached');
    await set(`status = 'CLOSED', closed_at = '2026-08-03T00:00:00Z', closed_by = '${user}', close_note = 'Done'`);
    await expect(set(`close_note = 'Done twice'`)).rejects.toMatchObject(refused('gate_condition_agreed'));
  });
});

describe('the review of evidence', () => {
  const evidence = randomUUID();

  beforeEach(() =>
    tx.query(
      `INSERT INTO evidence (id, portfolio_id, initiative_id, criterion_key, kind, summary, content, effective_on, submitted_at, submitted_by)
       VALUES ($1, $2, $3, 'ux', 'UX_REVIEW', 'Tested', '{}', '2026-03-01', $4, $5)`,
      [evidence, portfolio, initiative, NOW, user],
    ),
  );

  const review = (submitter: string, reviewer: string): Promise<unknown> =>
    tx.query(
      `INSERT INTO evidence_review (evidence_id, submitted_by, outcome, reviewed_at, reviewed_by) VALUES ($1, $2, 'ACCEPTED', $3, $4)`,
      [evidence, submitter, NOW, reviewer],
    );

  it('is made by somebody else than handed it in', async () => {
    await expect(review(user, user)).rejects.toMatchObject(refused('evidence_review_not_own'));
  });

  it('cannot name another submitter to get around that', async () => {
    await expect(review(colleague, user)).rejects.toMatchObject(refused('evidence_review_evidence_fk'));
  });

  it('happens once', async () => {
    await review(user, colleague);
    await expect(review(user, colleague)).rejects.toMatchObject(refused('evidence_review_pk'));
  });
});

describe('the clock of an initiative', () => {
  const put = (column: string, value: string): Promise<unknown> =>
    tx.query(`UPDATE initiative SET ${column} WHERE id = $2`, [value, initiative]);

  it('runs or stands, and never both or neither', async () => {
    await expect(put('clock_since = $1', '2026-02-01')).rejects.toMatchObject(refused('initiative_clock_one'));
  });

  it('does not run while the initiative does not move', async () => {
    await put('clock_days = NULL, clock_since = $1', '2026-02-01');
    await expect(put('status = $1', 'ON_HOLD')).rejects.toMatchObject(refused('initiative_clock_runs_while_active'));
  });

  it('shows no days below 0', async () => {
    await expect(put('clock_days = $1', '-1')).rejects.toMatchObject(refused('initiative_clock_days'));
  });
});

describe('the finished sum of a stage', () => {
  const sum = (days: number): Promise<unknown> =>
    tx.query(
      `INSERT INTO stage_total (initiative_id, stage_key, portfolio_id, template_key, days) VALUES ($1, 'poc', $2, 'default', $3)`,
      [initiative, portfolio, days],
    );

  it('is one for an initiative and a stage, and of 0 days or more', async () => {
    await sum(5);
    await expect(tx.query('SAVEPOINT s').then(() => sum(6))).rejects.toMatchObject(refused('stage_total_pk'));
    await tx.query('ROLLBACK TO s');
    await tx.query('DELETE FROM stage_total');
    await expect(sum(-1)).rejects.toMatchObject(refused('stage_total_days'));
  });
});

describe('the day of a person', () => {
  it('has no more than 24 hours', async () => {
    const day = (hours: string): Promise<unknown> =>
      tx.query(`INSERT INTO effort_day (portfolio_id, person, worked_on, hours) VALUES ($1, 'ada', '2026-03-01', $2)`, [
        portfolio,
        hours,
      ]);
    await expect(day('24.01')).rejects.toMatchObject(refused('effort_day_capacity'));
  });
});

describe('the audit trail', () => {
  const append = async (body: string): Promise<number> => {
    const [row]: { sequence: number }[] = await tx.query('SELECT audit_append($1, NULL, $2) AS sequence', [
      'instance',
      body,
    ]);
    return row!.sequence;
  };

  const insert = (
    sequence: number,
    previousSequence: number | null,
    previousHash: string,
    body: string,
  ): Promise<unknown> => {
    const hash = createHash('sha256').update(`${previousHash}:${sequence}:${body}`).digest('hex');
    return tx.query(
      `INSERT INTO audit_event (chain, sequence, previous_sequence, previous_hash, body, hash) VALUES ('instance', $1, $2, $3, $4, $5)`,
      [sequence, previousSequence, previousHash, body, hash],
    );
  };

  const head = async (): Promise<{ sequence: number; hash: string }> => {
    const [row]: { sequence: number; hash: string }[] = await tx.query(
      `SELECT sequence, hash FROM audit_chain WHERE chain = 'instance'`,
    );
    return row!;
  };

  it('chains each event to the one before by hashes anybody can compute again', async () => {
    expect(await append('{"a":1}')).toBe(1);
    expect(await append('{"a":"é"}')).toBe(2);
    const events: { sequence: number; previous_hash: string; body: string; hash: string }[] = await tx.query(
      'SELECT sequence, previous_hash, body, hash FROM audit_event ORDER BY sequence',
    );
    let previous = '0'.repeat(64);
    for (const { sequence, previous_hash, body, hash } of events) {
      expect(previous_hash).toBe(previous);
      expect(hash).toBe(createHash('sha256').update(`${previous}:${sequence}:${body}`).digest('hex'));
      previous = hash;
    }
    expect(await head()).toEqual({ sequence: 2, hash: previous });
  });

  it('refuses an event whose hash does not fit its words', async () => {
    await append('{"a":1}');
    const { hash } = await head();
    await expect(
      tx.query(
        `INSERT INTO audit_event (chain, sequence, previous_sequence, previous_hash, body, hash) VALUES ('instance', 2, 1, $1, '{}', $2)`,
        [hash, '1'.repeat(64)],
      ),
    ).rejects.toMatchObject(refused('audit_event_hash'));
  });

  it('refuses a gap', async () => {
    await append('{"a":1}');
    const { hash } = await head();
    await expect(insert(3, 1, hash, '{}')).rejects.toMatchObject(refused('audit_event_gapless'));
  });

  it('refuses an event that hangs on another past than the one there is', async () => {
    await append('{"a":1}');
    await expect(insert(2, 1, '2'.repeat(64), '{}')).rejects.toMatchObject(refused('audit_event_previous_fk'));
  });

  it('refuses a second event in the same place', async () => {
    await append('{"a":1}');
    await expect(insert(1, null, '0'.repeat(64), '{"b":2}')).rejects.toMatchObject(refused('audit_event_pk'));
  });
});
