import pg from 'pg';

/** The role that the server takes: it owns no table, so that the policies of the tables hold for it. */
export const APP_ROLE = 'tollgate_app';

const DUPLICATE = '42710';
/** No right, no such role, no role that may be taken. */
const REFUSALS = ['42501', '42704', '22023'];

const MAY_TAKE = `
  SELECT pg_has_role(r.oid, 'MEMBER') AS "isMember" FROM pg_roles r WHERE r.rolname = '${APP_ROLE}'`;

// Schemas and tables of ours that it cannot use yet, functions and the queue's view included.
const LACKING = `
  SELECT count(*)::int AS count FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE (n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v') OR n.nspname = 'graphile_worker' AND c.relname = 'jobs')
    AND NOT has_table_privilege('${APP_ROLE}', c.oid, 'SELECT')`;

/** Rows of these are written once: the role may add to them, and neither change nor remove what stands. */
const WRITTEN_ONCE = `
  SELECT DISTINCT format('%I', c.relname) AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE t.tgfoid = 'refuse_change'::regproc AND c.relnamespace = 'public'::regnamespace
    AND t.tgtype & 8 > 0 AND t.tgtype & 16 > 0`;

const GRANTS = `
  GRANT USAGE ON SCHEMA graphile_worker TO ${APP_ROLE};
  GRANT SELECT ON graphile_worker.jobs TO ${APP_ROLE};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${APP_ROLE};
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${APP_ROLE};
  REVOKE ALL ON migration FROM ${APP_ROLE};
  GRANT SELECT ON migration TO ${APP_ROLE}`;

/**
 * Sees to it that there is a role for the server that owns nothing, and that it may use what is there. False where the user of the
 * database may neither make it nor take it: then the policies of the tables hold for nobody.
 */
export const prepareAppRole = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'tollgate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (!(await canTakeRole(client))) {
      return false;
    }
    const { rows } = await client.query<{ count: number }>(LACKING);
    if ((rows[0]?.count ?? 0) > 0) {
      await grantAll(client);
    }
    return true;
  } finally {
    await client.end();
  }
};

const canTakeRole = async (client: pg.Client): Promise<boolean> => {
  const isMember = async (): Promise<boolean | undefined> =>
    (await client.query<{ isMember: boolean }>(MAY_TAKE)).rows[0]?.isMember;
  const known = await isMember();
  if (known !== true) {
    if (known === undefined) {
      await unlessRefused(client.query(`CREATE ROLE ${APP_ROLE} NOLOGIN`));
    }
    await unlessRefused(client.query(`GRANT ${APP_ROLE} TO CURRENT_USER`));
  }
  return unlessRefused(client.query(`SET ROLE ${APP_ROLE}; RESET ROLE`));
};

/** Whether it was done, by us or by another that began at the same time; false where we may not. */
const unlessRefused = async (statement: Promise<unknown>): Promise<boolean> => {
  try {
    await statement;
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === DUPLICATE) {
      return true;
    }
    if (REFUSALS.includes(code ?? '')) {
      return false;
    }
    throw error;
  }
};

const grantAll = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(WRITTEN_ONCE);
  const revokes = rows.map(({ name }) => `REVOKE UPDATE, DELETE ON ${name} FROM ${APP_ROLE}`);
  await client.query(`BEGIN; ${[GRANTS, ...revokes].join('; ')}; COMMIT`);
};
