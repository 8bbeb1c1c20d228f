import type { Logger } from 'typeorm';
import { log } from '../logging.js';

/** A statement that takes longer is told of. */
export const SLOW_STATEMENT_MS = 1_000;
const MOST_TOLD = 1_000;

/** Tells of a statement that took long: how long, its text, and by the log itself what it was asked for; never what it was given. */
export const tellSlow = (ms: number, sql: string): void => {
  log.warn({ ms: Math.round(ms), sql: sql.replaceAll(/\s+/g, ' ').trim().slice(0, MOST_TOLD) }, 'a slow statement');
};

const nothing = (): void => undefined;

/** What TypeORM has to say: of slow statements only. */
export const SLOW_STATEMENTS: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: tellSlow,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};
