import { Injectable } from '@nestjs/common';
import { accept } from '../../../domain/basics/result.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';

/** By how much what is kept beside the ledger of a portfolio differs from it: nought everywhere is as it must be. */
export interface LedgerDrift {
  readonly portfolioKey: string;
  /** Sums of the rollups, with what is not folded into them yet. */
  readonly sums: number;
  /** Identities whose head is not their newest revision. */
  readonly identities: number;
  /** Days of persons with other hours than the ledger. */
  readonly days: number;
  /** How many sums were put right. */
  readonly mended: number;
}

const PORTFOLIOS = 'SELECT id, key FROM portfolio ORDER BY key';
const DRIFT = `
  SELECT (SELECT count(*) FROM effort_rollup_drift WHERE portfolio_id = $1) AS sums,
    (SELECT count(*) FROM effort_identity_drift WHERE portfolio_id = $1) AS identities,
    (SELECT count(*) FROM effort_day_drift WHERE portfolio_id = $1) AS days`;
const MEND = 'SELECT effort_mend_rollups($1) AS mended';

/**
 * Compares the rollups, the heads of identities and the hours of days with the ledger itself, portfolio by portfolio, each
 * in one state of the database; others read and write meanwhile. With `mend` what the rollups differ by is taken out of
 * them. It takes as long as reading the whole ledger a few times, and is open to no client by itself.
 */
@Injectable()
export class VerifyRollups {
  constructor(private readonly work: UnitOfWork) {}

  async run(mend: boolean): Promise<readonly LedgerDrift[]> {
    const portfolios = await this.unhurried((tx) => tx.query<{ id: string; key: string }>(PORTFOLIOS));
    const drifts: LedgerDrift[] = [];
    for (const { id, key } of portfolios) {
      const [mended] = mend ? await this.unhurried((tx) => tx.query<{ mended: number }>(MEND, [id])) : [];
      const [drift] = await this.unhurried((tx) =>
        tx.query<Pick<LedgerDrift, 'sums' | 'identities' | 'days'>>(DRIFT, [id]),
      );
      drifts.push({ portfolioKey: key, sums: 0, identities: 0, days: 0, ...drift, mended: mended?.mended ?? 0 });
    }
    return drifts;
  }

  private async unhurried<Row>(ask: (tx: Tx) => Promise<Row[]>): Promise<Row[]> {
    const result = await this.work.run(async (tx) => {
      await tx.query('SET LOCAL statement_timeout = 0');
      return accept(await ask(tx));
    });
    return result.ok ? result.value : [];
  }
}
