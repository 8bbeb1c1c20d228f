// npm run soak -- [--minutes 3] [--json FILE]: finds what load the server bears, offers four times as much, again and again, and tells what
// became of it.
import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrateToLatest } from '../../src/platform/database/migrate.js';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/launch.js';
import { runProgram } from '../../test/support/processes.js';
import { ask } from './client.js';
import { furnish } from './furnish.js';
import { Mix, reckon } from './mix.js';
import { offerByClients, offerByRate, type Outcome } from './offer.js';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '3' }, json: { type: 'string' } } });
const minutes = Number(values.minutes);
if (!(minutes >= 1)) {
  console.error('Usage: npm run soak -- [--minutes 3] [--json FILE]: at least one minute');
  process.exit(1);
}

const CLIENTS = [4, 8, 16, 32];
const WARM_UP_SECONDS = 10;
const LEVEL_SECONDS = 8;
const TIMES = 4;
/** Peak and overload take turns, so that whatever else the machine does meets both. */
const OVERLOAD_SECONDS = 30;
/** How much of its peak a server that is overwhelmed must still answer well. */
const LEAST_SHARE = 0.8;
/** How much more memory than before it may take while it is overwhelmed, in parts of that. */
const MOST_GROWTH = 0.5;
const WEIGHED_EVERY_SECONDS = 5;

const say = (line = ''): void => {
  console.log(line);
};
const rate = (outcome: Outcome): number => outcome.good / outcome.seconds;
const tell = (what: string, { offered, seconds, ...of }: Outcome): void => {
  const cells = [
    what,
    (offered / seconds).toFixed(0),
    (of.good / seconds).toFixed(0),
    (of.shed / seconds).toFixed(0),
    of.late,
    of.wrong,
    of.p50.toFixed(0),
    of.p99.toFixed(0),
    of.longestMs.toFixed(0),
  ];
  say(`| ${cells.join(' | ')} |`);
};
const residentMegabytes = (pid: number): number =>
  Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1_024);

const dataDirectory = mkdtempSync(join(tmpdir(), 'tollgate-soak-'));
const postgres = await startEmbeddedPostgres({ dataDirectory, durable: true });
await migrateToLatest(postgres.url);
const token = randomBytes(24).toString('hex');
const server = runProgram('run-product.ts', postgres.url, randomBytes(32).toString('base64'), 'silent', token);
const failures: string[] = [];
try {
  const url = await server.firstLine;
  const pid = server.child.pid ?? 0;
  const mix = new Mix(await furnish(url, token, new Date().toISOString().slice(0, 10)));
  const send = () => mix.next();
  await offerByClients(send, 8, WARM_UP_SECONDS);
  say(
    `${cpus().length} x ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, PostgreSQL ${postgres.version}; the load comes from the same machine.\n`,
  );
  say('| load | offered/s | good/s | shed/s | late | wrong | p50 ms | p99 ms | longest ms |');
  say('| ---- | --------- | ------ | ------ | ---- | ----- | ------ | ------ | ---------- |');
  let [best, peak] = [0, 0];
  for (const clients of CLIENTS) {
    const outcome = await offerByClients(send, clients, LEVEL_SECONDS);
    tell(`${clients} clients`, outcome);
    if (rate(outcome) > peak) {
      [best, peak] = [clients, rate(outcome)];
    }
  }
  const before = residentMegabytes(pid);
  const memory: number[] = [];
  const left = minutes * 60 - WARM_UP_SECONDS - CLIENTS.length * LEVEL_SECONDS;
  const rounds = Math.max(1, Math.floor(left / (LEVEL_SECONDS + OVERLOAD_SECONDS)));
  const sums = { peak: 0, overload: 0, wrong: 0 };
  for (let round = 1; round <= rounds; round += 1) {
    const calm = await offerByClients(send, best, LEVEL_SECONDS);
    tell(`${best} clients again`, calm);
    const overload = await offerByRate(send, TIMES * peak, OVERLOAD_SECONDS, (second) => {
      if (second % WEIGHED_EVERY_SECONDS === 0) {
        memory.push(residentMegabytes(pid));
      }
    });
    tell(`${TIMES} x the peak`, overload);
    sums.peak += rate(calm);
    sums.overload += rate(overload);
    sums.wrong += calm.wrong + overload.wrong;
  }

  const growth = Math.max(...memory) / before - 1;
  const share = sums.overload / sums.peak;
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const { rows } = await client.query<{ id: string; summary: string }>('SELECT id, summary FROM evidence');
  await client.end();
  const ledger = reckon(mix.sent, rows);
  const audit = await ask(url, token, { query: '{ auditVerify(portfolioKey: "SOAK") { ok } }', variables: {} });
  say(
    `\nGood answers: ${(share * 100).toFixed(0)} % of the peak, which is ${(sums.peak / rounds).toFixed(0)} a second.`,
  );
  say(`Memory: ${before} MB before, then ${memory.join(', ')} MB.`);
  say(`Writes: ${ledger.acknowledged} acknowledged, ${ledger.lost} lost, ${ledger.doubled} doubled.`);
  const checks: readonly (readonly [boolean, string])[] = [
    [share >= LEAST_SHARE, `Less than ${LEAST_SHARE * 100} % of the peak was answered well.`],
    [sums.wrong === 0, `${sums.wrong} requests were answered wrongly, or not at all.`],
    [growth <= MOST_GROWTH, `Memory grew by ${(growth * 100).toFixed(0)} %.`],
    [ledger.lost === 0 && ledger.doubled === 0, 'Writes were lost or doubled.'],
    [audit.text.includes('"ok":true'), 'The audit trail is not whole.'],
  ];
  failures.push(...checks.filter(([isSo]) => !isSo).map(([, complaint]) => complaint));
  if (values.json !== undefined) {
    writeFileSync(
      values.json,
      JSON.stringify({ peak, rounds, share, sums, before, memory, ledger, failures }, null, 2),
    );
  }
} finally {
  server.child.kill('SIGTERM');
  await server.ended;
  await postgres.stop();
  rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 3 });
}
failures.forEach((failure) => {
  console.error(failure);
});
process.exit(failures.length === 0 ? 0 : 1);
