import { Injectable } from '@nestjs/common';
import { accept } from '../../../domain/basics/result.js';
import { onceCommitted, requestTransaction } from '../../../platform/database/request-scope.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { log } from '../../../platform/logging.js';
import type { LedgerStamp } from '../persistence/effort.repository.js';
import {
  NOTHING,
  ReclassifyEffort,
  type BegunReclassification,
  type ReclassificationProgress,
} from './reclassify-effort.js';

/** The name of its task in the queue: one that is changed leaves the jobs that wait under the old one behind. */
export const RECLASSIFY_EFFORT = 'reclassify-effort';

/** A request goes on with a reclassification for so long; what is left then is done by a job. */
const LONGEST_REQUEST_MS = 15_000;

/** Only then a job goes on with it: what a request tells of, it has done itself. */
const REQUEST_IS_OVER_AFTER_SECONDS = 30;

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

  /** Begins one in the transaction of the change it follows from, and leaves it to a job; `null` is for all initiatives. */
  async begin(tx: Tx, stamp: LedgerStamp, initiativeId: string | null): Promise<BegunReclassification> {
    const begun = await this.reclassify.begin(tx, stamp, initiativeId);
    await this.leave(tx, begun);
    return begun;
  }

  /**
   * Goes on with it once that has committed, for up to 15 seconds, and tells how far it has come; beside the request where that is one transaction. What fails then, or is left,
   * is done by the job: it fails nobody, for the change it follows from stands.
   */
  async hurry(
    begun: BegunReclassification,
    sofar: ReclassificationProgress = NOTHING,
  ): Promise<ReclassificationProgress> {
    if (requestTransaction()) {
      // In one transaction with the request it would keep the books closed until that is answered.
      onceCommitted(() => {
        void this.goOn(begun, sofar);
      });
      return sofar;
    }
    return this.goOn(begun, sofar);
  }

  private async goOn(begun: BegunReclassification, sofar: ReclassificationProgress): Promise<ReclassificationProgress> {
    try {
      return await this.reclassify.goOn(begun, LONGEST_REQUEST_MS, sofar);
    } catch (error) {
      log.warn({ err: error, ...begun }, 'a reclassification was cut off; its job goes on with it');
      return sofar;
    }
  }

  /** Leaves it to a job, which is there if and only if the transaction commits. */
  async leave(tx: Tx, { portfolioId, reclassificationId }: BegunReclassification, round = 1): Promise<void> {
    const payload: ReclassificationJob = { portfolioId, reclassificationId, round };
    const key = [RECLASSIFY_EFFORT, portfolioId, reclassificationId, round].join(':');
    const afterSeconds = round === 1 ? REQUEST_IS_OVER_AFTER_SECONDS : 0;
    await this.queue.add(tx, [{ task: RECLASSIFY_EFFORT, payload: { ...payload }, key, afterSeconds }]);
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
