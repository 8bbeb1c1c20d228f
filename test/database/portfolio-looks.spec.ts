import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import {
  DEPARTED_FROM_STAGES,
  GATE_HISTORIES,
  STANDING_IN_STAGES,
} from '../../src/modules/findings/queries/portfolio-sql.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/** How much has happened in the portfolio: in each of some stages as many left it, and at each of some gates as much was decided. */
const PAST = 6_000;
const STANDING = 40;
const NOW = '2026-08-01T00:00:00.000Z';

interface Plan {
  readonly 'Relation Name'?: string;
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

/** How many rows a statement has looked at in the tables, and which of them it read from the beginning to the end. */
const readBy = ({ Plans = [], ...node }: Plan): { readonly rows: number; readonly whole: readonly string[] } => {
  const below = Plans.map(readBy);
  const table = node['Relation Name'];
  const own = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  return {
    rows: below.reduce((sum, { rows }) => sum + rows, table === undefined ? 0 : own),
    whole: [
      ...(table !== undefined && node['Node Type'] === 'Seq Scan' ? [table] : []),
      ...below.flatMap(({ whole }) => whole),
    ],
  };
};

describe('a look at a portfolio with a long past', () => {
  let database: TestDatabase;
  let runner: QueryRunner;
  const [portfolio, template] = [randomUUID(), randomUUID()];

  const read = async (sql: string, parameters: readonly unknown[]) => {
    const text = parameters.reduceRight<string>(
      (told, value, index) =>
        told.replaceAll(`$${index + 1}`, Array.isArray(value) ? `'{${value.join(',')}}'` : `'${String(value)}'`),
      sql,
    );
    const [row] = await runner.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`);
    return readBy(row['QUERY PLAN'][0].Plan as Plan);
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    runner = database.source.createQueryRunner();
    await runner.query(`SET session_replication_role = replica`);
    // Those that stand, then those that were killed where they stood, then those that have gone through.
    await runner.query(
      `INSERT INTO initiative (id, portfolio_id, number, key, name, problem, value_thesis, investment_class, risk_tier, owner_id, template_id, stage_key,
         status, version, created_at, updated_at)
       SELECT md5(n::text)::uuid, $1, n, 'AI-' || n, 'x', 'x', 'COST', 'CORE', 'LIMITED', $2, $2,
         CASE WHEN n <= $4 + $3 / 4 THEN 'poc' ELSE 'operate' END, CASE WHEN n > $4 AND n <= $4 + $3 / 4 THEN 'KILLED' ELSE 'ACTIVE' END, 1, $5, $5
       FROM generate_series(1, $3::integer) n`,
      [portfolio, template, PAST, STANDING, NOW],
    );
    await runner.query(
      `INSERT INTO stage_visit (id, initiative_id, portfolio_id, template_id, stage_key, entered_at, left_at, is_open, recorded_at)
       SELECT gen_random_uuid(), i.id, i.portfolio_id, i.template_id, 'poc', s.at - interval '40 days',
         CASE WHEN i.stage_key <> 'poc' THEN s.at END, CASE WHEN i.stage_key = 'poc' THEN true END, s.at - interval '40 days'
       FROM initiative i CROSS JOIN LATERAL (SELECT $1::timestamptz - i.number * interval '5 hours' AS at) s`,
      [NOW],
    );
    await runner.query(
      `INSERT INTO status_change (initiative_id, sequence, portfolio_id, status, changed_at, changed_by)
       SELECT i.id, 0, i.portfolio_id, i.status, $1::timestamptz - i.number * interval '5 hours', i.owner_id FROM initiative i WHERE i.status = 'KILLED'`,
      [NOW],
    );
    await runner.query(
      `INSERT INTO gate_decision (id, portfolio_id, initiative_id, review_id, gate_key, outcome, rationale, template_id, from_stage_key, snapshot,
         snapshot_sha256, decided_at, decided_by)
       SELECT gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), 'g' || n % 3,
         CASE WHEN n % 3 = 1 AND n % 5 = 0 THEN 'RECYCLE' WHEN n = 5 THEN 'KILL' ELSE 'GO' END, 'x', $2, 'poc', '{}', encode(sha256('{}'), 'hex'),
         $4::timestamptz - ($3 - n) * interval '4 hours', $2
       FROM generate_series(1, $3::integer) n`,
      [portfolio, template, PAST, NOW],
    );
    await runner.query('ANALYZE initiative; ANALYZE stage_visit; ANALYZE status_change; ANALYZE gate_decision');
  });

  afterAll(async () => {
    await runner.release();
    await database.drop();
  });

  const asked = [portfolio, NOW, [template], ['poc']];

  it('reads the last decisions of each gate, and of a stamp the first of its row', async () => {
    const { rows, whole } = await read(GATE_HISTORIES, [portfolio, NOW]);
    // Three gates: for each the last twenty, the first twenty of the row and the last one that was no GO.
    expect([rows <= 3 * (20 + 20 + 1) + 2 * 4, whole]).toEqual([true, []]);
    const decisions = await runner.query(GATE_HISTORIES, [portfolio, NOW]);
    const of = (gate: string): { outcome: string; decidedAt: string }[] =>
      decisions.filter(({ gateKey }: { gateKey: string }) => gateKey === gate);
    // Never anything but GO; the other was killed once, long ago; the third is no stamp.
    expect([of('g0').length, of('g2').length]).toEqual([40, 40]);
    expect(of('g1').length).toBeLessThanOrEqual(20);
    const first = await runner.query(
      `SELECT min(decided_at) AS at FROM gate_decision WHERE gate_key = 'g2' AND decided_at > (SELECT decided_at FROM gate_decision WHERE outcome = 'KILL')`,
    );
    expect(of('g2')[0]?.decidedAt).toEqual(first[0].at);
  });

  it('reads who stands there, and nobody who has left or ended', async () => {
    const { rows, whole } = await read(STANDING_IN_STAGES, asked);
    expect([rows <= STANDING * 4, whole]).toEqual([true, []]);
    expect(await runner.query(STANDING_IN_STAGES, asked)).toHaveLength(STANDING);
  });

  it('reads of a stage with too many those that left it last', async () => {
    const last = 50;
    const { rows, whole } = await read(DEPARTED_FROM_STAGES, [...asked, last]);
    expect([rows <= last * 2 * 4, whole]).toEqual([true, []]);
    const departed: { from: string; until: string; knownFrom: string }[] = await runner.query(DEPARTED_FROM_STAGES, [
      ...asked,
      last,
    ]);
    expect(departed).toHaveLength(2 * last);
    const known = departed[0]!.knownFrom;
    const [{ count }] = await runner.query(
      `SELECT (SELECT count(*) FROM stage_visit WHERE left_at >= $1) + (SELECT count(*) FROM status_change WHERE changed_at >= $1) AS count`,
      [known],
    );
    expect(departed.filter(({ until }) => until >= known)).toHaveLength(count);
  });

  it('knows all of a stage that only few have left', async () => {
    const all = await runner.query(DEPARTED_FROM_STAGES, [...asked, 2 * PAST]);
    expect([all.length, all[0].knownFrom]).toEqual([PAST - STANDING, null]);
  });
});
