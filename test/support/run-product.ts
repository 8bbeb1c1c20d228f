// A process of its own that runs all of the product, its jobs included, on the database at the given address. It prints where it is,
// ends in good order on SIGTERM, and opens what others have sealed with the same key (in base64). Each line it is told is by how many
// milliseconds its clock is wrong from then on. Further variables of its environment are given as JSON; of several processes each comes here.
import 'reflect-metadata';
import cluster from 'node:cluster';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { readEnvironment } from '../../src/platform/config/env.js';
import { log } from '../../src/platform/logging.js';
import { run } from '../../src/run.js';

const [databaseUrl = '', key = '', level = 'silent', firstToken = '', further = '{}'] = process.argv.slice(2);
log.level = level;

if (!cluster.isWorker) {
  // Ends with whoever started it, even if that is killed; in good order it ends by itself.
  const orphaned = (): void => process.exit(1);
  process.stdin.once('close', orphaned);
  const rightNow = Date.now.bind(Date);
  createInterface({ input: process.stdin }).on('line', (line) => {
    Date.now = () => rightNow() + Number(line);
  });
  process.once('SIGTERM', () => process.stdin.off('close', orphaned).destroy());
}

const environment = readEnvironment({
  DATABASE_URL: databaseUrl,
  PORT: '0',
  TOLLGATE_DATA_DIR: tmpdir(),
  TOLLGATE_SECRET_KEY: key,
  TOLLGATE_BOOTSTRAP_TOKEN: firstToken,
  TOLLGATE_REQUESTS_PER_MINUTE: '0',
  TOLLGATE_POINTS_PER_MINUTE: '0',
  ...(JSON.parse(further) as Record<string, string>),
});
await run(environment, (line) => {
  const [, board] = /^ {2}Board +(http:\S+)\/$/.exec(line) ?? [];
  if (board !== undefined) {
    console.log(board);
  }
});
