import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { RanOut } from '../../../domain/gates/ran-out.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

const NOTE = `
  INSERT INTO evidence_expiry (evidence_id, last_day, noted_at) VALUES ($1, $2, $3)
  ON CONFLICT (evidence_id) DO NOTHING RETURNING evidence_id`;

@Injectable()
export class ExpiryRepository {
  /** Notes that evidence ran out; false where it was noted already. */
  async note(tx: Tx, { evidenceId, lastDay }: RanOut, at: Instant): Promise<boolean> {
    return (await tx.query(NOTE, [evidenceId, lastDay, at])).length > 0;
  }
}
