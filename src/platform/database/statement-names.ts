import { createHash } from 'node:crypto';

/** Texts that are made as they are needed would fill every connection with plans that nobody asks for again. */
const MOST = 2_000;
const names = new Map<string, string>();

/**
 * What a statement is called where it is prepared: once a connection, and from then on planned no more than it needs. The same text has the
 * same name for whoever asks. Undefined where there are too many of them: it is prepared each time.
 */
export const nameOf = (sql: string): string | undefined => {
  let name = names.get(sql);
  if (name === undefined && names.size < MOST) {
    name = createHash('sha1').update(sql).digest('base64url');
    names.set(sql, name);
  }
  return name;
};
