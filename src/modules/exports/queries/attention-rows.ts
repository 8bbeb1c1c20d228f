import type { Instant } from '../../../domain/basics/instant.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';

/** Something of a portfolio that needs somebody. */
export interface AttentionRow {
  readonly level: string;
  /** What was found. */
  readonly code: string;
  /** Null: it concerns the portfolio. */
  readonly initiativeKey: string | null;
  readonly since: Instant;
  readonly message: string;
}

/** What of a portfolio needs attention. */
export abstract class AttentionRows {
  /**
   * As of an instant, the worst first. Null where nobody looked: a report that has no findings to go by says nothing of
   * them, which is something else than that nothing was found.
   */
  abstract ofPortfolio(portfolio: Portfolio, at: Instant): Promise<readonly AttentionRow[] | null>;
}

/** For as long as findings have no history to be asked for. */
export const NOBODY_LOOKED: AttentionRows = { ofPortfolio: () => Promise.resolve(null) };
