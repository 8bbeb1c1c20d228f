import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { Outbound } from '../../src/jobs/outbound/outbound.js';
import type { CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { BreachConditions } from '../../src/modules/gates/commands/breach-conditions.js';
import { AnswerTime } from '../../src/modules/webhooks/commands/send-message.js';
import { TidyMessages } from '../../src/modules/webhooks/commands/tidy-messages.js';
import { Networks } from '../../src/platform/http/networks.js';
import { codes, foundCompany, type Company } from '../support/company.js';
import { answer, hang, reset, stall, startReceiver, type Received, type Receiver } from '../support/receiver.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const CREATE = `mutation ($input: WebhookEndpointCreateInput!) {
  webhookEndpointCreate(input: $input) { endpointId secret userErrors { code message field } }
}`;
const UPDATE = `mutation ($id: ID!, $input: WebhookEndpointUpdateInput!) {
  webhookEndpointUpdate(id: $id, input: $input) { endpointId secret userErrors { code message field } }
}`;
const ENDPOINT = `query ($id: ID!, $status: WebhookMessageStatus) { webhookEndpoint(id: $id) {
  id url events format enabled failingSince notice disabledAt disabledReason previousSecretUntil pendingMessages createdBy { name }
  messages(status: $status, first: 100) { nodes {
    id eventType sequence occurredAt data status failures dueAt settledAt
    attempts { nodes { number attemptedAt durationMs requestHeaders status response error } }
  } }
} }`;
const ALL = [
  'GATE_DECIDED',
  'GATE_REVIEW_REQUESTED',
  'STAGE_CHANGED',
  'CRITERION_CHANGED',
  'CONDITION_BREACHED',
  'INITIATIVE_CREATED',
  'FINDING_RAISED',
  'EFFORT_OFF_TARGET',
];

const bodies = (receiver: Receiver): Json[] => receiver.received.map(({ body }) => JSON.parse(body));
const types = (receiver: Receiver): string[] => bodies(receiver).map(({ type }) => type);
const ids = (receiver: Receiver): unknown[] => receiver.received.map(({ headers }) => headers['webhook-id']);
const verified = (secret: string, { body, headers }: Received): unknown =>
  new Webhook(secret).verify(body, headers as Record<string, string>);

describe('outbound webhooks', () => {
  let server: TestServer;
  let company: Company;
  let receiver: Receiver;
  let outbound: Outbound;

  beforeAll(async () => {
    server = await startTestServer(undefined, {
      allowedNetworks: Networks.of('127.0.0.0/8'),
      publicUrl: 'https://tollgate.example.org',
    });
    server.app.get(AnswerTime).milliseconds = 300;
    outbound = server.app.get(Outbound);
  });

  afterAll(async () => {
    await server.stop();
  });

  beforeEach(async () => {
    server.at('2026-03-02T09:00:00Z');
    await server.source.query('UPDATE webhook_endpoint SET deleted_at = now()');
    company = await foundCompany(server);
    receiver = await startReceiver();
  });

  afterEach(async () => {
    await receiver.stop();
  });

  const make = async (events: readonly string[], more: Record<string, unknown> = {}) => {
    const input = { portfolioKey: company.key, url: receiver.url, events, ...more };
    const { webhookEndpointCreate } = await company.admin.ask(CREATE, { input });
    expect(webhookEndpointCreate.userErrors).toEqual([]);
    return { id: webhookEndpointCreate.endpointId as string, secret: webhookEndpointCreate.secret as string };
  };
  const standing = async (id: string, status?: string): Promise<Json> =>
    (await company.admin.ask(ENDPOINT, { id, status })).webhookEndpoint;
  const change = async (mutation: string, variables: Record<string, unknown>): Promise<Json> =>
    Object.values(await company.admin.ask(mutation, variables))[0];

  it('tell of what was committed, signed, and in the words of Standard Webhooks', async () => {
    server.at(new Date().toISOString());
    const { secret } = await make(ALL);
    const id = await company.create({ name: 'Claims & <triage>' });
    const { key } = (await company.manager.ask('query ($id: ID!) { initiative(id: $id) { key } }', { id })).initiative;
    await outbound.drain();
    expect(bodies(receiver)).toEqual([
      {
        type: 'initiative.created',
        timestamp: expect.stringMatching(/Z$/),
        data: {
          initiative: { key, name: 'Claims & <triage>', url: `https://tollgate.example.org/i/${key}` },
          portfolio: company.key,
          actor: 'Mara Manager',
          sequence: 1,
          stage: 'intake',
          imported: false,
        },
      },
    ]);
    const [got] = receiver.received as [Received];
    expect(verified(secret, got)).toEqual(bodies(receiver)[0]);
    expect(() => verified(secret, { ...got, body: `${got.body} ` })).toThrow();
    expect(got.headers['content-type']).toBe('application/json');
  });

  it('tell of a journey through a gate: evidence, review, decision and move, in order', async () => {
    await make(ALL);
    const id = await company.create();
    server.at('2026-03-02T10:00:00Z');
    await company.document(id, 'problem-statement', '2026-03-02');
    server.at('2026-03-02T11:00:00Z');
    const review = await company.request(id, { note: 'Please look.' });
    server.at('2026-03-02T12:00:00Z');
    const decided = await company.decide(company.gatekeepers[0], id, review, {
      outcome: 'GO',
      rationale: 'Well done.',
    });
    expect(decided.userErrors).toEqual([]);
    await outbound.drain();
    expect(types(receiver)).toEqual([
      'initiative.created',
      'exit_criterion.changed',
      'gate.review.requested',
      'gate.decision.recorded',
      'initiative.stage.changed',
    ]);
    const [, criterion, requested, decision, stage] = bodies(receiver).map(({ data }) => data);
    expect(criterion).toMatchObject({
      gate: 'g0',
      criteria: [{ criterion: 'problem-statement', from: 'MISSING', to: 'MET' }],
    });
    expect(requested).toMatchObject({
      gate: 'g0',
      note: 'Please look.',
      decideUrl: expect.stringMatching(/\/decide$/),
    });
    expect(decision).toMatchObject({
      outcome: 'GO',
      rationale: 'Well done.',
      stage: { from: 'intake', to: 'discovery' },
      actor: 'Grace Gatekeeper',
    });
    expect(stage).toMatchObject({ stage: { from: 'intake', to: 'discovery' }, reason: 'GATE_DECISION' });
    const sequences = bodies(receiver).map(({ data }) => data.sequence);
    expect(sequences).toEqual(sequences.toSorted((a: number, b: number) => a - b));
  });

  it('tell of a criterion only where its status is another, each change once though much happens in one millisecond', async () => {
    await make(['CRITERION_CHANGED']);
    const id = await company.create();
    await company.document(id, 'problem-statement', '2026-03-02');
    await outbound.drain();
    await company.document(id, 'problem-statement', '2026-03-01');
    await outbound.drain();
    expect(bodies(receiver).map(({ data }) => data.criteria)).toEqual([
      [{ criterion: 'problem-statement', from: 'MISSING', to: 'MET' }],
    ]);
  });

  it('tell nothing of what was rolled back, and nothing to who did not ask for it', async () => {
    const other = await startReceiver();
    await make(['GATE_DECIDED'], { url: other.url });
    await make(['INITIATIVE_CREATED']);
    await expect(
      server.source.transaction(async (manager) => {
        const [chain] = await manager.query<{ id: string }[]>('SELECT id FROM portfolio WHERE key = $1', [company.key]);
        await manager.query('SELECT audit_append($1, $2, $3)', [
          `portfolio:${chain?.id}`,
          chain?.id,
          '{"at":"2026-03-02T09:00:00.000Z","actorId":null,"action":"initiative.created","subjectType":"","subjectId":"","changes":{}}',
        ]);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await company.create();
    await outbound.drain();
    expect(types(receiver)).toEqual(['initiative.created']);
    expect(other.received).toEqual([]);
    await other.stop();
  });

  it('try again by the schedule, under the same id, until the receiver takes it', async () => {
    const { id } = await make(['INITIATIVE_CREATED']);
    receiver.script(answer(500, {}, 'x'.repeat(2_000)), hang, reset, answer(302, { location: receiver.url }), stall);
    await company.create();
    await outbound.drain();
    const days = ['09:00:06', '09:06:00', '09:45:00', '12:00:00', '18:00:00'];
    for (const [number, time] of days.entries()) {
      server.at('2026-03-02T09:00:00Z');
      await outbound.drain();
      expect(receiver.received).toHaveLength(number + 1);
      server.at(`2026-03-02T${time}Z`);
      await outbound.drain();
    }
    expect(receiver.received).toHaveLength(6);
    expect(new Set(ids(receiver)).size).toBe(1);
    const [message] = (await standing(id)).messages.nodes;
    expect(message).toMatchObject({ id: ids(receiver)[0], status: 'DELIVERED', failures: 5, dueAt: null });
    expect(message.attempts.nodes.toReversed()).toMatchObject([
      { number: 1, status: 500, response: 'x'.repeat(1_024), error: null },
      { number: 2, status: null, error: '127.0.0.1 did not answer within 0.3 s.' },
      { number: 3, status: null, error: '127.0.0.1 broke the connection off before its answer was whole.' },
      { number: 4, status: 302, error: null },
      { number: 5, status: null, error: '127.0.0.1 did not answer within 0.3 s.' },
      { number: 6, status: 204, response: '' },
    ]);
    expect(Object.keys(message.attempts.nodes[0].requestHeaders).toSorted()).toEqual([
      'content-type',
      'user-agent',
      'webhook-id',
      'webhook-timestamp',
    ]);
  });

  it('wait as long as the receiver asks for', async () => {
    await make(['INITIATIVE_CREATED']);
    receiver.script(answer(429, { 'retry-after': '3600' }));
    await company.create();
    await outbound.drain();
    server.at('2026-03-02T09:59:59Z');
    await outbound.drain();
    expect(receiver.received).toHaveLength(1);
    server.at('2026-03-02T10:06:01Z');
    await outbound.drain();
    expect(receiver.received).toHaveLength(2);
  });

  it('keep the order of an initiative, and let no initiative wait for another, nor an endpoint for another', async () => {
    const slow = await startReceiver();
    slow.always(hang);
    await make(ALL, { url: slow.url });
    await make(ALL);
    receiver.script(answer(500));
    const first = await company.create({ name: 'First' });
    await company.document(first, 'problem-statement', '2026-03-02');
    await company.request(first);
    await outbound.drain();
    expect(types(receiver)).toEqual(['initiative.created']);
    await company.create({ name: 'Second' });
    await outbound.drain();
    expect(bodies(receiver).map(({ data }) => data.initiative.name)).toEqual(['First', 'Second']);
    server.at('2026-03-02T09:00:10Z');
    await outbound.drain();
    expect(
      bodies(receiver)
        .slice(2)
        .map(({ type }) => type),
    ).toEqual(['initiative.created', 'exit_criterion.changed', 'gate.review.requested']);
    expect(types(slow).filter((type) => type !== 'initiative.created')).toEqual([]);
    await slow.stop();
  });

  it('are given up after eight attempts, let the next go, and can be sent again', async () => {
    const { id } = await make(['INITIATIVE_CREATED', 'GATE_REVIEW_REQUESTED']);
    receiver.always(answer(500));
    const initiative = await company.create();
    await company.request(initiative);
    await outbound.drain();
    for (const at of ['02T09:01', '02T09:10', '02T10:00', '02T13:00', '02T20:00', '03T10:00', '04T00:00']) {
      server.at(`2026-03-${at}:00Z`);
      await outbound.drain();
    }
    expect(types(receiver).filter((type) => type === 'initiative.created')).toHaveLength(8);
    expect(types(receiver).at(-1)).toBe('gate.review.requested');
    expect((await standing(id, 'GIVEN_UP')).messages.nodes).toMatchObject([
      { eventType: 'INITIATIVE_CREATED', failures: 8, settledAt: '2026-03-04T00:00:00.000Z' },
    ]);
    receiver.always(answer(200));
    const sent = await change(
      'mutation ($id: ID!) { webhookMessagesResend(endpointId: $id, since: "2026-03-02T00:00:00Z") { resent userErrors { code } } }',
      { id },
    );
    expect(sent).toEqual({ resent: 1, userErrors: [] });
    await outbound.drain();
    expect((await standing(id, 'DELIVERED')).messages.nodes).toMatchObject([{ eventType: 'INITIATIVE_CREATED' }]);
    const [first] = ids(receiver);
    expect(ids(receiver).at(-1)).toBe(first);
    const again = await change(
      'mutation ($id: ID!) { webhookMessageResend(id: $id) { messageId userErrors { code } } }',
      {
        id: first,
      },
    );
    expect(again).toEqual({ messageId: first, userErrors: [] });
    await outbound.drain();
    expect(ids(receiver).at(-1)).toBe(first);
    expect((await standing(id, 'PENDING')).messages.nodes).toHaveLength(1);
  });

  it('are disabled at once by 410, and after five days of nothing but failures, with notices before', async () => {
    const { id } = await make(['INITIATIVE_CREATED']);
    receiver.script(answer(410));
    await company.create();
    await outbound.drain();
    expect(await standing(id)).toMatchObject({
      enabled: false,
      disabledReason: 'GONE',
      notice: expect.stringContaining('410'),
      pendingMessages: 1,
    });
    await company.create();
    const resend = await change(
      'mutation ($id: ID!) { webhookMessagesResend(endpointId: $id, since: "2026-03-02T00:00:00Z") { resent userErrors { code } } }',
      { id },
    );
    expect(resend).toEqual({ resent: 0, userErrors: [{ code: 'WRONG_STATE' }] });
    await change(UPDATE, { id, input: { enabled: true } });
    receiver.always(answer(503));
    await outbound.drain();
    expect(receiver.received).toHaveLength(2);
    expect(await standing(id)).toMatchObject({ enabled: true, failingSince: '2026-03-02T09:00:00.000Z', notice: null });
    const notices: (string | null)[] = [];
    for (const day of ['04T10', '05T10', '06T10', '07T08', '07T10']) {
      server.at(`2026-03-${day}:00:00Z`);
      await company.create();
      await outbound.drain();
      notices.push((await standing(id)).notice);
    }
    expect(notices).toEqual([
      null,
      expect.stringContaining('50 %'),
      expect.stringContaining('70 %'),
      expect.stringContaining('90 %'),
      expect.stringContaining('five days'),
    ]);
    expect(await standing(id)).toMatchObject({ enabled: false, disabledReason: 'FAILING' });
    const audited = await server.source.query<{ body: string }[]>(
      `SELECT body FROM audit_event WHERE body LIKE '%webhookEndpoint.%' AND body LIKE '%' || $1 || '%' ORDER BY sequence`,
      [id],
    );
    expect(audited.map(({ body }) => JSON.parse(body).action)).toEqual([
      'webhookEndpoint.created',
      'webhookEndpoint.disabled',
      'webhookEndpoint.updated',
      'webhookEndpoint.disabled',
    ]);
    expect(audited.map(({ body }) => body).join()).not.toMatch(/whsec|\/hook/);
  });

  it('are signed by both secrets for a day after a rotation', async () => {
    const now = new Date();
    server.at(now.toISOString());
    const { id, secret } = await make(['INITIATIVE_CREATED']);
    const rotated = await change(
      'mutation ($id: ID!) { webhookEndpointRotateSecret(id: $id) { endpointId secret userErrors { code } } }',
      { id },
    );
    expect(rotated.secret).not.toBe(secret);
    await company.create();
    await outbound.drain();
    const [both] = receiver.received as [Received];
    expect(String(both.headers['webhook-signature']).split(' ')).toHaveLength(2);
    expect(verified(secret, both)).toEqual(verified(rotated.secret, both));
    server.at(new Date(now.getTime() + 86_400_000).toISOString());
    await company.create();
    await outbound.drain();
    expect(String(receiver.received[1]?.headers['webhook-signature']).split(' ')).toHaveLength(1);
  });

  it('are tested by a ping, which tells what came of it', async () => {
    server.at(new Date().toISOString());
    const { id, secret } = await make(['INITIATIVE_CREATED']);
    const PING =
      'mutation ($id: ID!) { webhookEndpointPing(id: $id) { delivered status durationMs response error userErrors { code } } }';
    receiver.script(answer(200, {}, 'hello'), answer(404), hang);
    expect(await change(PING, { id })).toMatchObject({ delivered: true, status: 200, response: 'hello', error: null });
    expect(verified(secret, receiver.received[0] as Received)).toMatchObject({
      type: 'ping',
      data: { portfolio: company.key },
    });
    expect(await change(PING, { id })).toMatchObject({ delivered: false, status: 404 });
    expect(await change(PING, { id })).toMatchObject({ delivered: false, status: null, error: expect.any(String) });
    expect(await standing(id)).toMatchObject({ failingSince: null, messages: { nodes: [] } });
  });

  it.each([
    'http://93.184.216.34/',
    'https://10.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/latest',
    'https://user:pass@hooks.example.org/',
    'file:///etc/passwd',
    'hooks.example.org',
    '',
  ])('are not sent to %s', async (url) => {
    const input = { portfolioKey: company.key, url, events: [] };
    const { webhookEndpointCreate } = await company.admin.ask(CREATE, { input });
    expect(webhookEndpointCreate).toMatchObject({ endpointId: null, secret: null });
    expect(webhookEndpointCreate.userErrors).toMatchObject([
      { code: 'INVALID', field: ['input', 'url'] },
      { code: 'INVALID', field: ['input', 'events'] },
    ]);
    const { id } = await make(['GATE_DECIDED']);
    expect(codes(await change(UPDATE, { id, input: { url } }))).toEqual(['INVALID']);
  });

  it('are for admins, at most twenty a portfolio, and unknown to strangers', async () => {
    const { id } = await make(['GATE_DECIDED']);
    const input = { portfolioKey: company.key, url: receiver.url, events: ['GATE_DECIDED'] };
    const { errors } = await company.manager.answer(CREATE, { input });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const stranger = await foundCompany(server);
    const refused = await stranger.admin.ask(CREATE, { input });
    expect(codes(refused.webhookEndpointCreate)).toEqual(['NOT_FOUND']);
    expect((await stranger.admin.ask(ENDPOINT, { id })).webhookEndpoint).toBeNull();
    for (const mutation of [
      'webhookEndpointDelete(id: $id)',
      'webhookEndpointPing(id: $id)',
      'webhookEndpointRotateSecret(id: $id)',
      'webhookMessageResend(id: $id)',
      'webhookMessagesResend(endpointId: $id, since: "2026-03-02T00:00:00Z")',
    ]) {
      const answered = await stranger.admin.ask(`mutation ($id: ID!) { ${mutation} { userErrors { code } } }`, { id });
      expect(codes(Object.values(answered)[0])).toEqual(['NOT_FOUND']);
    }
    for (let number = 2; number <= 20; number += 1) {
      await make(['GATE_DECIDED']);
    }
    const [tooMany] = Object.values(await company.admin.ask(CREATE, { input }));
    expect(codes(tooMany)).toEqual(['WRONG_STATE']);
    await change('mutation ($id: ID!) { webhookEndpointDelete(id: $id) { userErrors { code } } }', { id });
    expect(await standing(id)).toBeNull();
    const { webhookEndpoints } = await company.admin.ask(
      'query ($key: String!) { webhookEndpoints(portfolioKey: $key) { id } }',
      { key: company.key },
    );
    expect(webhookEndpoints).toHaveLength(19);
  });

  it('tell of a closed period of effort that is off target, and of none that is within', async () => {
    await make(['EFFORT_OFF_TARGET']);
    await company.create();
    const key = `${company.key}-1`;
    const entry = (categoryKey: string, amount: string, workedOn: string) => ({
      initiativeKey: key,
      categoryKey,
      amount,
      workedOn,
      source: 'test',
      externalId: `${categoryKey} ${workedOn}`,
    });
    const { effortRecord } = await company.manager.ask(
      'mutation ($key: String!, $entries: [EffortEntryInput!]!) { effortRecord(portfolioKey: $key, entries: $entries) { refused } }',
      {
        key: company.key,
        entries: [
          entry('ALGORITHMS', '8', '2026-01-10'),
          entry('PEOPLE_PROCESS', '14', '2026-02-10'),
          entry('TECHNOLOGY_DATA', '4', '2026-02-10'),
          entry('ALGORITHMS', '2', '2026-02-10'),
        ],
      },
    );
    expect(effortRecord.refused).toBe(0);
    for (const [from, to] of [
      ['2026-01-01', '2026-01-31'],
      ['2026-02-01', '2026-02-28'],
    ]) {
      const { effortPeriodClose } = await company.manager.ask(
        'mutation ($key: String!, $input: EffortPeriodCloseInput!) { effortPeriodClose(portfolioKey: $key, input: $input) { userErrors { message } } }',
        { key: company.key, input: { from, to } },
      );
      expect(effortPeriodClose.userErrors).toEqual([]);
    }
    await outbound.drain();
    expect(bodies(receiver)).toMatchObject([
      {
        type: 'effort.off_target',
        data: {
          from: '2026-01-01',
          to: '2026-01-31',
          url: `https://tollgate.example.org/p/${company.key}?tab=effort`,
          headline: expect.stringContaining('Algorithms is 90.0 points over its target'),
          categories: expect.arrayContaining([
            { category: expect.any(String), percent: '100.0', targetPercent: '10', verdict: 'OVER' },
          ]),
        },
      },
    ]);
  });

  it('tell of a condition that is breached', async () => {
    await make(['CONDITION_BREACHED']);
    const id = await company.create();
    const decided = await company.pass(id, {
      outcome: 'CONDITIONAL_GO',
      conditions: [
        {
          text: 'Write it down.',
          ownerId: company.manager.userId,
          dueOn: '2026-03-10',
          criterionKey: 'problem-statement',
        },
      ],
    });
    expect(decided.userErrors).toEqual([]);
    server.at('2026-03-11T09:00:00Z');
    const [{ id: portfolioId }] = await server.source.query('SELECT id FROM portfolio WHERE key = $1', [company.key]);
    await server.app.get(BreachConditions, { strict: false }).run(portfolioId, '2026-03-11' as CalendarDate);
    await outbound.drain();
    expect(bodies(receiver)).toMatchObject([
      {
        type: 'gate.condition.breached',
        data: { text: 'Write it down.', dueOn: '2026-03-10', status: { from: 'ACTIVE', to: 'ON_HOLD' } },
      },
    ]);
  });

  it('that are sent again by hand let the others go on, whether they are taken or not', async () => {
    const { id } = await make(['INITIATIVE_CREATED', 'GATE_REVIEW_REQUESTED']);
    const initiative = await company.create();
    await outbound.drain();
    const [first] = ids(receiver);
    receiver.always((response, got) => {
      answer(got.headers['webhook-id'] === first ? 500 : 200)(response, got);
    });
    await change('mutation ($id: ID!) { webhookMessageResend(id: $id) { userErrors { code } } }', { id: first });
    await outbound.drain();
    await company.request(initiative);
    await outbound.drain();
    expect(types(receiver)).toEqual(['initiative.created', 'initiative.created', 'gate.review.requested']);
    expect((await standing(id, 'PENDING')).messages.nodes).toMatchObject([{ id: first, failures: 1 }]);
  });

  it('are forgotten thirty days after they were settled, and what waits for who is off as long', async () => {
    const { id } = await make(['INITIATIVE_CREATED']);
    await company.create();
    await outbound.drain();
    receiver.always(answer(410));
    await company.create();
    await outbound.drain();
    server.at('2026-04-01T08:59:59Z');
    await server.app.get(TidyMessages, { strict: false }).run();
    expect((await standing(id)).messages.nodes).toHaveLength(2);
    server.at('2026-04-01T09:00:01Z');
    await server.app.get(TidyMessages, { strict: false }).run();
    expect((await standing(id)).messages.nodes).toEqual([]);
  });

  it('are not sent while the endpoint is disabled by hand, nor later what happened meanwhile', async () => {
    const { id } = await make(['INITIATIVE_CREATED']);
    await company.create({ name: 'Before' });
    await change(UPDATE, { id, input: { enabled: false, events: ['INITIATIVE_CREATED', 'GATE_DECIDED'] } });
    await company.create({ name: 'Meanwhile' });
    await outbound.drain();
    expect(receiver.received).toEqual([]);
    expect(await standing(id)).toMatchObject({ enabled: false, disabledReason: 'BY_HAND', notice: null });
    await change(UPDATE, { id, input: { enabled: true, format: 'STANDARD' } });
    outbound.start();
    await until('the message', () => receiver.received.length > 0);
    await outbound.stop();
    expect(bodies(receiver).map(({ data }) => data.initiative.name)).toEqual(['Before']);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toMatch(/^tollgate_webhook_messages_waiting \d+$/m);
  });

  it('write for Slack, for Teams, and as CloudEvents', async () => {
    await make(['GATE_REVIEW_REQUESTED'], { format: 'SLACK' });
    await make(['GATE_REVIEW_REQUESTED'], { format: 'TEAMS' });
    await make(['GATE_REVIEW_REQUESTED'], { format: 'CLOUD_EVENTS' });
    const id = await company.create({ name: 'A <b> & *c*' });
    await company.request(id, { note: 'See <!channel> and [x](y)' });
    await outbound.drain();
    const all = bodies(receiver);
    const slack = all.find(({ blocks }) => blocks);
    const teams = all.find(({ attachments }) => attachments);
    const cloud = all.find(({ specversion }) => specversion);
    expect(slack.blocks[1].text.text).toBe('See &lt;!channel&gt; and [x](y)');
    expect(slack.blocks.at(-1).elements[0].url).toMatch(/^https:\/\/tollgate.example.org\/i\/CO\d+-1\/decide$/);
    expect(teams.attachments[0].content).toMatchObject({
      type: 'AdaptiveCard',
      version: '1.4',
      body: [
        { text: expect.stringContaining('A \\<b\\> & \\*c\\*') },
        { text: 'See \\<!channel\\> and \\[x\\]\\(y\\)' },
        {},
      ],
    });
    expect(cloud).toMatchObject({
      id: expect.any(String),
      type: 'gate.review.requested',
      subject: `${company.key}-1`,
      source: `/portfolios/${company.key}`,
    });
    expect(ids(receiver)).toContain(cloud.id);
  });
});
