import type { Environment } from '../config/env.js';
import { hasEmbeddedPostgres, reachEmbeddedPostgres, type EmbeddedPostgres } from './launch.js';

type Say = (line: string) => void;

/** The database that the server of this environment uses, for a program beside it. Throws where there is none yet. */
export const reachDatabase = async (
  {
    databaseUrl,
    databaseDirectUrl,
    dataDirectory,
  }: Pick<Environment, 'databaseUrl' | 'databaseDirectUrl' | 'dataDirectory'>,
  log: Say,
): Promise<Pick<EmbeddedPostgres, 'url' | 'stop'>> => {
  if (databaseUrl !== null) {
    return { url: databaseDirectUrl ?? databaseUrl, stop: () => Promise.resolve() };
  }
  if (!(await hasEmbeddedPostgres(dataDirectory))) {
    throw new Error(
      `There is no database in ${dataDirectory}. Run this in the environment that npm start runs in: the same DATABASE_URL, or the same TOLLGATE_DATA_DIR.`,
    );
  }
  return reachEmbeddedPostgres({ dataDirectory, durable: true, log });
};
