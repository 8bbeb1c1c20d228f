import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Result } from '../../../domain/basics/result.js';
import type { PullRun } from '../queries/pull-runs.js';
import { StartPull } from './start-pull.js';

/**
 * Asks the tool of a connection, now and for all streams, what has changed since it was asked last; it takes ADMIN. It answers
 * with the run once it has begun. WRONG_STATE where the tool cannot be asked, wants to be left alone, or is being read.
 */
@Injectable()
export class ReconcileConnection {
  constructor(private readonly start: StartPull) {}

  run(viewer: Viewer, id: string): Promise<Result<PullRun>> {
    return this.start.run(viewer, id, { kind: 'RECONCILE', all: true });
  }
}
