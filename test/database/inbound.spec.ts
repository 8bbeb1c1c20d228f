import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { InboundWorker } from '../../src/jobs/inbound/inbound-worker.js';
import { DropBodies } from '../../src/modules/deliveries/commands/drop-bodies.js';
import { TakeIn, type TakenIn } from '../../src/modules/tickets/commands/take-in.js';
import { GivenClock } from '../../src/platform/clock.js';
import { createServer } from '../../src/server.js';
import { foundCompany, type Company, type Member } from '../support/company.js';
import { insertConnection } from '../support/connections.js';
import { githubHeaders, issueOpened, post, SECRET } from '../support/hooks.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const FIELDS =
  'id connection { id name webhookPath } deliveryKey eventName status receivedAt reason settledAt attempts repetitions nextAttemptAt isContentKept';
const LIST = `query ($id: ID!, $status: InboundDeliveryStatus, $first: Int, $after: String) {
  inboundDeliveries(connectionId: $id, status: $status, first: $first, after: $after) {
    nodes { ${FIELDS} } edges { cursor } pageInfo { hasNextPage endCursor }
  }
}`;
const REPLAY = `mutation ($id: ID!) { inboundDeliveryReplay(id: $id) { delivery { ${FIELDS} } userErrors { code message field } } }`;
const REPLAY_ALL = `mutation ($id: ID!, $since: DateTime!, $statuses: [InboundDeliveryStatus!]!) {
  inboundDeliveriesReplay(connectionId: $id, since: $since, statuses: $statuses) { count userErrors { code message field } }
}`;

const MINUTE = 60_000;
const BEGINNING = Date.parse('2026-03-02T09:00:00Z');
const timeAfter = (minutes: number): string => new Date(BEGINNING + minutes * MINUTE).toISOString();

let server: TestServer;
let company: Company;
let connectionId: string;

/** Puts something in the place of what takes events in, until `put()` is called without. */
const instead = (take?: () => Promise<TakenIn>): void => {
  const takeIn = server.app.get(TakeIn, { strict: false });
  if (take) {
    Object.defineProperty(takeIn, 'run', { value: take, configurable: true });
  } else {
    Reflect.deleteProperty(takeIn, 'run');
  }
};

beforeAll(async () => {
  server = await startTestServer();
  company = await foundCompany(server);
});

afterAll(async () => {
  await server.stop();
});

beforeEach(async () => {
  server.at(timeAfter(0));
  ({ id: connectionId } = await insertConnection(server, {
    portfolioKey: company.key,
    tool: 'GITHUB',
    secret: SECRET,
  }));
});

afterEach(async () => {
  instead();
  // What a test leaves waiting is not for the next.
  await server.source.query("UPDATE inbound_delivery SET status = 'IGNORED', due_at = NULL WHERE status = 'RECEIVED'");
});

const send = async (body: string, headers = githubHeaders(body)): Promise<string> =>
  (await post(server, `/hooks/github/${connectionId}`, body, headers)).text;

const drain = (): Promise<void> => server.app.get(InboundWorker, { strict: false }).drain();

const list = async (by: Member = company.manager, variables: object = {}): Promise<Json> =>
  (await by.ask(LIST, { id: connectionId, ...variables })).inboundDeliveries;

const only = async (): Promise<Json> => (await list()).nodes[0];

const replay = async (id: string, by: Member = company.manager): Promise<Json> =>
  (await by.ask(REPLAY, { id })).inboundDeliveryReplay;

const ticketTitles = async (): Promise<string[]> => {
  const rows = await server.source.query<{ title: string }[]>(
    'SELECT title FROM ticket WHERE connection_id = $1 ORDER BY title',
    [connectionId],
  );
  return rows.map(({ title }) => title);
};

describe('applying what came in', () => {
  it('takes it in and says what came of it', async () => {
    await send(issueOpened(1, 'First'));
    await drain();
    expect(await only()).toMatchObject({
      connection: { id: connectionId, webhookPath: `/hooks/github/${connectionId}` },
      eventName: 'issues.opened',
      status: 'APPLIED',
      reason: null,
      attempts: 1,
      nextAttemptAt: null,
      settledAt: '2026-03-02T09:00:00.000Z',
      isContentKept: true,
    });
    expect(await ticketTitles()).toEqual(['First']);
  });

  it('says DUPLICATE of another delivery that tells the same', async () => {
    await send(issueOpened(2));
    await send(issueOpened(2));
    await drain();
    const { nodes } = await list();
    expect(nodes.map(({ status }: Json) => status).sort()).toEqual(['APPLIED', 'DUPLICATE']);
  });

  it('is done within a second of coming in where the worker runs', async () => {
    const worker = server.app.get(InboundWorker, { strict: false });
    const took: number[] = [];
    const isApplied = ({ status }: Json) => status === 'APPLIED';
    worker.start();
    try {
      // The quickest of several: others may keep the machine busy during one of them.
      while (took.length < 5 && !took.some((each) => each < 1_000)) {
        const begun = performance.now();
        await send(issueOpened(3 + took.length));
        await until('it is applied', async () => (await list()).nodes.every(isApplied));
        took.push(performance.now() - begun);
      }
      expect(Math.min(...took)).toBeLessThan(1_000);
    } finally {
      await worker.stop();
    }
  });

  it('waits while the connection is paused, and goes on in the order things came once it is not', async () => {
    await send(issueOpened(4));
    await server.source.query('UPDATE integration_connection SET paused = true WHERE id = $1', [connectionId]);
    await send(issueOpened(5));
    await drain();
    const waiting = (await list()).nodes;
    expect(waiting).toMatchObject([
      { status: 'RECEIVED', nextAttemptAt: null, attempts: 0 },
      { status: 'RECEIVED', nextAttemptAt: null, attempts: 0 },
    ]);
    expect((await replay(waiting[0].id)).userErrors).toMatchObject([{ code: 'WRONG_STATE', field: ['id'] }]);
    await server.source.query('UPDATE integration_connection SET paused = false WHERE id = $1', [connectionId]);
    await drain();
    expect((await list()).nodes.map(({ status }: Json) => status)).toEqual(['APPLIED', 'APPLIED']);
  });

  it('counts what waits for a paused connection', async () => {
    await server.source.query('UPDATE integration_connection SET paused = true WHERE id = $1', [connectionId]);
    await send(issueOpened(8));
    await send(issueOpened(9));
    const { integrationConnection } = await company.admin.ask(
      'query ($id: ID!) { integrationConnection(id: $id) { health { status waiting message } } }',
      { id: connectionId },
    );
    expect(integrationConnection.health).toMatchObject({
      status: 'PAUSED',
      waiting: 2,
      message: expect.stringContaining('2 deliveries are kept'),
    });
  });

  it('ignores what waited when its connection was deleted', async () => {
    await send(issueOpened(6));
    await server.source.query('UPDATE integration_connection SET deleted_at = now() WHERE id = $1', [connectionId]);
    await drain();
    const rows = await server.source.query('SELECT status, reason FROM inbound_delivery WHERE connection_id = $1', [
      connectionId,
    ]);
    expect(rows).toEqual([{ status: 'IGNORED', reason: 'the connection was deleted' }]);
  });

  it('reads by the settings as they are when it is applied', async () => {
    await send(issueOpened(7));
    await server.source.query(
      `UPDATE integration_connection SET settings = settings || '{"ignoredUserIds": ["77"]}' WHERE id = $1`,
      [connectionId],
    );
    await drain();
    expect(await only()).toMatchObject({ status: 'IGNORED', reason: 'caused by us' });
  });
});

describe('what fails', () => {
  it('is tried again eight times over a day, then FAILED with a reason for people, and nothing of it stays', async () => {
    let tries = 0;
    instead(() => {
      tries += 1;
      return Promise.reject(new Error('column "secret" of relation "x" does not exist'));
    });
    await send(issueOpened(8));
    const waits: number[] = [];
    let minutes = 0;
    for (;;) {
      await drain();
      const { status, attempts, nextAttemptAt, reason } = await only();
      expect(attempts).toBe(tries);
      expect(reason).toMatch(/^Something went wrong on our side, and was logged under/);
      if (status === 'FAILED') {
        expect(nextAttemptAt).toBeNull();
        break;
      }
      const wait = (Date.parse(nextAttemptAt) - BEGINNING) / MINUTE - minutes;
      waits.push(wait);
      // Not a moment too early.
      server.at(new Date(Date.parse(nextAttemptAt) - 1).toISOString());
      await drain();
      expect(tries).toBe(attempts);
      server.at(nextAttemptAt);
      minutes += wait;
    }
    expect(tries).toBe(9);
    const shortest = [1, 5, 15, 60, 120, 240, 360, 360];
    expect(waits).toHaveLength(8);
    waits.forEach((wait, place) => {
      expect(wait).toBeGreaterThanOrEqual(shortest[place] ?? NaN);
      expect(wait).toBeLessThanOrEqual((shortest[place] ?? NaN) * 1.1 + 0.001);
    });
    expect(await ticketTitles()).toEqual([]);
  });

  it('does not keep others from being applied, and is applied once it can be', async () => {
    instead(() => Promise.reject(new Error('no')));
    await send(issueOpened(9, 'Nine'));
    await drain();
    instead();
    await send(issueOpened(10, 'Ten'));
    await drain();
    expect(await ticketTitles()).toEqual(['Ten']);
    server.at(timeAfter(2));
    await drain();
    expect(await ticketTitles()).toEqual(['Nine', 'Ten']);
    expect((await list()).nodes[1]).toMatchObject({ status: 'APPLIED', attempts: 2, reason: null });
  });
});

describe('two workers at once', () => {
  it('apply each delivery once', async () => {
    const clock = new GivenClock('2026-03-02T09:00:00.000Z' as never);
    const other = await createServer({ source: server.served, clock });
    await other.init();
    const counted = new Map<string, number>();
    const seen = (each: { events: readonly Json[] }): void => {
      const key = String(each.events[0]?.ticket?.key);
      counted.set(key, (counted.get(key) ?? 0) + 1);
    };
    for (const app of [server.app, other]) {
      const takeIn = app.get(TakeIn, { strict: false });
      const real = takeIn.run.bind(takeIn);
      Object.defineProperty(takeIn, 'run', {
        configurable: true,
        value: (...[tx, connection, events, origin]: Parameters<TakeIn['run']>) => {
          seen({ events });
          return real(tx, connection, events, origin);
        },
      });
    }
    for (let number = 100; number < 140; number += 1) {
      await send(issueOpened(number));
    }
    const workers = [server.app, other].map((app) => app.get(InboundWorker, { strict: false }));
    await Promise.all(workers.flatMap((worker) => [worker.drain(), worker.drain()]));
    expect([...counted.values()]).toEqual(Array.from({ length: 40 }, () => 1));
    expect((await list(company.manager, { first: 100 })).nodes.map(({ status }: Json) => status)).toEqual(
      Array.from({ length: 40 }, () => 'APPLIED'),
    );
    // Not closed: its data source is the server's.
  });
});

describe('a replay', () => {
  it('applies at once, by what the settings are now, and is told in the audit trail', async () => {
    const body = JSON.stringify({ action: 'created', sender: { id: 1, login: 'a' } });
    await send(issueOpened(20));
    instead(() => Promise.reject(new Error('no')));
    await drain();
    const { id } = await only();
    await server.source.query("UPDATE inbound_delivery SET status = 'FAILED', due_at = NULL WHERE id = $1", [id]);
    instead();
    expect(await replay(id)).toMatchObject({
      delivery: { status: 'APPLIED', attempts: 1, reason: null, nextAttemptAt: null },
      userErrors: [],
    });
    const audit = await server.source.query<Json[]>(
      "SELECT * FROM audit_event WHERE body::text LIKE '%delivery.replayed%'",
    );
    expect(audit.length).toBeGreaterThan(0);
    await send(body, githubHeaders(body, { event: 'star' }));
    const ignored = (await list(company.manager, { status: 'IGNORED' })).nodes[0];
    expect((await replay(ignored.id)).delivery).toMatchObject({ status: 'IGNORED', reason: ignored.reason });
  });

  it('leaves APPLIED what was, though all of it is known by now, and changes nothing', async () => {
    await send(issueOpened(21));
    await drain();
    const { id } = await only();
    expect((await replay(id)).delivery).toMatchObject({ status: 'APPLIED' });
    expect((await replay(id, company.admin)).delivery).toMatchObject({ status: 'APPLIED' });
    expect(await ticketTitles()).toHaveLength(1);
  });

  it('that fails leaves the delivery to be tried again in a minute', async () => {
    await send(issueOpened(22));
    await drain();
    instead(() => Promise.reject(new Error('no')));
    const { delivery } = await replay((await only()).id);
    expect(delivery).toMatchObject({ status: 'RECEIVED', attempts: 1 });
    expect(Date.parse(delivery.nextAttemptAt)).toBeGreaterThanOrEqual(BEGINNING + MINUTE);
  });

  it('is refused where the content is gone, forbidden to who may not, and unknown to who must not know', async () => {
    await send(issueOpened(23));
    await drain();
    const { id } = await only();
    const { errors } = await company.reviewer.answer(REPLAY, { id });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const other = await foundCompany(server);
    expect((await replay(id, other.manager)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await replay('none')).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await other.manager.answer(LIST, { id: connectionId })).errors?.[0]?.extensions.code).toBe(
      'BAD_USER_INPUT',
    );
    server.at('2026-04-01T09:00:00.001Z');
    expect(await server.app.get(DropBodies, { strict: false }).run()).toBeGreaterThan(0);
    expect((await replay(id)).userErrors).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect(await only()).toMatchObject({ status: 'APPLIED', isContentKept: false });
  });

  it('of all since then makes due those at the statuses asked for', async () => {
    await send(issueOpened(24));
    server.at(timeAfter(10));
    await send(issueOpened(25));
    await send(issueOpened(26));
    await drain();
    const ask = async (variables: object): Promise<Json> =>
      (await company.manager.ask(REPLAY_ALL, { id: connectionId, since: timeAfter(5), ...variables }))
        .inboundDeliveriesReplay;
    expect(await ask({ statuses: ['FAILED'] })).toEqual({ count: 0, userErrors: [] });
    expect((await ask({ statuses: [] })).userErrors).toMatchObject([{ code: 'INVALID', field: ['statuses'] }]);
    expect(await ask({ statuses: ['APPLIED', 'FAILED'] })).toEqual({ count: 2, userErrors: [] });
    expect((await list(company.manager, { status: 'RECEIVED' })).nodes).toHaveLength(2);
    await drain();
    expect((await list(company.manager, { status: 'APPLIED' })).nodes).toHaveLength(3);
  });
});

describe('the list', () => {
  it('tells the newest first, page by page', async () => {
    for (let number = 30; number < 35; number += 1) {
      server.at(timeAfter(number));
      await send(issueOpened(number));
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await list(company.reviewer, { first: 2, after });
      seen.push(...page.nodes.map(({ receivedAt }: Json) => receivedAt as string));
      expect(page.edges).toHaveLength(page.nodes.length);
      after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor as string) : null;
    } while (after !== null);
    expect(seen).toEqual([34, 33, 32, 31, 30].map(timeAfter));
  });
});

describe('content', () => {
  it('is kept for 30 days; what was never applied by then is FAILED', async () => {
    await server.source.query('UPDATE integration_connection SET paused = true WHERE id = $1', [connectionId]);
    await send(issueOpened(40));
    const drop = server.app.get(DropBodies, { strict: false });
    server.at('2026-04-01T09:00:00.000Z');
    await drop.run();
    expect(await only()).toMatchObject({ status: 'RECEIVED', isContentKept: true });
    server.at('2026-04-01T09:00:00.001Z');
    await drop.run();
    expect(await only()).toMatchObject({ status: 'FAILED', isContentKept: false });
    expect((await only()).reason).toContain('30 days');
  });
});
