import { Injectable } from '@nestjs/common';
import { accept } from '../../../domain/basics/result.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { ReclassifyEffort, type BegunReclassification } from './reclassify-effort.js';

/** The name of its task in the queue: one that is changed leaves the jobs that wait under the old one behind. */
export const RECLASSIFY_EFFORT = 'reclassify-effort';

/** A job goes on for so long and then lets others pass: what begins with a day must not wait for it. */
const LONGEST_JOB_MS = 5_000;

/** What the job of a reclassification is given. */
export interface ReclassificationJob extends BegunReclassification {
  /** Counts the jobs of one reclassification, for each in the queue has a name of its own. */
  readonly round: number;
}

/** Sees to it that a reclassification is finished, whatever becomes of the process that began it. It is open to no client by itself. */
@Injectable()
export class ReclassifyLater {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reclassify: ReclassifyEffort,
    private readonly queue: JobQueue,
  ) {}

  /** Leaves it to a job, which is there if and only if the transaction commits. */
  async leave(tx: Tx, { portfolioId, reclassificationId }: BegunReclassification, round = 1): Promise<void> {
    const payload: ReclassificationJob = { portfolioId, reclassificationId, round };
    const key = [RECLASSIFY_EFFORT, portfolioId, reclassificationId, round].join(':');
    await this.queue.add(tx, [{ task: RECLASSIFY_EFFORT, payload: { ...payload }, key }]);
  }

  /** What a job does: goes on for a few seconds, and leaves the rest to the next job. */
  async run(job: ReclassificationJob): Promise<void> {
    const { isFinished } = await this.reclassify.goOn(job, LONGEST_JOB_MS);
    if (!isFinished) {
      await this.work.run(async (tx) => {
        await this.leave(tx, job, job.round + 1);
        return accept(null);
      });
    }
  }
}
