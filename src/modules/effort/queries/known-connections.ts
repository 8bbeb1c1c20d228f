import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** The connections to ticketing tools that a portfolio has. */
@Injectable()
export class KnownConnections {
  /** Which of these ids are connections of the portfolio. There are no connections yet, so none is. */
  readonly of: (portfolioId: string, ids: readonly string[], tx: Tx) => Promise<ReadonlySet<string>> = () =>
    Promise.resolve(new Set<string>());
}
