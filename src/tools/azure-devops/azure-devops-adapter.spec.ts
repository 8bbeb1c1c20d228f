import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../../domain/basics/instant.js';
import { deliveryOf, fixturesOf, SETTINGS } from '../../../test/support/expected-fixtures.js';
import { signatureCasesOf } from '../../../test/support/signature-cases.js';
import { describeWithShared } from '../../../test/support/shared.js';
import { checkTotal } from '../../../test/support/total-adapter.js';
import type { CanonicalEvent, TicketSnapshot } from '../../domain/tickets/ticket.js';
import { azureDevopsAdapter } from './azure-devops-adapter.js';

const NOW = instantOf(0);
const COMPLETED = 'Microsoft.VSTS.Scheduling.CompletedWork';
const ADA = { id: 'd6245f20-2af8-44f4-9451-8107cb2767db', displayName: 'Ada', uniqueName: 'ada@acme.example' };
const FIELDS = {
  'System.TeamProject': 'Acme',
  'System.AreaPath': 'Acme\\Models',
  'System.WorkItemType': 'Task',
  'System.Title': 'Train the ranking model',
  'System.State': 'Active',
  'System.CreatedDate': '2026-05-01T10:00:00.1234567Z',
  'System.ChangedDate': '2026-05-02T10:00:00Z',
  'System.ChangedBy': 'Bo <bo@acme.example>',
};

const sent = (eventType: string, resource: unknown): object => ({
  subscriptionId: 'a1b2',
  notificationId: 4,
  id: 'e-1',
  eventType,
  message: { text: 'Task #13 (Train the ranking model) updated by Ada' },
  resource,
  createdDate: '2026-05-03T10:00:00Z',
});

const created = (fields: object = {}, beside: object = {}): object =>
  sent('workitem.created', {
    id: 13,
    rev: 1,
    fields: { ...FIELDS, ...fields },
    url: 'https://dev.azure.com/acme/_apis/wit/workItems/13',
    ...beside,
  });

/** `now`: the fields of the revision beside those that never differ here; `changes`: from and to of what was changed. */
const updated = (changes: object, now: object = {}, beside: object = {}): object =>
  sent('workitem.updated', {
    id: 99,
    workItemId: 13,
    rev: 4,
    revisedBy: ADA,
    fields: changes,
    revision: { id: 13, rev: 4, fields: { ...FIELDS, ...now } },
    ...beside,
  });

const eventsOf = (json: unknown, settings = SETTINGS): readonly CanonicalEvent[] =>
  azureDevopsAdapter.normalize(deliveryOf(json), json, settings).events;

const ticketOf = (json: unknown, settings = SETTINGS): TicketSnapshot => {
  const [event] = eventsOf(json, settings);
  if (event?.type !== 'ticket.upserted') {
    throw new Error(`Expected a ticket, got ${JSON.stringify(event)}`);
  }
  return event.ticket;
};

describe('A delivery of Azure DevOps is authentic by its user and password', () => {
  const ask = (authorization: string | undefined, secrets: readonly string[]) =>
    azureDevopsAdapter.authenticate(deliveryOf({}, authorization === undefined ? {} : { authorization }), secrets, NOW);
  const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

  it.each([basic('hook:pässwörd'), basic('hook:pässwörd').replace('Basic', 'bASIC'), basic('hook:old:with:colons')])(
    '%s',
    (header) => {
      expect(ask(header, ['hook:pässwörd', 'hook:old:with:colons'])).toEqual({ ok: true });
    },
  );

  it.each([undefined, ''])('and without the header (%j) it is MISSING', (header) => {
    expect(ask(header, ['hook:secret'])).toMatchObject({ ok: false, why: 'MISSING' });
  });

  it.each([basic('hook:Secret'), basic('hook'), basic(''), 'Bearer hook:secret', 'Basic ###', 'hook:secret'])(
    'and %s is WRONG',
    (header) => {
      expect(ask(header, ['hook:secret'])).toMatchObject({ ok: false, why: 'WRONG' });
    },
  );
});

describeWithShared('fixtures/signatures.json', 'The signature cases of Azure DevOps', () => {
  it.each(signatureCasesOf('azuredevops'))('$title', ({ secret, body, headers, accept }) => {
    const { headers: lowered } = deliveryOf(null, headers);

    expect(azureDevopsAdapter.authenticate({ headers: lowered, body: Buffer.from(body) }, [secret], NOW).ok).toBe(
      accept,
    );
  });
});

describe('A delivery of Azure DevOps is known again', () => {
  it.each([
    [
      'by subscription and notification, since the id of the event is shared',
      { subscriptionId: 's', notificationId: 4, id: 'e' },
      /^s:4$/,
    ],
    ['by the id of the event where one of them is missing', { subscriptionId: 's', id: 'e' }, /^e$/],
    ['by its bytes where the ids are beyond measure', { id: 'x'.repeat(201) }, /^sha256:/],
    ['by its bytes where there is nothing else', {}, /^sha256:[\da-f]{64}$/],
    [
      'by its bytes where no subscription is behind it: the button Test sends the same numbers at every press',
      { subscriptionId: '00000000-0000-0000-0000-000000000000', notificationId: 4, id: 'e' },
      /^sha256:[\da-f]{64}$/,
    ],
  ])('%s', (_, json, key) => {
    expect(azureDevopsAdapter.deliveryKey(deliveryOf(json), json)).toMatch(key);
    expect(azureDevopsAdapter.deliveryKey(deliveryOf(json), undefined)).toMatch(key);
  });
});

describe('A work item', () => {
  it('is read whole from its creation', () => {
    const fields = {
      'System.Tags': 'poc; ml-platform;poc; ',
      'System.AssignedTo': ADA,
      'System.Parent': 7,
      'Microsoft.VSTS.Scheduling.StoryPoints': 5,
      'Microsoft.VSTS.Scheduling.OriginalEstimate': 16,
      'Microsoft.VSTS.Scheduling.RemainingWork': 13.5,
      [COMPLETED]: 2.5,
    };

    expect(ticketOf(created(fields))).toEqual({
      externalId: '13',
      key: 'Acme#13',
      previousKeys: [],
      url: 'https://dev.azure.com/acme/_workitems/edit/13',
      projectKey: 'Acme',
      parentExternalId: '7',
      title: 'Train the ranking model',
      type: 'Task',
      statusName: 'Active',
      statusCategory: 'IN_PROGRESS',
      toldCategory: 'IN_PROGRESS',
      resolution: null,
      labels: ['poc', 'ml-platform'],
      components: ['Acme\\Models'],
      points: '5',
      originalEstimateSeconds: 57_600,
      timeSpentSeconds: 9000,
      remainingSeconds: 48_600,
      assignee: { externalId: ADA.id, displayName: 'Ada' },
      createdAt: '2026-05-01T10:00:00.123Z',
      updatedAt: '2026-05-02T10:00:00.000Z',
      resolvedAt: null,
      revision: 1,
    });
  });

  it.each([
    ['the work item of an update, never the number of the update', updated({}), '13'],
    ['the revision where that is zero', updated({}, {}, { workItemId: 0 }), '13'],
    [
      'the address where the rest was cut',
      updated(
        {},
        {},
        { workItemId: undefined, revision: { fields: FIELDS }, url: 'https://x/_apis/wit/workItems/21/updates/2' },
      ),
      '21',
    ],
    [
      'the link to the work item',
      updated(
        {},
        {},
        {
          workItemId: null,
          revision: { fields: FIELDS },
          _links: { parent: { href: 'https://x/_apis/wit/workItems/22' } },
        },
      ),
      '22',
    ],
    ['the message where all of it was cut', sent('workitem.updated', null), '13'],
  ])('is known by %s', (_, json, externalId) => {
    const [event] = eventsOf(json);

    expect(event).toMatchObject(event?.type === 'refetch' ? { externalId } : { ticket: { externalId } });
  });

  it('has what it was changed to over what the revision says, and not what was cleared', () => {
    const changes = {
      'System.State': { oldValue: 'Active', newValue: 'Closed' },
      'System.AssignedTo': { oldValue: 'Ada' },
      'System.Tags': { oldValue: 'poc', newValue: null },
    };

    expect(ticketOf(updated(changes, { 'System.AssignedTo': 'Ada', 'System.Tags': 'poc' }))).toMatchObject({
      statusName: 'Closed',
      statusCategory: 'DONE',
      toldCategory: 'DONE',
      assignee: null,
      labels: [],
      revision: 4,
    });
  });

  it.each([
    ['a name', 'Ada Lovelace', 'Ada Lovelace', 'Ada Lovelace'],
    ['a name with a mail address', 'Ada <ada@acme.example>', 'ada@acme.example', 'Ada'],
    ['a name with an account', 'Ada <ACME\\ada>', 'ACME\\ada', 'Ada'],
    ['an identity', { id: 'g-1', displayName: 'Ada', uniqueName: 'ada@acme.example' }, 'g-1', 'Ada'],
    [
      'an identity of nobody',
      { id: '00000000-0000-0000-0000-000000000000', uniqueName: 'ACME\\ada' },
      'ACME\\ada',
      null,
    ],
    ['a descriptor', { descriptor: 'aad.Zg', displayName: 'Ada <ada@acme.example>' }, 'aad.Zg', 'Ada'],
    ['a written identity', { name: 'Ada <ada@acme.example>' }, 'ada@acme.example', 'Ada'],
    ['no more than a name', { displayName: 'Ada' }, 'Ada', 'Ada'],
  ])('is assigned to %s', (_, value, externalId, displayName) => {
    expect(ticketOf(created({ 'System.AssignedTo': value })).assignee).toEqual({ externalId, displayName });
  });

  it.each([{}, '', 7, null, []])('is assigned to nobody by %j', (value) => {
    expect(ticketOf(created({ 'System.AssignedTo': value })).assignee).toBeNull();
  });

  it.each([
    ['New', undefined, {}, 'TODO', null],
    ['to do', undefined, {}, 'TODO', null],
    ['Approved', undefined, {}, 'TODO', null],
    ['Committed', undefined, {}, 'IN_PROGRESS', null],
    ['Doing', undefined, {}, 'IN_PROGRESS', null],
    ['Resolved', 'Fixed', {}, 'IN_PROGRESS', null],
    ['Done', 'Work finished', {}, 'DONE', 'Work finished'],
    ['Closed', undefined, {}, 'DONE', null],
    ['Removed', 'Removed from the backlog', {}, 'CANCELED', 'Removed from the backlog'],
    ['Closed', 'Cut', {}, 'CANCELED', 'Cut'],
    ['Closed', 'Duplicate', { Closed: 'DONE' }, 'CANCELED', 'Duplicate'],
    ['Closed', 'Deferred', { Deferred: 'TODO' }, 'TODO', 'Deferred'],
    ['Shipped', undefined, { Shipped: 'DONE' }, 'DONE', null],
    ['Active', undefined, { Active: 'TODO' }, 'TODO', null],
  ] as const)('that is %s (%s) under %j is %s', (state, reason, statusCategories, statusCategory, resolution) => {
    const json = created({ 'System.State': state, 'System.Reason': reason });

    expect(ticketOf(json, { ...SETTINGS, statusCategories })).toMatchObject({ statusCategory, resolution });
  });

  it.each(['新建', 'In Review', undefined])('in the state %s is UNKNOWN, and asked for', (state) => {
    expect(eventsOf(created({ 'System.State': state }))).toMatchObject([
      { type: 'ticket.upserted', ticket: { statusName: state ?? null, statusCategory: 'UNKNOWN' } },
      { type: 'refetch', externalId: '13' },
    ]);
  });

  it('was resolved when it was closed', () => {
    const closed = { 'System.State': 'Closed', 'Microsoft.VSTS.Common.ClosedDate': '2026-05-02T09:00:00Z' };

    expect(ticketOf(created(closed)).resolvedAt).toBe('2026-05-02T09:00:00.000Z');
    expect(ticketOf(created({ ...closed, 'System.State': 'Active' })).resolvedAt).toBeNull();
  });

  it.each(['0001-01-01T00:00:00Z', '9999-01-01T00:00:00Z', 'soon', undefined])(
    'with the date %s has that of the delivery',
    (date) => {
      expect(ticketOf(created({ 'System.ChangedDate': date })).updatedAt).toBe('2026-05-03T10:00:00.000Z');
    },
  );

  it.each([
    [
      'by a relation',
      {
        relations: [
          { rel: 'x' },
          { rel: 'System.LinkTypes.Hierarchy-Reverse', url: 'https://x/_apis/wit/workItems/8' },
        ],
      },
      '8',
    ],
    ['and none', { relations: { added: [] } }, null],
  ])('has a parent %s', (_, beside, parent) => {
    expect(ticketOf(created({}, beside)).parentExternalId).toBe(parent);
  });

  it('has its page where one is named', () => {
    expect(ticketOf(created({}, { _links: { html: { href: 'https://page' } } })).url).toBe('https://page');
    expect(ticketOf(created({}, { url: undefined })).url).toBeNull();
  });

  it.each([
    ['of the process', null, { 'Microsoft.VSTS.Scheduling.Effort': '3.50' }, '3.5'],
    [
      'of the settings, and no other',
      'Custom.Points',
      { 'Microsoft.VSTS.Scheduling.Effort': 3, 'Custom.Points': 8 },
      '8',
    ],
    ['none', 'Custom.Points', { 'Microsoft.VSTS.Scheduling.Effort': 3 }, null],
  ])('has the points %s', (_, pointsField, fields, points) => {
    expect(ticketOf(created(fields), { ...SETTINGS, pointsField }).points).toBe(points);
  });

  it.each([
    ['minimal details', sent('workitem.updated', { id: 99, workItemId: 13, url: 'https://x' })],
    ['no project', updated({}, { 'System.TeamProject': '' })],
  ])('with %s is asked for', (_, json) => {
    expect(eventsOf(json)).toMatchObject([{ type: 'refetch', what: 'TICKET', externalId: '13', key: null }]);
  });

  it.each([
    ['neither id nor message', { ...sent('workitem.created', {}), message: null }],
    ['no name of the event', { subscriptionId: 's' }],
    ['a list', []],
    ['nothing', null],
  ])('with %s is unreadable', (_, json) => {
    expect(eventsOf(json)).toMatchObject([{ type: 'unreadable' }]);
  });
});

describe('What was changed is told', () => {
  it('without bookkeeping, persons by their ids, and no wording of texts', () => {
    const changes = {
      'System.Rev': { oldValue: 3, newValue: 4 },
      'System.State': { oldValue: 'New', newValue: 'Active' },
      'System.AssignedTo': { newValue: ADA },
      'System.History': { newValue: 'secret' },
      'Microsoft.VSTS.Scheduling.StoryPoints': { oldValue: 1, newValue: 2 },
      'Custom.Reviewer': { oldValue: ADA },
      'Custom.Long': { newValue: 'x'.repeat(300) },
    };

    expect(eventsOf(updated(changes))[0]).toMatchObject({
      changes: [
        { field: 'status', name: 'System.State', from: 'New', to: 'Active' },
        { field: 'assignee', name: 'System.AssignedTo', from: null, to: ADA.id },
        { field: 'other', name: 'System.History', from: null, to: null },
        { field: 'points', name: 'Microsoft.VSTS.Scheduling.StoryPoints', from: 1, to: 2 },
        { field: 'other', name: 'Custom.Reviewer', from: ADA.id, to: null },
        { field: 'other', name: 'Custom.Long', from: null, to: null },
      ],
    });
    expect(eventsOf(created())[0]).toMatchObject({ changes: [] });
  });
});

describe('Completed Work is a counter', () => {
  const counterOf = (json: unknown, settings = SETTINGS): CanonicalEvent | undefined =>
    eventsOf(json, settings).find(({ type }) => type === 'effort.counter');

  it.each([
    ['raised', updated({ [COMPLETED]: { oldValue: 2.5, newValue: 5 } }), 18_000, 9000],
    ['set for the first time', updated({ [COMPLETED]: { newValue: 2.5 } }), 9000, 0],
    ['lowered', updated({ [COMPLETED]: { oldValue: 5, newValue: 4.75 } }), 17_100, 18_000],
    ['cleared', updated({ [COMPLETED]: { oldValue: 5 } }, { [COMPLETED]: 5 }), 0, 18_000],
    ['left as it was', updated({}, { [COMPLETED]: 5 }), 18_000, null],
    ['written as a text', updated({ [COMPLETED]: { oldValue: '1', newValue: '1.5' } }), 5400, 3600],
    ['a third of an hour, to the whole second', updated({ [COMPLETED]: { newValue: 0.3333333333333333 } }), 1200, 0],
    ['half a second, rounded up', updated({ [COMPLETED]: { newValue: 0.00125 } }), 5, 0],
    ['there from the creation', created({ [COMPLETED]: 2 }, { revisedBy: ADA }), 7200, 0],
  ])('%s', (_, json, cumulativeSeconds, previousSeconds) => {
    expect(counterOf(json)).toMatchObject({
      ticketExternalId: '13',
      cumulativeSeconds,
      previousSeconds,
      by: { externalId: ADA.id, displayName: 'Ada' },
      at: '2026-05-02T10:00:00.000Z',
    });
  });

  it('in the revision that says so, by whoever changed it', () => {
    const json = updated({ [COMPLETED]: { newValue: 1 } }, {}, { revisedBy: null });

    expect(counterOf(json)).toMatchObject({ revision: 4, by: { externalId: 'bo@acme.example', displayName: 'Bo' } });
  });

  it('even where the rest of the work item was cut', () => {
    const json = updated({ [COMPLETED]: { newValue: 1 } }, {}, { revision: undefined });

    expect(eventsOf(json).map(({ type }) => type)).toEqual(['refetch', 'effort.counter']);
  });

  it.each([
    ['where it is not there', updated({}), SETTINGS],
    ['where it is empty', updated({}, { [COMPLETED]: null }), SETTINGS],
    ['where it is no number', updated({ [COMPLETED]: { newValue: 'lots' } }), SETTINGS],
    ['below zero', updated({ [COMPLETED]: { newValue: -1 } }), SETTINGS],
    ['beyond any life', updated({ [COMPLETED]: { newValue: 1e9 } }), SETTINGS],
    [
      'of a connection that counts nothing',
      updated({ [COMPLETED]: { newValue: 1 } }),
      { ...SETTINGS, effort: 'NONE' } as const,
    ],
  ])('but not %s', (_, json, settings) => {
    expect(counterOf(json, settings)).toBeUndefined();
  });

  it('and a number that is none is left out, which is said where it would count', () => {
    const saysSo = (hours: unknown, settings = SETTINGS) =>
      eventsOf(updated({ [COMPLETED]: { newValue: hours } }), settings).some(({ type }) => type === 'ignored');
    expect([-1, 1e9, 'lots', 1].map((hours) => saysSo(hours))).toEqual([true, true, false, false]);
    expect(saysSo(-1, { ...SETTINGS, effort: 'NONE' })).toBe(false);
  });
});

describe('The recycle bin', () => {
  it.each([
    ['workitem.deleted', 'ticket.deleted'],
    ['workitem.restored', 'ticket.restored'],
  ])('%s is %s, at the date of the delivery', (name, type) => {
    expect(eventsOf({ ...created(), eventType: name })).toMatchObject([
      { type, externalId: '13', at: '2026-05-03T10:00:00.000Z', ticket: { title: 'Train the ranking model' } },
    ]);
    expect(eventsOf({ ...created(), eventType: name, createdDate: null })).toMatchObject([
      { type, at: '2026-05-02T10:00:00.000Z' },
    ]);
    expect(eventsOf({ ...sent(name, null), createdDate: null })).toMatchObject([{ type: 'unreadable' }]);
  });

  it('knows what was cut only by its id, and asks for what is there again', () => {
    expect(eventsOf(sent('workitem.deleted', { id: 13 }))).toMatchObject([
      { type: 'ticket.deleted', externalId: '13', ticket: null },
    ]);
    expect(eventsOf(sent('workitem.restored', { id: 13 }))).toMatchObject([
      { type: 'ticket.restored', externalId: '13', ticket: null },
      { type: 'refetch', externalId: '13' },
    ]);
  });
});

it.each([
  ['workitem.commented', 'comment'],
  ['git.push', 'git.push'],
  ['workitem.moved', 'workitem.moved'],
])('%s is ignored as %s', (name, why) => {
  expect(eventsOf(sent(name, {}))).toEqual([{ type: 'ignored', why }]);
});

it('A body that begins with a byte order mark is read from its bytes', () => {
  const delivery = { headers: {}, body: Buffer.from(`\uFEFF${JSON.stringify(created())}`) };

  expect(azureDevopsAdapter.normalize(delivery, undefined, SETTINGS)).toMatchObject({
    eventName: 'workitem.created',
    actor: { externalId: 'bo@acme.example' },
    events: [{ type: 'ticket.upserted' }],
  });
  expect(
    azureDevopsAdapter.normalize({ headers: {}, body: Buffer.from('{') }, undefined, SETTINGS).events,
  ).toMatchObject([{ type: 'unreadable' }]);
});

describeWithShared('fixtures/azuredevops', 'The samples the button Test sends', () => {
  it('are so old that they take nothing from a real work item of the same number', () => {
    const samples = fixturesOf('azuredevops').filter(({ file }) => file.startsWith('msft-workitem'));

    for (const { body } of samples) {
      for (const event of eventsOf(body)) {
        const moment = event.type === 'ticket.upserted' ? event.ticket.updatedAt : 'at' in event ? event.at : '';
        expect(moment < '2017').toBe(true);
      }
    }
  });
});

it('Whatever Azure DevOps sends has an answer', () => {
  checkTotal(
    azureDevopsAdapter,
    'azuredevops',
    [{}],
    [
      updated({ [COMPLETED]: { oldValue: 1, newValue: 2 }, 'System.AssignedTo': { newValue: ADA } }),
      created({ [COMPLETED]: 1 }, { relations: [{ rel: 'System.LinkTypes.Hierarchy-Reverse', url: 'https://x/8' }] }),
      { ...created(), eventType: 'workitem.restored' },
      { ...created(), eventType: 'workitem.deleted' },
    ],
  );
});
