import { Injectable } from '@nestjs/common';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { listLoader } from '../../../platform/graphql/list-loader.js';
import { groupBy } from '../../../platform/graphql/loader.js';

/** A recorded value of a signal. */
export interface SignalReading {
  readonly id: string;
  readonly at: Instant;
  readonly value: Decimal;
  readonly source: string;
  readonly externalId: string | null;
  readonly recordedAt: Instant;
  readonly recordedById: string;
}

/** Which readings: those known at an instant, a page of so many after a cursor. */
export interface ReadingPaging {
  readonly asOf: Instant;
  readonly first: number;
  readonly after: string | null;
}

type Row = SignalReading & { readonly initiativeId: string; readonly signal: string; readonly heardAt: Instant };

const LIST = 'signalReadings';
const PLACE = ['instant', 'id'] as const;

const PAGES = `
  SELECT r.initiative_id AS "initiativeId", r.signal, r.id, r.at, r.heard_at AS "heardAt", r.value, r.source, r.external_id AS "externalId",
    r.recorded_at AS "recordedAt", r.recorded_by AS "recordedById"
  FROM unnest($1::uuid[], $2::text[]) AS w (initiative_id, signal)
  CROSS JOIN LATERAL (
    SELECT * FROM signal_reading r
    WHERE r.initiative_id = w.initiative_id AND r.signal = w.signal AND r.heard_at <= $3 AND r.recorded_at <= $3
      AND ($4::timestamptz IS NULL OR (r.heard_at, r.id) < ($4, $5::uuid))
    ORDER BY r.heard_at DESC, r.id DESC LIMIT $6
  ) r
  ORDER BY r.initiative_id, r.signal, r.heard_at DESC, r.id DESC`;

@Injectable()
export class SignalReadings {
  constructor(private readonly database: Database) {}

  private readonly pages = listLoader<ReadingPaging, Page<SignalReading>>(
    (keys, paging) => this.read(keys, paging),
    (paging) => pageIn([], paging),
  );

  /** A page of the readings of a signal, the newest first. A cursor of another list is BAD_USER_INPUT. */
  async ofSignal(
    scope: object,
    initiativeId: string,
    signal: string,
    paging: ReadingPaging,
  ): Promise<Page<SignalReading>> {
    decodeCursor(LIST, paging.after, PLACE);
    return this.pages.load(scope, JSON.stringify([initiativeId, signal]), paging);
  }

  private async read(
    keys: readonly string[],
    paging: ReadingPaging,
  ): Promise<ReadonlyMap<string, Page<SignalReading>>> {
    const asked = keys.map((key) => JSON.parse(key) as [string, string]);
    const [at = null, id = null] = decodeCursor(LIST, paging.after, PLACE) ?? [];
    const rows = await this.database.rows<Row>(PAGES, [
      asked.map(([initiativeId]) => initiativeId),
      asked.map(([, signal]) => signal),
      paging.asOf,
      at,
      id,
      paging.first + 1,
    ]);
    const own = groupBy(rows, ({ initiativeId, signal }) => JSON.stringify([initiativeId, signal]));
    return new Map([...own].map(([key, readings]) => [key, pageIn(readings, paging)]));
  }
}

const pageIn = (rows: readonly Row[], { first, after }: ReadingPaging): Page<SignalReading> =>
  pageOf(rows, first, after, ({ heardAt, id }) => encodeCursor(LIST, [heardAt, id]));
