import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashOfToken, newToken } from '../../src/modules/identity/token-form.js';
import { createServer } from '../../src/server.js';
import { importBench } from '../support/import-bench.js';
import { ROOT } from '../support/shared.js';

const MAPPING = {
  columns: { externalRef: 'Ref', name: 'Name', problem: 'Problem' },
  defaults: { valueThesis: 'COST' },
};
const CSV = 'Ref,Name,Problem\r\nA1,One,Slow.\r\nA2,Two,\r\n';

interface Answer {
  readonly error: { readonly code: string; readonly message: string };
  readonly problems: readonly { readonly place: string }[];
}

describe('POST /api/imports/initiatives', () => {
  let bench: Awaited<ReturnType<typeof importBench>>;
  let app: NestFastifyApplication;
  let url: string;
  let folder: string;
  const [admin, reviewer, stranger] = [newToken(), newToken(), newToken()];

  const person = async (token: string, userId: string): Promise<void> => {
    await bench.query(
      `INSERT INTO api_token (id, user_id, name, token_sha256, created_at, created_by) VALUES ($1, $2, 'Test', $3, now(), $2)`,
      [randomUUID(), userId, hashOfToken(token)],
    );
  };
  const newUser = async (): Promise<string> => {
    const id = randomUUID();
    await bench.query(`INSERT INTO app_user (id, name, email, created_at) VALUES ($1, 'Ben', $2, now())`, [
      id,
      `${id}@agency.example`,
    ]);
    return id;
  };

  beforeAll(async () => {
    bench = await importBench();
    const [reviewerId, strangerId] = [await newUser(), await newUser()];
    await person(admin, bench.admin.userId);
    await person(reviewer, reviewerId);
    await person(stranger, strangerId);
    await bench.query(`INSERT INTO portfolio_member (portfolio_id, user_id, roles) VALUES ($1, $2, '{REVIEWER}')`, [
      bench.portfolioId,
      reviewerId,
    ]);

    app = await createServer({ source: bench.source, clock: bench.clock });
    // A failure on purpose need not fill the output of the test run.
    app.useLogger(false);
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
    folder = await mkdtemp(join(tmpdir(), 'tollgate-test-'));
  });
  afterAll(async () => {
    await app.close();
    await bench.drop();
    await rm(folder, { recursive: true });
  });

  const form = (fields: Record<string, string>, csv: string | Blob | null = CSV): FormData => {
    const data = new FormData();
    if (csv !== null) {
      data.append('file', typeof csv === 'string' ? new Blob([csv]) : csv, 'rows.csv');
    }
    for (const [name, value] of Object.entries(fields)) {
      data.append(name, value);
    }
    return data;
  };
  const post = async (body: FormData | string, token: string | null = admin) => {
    const response = await fetch(`${url}/api/imports/initiatives`, {
      method: 'POST',
      body,
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
    });
    return { status: response.status, body: (await response.json()) as Answer };
  };
  const FINE = { portfolio: 'FED', mapping: JSON.stringify(MAPPING) };
  const initiatives = async (): Promise<number> =>
    (await bench.query<{ count: number }>('SELECT count(*) FROM initiative'))[0]!.count;

  it('takes a token, and says so where there is none or a wrong one', async () => {
    expect(await post(form(FINE), null)).toMatchObject({
      status: 401,
      body: { error: { code: 'UNAUTHENTICATED', message: expect.stringContaining('Bearer') } },
    });
    expect(await post(form(FINE), newToken())).toMatchObject({ status: 401 });
  });

  it('is forbidden to a member without the role, and there is no portfolio for anybody else', async () => {
    expect(await post(form(FINE), reviewer)).toMatchObject({ status: 403, body: { error: { code: 'FORBIDDEN' } } });
    const hidden = await post(form(FINE), stranger);
    expect(hidden).toMatchObject({ status: 404, body: { error: { code: 'NOT_FOUND' } } });
    expect(await post(form({ ...FINE, portfolio: 'NONE' }), stranger)).toEqual(hidden);
  });

  it('answers with numbers and with each row that was refused, and changes nothing in a dry run', async () => {
    const trial = await post(form({ ...FINE, dryRun: 'true' }));
    expect(await initiatives()).toBe(0);
    const answer = await post(form({ ...FINE, dryRun: 'false' }));
    expect(answer).toEqual(trial);
    expect(answer).toEqual({
      status: 200,
      body: {
        rowsRead: 2,
        created: 1,
        updated: 0,
        unchanged: 0,
        refused: 1,
        warnings: 0,
        truncated: false,
        rows: [
          { line: 3, level: 'refused', column: 'Problem', value: '', reason: 'problem is needed, and it is blank.' },
        ],
      },
    });
    expect(await initiatives()).toBe(1);
  });

  it('takes the mapping as a file, and as a part of type application/json', async () => {
    const asFile = form({ portfolio: 'FED', dryRun: 'true' });
    asFile.append('mapping', new Blob([JSON.stringify(MAPPING)], { type: 'application/json' }), 'mapping.json');
    expect(await post(asFile)).toMatchObject({ status: 200 });
    const boundary = 'b';
    const part = (head: string, content: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
    const body =
      part('name="portfolio"', 'FED') +
      part('name="dryRun"', 'true') +
      part('name="mapping"\r\nContent-Type: application/json', JSON.stringify(MAPPING)) +
      part('name="file"; filename="rows.csv"', CSV) +
      `--${boundary}--\r\n`;
    const response = await fetch(`${url}/api/imports/initiatives`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${admin}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
    expect(response.status).toBe(200);
  });

  it('refuses a mapping that cannot work with all of its problems, and imports nothing', async () => {
    const mapping = {
      ...MAPPING,
      columns: { ...MAPPING.columns, name: 'Nome', stage: 'Step' },
      defaults: { valueThesis: 'FUN' },
    };
    const answer = await post(form({ ...FINE, mapping: JSON.stringify(mapping) }));
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID', message: expect.stringContaining('Nome') } },
    });
    expect(answer.body.problems.map(({ place }) => place)).toEqual([
      'mapping.columns.name',
      'mapping.columns.stage',
      'mapping.defaults.valueThesis',
    ]);
  });

  it.each([
    ['no form at all', () => 'portfolio=FED'],
    ['nothing in the form', () => form({}, null)],
    ['no file', () => form(FINE, null)],
    ['an empty file', () => form(FINE, '')],
    ['a mapping that is no JSON', () => form({ ...FINE, mapping: '{' })],
    ['a mapping that is no object', () => form({ ...FINE, mapping: '7' })],
    ['another word for dryRun', () => form({ ...FINE, dryRun: 'yes' })],
    ['a field there is not', () => form({ ...FINE, dryrun: 'true' })],
    [
      'a field twice',
      () => {
        const data = form(FINE);
        data.append('portfolio', 'FED');
        return data;
      },
    ],
    ['a file as a field', () => form({ ...FINE, file: CSV }, null)],
    ['a name that is special to JavaScript', () => form({ ...FINE, __proto__x: '1', constructor: '1' })],
    ['binary data', () => form(FINE, new Blob([new Uint8Array([0xff, 0xfe, 0, 1, 2, 0x80, 10, 0x81])]))],
  ])('answers 400 and not 500 to %s', async (_, body) => {
    const answer = await post(body());
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'INVALID' } } });
    expect(answer.body.error.message).not.toBe('');
  });

  it('answers 400 to a form that breaks off', async () => {
    const response = await fetch(`${url}/api/imports/initiatives`, {
      method: 'POST',
      body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nRef,Name',
      headers: { authorization: `Bearer ${admin}`, 'content-type': 'multipart/form-data; boundary=b' },
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'INVALID' } });
  });

  it('answers 413 past 50 MB and imports nothing, and leaves no file behind', async () => {
    const before = await initiatives();
    const row = `${'x'.repeat(20)},Row,${'y'.repeat(979)}\n`;
    const large = new Blob(['Ref,Name,Problem\nB1,One,Slow.\n', row.repeat(50_000)]);
    expect(await post(form(FINE, large))).toMatchObject({
      status: 413,
      body: { error: { code: 'TOO_LARGE', message: expect.stringContaining('50 MB') } },
    });
    expect(await initiatives()).toBe(before);
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('tollgate-import-'))).toEqual([]);
  });

  it('says how far it came when the database fails midway', async () => {
    const rows = Array.from({ length: 700 }, (_, position) => `C${position},Row ${position},Slow.`);
    await bench.query(`ALTER TABLE initiative ADD CONSTRAINT broken CHECK (name <> 'Row 600')`);
    const answer = await post(form(FINE, ['Ref,Name,Problem', ...rows].join('\n')));
    await bench.query('ALTER TABLE initiative DROP CONSTRAINT broken');
    expect(answer).toMatchObject({
      status: 503,
      body: { stoppedAtLine: 502, created: 500, error: { code: 'SERVICE_UNAVAILABLE' } },
    });
    expect(answer.body.error.message).toContain('goes on from there');
    expect(JSON.stringify(answer.body)).not.toContain('constraint');
  });

  describe('from the command line', () => {
    const script = (
      args: readonly string[],
      environment: Record<string, string> = {},
    ): Promise<{ code: number; out: string; err: string }> =>
      new Promise((resolve) => {
        execFile(
          process.execPath,
          [join(ROOT, 'scripts/import.mjs'), ...args],
          { env: { ...process.env, TOLLGATE_TOKEN: '', ...environment } },
          (error, out, err) => {
            resolve({ code: error === null ? 0 : Number(error.code), out, err });
          },
        );
      });
    const files = async (csv: string, mapping: unknown = MAPPING): Promise<string[]> => {
      const [mappingFile, csvFile] = [join(folder, `${randomUUID()}.json`), join(folder, `${randomUUID()}.csv`)];
      await writeFile(mappingFile, JSON.stringify(mapping));
      await writeFile(csvFile, csv);
      return ['--portfolio', 'FED', '--mapping', mappingFile, '--url', url, csvFile];
    };

    it('ends with 0 where every row was taken in', async () => {
      const args = await files('Ref,Name,Problem\nD1,One,Slow.\n');
      const trial = await script(['--dry-run', '--token', admin, ...args]);
      expect(trial).toMatchObject({ code: 0, out: expect.stringContaining('nothing was changed') });
      expect(await script(args, { TOLLGATE_TOKEN: admin })).toMatchObject({
        code: 0,
        out: expect.stringContaining('1 rows read: 1 created'),
      });
    });

    it('ends with 1 and shows the row where one was refused', async () => {
      const { code, out } = await script(await files(CSV.replaceAll('A', 'E')), { TOLLGATE_TOKEN: admin });
      expect(code).toBe(1);
      expect(out).toContain('line 3, refused: Problem: problem is needed, and it is blank.');
    });

    it('ends with 1 and shows every problem of the mapping', async () => {
      const { code, err } = await script(await files(CSV, { ...MAPPING, columns: { name: 'Nome' } }), {
        TOLLGATE_TOKEN: admin,
      });
      expect(code).toBe(1);
      expect(err).toContain('mapping.columns.name: The file has no column "Nome"');
      expect(err).toContain('mapping.columns.externalRef');
    });

    it('ends with 1 without a token, with a wrong one, without a server and without a file', async () => {
      const args = await files(CSV);
      expect(await script(args)).toMatchObject({ code: 1, err: expect.stringContaining('TOLLGATE_TOKEN') });
      expect(await script(args, { TOLLGATE_TOKEN: newToken() })).toMatchObject({
        code: 1,
        err: expect.stringContaining('API token'),
      });
      expect(await script([...args, '--url', 'http://127.0.0.1:1'], { TOLLGATE_TOKEN: admin })).toMatchObject({
        code: 1,
        err: expect.stringContaining('could not be reached'),
      });
      expect(await script([...args.slice(0, -1), join(folder, 'none.csv')], { TOLLGATE_TOKEN: admin })).toMatchObject({
        code: 1,
        err: expect.stringContaining('none.csv'),
      });
    });
  });
});
