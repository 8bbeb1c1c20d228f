import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { deliveryOf, SETTINGS } from '../../../test/support/expected-fixtures.js';
import { describeWithShared } from '../../../test/support/shared.js';
import { signatureCasesOf } from '../../../test/support/signature-cases.js';
import { checkTotal } from '../../../test/support/total-adapter.js';
import { instantOf } from '../../domain/basics/instant.js';
import type { CanonicalEvent, TicketSnapshot } from '../../domain/tickets/ticket.js';
import { linearAdapter } from './linear-adapter.js';

const ISSUE = {
  id: '3443a709-f2b5-46f2-a136-a0445fd432be',
  identifier: 'WEB-44' as string | undefined,
  number: 44 as number | undefined,
  title: 'Train the ranking model' as string | undefined,
  team: { id: 't-1', key: 'WEB' } as object | undefined,
  state: { id: 's-1', name: 'Doing', type: 'started' } as object | undefined,
  stateId: 's-1',
  labels: [
    { id: 'l-1', name: 'people' },
    { id: 'l-2', name: 'people' },
  ],
  project: { id: 'p-1', name: 'Rollout' },
  assignee: { id: 'u-1', name: 'Ada' } as object | undefined,
  estimate: 2.5,
  parentId: 'parent-1',
  previousIdentifiers: ['OLD-1', 'WEB-44'],
  createdAt: '2026-11-01T10:00:00.000Z',
  updatedAt: '2026-11-20T10:00:00.000Z' as string | undefined,
  completedAt: null as string | null,
  canceledAt: null as string | null,
};

const body = (data: object = {}, beside: object = {}): Readonly<Record<string, unknown>> => ({
  action: 'update',
  type: 'Issue',
  actor: { id: 'u-2', name: 'Bo', type: 'user' },
  createdAt: '2026-11-20T10:00:01.000Z',
  data: { ...ISSUE, ...data },
  url: 'https://linear.app/acme/issue/WEB-44/train',
  webhookTimestamp: 1_795_168_800_000,
  webhookId: 'the-hook',
  ...beside,
});

const read = (json: unknown, settings = SETTINGS) => linearAdapter.normalize(deliveryOf(json), json, settings);

const eventsOf = (json: unknown, settings = SETTINGS): readonly CanonicalEvent[] => read(json, settings).events;

const ticketOf = (json: unknown, settings = SETTINGS): TicketSnapshot => {
  const [event] = eventsOf(json, settings);
  if (event?.type !== 'ticket.upserted') {
    throw new Error('Expected a ticket.');
  }
  return event.ticket;
};

describe('A delivery of Linear is authentic', () => {
  const HOUR = 3_600_000;
  const NOW = instantOf(1_795_168_800_000);
  const ask = (text: string, secrets: readonly string[] = ['s'], signature?: string) =>
    linearAdapter.authenticate(
      {
        headers: { 'linear-signature': signature ?? createHmac('sha256', 's').update(text).digest('hex') },
        body: Buffer.from(text),
      },
      secrets,
      NOW,
    );
  const stamped = (webhookTimestamp: unknown): string => JSON.stringify({ type: 'Issue', webhookTimestamp });

  it('by its signature, with each secret in force', () => {
    expect(ask(stamped(1_795_168_800_000))).toEqual({ ok: true });
    expect(ask(stamped(1_795_168_800_000), ['new', 's'])).toEqual({ ok: true });
    expect(ask(stamped(1_795_168_800_000), ['new'])).toMatchObject({ ok: false, why: 'WRONG' });
    expect(ask(stamped(1_795_168_800_000), ['s'], 'ab')).toMatchObject({ ok: false, why: 'WRONG' });
    expect(ask(stamped(1_795_168_800_000), ['s'], ' ')).toMatchObject({ ok: false, why: 'MISSING' });
    expect(linearAdapter.authenticate(deliveryOf({}), ['s'], NOW)).toMatchObject({ ok: false, why: 'MISSING' });
  });

  it.each([
    ['a number', 1_795_168_800_000 - 24 * HOUR],
    ['digits', String(1_795_168_800_000 + 24 * HOUR)],
    ['a text', '2026-11-20T10:00:00.000Z'],
  ])('for a day around its stamp, which is %s', (_, stamp) => {
    expect(ask(stamped(stamp))).toEqual({ ok: true });
  });

  it.each([1_795_168_800_000 - 24 * HOUR - 1, 1_795_168_800_000 + 24 * HOUR + 1, '2025-11-20T10:00:00Z'])(
    'and stale with a stamp of %s',
    (stamp) => {
      expect(ask(stamped(stamp))).toMatchObject({ ok: false, why: 'STALE' });
    },
  );

  it('and without a stamp only where it can change nothing', () => {
    expect(ask(stamped(undefined))).toMatchObject({ ok: false, why: 'MISSING' });
    expect(ask('no JSON')).toEqual({ ok: true });
    expect(ask('{"hello":"world"}')).toEqual({ ok: true });
  });
});

describeWithShared('fixtures/signatures.json', 'The signature cases of Linear', () => {
  it.each(signatureCasesOf('linear'))('$title', ({ secret, body: text, headers, accept, now }) => {
    const { headers: lowered } = deliveryOf(null, headers);

    expect(
      linearAdapter.authenticate({ headers: lowered, body: Buffer.from(text) }, [secret], instantOf(now ?? 0)).ok,
    ).toBe(accept);
  });
});

describe('A delivery of Linear is known again', () => {
  it('by its id, never by that of the webhook', () => {
    expect(linearAdapter.deliveryKey(deliveryOf(body(), { 'Linear-Delivery': 'd-1' }), body())).toBe('d-1');
    expect(linearAdapter.deliveryKey(deliveryOf(body()), body())).toMatch(/^sha256:/);
  });
});

describe('An issue of Linear', () => {
  it('is read whole', () => {
    expect(read(body())).toEqual({
      eventName: 'Issue.update',
      actor: { externalId: 'u-2', displayName: 'Bo' },
      events: [
        {
          type: 'ticket.upserted',
          ticket: {
            externalId: '3443a709-f2b5-46f2-a136-a0445fd432be',
            key: 'WEB-44',
            previousKeys: ['OLD-1'],
            url: 'https://linear.app/acme/issue/WEB-44/train',
            projectKey: 'WEB',
            parentExternalId: 'parent-1',
            title: 'Train the ranking model',
            type: null,
            statusName: 'Doing',
            statusCategory: 'IN_PROGRESS',
            toldCategory: 'IN_PROGRESS',
            resolution: null,
            labels: ['people'],
            components: ['Rollout'],
            points: '2.5',
            originalEstimateSeconds: null,
            timeSpentSeconds: null,
            remainingSeconds: null,
            assignee: { externalId: 'u-1', displayName: 'Ada' },
            createdAt: '2026-11-01T10:00:00.000Z',
            updatedAt: '2026-11-20T10:00:00.000Z',
            resolvedAt: null,
            revision: null,
          },
          changes: [],
        },
      ],
    });
  });

  it.each([
    ['triage', 'TODO'],
    ['backlog', 'TODO'],
    ['unstarted', 'TODO'],
    ['started', 'IN_PROGRESS'],
    ['completed', 'DONE'],
    ['canceled', 'CANCELED'],
    ['duplicate', 'CANCELED'],
  ])('stands in a state of type %s: %s', (type, category) => {
    expect(ticketOf(body({ state: { name: 'Done', type } })).statusCategory).toBe(category);
  });

  it.each([undefined, {}, { name: 'Done', type: 'parked' }])(
    'in the state %j is asked for, and never guessed',
    (state) => {
      expect(eventsOf(body({ state }))).toMatchObject([
        { type: 'ticket.upserted', ticket: { statusCategory: 'UNKNOWN' } },
        { type: 'refetch', what: 'TICKET', externalId: ISSUE.id, key: 'WEB-44' },
      ]);
    },
  );

  it('stands where the settings say', () => {
    const settings = { ...SETTINGS, statusCategories: { Parked: 'CANCELED', Doing: 'DONE' } as const };

    expect(eventsOf(body({ state: { name: 'Parked', type: 'parked' } }), settings)).toMatchObject([
      { ticket: { statusCategory: 'CANCELED' } },
    ]);
    expect(ticketOf(body(), settings).statusCategory).toBe('DONE');
  });

  it('of 2023 is called by its team and number', () => {
    expect(ticketOf(body({ identifier: undefined, number: 7 })).key).toBe('WEB-7');
    expect(eventsOf(body({ identifier: undefined, team: undefined }))).toMatchObject([
      { type: 'refetch', externalId: ISSUE.id, key: null },
    ]);
    expect(eventsOf(body({ identifier: undefined, number: undefined }))).toMatchObject([{ type: 'refetch' }]);
  });

  it('has what it lacks from where else it stands', () => {
    const bare = body(
      {
        title: undefined,
        assignee: undefined,
        assigneeId: 'u-3',
        updatedAt: undefined,
        parentId: null,
        parent: { id: 'q' },
      },
      { url: undefined },
    );

    expect(ticketOf(bare)).toMatchObject({
      title: 'WEB-44',
      assignee: { externalId: 'u-3', displayName: null },
      updatedAt: '2026-11-20T10:00:01.000Z',
      parentExternalId: 'q',
      url: null,
    });
    expect(ticketOf(body({ assignee: undefined })).assignee).toBeNull();
    expect(ticketOf(body({ completedAt: '2026-11-19T10:00:00Z' })).resolvedAt).toBe('2026-11-19T10:00:00.000Z');
    expect(ticketOf(body({ canceledAt: '2026-11-18T10:00:00Z' })).resolvedAt).toBe('2026-11-18T10:00:00.000Z');
  });

  it('without any date is asked for', () => {
    const undated = { createdAt: undefined, webhookTimestamp: undefined };

    expect(eventsOf(body({ updatedAt: undefined }, undated))).toMatchObject([{ type: 'refetch' }]);
    expect(eventsOf(body({ updatedAt: undefined }, { ...undated, action: 'remove' }))).toMatchObject([
      { type: 'refetch' },
    ]);
  });

  it('that is not there is unreadable', () => {
    expect(eventsOf(body({}, { data: null }))).toMatchObject([{ type: 'unreadable' }]);
    expect(eventsOf(body({}, { action: 'remove', data: {} }))).toMatchObject([{ type: 'unreadable' }]);
  });

  it('is deleted when it is put into the bin', () => {
    const deleted = { type: 'ticket.deleted', externalId: ISSUE.id, at: '2026-11-20T10:00:01.000Z' };

    expect(eventsOf(body({}, { action: 'remove' }))).toMatchObject([{ ...deleted, ticket: { key: 'WEB-44' } }]);
    expect(eventsOf(body({ trashed: true }))).toMatchObject([deleted]);
    expect(eventsOf(body({}, { action: 'remove', data: { id: ISSUE.id } }))).toMatchObject([
      { ...deleted, ticket: null },
    ]);
    expect(
      eventsOf(body({ archivedAt: '2026-11-20T09:00:00.000Z' }, { action: 'remove', createdAt: undefined })),
    ).toMatchObject([{ at: '2026-11-20T09:00:00.000Z' }]);
  });

  it('is there again when it is taken out of the bin, and being archived is nothing', () => {
    const restored = { type: 'ticket.restored', externalId: ISSUE.id, ticket: { key: 'WEB-44' } };

    expect(eventsOf(body({}, { updatedFrom: { trashed: true, archivedAt: '2026-11-19T10:00:00Z' } }))).toMatchObject([
      restored,
    ]);
    expect(eventsOf(body({}, { action: 'restore' }))).toMatchObject([restored]);
    expect(eventsOf(body({ archivedAt: '2026-11-19T10:00:00Z' }))).toMatchObject([{ type: 'ticket.upserted' }]);
  });

  it('tells what was changed, without bookkeeping and wording', () => {
    const json = body(
      { labelIds: ['l-1', 'l-2'], description: 'new' },
      {
        updatedFrom: {
          updatedAt: '2026-11-19T10:00:00Z',
          sortOrder: 1,
          stateId: 's-0',
          labelIds: ['l-1'],
          estimate: null,
          description: 'old',
          priority: 2,
        },
      },
    );

    expect(eventsOf(json)).toMatchObject([
      {
        changes: [
          { field: 'status', name: 'stateId', from: 's-0', to: 's-1' },
          { field: 'labels', name: 'labelIds', from: ['l-1'], to: ['l-1', 'l-2'] },
          { field: 'points', name: 'estimate', from: null, to: 2.5 },
          { field: 'other', name: 'description', from: null, to: null },
          { field: 'other', name: 'priority', from: 2, to: null },
        ],
      },
    ]);
  });
});

describe('What of Linear is no concern of ours', () => {
  it.each([
    [{ type: 'Comment', action: 'create' }, 'Comment.create', 'comment'],
    [{ type: 'Project', action: 'update' }, 'Project.update', 'Project'],
    [{ type: 'IssueSLA', action: 'breached' }, 'IssueSLA.breached', 'IssueSLA'],
    [{ type: 'Reaction' }, 'Reaction', 'Reaction'],
    [{ type: 'Issue', action: 'teleport' }, 'Issue.teleport', 'Issue.teleport'],
    [{ type: 'Issue' }, 'Issue', 'Issue'],
  ])('is %j, by its name', (json, eventName, why) => {
    expect(read(json)).toEqual({ eventName, actor: null, events: [{ type: 'ignored', why }] });
  });

  it('is unreadable where it is not of Linear', () => {
    expect(eventsOf({ hello: 'world' })).toMatchObject([{ type: 'unreadable' }]);
    expect(linearAdapter.normalize({ headers: {}, body: Buffer.from('?') }, undefined, SETTINGS).events).toMatchObject([
      { type: 'unreadable' },
    ]);
  });
});

it('Whatever JSON Linear sends, it is answered', () => {
  checkTotal(
    linearAdapter,
    'linear',
    [{}, { 'linear-delivery': 'd-1', 'linear-event': 'Issue' }],
    [body(), body({}, { action: 'remove' }), body({}, { updatedFrom: { trashed: true, stateId: 's' } })],
  );
});
