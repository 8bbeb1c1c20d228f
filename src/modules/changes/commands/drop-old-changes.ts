import { Injectable } from '@nestjs/common';
import { instantOf, millisecondsOf } from '../../../domain/basics/instant.js';
import { accept } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

/** For how long what changed can be read on from. */
const KEPT_MS = 3_600_000;

// The newest of the old ones stays: whoever read as far as that finds its entry, and knows that nothing after it is gone.
const DROP = `
  WITH dropped AS (
    DELETE FROM change_feed WHERE id < (SELECT max(id) FROM change_feed WHERE moved_at < $1) RETURNING 1
  )
  SELECT count(*)::int AS count FROM dropped`;

/** Drops entries of the feed of changes that came in more than an hour ago; answers how many there were. */
@Injectable()
export class DropOldChanges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<number> {
    const before = instantOf(millisecondsOf(this.clock.now()) - KEPT_MS);
    const dropped = await this.work.run(async (tx) => accept(await tx.query<{ count: number }>(DROP, [before])));
    return dropped.ok ? (dropped.value[0]?.count ?? 0) : 0;
  }
}
