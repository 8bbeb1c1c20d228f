import { Injectable } from '@nestjs/common';
import { instantOf, millisecondsOf } from '../../../domain/basics/instant.js';
import { accept } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

/** For how long a session is kept after its term. */
const KEPT_MS = 86_400_000;
const AT_ONCE = 1_000;

const DROP = `
  WITH dropped AS (
    DELETE FROM web_session
    WHERE id IN (SELECT id FROM web_session WHERE expires_at < $1 ORDER BY expires_at LIMIT ${AT_ONCE}) RETURNING 1
  )
  SELECT count(*)::int AS count FROM dropped`;

/** Drops sessions whose term ended more than a day ago, at most 1,000 at a time; answers how many there were. The audit trail keeps that they were. */
@Injectable()
export class DropOldSessions {
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
