import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/launch.js';
import { measureBoard, type BoardFigures, type BoardName } from './board.js';
import { measureIngestion } from './effort-ingestion.js';
import { measureReports, type Report, type ReportName } from './effort-report.js';
import { tellMachine } from './machine.js';
import { spreadOf, type Spread } from './measure.js';
import { benchOn } from './portfolio.js';
import type { Size } from './sizes.js';

const say = (line = ''): void => {
  console.log(line);
};
const ms = ({ median, low, high }: Spread): string => `${median.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
const row = (...cells: readonly (string | number)[]): void => {
  say(`| ${cells.join(' | ')} |`);
};

const createDatabase = async (server: string, name: string): Promise<string> => {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
};

type Results = Map<Size['name'], Readonly<Record<ReportName, Report>>>;

const tellReports = (results: Results): void => {
  say('\nThe 70/20/10 report of a quarter, milliseconds at one client: median (tenth to ninetieth percentile)');
  row('report', 'size', 'Tollgate', 'raw SQL', 'raw / Tollgate');
  for (const [size, reports] of results) {
    for (const [name, { report, raw }] of Object.entries(reports)) {
      row(name, size, ms(report), ms(raw), (raw.median / report.median).toFixed(1));
    }
  }
};

const tellGrowth = (results: Results): void => {
  const sizes = [...results.keys()];
  say('\nGrowth of the median from one size to the next');
  row('report', ...sizes.slice(1).map((size, index) => `${sizes[index]} to ${size}, Tollgate / raw SQL`));
  const first = [...results.values()][0];
  for (const name of Object.keys(first ?? {}) as ReportName[]) {
    const growths = sizes.slice(1).map((size, index) => {
      const [before, after] = [sizes[index], size].map((each) => results.get(each as Size['name'])?.[name]);
      return before && after
        ? `${(after.report.median / before.report.median).toFixed(2)} / ${(after.raw.median / before.raw.median).toFixed(2)}`
        : '';
    });
    row(name, ...growths);
  }
};

const tellIngestion = (ingestions: ReadonlyMap<Size['name'], { with: Spread; without: Spread }>): void => {
  say('\nEntries a second of 8 writers on initiatives of their own, batches of 100');
  row('size', 'with rollups', 'without', 'with / without');
  for (const [size, rates] of ingestions) {
    row(
      size,
      rates.with.median.toFixed(0),
      rates.without.median.toFixed(0),
      (rates.with.median / rates.without.median).toFixed(2),
    );
  }
};

const tellBoard = (boards: ReadonlyMap<Size['name'], BoardFigures>): void => {
  const sizes = [...boards.keys()];
  say('\nWhat a board asks, milliseconds at one client: median (tenth to ninetieth percentile)');
  row('question', ...sizes, 'first to last');
  const [first, last] = [boards.values().next().value, [...boards.values()].at(-1)];
  for (const name of Object.keys(first?.questions ?? {}) as BoardName[]) {
    const spreads = [...boards.values()].map(({ questions }) => ms(questions[name]));
    const growth = (last?.questions[name].median ?? Number.NaN) / (first?.questions[name].median ?? Number.NaN);
    row(name, ...spreads, growth.toFixed(1));
  }
  row(
    'initiatives looked at a second',
    ...[...boards.values()].map(({ lookedAtASecond }) => lookedAtASecond.toFixed(0)),
    '',
  );
};

/** How the queries themselves are measured, without a server around them. */
export interface Inside {
  readonly sizes: readonly Size[];
  readonly rounds: number;
  /** What a board asks alone, of portfolios without effort: two minutes instead of a quarter of an hour. */
  readonly boardOnly: boolean;
  /** The file that takes the figures; null: none. */
  readonly json: string | null;
}

/** Makes portfolios of known sizes in a PostgreSQL of its own, asks and writes by turns inside this process, and prints ratios. */
export const measureInside = async ({ sizes, rounds, boardOnly, json }: Inside): Promise<void> => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'tollgate-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDirectory, durable: true });
  try {
    say(tellMachine(postgres.version));
    const results: Results = new Map();
    const ingestions = new Map<Size['name'], { with: Spread; without: Spread }>();
    const boards = new Map<Size['name'], BoardFigures>();
    for (const whole of sizes) {
      const size = boardOnly ? { ...whole, entries: 0 } : whole;
      const bench = await benchOn(await createDatabase(postgres.url, `bench_${size.name.toLowerCase()}`), size);
      say(
        `${size.name}: ${size.initiatives} initiatives, ${size.entries} entries, written in ${bench.seconds.entries.toFixed(0)} s, summed up in ${bench.seconds.rollups.toFixed(0)} s`,
      );
      boards.set(size.name, await measureBoard(bench, rounds));
      if (!boardOnly) {
        results.set(size.name, await measureReports(bench, rounds));
        const rates = await measureIngestion(bench, 3);
        ingestions.set(size.name, { with: spreadOf(rates.with), without: spreadOf(rates.without) });
      }
      await bench.close();
    }
    tellBoard(boards);
    if (!boardOnly) {
      tellReports(results);
      tellGrowth(results);
      tellIngestion(ingestions);
    }
    if (json !== null) {
      writeFileSync(
        json,
        `${JSON.stringify({ board: Object.fromEntries(boards), reports: Object.fromEntries(results), ingestion: Object.fromEntries(ingestions) }, null, 2)}\n`,
      );
    }
  } finally {
    await postgres.stop();
    rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 3 });
  }
};
