import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import type { Viewer } from '../../src/domain/access/access.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import type { Result } from '../../src/domain/basics/result.js';
import type { ImportReport } from '../../src/domain/imports/report.js';
import { ImportStopped } from '../../src/modules/imports/commands/import-initiatives.js';
import { checkClocks } from '../support/clock-faults.js';
import { importBench } from '../support/import-bench.js';
import { describeWithShared, ROOT } from '../support/shared.js';

type Bench = Awaited<ReturnType<typeof importBench>>;

const LATER = '2026-03-09T10:00:00.000Z' as Instant;

const accepted = (result: Result<ImportReport>): ImportReport => {
  if (!result.ok) {
    throw new Error(JSON.stringify(result.refusals));
  }
  return result.value;
};

const numbersOf = ({ rowsRead, created, updated, unchanged, refused, warnings }: ImportReport) => ({
  rowsRead,
  created,
  updated,
  unchanged,
  refused,
  warnings,
});

const tableCounts = async (bench: Bench): Promise<unknown> => {
  const [counts] = await bench.query(`
    SELECT (SELECT count(*) FROM initiative) AS initiatives, (SELECT count(*) FROM stage_visit) AS visits,
      (SELECT count(*) FROM initiative_revision) AS revisions, (SELECT count(*) FROM status_change) AS statuses,
      (SELECT count(*) FROM audit_event) AS events, (SELECT last_initiative_number FROM portfolio) AS numbers`);
  return counts;
};

describeWithShared(
  'data/federal-ai-use-cases-2024.csv',
  'importing the 2024 inventory of federal AI use cases',
  (file) => {
    let bench: Bench;
    let mapping: string;
    let trial: ImportReport;
    let afterTrial: unknown;
    let first: ImportReport;
    let seconds = 0;

    const run = async (isDryRun = false): Promise<ImportReport> =>
      accepted(await bench.importInitiatives.run(bench.admin, { portfolioKey: 'FED', mapping, file, isDryRun }));

    beforeAll(async () => {
      bench = await importBench();
      mapping = await readFile(join(ROOT, 'docs/examples/federal-2024.mapping.json'), 'utf8');
      trial = await run(true);
      afterTrial = await tableCounts(bench);
      const begun = performance.now();
      first = await run();
      seconds = (performance.now() - begun) / 1000;
    }, 120_000);
    afterAll(() => bench.drop());

    it('takes in one go what can be taken, in well under a minute', () => {
      console.info(`2,133 rows in ${seconds.toFixed(1)} s`);
      expect(numbersOf(first)).toEqual({
        rowsRead: 2133,
        created: 2010,
        updated: 0,
        unchanged: 0,
        refused: 123,
        warnings: expect.any(Number),
      });
      expect(seconds).toBeLessThan(60);
    });

    it('says in a dry run the same, and changes nothing', () => {
      expect(trial).toEqual(first);
      expect(afterTrial).toEqual({ initiatives: 0, visits: 0, revisions: 0, statuses: 0, events: 0, numbers: 0 });
    });

    it('keeps the clock of every initiative, and the days in the stages it left', async () => {
      const { faults, initiatives, totals } = await checkClocks(bench.source, LATER);
      expect(faults).toEqual([]);
      expect(initiatives).toBe(2010);
      expect(totals).toBeGreaterThan(500);
    });

    it('stands in each stage with as many as the file says', async () => {
      const counts = await bench.query<{ stage: string; count: number }>(
        'SELECT stage_key AS stage, count(*) FROM initiative GROUP BY 1',
      );
      expect(Object.fromEntries(counts.map(({ stage, count }) => [stage, count]))).toEqual(await expectedStages(file));
    });

    it('refuses no row without a reason: a name that is repeated or too long, no purpose, dates that go backwards', () => {
      const refused = first.rows.filter(({ level }) => level === 'refused');
      const kinds = new Map<string, Set<number>>();
      for (const { reason, line } of refused) {
        const kind = /same externalRef|is blank|at most 200|comes before it/.exec(reason)?.[0] ?? reason;
        kinds.set(kind, (kinds.get(kind) ?? new Set()).add(line));
      }
      expect(Object.fromEntries([...kinds].map(([kind, lines]) => [kind, lines.size]))).toEqual({
        'same externalRef': 49,
        'is blank': 11,
        'at most 200': 8,
        'comes before it': 55,
      });
    });

    it('tells lines as an editor counts them', async () => {
      const lines = iconv.decode(await readFile(file), 'windows-1252').split(/\r\n|\n/);
      const blank = first.rows.filter(({ reason }) => reason.includes('problem is needed'));
      expect(blank.map(({ line }) => lines[line - 1]?.slice(0, 8))).toContain('WAWENETS');
      const repeated = first.rows.filter(({ reason }) => reason.includes('same externalRef'));
      for (const { line, reason } of repeated) {
        const earlier = Number(/Line (\d+)/.exec(reason)?.[1]);
        expect(lines[line - 1]?.trim().slice(0, 12)).toBe(lines[earlier - 1]?.trim().slice(0, 12));
      }
    });

    it('writes down each initiative once: one event, one version, visits without a gap, a status since its first visit', async () => {
      const [found] = await bench.query(`
      SELECT count(*) FILTER (WHERE events = 1) AS events, count(*) FILTER (WHERE i.version = 1) AS versions,
        count(*) FILTER (WHERE gaps = 0) AS gapless, count(*) FILTER (WHERE since = first_entry) AS since_first_visit, count(*) AS all
      FROM initiative i
      CROSS JOIN LATERAL (SELECT count(*) AS events FROM audit_event a WHERE a.chain = 'initiative:' || i.id) e
      CROSS JOIN LATERAL (
        SELECT min(v.entered_at) AS first_entry,
          count(*) FILTER (WHERE v.left_at IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM stage_visit n WHERE n.initiative_id = i.id AND n.entered_at = v.left_at)) AS gaps
        FROM stage_visit v WHERE v.initiative_id = i.id) v
      CROSS JOIN LATERAL (SELECT min(s.changed_at) AS since FROM status_change s WHERE s.initiative_id = i.id) s`);
      expect(found).toEqual({ events: 2010, versions: 2010, gapless: 2010, since_first_visit: 2010, all: 2010 });
    });

    it('changes nothing the second time, also on another day', async () => {
      const before = await tableCounts(bench);
      bench.clock.set(LATER);
      expect(numbersOf(await run())).toEqual({ ...numbersOf(first), created: 0, unchanged: 2010 });
      expect(await tableCounts(bench)).toEqual(before);
    });
  },
);

/** Counts by the rules of docs/import.md, written once more and apart from the product. */
const expectedStages = async (file: string): Promise<Record<string, number>> => {
  const rows = parse(iconv.decode(await readFile(file), 'windows-1252'), { relax_quotes: true });
  const [header = [], ...data] = rows;
  const at = (name: string): number => header.findIndex((each) => each.trim() === name);
  const columns = ['Agency', 'Bureau', 'Use Case Name'].map(at);
  const [problem, stage] = [
    at('What is the intended purpose and expected benefits of the AI?'),
    at('Stage of Development'),
  ];
  const dates = [at('Date Initiated'), at('Date when Acquisition and/or Development began'), at('Date Implemented')];
  const seen = new Set<string>();
  const counts: Record<string, number> = {};
  for (const row of data) {
    const cell = (index: number): string => (row[index] ?? '').replace(/\s+/g, ' ').trim();
    const reference = columns.map(cell).filter(Boolean).join(' / ');
    const isNew = !seen.has(reference);
    seen.add(reference);
    const entered = dates
      .map((index) => /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell(index)))
      .map((found) => {
        const day = found ? Date.UTC(Number(found[3]), Number(found[1]) - 1, Number(found[2])) : null;
        return found?.[3] === '1905' ? null : day;
      });
    const known = entered.filter((day) => day !== null);
    const isOrdered = known.every((day, position) => position === 0 || (known[position - 1] ?? 0) <= day);
    if (isNew && isOrdered && cell(problem) !== '' && cell(columns[2] ?? 0).length <= 200) {
      const reached =
        ['discovery', 'poc', 'operate'].filter((_, position) => entered[position] !== null).at(-1) ?? 'intake';
      const key = STAGE_OF[cell(stage)] ?? (/^(Retired|Research)/.test(cell(stage)) ? reached : 'intake');
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return counts;
};

const STAGE_OF: Record<string, string> = {
  Initiated: 'discovery',
  'Acquisition and/or Development': 'poc',
  'Implementation and Assessment': 'pilot',
  'Operation and Maintenance': 'operate',
  'In production': 'operate',
  'In mission': 'operate',
};

describe('importing a small file', () => {
  let bench: Bench;
  let folder: string;

  const MAPPING = {
    columns: {
      externalRef: 'Ref',
      name: 'Name',
      problem: 'Problem',
      stage: 'Stage',
      status: 'Status',
      ownerEmail: 'Owner',
      riskTier: 'Risk',
    },
    enteredOn: { poc: 'Begun' },
    defaults: { valueThesis: 'COST' },
  };
  const COLUMNS = ['Ref', 'Name', 'Problem', 'Stage', 'Status', 'Owner', 'Risk', 'Begun'] as const;
  type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

  const start = async (rows: readonly Row[], { viewer = bench.admin, mapping = MAPPING, isDryRun = false } = {}) => {
    const file = join(folder, `${randomUUID()}.csv`);
    const line = (row: Row) => COLUMNS.map((column) => `"${(row[column] ?? '').replaceAll('"', '""')}"`).join(',');
    await writeFile(file, [COLUMNS.join(','), ...rows.map(line)].join('\r\n'));
    return bench.importInitiatives.run(viewer, {
      portfolioKey: 'FED',
      mapping: JSON.stringify(mapping),
      file,
      isDryRun,
    });
  };
  const run = async (...args: Parameters<typeof start>): Promise<ImportReport> => accepted(await start(...args));
  const row = (number: number, more: Row = {}): Row => ({
    Ref: `R${number}`,
    Name: `Row ${number}`,
    Problem: 'Slow.',
    Stage: 'discovery',
    ...more,
  });
  const standing = async (reference: string) =>
    (
      await bench.query<{
        id: string;
        name: string;
        stage_key: string;
        status: string;
        version: number;
        risk_tier: string;
        owner_id: string;
      }>('SELECT id, name, stage_key, status, version, risk_tier, owner_id FROM initiative WHERE external_ref = $1', [
        reference,
      ])
    )[0]!;

  beforeAll(async () => {
    bench = await importBench();
    folder = await mkdtemp(join(tmpdir(), 'tollgate-test-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await bench.drop();
  });

  it('is for program managers: a member without the role is told so, anybody else knows of no portfolio', async () => {
    const viewer = (roles: Viewer['roles']): Viewer => ({ userId: bench.admin.userId, isInstanceAdmin: false, roles });
    await expect(
      start([row(1)], { viewer: viewer(new Map([[bench.portfolioId, ['REVIEWER']]])) }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await start([row(1)], { viewer: viewer(new Map()) })).toMatchObject({
      ok: false,
      refusals: [{ code: 'NOT_FOUND' }],
    });
  });

  it('takes over what changed as one new version, dates a stage anew and keeps the old dates for questions about the past', async () => {
    await run([row(10, { Stage: 'poc', Begun: '2025-01-10' })]);
    bench.clock.set(LATER);
    expect(await run([row(10, { Name: 'Ten', Stage: 'poc', Begun: '2025-01-12', Status: 'ON_HOLD' })])).toMatchObject({
      created: 0,
      updated: 1,
    });
    const { id, ...found } = await standing('R10');
    expect(found).toMatchObject({ name: 'Ten', stage_key: 'poc', status: 'ON_HOLD', version: 2 });
    expect(
      await bench.query(
        'SELECT entered_at, superseded_at FROM stage_visit WHERE initiative_id = $1 ORDER BY entered_at',
        [id],
      ),
    ).toEqual([
      { entered_at: '2025-01-10T05:00:00.000Z', superseded_at: LATER },
      { entered_at: '2025-01-12T05:00:00.000Z', superseded_at: null },
    ]);
    expect(
      await bench.query(
        `SELECT body::jsonb ->> 'action' AS action FROM audit_event WHERE chain = $1 ORDER BY sequence`,
        [`initiative:${id}`],
      ),
    ).toEqual([{ action: 'initiative.created' }, { action: 'initiative.updated' }]);
  });

  it('undoes no decision: what was moved here stays, with a warning', async () => {
    await run([row(20)]);
    bench.clock.set('2026-03-10T10:00:00.000Z' as Instant);
    const { id } = await standing('R20');
    await bench.work.run(async (tx) => {
      const initiative = (await bench.initiatives.seenBy(bench.admin, id, tx))!;
      const at = bench.clock.now();
      await tx.query(
        `INSERT INTO gate_review (id, portfolio_id, initiative_id, gate_key, status, requested_at, requested_by)
         VALUES ($1, $2, $3, 'g1', 'DECIDED', $4, $5)`,
        ['01900000-0000-7000-8000-000000000020', bench.portfolioId, id, at, bench.admin.userId],
      );
      await tx.query(
        `INSERT INTO gate_decision (id, portfolio_id, initiative_id, review_id, gate_key, outcome, rationale, template_id,
           from_stage_key, to_stage_key, snapshot, snapshot_sha256, decided_at, decided_by)
         VALUES ($1, $2, $3, $1, 'g1', 'GO', 'Ready', $4, 'discovery', 'poc', '{}', encode(sha256('{}'), 'hex'), $5, $6)`,
        ['01900000-0000-7000-8000-000000000020', bench.portfolioId, id, initiative.templateId, at, bench.admin.userId],
      );
      return { ok: true, value: await bench.move.toStage(tx, initiative, 'poc', { at, by: bench.admin.userId }) };
    });
    const report = await run([row(20, { Name: 'Twenty' })]);
    expect(report).toMatchObject({ updated: 1, warnings: 1, rows: [{ line: 2, level: 'warning' }] });
    expect(await standing('R20')).toMatchObject({ name: 'Twenty', stage_key: 'poc' });
    expect(await run([row(20, { Name: 'Twenty' })])).toMatchObject({ updated: 0, unchanged: 1, warnings: 1 });
  });

  it('undoes no change of status made here, whatever reason was given for it', async () => {
    await run([row(26)]);
    bench.clock.set('2026-03-10T10:00:00.000Z' as Instant);
    const { id } = await standing('R26');
    await bench.work.run(async (tx) => {
      const initiative = (await bench.initiatives.seenBy(bench.admin, id, tx))!;
      const stamp = { at: bench.clock.now(), by: bench.admin.userId };
      return { ok: true, value: await bench.move.toStatus(tx, initiative, 'ON_HOLD', 'Import', stamp) };
    });
    expect(await run([row(26, { Name: 'Twenty-six', Status: 'ACTIVE' })])).toMatchObject({ updated: 1, warnings: 1 });
    expect(await standing('R26')).toMatchObject({ name: 'Twenty-six', status: 'ON_HOLD' });
  });

  it('moves nothing away from gatekeepers who are voting on it', async () => {
    await run([row(23)]);
    const { id } = await standing('R23');
    await bench.source.query(
      `INSERT INTO gate_review (id, portfolio_id, initiative_id, gate_key, status, requested_at, requested_by)
       SELECT $1, portfolio_id, id, 'g0', 'OPEN', now(), $2 FROM initiative WHERE id = $3`,
      ['01900000-0000-7000-8000-000000000023', bench.admin.userId, id],
    );
    const stage = (await standing('R23')).stage_key;
    expect(await run([row(23, { Status: 'RETIRED' })])).toMatchObject({ unchanged: 1, warnings: 1 });
    expect((await standing('R23')).stage_key).toBe(stage);
  });

  it('counts a hold or a kill as moved, and a status that an import set as not', async () => {
    await run([row(21), row(22, { Status: 'ON_HOLD' })]);
    const { id } = await standing('R21');
    await bench.work.run(async (tx) => {
      const initiative = (await bench.initiatives.seenBy(bench.admin, id, tx))!;
      return {
        ok: true,
        value: await bench.move.toStatus(tx, initiative, 'KILLED', 'No value.', {
          at: bench.clock.now(),
          by: bench.admin.userId,
        }),
      };
    });
    expect(await run([row(21, { Status: 'ACTIVE' }), row(22, { Status: 'ACTIVE' })])).toMatchObject({
      updated: 1,
      unchanged: 1,
      warnings: 1,
    });
    expect([(await standing('R21')).status, (await standing('R22')).status]).toEqual(['KILLED', 'ACTIVE']);
  });

  it('finds owners by their address, in whatever case, and refuses a row whose owner is nobody', async () => {
    const report = await run([row(30, { Owner: 'ADA@Agency.Example' }), row(31, { Owner: 'bob@agency.example' })]);
    expect(report).toMatchObject({ created: 1, refused: 1, rows: [{ line: 3, value: 'bob@agency.example' }] });
    expect((await standing('R30')).owner_id).toBe(bench.admin.userId);
  });

  it('takes the system for nobody: it owns and sponsors nothing', async () => {
    const report = await run([row(32, { Owner: 'system@tollgate.invalid' })]);
    expect(report).toMatchObject({ created: 0, refused: 1, rows: [{ line: 2, value: 'system@tollgate.invalid' }] });
  });

  it('refuses a row of another length, and a repeated reference with the line that had it', async () => {
    const file = join(folder, 'odd.csv');
    await writeFile(file, 'Ref,Name,Problem\nS1,One,"Slow\nand dear."\nS2,Two\nS1,One,Slow.\nS3,Three,"never closed\n');
    const mapping = JSON.stringify({
      columns: { externalRef: 'Ref', name: 'Name', problem: 'Problem' },
      defaults: { valueThesis: 'COST' },
    });
    const report = accepted(
      await bench.importInitiatives.run(bench.admin, { portfolioKey: 'FED', mapping, file, isDryRun: false }),
    );
    expect(report).toMatchObject({ rowsRead: 4, created: 1, refused: 3 });
    expect(report.rows.map(({ line, reason }) => [line, reason.slice(0, 24)])).toEqual([
      [4, 'The row has 2 cells, and'],
      [5, 'Line 2 has the same exte'],
      [6, 'A quote that begins in t'],
    ]);
  });

  it('that is not in the encoding it is said to be in is refused before anything is imported, with the line', async () => {
    const file = join(folder, 'latin1.csv');
    await writeFile(file, Buffer.from('Ref,Name,Problem\nT1,One,Slow\nT2,Caf\xe9,Slow\n', 'latin1'));
    const mapping = {
      columns: { externalRef: 'Ref', name: 'Name', problem: 'Problem' },
      defaults: { valueThesis: 'COST' },
    };
    const request = { portfolioKey: 'FED', file, isDryRun: false };
    const result = await bench.importInitiatives.run(bench.admin, { ...request, mapping: JSON.stringify(mapping) });
    expect(result.ok ? [] : result.refusals.map(({ message }) => message.slice(0, 20))).toEqual([
      'Line 3 is not UTF-8.',
    ]);
    accepted(
      await bench.importInitiatives.run(bench.admin, {
        ...request,
        mapping: JSON.stringify({ ...mapping, encoding: 'latin1' }),
      }),
    );
    expect((await standing('T2')).name).toBe('Café');
  });

  it('that fails midway says how far it came, and the same import again goes on', async () => {
    const rows = Array.from({ length: 1_100 }, (_, position) => row(1_000 + position));
    await bench.query(`ALTER TABLE initiative ADD CONSTRAINT broken CHECK (name <> 'Row 1700')`);
    const stopped: unknown = await start(rows).catch((error: unknown) => error);
    expect(stopped).toBeInstanceOf(ImportStopped);
    expect(stopped).toMatchObject({ line: 502, report: { rowsRead: 500, created: 500 } });
    await bench.query('ALTER TABLE initiative DROP CONSTRAINT broken');
    expect(await run(rows)).toMatchObject({ created: 600, unchanged: 500, refused: 0 });
  });

  it('can be imported twice at once without any initiative twice', async () => {
    const rows = Array.from({ length: 40 }, (_, position) => row(5_000 + position));
    const reports = await Promise.all([run(rows), run([...rows].reverse())]);
    expect(reports.reduce((sum, { created }) => sum + created, 0)).toBe(40);
    expect(reports.reduce((sum, { unchanged }) => sum + unchanged, 0)).toBe(40);
  });
});
