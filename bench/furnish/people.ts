import type pg from 'pg';
import { FIRST_DAY } from '../sizes.js';
import { ID } from './draw.js';

/** What a program that measures says it is; whoever has the data may know it. */
export const BENCH_TOKEN = 'bench-token-of-a-program-manager-0001';

const USERS = `
  INSERT INTO app_user (id, name, email, created_at)
  SELECT ${ID('user', 'n')}, 'Person ' || n, 'person-' || n || '@bench.invalid', '${FIRST_DAY}' FROM generate_series(1, $1::bigint) AS n`;
const MEMBERS = `
  INSERT INTO portfolio_member (portfolio_id, user_id, roles)
  SELECT $1, ${ID('user', 'n')}, CASE WHEN n = 1 THEN '{PROGRAM_MANAGER}' ELSE '{REVIEWER}' END::text[] FROM generate_series(1, $2::bigint) AS n`;
const TOKEN = `
  INSERT INTO api_token (id, user_id, name, token_sha256, created_at, created_by)
  SELECT ${ID('token', '1')}, ${ID('user', '1')}, 'Bench', encode(sha256(convert_to($1, 'UTF8')), 'hex'), '${FIRST_DAY}', ${ID('user', '1')}`;

/** Users of the portfolio; the first is a program manager with a token that is known. */
export const writePeople = async (client: pg.Client, portfolioId: string, users: number): Promise<void> => {
  await client.query(USERS, [users]);
  await client.query(MEMBERS, [portfolioId, users]);
  await client.query(TOKEN, [BENCH_TOKEN]);
};
