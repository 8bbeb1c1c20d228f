import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VerifyRollups } from '../../src/modules/effort/commands/verify-rollups.js';
import { chance } from '../support/chance.js';
import { foundCompany, type Company } from '../support/company.js';
import { LEAK } from '../support/leaks.js';
import { mangled, mangledCsv } from '../support/mangle.js';
import { ROOT, sharedPath } from '../support/shared.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

const SEED = Number(process.env['TOLLGATE_SEED'] ?? Date.now() % 1_000_000);
const FILES = Number(process.env['TOLLGATE_FUZZ'] ?? 250);
const LONGEST_MS = 2_000;
const OUTCOMES = ['recorded', 'duplicates', 'corrected', 'queued', 'created', 'updated', 'unchanged', 'refused'];

interface Sheet {
  readonly csv: string;
  readonly mapping: object;
}

const lines = (...rows: readonly string[]): string => rows.join('\r\n');

const effortSheets = (key: string): readonly Sheet[] => [
  {
    csv: lines(
      'Initiative,Day,Hours,Who,What,Tags,Kind,Id',
      `${key}-1,2026-02-02,7.5,Ada,Trained the desk,desk,Training,1`,
      `${key}-1,2026-02-03,1h 30m,Ben,,model,Model,2`,
      `${key}-2,03.02.2026,0:45,Ada,"Wrote, and read",,Other,3`,
      `${key}-2,2026-02-04,"2,25",Cora,"two\r\nlines",desk,,4`,
    ),
    mapping: {
      source: 'timesheet',
      dateFormats: ['yyyy-MM-dd', 'd.M.yyyy'],
      columns: {
        ...{ initiativeKey: 'Initiative', workedOn: 'Day', amount: 'Hours', person: 'Who' },
        ...{ note: 'What', labels: 'Tags', externalId: 'Id' },
      },
      values: { categoryKey: { column: 'Kind', map: { Training: 'PEOPLE_PROCESS', Model: 'ALGORITHMS', '*': null } } },
      split: { labels: ',' },
    },
  },
  {
    csv: lines(
      'Initiative,Day,Seconds',
      `${key}-1,2026-02-05,5400`,
      `${key}-1,2026-02-05,5400`,
      `${key}-2,2026-02-06,1`,
    ),
    mapping: { source: 'export', columns: { initiativeKey: 'Initiative', workedOn: 'Day', amount: 'Seconds' } },
  },
];

const initiativeSheets = (): readonly Sheet[] => [
  {
    csv: lines(
      'Unit,No,Title,Problem,Benefit,Phase,Trial began,Live since',
      'Claims,1,Letters,Read twice,Read once,Idea,,',
      'Claims,2,Photos,Looked at twice,,Trial,2025-03-01,',
      'Motor,3,"Calls, short","Too ""long""",Shorter,In use,1.3.2025,2025-11-30',
      'Motor,4,Old one,Was slow,,Stopped,,',
    ),
    mapping: {
      dateFormats: ['yyyy-MM-dd', 'd.M.yyyy'],
      columns: { externalRef: ['Unit', 'No'], name: 'Title', problem: ['Problem', 'Benefit'], businessUnit: 'Unit' },
      values: {
        stage: {
          column: 'Phase',
          map: { Idea: 'intake', Trial: 'poc', 'In use': 'operate', Stopped: null, '*': 'intake' },
        },
        status: { column: 'Phase', map: { Stopped: 'KILLED', '*': 'ACTIVE' } },
      },
      enteredOn: { poc: 'Trial began', operate: 'Live since' },
      visits: null,
      defaults: { valueThesis: 'PRODUCTIVITY', riskTier: 'LIMITED' },
    },
  },
  ...realSheets(),
];

/** Twenty rows of the inventory of federal use cases, where it is there. */
const realSheets = (): readonly Sheet[] => {
  const path = sharedPath('data/federal-ai-use-cases-2024.csv');
  if (path === null) {
    process.stdout.write('Initiatives of the shared material are left out: it is not there (TOLLGATE_SHARED).\n');
    return [];
  }
  const mapping = JSON.parse(readFileSync(join(ROOT, 'docs/examples/federal-2024.mapping.json'), 'utf8')) as object;
  const text = readFileSync(path, 'latin1');
  return [{ csv: text.slice(0, text.indexOf('\n', 20_000)).replaceAll(/\r?\n/g, '\r\n'), mapping }];
};

describe(`files and mappings that nobody would write (seed ${SEED}, TOLLGATE_SEED)`, () => {
  let server: TestServer;
  let company: Company;

  beforeAll(async () => {
    server = await startTestServer();
    server.app.useLogger(false);
    company = await foundCompany(server);
    await company.create({ name: 'Letters' });
    await company.create({ name: 'Photos' });
  });
  afterAll(() => server.stop());

  const send = async (kind: string, csv: Buffer, mapping: string | Buffer, dryRun: boolean) => {
    const form = new FormData();
    form.append('portfolio', company.key);
    form.append('mapping', mapping.toString());
    form.append('dryRun', String(dryRun));
    form.append('file', new Blob([new Uint8Array(csv)]), 'rows.csv');
    const begun = performance.now();
    const response = await fetch(`${server.url}/api/imports/${kind}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${company.manager.token}` },
      body: form,
    });
    const text = await response.text();
    return { status: response.status, text, ms: performance.now() - begun };
  };

  /** What an import could have changed. */
  const standing = async (): Promise<string> => {
    const rows = await server.source.query<Json[]>(
      `SELECT (SELECT count(*) FROM effort_entry) AS entries, (SELECT coalesce(sum(person_days), 0) FROM effort_entry) AS days,
         (SELECT count(*) FROM late_effort) AS late, (SELECT count(*) FROM initiative) AS initiatives,
         (SELECT count(*) FROM initiative_revision) AS revisions, (SELECT count(*) FROM stage_visit) AS visits,
         (SELECT count(*) FROM audit_event) AS events`,
    );
    return JSON.stringify(rows);
  };

  it.each([
    ['effort', effortSheets],
    ['initiatives', initiativeSheets],
  ] as const)('of %s are taken in row by row, or refused in words', async (kind, sheetsOf) => {
    const draw = chance(SEED * 11 + kind.length);
    const sheets = sheetsOf(company.key);
    const tally: Record<string, number> = {};
    let before = await standing();
    for (let number = 1; number <= FILES; number += 1) {
      const sheet = sheets[draw(sheets.length)]!;
      const isMapping = draw(4) === 0;
      const csv = isMapping && draw(2) === 0 ? Buffer.from(sheet.csv) : mangledCsv(sheet.csv, draw);
      const mapping = isMapping ? mangled(JSON.stringify(sheet.mapping), draw) : JSON.stringify(sheet.mapping);
      const isDryRun = draw(3) === 0;
      const answer = await send(kind, csv, mapping, isDryRun);
      const isLate = answer.ms > LONGEST_MS && (await send(kind, csv, mapping, true)).ms > LONGEST_MS;
      const which = `${kind} ${number} of seed ${SEED}: ${csv.toString('latin1').slice(0, 1_500)} ${mapping.toString().slice(0, 1_500)} -> ${answer.text.slice(0, 1_000)}`;
      const isFine = [200, 400, 413].includes(answer.status);
      expect([which, answer.status, isFine, isLate]).toEqual([which, answer.status, true, false]);
      const body = JSON.parse(answer.text);
      tally[answer.status] = (tally[answer.status] ?? 0) + 1;
      // Values of the file are told back; what is said of them is ours.
      const ours = [body.error?.message, ...(body.problems ?? []), ...(body.rows ?? []).map((row: Json) => row.reason)];
      expect([which, ours.filter((text) => LEAK.test(JSON.stringify(text ?? '')))]).toEqual([which, []]);
      const after = await standing();
      if (answer.status !== 200 || isDryRun) {
        expect([which, after]).toEqual([which, before]);
      } else {
        const settled = OUTCOMES.reduce((sum, name) => sum + ((body[name] as number | undefined) ?? 0), 0);
        expect([which, settled]).toEqual([which, body.rowsRead]);
      }
      before = after;
    }
    process.stdout.write(`${kind} of seed ${SEED} (TOLLGATE_SEED): ${JSON.stringify(tally)}\n`);
    expect(tally['200']).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('leave all that came of them to be read', async () => {
    let after: string | null = null;
    do {
      const { portfolio }: Json = await company.manager.ask(
        `query ($key: String!, $after: String) { portfolio(key: $key) { initiatives(first: 100, after: $after) {
          nodes { key name problem businessUnit externalRef status stage { key } daysInStage gate { readiness { metCount } } }
          pageInfo { hasNextPage endCursor } } } }`,
        { key: company.key, after },
      );
      const { pageInfo } = portfolio.initiatives;
      after = pageInfo.hasNextPage ? (pageInfo.endCursor as string) : null;
    } while (after !== null);
    for (const file of ['initiatives', 'effort', 'stage-visits']) {
      const exported = await fetch(`${server.url}/api/exports/${file}.csv?portfolio=${company.key}`, {
        headers: { authorization: `Bearer ${company.manager.token}` },
      });
      expect([file, exported.status, LEAK.test(await exported.text())]).toEqual([file, 200, false]);
    }
    const drifts = await server.app.get(VerifyRollups, { strict: false }).run(false);
    expect(drifts).toEqual([expect.objectContaining({ sums: 0, identities: 0, days: 0 })]);
    const { auditVerify } = await server.admin.ask(`{ auditVerify(portfolioKey: "${company.key}") { ok } }`);
    expect(auditVerify.ok).toBe(true);
  });
});
