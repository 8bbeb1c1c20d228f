import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CanonicalEvent } from '../../src/domain/tickets/ticket.js';
import { Scheduler } from '../../src/jobs/schedule/scheduler.js';
import { codes, foundCompany, type Company } from '../support/company.js';
import { publishShortWorkflow } from '../support/short-workflow.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';
import { aReading, aSnapshot, aWorklog, at } from '../support/ticket-facts.js';
import { ticketRoom, type TicketRoom } from '../support/ticket-room.js';

let server: TestServer;
let company: Company;

const LINK = `mutation ($id: ID!, $input: TicketLinkInput!) {
  ticketLink(initiativeId: $id, input: $input) { ticket { id key links { sharePercent ruleName criterionKeys initiative { key } } } userErrors { code message field } }
}`;
const UNLINK = `mutation ($id: ID!, $input: TicketUnlinkInput!) {
  ticketUnlink(initiativeId: $id, input: $input) { ticket { id } userErrors { code message field } }
}`;
const PUBLISH = `mutation ($key: String!, $input: ClassificationRulesPublishInput!) {
  classificationRulesPublish(portfolioKey: $key, input: $input) { version userErrors { code message field } }
}`;
const EVIDENCE = `query ($id: ID!) {
  initiative(id: $id) {
    key evidence(criterionKey: "delivery-tickets") { nodes { kind status summary url reviewComment } }
    tickets { nodes { key title statusCategory deleted } }
    gate { readiness { assessments { criterion { key } status reason } } }
    decisions { nodes { gateKey basisChanges { criterionKey reason ticket { key } } } }
    auditEvents(first: 100) { nodes { action changes } }
  }
}`;

const upserted = (other: Parameters<typeof aSnapshot>[0] = {}): CanonicalEvent => ({
  type: 'ticket.upserted',
  ticket: aSnapshot(other),
  changes: [],
});
const logged = (other: Parameters<typeof aWorklog>[0] = {}): CanonicalEvent => ({
  type: 'worklog.upserted',
  worklog: aWorklog(other),
});
const unlogged = (externalId: string, on = '2026-03-04T09:00:00.000Z'): CanonicalEvent => ({
  type: 'worklog.deleted',
  externalId,
  ticketExternalId: null,
  at: at(on),
});

const publish = async (...rules: readonly Record<string, unknown>[]): Promise<void> => {
  const { classificationRulesPublish } = await company.admin.ask(PUBLISH, { key: company.key, input: { rules } });
  expect(classificationRulesPublish.userErrors).toEqual([]);
};

const keyOf = async (id: string): Promise<string> => (await company.standing(id)).key as string;

beforeAll(async () => {
  server = await startTestServer();
  company = await foundCompany(server, { timeZone: 'UTC' });
});

afterAll(() => server.stop());

describe('work on a ticket', () => {
  let room: TicketRoom;
  let id: string;
  let key: string;

  const link = async (by = company.manager, input: Record<string, unknown> = {}, initiative = id): Promise<Json> =>
    (
      await by.ask(LINK, {
        id: initiative,
        input: { connectionId: room.connectionId, ticketKey: 'SCRUM-23', ...input },
      })
    ).ticketLink;

  beforeAll(async () => {
    room = await ticketRoom(server, company.key);
    id = await company.create();
    key = await keyOf(id);
  });

  it('is booked once a ticket is linked, by the classification of its labels', async () => {
    await room.take([upserted(), logged()]);
    expect(await room.hours()).toEqual({});
    await publish({ name: 'Change', labels: ['change'], categoryKey: 'PEOPLE_PROCESS' });
    expect(await link()).toMatchObject({
      userErrors: [],
      ticket: {
        key: 'SCRUM-23',
        links: [{ sharePercent: '100', ruleName: null, criterionKeys: [], initiative: { key } }],
      },
    });
    expect(await room.hours()).toEqual({ [`worklog/10066/${key}`]: '6' });
    const { portfolio } = await company.manager.ask(
      `query ($key: String!, $initiative: String) { portfolio(key: $key) { effortEntries(initiativeKey: $initiative) { nodes { personDays categoryKey categorySource ruleName person method } } } }`,
      { key: company.key, initiative: key },
    );
    expect(portfolio.effortEntries.nodes).toEqual([
      {
        personDays: '0.75',
        categoryKey: 'PEOPLE_PROCESS',
        categorySource: 'RULE',
        ruleName: 'Change',
        person: 'Ada Author',
        method: 'WORKLOG',
      },
    ]);
  });

  it('told again is a duplicate, corrected is a reversal and a new entry, and deleted leaves nothing', async () => {
    expect(await room.take([upserted(), logged()])).toMatchObject({ verdict: 'DUPLICATE', changed: 0 });
    await room.take([logged({ seconds: 14_400, updatedAt: at('2026-03-02T11:00:00.000Z') })]);
    expect(await room.hours()).toEqual({ [`worklog/10066/${key}`]: '4' });
    expect(await room.take([logged()])).toMatchObject({ verdict: 'DUPLICATE' });
    await room.take([unlogged('10066')]);
    expect(await room.hours()).toEqual({});
    expect(await room.take([logged({ updatedAt: at('2026-03-09T11:00:00.000Z') })])).toMatchObject({
      verdict: 'APPLIED',
    });
    expect(await room.hours()).toEqual({});
    const [{ rows, sum } = { rows: 0, sum: '' }] = await room.rows<{ rows: number; sum: string }>(
      'SELECT count(*) AS rows, sum(person_days) AS sum FROM effort_entry WHERE connection_id = $1',
      room.connectionId,
    );
    expect([rows, Number(sum)]).toEqual([4, 0]);
  });

  it('is shared out among initiatives as stated, and never to more than the whole', async () => {
    const other = await company.create();
    await room.take([logged({ externalId: '2' })]);
    expect(codes(await link(company.manager, { sharePercent: '40' }, other))).toEqual(['INVALID']);
    expect((await link(company.manager, { sharePercent: '60' })).userErrors).toEqual([]);
    expect((await link(company.manager, { sharePercent: '40' }, other)).userErrors).toEqual([]);
    expect(await room.hours()).toEqual({
      [`worklog/2/${key}`]: '3.6',
      [`worklog/2/${await keyOf(other)}`]: '2.4',
    });
    const { ticketUnlink } = await company.manager.ask(UNLINK, {
      id: other,
      input: { connectionId: room.connectionId, ticketKey: 'SCRUM-23' },
    });
    expect(ticketUnlink.userErrors).toEqual([]);
    expect(await room.hours()).toEqual({ [`worklog/2/${key}`]: '3.6' });
  });

  it('keeps what would be more than a day of somebody, as nobody’s', async () => {
    await link(company.manager, { sharePercent: '100' });
    await room.take([logged({ externalId: '3', seconds: 72_000 }), logged({ externalId: '4', seconds: 144_000 })]);
    expect(await room.hours()).toEqual({
      [`worklog/2/${key}`]: '6',
      [`worklog/3/${key}`]: '20',
      [`worklog/4/${key}`]: '40',
    });
    const people = await room.rows(
      'SELECT external_id AS id, person FROM effort_entry WHERE connection_id = $1 AND external_id LIKE $2 AND NOT is_reversal ORDER BY 1',
      room.connectionId,
      'worklog/_/%',
    );
    expect(people).toEqual(
      expect.arrayContaining([
        { id: `worklog/3/${key}`, person: null },
        { id: `worklog/4/${key}`, person: null },
      ]),
    );
  });

  it('is refused to whoever may not, and where nothing is there, with all reasons', async () => {
    expect(
      await company.reviewer.answer(LINK, { id, input: { connectionId: room.connectionId, ticketKey: 'X' } }),
    ).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    expect(await link(company.manager, { ticketKey: 'NONE-1' })).toMatchObject({
      ticket: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['input', 'ticketKey'] }],
    });
    expect(codes(await link(company.manager, { connectionId: '8d7b8a2c-3c0e-4a3e-9f86-0d3a7e6b1f10' }))).toEqual([
      'NOT_FOUND',
    ]);
    expect(codes(await link(company.manager, { criterionKey: 'change-plan', sharePercent: '101' }))).toEqual([
      'INVALID',
      'INVALID',
    ]);
  });
});

describe('a rule that links', () => {
  it('links tickets that are there, follows them as they change, and ends where a newer version says otherwise', async () => {
    const room = await ticketRoom(server, company.key);
    const id = await company.create();
    const key = await keyOf(id);
    await room.take([
      upserted({ externalId: '7', key: 'OPS-7', projectKey: 'OPS', labels: [], statusCategory: 'DONE' }),
    ]);
    await room.take([logged({ externalId: '70', ticketExternalId: '7' })]);
    const rule = { name: 'Ops', connectionId: room.connectionId, projectKeys: ['ops'] };
    await publish({ ...rule, initiativeKey: key, criterionKey: 'delivery-tickets' });
    await server.app.get(Scheduler).runAll();
    expect(await room.hours()).toEqual({ [`worklog/70/${key}`]: '6' });
    const { initiative } = await company.manager.ask(EVIDENCE, { id });
    expect(initiative.evidence.nodes).toEqual([
      expect.objectContaining({ kind: 'TICKETS_DONE', status: 'SUBMITTED', summary: 'OPS-7: Train the counter staff' }),
    ]);
    const moved = {
      externalId: '7',
      key: 'NEW-1',
      projectKey: 'NEW',
      labels: [],
      updatedAt: at('2026-03-03T09:00:00.000Z'),
    };
    await room.take([upserted(moved)]);
    expect(await room.hours()).toEqual({});
    await room.take([upserted({ ...moved, projectKey: 'OPS', updatedAt: at('2026-03-04T09:00:00.000Z') })]);
    expect(await room.hours()).toEqual({ [`worklog/70/${key}`]: '6' });
    await publish({ ...rule, name: 'Other', projectKeys: ['nothing'], initiativeKey: key });
    await server.app.get(Scheduler).runAll();
    expect(await room.hours()).toEqual({});
    const after = await company.manager.ask(EVIDENCE, { id });
    expect(after.initiative.evidence.nodes.map(({ status }: Json) => status)).toEqual(['WITHDRAWN']);
  });

  it('looks at tickets once more where rules change while it is at it', async () => {
    const [first, second] = [await keyOf(await company.create()), await keyOf(await company.create())];
    const room = await ticketRoom(server, company.key);
    const rule = { name: 'Twice', connectionId: room.connectionId, projectKeys: ['twice'] };
    const jobs = "FROM graphile_worker._private_jobs WHERE key LIKE 'relink-tickets:%'";
    await server.app.get(Scheduler).runAll();
    await publish({ ...rule, initiativeKey: first });
    await room.rows(
      `UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'a worker' WHERE id IN (SELECT id ${jobs})`,
    );
    await publish({ ...rule, initiativeKey: second });
    expect(await room.rows(`SELECT locked_by ${jobs} ORDER BY id`)).toEqual([
      { locked_by: 'a worker' },
      { locked_by: null },
    ]);
    await room.rows(`DELETE ${jobs} AND locked_by IS NOT NULL`);
  });

  it('links no new tickets to an initiative that was stopped, and leaves it those it has', async () => {
    const room = await ticketRoom(server, company.key);
    const id = await company.create();
    const key = await keyOf(id);
    await publish({ name: 'Stopped', connectionId: room.connectionId, initiativeKey: key });
    await room.take([upserted({ externalId: '1', key: 'X-1' })]);
    expect(codes(await company.pass(id, { outcome: 'KILL' }))).toEqual([]);
    await room.take([upserted({ externalId: '2', key: 'X-2' })]);
    await room.take([
      upserted({ externalId: '1', key: 'X-1', labels: ['other'], updatedAt: at('2026-03-05T09:00:00.000Z') }),
    ]);
    const { initiative } = await company.manager.ask(EVIDENCE, { id });
    expect(initiative.tickets.nodes.map((ticket: Json) => ticket.key)).toEqual(['X-1']);
  });

  it('does not put back what a person took off there, until a person links it there again', async () => {
    const room = await ticketRoom(server, company.key);
    const id = await company.create();
    const key = await keyOf(id);
    const rule = { name: 'Off', connectionId: room.connectionId, initiativeKey: key };
    await publish({ ...rule, criterionKey: 'delivery-tickets' });
    const told = (day: number, labels: string[]): CanonicalEvent =>
      upserted({ externalId: '1', key: 'OFF-1', labels, updatedAt: at(`2026-03-0${day}T09:00:00.000Z`) });
    await room.take([told(1, []), logged({ externalId: 'off', ticketExternalId: '1' })]);
    const input = { connectionId: room.connectionId, ticketKey: 'OFF-1' };
    const criteria = async (): Promise<unknown> => {
      const { tickets } = await company.manager.ask(
        'query ($id: ID!) { tickets(connectionId: $id) { nodes { links { ruleName criterionKeys } } } }',
        { id: room.connectionId },
      );
      return tickets.nodes[0].links;
    };
    const unlink = async (criterionKey: string | null): Promise<Json> =>
      (await company.manager.ask(UNLINK, { id, input: { ...input, criterionKey } })).ticketUnlink;
    expect(await criteria()).toEqual([{ ruleName: 'Off', criterionKeys: ['delivery-tickets'] }]);
    expect((await unlink('delivery-tickets')).userErrors).toEqual([]);
    await room.take([told(2, ['a'])]);
    expect(await criteria()).toEqual([{ ruleName: 'Off', criterionKeys: [] }]);
    expect((await unlink(null)).userErrors).toEqual([]);
    await room.take([told(3, ['b'])]);
    expect(await criteria()).toEqual([]);
    expect(await room.hours()).toEqual({});
    const linked = await company.manager.ask(LINK, { id, input: { ...input, criterionKey: 'delivery-tickets' } });
    expect(linked.ticketLink.userErrors).toEqual([]);
    expect(await criteria()).toEqual([{ ruleName: null, criterionKeys: ['delivery-tickets'] }]);
    expect((await unlink(null)).userErrors).toEqual([]);
    expect(await criteria()).toEqual([{ ruleName: 'Off', criterionKeys: ['delivery-tickets'] }]);
    expect(codes(await unlink('change-plan'))).toEqual(['NOT_FOUND']);
  });

  it('names only criteria that ask for tickets', async () => {
    const key = await keyOf(await company.create());
    const rules = [{ name: 'a', labels: ['x'], initiativeKey: key, criterionKey: 'change-plan' }];
    const { classificationRulesPublish } = await company.admin.ask(PUBLISH, { key: company.key, input: { rules } });
    expect(codes(classificationRulesPublish)).toEqual(['NOT_FOUND']);
  });
});

describe('a ticket that is to be done for a criterion', () => {
  it('is evidence while it is done, and changes the basis of a decision that was made on it', async () => {
    const room = await ticketRoom(server, company.key);
    const id = await company.standingIn('scale', '2026-01-05');
    const done = { statusName: 'Closed', statusCategory: 'DONE', resolvedAt: at('2026-02-20T10:00:00.000Z') } as const;
    await room.take([upserted(), upserted({ externalId: '8', key: 'SCRUM-8', ...done })]);
    const pilot = await company.standingIn('pilot', '2026-01-05');
    const assessment = async (initiative: string): Promise<Json> =>
      (await company.manager.ask(EVIDENCE, { id: initiative })).initiative.gate.readiness.assessments.find(
        ({ criterion }: Json) => criterion.key === 'delivery-tickets',
      );
    for (const ticketKey of ['SCRUM-23', 'SCRUM-8']) {
      const input = {
        connectionId: room.connectionId,
        ticketKey,
        criterionKey: 'delivery-tickets',
        sharePercent: '50',
      };
      for (const initiative of [id, pilot]) {
        expect((await company.manager.ask(LINK, { id: initiative, input })).ticketLink.userErrors).toEqual([]);
      }
    }
    expect(await assessment(pilot)).toMatchObject({
      status: 'NOT_MET',
      reason: 'Linked tickets done: 1 of 2; not yet: SCRUM-23 (In Progress).',
    });
    server.at('2026-03-03T09:00:00Z');
    await room.take([upserted({ ...done, updatedAt: at('2026-03-03T08:00:00.000Z') })]);
    expect(await assessment(pilot)).toMatchObject({ status: 'MET', reason: 'All linked tickets are done (2).' });
    server.at('2026-03-04T09:00:00Z');
    await room.take([
      upserted({ statusCategory: 'CANCELED', statusName: "Won't do", updatedAt: at('2026-03-04T08:00:00.000Z') }),
    ]);
    expect(await assessment(pilot)).toMatchObject({ status: 'NOT_MET' });
    const then = await company.manager.ask(
      `query ($id: ID!) { initiative(id: $id) { gate { readiness(asOf: "2026-03-03T12:00:00Z") { assessments { criterion { key } status } } } } }`,
      { id: pilot },
    );
    expect(
      then.initiative.gate.readiness.assessments.find(({ criterion }: Json) => criterion.key === 'delivery-tickets')
        .status,
    ).toBe('MET');
    const { initiative } = await company.manager.ask(EVIDENCE, { id: pilot });
    expect(initiative.evidence.nodes.map(({ status, summary }: Json) => `${summary} ${status}`).sort()).toEqual([
      'SCRUM-23: Train the counter staff WITHDRAWN',
      'SCRUM-8: Train the counter staff SUBMITTED',
    ]);
    expect(initiative.auditEvents.nodes.map(({ action }: Json) => action)).toEqual(
      expect.arrayContaining(['ticket.linked', 'ticket.done', 'ticket.reopened']),
    );
  });
});

describe('a gate that was decided on tickets', () => {
  it('stays decided when one of them is reopened, and says that its basis changed; no ticket decides by itself', async () => {
    server.at('2026-04-01T09:00:00Z');
    await publishShortWorkflow(server.admin, 'tickets', [
      { key: 'poc', category: 'POC', gate: { key: 'go', criteria: [['delivery-tickets', 'TICKETS_DONE']] } },
      { key: 'run', category: 'PRODUCTION' },
    ]);
    const short = await foundCompany(server, { timeZone: 'UTC', templateKey: 'tickets' });
    const room = await ticketRoom(server, short.key);
    const id = await short.create();
    const done = { statusName: 'Done', statusCategory: 'DONE' } as const;
    await room.take([upserted()]);
    const input = { connectionId: room.connectionId, ticketKey: 'SCRUM-23', criterionKey: 'delivery-tickets' };
    expect((await short.manager.ask(LINK, { id, input })).ticketLink.userErrors).toEqual([]);
    const refused = await short.pass(id, { outcome: 'GO' });
    expect(codes(refused)).toEqual(['CRITERION_UNMET']);
    await room.take([upserted({ ...done, updatedAt: at('2026-04-01T08:00:00.000Z') })]);
    // All is done, and still nothing moves until somebody decides.
    expect((await short.standing(id)).stage.key).toBe('poc');
    const { id: reviewId } = (await short.standing(id)).gate.currentReview;
    expect(codes(await short.decide(short.gatekeepers[0], id, reviewId, { outcome: 'GO' }))).toEqual([]);
    server.at('2026-04-02T09:00:00Z');
    await room.take([upserted({ statusName: 'Reopened', updatedAt: at('2026-04-02T08:00:00.000Z') })]);
    const { initiative } = await short.manager.ask(EVIDENCE, { id });
    expect((await short.standing(id)).stage.key).toBe('run');
    expect(initiative.decisions.nodes).toEqual([
      {
        gateKey: 'go',
        basisChanges: [
          {
            criterionKey: 'delivery-tickets',
            reason: 'SCRUM-23 was done and is Reopened since. The decision stands.',
            ticket: { key: 'SCRUM-23' },
          },
        ],
      },
    ]);
    expect(initiative.evidence.nodes).toMatchObject([
      { status: 'WITHDRAWN', reviewComment: 'SCRUM-23 is Reopened again.' },
    ]);
  });
});

describe('what the database holds of links', () => {
  it('shares of at most the whole of a ticket, and links that stay as they were made, whoever writes them', async () => {
    const room = await ticketRoom(server, company.key);
    await room.take([upserted()]);
    const [first, second] = [await company.create(), await company.create()];
    const insert = `
      INSERT INTO ticket_link (id, portfolio_id, ticket_id, initiative_id, share_percent, linked_at, linked_by)
      SELECT gen_random_uuid(), t.portfolio_id, t.id, i.id, $3, now(), i.owner_id FROM ticket t, initiative i
      WHERE t.connection_id = $1 AND i.id = $2`;
    await room.rows(insert, room.connectionId, first, '60');
    await expect(room.rows(insert, room.connectionId, second, '40.01')).rejects.toMatchObject({
      constraint: 'ticket_link_shares',
    });
    await expect(room.rows(insert, room.connectionId, first, '10')).rejects.toMatchObject({
      constraint: 'ticket_link_one',
    });
    await expect(room.rows(insert, room.connectionId, second, '0')).rejects.toMatchObject({
      constraint: 'ticket_link_share',
    });
    const mine = 'WHERE ticket_id = (SELECT id FROM ticket WHERE connection_id = $1)';
    await expect(
      room.rows(`UPDATE ticket_link SET share_percent = 10 ${mine}`, room.connectionId),
    ).rejects.toMatchObject({
      constraint: 'ticket_link_unchanged',
    });
    await expect(room.rows(`DELETE FROM ticket_link ${mine}`, room.connectionId)).rejects.toMatchObject({
      constraint: 'ticket_link_kept',
    });
  });
});

describe('the settings of a connection', () => {
  it('book the work on its tickets anew where they count otherwise', async () => {
    const room = await ticketRoom(server, company.key);
    const id = await company.create();
    const key = await keyOf(id);
    await room.take([
      upserted(),
      logged({ externalId: 'own' }),
      { type: 'effort.counter', ...aReading({ previousSeconds: 0 }) },
    ]);
    await company.manager.ask(LINK, { id, input: { connectionId: room.connectionId, ticketKey: 'SCRUM-23' } });
    expect(await room.hours()).toEqual({ [`worklog/own/${key}`]: '6' });
    const { integrationConnectionUpdate } = await company.admin.ask(
      `mutation ($id: ID!, $input: IntegrationConnectionUpdateInput!) { integrationConnectionUpdate(id: $id, input: $input) { userErrors { code message } } }`,
      { id: room.connectionId, input: { settings: { effort: 'COUNTER' }, expectedVersion: 1 } },
    );
    expect(integrationConnectionUpdate.userErrors).toEqual([]);
    await server.app.get(Scheduler).runAll();
    expect(await room.hours()).toEqual({ [`counter/10014/2026-03-02T09:00:00.000Z/${key}`]: '2.5' });
  });
});

describe('any order and any repetition of events', () => {
  const EVENTS: readonly CanonicalEvent[] = [
    upserted({ externalId: 'A', key: 'A-1', labels: ['law'], updatedAt: at('2026-03-01T09:00:00.000Z') }),
    upserted({ externalId: 'A', key: 'B-1', labels: ['law', 'change'], updatedAt: at('2026-03-02T09:00:00.000Z') }),
    upserted({
      externalId: 'A',
      key: 'B-1',
      labels: ['law'],
      statusCategory: 'DONE',
      updatedAt: at('2026-03-02T09:00:00.000Z'),
    }),
    logged({ externalId: 'w1', ticketExternalId: 'A' }),
    logged({ externalId: 'w1', ticketExternalId: 'A', seconds: 14_400, updatedAt: at('2026-03-02T12:00:00.000Z') }),
    logged({ externalId: 'w2', ticketExternalId: 'A', seconds: 79_200 }),
    logged({ externalId: 'w3', ticketExternalId: 'A', seconds: 3_600 }),
    unlogged('w3'),
    // It moves to another ticket.
    upserted({ externalId: 'C', key: 'C-1', labels: ['law'] }),
    logged({ externalId: 'w4', ticketExternalId: 'A', seconds: 600 }),
    logged({ externalId: 'w4', ticketExternalId: 'C', seconds: 600, updatedAt: at('2026-03-03T12:00:00.000Z') }),
    { type: 'ticket.deleted', externalId: 'C', at: at('2026-03-05T09:00:00.000Z'), ticket: null },
    { type: 'ticket.deleted', externalId: 'gone', at: at('2026-03-05T09:00:00.000Z'), ticket: null },
  ];
  const READINGS: readonly CanonicalEvent[] = [
    upserted({ externalId: 'G', key: 'G-1', labels: ['law'] }),
    ...[
      { cumulativeSeconds: 9_000, previousSeconds: 5_400, at: at('2026-03-01T09:00:00.000Z') },
      { cumulativeSeconds: 7_200, previousSeconds: 9_000, at: at('2026-03-02T09:00:00.000Z') },
      { cumulativeSeconds: 18_000, previousSeconds: 7_200, at: at('2026-03-03T09:00:00.000Z') },
      { cumulativeSeconds: 18_000, previousSeconds: null, by: null, at: at('2026-03-04T09:00:00.000Z') },
    ].map((other): CanonicalEvent => ({ type: 'effort.counter', ...aReading({ ticketExternalId: 'G', ...other }) })),
  ];

  const TICKETS = `
    SELECT external_id, key, known_keys, title, status_category, labels, deleted_at, restored_at FROM ticket
    WHERE connection_id = $1 ORDER BY 1`;
  const WORKLOGS = `
    SELECT external_id, ticket_external_id, seconds, local_date, deleted_at FROM worklog WHERE connection_id = $1 ORDER BY 1`;

  it.each([
    ['entries', EVENTS, {}],
    ['running totals', READINGS, { effort: 'COUNTER' as const }],
  ])('of %s ends in the same tickets and the same sums', async (_, events, settings) => {
    const key = await keyOf(await company.create());
    await publish(
      { name: 'Law', labels: ['law'], initiativeKey: key },
      { name: 'Change', labels: ['change'], categoryKey: 'PEOPLE_PROCESS' },
    );
    const ends = async (order: readonly CanonicalEvent[]): Promise<unknown> => {
      const room = await ticketRoom(server, company.key, { settings });
      for (const event of order) {
        await room.take([event]);
      }
      const end = [
        await room.hours(),
        await room.rows(TICKETS, room.connectionId),
        await room.rows(WORKLOGS, room.connectionId),
      ];
      // What one order filled of a person's day must not be in the way of the next.
      await room.take(
        events.flatMap((event) => (event.type === 'worklog.upserted' ? [unlogged(event.worklog.externalId)] : [])),
      );
      return end;
    };
    const expected = await ends(events);
    expect(JSON.stringify(expected)).toContain('"');
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...events], { minLength: events.length }),
        fc.subarray([...events]),
        async (order, again) => {
          expect(await ends([...order.slice(0, 3), ...again, ...order])).toEqual(expected);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('holds for eight who have them taken in at once', async () => {
    const room = await ticketRoom(server, company.key);
    const order = [...EVENTS, ...EVENTS, ...EVENTS];
    await Promise.all(
      Array.from({ length: 8 }, async (_, worker) => {
        for (let place = worker; place < order.length; place += 8) {
          await room.take([order[(place * 7) % order.length] as CanonicalEvent]);
        }
      }),
    );
    expect(
      Object.values(await room.hours())
        .map(Number)
        .reduce((a, b) => a + b, 0),
    ).toBeCloseTo(4 + 22 + 600 / 3600, 5);
  });
});
