import { Injectable } from '@nestjs/common';
import { instantOf, millisecondsOf } from '../../../domain/basics/instant.js';
import { accept } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { boardDocuments } from '../board-documents.js';

const KEPT_MS = 90 * 86_400_000;
const PREFIX = /^sha256:/;

const REGISTER = `
  INSERT INTO persisted_document (sha256, text, registered_at)
  SELECT hash, text, $3 FROM unnest($1::text[], $2::text[]) AS d (hash, text) ORDER BY hash
  ON CONFLICT (sha256) DO UPDATE SET registered_at = excluded.registered_at`;
const FORGET = 'DELETE FROM persisted_document WHERE registered_at < $1';

/**
 * Tells all servers on this database what the board of this one asks, before it is served: a page is then answered by whichever version
 * it comes to. What no server has told for 90 days is forgotten.
 */
@Injectable()
export class RegisterDocuments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(documents = boardDocuments()): Promise<void> {
    const now = this.clock.now();
    const hashes = [...documents.keys()].map((id) => id.replace(PREFIX, ''));
    await this.work.run(async (tx) => {
      await tx.query(REGISTER, [hashes, [...documents.values()], now]);
      await tx.query(FORGET, [instantOf(millisecondsOf(now) - KEPT_MS)]);
      return accept(null);
    });
  }
}
