import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

// What the database refuses of waivers and of the versions of a KPI by itself, whatever program asks.

const NOW = '2026-03-02T09:00:00.000Z';

let database: TestDatabase;
/** A transaction that is rolled back after each test. */
let tx: QueryRunner;

const requester = randomUUID();
const gatekeeper = randomUUID();
const template = randomUUID();
const portfolio = randomUUID();
const otherPortfolio = randomUUID();
const initiative = randomUUID();
const kpi = randomUUID();

beforeAll(async () => {
  database = await createTestDatabase();
  await database.source.transaction(async (setup) => {
    for (const [id, name] of [
      [requester, 'ada'],
      [gatekeeper, 'grace'],
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
      `INSERT INTO template_stage (template_id, key, position, name, category) VALUES ($1, 'poc', 1, 'PoC', 'POC')`,
      [template],
    );
    for (const [id, key] of [
      [portfolio, 'AI'],
      [otherPortfolio, 'OTHER'],
    ]) {
      await setup.query(
        `INSERT INTO portfolio (id, key, name, time_zone, template_id, created_at) VALUES ($1, $2, $2, 'UTC', $3, $4)`,
        [id, key, template, NOW],
      );
    }
    await setup.query(
      `INSERT INTO initiative (id, portfolio_id, number, key, name, problem, value_thesis, investment_class, risk_tier, owner_id,
         template_id, stage_key, status, version, created_at, updated_at)
       VALUES ($1, $2, 1, 'AI-1', 'Triage', 'Slow', 'COST', 'CORE', 'LIMITED', $3, $4, 'poc', 'ACTIVE', 1, $5, $5)`,
      [initiative, portfolio, requester, template, NOW],
    );
    await setup.query(
      `INSERT INTO stage_visit (id, initiative_id, portfolio_id, template_id, stage_key, entered_at, is_open, recorded_at)
       VALUES ($1, $2, $3, $4, 'poc', $5, true, $5)`,
      [randomUUID(), initiative, portfolio, template, NOW],
    );
    await setup.query('INSERT INTO kpi (id, portfolio_id, initiative_id, created_at) VALUES ($1, $2, $3, $4)', [
      kpi,
      portfolio,
      initiative,
      NOW,
    ]);
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

/** Requests a waiver and answers with its id. */
const request = async (other: Record<string, unknown> = {}): Promise<string> => {
  const row: Record<string, unknown> = {
    id: randomUUID(),
    portfolio_id: portfolio,
    initiative_id: initiative,
    gate_key: 'g3',
    criterion_key: 'monitoring-plan',
    status: 'PENDING',
    reason: 'The tool comes in April',
    compensating_control: 'Daily sampling',
    requested_on: '2026-03-02',
    expires_on: '2026-04-01',
    renewals: 0,
    requested_at: NOW,
    requested_by: requester,
    ...other,
  };
  const columns = Object.keys(row);
  await tx.query(
    `INSERT INTO waiver (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
  return String(row['id']);
};

const STEPS = {
  APPROVED: `status = 'APPROVED', decided_at = now(), decided_by = '${gatekeeper}', decision_comment = 'Yes'`,
  DENIED: `status = 'DENIED', decided_at = now(), decided_by = '${gatekeeper}', decision_comment = 'No'`,
  REVOKED: `status = 'REVOKED', revoked_at = now(), revoked_by = '${gatekeeper}', revoke_reason = 'Over'`,
  EXPIRED: `status = 'EXPIRED', expired_at = now()`,
  PENDING: `status = 'PENDING'`,
} as const;
type Status = keyof typeof STEPS;

const update = (id: string, set: string): Promise<unknown> => tx.query(`UPDATE waiver SET ${set} WHERE id = $1`, [id]);

/** A waiver that has come to this status. */
const standing = async (status: Status): Promise<string> => {
  const id = await request();
  if (status !== 'PENDING') {
    await update(id, STEPS[status]);
  }
  return id;
};

describe('a waiver', () => {
  it('begins PENDING', async () => {
    await expect(
      request({ status: 'APPROVED', decided_at: NOW, decided_by: gatekeeper, decision_comment: 'Yes' }),
    ).rejects.toMatchObject(refused('waiver_begins_pending'));
  });

  it('is the only one of its criterion and gate that is pending or in force', async () => {
    const first = await request();
    await request({ criterion_key: 'change-plan' });
    await request({ gate_key: 'g4' });
    await update(first, STEPS.APPROVED);
    await tx.query('SAVEPOINT one');
    await expect(request()).rejects.toMatchObject(refused('waiver_one_live'));
    await tx.query('ROLLBACK TO one');
    await update(first, STEPS.EXPIRED);
    await expect(request()).resolves.toEqual(expect.any(String));
  });

  it.each([
    ['2026-03-01', 'ends before it begins'],
    ['2026-06-01', 'ends 91 days ahead'],
  ])('that ends on %s is refused: it %s', async (expiresOn) => {
    await expect(request({ expires_on: expiresOn })).rejects.toMatchObject(refused('waiver_term'));
  });

  it.each(['2026-03-02', '2026-05-31'])('may end on %s', async (expiresOn) => {
    await expect(request({ expires_on: expiresOn })).resolves.toEqual(expect.any(String));
  });

  it.each(['reason', 'compensating_control'])('has a %s', async (column) => {
    await expect(request({ [column]: '' })).rejects.toMatchObject(refused('waiver_says_why'));
  });

  it('belongs to the portfolio of its initiative', async () => {
    await expect(request({ portfolio_id: otherPortfolio })).rejects.toMatchObject(refused('waiver_initiative_fk'));
  });

  it.each([
    ['APPROVED', 'waiver_not_own_decision'],
    ['DENIED', 'waiver_not_own_decision'],
  ] as const)('is not %s by who requested it', async (status, constraint) => {
    const id = await request();
    await expect(update(id, STEPS[status].replace(gatekeeper, requester))).rejects.toMatchObject(refused(constraint));
  });

  it.each([
    ['PENDING', 'APPROVED'],
    ['PENDING', 'DENIED'],
    ['PENDING', 'REVOKED'],
    ['PENDING', 'EXPIRED'],
    ['APPROVED', 'REVOKED'],
    ['APPROVED', 'EXPIRED'],
  ] as const)('that is %s may become %s', async (from, to) => {
    const id = await standing(from);
    await update(id, STEPS[to]);
    expect(await tx.query('SELECT status FROM waiver WHERE id = $1', [id])).toEqual([{ status: to }]);
  });

  const unlawful = (Object.keys(STEPS) as Status[]).flatMap((from) =>
    (Object.keys(STEPS) as Status[])
      .filter((to) => !(from === 'PENDING' && to !== 'PENDING'))
      .filter((to) => !(from === 'APPROVED' && (to === 'REVOKED' || to === 'EXPIRED')))
      .map((to) => [from, to] as const),
  );
  it.each(unlawful)('that is %s does not become %s', async (from, to) => {
    const id = await standing(from);
    await expect(update(id, STEPS[to])).rejects.toMatchObject(refused('waiver_lawful_step'));
  });

  it.each([
    ['its term', 'expires_on = expires_on + 1'],
    ['its reason', "reason = 'Another'"],
    ['its criterion', "criterion_key = 'another'"],
    ['its requester', `requested_by = '${randomUUID()}'`],
    ['its renewals', 'renewals = 1'],
  ])('keeps %s through every step', async (_, change) => {
    const id = await request();
    await expect(update(id, `${STEPS.APPROVED}, ${change}`)).rejects.toMatchObject(refused('waiver_unchanged'));
  });

  it('keeps its decision when it is revoked or ends', async () => {
    const id = await standing('APPROVED');
    await tx.query('SAVEPOINT approved');
    for (const step of [STEPS.REVOKED, STEPS.EXPIRED]) {
      await expect(update(id, `${step}, decision_comment = 'No'`)).rejects.toMatchObject(refused('waiver_unchanged'));
      await tx.query('ROLLBACK TO approved');
    }
  });

  it.each([
    ['APPROVED', "status = 'APPROVED'", 'waiver_decision'],
    ['DENIED', `status = 'DENIED', decided_at = now(), decided_by = '${gatekeeper}'`, 'waiver_decision'],
    ['REVOKED', "status = 'REVOKED'", 'waiver_revocation'],
    ['EXPIRED', "status = 'EXPIRED'", 'waiver_expiry'],
  ])('is not %s without who, when and why', async (_, set, constraint) => {
    await expect(update(await request(), set)).rejects.toMatchObject(refused(constraint));
  });

  it('is never removed', async () => {
    await request();
    await tx.query('SAVEPOINT kept');
    await expect(tx.query('DELETE FROM waiver')).rejects.toMatchObject(refused('waiver_kept'));
    await tx.query('ROLLBACK TO kept');
    await expect(tx.query('TRUNCATE waiver')).rejects.toMatchObject(refused('waiver_kept'));
  });
});

describe('a version of a KPI', () => {
  const define = (version: number, reason: string | null): Promise<unknown> =>
    tx.query(
      `INSERT INTO kpi_definition (kpi_id, version, portfolio_id, name, unit, role, class, direction, data_source, owner_id, target,
         recorded_at, recorded_by, reason)
       VALUES ($1, $2, $3, 'Handle time', 'min', 'PRIMARY', 'BUSINESS', 'DECREASE', 'Telephony', $4, 6.5, $5, $4, $6)`,
      [kpi, version, portfolio, requester, NOW, reason],
    );

  it('says why it was made, but for the first', async () => {
    await define(1, null);
    await expect(define(2, 'Measured anew')).resolves.toBeDefined();
  });

  it.each([
    [1, 'Because'],
    [2, null],
    [2, ''],
    [0, 'Because'],
  ])('%d with the reason %p is refused', async (version, reason) => {
    await expect(define(version, reason)).rejects.toMatchObject(refused('kpi_definition_revision_says_why'));
  });

  it('is never made twice', async () => {
    await define(1, null);
    await expect(define(1, null)).rejects.toMatchObject(refused('kpi_definition_pk'));
  });
});
