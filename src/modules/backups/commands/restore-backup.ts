import { stat } from 'node:fs/promises';
import pg from 'pg';
import { dataSourceFor, MIGRATION_NAMES } from '../../../platform/database/data-source.js';
import { Database } from '../../../platform/database/database.js';
import { aloneInSchema, migrateToLatest } from '../../../platform/database/migrate.js';
import { printOf } from '../../../platform/postgres-tools/keep-file.js';
import { runTool, ToolFailed } from '../../../platform/postgres-tools/run-tool.js';
import { toolsFor } from '../../../platform/postgres-tools/tools.js';
import { AuditEvents } from '../../audit/queries/audit-events.js';
import { readManifest, type Manifest } from '../manifest.js';
import { contentsOf, differences, somethingIn } from '../queries/database-contents.js';

/** Which dump, into which database, and with the programs of which folder (null: those that are found). */
export interface RestoreOrder {
  readonly file: string;
  readonly url: string;
  readonly programs: string | null;
}

/** What came back. */
export interface Restored {
  readonly manifest: Manifest;
  /** Migrations that were applied to what came back. */
  readonly applied: readonly string[];
  /** How many events of the audit trail were recomputed. */
  readonly auditEvents: number;
}

/**
 * Puts a dump into an empty database: all of it or nothing. What came back is compared with what was written down beside the dump,
 * brought to the newest schema, and its audit trail is recomputed from the first event to the last.
 */
export const restoreBackup = async ({ file, url, programs }: RestoreOrder): Promise<Restored> => {
  const manifest = await readManifest(file);
  await checkDump(file, manifest);
  await aloneInSchema(url, () => connected(url, (client) => putBack(client, { file, url, programs, manifest })));
  const { applied } = await migrateToLatest(url);
  return { manifest, applied, auditEvents: await verifyAudit(url) };
};

const checkDump = async (file: string, { bytes, sha256, contents }: Manifest): Promise<void> => {
  const { size } = await stat(file);
  if (size !== bytes) {
    throw new Error(
      `${file} has ${size} bytes, and had ${bytes} when it was written: it was cut off or changed since.`,
    );
  }
  if ((await printOf(file)).sha256 !== sha256) {
    throw new Error(`${file} is not the dump that was written: its content changed since.`);
  }
  if (!MIGRATION_NAMES.includes(contents.schema)) {
    throw new Error(
      `${file} is of a newer Tollgate: this one does not know the migration ${contents.schema}. Restore it with the Tollgate that wrote it, or a newer one.`,
    );
  }
};

const putBack = async (
  client: pg.Client,
  { file, url, programs, manifest }: RestoreOrder & { manifest: Manifest },
): Promise<void> => {
  const found = await somethingIn(client);
  if (found !== null) {
    throw new Error(
      `The database is not empty (it has ${found}), and nothing was restored: a backup goes into an empty database only. Make one, and name it with --into.`,
    );
  }
  const { restore } = await toolsFor(manifest.postgres, programs);
  try {
    await runTool(
      restore,
      ['--exit-on-error', '--single-transaction', '--no-owner', '--no-privileges', '--no-comments', file],
      { url },
    );
  } catch (error) {
    throw error instanceof ToolFailed
      ? new Error(`The dump could not be restored, and the database is as empty as before: ${error.message}`, {
          cause: error,
        })
      : error;
  }
  const different = differences(manifest.contents, await contentsOf(client));
  if (different.length > 0) {
    throw new Error(`What came back is not what was backed up, do not use it: ${different.join('; ')}.`);
  }
};

const connected = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url, application_name: 'tollgate-restore' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** The chains of every portfolio, and those of the instance; how many events they have. */
const verifyAudit = async (url: string): Promise<number> => {
  const source = await dataSourceFor(url).initialize();
  try {
    const events = new AuditEvents(new Database(source));
    const portfolios = await source.query<{ id: string; key: string }[]>('SELECT id, key FROM portfolio ORDER BY key');
    let checked = 0;
    for (const { id, key } of [...portfolios, { id: null, key: 'the instance' }]) {
      const verification = await events.verify(id);
      if (verification.firstBroken) {
        const { chain, sequence, reason } = verification.firstBroken;
        throw new Error(
          `Everything came back as it was backed up, but the audit trail of ${key} had been tampered with before: ${chain}, event ${sequence}: ${reason}`,
        );
      }
      checked += verification.checked;
    }
    return checked;
  } finally {
    await source.destroy();
  }
};
