import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHmac, randomUUID } from 'node:crypto';
import { InboundWorker } from '../../src/jobs/inbound/inbound-worker.js';
import { Scheduler } from '../../src/jobs/schedule/scheduler.js';
import type { ConnectionSettings } from '../../src/domain/tickets/connection-settings.js';
import type { TicketTool } from '../../src/domain/tickets/ticket.js';
import { foundCompany, type Company } from '../support/company.js';
import { insertConnection } from '../support/connections.js';
import { githubHeaders, issueOpened, post, SECRET } from '../support/hooks.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

let server: TestServer;
let company: Company;

interface Line {
  readonly id: string;
  readonly webhookPath: string;
}

const connect = (
  tool: TicketTool,
  { settings = {}, credential }: { settings?: Partial<ConnectionSettings>; credential?: string } = {},
): Promise<Line> =>
  insertConnection(server, {
    portfolioKey: company.key,
    tool,
    secret: SECRET,
    settings,
    ...(credential === undefined ? {} : { credential }),
  });

const rows = <Row>(sql: string, ...parameters: readonly unknown[]): Promise<Row[]> =>
  server.source.query<Row[]>(sql, [...parameters]);

const drain = (): Promise<void> => server.app.get(InboundWorker, { strict: false }).drain();

const LINK = `mutation ($id: ID!, $input: TicketLinkInput!) {
  ticketLink(initiativeId: $id, input: $input) { userErrors { code message } }
}`;

const link = async (line: Line, initiativeId: string, ticketKey: string, criterionKey?: string): Promise<void> => {
  const input = { connectionId: line.id, ticketKey, ...(criterionKey === undefined ? {} : { criterionKey }) };
  const { ticketLink } = await company.manager.ask(LINK, { id: initiativeId, input });
  expect(ticketLink.userErrors).toEqual([]);
};

/** What is booked by a connection, in hours, by the piece of work. */
const hours = async (line: Line): Promise<Readonly<Record<string, string>>> => {
  const found = await rows<{ id: string; amount: string }>(
    `SELECT regexp_replace(e.external_id, '/[^/]+$', '') AS id, trim_scale(e.amount)::text AS amount FROM effort_identity h
     JOIN effort_entry e ON e.id = h.entry_id AND e.worked_on = h.worked_on WHERE e.connection_id = $1 ORDER BY 1`,
    line.id,
  );
  return Object.fromEntries(found.map(({ id, amount }) => [id, amount]));
};

const deliveries = async (line: Line): Promise<readonly Json[]> =>
  rows<Json>('SELECT status, reason FROM inbound_delivery WHERE connection_id = $1 ORDER BY received_at, id', line.id);

beforeAll(async () => {
  server = await startTestServer();
  company = await foundCompany(server, { timeZone: 'UTC' });
  server.at('2026-03-06T09:00:00Z');
});

afterAll(() => server.stop());

describe('two things that GitHub tells of one second', () => {
  let line: Line;

  const issue = (action: string, other: object): string => {
    const opened = JSON.parse(issueOpened(1)) as { issue: object };
    return JSON.stringify({ ...opened, action, issue: { ...opened.issue, ...other } });
  };
  const closed = issue('closed', { state: 'closed', state_reason: 'completed', closed_at: '2026-03-02T08:00:00Z' });
  const labeled = (...labels: string[]): string => issue('labeled', { labels: labels.map((name) => ({ name })) });

  const send = async (...bodies: readonly string[]): Promise<void> => {
    for (const body of bodies) {
      await post(server, line.webhookPath, body, githubHeaders(body));
    }
    await drain();
  };
  const ticket = async (): Promise<Json> =>
    (await rows<Json>('SELECT status_category AS category, labels FROM ticket WHERE connection_id = $1', line.id))[0];
  const wishes = (): Promise<Json[]> =>
    rows<Json>('SELECT what, ticket, by_key AS "byKey" FROM refetch_wish WHERE connection_id = $1', line.id);

  beforeEach(async () => {
    line = await connect('GITHUB');
  });

  it('come to the one further along, and to all labels, in whichever order', async () => {
    await send(labeled('ml'), closed);
    expect(await ticket()).toMatchObject({ category: 'DONE' });
    line = await connect('GITHUB');
    await send(closed, labeled('ml'));
    expect(await ticket()).toMatchObject({ category: 'DONE' });
    line = await connect('GITHUB');
    await send(issueOpened(1), labeled('ml'), labeled('ml', 'fraud'));
    expect(await ticket()).toEqual({ category: 'TODO', labels: ['ml', 'fraud'] });
  });

  it('are said to differ, never to be known, where the tool cannot be asked', async () => {
    await send(closed, labeled('ml'));
    expect(await deliveries(line)).toEqual([
      { status: 'APPLIED', reason: null },
      { status: 'IGNORED', reason: expect.stringContaining('cannot be asked: There is no credential') },
    ]);
    expect(await wishes()).toEqual([]);
  });

  it('have the issue asked for where that can be, once', async () => {
    line = await connect('GITHUB', { credential: 'ghp_x', settings: { projects: ['acme/app'] } });
    await send(closed, labeled('ml'), labeled('ml', 'fraud'));
    const [first, ...others] = await deliveries(line);
    expect(first).toEqual({ status: 'APPLIED', reason: null });
    expect(others).toEqual(
      Array(2).fill({ status: 'APPLIED', reason: expect.stringContaining('until the tool says which is so') }),
    );
    expect(await wishes()).toEqual([{ what: 'TICKET', ticket: '1001', byKey: false }]);
  });

  it('leave a delivery APPLIED that was, when it is replayed', async () => {
    await send(issueOpened(1), closed);
    const [opened] = await rows<{ id: string }>(
      'SELECT id FROM inbound_delivery WHERE connection_id = $1 ORDER BY received_at, id LIMIT 1',
      line.id,
    );
    const { inboundDeliveryReplay } = await company.manager.ask(
      'mutation ($id: ID!) { inboundDeliveryReplay(id: $id) { delivery { status } userErrors { code } } }',
      { id: opened?.id },
    );
    expect(inboundDeliveryReplay).toEqual({ delivery: { status: 'APPLIED' }, userErrors: [] });
  });
});

describe('hours that move with their issue', () => {
  const github = (
    action: string,
    [id, repository]: [number, string],
    on: string,
    value: number,
    changes = {},
  ): string =>
    JSON.stringify({
      action,
      issue: {
        id,
        number: id,
        title: 'Train',
        state: 'open',
        created_at: '2026-03-02T08:00:00Z',
        updated_at: on,
        issue_field_values: [{ issue_field_id: 7, issue_field_name: 'Hours', data_type: 'number', value }],
      },
      repository: { full_name: repository },
      sender: { id: 77, login: 'octocat' },
      changes,
    });

  it('are counted once on GitHub, and more of them where they grow in the new repository', async () => {
    const line = await connect('GITHUB', { settings: { effort: 'COUNTER', hoursField: 'Hours' } });
    const id = await company.create();
    const send = async (body: string): Promise<void> => {
      await post(server, line.webhookPath, body, githubHeaders(body));
      await drain();
    };
    await send(github('opened', [1, 'acme/app'], '2026-03-02T08:00:00Z', 4));
    await link(line, id, 'acme/app#1');
    await send(
      github('opened', [2, 'acme/lib'], '2026-03-03T08:00:00Z', 4, {
        old_issue: { id: 1, number: 1 },
        old_repository: { full_name: 'acme/app' },
      }),
    );
    await link(line, id, 'acme/lib#2');
    await send(github('transferred', [1, 'acme/app'], '2026-03-03T08:00:00Z', 4));
    expect(await hours(line)).toEqual({ 'counter/1/2026-03-02T08:00:00.000Z': '4' });
    await send(github('edited', [2, 'acme/lib'], '2026-03-04T08:00:00Z', 5.5));
    expect(await hours(line)).toEqual({
      'counter/1/2026-03-02T08:00:00.000Z': '4',
      'counter/2/2026-03-04T08:00:00.000Z': '1.5',
    });
  });

  it('are counted once on GitLab, where only the old issue says where it went, in whichever order', async () => {
    const gitlab = (id: number, action: string, on: string, other: object): string =>
      JSON.stringify({
        object_kind: 'issue',
        user: { id: 5, name: 'Ada', username: 'ada' },
        project: { path_with_namespace: `acme/p${id}` },
        object_attributes: {
          id,
          iid: id,
          title: 'Train',
          action,
          state: action === 'close' ? 'closed' : 'opened',
          created_at: '2026-03-02T08:00:00Z',
          updated_at: on,
          ...other,
        },
        changes: {},
      });
    const old = gitlab(1, 'open', '2026-03-02T08:00:00Z', { total_time_spent: 3600 });
    const moved = gitlab(2, 'open', '2026-03-03T08:00:00Z', { total_time_spent: 3600 });
    const left = gitlab(1, 'close', '2026-03-03T08:00:00Z', { total_time_spent: 3600, moved_to_id: 2 });
    const grown = gitlab(2, 'update', '2026-03-04T08:00:00Z', { total_time_spent: 5400 });
    const id = await company.create();
    for (const order of [
      [old, moved, left, grown],
      [left, grown, moved, old],
    ]) {
      const line = await connect('GITLAB', { settings: { effort: 'COUNTER' } });
      for (const [place, body] of order.entries()) {
        await post(server, line.webhookPath, body, {
          'x-gitlab-event': 'Issue Hook',
          'x-gitlab-token': SECRET,
          'idempotency-key': `${place}`,
        });
      }
      await drain();
      await link(line, id, 'acme/p1#1');
      await link(line, id, 'acme/p2#2');
      expect(await hours(line)).toEqual({
        'counter/1/2026-03-02T08:00:00.000Z': '1',
        'counter/2/2026-03-04T08:00:00.000Z': '0.5',
      });
    }
  });
});

describe('settings that say anew what a status comes to', () => {
  const issue = (other: object = {}): string =>
    JSON.stringify({
      webhookEvent: 'jira:issue_updated',
      timestamp: 1_772_438_400_000,
      issue: {
        id: '10',
        key: 'APP-1',
        fields: {
          summary: 'Train',
          status: { name: 'Closed', statusCategory: { key: 'done' } },
          resolution: { name: "Won't Do" },
          updated: '2026-03-02T08:00:00.000+0000',
          ...other,
        },
      },
    });

  const send = async (line: Line, body: string): Promise<void> => {
    await post(server, line.webhookPath, body, {
      'x-hub-signature': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`,
      'x-atlassian-webhook-identifier': randomUUID(),
    });
    await drain();
  };

  const map = async (line: Line, statusCategories: Record<string, string>, expectedVersion: number): Promise<void> => {
    const { integrationConnectionUpdate } = await company.admin.ask(
      `mutation ($id: ID!, $input: IntegrationConnectionUpdateInput!) { integrationConnectionUpdate(id: $id, input: $input) { userErrors { message } } }`,
      { id: line.id, input: { settings: { statusCategories }, expectedVersion } },
    );
    expect(integrationConnectionUpdate.userErrors).toEqual([]);
  };

  const category = async (line: Line): Promise<unknown> =>
    (await rows<Json>('SELECT status_category AS is FROM ticket WHERE connection_id = $1', line.id))[0].is;

  const evidence = async (id: string): Promise<readonly string[]> =>
    (
      await company.manager.ask(
        'query ($id: ID!) { initiative(id: $id) { evidence(criterionKey: "delivery-tickets") { nodes { status } } } }',
        { id },
      )
    ).initiative.evidence.nodes.map(({ status }: Json) => status);

  it('reach the tickets there are, with the evidence they are, and back', async () => {
    const line = await connect('JIRA');
    const id = await company.create();
    await send(line, issue());
    await link(line, id, 'APP-1', 'delivery-tickets');
    expect(await category(line)).toBe('DONE');
    expect(await evidence(id)).toEqual(['SUBMITTED']);
    await map(line, { "won't do": 'CANCELED' }, 1);
    await server.app.get(Scheduler).runAll();
    expect(await category(line)).toBe('CANCELED');
    expect(await evidence(id)).toEqual(['WITHDRAWN']);
    await send(line, issue());
    expect(await category(line)).toBe('CANCELED');
    await map(line, {}, 2);
    await server.app.get(Scheduler).runAll();
    expect(await category(line)).toBe('DONE');
  });

  it('are what a replay reads by, though nothing else is told', async () => {
    const line = await connect('JIRA');
    await send(line, issue());
    await rows(
      `UPDATE integration_connection SET settings = jsonb_set(settings, '{statusCategories}', '{"Closed": "IN_PROGRESS"}') WHERE id = $1`,
      line.id,
    );
    const [delivery] = await rows<{ id: string }>('SELECT id FROM inbound_delivery WHERE connection_id = $1', line.id);
    const { inboundDeliveryReplay } = await company.manager.ask(
      'mutation ($id: ID!) { inboundDeliveryReplay(id: $id) { delivery { status reason } userErrors { code } } }',
      { id: delivery?.id },
    );
    expect(inboundDeliveryReplay.delivery).toEqual({ status: 'APPLIED', reason: null });
    expect(await category(line)).toBe('IN_PROGRESS');
  });
});

describe('work that is not booked', () => {
  const problemOf = async (line: Line): Promise<unknown> =>
    (
      await company.manager.ask('query ($id: ID!) { tickets(connectionId: $id) { nodes { effortProblem } } }', {
        id: line.id,
      })
    ).tickets.nodes[0].effortProblem;
  const sendJira = async (line: Line, json: object): Promise<void> => {
    const body = JSON.stringify({ timestamp: 1_772_438_400_000, ...json });
    await post(server, line.webhookPath, body, {
      'x-hub-signature': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`,
      'x-atlassian-webhook-identifier': randomUUID(),
    });
    await drain();
  };
  const issue = {
    id: '10',
    key: 'APP-1',
    fields: {
      summary: 'Train',
      status: { name: 'Open', statusCategory: { key: 'new' } },
      updated: '2026-03-02T08:00:00Z',
    },
  };
  const worklog = (id: string, author: string, editor = author) => ({
    webhookEvent: 'worklog_created',
    worklog: {
      id,
      issueId: '10',
      author: { accountId: author },
      updateAuthor: { accountId: editor },
      started: '2026-03-02T08:00:00.000+0000',
      updated: '2026-03-02T09:00:00.000+0000',
      timeSpentSeconds: 3600,
    },
  });

  it('is that of users who are our own, whoever tells of it and whatever the settings were then', async () => {
    const line = await connect('JIRA', { settings: { effort: 'WORKLOGS', ignoredUserIds: ['bot'] } });
    await sendJira(line, { webhookEvent: 'jira:issue_created', issue });
    await link(line, await company.create(), 'app-1');
    await sendJira(line, worklog('1', 'bot', 'ada'));
    await sendJira(line, worklog('2', 'ada'));
    expect((await deliveries(line)).map(({ status }) => status)).toEqual(['APPLIED', 'IGNORED', 'APPLIED']);
    expect(await hours(line)).toEqual({ 'worklog/2': '1' });
    const { integrationConnectionUpdate } = await company.admin.ask(
      `mutation ($id: ID!, $input: IntegrationConnectionUpdateInput!) { integrationConnectionUpdate(id: $id, input: $input) { userErrors { message } } }`,
      { id: line.id, input: { settings: { effort: 'WORKLOGS', ignoredUserIds: ['bot', 'ada'] }, expectedVersion: 1 } },
    );
    expect(integrationConnectionUpdate.userErrors).toEqual([]);
    await server.app.get(Scheduler).runAll();
    expect(await hours(line)).toEqual({});
  });

  it('is said on the ticket where it could not be read, with what is missing for it to be asked for', async () => {
    const line = await connect('JIRA', { settings: { effort: 'WORKLOGS' } });
    await sendJira(line, { webhookEvent: 'jira:issue_created', issue });
    expect(await problemOf(line)).toBeNull();
    await sendJira(line, { webhookEvent: 'worklog_created', worklog: { id: '3', issueId: '10' } });
    expect(await problemOf(line)).toBe(
      '1 of its entries of work could not be read yet. There is no credential to ask the tool with: set one.',
    );
    expect((await deliveries(line)).at(-1)).toMatchObject({
      reason: expect.stringContaining('and it cannot be: Where'),
    });
  });
});

describe('the end of a connection', () => {
  it('is told with how many tickets stay linked, for one made anew would count their work once more', async () => {
    const line = await connect('GITHUB');
    const remove = async (id: string): Promise<unknown> =>
      (
        await company.admin.ask(
          'mutation ($id: ID!) { integrationConnectionDelete(id: $id) { notice userErrors { code } } }',
          { id },
        )
      ).integrationConnectionDelete;
    const body = issueOpened(1);
    await post(server, line.webhookPath, body, githubHeaders(body));
    await drain();
    await link(line, await company.create(), 'acme/app#1');
    expect(await remove(line.id)).toEqual({
      notice: expect.stringContaining('1 of its tickets stay linked'),
      userErrors: [],
    });
    expect(await remove((await connect('GITHUB')).id)).toEqual({ notice: null, userErrors: [] });
  });
});

describe('a tool that could not be read when it was asked', () => {
  it('is said in the health of the connection, until it could', async () => {
    const line = await connect('GITHUB');
    const run = (status: string, on: string): Promise<unknown> =>
      rows(
        `INSERT INTO pull_run (id, portfolio_id, connection_id, connection_version, kind, streams, status, started_at, started_by, ended_at, seen_at, failure)
         SELECT gen_random_uuid(), portfolio_id, id, 1, 'RECONCILE', '{}', $2, $3, created_by, $3, $3, CASE $2 WHEN 'FAILED' THEN 'The token was refused.' END
         FROM integration_connection WHERE id = $1`,
        line.id,
        status,
        on,
      );
    const health = async (): Promise<Json> =>
      (
        await company.admin.ask('query ($id: ID!) { integrationConnection(id: $id) { health { status message } } }', {
          id: line.id,
        })
      ).integrationConnection.health;
    const body = issueOpened(1);
    await post(server, line.webhookPath, body, githubHeaders(body));
    await drain();
    await run('FAILED', '2026-03-05T09:00:00Z');
    expect(await health()).toEqual({
      status: 'ASKING_FAILS',
      message: expect.stringContaining('The token was refused.'),
    });
    await run('DONE', '2026-03-06T08:00:00Z');
    expect(await health()).toEqual({ status: 'OK', message: 'It works.' });
  });
});
