import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { parseCalendarDate, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { fault } from '../../../platform/faults.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';

export const JOB_STATUSES = ['WAITING', 'RUNNING', 'RETRYING', 'FAILED'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** A job that is not done. One that is done leaves the queue. */
export interface Job {
  readonly id: string;
  readonly task: string;
  readonly portfolioId: string | null;
  readonly portfolioKey: string | null;
  /** The day of the portfolio it was to be done at the beginning of. */
  readonly day: CalendarDate | null;
  readonly status: JobStatus;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly lastError: string | null;
  readonly runAt: Instant;
  readonly createdAt: Instant;
}

export interface JobPaging {
  readonly status: JobStatus | null;
  readonly first: number;
  readonly after: string | null;
}

/** How many jobs of a task have a status. */
export interface JobCount {
  readonly task: string;
  readonly status: JobStatus;
  readonly count: number;
}

type Row = Omit<Job, 'id' | 'day'> & { readonly id: number; readonly day: string };

const STATUS = `
  CASE WHEN j.locked_at IS NOT NULL THEN 'RUNNING' WHEN j.attempts >= j.max_attempts THEN 'FAILED'
       WHEN j.attempts > 0 THEN 'RETRYING' ELSE 'WAITING' END`;

// The key of the job of a day holds task, portfolio and date.
const JOBS = `
  SELECT j.id, j.task_identifier AS task, p.id AS "portfolioId", p.key AS "portfolioKey", split_part(j.key, ':', 3) AS day,
    ${STATUS} AS status, j.attempts, j.max_attempts AS "maxAttempts", split_part(j.last_error, E'\\n', 1) AS "lastError",
    j.run_at AS "runAt", j.created_at AS "createdAt"
  FROM graphile_worker.jobs j LEFT JOIN portfolio p ON p.id::text = split_part(j.key, ':', 2)`;

const PAGE = `
  ${JOBS} WHERE ($1::bigint IS NULL OR j.id > $1) AND ($2::text IS NULL OR ${STATUS} = $2) ORDER BY j.id LIMIT $3`;
const BY_ID = `${JOBS} WHERE j.id = $1`;
const COUNTS = `
  SELECT j.task_identifier AS task, ${STATUS} AS status, count(*) AS count FROM graphile_worker.jobs j GROUP BY 1, 2`;
const OLDEST_WAITING = `
  SELECT coalesce(extract(epoch FROM now() - min(j.run_at)), 0)::float8 AS seconds FROM graphile_worker.jobs j
  WHERE ${STATUS} IN ('WAITING', 'RETRYING') AND j.run_at <= now()`;

const LIST = 'jobs';
const JOB_ID = /^[1-9]\d{0,14}$/;

@Injectable()
export class Jobs {
  constructor(private readonly database: Database) {}

  /** A page of the jobs that are not done, in the order they were added. Only an instance admin may ask. */
  async pageSeenBy(viewer: Viewer, { status, first, after }: JobPaging): Promise<Page<Job>> {
    requireInstanceAdmin(viewer);
    const [last = null] = decodeCursor(LIST, after, ['number']) ?? [];
    const rows = await this.database.rows<Row>(PAGE, [last, status, first + 1]);
    return pageOf(rows.map(jobIn), first, after, (job) => encodeCursor(LIST, [Number(job.id)]));
  }

  /** The job with this id; null once it is done, and for any other id. Only an instance admin may ask. */
  async seenBy(viewer: Viewer, id: string, tx?: Tx): Promise<Job | null> {
    requireInstanceAdmin(viewer);
    const row = JOB_ID.test(id) ? await this.database.row<Row>(BY_ID, [id], tx) : null;
    return row && jobIn(row);
  }

  /** How many jobs there are of each task and status; what there is none of is left out. */
  counts(): Promise<readonly JobCount[]> {
    return this.database.rows<JobCount>(COUNTS);
  }

  /** For how many seconds the job that is due longest has been waiting; 0 when none is due. */
  async oldestWaitingSeconds(): Promise<number> {
    return (await this.database.row<{ seconds: number }>(OLDEST_WAITING))?.seconds ?? 0;
  }
}

const requireInstanceAdmin = (viewer: Viewer): void => {
  if (!viewer.isInstanceAdmin) {
    throw fault('FORBIDDEN', 'Only an instance admin sees and retries the jobs of the system.');
  }
};

const jobIn = (row: Row): Job => ({ ...row, id: String(row.id), day: parseCalendarDate(row.day) });
