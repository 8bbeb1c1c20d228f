const NOT_THERE = /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)/;
const REFUSED = /^(28|3D)/;

const codeOf = (error: unknown): string => {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = typeof first === 'object' && first !== null && 'code' in first ? first.code : '';
  return typeof code === 'string' ? code : '';
};

/** What to tell a person whose PostgreSQL cannot be used, without the password in its address; any other error comes back as it is. */
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
  return error;
};
