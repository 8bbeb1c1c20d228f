import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY_TASKS, type DayTask } from '../../src/jobs/schedule/day-tasks.js';
import { Scheduler } from '../../src/jobs/schedule/scheduler.js';
import { MOST_ATTEMPTS } from '../../src/platform/jobs/job-queue.js';
import { hushLog } from '../support/hush-log.js';
import { startTestServer, type Client, type TestServer } from '../support/server.js';

type Member = Client & { readonly userId: string };

const JOBS = `query ($status: JobStatus, $first: Int, $after: String) {
  jobs(status: $status, first: $first, after: $after) {
    nodes { id task portfolioKey day status attempts maxAttempts lastError runAt createdAt } pageInfo { hasNextPage endCursor }
  }
}`;
const RETRY = `mutation ($id: ID!) { jobRetry(id: $id) { job { id status attempts } userErrors { code message field } } }`;
const TRAIL = `query ($id: ID!) {
  initiative(id: $id) { auditEvents(first: 50) { nodes { action subjectId changes actor { name } at } } }
}`;

// Jobs fail here on purpose, and the log would be full of it.
hushLog();

let server: TestServer;
let manager: Member;
let gatekeeper: Member;
let scheduler: Scheduler;

beforeAll(async () => {
  server = await startTestServer();
  scheduler = server.app.get(Scheduler, { strict: false });
  await server.admin.ask(
    'mutation { portfolioCreate(input: { key: "OPS", name: "Operations", timeZone: "Europe/Berlin" }) { userErrors { message } } }',
  );
  manager = await server.member('Program manager', 'OPS', ['PROGRAM_MANAGER']);
  gatekeeper = await server.member('Gatekeeper', 'OPS', ['GATEKEEPER']);
});

afterAll(() => server.stop());

const initiative = async (name: string): Promise<string> => {
  const { initiativeCreate } = await manager.ask(
    `mutation ($name: String!) {
      initiativeCreate(input: { portfolioKey: "OPS", name: $name, problem: "Slow", valueThesis: COST }) { initiative { id } }
    }`,
    { name },
  );
  return initiativeCreate.initiative.id as string;
};

const request = async (id: string, dueOn: string): Promise<string> => {
  const { gateReviewRequest } = await manager.ask(
    'mutation ($id: ID!, $dueOn: Date!) { gateReviewRequest(initiativeId: $id, input: { dueOn: $dueOn }) { review { id } userErrors { message } } }',
    { id, dueOn },
  );
  expect(gateReviewRequest.userErrors).toEqual([]);
  return gateReviewRequest.review.id as string;
};

/** The days that have come by now begin, and their jobs are run. */
const daysBegin = async (): Promise<void> => {
  await scheduler.tick();
  await scheduler.runAll();
};

interface TrailEvent {
  readonly action: string;
  readonly subjectId: string;
  readonly changes: unknown;
  readonly actor: { readonly name: string };
}

const noted = async (id: string, action: string): Promise<TrailEvent[]> => {
  const events = (await manager.ask(TRAIL, { id })).initiative.auditEvents.nodes as TrailEvent[];
  return events.filter((event) => event.action === action);
};

const metric = async (line: RegExp): Promise<string | undefined> => {
  const response = await fetch(`${server.url}/metrics`);
  expect(response.status).toBe(200);
  return line.exec(await response.text())?.[1];
};

describe('a review that is due', () => {
  it('is overdue from the next midnight of its portfolio, and is noted so once', async () => {
    const id = await initiative('Slow review');
    const review = await request(id, '2026-03-04');
    const standing = async () =>
      (await manager.ask('query ($id: ID!) { gateReview(id: $id) { isOverdue ageDays status } }', { id: review }))
        .gateReview;
    expect(await standing()).toEqual({ isOverdue: false, ageDays: 0, status: 'OPEN' });

    server.at('2026-03-04T22:59:59Z');
    await daysBegin();
    expect(await standing()).toMatchObject({ isOverdue: false, ageDays: 2 });
    expect(await noted(id, 'gateReview.overdue')).toEqual([]);

    server.at('2026-03-04T23:00:00Z');
    await daysBegin();
    expect(await standing()).toMatchObject({ isOverdue: true, ageDays: 3 });
    server.at('2026-03-07T12:00:00Z');
    await daysBegin();
    expect(await noted(id, 'gateReview.overdue')).toEqual([
      {
        action: 'gateReview.overdue',
        subjectId: review,
        changes: { gateKey: 'g0', dueOn: '2026-03-04', on: '2026-03-05' },
        actor: { name: 'Tollgate' },
        at: '2026-03-04T23:00:00.000Z',
      },
    ]);
  });

  it('is let be once it is decided', async () => {
    const id = await initiative('Decided in time');
    const review = await request(id, '2026-03-08');
    const { initiative: standing } = await manager.ask('query ($id: ID!) { initiative(id: $id) { version } }', { id });
    const { gateDecide } = await gatekeeper.ask(
      `mutation ($id: ID!, $version: Int!) {
        gateDecide(reviewId: $id, input: { outcome: KILL, rationale: "No", expectedVersion: $version }) { userErrors { message } }
      }`,
      { id: review, version: standing.version },
    );
    expect(gateDecide.userErrors).toEqual([]);
    server.at('2026-03-10T12:00:00Z');
    await daysBegin();
    expect(await noted(id, 'gateReview.overdue')).toEqual([]);
    const { gateReview } = await manager.ask('query ($id: ID!) { gateReview(id: $id) { isOverdue } }', { id: review });
    expect(gateReview.isOverdue).toBe(false);
  });
});

describe('evidence that runs out', () => {
  const check = async (id: string, checkedAt: string, externalId: string): Promise<string> => {
    const { evidenceSubmit } = await manager.ask(
      `mutation ($id: ID!, $input: EvidenceInput!) {
        evidenceSubmit(initiativeId: $id, criterionKey: "alerts-live", input: $input) { evidence { id expiresOn } userErrors { message } }
      }`,
      {
        id,
        input: {
          externalCheck: { name: 'Alerts', passed: true, url: 'https://ci.example.org/1', checkedAt, externalId },
        },
      },
    );
    expect(evidenceSubmit.userErrors).toEqual([]);
    return evidenceSubmit.evidence.id as string;
  };

  it('is noted once, on the day after its last, by the rule and the template of its initiative (story 4)', async () => {
    server.at('2026-03-11T09:00:00Z');
    const id = await initiative('In operation');
    const old = await check(id, '2026-01-19T23:30:00Z', 'run-1');
    server.at('2026-04-20T12:00:00Z');
    await daysBegin();
    expect(await noted(id, 'evidence.ranOut')).toEqual([]);

    server.at('2026-04-20T22:00:00Z');
    await daysBegin();
    server.at('2026-04-25T12:00:00Z');
    await daysBegin();
    expect(await noted(id, 'evidence.ranOut')).toMatchObject([
      {
        subjectId: old,
        changes: { criterionKey: 'alerts-live', lastDay: '2026-04-20', on: '2026-04-21' },
        actor: { name: 'Tollgate' },
      },
    ]);
  });

  it('is let be where a newer one has taken its place, until that runs out too', async () => {
    const id = await initiative('Checked again');
    await check(id, '2026-02-01T12:00:00Z', 'run-1');
    const newer = await check(id, '2026-03-01T12:00:00Z', 'run-2');
    server.at('2026-05-20T12:00:00Z');
    await daysBegin();
    expect(await noted(id, 'evidence.ranOut')).toEqual([]);
    server.at('2026-06-01T12:00:00Z');
    await daysBegin();
    expect(await noted(id, 'evidence.ranOut')).toMatchObject([
      { subjectId: newer, changes: { lastDay: '2026-05-30' } },
    ]);
  });

  it('while the initiative is on hold is noted too, and where it was killed is not', async () => {
    const [held, killed] = [await initiative('On hold'), await initiative('Killed')];
    await check(held, '2026-05-01T12:00:00Z', 'run-1');
    await check(killed, '2026-05-01T12:00:00Z', 'run-1');
    for (const [id, outcome] of [
      [held, 'HOLD'],
      [killed, 'KILL'],
    ]) {
      const review = await request(id!, '2026-12-01');
      const { gateDecide } = await gatekeeper.ask(
        `mutation ($id: ID!, $outcome: GateOutcome!) {
          gateDecide(reviewId: $id, input: { outcome: $outcome, rationale: "So", expectedVersion: 1 }) { userErrors { message } }
        }`,
        { id: review, outcome },
      );
      expect(gateDecide.userErrors).toEqual([]);
    }
    server.at('2026-08-01T12:00:00Z');
    await daysBegin();
    expect(await noted(held, 'evidence.ranOut')).toHaveLength(1);
    expect(await noted(killed, 'evidence.ranOut')).toEqual([]);
  });
});

describe('the jobs of the system', () => {
  it('are for instance admins only', async () => {
    for (const client of [manager, gatekeeper]) {
      expect((await client.answer(JOBS)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect((await client.answer(RETRY, { id: '1' })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  it('are listed while they wait, page by page in their order', async () => {
    server.at('2026-08-03T12:00:00Z');
    await scheduler.tick();
    const tasks = server.app.get<readonly DayTask[]>(DAY_TASKS, { strict: false }).map(({ name }) => name);
    const all = ['2026-08-02', '2026-08-03'].flatMap((day) => tasks.map((task) => ({ task, day })));
    const first = (await server.admin.ask(JOBS, { first: all.length - 1 })).jobs;
    expect(first.nodes[0]).toMatchObject({
      portfolioKey: 'OPS',
      status: 'WAITING',
      attempts: 0,
      maxAttempts: MOST_ATTEMPTS,
      lastError: null,
    });
    expect(first.nodes).toMatchObject(all.slice(0, -1));
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = (await server.admin.ask(JOBS, { after: first.pageInfo.endCursor })).jobs;
    expect(rest.nodes).toMatchObject(all.slice(-1));
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect((await server.admin.ask(JOBS, { status: 'FAILED' })).jobs.nodes).toEqual([]);
    const wrong = await server.admin.answer(JOBS, { after: 'bm90IG91cnM' });
    expect(wrong.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    await scheduler.runAll();
    expect((await server.admin.ask(JOBS)).jobs.nodes).toEqual([]);
  });

  it('that cannot be retried are refused with a reason', async () => {
    for (const id of ['999999', '0', '-1', 'x', '1e3', '99999999999999999999999', '']) {
      const { jobRetry } = await server.admin.ask(RETRY, { id });
      expect(jobRetry).toMatchObject({ job: null, userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] });
    }
    server.at('2026-08-04T12:00:00Z');
    await scheduler.tick();
    const [waiting] = (await server.admin.ask(JOBS)).jobs.nodes;
    const { jobRetry } = await server.admin.ask(RETRY, { id: waiting.id });
    expect(jobRetry).toMatchObject({ job: null, userErrors: [{ code: 'WRONG_STATE', field: ['id'] }] });
    await scheduler.runAll();
  });

  it('that fail for good are seen by query and metric, and run again when somebody says so', async () => {
    const id = await initiative('Stumbling');
    const review = await request(id, '2026-08-04');
    await server.source.query(`
      CREATE FUNCTION stumble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION E'stumbled\\nover a stone'; END $$;
      CREATE TRIGGER stumble BEFORE INSERT ON overdue_review FOR EACH ROW EXECUTE FUNCTION stumble()`);
    server.at('2026-08-05T12:00:00Z');
    await scheduler.tick();
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      await scheduler.runAll();
      await server.source.query(
        'SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) FROM graphile_worker.jobs',
      );
    }
    const { nodes } = (await server.admin.ask(JOBS, { status: 'FAILED' })).jobs;
    expect(nodes).toMatchObject([
      {
        task: 'note-overdue-reviews',
        portfolioKey: 'OPS',
        day: '2026-08-05',
        status: 'FAILED',
        attempts: MOST_ATTEMPTS,
        lastError: '1 of 1 failed; the first: stumbled',
      },
    ]);
    expect(await metric(/tollgate_jobs\{task="note-overdue-reviews",status="FAILED"\} (\d+)/)).toBe('1');
    expect(await metric(/tollgate_jobs\{task="note-stale-evidence",status="FAILED"\} (\d+)/)).toBe('0');

    await server.source.query('DROP TRIGGER stumble ON overdue_review');
    const { jobRetry } = await server.admin.ask(RETRY, { id: nodes[0].id });
    expect(jobRetry).toEqual({ job: { id: nodes[0].id, status: 'WAITING', attempts: 0 }, userErrors: [] });
    await scheduler.runAll();
    expect((await server.admin.ask(JOBS)).jobs.nodes).toEqual([]);
    expect(await noted(id, 'gateReview.overdue')).toMatchObject([{ subjectId: review }]);
    expect(await metric(/tollgate_jobs\{task="note-overdue-reviews",status="FAILED"\} (\d+)/)).toBe('0');
    const { auditVerify } = await server.admin.ask('{ auditVerify(portfolioKey: "OPS") { ok } }');
    expect(auditVerify.ok).toBe(true);
  });
});

describe('/metrics', () => {
  it('takes no token, and tells of this process and of the schedule', async () => {
    const response = await fetch(`${server.url}/metrics`);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const text = await response.text();
    for (const name of [
      'process_cpu_seconds_total',
      'nodejs_eventloop_lag_seconds',
      'tollgate_jobs',
      'tollgate_effort_deltas',
    ]) {
      expect(text).toContain(`# TYPE ${name} `);
    }
    expect(text).not.toMatch(/\bOPS\b|Operations|example\.org/);
  });

  it('tells that nobody leads on a server whose scheduler was not started', async () => {
    expect(await metric(/^tollgate_scheduler_leader (\d+)$/m)).toBe('0');
  });

  it('tells how many days are behind, and for how long a job has been waiting', async () => {
    server.at('2026-08-12T12:00:00Z');
    expect(await metric(/^tollgate_days_behind (\d+)$/m)).toBe('7');
    expect(await metric(/^tollgate_job_oldest_waiting_seconds (\S+)$/m)).toBe('0');
    await scheduler.tick();
    expect(await metric(/^tollgate_days_behind (\d+)$/m)).toBe('0');
    expect(Number(await metric(/^tollgate_job_oldest_waiting_seconds (\S+)$/m))).toBeGreaterThan(0);
    await scheduler.runAll();
    expect(await metric(/^tollgate_job_oldest_waiting_seconds (\S+)$/m)).toBe('0');
  });

  it('leaves out what cannot be read just now, and tells the rest', async () => {
    await server.source.query('ALTER TABLE portfolio_day RENAME TO portfolio_day_away');
    try {
      expect(await metric(/^tollgate_days_behind (\d+)$/m)).toBeUndefined();
      expect(await metric(/^tollgate_scheduler_leader (\d+)$/m)).toBe('0');
    } finally {
      await server.source.query('ALTER TABLE portfolio_day_away RENAME TO portfolio_day');
    }
    expect(await metric(/^tollgate_days_behind (\d+)$/m)).toBe('0');
  });
});
