import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { invalid, type Result } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import type { PullRun } from '../queries/pull-runs.js';
import { StartPull } from './start-pull.js';

/** Before that none of the tools was there. */
const EARLIEST = '2000-01-01T00:00:00.000Z' as Instant;

/**
 * Reads what a tool has from an instant on, as far back as 2000; it takes ADMIN. It may be asked for again, with the same
 * instant or another: what is known already stays as it is. It answers with the run once it has begun. INVALID for an instant
 * that is to come; WRONG_STATE as of ReconcileConnection.
 */
@Injectable()
export class BackfillConnection {
  constructor(
    private readonly start: StartPull,
    private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, id: string, since: Instant): Promise<Result<PullRun>> {
    const refusals =
      since > this.clock.now() || since < EARLIEST
        ? [invalid(['since'], `since must lie between ${EARLIEST} and now, and was ${since}.`)]
        : [];
    return this.start.run(viewer, id, { kind: 'BACKFILL', all: true, since }, refusals);
  }
}
