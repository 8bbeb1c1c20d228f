import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';

/** Where the values of one signal are asked for, and how that went last. */
export interface SignalSource {
  readonly id: string;
  readonly portfolioId: string;
  readonly initiativeId: string;
  readonly signal: string;
  readonly url: string;
  readonly query: string;
  readonly intervalSeconds: number;
  readonly hasBearerToken: boolean;
  readonly setAt: Instant;
  readonly setById: string;
  readonly lastPulledAt: Instant | null;
  readonly lastProblem: string | null;
}

const SOURCE = `
  SELECT id, portfolio_id AS "portfolioId", initiative_id AS "initiativeId", signal, url, query, interval_seconds AS "intervalSeconds",
    token IS NOT NULL AS "hasBearerToken", set_at AS "setAt", set_by AS "setById", last_pulled_at AS "lastPulledAt",
    last_problem AS "lastProblem"
  FROM signal_source`;

const OF_INITIATIVES = `${SOURCE} WHERE initiative_id = ANY($1) ORDER BY initiative_id, signal`;
const OF_SIGNAL = `${SOURCE} WHERE initiative_id = $1 AND signal = $2`;
const FAILING = 'SELECT count(*)::integer AS count FROM signal_source WHERE last_problem IS NOT NULL';

@Injectable()
export class SignalSources {
  constructor(private readonly database: Database) {}

  /** The sources of an initiative, by name of the signal. */
  readonly ofInitiative = loader<string, readonly SignalSource[]>(
    async (ids) =>
      groupBy(await this.database.rows<SignalSource>(OF_INITIATIVES, [ids]), (source) => source.initiativeId),
    () => [],
  );

  /** The source of one signal; null where none is set. */
  ofSignal(initiativeId: string, signal: string, tx: Tx): Promise<SignalSource | null> {
    return this.database.row<SignalSource>(OF_SIGNAL, [initiativeId, signal], tx);
  }

  /** How many gave no value when they were asked last. */
  async failing(): Promise<number> {
    return (await this.database.row<{ count: number }>(FAILING))?.count ?? 0;
  }
}
