import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import { Viewing } from '../../identity/viewing.js';
import { RetryJob } from '../commands/retry-job.js';
import { Jobs, type JobStatus } from '../queries/jobs.js';
import { JobConnection, JobPayload, JobStatusEnum } from './job.types.js';

@Resolver()
export class JobResolver {
  constructor(
    private readonly jobs: Jobs,
    private readonly retryJob: RetryJob,
  ) {}

  @Query(() => JobConnection, {
    name: 'jobs',
    description: 'What the system has yet to do by itself, in the order it was added. Only an instance admin may ask.',
  })
  jobPage(
    @Viewing() viewer: Viewer,
    @Args('status', { type: () => JobStatusEnum, nullable: true, description: 'Only jobs that stand there.' })
    status?: JobStatus | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first?: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    return this.jobs.pageSeenBy(viewer, { status: status ?? null, first: pageSize(first), after: after ?? null });
  }

  @Mutation(() => JobPayload, {
    description: 'Makes a job that FAILED run again, with all its attempts. Only an instance admin may.',
  })
  async jobRetry(@Viewing() viewer: Viewer, @Args('id', { type: () => ID, description: 'The job.' }) id: string) {
    return payload(await this.retryJob.run(viewer, id), (job) => ({ job }));
  }
}
