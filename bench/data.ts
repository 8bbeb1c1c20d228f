import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/launch.js';
import { benchOn } from './portfolio.js';
import type { Size } from './sizes.js';

const DONE = 'whole';

/** A PostgreSQL with a database for each size that was asked for. */
export interface BenchData {
  readonly version: string;
  /** The address of a database with a portfolio of the size, made if it is not there yet. */
  readonly of: (size: Size) => Promise<string>;
  /** The address of one to be written into and thrown away: a copy where the folder stays. */
  readonly copyOf: (size: Size) => Promise<string>;
  readonly throwAway: (url: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Opens the PostgreSQL of a folder, which stays; without one of a new folder that goes with it. */
export const openData = async (folder: string | null, say: (line: string) => void): Promise<BenchData> => {
  const dataDirectory = folder ?? mkdtempSync(join(tmpdir(), 'tollgate-bench-'));
  const remove = (): void => {
    if (folder === null) {
      rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 3 });
    }
  };
  // What is broken off leaves no gigabytes behind.
  process.once('exit', remove);
  const postgres = await startEmbeddedPostgres({ dataDirectory, durable: true });
  const run = async (statement: string): Promise<readonly { readonly told: string | null }[]> => {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    try {
      return (await client.query<{ told: string | null }>(statement)).rows;
    } finally {
      await client.end();
    }
  };
  const urlOf = (database: string): string => Object.assign(new URL(postgres.url), { pathname: `/${database}` }).href;
  const nameOf = ({ name }: Size): string => `bench_${name.toLowerCase()}`;

  const of = async (size: Size): Promise<string> => {
    const name = nameOf(size);
    const [found] = await run(
      `SELECT shobj_description(oid, 'pg_database') AS told FROM pg_database WHERE datname = '${name}'`,
    );
    if (found?.told !== DONE) {
      await run(`DROP DATABASE IF EXISTS ${name}`);
      await run(`CREATE DATABASE ${name}`);
      const bench = await benchOn(urlOf(name), size);
      await bench.close();
      await run(`COMMENT ON DATABASE ${name} IS '${DONE}'`);
      const { others, entries, rollups } = bench.seconds;
      say(
        `${size.name}: ${size.initiatives} initiatives and what they have in ${others.toFixed(0)} s, ${size.entries} entries in ${entries.toFixed(0)} s, summed up in ${rollups.toFixed(0)} s`,
      );
    }
    return urlOf(name);
  };
  return {
    version: postgres.version,
    of,
    copyOf: async (size) => {
      const url = await of(size);
      if (folder === null) {
        return url;
      }
      const name = `${nameOf(size)}_copy`;
      await run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await run(`CREATE DATABASE ${name} TEMPLATE ${nameOf(size)} STRATEGY file_copy`);
      return urlOf(name);
    },
    throwAway: async (url) => {
      await run(`DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
    },
    stop: async () => {
      await postgres.stop();
      remove();
    },
  };
};
