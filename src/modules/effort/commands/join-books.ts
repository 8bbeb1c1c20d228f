import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { WriteLedger } from './write-ledger.js';

/**
 * Joins the books of effort of a portfolio for whoever is about to write into them among other things: it is the lock that
 * comes before those of initiatives and of the audit trail. Open to no client by itself.
 */
@Injectable()
export class JoinBooks {
  constructor(private readonly ledger: WriteLedger) {}

  async run(tx: Tx, portfolioId: string): Promise<void> {
    await this.ledger.join(tx, portfolioId);
  }
}
