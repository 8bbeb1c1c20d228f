import type { DataSource } from 'typeorm';

/** Whose rows PostgreSQL lets be seen and written: those of all portfolios, or of these. */
export type PortfolioScope = 'ALL' | readonly string[];

/** The role that sessions of a data source take, which owns no table; null where they stay the owner, who passes policies by. */
export const roleOf = ({ options }: DataSource): string | null =>
  (options.extra as { readonly role?: string | null } | undefined)?.role ?? null;

/**
 * A question that puts the scope of the transaction it is in, until its end, and the role with it: a pooler in between may have left out
 * what the session was begun with. Its parameters are what `scopeText` makes and the role, where there is one.
 */
export const scopeQuestion = (role: string | null): string =>
  `SELECT set_config('tollgate.portfolios', $1, true)${role === null ? '' : `, set_config('role', $2, true)`}`;

const PLAIN = /^[\w,*-]*$/;

/** The same as commands: what follows them may still choose how the transaction is isolated. */
export const scopeCommands = (scope: string, role: string | null): readonly string[] => {
  if (!PLAIN.test(scope) || !PLAIN.test(role ?? '')) {
    throw new Error('A portfolio or a role has a name that is none.');
  }
  const seeing = `SET LOCAL tollgate.portfolios = '${scope}'`;
  return role === null ? [seeing] : [`SET LOCAL ROLE ${role}`, seeing];
};

/** A scope as the policies of the tables read it; see migration 42. */
export const scopeText = (portfolios: PortfolioScope): string => (portfolios === 'ALL' ? '*' : portfolios.join(','));
