import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';

/** The name of its task in the queue: one that is changed leaves the jobs that wait under the old one behind. */
export const RELINK_TICKETS = 'relink-tickets';

/** Which tickets are to be looked at again. */
export interface RelinkJob {
  readonly portfolioId: string;
  /** Only those of this connection; null: of all. */
  readonly connectionId: string | null;
  /** Those after this one; null: from the first. */
  readonly after: string | null;
}

/**
 * Has a job look at tickets again, for what they are linked and booked by is otherwise: rules of the portfolio, or settings of
 * a connection. The job is there if and only if the transaction commits. Open to no client by itself.
 */
@Injectable()
export class RelinkLater {
  constructor(private readonly queue: JobQueue) {}

  async run(tx: Tx, job: RelinkJob): Promise<void> {
    const key = [RELINK_TICKETS, job.portfolioId, job.connectionId ?? 'all', job.after ?? 'first'].join(':');
    await this.queue.add(tx, [{ task: RELINK_TICKETS, payload: { ...job }, key }]);
  }
}
