import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { NO_NETWORKS, Networks } from '../http/networks.js';
import { REQUEST_LIMITS, type RequestLimits } from '../http/request-limits.js';
import type { ReplicaSettings } from '../database/replica-settings.js';
import { isPostgresUrl, readPooler, readReplicas } from './database-settings.js';
import { readAccessTokens, readOidc, type AccessTokenSettings, type OidcSettings } from './oidc-settings.js';
import { keyIn } from './vault-key.js';

/** The variables this process was started with. */
export const variables = process.env;

/** What the process runs by, read once. */
export interface Environment {
  /** The address that is listened on; one of this machine alone where nothing is stated. */
  readonly host: string;
  readonly port: number;
  /** How many processes serve on the port. */
  readonly processes: number;
  /** Null: the embedded PostgreSQL starts. */
  readonly databaseUrl: string | null;
  /** Where a session of one's own is to be had, where a pooler hands those of `databaseUrl` out by the transaction; null: no pooler does. */
  readonly databaseDirectUrl: string | null;
  /** Replicas of it that reports may be asked of. */
  readonly replicas: ReplicaSettings;
  readonly dataDirectory: string;
  /** The API token of the first instance admin; null: one is made. */
  readonly bootstrapToken: string | null;
  /** What secrets are sealed with; null: a key of its own in the data directory. */
  readonly secretKey: Uint8Array | null;
  /** What may be called although it is not of the public internet; empty where nothing is stated. */
  readonly allowedNetworks: Networks;
  /** Where people reach the board, without a slash at its end; null: where the server listens. */
  readonly publicUrl: string | null;
  /** The folder of pg_dump and pg_restore; null: they are found. */
  readonly postgresPrograms: string | null;
  /** The OpenID provider people sign in with; null: none. */
  readonly oidc: OidcSettings | null;
  /** The provider whose access tokens are taken beside API tokens; null: none are. */
  readonly accessTokens: AccessTokenSettings | null;
  /** How much each client may have. */
  readonly limits: RequestLimits;
  /** The proxies in front whose word on where a request comes from is taken. */
  readonly trustedProxies: Networks;
  /** What is logged: lines of this level and graver ones. */
  readonly logLevel: LogLevel;
  /** Whether an empty database gets the sample portfolio. */
  readonly demo: boolean;
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The environment cannot be used; every problem is listed, each with the name of its variable. */
export class EnvironmentRefused extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The environment cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

const LOCAL_HOST = '127.0.0.1';
const SHORTEST_TOKEN = 32;
const MOST_PROCESSES = 64;

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads TOLLGATE_HOST (an address, not a name), PORT (0 to 65535; 0 takes a free one), DATABASE_URL, what
 * `readPooler` and `readReplicas` read, TOLLGATE_DATA_DIR, TOLLGATE_BOOTSTRAP_TOKEN (at least 32
 * characters), TOLLGATE_SECRET_KEY (32 bytes in base64), TOLLGATE_ALLOWED_NETWORKS (ranges such as 10.0.0.0/8,
 * separated by commas), TOLLGATE_TRUSTED_PROXIES (ranges too), TOLLGATE_REQUESTS_PER_MINUTE and TOLLGATE_POINTS_PER_MINUTE (0: any
 * number), TOLLGATE_LOG_LEVEL (debug, info, warn, error or silent), TOLLGATE_PUBLIC_URL (http or https), TOLLGATE_PG_BIN (a folder), TOLLGATE_DEMO (0 or 1), TOLLGATE_PROCESSES (1 to 64) and what
 * `readOidc` reads. An empty value counts as unset. Throws EnvironmentRefused with all problems.
 */
export const readEnvironment = (given: Variables): Environment => {
  const problems: string[] = [];
  const read = <T>(
    name: string,
    otherwise: T,
    parse: (text: string) => T | string,
    isProblem: (value: T | string) => value is string,
  ): T => {
    const text = given[name]?.trim();
    if (text === undefined || text === '') {
      return otherwise;
    }
    const value = parse(text);
    if (isProblem(value)) {
      problems.push(`${name} ${value}`);
      return otherwise;
    }
    return value;
  };
  const notNumber = (value: number | string): value is string => typeof value === 'string';
  const notBoolean = (value: boolean | string): value is string => typeof value === 'string';

  const host = given['TOLLGATE_HOST']?.trim() || LOCAL_HOST;
  if (isIP(host) === 0 || host.includes('%')) {
    problems.push(
      `TOLLGATE_HOST must be an address such as 127.0.0.1, or 0.0.0.0 for every network of this machine, and was "${host}".`,
    );
  }
  const port = read('PORT', 3000, (text) => portIn(text), notNumber);
  const processes = read('TOLLGATE_PROCESSES', 1, (text) => processesIn(text), notNumber);
  const databaseUrl = given['DATABASE_URL']?.trim() || null;
  if (databaseUrl !== null && !isPostgresUrl(databaseUrl)) {
    problems.push('DATABASE_URL must look like postgres://user:password@host:5432/database.');
  }
  const databaseDirectUrl = readPooler(given, databaseUrl, problems);
  const replicas = readReplicas(given, databaseUrl, problems);
  const bootstrapToken = given['TOLLGATE_BOOTSTRAP_TOKEN'] || null;
  if (bootstrapToken !== null && (bootstrapToken.length < SHORTEST_TOKEN || !/^[\x21-\x7e]+$/.test(bootstrapToken))) {
    problems.push(
      `TOLLGATE_BOOTSTRAP_TOKEN must have at least ${SHORTEST_TOKEN} characters, letters, digits and signs without spaces; it has ${bootstrapToken.length}.`,
    );
  }
  const keyText = given['TOLLGATE_SECRET_KEY']?.trim() || null;
  const secretKey = keyText === null ? null : keyIn(keyText);
  if (keyText !== null && secretKey === null) {
    problems.push('TOLLGATE_SECRET_KEY must be 32 bytes in base64, as `openssl rand -base64 32` prints them.');
  }
  const networksIn = (name: string): Networks => {
    const ranges = Networks.read(given[name] ?? '');
    if ('malformed' in ranges) {
      problems.push(
        `${name} must list ranges such as 10.0.0.0/8 or fd00::/8, separated by commas; "${ranges.malformed}" is none.`,
      );
      return NO_NETWORKS;
    }
    return ranges.networks;
  };
  const allowedNetworks = networksIn('TOLLGATE_ALLOWED_NETWORKS');
  const trustedProxies = networksIn('TOLLGATE_TRUSTED_PROXIES');
  const count = (name: string, otherwise: number): number => read(name, otherwise, (text) => countIn(text), notNumber);
  const limits: RequestLimits = {
    ...REQUEST_LIMITS,
    requestsPerMinute: count('TOLLGATE_REQUESTS_PER_MINUTE', REQUEST_LIMITS.requestsPerMinute),
    pointsPerMinute: count('TOLLGATE_POINTS_PER_MINUTE', REQUEST_LIMITS.pointsPerMinute),
  };
  const publicUrl = given['TOLLGATE_PUBLIC_URL']?.trim().replace(/\/+$/, '') || null;
  if (publicUrl !== null && !isPublicUrl(publicUrl)) {
    problems.push(
      'TOLLGATE_PUBLIC_URL must look like https://tollgate.example.org, without a user, a query or a fragment.',
    );
  }
  const levelText = given['TOLLGATE_LOG_LEVEL']?.trim() || 'warn';
  const logLevel = LOG_LEVELS.find((level) => level === levelText) ?? 'warn';
  if (logLevel !== levelText) {
    problems.push(`TOLLGATE_LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, and was "${levelText}".`);
  }
  const demo = read('TOLLGATE_DEMO', databaseUrl === null, (text) => booleanIn(text), notBoolean);
  const oidc = readOidc(given, problems);
  const accessTokens = readAccessTokens(given, oidc, problems);
  if (problems.length > 0) {
    throw new EnvironmentRefused(problems);
  }
  return {
    host,
    port,
    processes,
    databaseUrl,
    databaseDirectUrl,
    replicas,
    dataDirectory: resolve(given['TOLLGATE_DATA_DIR']?.trim() || '.tollgate'),
    bootstrapToken,
    secretKey,
    allowedNetworks,
    publicUrl,
    postgresPrograms: given['TOLLGATE_PG_BIN']?.trim() || null,
    oidc,
    accessTokens,
    limits,
    trustedProxies,
    logLevel,
    demo,
  };
};

const portIn = (text: string): number | string =>
  /^\d{1,5}$/.test(text) && Number(text) <= 65_535
    ? Number(text)
    : `must be a whole number from 0 to 65535, and was "${text}".`;

const processesIn = (text: string): number | string =>
  /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_PROCESSES
    ? Number(text)
    : `must be a whole number from 1 to ${MOST_PROCESSES}, and was "${text}".`;

const countIn = (text: string): number | string =>
  /^\d{1,9}$/.test(text) ? Number(text) : `must be a whole number, 0 for no limit, and was "${text}".`;

const booleanIn = (text: string): boolean | string =>
  text === '0' || text === '1' ? text === '1' : `must be 0 or 1, and was "${text}".`;

const isPublicUrl = (text: string): boolean => {
  if (!URL.canParse(text)) {
    return false;
  }
  const { protocol, username, password, search, hash } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && [username, password, search, hash].every((part) => part === '');
};
