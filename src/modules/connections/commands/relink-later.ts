import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';

/** The name of its task in the queue: one that is changed leaves the jobs that wait under the old one behind. */
export const RELINK_TICKETS = 'relink-tickets';

/** Which tickets are to be looked at again. */
export interface TicketsToRelink {
  readonly portfolioId: string;
  /** Only those of this connection; null: of all. */
  readonly connectionId: string | null;
}

/** What a job is given. */
export interface RelinkJob extends TicketsToRelink {
  /** Of each change its own: a job that is under way has looked at some tickets before the change. */
  readonly changeId: string;
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

  run(tx: Tx, tickets: TicketsToRelink): Promise<void> {
    return this.goOn(tx, { ...tickets, changeId: newId(), after: null });
  }

  /** The same job again from another ticket on. */
  async goOn(tx: Tx, job: RelinkJob): Promise<void> {
    const key = [RELINK_TICKETS, job.portfolioId, job.changeId, job.after ?? 'first'].join(':');
    await this.queue.add(tx, [{ task: RELINK_TICKETS, payload: { ...job }, key }]);
  }
}
