import { NestFactory } from '@nestjs/core';
import { ProductModule } from '../../src/app.module.js';
import type { Viewer } from '../../src/domain/access/access.js';
import { dateAt, type CalendarDate } from '../../src/domain/basics/calendar-date.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import type { Result } from '../../src/domain/basics/result.js';
import { DEFAULT_TEMPLATE } from '../../src/domain/pipeline/default-template.js';
import type { DayTask } from '../../src/jobs/schedule/day-tasks.js';
import { Scheduler } from '../../src/jobs/schedule/scheduler.js';
import { Upkeep } from '../../src/jobs/upkeep/upkeep.js';
import { RequestGateReview } from '../../src/modules/gates/commands/request-gate-review.js';
import { MakeFirstAdmin } from '../../src/modules/identity/commands/make-first-admin.js';
import { CreateInitiative } from '../../src/modules/initiatives/commands/create-initiative.js';
import { CreatePortfolio } from '../../src/modules/portfolios/commands/create-portfolio.js';
import { BeginDays } from '../../src/modules/schedule/commands/begin-days.js';
import { PublishTemplate } from '../../src/modules/templates/commands/publish-template.js';
import { GivenClock } from '../../src/platform/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { createTestDatabase } from './database.js';

export const accepted = <T>(result: Result<T>): T => {
  if (!result.ok) {
    throw new Error(result.refusals.map(({ message }) => message).join('\n'));
  }
  return result.value;
};

/** The product on a database of its own, with an admin and a clock that is put where it should stand. */
export const scheduleBench = async (beginning: string) => {
  const database = await createTestDatabase();
  const clock = new GivenClock(beginning as Instant);
  const context = await NestFactory.createApplicationContext(ProductModule.on({ source: database.source, clock }), {
    logger: false,
    abortOnError: false,
  });
  await context.get(PublishTemplate).ship(DEFAULT_TEMPLATE);
  const first = await context.get(MakeFirstAdmin).run('a-token-for-this-test-only-0123456789abcdef');
  const admin: Viewer = { userId: first!.userId, isInstanceAdmin: true, roles: new Map() };
  const rows = <Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    database.source.query<Row[]>(sql, parameters);
  const schedulers: Scheduler[] = [];

  return {
    url: database.url,
    source: database.source,
    context,
    clock,
    admin,
    rows,

    at: (instant: string): void => {
      clock.set(instant as Instant);
    },

    /** A scheduler with these tasks; it is stopped with the bench. */
    scheduler: (tasks: readonly DayTask[]): Scheduler => {
      const scheduler = new Scheduler(
        context.get(Database),
        context.get(BeginDays),
        tasks,
        context.get(Upkeep, { strict: false }),
        {},
      );
      schedulers.push(scheduler);
      return scheduler;
    },

    portfolio: async (key: string, timeZone = 'UTC') =>
      accepted(await context.get(CreatePortfolio).run(admin, { key, name: key, timeZone, templateKey: null })),

    /** A new initiative with a review that is to be decided by a day. */
    review: async (
      portfolioKey: string,
      name: string,
      dueOn: string,
    ): Promise<{ id: string; initiativeId: string }> => {
      const initiative = accepted(
        await context.get(CreateInitiative).run(admin, {
          portfolioKey,
          name,
          problem: 'Slow',
          valueThesis: 'COST',
          solutionType: null,
          investmentClass: 'CORE',
          riskTier: 'LIMITED',
          businessUnit: null,
          ownerId: admin.userId,
          sponsorId: null,
          defaultCategoryKey: null,
          templateKey: null,
          externalRef: null,
        }),
      );
      const request = { note: null, dueOn: dueOn as CalendarDate };
      const review = accepted(await context.get(RequestGateReview).run(admin, initiative.id, request));
      return { id: review.id, initiativeId: initiative.id };
    },

    /** The jobs in the queue as "portfolio date task", in the order they are to run. */
    queued: async (): Promise<string[]> => {
      const jobs = await rows<{ job: string }>(
        `SELECT p.key || ' ' || split_part(j.key, ':', 3) || ' ' || j.task_identifier AS job
         FROM graphile_worker.jobs j JOIN portfolio p ON p.id::text = split_part(j.key, ':', 2)
         ORDER BY j.priority, j.run_at`,
      );
      return jobs.map(({ job }) => job);
    },

    /** Makes every job that waits for its next attempt due. */
    bringForward: () =>
      rows(`SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) FROM graphile_worker.jobs`),

    /** How often each review or piece of evidence was noted in the audit trail, by its id. */
    noted: async (action: string): Promise<Record<string, number>> => {
      const events = await rows<{ subject: string; count: number }>(
        `SELECT body::jsonb ->> 'subjectId' AS subject, count(*)::int AS count FROM audit_event
         WHERE body::jsonb ->> 'action' = $1 GROUP BY 1`,
        [action],
      );
      return Object.fromEntries(events.map(({ subject, count }) => [subject, count]));
    },

    dateIn: (timeZone: string): CalendarDate => dateAt(clock.now(), timeZone),

    close: async (): Promise<void> => {
      await Promise.all(schedulers.map((scheduler) => scheduler.stop()));
      await context.close();
      await database.drop();
    },
  };
};

export type ScheduleBench = Awaited<ReturnType<typeof scheduleBench>>;
