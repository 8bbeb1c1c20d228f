const NOT_THERE = /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)/;
const REFUSED = /^(28|3D)/;
const NO_RIGHT = '42501';

const codeOf = (error: unknown): string => {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = typeof first === 'object' && first !== null && 'code' in first ? first.code : '';
  return typeof code === 'string' ? code : '';
};

/** What to tell a person whose PostgreSQL cannot be used, or in which the user may not make what is needed, without the password in its address; any other error comes back as it is. */
export const explainUnreachable = (error: unknown, url: string): unknown => {
  const code = codeOf(error);
  const { host, pathname, username } = new URL(url);
  if (NOT_THERE.test(code)) {
    return new Error(`PostgreSQL at ${host} cannot be reached (${code}): is it running, and is DATABASE_URL right?`, {
      cause: error,
    });
  }
  if (REFUSED.test(code)) {
    return new Error(
      `PostgreSQL at ${host} does not let "${username}" into the database "${pathname.slice(1)}" (${code}): look at user, password and database in DATABASE_URL.`,
      { cause: error },
    );
  }
  if (code === NO_RIGHT) {
    const database = pathname.slice(1);
    return new Error(
      `PostgreSQL at ${host} does not let "${username}" make what is needed in the database "${database}" (${code}: ${messageOf(error)}): the user must own the database, or hold the right CREATE on it and on its schema public, for Tollgate makes tables, an extension and a schema for its job queue.`,
      { cause: error },
    );
  }
  return error;
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
