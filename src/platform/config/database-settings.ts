import { ReplicaSettings } from '../database/replica-settings.js';

type Variables = Readonly<Record<string, string | undefined>>;

export const isPostgresUrl = (text: string): boolean =>
  URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol) && new URL(text).hostname !== '';

/**
 * Reads DATABASE_POOLER (`transaction`: what answers at DATABASE_URL hands sessions out by the transaction, as PgBouncer does) and
 * DATABASE_DIRECT_URL (PostgreSQL itself), which are stated together. Answers the latter; null without a pooler.
 */
export const readPooler = (given: Variables, databaseUrl: string | null, problems: string[]): string | null => {
  const pooler = given['DATABASE_POOLER']?.trim() || null;
  const directUrl = given['DATABASE_DIRECT_URL']?.trim() || null;
  if (pooler !== null && pooler !== 'transaction') {
    problems.push(
      `DATABASE_POOLER must be "transaction", or left out where DATABASE_URL gives sessions of one's own, and was "${pooler}".`,
    );
  }
  if (directUrl !== null && !isPostgresUrl(directUrl)) {
    problems.push('DATABASE_DIRECT_URL must look like postgres://user:password@host:5432/database.');
  }
  if (pooler !== null && databaseUrl === null) {
    problems.push('DATABASE_POOLER takes a DATABASE_URL, where the pooler is.');
  }
  if ((pooler === null) !== (directUrl === null)) {
    problems.push(
      pooler === null
        ? 'DATABASE_DIRECT_URL is for where DATABASE_POOLER is "transaction".'
        : 'DATABASE_POOLER takes a DATABASE_DIRECT_URL, for what needs a session of its own: migrations, jobs, live updates.',
    );
  }
  return pooler === null ? null : directUrl;
};

const USUAL_LAG_SECONDS = 10;
const LONGEST_LAG_SECONDS = 3_600;

/** Reads DATABASE_REPLICA_URLS (separated by commas) and DATABASE_REPLICA_LAG (seconds, 1 to 3600). */
export const readReplicas = (given: Variables, databaseUrl: string | null, problems: string[]): ReplicaSettings => {
  const urls = (given['DATABASE_REPLICA_URLS'] ?? '')
    .split(',')
    .map((url) => url.trim())
    .filter((url) => url !== '');
  if (!urls.every(isPostgresUrl)) {
    problems.push(
      'DATABASE_REPLICA_URLS must list addresses like postgres://user:password@host:5432/database, separated by commas.',
    );
  }
  if (urls.length > 0 && databaseUrl === null) {
    problems.push('DATABASE_REPLICA_URLS takes a DATABASE_URL, of which they are replicas.');
  }
  const text = given['DATABASE_REPLICA_LAG']?.trim() || String(USUAL_LAG_SECONDS);
  const lag = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (lag < 1 || lag > LONGEST_LAG_SECONDS) {
    problems.push(
      `DATABASE_REPLICA_LAG must be a whole number of seconds from 1 to ${LONGEST_LAG_SECONDS}, and was "${text}".`,
    );
  }
  return new ReplicaSettings(urls, lag);
};
