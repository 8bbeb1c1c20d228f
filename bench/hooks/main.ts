// npm run bench:hooks -- [--deliveries 5000] [--senders 8] [--kills 2] [--json FILE]: sends deliveries of eight connections at once, kills the
// worker in the middle of it, and prints how fast things went, and what was lost and doubled: with any of that it ends with 1.
import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/launch.js';
import { runLoad, type Measured } from './run-load.js';

const { values } = parseArgs({
  options: {
    deliveries: { type: 'string', default: '5000' },
    senders: { type: 'string', default: '8' },
    kills: { type: 'string', default: '2' },
    json: { type: 'string' },
  },
});
const [deliveries, senders, kills] = [values.deliveries, values.senders, values.kills].map(Number) as [
  number,
  number,
  number,
];
if (![deliveries, senders, kills + 1].every((number) => Number.isInteger(number) && number > 0)) {
  console.error('Usage: npm run bench:hooks -- [--deliveries 5000] [--senders 8] [--kills 2] [--json FILE]');
  process.exit(1);
}

const MOST_SHOWN = 20;

const tell = (measured: Measured): void => {
  const { received, latencyMs, applied, killed, others, reckoning } = measured;
  const rows: readonly (readonly [string, string])[] = [
    ['deliveries answered 200', `${received.count} by ${senders} senders at ${measured.connections} connections`],
    ['received a second', received.perSecond.toFixed(0)],
    [
      'until the 200, ms: p50 / p95 / p99',
      [latencyMs.p50, latencyMs.p95, latencyMs.p99].map((ms) => ms.toFixed(1)).join(' / '),
    ],
    ['other answers', JSON.stringify(others)],
    ['applied a second, kills and all', applied.perSecond.toFixed(0)],
    ['waiting at the last 200', String(applied.left)],
    ['from the last 200 until all was applied, s', applied.secondsAfterLast.toFixed(1)],
    ['kills of the worker survived, each with so many deliveries in hand', `${killed.length}: ${killed.join(', ')}`],
    ['tried again', String(reckoning.triedAgain)],
    ['lost', String(reckoning.lost.length)],
    ['doubled', String(reckoning.doubled.length)],
  ];
  rows.forEach(([name, value]) => {
    console.log(`| ${name} | ${value} |`);
  });
  for (const line of [...reckoning.lost, ...reckoning.doubled].slice(0, MOST_SHOWN)) {
    console.error(line);
  }
};

const dataDirectory = mkdtempSync(join(tmpdir(), 'tollgate-bench-hooks-'));
const postgres = await startEmbeddedPostgres({ dataDirectory, durable: true });
try {
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, PostgreSQL ${postgres.version}`;
  console.log(machine);
  const measured = await runLoad(postgres.url, { deliveries, senders, kills });
  tell(measured);
  const { reckoning, ...figures } = measured;
  const counts = { lost: reckoning.lost.length, doubled: reckoning.doubled.length, triedAgain: reckoning.triedAgain };
  const json = JSON.stringify({ machine, ...figures, ...counts });
  console.log(json);
  if (values.json !== undefined) {
    writeFileSync(values.json, `${json}\n`);
  }
  process.exitCode = counts.lost + counts.doubled > 0 ? 1 : 0;
} finally {
  await postgres.stop();
  rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 3 });
}
