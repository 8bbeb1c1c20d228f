import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import pg from 'pg';
import { printOf, sync, syncFolderOf } from '../../../platform/postgres-tools/keep-file.js';
import { runTool } from '../../../platform/postgres-tools/run-tool.js';
import { toolsFor, type Tools } from '../../../platform/postgres-tools/tools.js';
import { manifestOf, type Manifest } from '../manifest.js';
import { contentsOf, type Contents } from '../queries/database-contents.js';

/** From where, to where, and with the programs of which folder (null: those that are found). */
export interface BackupOrder {
  readonly url: string;
  readonly file: string;
  readonly programs: string | null;
}

const ONE_STATE = `
  BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0`;

const SNAPSHOT = `
  SELECT pg_export_snapshot() AS snapshot, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
    current_setting('server_version_num')::int / 10000 AS major`;

/**
 * Dumps the whole database into a file, as it was at one instant, while Tollgate runs or not, and writes down beside it what is
 * in there. The file has its name only once it was read through and is on the disk.
 */
export const takeBackup = async ({ url, file, programs }: BackupOrder): Promise<Manifest> => {
  for (const path of [file, manifestOf(file)]) {
    if (existsSync(path)) {
      throw new Error(`${path} is there already, and a backup never takes the place of another: state another file.`);
    }
  }
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.part`;
  const client = new pg.Client({ connectionString: url, application_name: 'tollgate-backup' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(ONE_STATE);
    const [state] = (await client.query<{ snapshot: string; at: string; major: number }>(SNAPSHOT)).rows;
    if (!state) {
      throw new Error('PostgreSQL gave no snapshot.');
    }
    const tools = await toolsFor(state.major, programs);
    // What is in there is for nobody else to read.
    await (await open(draft, 'w', 0o600)).close();
    await dump(tools, { url, draft, snapshot: state.snapshot });
    const contents = await contentsOf(client);
    await check(tools, draft, contents);
    const manifest: Manifest = {
      format: 1,
      takenAt: state.at,
      postgres: state.major,
      ...(await printOf(draft)),
      contents,
    };
    await keep(draft, file, manifest);
    return manifest;
  } finally {
    await client.end();
    await rm(draft, { force: true });
  }
};

const dump = (
  { dump: program }: Tools,
  { url, draft, snapshot }: { url: string; draft: string; snapshot: string },
): Promise<unknown> =>
  runTool(
    program,
    [
      '--format=custom',
      '--no-owner',
      '--no-privileges',
      '--lock-wait-timeout=30s',
      `--snapshot=${snapshot}`,
      `--file=${draft}`,
    ],
    { url },
  );

/** Refuses a dump that lists not every table, or cannot be read to its end. */
const check = async ({ restore }: Tools, draft: string, contents: Contents): Promise<void> => {
  const { output } = await runTool(restore, ['--list', draft]);
  const listed = new Set(
    Array.from(output.matchAll(/^\d+; \d+ \d+ TABLE DATA (\S+) (\S+)/gm), ([, schema, table]) => `${schema}.${table}`),
  );
  const missing = Object.keys(contents.rows).filter((table) => !listed.has(table));
  if (missing.length > 0) {
    throw new Error(`The dump has no data of ${missing.join(', ')}, and was not kept.`);
  }
  await runTool(restore, ['--file=-', draft], { discard: true });
};

/** The manifest goes first: a dump that has its name has its manifest too. */
const keep = async (draft: string, file: string, manifest: Manifest): Promise<void> => {
  await writeFile(manifestOf(file), `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx', mode: 0o600, flush: true });
  await sync(draft);
  await rename(draft, file);
  await syncFolderOf(file);
};
