import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** The connections to ticketing tools that a portfolio has. */
@Injectable()
export class KnownConnections {
  /** Which of these ids are connections of the portfolio. There are no connections yet, so none is. */
  of(_portfolioId: string, _ids: readonly string[], _tx: Tx): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set());
  }
}
