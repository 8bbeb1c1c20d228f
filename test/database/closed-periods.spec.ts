import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

// What the database refuses of closed periods and of late entries by itself, whatever program asks.

const NOW = '2026-04-02T09:00:00.000Z';
const LATER = '2026-04-03T09:00:00.000Z';

let database: TestDatabase;
/** A transaction that is rolled back after each test. */
let tx: QueryRunner;

const ada = randomUUID();
const template = randomUUID();
const portfolio = randomUUID();
const otherPortfolio = randomUUID();
const initiative = randomUUID();
const otherInitiative = randomUUID();

beforeAll(async () => {
  database = await createTestDatabase();
  await database.source.transaction(async (setup) => {
    await setup.query(
      `INSERT INTO app_user (id, name, email, created_at) VALUES ($1, 'Ada', 'ada@example.com', now())`,
      [ada],
    );
    await setup.query(
      `INSERT INTO workflow_template (id, key, version, name, published_at) VALUES ($1, 'default', 1, 'Default', now())`,
      [template],
    );
    await setup.query(
      `INSERT INTO template_stage (template_id, key, position, name, category) VALUES ($1, 'poc', 1, 'PoC', 'POC')`,
      [template],
    );
    for (const [id, key, own] of [
      [portfolio, 'AI', initiative],
      [otherPortfolio, 'OTHER', otherInitiative],
    ]) {
      await setup.query(
        `INSERT INTO portfolio (id, key, name, time_zone, template_id, created_at) VALUES ($1, $2, $2, 'UTC', $3, now())`,
        [id, key, template],
      );
      await setup.query(
        `INSERT INTO initiative (id, portfolio_id, number, key, name, problem, value_thesis, investment_class, risk_tier, owner_id,
           template_id, stage_key, status, version, created_at, updated_at)
         VALUES ($1, $2, 1, $3 || '-1', 'Triage', 'Slow', 'COST', 'CORE', 'LIMITED', $4, $5, 'poc', 'ACTIVE', 1, now(), now())`,
        [own, id, key, ada, template],
      );
      await setup.query(
        `INSERT INTO stage_visit (id, initiative_id, portfolio_id, template_id, stage_key, entered_at, is_open, recorded_at)
         VALUES ($1, $2, $3, $4, 'poc', now(), true, now())`,
        [randomUUID(), own, id, template],
      );
    }
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

const insert = async (table: string, row: Record<string, unknown>): Promise<string> => {
  const columns = Object.keys(row);
  await tx.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
  return String(row['id']);
};

/** Tries something that the database refuses under a name, and goes on as if it had not been tried. */
const expectRefused = async (constraint: string, attempt: () => Promise<unknown>): Promise<void> => {
  await tx.query('SAVEPOINT before');
  await expect(attempt()).rejects.toMatchObject({ driverError: expect.objectContaining({ constraint }) });
  await tx.query('ROLLBACK TO before');
};

const close = (other: Record<string, unknown> = {}): Promise<string> =>
  insert('effort_period_closing', {
    id: randomUUID(),
    portfolio_id: portfolio,
    first_day: '2026-01-01',
    last_day: '2026-03-31',
    person_days: 0,
    closed_at: NOW,
    closed_by: ada,
    ...other,
  });

const reopen = (id: string): Promise<unknown> =>
  tx.query(
    `UPDATE effort_period_closing SET reopened_at = $2, reopened_by = $3, reopen_reason = 'Late bill' WHERE id = $1`,
    [id, LATER, ada],
  );

const late = (other: Record<string, unknown> = {}): Promise<string> =>
  insert('late_effort', {
    id: randomUUID(),
    portfolio_id: portfolio,
    kind: 'RECORD',
    status: 'PENDING',
    initiative_id: initiative,
    amount: 8,
    unit: 'HOURS',
    worked_on: '2026-02-10',
    labels: [],
    source: 'jira',
    external_id: '1',
    method: 'WORKLOG',
    received_at: NOW,
    received_by: ada,
    ...other,
  });

const settle = (id: string, status: string, other: Record<string, unknown> = {}): Promise<unknown> => {
  const row: Record<string, unknown> = { status, decided_at: LATER, decided_by: ada, ...other };
  const set = Object.keys(row).map((column, index) => `${column} = $${index + 2}`);
  return tx.query(`UPDATE late_effort SET ${set.join(', ')} WHERE id = $1`, [id, ...Object.values(row)]);
};

const book = (other: Record<string, unknown> = {}): Promise<string> =>
  insert('effort_entry', {
    id: randomUUID(),
    portfolio_id: portfolio,
    initiative_id: initiative,
    category_source: 'NONE',
    amount: 8,
    unit: 'HOURS',
    person_days: 1,
    worked_on: '2026-02-10',
    labels: [],
    source: 'jira',
    external_id: '1',
    revision: 1,
    method: 'WORKLOG',
    is_reversal: false,
    recorded_at: LATER,
    recorded_by: ada,
    ...other,
  });

describe('closed periods of a portfolio', () => {
  it('never share a day', async () => {
    const id = await close();
    await close({ first_day: '2026-04-01', last_day: '2026-04-01' });
    await close({ portfolio_id: otherPortfolio });
    await expectRefused('effort_period_closing_no_overlap', () =>
      close({ first_day: '2026-03-31', last_day: '2026-03-31' }),
    );
    await reopen(id);
    await close({ first_day: '2026-03-31', last_day: '2026-03-31' });
  });

  it('begin closed, on days in their order, and with a note or none', async () => {
    await expectRefused('effort_period_closing_begins_closed', () =>
      close({ reopened_at: LATER, reopened_by: ada, reopen_reason: 'At once' }),
    );
    await expectRefused('effort_period_closing_days', () => close({ first_day: '2026-04-01' }));
    await expectRefused('effort_period_closing_note', () => close({ note: '' }));
  });

  it('are reopened once, with a reason and by somebody, and else stay as they are', async () => {
    const id = await close();
    const change = (set: string) => tx.query(`UPDATE effort_period_closing SET ${set} WHERE id = $1`, [id]);
    for (const set of [
      `last_day = '2026-03-30'`,
      'person_days = 1',
      `reopened_at = now(), reopened_by = '${ada}', reopen_reason = 'x', note = 'y'`,
    ]) {
      await expectRefused('effort_period_closing_unchanged', () => change(set));
    }
    await expectRefused('effort_period_closing_reopening', () => change(`reopened_at = now(), reopened_by = '${ada}'`));
    await reopen(id);
    await expectRefused('effort_period_closing_unchanged', () => reopen(id));
    await expectRefused('effort_period_closing_unchanged', () =>
      change('reopened_at = NULL, reopened_by = NULL, reopen_reason = NULL'),
    );
    await expectRefused('effort_period_closing_kept', () => tx.query('DELETE FROM effort_period_closing'));
    await expectRefused('effort_period_closing_kept', () => tx.query('TRUNCATE effort_period_closing'));
  });
});

describe('a late entry', () => {
  it('is the only one of its identity that waits', async () => {
    const first = await late();
    await late({ external_id: '2' });
    await late({ portfolio_id: otherPortfolio, initiative_id: otherInitiative });
    await expectRefused('late_effort_one_pending', () => late());
    await settle(first, 'SUPERSEDED');
    await late();
  });

  it('begins PENDING, or outdone by something newer of the same call', async () => {
    await late({ status: 'SUPERSEDED', decided_at: NOW, decided_by: ada });
    const other = { decided_at: LATER, decided_by: ada };
    await expectRefused('late_effort_begins_pending', () => late({ status: 'SUPERSEDED', ...other }));
    await expectRefused('late_effort_begins_pending', () => late({ status: 'ACCEPTED', ...other }));
  });

  it('is of an initiative of its portfolio', async () => {
    await expectRefused('late_effort_initiative_fk', () => late({ initiative_id: otherInitiative }));
  });

  it('that asks for a deletion names the day of what is to be taken back', async () => {
    await expectRefused('late_effort_deletes_something', () => late({ kind: 'DELETE' }));
  });

  it('is settled once, and refused for a reason; what was sent stays', async () => {
    const id = await late();
    await expectRefused('late_effort_decision', () => settle(id, 'REFUSED'));
    await expectRefused('late_effort_decision', () => settle(id, 'SUPERSEDED', { reason: 'x' }));
    await expectRefused('late_effort_decision', () => settle(id, 'ACCEPTED', { decided_by: null }));
    await expectRefused('late_effort_unchanged', () => settle(id, 'ACCEPTED', { amount: 4 }));
    await expectRefused('late_effort_unchanged', () => settle(id, 'PENDING'));
    await settle(id, 'REFUSED', { reason: 'Nobody knows of it' });
    await expectRefused('late_effort_unchanged', () => settle(id, 'ACCEPTED'));
    await expectRefused('late_effort_kept', () => tx.query('DELETE FROM late_effort'));
  });
});

describe('the ledger of a closed period', () => {
  it('takes nothing in, nor the other way round into a partition', async () => {
    await close();
    await expectRefused('effort_entry_period_open', () => book());
    await book({ worked_on: '2026-04-01' });
    await book({ portfolio_id: otherPortfolio, initiative_id: otherInitiative });
    await tx.query('SAVEPOINT before');
    await expect(
      tx.query(`INSERT INTO effort_partition.entry_2026_q1 SELECT * FROM effort_entry WHERE worked_on = '2026-02-10'`),
    ).rejects.toThrow('append');
  });

  it('lets nothing of it be taken back', async () => {
    const id = await book();
    await close();
    const reversal = { is_reversal: true, reverses_id: id, person_days: -1 };
    await expectRefused('effort_entry_period_open', () => book(reversal));
    const deletion = await late({ kind: 'DELETE', replaces_on: '2026-02-10' });
    await settle(deletion, 'ACCEPTED');
    await book({ ...reversal, late_id: deletion });
    await expectRefused('effort_entry_period_open', () => book({ revision: 2, late_id: deletion }));
  });

  it('takes in what says of which late entry it is, accepted at that very instant', async () => {
    await close();
    const waiting = await late();
    await expectRefused('effort_entry_period_open', () => book({ late_id: waiting }));
    await settle(waiting, 'ACCEPTED');
    await expectRefused('effort_entry_period_open', () => book({ late_id: waiting, recorded_at: NOW }));
    await expectRefused('effort_entry_period_open', () => book({ late_id: waiting, external_id: '2' }));
    await expectRefused('effort_entry_late_fk', () => book({ late_id: randomUUID(), worked_on: '2026-04-01' }));
    await book({ late_id: waiting });

    const refused = await late({ external_id: '2' });
    await settle(refused, 'REFUSED', { reason: 'No' });
    await expectRefused('effort_entry_period_open', () => book({ late_id: refused, external_id: '2' }));
  });

  it('takes everything in again once it is reopened', async () => {
    const id = await close();
    await reopen(id);
    await book();
  });
});

describe('an entry of the ledger', () => {
  it('is taken back at most once', async () => {
    const id = await book();
    const reversal = { is_reversal: true, reverses_id: id, person_days: -1 };
    await book(reversal);
    // The index of the ledger has a name of its own in each partition.
    await expect(book(reversal)).rejects.toMatchObject({
      driverError: expect.objectContaining({ code: '23505', constraint: expect.stringContaining('reverses_id') }),
    });
  });
});
