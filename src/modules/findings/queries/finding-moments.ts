import { Injectable } from '@nestjs/common';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Finding } from '../../../domain/findings/finding.js';
import { toldAt } from '../../../domain/findings/told-on.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { SettledKnowledge } from '../../portfolios/queries/settled-knowledge.js';

type Kept = Pick<Finding, 'code' | 'message' | 'facts'> & {
  readonly portfolioId: string;
  readonly clearedAt: Instant | null;
};

/** An instant, and the day it is in portfolios, as a parameter: `[{ id, today }]`. */
export interface DaysAt {
  readonly at: Instant;
  readonly days: string;
  /** A finding of one of them with its days counted to that one, or to when it was said last. */
  readonly tell: <Each extends Kept>(finding: Each) => Each;
}

const PORTFOLIOS_OF = 'SELECT DISTINCT portfolio_id AS id FROM initiative WHERE id = ANY($1)';

/** The instant that findings are asked about, and what day that is in their portfolios. */
@Injectable()
export class FindingMoments {
  constructor(
    private readonly database: Database,
    private readonly portfolios: Portfolios,
    private readonly knowledge: SettledKnowledge,
    private readonly clock: Clock,
  ) {}

  /** Now, or the instant asked for, or now where that is ahead. */
  at(asOf: Instant | null): Instant {
    const now = this.clock.now();
    return asOf !== null && asOf < now ? asOf : now;
  }

  /** Of the portfolios of initiatives. What is asked as of an instant is settled when this comes back (`SettledKnowledge`). */
  async ofInitiatives(ids: readonly string[], asOf: Instant | null): Promise<DaysAt> {
    const at = this.at(asOf);
    const found = await this.database.rows<{ id: string }>(PORTFOLIOS_OF, [ids]);
    const portfolios = await this.portfolios.byIds(found.map(({ id }) => id));
    for (const { id } of asOf === null ? [] : portfolios) {
      await this.knowledge.settleFindings(id, at);
    }
    const zones = new Map(portfolios.map(({ id, timeZone }) => [id, timeZone]));
    return {
      at,
      days: JSON.stringify(portfolios.map(({ id, timeZone }) => ({ id, today: dateAt(at, timeZone) }))),
      tell: (finding) => toldAt(finding, at, zones.get(finding.portfolioId) as string),
    };
  }

  /** Waits as `ofInitiatives` does, for a portfolio that is asked about itself. */
  async settled(portfolioId: string, asOf: Instant | null): Promise<Instant> {
    const at = this.at(asOf);
    await (asOf === null ? null : this.knowledge.settleFindings(portfolioId, at));
    return at;
  }
}
