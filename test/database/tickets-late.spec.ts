import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../../src/domain/basics/calendar-date.js';
import type { CanonicalEvent } from '../../src/domain/tickets/ticket.js';
import { foundCompany, type Company } from '../support/company.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';
import { aSnapshot, aWorklog, at } from '../support/ticket-facts.js';
import { ticketRoom, type TicketRoom } from '../support/ticket-room.js';

const LINK = `mutation ($id: ID!, $input: TicketLinkInput!) {
  ticketLink(initiativeId: $id, input: $input) { ticket { id links { sharePercent initiative { id } } } userErrors { code message } } }`;
const UNLINK = `mutation ($id: ID!, $input: TicketUnlinkInput!) {
  ticketUnlink(initiativeId: $id, input: $input) { ticket { id } userErrors { code message } } }`;
const CLOSE = `mutation ($key: String!, $input: EffortPeriodCloseInput!) {
  effortPeriodClose(portfolioKey: $key, input: $input) { userErrors { code message } } }`;
const REFUSE = `mutation ($key: String!, $ids: [ID!]!) {
  effortLateRefuse(portfolioKey: $key, ids: $ids, reason: "It was settled with the client") { userErrors { code message } } }`;

let server: TestServer;
let company: Company;

beforeAll(async () => {
  server = await startTestServer();
  company = await foundCompany(server, { timeZone: 'UTC' });
});

afterAll(() => server.stop());

const upserted = (other: Parameters<typeof aSnapshot>[0] = {}): CanonicalEvent => ({
  type: 'ticket.upserted',
  ticket: aSnapshot(other),
  changes: [],
});
const logged = (other: Parameters<typeof aWorklog>[0] = {}): CanonicalEvent => ({
  type: 'worklog.upserted',
  worklog: aWorklog(other),
});
const day = (text: string): CalendarDate => text as CalendarDate;

const link = async (room: TicketRoom, id: string, input: Record<string, unknown> = {}): Promise<Json> =>
  (await company.manager.ask(LINK, { id, input: { connectionId: room.connectionId, ticketKey: 'SCRUM-23', ...input } }))
    .ticketLink;
const unlink = async (room: TicketRoom, id: string): Promise<Json> =>
  (await company.manager.ask(UNLINK, { id, input: { connectionId: room.connectionId, ticketKey: 'SCRUM-23' } }))
    .ticketUnlink;
/** What waits in the queue of late work, by the entry of work. */
const waiting = async (room: TicketRoom): Promise<Readonly<Record<string, string>>> => {
  const rows = await room.rows<{ name: string; what: string }>(
    `SELECT split_part(external_id, '/', 2) AS name, kind || ' ' || trim_scale(amount) AS what FROM late_effort
     WHERE source LIKE '%' || $1 AND status = 'PENDING'`,
    room.connectionId,
  );
  return Object.fromEntries(rows.map(({ name, what }) => [name, what]));
};
const booked = async (room: TicketRoom): Promise<readonly string[]> =>
  (
    await room.rows<{ name: string }>(
      "SELECT split_part(external_id, '/', 2) AS name FROM ticket_effort WHERE connection_id = $1 ORDER BY 1",
      room.connectionId,
    )
  ).map(({ name }) => name);

describe('work of a closed period', () => {
  it('waits for somebody to let it in, once, and never changes what is closed by itself', async () => {
    const room = await ticketRoom(server, company.key);
    const id = await company.create();
    await room.take([
      upserted(),
      logged({ externalId: 'a', localDate: day('2026-02-10') }),
      logged({ externalId: 'b', localDate: day('2026-02-11') }),
    ]);
    expect((await link(room, id)).userErrors).toEqual([]);
    const stood = await room.hours();
    expect(Object.values(stood)).toEqual(['6', '6']);
    const { effortPeriodClose } = await company.admin.ask(CLOSE, {
      key: company.key,
      input: { from: '2026-02-01', to: '2026-02-28' },
    });
    expect(effortPeriodClose.userErrors).toEqual([]);
    // An edit, a deletion and a late entry.
    await room.take([
      logged({
        externalId: 'a',
        localDate: day('2026-02-10'),
        seconds: 7_200,
        updatedAt: at('2026-03-02T10:00:00.000Z'),
      }),
    ]);
    await room.take([
      { type: 'worklog.deleted', externalId: 'b', ticketExternalId: null, at: at('2026-03-02T10:00:00.000Z') },
    ]);
    await room.take([logged({ externalId: 'c', localDate: day('2026-02-12'), seconds: 3_600 })]);
    await room.take([upserted({ labels: ['other'], updatedAt: at('2026-03-02T11:00:00.000Z') })]);
    await room.take([upserted({ labels: ['change'], updatedAt: at('2026-03-02T12:00:00.000Z') })]);
    expect(await room.hours()).toEqual(stood);
    expect(await waiting(room)).toEqual({ a: 'RECORD 2', b: 'DELETE 6', c: 'RECORD 1' });
    expect(await booked(room)).toEqual(['a', 'c']);
    const { tickets } = await company.manager.ask(
      'query ($id: ID!) { tickets(connectionId: $id, key: "scrum-23") { nodes { effortProblem } } }',
      { id: room.connectionId },
    );
    expect(tickets.nodes).toEqual([
      { effortProblem: '2 of its entries wait in the queue of late effort, for their period is closed.' },
    ]);
    expect((await unlink(room, id)).userErrors).toEqual([]);
    expect(await waiting(room)).toEqual({ a: 'DELETE 6', b: 'DELETE 6' });
    expect(await booked(room)).toEqual([]);
    expect(await room.hours()).toEqual(stood);
    expect((await link(room, id)).userErrors).toEqual([]);
    expect(await waiting(room)).toEqual({ a: 'RECORD 2', b: 'DELETE 6', c: 'RECORD 1' });
    expect(await booked(room)).toEqual(['a', 'c']);
  });
});

describe('late work that somebody refused', () => {
  it('is not asked for again each time its ticket is looked at, until it says something else', async () => {
    const room = await ticketRoom(server, company.key);
    const id = await company.create();
    const input = { from: '2026-01-01', to: '2026-01-31' };
    expect((await company.admin.ask(CLOSE, { key: company.key, input })).effortPeriodClose.userErrors).toEqual([]);
    await room.take([upserted(), logged({ externalId: 'r', localDate: day('2026-01-10'), seconds: 3_600 })]);
    await link(room, id);
    expect(await waiting(room)).toEqual({ r: 'RECORD 1' });

    const ids = (
      await room.rows<{ id: string }>(
        "SELECT id FROM late_effort WHERE source LIKE '%' || $1 AND status = 'PENDING'",
        room.connectionId,
      )
    ).map((row) => row.id);
    const refusal = await company.admin.ask(REFUSE, { key: company.key, ids });
    expect(refusal.effortLateRefuse.userErrors).toEqual([]);
    await room.take([upserted({ title: 'Looked at again', updatedAt: at('2026-03-02T11:00:00.000Z') })]);
    await room.take([logged({ externalId: 's', localDate: day('2026-03-02'), seconds: 60 })]);
    expect(await waiting(room)).toEqual({});

    const edit = { seconds: 7_200, updatedAt: at('2026-03-02T10:00:00.000Z') };
    await room.take([logged({ externalId: 'r', localDate: day('2026-01-10'), ...edit })]);
    expect(await waiting(room)).toEqual({ r: 'RECORD 2' });
  });
});

describe('a ticket with very much work on it', () => {
  it('is booked whole, and follows each entry', async () => {
    const room = await ticketRoom(server, company.key);
    const id = await company.create();
    const many = Array.from({ length: 3_000 }, (_, index) =>
      logged({
        externalId: String(index),
        seconds: 600,
        author: { externalId: `u${index % 50}`, displayName: `Person ${index % 50}` },
        localDate: day(index % 2 === 0 ? '2026-03-01' : '2026-03-02'),
      }),
    );
    await room.take([upserted(), ...many]);
    expect((await link(room, id)).userErrors).toEqual([]);
    await room.take([logged({ externalId: 'more', seconds: 60 })]);
    expect(Object.keys(await room.hours())).toHaveLength(3_001);
  }, 120_000);
});

describe('two who link at once', () => {
  it('never give away more than the whole', async () => {
    const room = await ticketRoom(server, company.key);
    await room.take([upserted(), logged()]);
    const ids = await Promise.all([1, 2, 3].map(() => company.create()));
    const answers = await Promise.all(ids.map((id) => link(room, id, { sharePercent: '60' })));
    expect(answers.filter(({ userErrors }: Json) => userErrors.length === 0)).toHaveLength(1);
    const id = ids[answers.findIndex(({ userErrors }: Json) => userErrors.length === 0)] as string;
    const again = await Promise.all([1, 2, 3].map(() => link(room, id, { sharePercent: '60' })));
    expect(again.map(({ userErrors }: Json) => userErrors)).toEqual([[], [], []]);
  });
});

describe('a ticket of a connection that was deleted', () => {
  it('can still be taken away from where it does not belong', async () => {
    const room = await ticketRoom(server, company.key);
    const id = await company.create();
    await room.take([upserted(), logged()]);
    await link(room, id);
    await company.admin.ask('mutation ($id: ID!) { integrationConnectionDelete(id: $id) { userErrors { code } } }', {
      id: room.connectionId,
    });
    expect(Object.values(await room.hours())).toEqual(['6']);
    expect((await unlink(room, id)).userErrors).toEqual([]);
    expect(await room.hours()).toEqual({});
    expect((await link(room, id)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});
