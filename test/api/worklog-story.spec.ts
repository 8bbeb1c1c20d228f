import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TicketTool } from '../../src/domain/tickets/ticket.js';
import { InboundWorker } from '../../src/jobs/inbound/inbound-worker.js';
import { foundCompany, type Company } from '../support/company.js';
import { insertConnection } from '../support/connections.js';
import { post } from '../support/hooks.js';
import { describeWithShared } from '../support/shared.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

let server: TestServer;
let company: Company;

beforeAll(async () => {
  server = await startTestServer();
  company = await foundCompany(server, { timeZone: 'UTC' });
});

afterAll(() => server.stop());

const ENTRIES = `query ($key: String!, $initiative: String) {
  portfolio(key: $key) { effortEntries(initiativeKey: $initiative, first: 100) { nodes {
    id externalId personDays amount unit workedOn categoryKey categorySource ruleName person method reverses { id }
  } } }
}`;
const SPLIT = `query ($id: ID!) { initiative(id: $id) { effortSplit(from: "2026-01-01", to: "2026-12-31") { personDays } } }`;
const DELIVERIES = `query ($id: ID!) { inboundDeliveries(connectionId: $id, first: 100) { nodes { deliveryKey eventName status repetitions reason } } }`;
const PUBLISH = `mutation ($key: String!, $input: ClassificationRulesPublishInput!) {
  classificationRulesPublish(portfolioKey: $key, input: $input) { version userErrors { code message field } }
}`;

const publish = async (...rules: readonly Record<string, unknown>[]): Promise<void> => {
  const { classificationRulesPublish } = await company.admin.ask(PUBLISH, { key: company.key, input: { rules } });
  expect(classificationRulesPublish.userErrors).toEqual([]);
};

const entriesOf = async (initiative: string): Promise<Json[]> =>
  (await company.manager.ask(ENTRIES, { key: company.key, initiative })).portfolio.effortEntries.nodes;

const drain = (): Promise<void> => server.app.get(InboundWorker).drain();

/** What Jira Cloud sends of an issue. */
const issue = (id: string, labels: readonly string[]): string =>
  JSON.stringify({
    timestamp: 1_772_440_000_000,
    webhookEvent: 'jira:issue_created',
    issue_event_type_name: 'issue_created',
    issue: {
      id,
      self: `https://acme.atlassian.net/rest/api/2/${id}`,
      key: `CHG-${id}`,
      fields: {
        summary: 'Train the counter staff',
        issuetype: { id: '1', name: 'Task', subtask: false },
        project: { key: 'CHG' },
        labels,
        components: [],
        status: { id: '3', name: 'In Progress', statusCategory: { key: 'indeterminate' } },
        created: '2026-03-01T08:00:00.000+0000',
        updated: '2026-03-01T08:00:00.000+0000',
      },
    },
  });

/** What Jira Cloud sends of a worklog, which names its issue by id only. */
const worklog = (event: 'created' | 'updated' | 'deleted', seconds: number, updated: string): string =>
  JSON.stringify({
    timestamp: Date.parse(updated),
    webhookEvent: `worklog_${event}`,
    worklog: {
      id: '10900',
      issueId: '10700',
      author: { accountId: 'ada', displayName: 'Ada Author' },
      started: '2026-03-02T07:30:00.000+0100',
      created: '2026-03-02T09:00:00.000+0000',
      updated,
      timeSpentSeconds: seconds,
      timeSpent: '1w',
    },
  });

describe('a worklog of Jira (story 6)', () => {
  it('is one entry however often it comes, follows its edit even where that comes first, and leaves a full trail', async () => {
    const id = await company.create();
    const { key } = await company.standing(id);
    const { integrationConnectionCreate } = await company.admin.ask(
      `mutation ($input: IntegrationConnectionCreateInput!) {
        integrationConnectionCreate(input: $input) { connection { id webhookPath } secret userErrors { code message } }
      }`,
      { input: { portfolioKey: company.key, tool: 'JIRA', name: 'Jira' } },
    );
    const { connection, secret } = integrationConnectionCreate as { connection: Json; secret: string };
    await publish({
      name: 'Change management',
      labels: ['change-management'],
      categoryKey: 'PEOPLE_PROCESS',
      initiativeKey: key,
    });
    const send = async (body: string, identifier: string, by = secret) =>
      (
        await post(server, connection.webhookPath as string, body, {
          'x-hub-signature': `sha256=${createHmac('sha256', by).update(body).digest('hex')}`,
          'x-atlassian-webhook-identifier': identifier,
        })
      ).status;
    const personDays = async (): Promise<string> =>
      (await company.manager.ask(SPLIT, { id })).initiative.effortSplit.personDays;

    expect(await send(issue('10700', ['change-management']), 'i-1')).toBe(200);
    const created = worklog('created', 6 * 3_600, '2026-03-02T09:00:00.000+0000');
    for (let time = 0; time < 3; time += 1) {
      expect(await send(created, 'w-1')).toBe(200);
      await drain();
    }
    expect(await entriesOf(key)).toEqual([
      expect.objectContaining({
        externalId: `worklog/10900/${key}`,
        personDays: '0.75',
        amount: '6',
        unit: 'HOURS',
        workedOn: '2026-03-02',
        categoryKey: 'PEOPLE_PROCESS',
        categorySource: 'RULE',
        ruleName: 'Change management',
        person: 'Ada Author',
        method: 'WORKLOG',
        reverses: null,
      }),
    ]);
    expect((await company.manager.ask(DELIVERIES, { id: connection.id })).inboundDeliveries.nodes).toEqual([
      expect.objectContaining({ deliveryKey: 'w-1', eventName: 'worklog_created', status: 'APPLIED', repetitions: 2 }),
      expect.objectContaining({ deliveryKey: 'i-1', status: 'APPLIED', repetitions: 0 }),
    ]);

    const heard = await company.manager.ask(
      'query ($id: ID!) { integrationConnection(id: $id) { lastDeliveryAt health { status } } }',
      {
        id: connection.id,
      },
    );
    expect(heard.integrationConnection).toEqual({
      lastDeliveryAt: '2026-03-02T09:00:00.000Z',
      health: { status: 'OK' },
    });

    // Forged: nothing is stored.
    expect(
      await send(worklog('updated', 99 * 3_600, '2026-03-09T09:00:00.000+0000'), 'w-9', 'another-secret-of-somebody'),
    ).toBe(401);
    await drain();
    expect(await personDays()).toBe('0.75');
    expect((await company.manager.ask(DELIVERIES, { id: connection.id })).inboundDeliveries.nodes).toHaveLength(2);

    expect(await send(worklog('updated', 4 * 3_600, '2026-03-02T11:00:00.000+0000'), 'w-2')).toBe(200);
    // An older word on it comes late.
    expect(await send(created, 'w-1-late')).toBe(200);
    await drain();
    expect(await personDays()).toBe('0.5');

    expect(await send(worklog('deleted', 4 * 3_600, '2026-03-02T12:00:00.000+0000'), 'w-3')).toBe(200);
    await drain();
    expect(await personDays()).toBe('0');
    expect((await entriesOf(key)).map(({ personDays: days }: Json) => days).sort()).toEqual([
      '-0.5',
      '-0.75',
      '0.5',
      '0.75',
    ]);
    const { auditVerify } = await company.manager.ask(
      'query ($key: String!) { auditVerify(portfolioKey: $key) { ok } }',
      {
        key: company.key,
      },
    );
    expect(auditVerify.ok).toBe(true);
  });

  it('counts its edit where that arrives before the creation', async () => {
    const key = (await company.standing(await company.create())).key as string;
    const { id, webhookPath } = await insertConnection(server, {
      portfolioKey: company.key,
      tool: 'JIRA',
      secret: 'jira-secret-of-this-test',
      settings: { effort: 'WORKLOGS' },
    });
    await publish({ name: 'All of it', connectionId: id, initiativeKey: key });
    const bodies = [
      worklog('updated', 4 * 3_600, '2026-03-02T11:00:00.000+0000'),
      worklog('created', 6 * 3_600, '2026-03-02T09:00:00.000+0000'),
      issue('10700', []),
    ];
    for (const [place, body] of bodies.entries()) {
      const signature = createHmac('sha256', 'jira-secret-of-this-test').update(body).digest('hex');
      const headers = { 'x-hub-signature': `sha256=${signature}`, 'x-atlassian-webhook-identifier': `e-${place}` };
      expect((await post(server, webhookPath, body, headers)).status).toBe(200);
      await drain();
    }
    expect((await entriesOf(key)).map(({ personDays }: Json) => personDays)).toEqual(['0.5']);
  });
});

interface Sequence {
  readonly name: string;
  readonly tool: string;
  readonly deliveries: readonly { readonly file: string; readonly id?: string }[];
  readonly expect: Json;
}

describeWithShared('fixtures/sequences.json', 'sequences of deliveries over HTTP', (path) => {
  const sequences = path === '' ? [] : (JSON.parse(readFileSync(path, 'utf8')) as Sequence[]);
  const TOOLS: Readonly<Record<string, TicketTool>> = {
    jira: 'JIRA',
    gitlab: 'GITLAB',
    azuredevops: 'AZURE_DEVOPS',
    linear: 'LINEAR',
  };
  const EFFORT: Readonly<Record<string, 'WORKLOGS' | 'COUNTER' | 'NONE'>> = {
    jira: 'WORKLOGS',
    gitlab: 'COUNTER',
    azuredevops: 'COUNTER',
    linear: 'NONE',
  };
  // The captures are of this year; nothing of them lies in the future.
  const NOW = '2026-11-01T09:00:00Z';
  const secret = 'secret:of-these-sequences';

  const headersOf = (tool: string, body: Buffer, id: string): Record<string, string> => {
    const hex = createHmac('sha256', secret).update(body).digest('hex');
    switch (tool) {
      case 'jira':
        return { 'x-hub-signature': `sha256=${hex}`, 'x-atlassian-webhook-identifier': id };
      case 'gitlab':
        return { 'x-gitlab-token': secret, 'x-gitlab-event': 'Issue Hook', 'idempotency-key': id };
      case 'linear':
        return { 'linear-signature': hex, 'linear-delivery': id };
      default:
        return { authorization: `Basic ${Buffer.from(secret).toString('base64')}` };
    }
  };

  /** Linear stamps what it sends, and what is a day old is taken for no more than a recording. */
  const stamped = (body: Buffer): Buffer =>
    Buffer.from(body.toString('utf8').replace(/("webhookTimestamp":\s*)(?:\d+|"[^"]*")/, `$1${Date.parse(NOW)}`));

  interface End {
    readonly hours: Json;
    readonly tickets: Json;
    readonly repetitions: number;
    readonly deleted: readonly string[];
    readonly rejected: number;
  }

  /** Sends deliveries to a connection of their own, whose tickets all belong to one initiative, and tells what stands then. */
  const ends = async (sequence: Sequence, order: Sequence['deliveries']): Promise<End> => {
    const key = (await company.standing(await company.create())).key as string;
    const tool = TOOLS[sequence.tool] as TicketTool;
    const { id, webhookPath } = await insertConnection(server, {
      portfolioKey: company.key,
      tool,
      secret,
      settings: { effort: EFFORT[sequence.tool] ?? 'NONE' },
    });
    await publish({ name: 'All of it', connectionId: id, initiativeKey: key });
    let rejected = 0;
    const send = async (body: Buffer, deliveryId: string): Promise<void> => {
      const { status } = await post(server, webhookPath, body, headersOf(sequence.tool, body, deliveryId));
      rejected += status === 200 ? 0 : 1;
      await drain();
    };
    for (const [place, delivery] of order.entries()) {
      const folder = join(path, '..', delivery.file.replace(/^dev\//, ''));
      await send(stamped(readFileSync(folder)), delivery.id ?? `by-place-${place}`);
    }
    if (tool === 'JIRA') {
      // Its worklogs tell of no issue; that comes when it comes.
      await send(Buffer.from(issue('10014', [])), 'the-issue');
    }
    const rows = (sql: string): Promise<Json[]> => server.source.query(sql, [id]);
    return {
      hours: await rows(
        `SELECT e.external_id AS id, trim_scale(e.amount * 3600) AS seconds FROM effort_identity h
         JOIN effort_entry e ON e.id = h.entry_id AND e.worked_on = h.worked_on WHERE e.connection_id = $1 ORDER BY 1`,
      ).then((found) => found.map((row) => [row.id.replace(`/${key}`, ''), Number(row.seconds)])),
      tickets: await rows(
        'SELECT external_id, key, status_category, points, time_spent_seconds FROM ticket WHERE connection_id = $1 ORDER BY 1',
      ),
      repetitions: (
        await rows('SELECT coalesce(sum(repetitions), 0)::int AS n FROM inbound_delivery WHERE connection_id = $1')
      )[0].n,
      deleted: (
        await rows('SELECT external_id FROM worklog WHERE connection_id = $1 AND deleted_at IS NOT NULL ORDER BY 1')
      ).map((row) => row.external_id as string),
      rejected,
    };
  };

  const sum = (hours: readonly [string, number][]): number => hours.reduce((all, [, seconds]) => all + seconds, 0);

  beforeAll(() => {
    server.at(NOW);
  });

  it.each(sequences.map((sequence) => [sequence.name, sequence] as const))(
    '%s ends as expected',
    async (_, sequence) => {
      const end = await ends(sequence, sequence.deliveries);
      const wanted = sequence.expect;
      expect(end.rejected).toBe(0);
      if (wanted.effortSecondsByWorklog) {
        expect(
          Object.fromEntries(end.hours.map(([id, seconds]: [string, number]) => [id.replace('worklog/', ''), seconds])),
        ).toEqual(wanted.effortSecondsByWorklog);
      }
      if (wanted.tombstones) {
        expect(end.deleted).toEqual(wanted.tombstones);
      }
      if (wanted.duplicates !== undefined) {
        expect(end.repetitions).toBe(wanted.duplicates);
      }
      if (wanted.cumulativeSeconds !== undefined) {
        expect(end.tickets[0].time_spent_seconds).toBe(wanted.cumulativeSeconds);
        expect(sum(end.hours)).toBe(wanted.ledgerSumSeconds ?? wanted.cumulativeSeconds);
      }
      if (wanted.points !== undefined) {
        expect(end.tickets[0]).toMatchObject({ points: String(wanted.points), status_category: wanted.statusCategory });
        expect(sum(end.hours)).toBe(wanted.effortSeconds);
      }
    },
  );

  it.each(sequences.map((sequence) => [sequence.name, sequence] as const))(
    '%s ends the same in any order and with any repetition',
    async (_, sequence) => {
      const { hours, tickets, deleted } = await ends(sequence, sequence.deliveries);
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray([...sequence.deliveries], { minLength: sequence.deliveries.length }),
          fc.subarray([...sequence.deliveries]),
          async (order, again) => {
            expect(await ends(sequence, [...again, ...order])).toMatchObject({ hours, tickets, deleted, rejected: 0 });
          },
        ),
        { numRuns: 4 },
      );
    },
  );
});
