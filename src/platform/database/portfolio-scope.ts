import type { DataSource } from 'typeorm';

/** Whose rows PostgreSQL lets be seen and written: those of all portfolios, or of these. */
export type PortfolioScope = 'ALL' | readonly string[];

/** Settings of PostgreSQL by their names. */
export type Settings = Readonly<Record<string, string>>;

/** What is told with each transaction. */
export interface Terms {
  /** The role it takes, which owns no table; null where it stays the owner's, who passes policies by. */
  readonly role: string | null;
  /** Settings of it, where a pooler hands sessions out by the transaction and one has none of its own; null where it has, and knows them. */
  readonly settings: Settings | null;
}

const OWNERS: Terms = { role: null, settings: null };

/** The terms of a data source. */
export const termsOf = ({ options }: DataSource): Terms =>
  (options.extra as { readonly terms?: Terms } | undefined)?.terms ?? OWNERS;

/**
 * A question that puts the scope of the transaction it is in, until its end, and its terms with it: a pooler in between may have left out
 * what the session was begun with. Its parameters are what `scopeText` makes and the role, where there is one.
 */
export const scopeQuestion = ({ role, settings }: Terms): string =>
  [
    `SELECT set_config('tollgate.portfolios', $1, true)`,
    ...(role === null ? [] : [`set_config('role', $2, true)`]),
    ...Object.entries(settings ?? {}).map(([name, value]) => `set_config('${name}', '${value}', true)`),
  ].join(', ');

const PLAIN = /^[\w,*-]*$/;

/** The same as commands: what follows them may still choose how the transaction is isolated. */
export const scopeCommands = (scope: string, { role, settings }: Terms): readonly string[] => {
  if (!PLAIN.test(scope) || !PLAIN.test(role ?? '')) {
    throw new Error('A portfolio or a role has a name that is none.');
  }
  return [
    ...(role === null ? [] : [`SET LOCAL ROLE ${role}`]),
    ...Object.entries(settings ?? {}).map(([name, value]) => `SET LOCAL ${name} = '${value}'`),
    `SET LOCAL tollgate.portfolios = '${scope}'`,
  ];
};

/** A scope as the policies of the tables read it; see migration 42. */
export const scopeText = (portfolios: PortfolioScope): string => (portfolios === 'ALL' ? '*' : portfolios.join(','));
