import { createHash } from 'node:crypto';
import pg from 'pg';

const LONGEST = 63;
const DUPLICATE = '42710';
/** No right, no such role, no role that may be taken. */
const REFUSALS = ['42501', '42704', '22023'];

/**
 * The role that the server takes in a database: it owns no table, so that the policies of the tables hold for it. Each database has one of
 * its own, called after it, for roles are the whole cluster's: whoever may take this one may see nothing of another installation.
 */
export const appRoleOf = (url: string): string => {
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  const plain = database.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_');
  const hash = createHash('sha256').update(database).digest('hex').slice(0, 8);
  const isPlain = plain === database && plain.length + '_app'.length <= LONGEST;
  return isPlain ? `${plain}_app` : `${plain.slice(0, 48)}_${hash}_app`;
};

// Only what is ours: an extension, or somebody else, may have laid something beside it.
const OURS = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name, c.relkind AS kind, EXISTS (
    SELECT 1 FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE t.tgrelid = c.oid AND p.proname = 'refuse_change' AND t.tgtype & 8 > 0 AND t.tgtype & 16 > 0
  ) AS "isWrittenOnce", CASE c.relkind WHEN 'S' THEN has_sequence_privilege($1, c.oid, 'USAGE') ELSE has_table_privilege($1, c.oid, 'SELECT') END AS "isGranted"
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE (n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'S') OR n.nspname = 'graphile_worker' AND c.relname = 'jobs')
    AND pg_has_role(c.relowner, 'USAGE') AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`;
const FUNCTIONS = `
  SELECT p.oid::regprocedure::text AS name, has_function_privilege($1, p.oid, 'EXECUTE') AS "isGranted"
  FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND pg_has_role(p.proowner, 'USAGE')
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`;
const SCHEMAS = `
  SELECT nspname AS name, has_schema_privilege($1, oid, 'USAGE') AS "isGranted" FROM pg_namespace
  WHERE nspname IN ('public', 'graphile_worker')`;

interface Granted {
  readonly name: string;
  readonly isGranted: boolean;
}
interface Relation extends Granted {
  readonly kind: 'r' | 'p' | 'v' | 'S';
  /** Its rows may be added to, and neither changed nor removed. */
  readonly isWrittenOnce: boolean;
}

/**
 * Sees to it that there is a role for the server that owns nothing, and that it may use what is there. Null where the user of the database may
 * neither make it nor take it, or may not give it what it needs: then the policies of the tables hold for nobody.
 */
export const prepareAppRole = async (url: string, role = appRoleOf(url)): Promise<string | null> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'tollgate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (!(await canTake(client, role))) {
      return null;
    }
    const grants = await lackingGrants(client, role);
    if (grants.length > 0 && !(await unlessRefused(client.query(`BEGIN; ${grants.join('; ')}; COMMIT`)))) {
      await client.query('ROLLBACK');
      return null;
    }
    // What is said to be granted is tried, for there is more than one way to take a right away.
    return (await unlessRefused(client.query(`SET ROLE ${role}; SELECT 1 FROM public.app_user LIMIT 1; RESET ROLE`)))
      ? role
      : null;
  } finally {
    await client.end();
  }
};

const canTake = async (client: pg.Client, role: string): Promise<boolean> => {
  const { rows } = await client.query<{ isMember: boolean }>(
    `SELECT pg_has_role(oid, 'MEMBER') AS "isMember" FROM pg_roles WHERE rolname = $1`,
    [role],
  );
  if (rows.length === 0) {
    await unlessRefused(client.query(`CREATE ROLE ${role} NOLOGIN`));
  }
  if (rows[0]?.isMember !== true) {
    await unlessRefused(client.query(`GRANT ${role} TO CURRENT_USER`));
  }
  return unlessRefused(client.query(`SET ROLE ${role}; RESET ROLE`));
};

const lackingGrants = async (client: pg.Client, role: string): Promise<readonly string[]> => {
  const relations = (await client.query<Relation>(OURS, [role])).rows;
  const functions = (await client.query<Granted>(FUNCTIONS, [role])).rows;
  const schemas = (await client.query<Granted>(SCHEMAS, [role])).rows;
  return [
    ...schemas.filter(({ isGranted }) => !isGranted).map(({ name }) => `GRANT USAGE ON SCHEMA ${name} TO ${role}`),
    ...relations.filter(({ isGranted }) => !isGranted).map((relation) => grantOn(relation, role)),
    ...functions
      .filter(({ isGranted }) => !isGranted)
      .map(({ name }) => `GRANT EXECUTE ON FUNCTION ${name} TO ${role}`),
  ];
};

const grantOn = ({ name, kind, isWrittenOnce }: Relation, role: string): string => {
  if (kind === 'S') {
    return `GRANT USAGE ON SEQUENCE ${name} TO ${role}`;
  }
  const isLookedAtOnly = kind === 'v' || name === 'public.migration';
  const rights = isLookedAtOnly ? 'SELECT' : isWrittenOnce ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE';
  return `GRANT ${rights} ON ${name} TO ${role}`;
};

/** Whether it was done, by us or by another that began at the same time; false where we may not. */
const unlessRefused = async (statement: Promise<unknown>): Promise<boolean> => {
  try {
    await statement;
    return true;
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (code === DUPLICATE) {
      return true;
    }
    if (REFUSALS.includes(code)) {
      return false;
    }
    throw error;
  }
};
