import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { takeBackup } from './modules/backups/commands/take-backup.js';
import { manifestOf } from './modules/backups/manifest.js';
import { readEnvironment, variables } from './platform/config/env.js';
import { reachDatabase } from './platform/embedded-postgres/reach-database.js';

const say = (line: string): void => {
  console.log(line);
};

/** A name of its own for each second, in the order of time. */
const nameOf = (now: Date): string => `tollgate-${now.toISOString().slice(0, 19).replaceAll(':', '')}Z.dump`;

const backUp = async (): Promise<void> => {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} });
  if (positionals.length > 1) {
    throw new Error('Usage: npm run backup [-- FILE]');
  }
  const file = resolve(positionals[0] ?? join('backups', nameOf(new Date())));
  const environment = readEnvironment(variables);
  const postgres = await reachDatabase(environment, say);
  try {
    const { bytes, contents } = await takeBackup({ url: postgres.url, file, programs: environment.postgresPrograms });
    const rows = Object.values(contents.rows).reduce((sum, count) => sum + count, 0);
    say(`${file} has ${rows} rows of ${Object.keys(contents.rows).length} tables in ${bytes} bytes.`);
    say(`What it must come back as stands in ${manifestOf(file)}: keep both.`);
    if (environment.secretKey === null) {
      say(
        `The key that secrets in it are sealed with is not in it. Keep it apart: ${join(environment.dataDirectory, 'vault.key')}`,
      );
    }
  } finally {
    await postgres.stop();
  }
};

try {
  await backUp();
} catch (error) {
  console.error(error instanceof Error ? `No backup was made. ${error.message}` : error);
  process.exitCode = 1;
}
