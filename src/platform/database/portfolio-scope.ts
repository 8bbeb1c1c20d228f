/** Whose rows PostgreSQL lets be seen and written: those of all portfolios, or of these. */
export type PortfolioScope = 'ALL' | readonly string[];

/** Puts the scope of a transaction, until its end; its parameter is what `scopeText` makes. */
export const SCOPE = `SELECT set_config('tollgate.portfolios', $1, true)`;

const PLAIN = /^[\w,*-]*$/;

/** The same as a command: what follows it may still choose how the transaction is isolated. */
export const scopeCommand = (scope: string): string => {
  if (!PLAIN.test(scope)) {
    throw new Error('A portfolio has an id that is none.');
  }
  return `SET LOCAL tollgate.portfolios = '${scope}'`;
};

/** A scope as the policies of the tables read it; see migration 42. */
export const scopeText = (portfolios: PortfolioScope): string => (portfolios === 'ALL' ? '*' : portfolios.join(','));
