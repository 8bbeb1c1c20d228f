import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import { JOB_STATUSES, type Job, type JobStatus } from '../queries/jobs.js';

export const JobStatusEnum = graphqlEnum('JobStatus', JOB_STATUSES, 'Where a job of the system stands.', {
  WAITING: 'It was not tried yet.',
  RUNNING: 'It is being done.',
  RETRYING: 'It failed and will be tried again.',
  FAILED: 'It failed at every attempt and stays until somebody retries it.',
});

@ObjectType('Job', {
  description: 'Something the system has to do by itself and has not done yet. What is done is no job any more.',
})
export class JobType implements Omit<Job, 'portfolioId'> {
  @Field(() => ID, { description: 'A number, unique among jobs.' })
  id: string;

  @Field(() => String, { description: 'What is to be done, for instance `note-stale-evidence`.' })
  task: string;

  @Field(() => String, { nullable: true, description: 'The portfolio it is for; null where it is for none.' })
  portfolioKey: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day of the portfolio's calendar at whose beginning it was to be done; null where it has none.",
  })
  day: CalendarDate | null;

  @Field(() => JobStatusEnum, { description: 'Where it stands.' })
  status: JobStatus;

  @Field(() => Int, { description: 'How often it was tried, the attempt under way included.' })
  attempts: number;

  @Field(() => Int, { description: 'How often it is tried before it is FAILED.' })
  maxAttempts: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why the last attempt failed; null where none did, or where the process that ran it was killed.',
  })
  lastError: string | null;

  @Field(() => DateTimeScalar, { description: 'When it is, or was, to be tried next.' })
  runAt: Instant;

  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  createdAt: Instant;
}

export const JobConnection = connectionTypes(JobType, 'Job', 'jobs');

@ObjectType('JobPayload', { description: 'A job that was retried.' })
export class JobPayload extends Payload {
  @Field(() => JobType, { nullable: true, description: 'The job; null when refused.' })
  job: Job | null;
}
