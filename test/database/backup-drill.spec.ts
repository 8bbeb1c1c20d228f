import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { restoreBackup } from '../../src/modules/backups/commands/restore-backup.js';
import { takeBackup } from '../../src/modules/backups/commands/take-backup.js';
import { manifestOf, type Manifest } from '../../src/modules/backups/manifest.js';
import { MIGRATION_NAMES } from '../../src/platform/database/data-source.js';
import { migrateToLatest } from '../../src/platform/database/migrate.js';
import { fillWithOldRows, migrateTo } from '../support/old-rows.js';
import { startPostgresOf, wholePostgres, type PostgresWithTools } from '../support/postgres-with-tools.js';
import { startSampleServer } from '../support/sample-server.js';
import { startTestServer } from '../support/server.js';

const programs = wholePostgres();
const NONE = 'skipped: this machine has no PostgreSQL with pg_dump, and TOLLGATE_PG_BIN names none';

const VERIFY = 'query ($key: String!) { auditVerify(portfolioKey: $key) { ok checked } }';

const rowsOf = async <Row extends object>(url: string, sql: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
};

(programs === null ? describe.skip : describe)(`a backup${programs === null ? ` (${NONE})` : ''}`, () => {
  let postgres: PostgresWithTools;
  let folder: string;
  let file: string;
  let manifest: Manifest;
  let token: string;

  /** The sample portfolio, made by the product’s own commands, backed up while its server runs, and then destroyed. */
  beforeAll(async () => {
    postgres = await startPostgresOf(programs ?? '');
    folder = mkdtempSync(join(tmpdir(), 'tollgate-backup-'));
    file = join(folder, 'nightly', 'tollgate.dump');
    const url = await postgres.createEmpty();
    await migrateToLatest(url);
    const server = await startSampleServer(await postgres.open(url));
    ({ token } = await server.member('Whoever comes back', 'DEMO', ['GATEKEEPER']));
    manifest = await takeBackup({ url, file, programs });
    await server.stop();
  }, 300_000);

  afterAll(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const restore = (order: { file?: string; url: string }) => restoreBackup({ file, programs, ...order });

  const copyOf = (name: string): string => {
    const copy = join(folder, name);
    copyFileSync(file, copy);
    copyFileSync(manifestOf(file), manifestOf(copy));
    return copy;
  };

  const isEmpty = async (url: string): Promise<boolean> =>
    (await rowsOf(url, `SELECT 1 FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`))
      .length === 0;

  it('lies on the disk under its name, for nobody else to read, with what it must come back as', () => {
    expect(readdirSync(join(folder, 'nightly')).sort()).toEqual(['tollgate.dump', 'tollgate.dump.json']);
    expect(statSync(file).size).toBe(manifest.bytes);
    expect([file, manifestOf(file)].map((path) => statSync(path).mode & 0o077)).toEqual([0, 0]);
    expect(manifest.contents.rows['public.initiative']).toBeGreaterThan(10);
    expect(manifest.contents.rows['public.audit_event']).toBeGreaterThan(100);
    expect(Object.keys(manifest.contents.auditHeads)).toEqual(expect.arrayContaining(['', 'DEMO']));
    expect(readFileSync(manifestOf(file), 'utf8')).not.toContain(token);
  });

  it('comes back as it was: every row, the audit trail, and who could sign in', async () => {
    const url = await postgres.createEmpty();
    const restored = await restore({ url });
    expect(restored).toMatchObject({ manifest, applied: [] });
    expect(restored.auditEvents).toBe(manifest.contents.rows['public.audit_event']);

    const server = await startTestServer(undefined, { database: await postgres.open(url) });
    try {
      const { viewer } = await server.as(token).ask('{ viewer { user { name } } }');
      expect(viewer.user.name).toBe('Whoever comes back');
      const { auditVerify } = await server.admin.ask(VERIFY, { key: 'DEMO' });
      expect(auditVerify.ok).toBe(true);
    } finally {
      await server.stop();
    }
  });

  it('of an earlier schema comes back as it was, and is brought to the newest one', async () => {
    const url = await postgres.createEmpty();
    const old = MIGRATION_NAMES.indexOf('Schedule1764000000012') + 1;
    await migrateTo(url, old);
    const before = await fillWithOldRows(url);
    const earlier = join(folder, 'earlier.dump');
    const { contents } = await takeBackup({ url, file: earlier, programs });
    expect(contents.schema).toBe('Schedule1764000000012');
    const into = await postgres.createEmpty();
    expect(await restore({ file: earlier, url: into })).toMatchObject({
      applied: MIGRATION_NAMES.slice(old),
      auditEvents: 5,
    });
    expect(await rowsOf(into, 'SELECT count(*)::int AS count FROM effort_entry')).toEqual([
      { count: before['effort_entry'] },
    ]);
  });

  it('never takes the place of another one', async () => {
    const url = await postgres.createEmpty();
    await expect(takeBackup({ url, file, programs })).rejects.toThrow('is there already');
    expect(statSync(file).size).toBe(manifest.bytes);
  });

  it('is not made of a database without Tollgate, and leaves nothing behind', async () => {
    const other = join(folder, 'of-nothing.dump');
    await expect(takeBackup({ url: await postgres.createEmpty(), file: other, programs })).rejects.toThrow(
      'holds no Tollgate',
    );
    expect([other, `${other}.part`, manifestOf(other)].some((path) => existsSync(path))).toBe(false);
  });

  it('goes into an empty database only', async () => {
    const url = await postgres.createEmpty();
    await rowsOf(url, 'CREATE TABLE what_was_there AS SELECT 1 AS one');
    await expect(restore({ url })).rejects.toThrow(
      'is not empty (it has public.what_was_there), and nothing was restored',
    );
    expect(await rowsOf(url, 'SELECT one FROM what_was_there')).toEqual([{ one: 1 }]);
  });

  it('is refused where the file was cut off', async () => {
    const cut = copyOf('cut.dump');
    truncateSync(cut, manifest.bytes - 1_000);
    const url = await postgres.createEmpty();
    await expect(restore({ file: cut, url })).rejects.toThrow(
      /has \d+ bytes, and had \d+ when it was written: it was cut off/,
    );
    expect(await isEmpty(url)).toBe(true);
  });

  it('is refused where the file was changed, and where nothing lies beside it', async () => {
    const changed = copyOf('changed.dump');
    const bytes = readFileSync(changed);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(changed, bytes);
    const url = await postgres.createEmpty();
    await expect(restore({ file: changed, url })).rejects.toThrow('its content changed since');
    rmSync(manifestOf(changed));
    await expect(restore({ file: changed, url })).rejects.toThrow('changed.dump.json cannot be read');
    expect(await isEmpty(url)).toBe(true);
  });

  const withManifest = (name: string, change: (manifest: Manifest) => object): string => {
    const copy = copyOf(name);
    writeFileSync(manifestOf(copy), JSON.stringify({ ...manifest, ...change(manifest) }));
    return copy;
  };

  it('is all or nothing where PostgreSQL cannot read it to its end', async () => {
    const broken = copyOf('broken.dump');
    const bytes = readFileSync(broken).subarray(0, manifest.bytes - 1_000);
    writeFileSync(broken, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    writeFileSync(manifestOf(broken), JSON.stringify({ ...manifest, bytes: bytes.length, sha256 }));
    const url = await postgres.createEmpty();
    await expect(restore({ file: broken, url })).rejects.toThrow('the database is as empty as before');
    expect(await isEmpty(url)).toBe(true);
  });

  it('of a newer Tollgate waits for that', async () => {
    const newer = withManifest('newer.dump', ({ contents }) => ({
      contents: { ...contents, schema: 'Later1999000000000' },
    }));
    await expect(restore({ file: newer, url: await postgres.createEmpty() })).rejects.toThrow('is of a newer Tollgate');
  });

  it('says what came back otherwise than it went in', async () => {
    const otherwise = withManifest('otherwise.dump', ({ contents }) => ({
      contents: {
        ...contents,
        rows: { ...contents.rows, 'public.kpi': 0 },
        auditHeads: { ...contents.auditHeads, DEMO: { chains: 1, sha256: '0' } },
      },
    }));
    await expect(restore({ file: otherwise, url: await postgres.createEmpty() })).rejects.toThrow(
      /public\.kpi has \d+ rows, and had 0; the audit chains of DEMO end otherwise/,
    );
  });

  it('tells of an audit trail that had been tampered with before', async () => {
    const url = await postgres.createEmpty();
    await restore({ url });
    await rowsOf(
      url,
      `SET session_replication_role = replica;
       ALTER TABLE audit_event DROP CONSTRAINT audit_event_hash;
       UPDATE audit_event SET body = replace(body, 'DEMO', 'OMED') WHERE (chain, sequence) = (
         SELECT chain, sequence FROM audit_event WHERE body LIKE '%DEMO%' LIMIT 1)`,
    );
    const tampered = join(folder, 'tampered.dump');
    await takeBackup({ url, file: tampered, programs });
    await expect(restore({ file: tampered, url: await postgres.createEmpty() })).rejects.toThrow(
      /the audit trail of .* had been tampered with before: .* it was changed after it was written/,
    );
  });

  it('says which programs it takes where there are none, or older ones', async () => {
    const order = { url: postgres.address('postgres'), file: join(folder, 'none.dump') };
    await expect(takeBackup({ ...order, programs: folder })).rejects.toThrow(
      /takes pg_dump and pg_restore of PostgreSQL \d+ or newer, and there are none in .*TOLLGATE_PG_BIN/,
    );
    const old = join(folder, 'old');
    mkdirSync(old);
    for (const name of ['pg_dump', 'pg_restore']) {
      writeFileSync(join(old, name), `#!/bin/sh\necho "${name} (PostgreSQL) 9.6.1"\n`, { mode: 0o755 });
    }
    await expect(takeBackup({ ...order, programs: old })).rejects.toThrow(
      /the server is of version \d+; those in .*old are of version 9/,
    );
    expect(existsSync(order.file)).toBe(false);
  });
});
