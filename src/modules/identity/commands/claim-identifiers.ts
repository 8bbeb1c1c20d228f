import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../../domain/basics/result.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** What nobody else may be called; null or left out: not stated. */
export interface Identifiers {
  readonly email?: string | null | undefined;
  readonly externalId?: string | null | undefined;
}

// In one order whoever asks, so that no two wait for one another.
const WAIT = `
  SELECT pg_advisory_xact_lock(hashtextextended(c.name, c.seed))
  FROM (SELECT * FROM (VALUES (1, $1::text), (8, $2::text)) AS v (seed, name) WHERE name IS NOT NULL ORDER BY seed) AS c`;
const TAKEN = `
  SELECT coalesce(email = $1, false) AS "isEmailTaken", coalesce(external_id = $2, false) AS "isExternalIdTaken"
  FROM app_user WHERE (email = $1 OR external_id = $2) AND id IS DISTINCT FROM $3`;

/** Finds out, with nobody else doing the same meanwhile, whether identifiers are free: ALREADY_EXISTS for each that is somebody else's. */
@Injectable()
export class ClaimIdentifiers {
  constructor(private readonly database: Database) {}

  /** `ofUserId`: who may have them already; null for somebody new. */
  async run(tx: Tx, { email, externalId }: Identifiers, ofUserId: string | null): Promise<readonly Refusal[]> {
    const given = [email?.toLowerCase() ?? null, externalId ?? null];
    await this.database.rows(WAIT, given, tx);
    const taken = await this.database.rows<{ isEmailTaken: boolean; isExternalIdTaken: boolean }>(
      TAKEN,
      [...given, ofUserId],
      tx,
    );
    return [
      ...(taken.some(({ isEmailTaken }) => isEmailTaken)
        ? [exists('email', `There is a user with the e-mail address ${given[0] ?? ''} already.`)]
        : []),
      ...(taken.some(({ isExternalIdTaken }) => isExternalIdTaken)
        ? [exists('externalId', 'There is another user whom the directory calls the same (externalId).')]
        : []),
    ];
  }
}

const exists = (field: string, message: string): Refusal => ({
  code: 'ALREADY_EXISTS',
  message,
  field: ['input', field],
});
