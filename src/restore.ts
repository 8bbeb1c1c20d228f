import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { restoreBackup } from './modules/backups/commands/restore-backup.js';
import { readEnvironment, variables } from './platform/config/env.js';
import { explainUnreachable } from './platform/database/unreachable.js';
import { startEmbeddedPostgres } from './platform/embedded-postgres/launch.js';

const USAGE = 'Usage: npm run restore -- FILE [--into postgres://user:password@host:5432/database]';

const say = (line: string): void => {
  console.log(line);
};

const restore = async (): Promise<void> => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { into: { type: 'string' } } });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new Error(USAGE);
  }
  const environment = readEnvironment({ ...variables, ...(values.into ? { DATABASE_URL: values.into } : {}) });
  const { databaseUrl, databaseDirectUrl, dataDirectory } = environment;
  const postgres =
    databaseUrl === null
      ? await startEmbeddedPostgres({ dataDirectory, durable: true, log: say })
      : { url: databaseDirectUrl ?? databaseUrl, stop: () => Promise.resolve() };
  try {
    const { manifest, applied, auditEvents } = await restoreBackup({
      file: resolve(file),
      url: postgres.url,
      programs: environment.postgresPrograms,
    }).catch((error: unknown) => {
      throw explainUnreachable(error, postgres.url);
    });
    say(`${file} is restored, as the database was at ${manifest.takenAt}: every table has the rows it had.`);
    say(`The audit trail is whole: ${auditEvents} events were recomputed, and end as they did.`);
    say(applied.length > 0 ? `${applied.length} migrations were applied.` : 'It is at its newest schema.');
    say('Secrets of connections open with the key of that time only: vault.key, or TOLLGATE_SECRET_KEY.');
  } finally {
    await postgres.stop();
  }
};

try {
  await restore();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
