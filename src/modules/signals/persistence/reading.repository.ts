import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { NewReading, StatedReading } from '../../../domain/signals/plan-readings.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';

const COLUMNS = `
  r.portfolio_id AS "portfolioId", r.initiative_id AS "initiativeId", r.signal, r.at, r.value, r.source, r.external_id AS "externalId"`;

const KNOWN = `
  SELECT ${COLUMNS} FROM unnest($1::uuid[], $2::text[], $3::text[]) AS w (portfolio_id, source, external_id)
  JOIN signal_reading r ON r.portfolio_id = w.portfolio_id AND r.source = w.source AND r.external_id = w.external_id
  UNION ALL
  SELECT ${COLUMNS} FROM unnest($4::uuid[], $5::text[], $6::text[], $7::timestamptz[]) AS w (initiative_id, signal, source, at)
  JOIN signal_reading r ON r.initiative_id = w.initiative_id AND r.signal = w.signal AND r.source = w.source AND r.at = w.at
    AND r.external_id IS NULL`;

// In the order of their key, so that two batches that share keys wait for each other instead of locking each other out.
const INSERT = `
  INSERT INTO signal_reading
    (id, portfolio_id, initiative_id, plan_id, signal, at, heard_at, value, source, external_id, level_since, recorded_at, recorded_by)
  SELECT r.id, r.portfolio_id, r.initiative_id, r.plan_id, r.signal, r.at, r.heard_at, r.value, r.source, r.external_id,
    r.level_since, $12, $13
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::numeric[],
    $9::text[], $10::text[], $11::timestamptz[])
    AS r (id, portfolio_id, initiative_id, plan_id, signal, at, heard_at, value, source, external_id, level_since)
  ORDER BY r.portfolio_id, r.source, r.external_id, r.id
  ON CONFLICT DO NOTHING
  RETURNING id`;

@Injectable()
export class ReadingRepository {
  /** What is recorded already under the identities of these. */
  known(tx: Tx, rows: readonly StatedReading[]): Promise<readonly StatedReading[]> {
    const named = rows.filter(({ externalId }) => externalId !== null);
    const unnamed = rows.filter(({ externalId }) => externalId === null);
    return tx.query<StatedReading>(KNOWN, [
      named.map(({ portfolioId }) => portfolioId),
      named.map(({ source }) => source),
      named.map(({ externalId }) => externalId),
      unnamed.map(({ initiativeId }) => initiativeId),
      unnamed.map(({ signal }) => signal),
      unnamed.map(({ source }) => source),
      unnamed.map(({ at }) => at),
    ]);
  }

  /** Writes readings, in the order they were heard in; returns how many, which is fewer where somebody else was faster. */
  async insert(
    tx: Tx,
    rows: readonly NewReading[],
    stamp: { readonly at: Instant; readonly by: string },
  ): Promise<number> {
    const written = await tx.query(INSERT, [
      rows.map(newId),
      rows.map(({ portfolioId }) => portfolioId),
      rows.map(({ initiativeId }) => initiativeId),
      rows.map(({ planId }) => planId),
      rows.map(({ signal }) => signal),
      rows.map(({ at }) => at),
      rows.map(({ heardAt }) => heardAt),
      rows.map(({ value }) => value),
      rows.map(({ source }) => source),
      rows.map(({ externalId }) => externalId),
      rows.map(({ levelSince }) => levelSince),
      stamp.at,
      stamp.by,
    ]);
    return written.length;
  }
}
