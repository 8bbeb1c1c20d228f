import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { Jobs, type Job } from '../queries/jobs.js';

/**
 * Makes a job that failed for good run again, with all its attempts. Only an instance admin may. NOT_FOUND for a job that is
 * done or never was, WRONG_STATE for one that has not failed for good.
 */
@Injectable()
export class RetryJob {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly queue: JobQueue,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, id: string): Promise<Result<Job>> {
    return this.work.run(async (tx) => {
      await this.queue.lockRetries(tx);
      const job = await this.jobs.seenBy(viewer, id, tx);
      if (!job) {
        return refuse(notFound('The job', ['id']));
      }
      if (job.status !== 'FAILED') {
        const message = `The job is ${job.status}; only one that FAILED, after all its attempts, is retried by hand.`;
        return refuse({ code: 'WRONG_STATE', message, field: ['id'] });
      }
      await this.queue.retry(tx, job.id);
      await this.tell(tx, viewer, job);
      return accept((await this.jobs.seenBy(viewer, id, tx)) ?? job);
    });
  }

  private tell(tx: Tx, viewer: Viewer, job: Job): Promise<void> {
    return this.audit.run(tx, {
      initiativeId: null,
      portfolioId: job.portfolioId,
      at: this.clock.now(),
      actorId: viewer.userId,
      action: 'job.retried',
      subjectType: 'Job',
      subjectId: job.id,
      changes: { task: job.task, day: job.day, lastError: job.lastError },
    });
  }
}
