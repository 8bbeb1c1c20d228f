import { createHash } from 'node:crypto';
import type pg from 'pg';

/** The ends of the audit chains of a portfolio: how many there are, and the SHA-256 of `chain sequence hash` of each, a line each. */
export interface AuditHeads {
  readonly chains: number;
  readonly sha256: string;
}

/** What a database holds, as far as it can be compared with another. */
export interface Contents {
  /** The newest migration it has seen. */
  readonly schema: string;
  /** How many rows each table has, by schema and name. */
  readonly rows: Readonly<Record<string, number>>;
  /** By the key of the portfolio; that of the instance is empty. */
  readonly auditHeads: Readonly<Record<string, AuditHeads>>;
}

const OURS = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = c.oid AND deptype = 'e')`;

const IS_TOLLGATE = `SELECT to_regclass('public.audit_chain') IS NOT NULL AS is`;

const TABLES = `
  SELECT n.nspname || '.' || c.relname AS name, format('SELECT count(*)::int8 AS rows FROM %I.%I', n.nspname, c.relname) AS count
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND ${OURS} ORDER BY 1`;

const NEWEST = 'SELECT name FROM public.migration ORDER BY id DESC LIMIT 1';

const HEADS = `
  SELECT coalesce(p.key, '') AS portfolio, c.chain, c.sequence, c.hash
  FROM public.audit_chain c LEFT JOIN public.portfolio p ON p.id = c.portfolio_id ORDER BY 1, c.chain COLLATE "C"`;

const RELATIONS = `
  SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS} ORDER BY 1 LIMIT 1`;

/** Something that stands in a database already, a table or the like; null where it is empty. */
export const somethingIn = async (client: pg.Client): Promise<string | null> =>
  (await client.query<{ name: string }>(RELATIONS)).rows[0]?.name ?? null;

/** What a database holds, as this transaction sees it. Throws where it is none of Tollgate's. */
export const contentsOf = async (client: pg.Client): Promise<Contents> => {
  const [found] = (await client.query<{ is: boolean }>(IS_TOLLGATE)).rows;
  if (!found?.is) {
    throw new Error('The database holds no Tollgate yet.');
  }
  const rows: Record<string, number> = {};
  for (const table of (await client.query<{ name: string; count: string }>(TABLES)).rows) {
    rows[table.name] = Number((await client.query<{ rows: string }>(table.count)).rows[0]?.rows);
  }
  return {
    schema: (await client.query<{ name: string }>(NEWEST)).rows[0]?.name ?? '',
    rows,
    auditHeads: await headsIn(client),
  };
};

const headsIn = async (client: pg.Client): Promise<Record<string, AuditHeads>> => {
  const heads: Record<string, { chains: number; hash: ReturnType<typeof createHash> }> = {};
  const ends = await client.query<{ portfolio: string; chain: string; sequence: number; hash: string }>(HEADS);
  for (const { portfolio, chain, sequence, hash } of ends.rows) {
    const head = (heads[portfolio] ??= { chains: 0, hash: createHash('sha256') });
    head.chains += 1;
    head.hash.update(`${chain} ${sequence} ${hash}\n`);
  }
  return Object.fromEntries(
    Object.entries(heads).map(([portfolio, { chains, hash }]) => [portfolio, { chains, sha256: hash.digest('hex') }]),
  );
};

/** What differs between what was backed up and what is there, each in words; nothing where they are the same. */
export const differences = (before: Contents, now: Contents): readonly string[] => [
  ...(before.schema === now.schema ? [] : [`the schema is ${now.schema}, and was ${before.schema}`]),
  ...[...new Set([...Object.keys(before.rows), ...Object.keys(now.rows)])]
    .filter((table) => before.rows[table] !== now.rows[table])
    .map((table) => `${table} has ${now.rows[table] ?? 'no'} rows, and had ${before.rows[table] ?? 'no'}`),
  ...[...new Set([...Object.keys(before.auditHeads), ...Object.keys(now.auditHeads)])]
    .filter((key) => before.auditHeads[key]?.sha256 !== now.auditHeads[key]?.sha256)
    .map((key) => `the audit chains of ${key === '' ? 'the instance' : key} end otherwise than they did`),
];
