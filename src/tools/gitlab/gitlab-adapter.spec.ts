import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../../domain/basics/instant.js';
import { deliveryOf, SETTINGS } from '../../../test/support/expected-fixtures.js';
import { signatureCasesOf } from '../../../test/support/signature-cases.js';
import { describeWithShared } from '../../../test/support/shared.js';
import { checkTotal } from '../../../test/support/total-adapter.js';
import type { CanonicalEvent, TicketSnapshot } from '../../domain/tickets/ticket.js';
import { gitlabAdapter } from './gitlab-adapter.js';

const ATTRIBUTES = {
  id: 301,
  iid: 23,
  title: 'Train the ranking model',
  state: 'opened',
  action: 'update' as string | undefined,
  type: 'Task',
  url: 'https://gitlab.example.com/acme/models/-/work_items/23',
  created_at: '2026-05-28T06:16:01.423Z',
  updated_at: '2026-05-28T07:00:00.000Z',
  time_estimate: 28_800,
  total_time_spent: 5400,
  weight: 3,
};

const body = (attributes: object = {}, beside: object = {}): object => ({
  object_kind: 'issue',
  user: { id: 5, name: 'Ada', username: 'ada', email: '[REDACTED]' },
  project: { path_with_namespace: 'acme/models' },
  object_attributes: { ...ATTRIBUTES, ...attributes },
  labels: [{ title: 'horizon::core' }],
  assignees: [{ id: 6, name: 'Bo', username: 'bo' }],
  changes: {},
  ...beside,
});

const eventsOf = (json: unknown, settings = SETTINGS, headers = {}): readonly CanonicalEvent[] =>
  gitlabAdapter.normalize(deliveryOf(json, headers), json, settings).events;

const ticketOf = (json: unknown, settings = SETTINGS): TicketSnapshot => {
  const [event] = eventsOf(json, settings);
  if (event?.type !== 'ticket.upserted') {
    throw new Error(`Expected a ticket, got ${JSON.stringify(event)}`);
  }
  return event.ticket;
};

describe('A delivery of GitLab is authentic', () => {
  const NOW = instantOf(1_780_000_000_000);
  const KEY = Buffer.alloc(32, 7);
  const SIGNING = `whsec_${KEY.toString('base64')}`;
  const signed = (at: number): Record<string, string> => ({
    'webhook-id': 'd-1',
    'webhook-timestamp': String(at),
    'webhook-signature': `v1,${createHmac('sha256', KEY).update(`d-1.${at}.{}`).digest('base64')}`,
  });
  const ask = (headers: Record<string, string>, secrets: readonly string[]) =>
    gitlabAdapter.authenticate(deliveryOf({}, headers), secrets, NOW);

  it('by its token where the secret is a plain one', () => {
    expect(ask({ 'X-Gitlab-Token': 'old' }, ['new', 'old'])).toEqual({ ok: true });
    expect(ask({ 'X-Gitlab-Token': 'other' }, ['new', 'old'])).toMatchObject({ ok: false, why: 'WRONG' });
    expect(ask({ 'X-Gitlab-Token': '' }, ['new'])).toMatchObject({ ok: false, why: 'MISSING' });
    expect(ask(signed(1_780_000_000), ['new'])).toMatchObject({ ok: false, why: 'MISSING' });
  });

  it('by its signature where the secret is a signing token', () => {
    expect(ask(signed(1_780_000_000), [SIGNING])).toEqual({ ok: true });
    expect(ask(signed(1_779_999_600), [SIGNING])).toMatchObject({ ok: false, why: 'STALE' });
    expect(ask({ ...signed(1_780_000_000), 'webhook-id': 'd-2' }, [SIGNING])).toMatchObject({
      ok: false,
      why: 'WRONG',
    });
    expect(ask({}, [SIGNING])).toMatchObject({ ok: false, why: 'MISSING' });
  });

  it('never by a signing token that is sent as it is', () => {
    expect(ask({ 'X-Gitlab-Token': SIGNING }, [SIGNING])).toMatchObject({ ok: false, why: 'MISSING' });
  });

  it('by either kind while one takes the place of the other', () => {
    expect(ask(signed(1_780_000_000), [SIGNING, 'plain'])).toEqual({ ok: true });
    expect(ask({ 'X-Gitlab-Token': 'plain' }, [SIGNING, 'plain'])).toEqual({ ok: true });
    expect(ask({ ...signed(1), 'X-Gitlab-Token': 'plain' }, [SIGNING, 'plain'])).toEqual({ ok: true });
    expect(ask({ ...signed(1), 'X-Gitlab-Token': 'wrong' }, [SIGNING, 'plain'])).toMatchObject({
      ok: false,
      why: 'STALE',
    });
    expect(ask({}, [SIGNING, 'plain'])).toMatchObject({ ok: false, why: 'MISSING' });
    expect(ask({}, [])).toMatchObject({ ok: false });
  });
});

describeWithShared('fixtures/signatures.json', 'The signature cases of GitLab', () => {
  it.each(signatureCasesOf('gitlab', 'standard-webhooks'))('$title', ({ secret, body: text, headers, accept, now }) => {
    const { headers: lowered } = deliveryOf(null, headers);

    expect(
      gitlabAdapter.authenticate({ headers: lowered, body: Buffer.from(text) }, [secret], instantOf(now ?? 0)).ok,
    ).toBe(accept);
  });
});

describe('A delivery of GitLab is known again', () => {
  it.each([
    [{ 'Idempotency-Key': 'k', 'webhook-id': 'w' }, 'k'],
    [{ 'webhook-id': 'w', 'X-Gitlab-Event-UUID': 'e' }, 'w'],
  ])('%j by %s', (headers, key) => {
    expect(gitlabAdapter.deliveryKey(deliveryOf({}, headers), {})).toBe(key);
  });

  it('and never by the ids of the hook or of the event, but by its bytes', () => {
    expect(
      gitlabAdapter.deliveryKey(deliveryOf({}, { 'X-Gitlab-Webhook-UUID': 'h', 'X-Gitlab-Event-UUID': 'e' }), {}),
    ).toMatch(/^sha256:[\da-f]{64}$/);
  });
});

describe('A work item of GitLab', () => {
  it('is read whole', () => {
    expect(ticketOf(body())).toEqual({
      externalId: '301',
      key: 'acme/models#23',
      previousKeys: [],
      url: 'https://gitlab.example.com/acme/models/-/work_items/23',
      projectKey: 'acme/models',
      parentExternalId: null,
      title: 'Train the ranking model',
      type: 'Task',
      statusName: 'opened',
      statusCategory: 'TODO',
      toldCategory: 'TODO',
      resolution: null,
      labels: ['horizon::core'],
      components: [],
      points: '3',
      originalEstimateSeconds: 28_800,
      timeSpentSeconds: 5400,
      remainingSeconds: null,
      assignee: { externalId: '6', displayName: 'Bo' },
      createdAt: '2026-05-28T06:16:01.423Z',
      updatedAt: '2026-05-28T07:00:00.000Z',
      resolvedAt: null,
      revision: null,
    });
  });

  it.each(['issue', 'work_item'])('is told of by events of %s, confidential ones too', (object_kind) => {
    const json = body({}, { object_kind });

    expect(eventsOf(json, SETTINGS, { 'X-Gitlab-Event': 'Confidential Issue Hook' })[0]?.type).toBe('ticket.upserted');
  });

  it.each([
    ['an epic', { type: 'Epic', url: 'https://gitlab.com/groups/acme/-/epics/23' }, { project: null }, 'acme&23'],
    ['an epic by its group', { type: 'Epic' }, { project: null, group: { full_path: 'acme/lab' } }, 'acme/lab&23'],
    ['an issue by its old address', { url: 'http://git.acme/a/b/c/issues/23' }, { project: {} }, 'a/b/c#23'],
  ])('has a key though no project is named: %s', (_, attributes, beside, key) => {
    expect(ticketOf(body(attributes, beside)).key).toBe(key);
  });

  it.each([
    ['opened', undefined, {}, {}, 'TODO'],
    ['reopened', undefined, {}, {}, 'TODO'],
    ['closed', undefined, {}, {}, 'DONE'],
    ['opened', { name: 'Backlog', category: 'triage' }, {}, {}, 'TODO'],
    ['opened', { name: 'Next', category: 'to_do' }, {}, {}, 'TODO'],
    ['opened', { name: 'Doing', category: 'IN_PROGRESS' }, {}, {}, 'IN_PROGRESS'],
    ['closed', { name: 'Shipped', category: 'done' }, {}, {}, 'DONE'],
    ['closed', { name: "Won't do", category: 'canceled' }, {}, {}, 'CANCELED'],
    ['opened', { name: 'Review', category: 'in_progress' }, {}, { Review: 'DONE' }, 'DONE'],
    ['closed', { name: 'Done', category: 'done' }, { duplicated_to_id: 7 }, { Done: 'DONE' }, 'CANCELED'],
    ['closed', undefined, { moved_to_id: 7 }, {}, 'CANCELED'],
    ['closed', undefined, { promoted_to_epic_id: 7 }, {}, 'CANCELED'],
    ['closed', undefined, { moved_to_id: 7 }, { moved: 'DONE' }, 'DONE'],
    ['opened', undefined, { duplicated_to_id: 7 }, {}, 'TODO'],
  ] as const)('that is %s with %j and %j under %j is %s', (state, status, beside, statusCategories, expected) => {
    const ticket = ticketOf(body({ state, status, ...beside }), { ...SETTINGS, statusCategories });

    expect(ticket).toMatchObject({ statusName: status?.name ?? state, statusCategory: expected });
  });

  it.each([
    [{ status: { name: 'Odd', category: 'paused' } }, 'Odd'],
    [{ state: 'locked' }, 'locked'],
    [{ state: null }, null],
  ])('with %j is UNKNOWN and asked for', (attributes, statusName) => {
    expect(eventsOf(body(attributes), { ...SETTINGS, effort: 'NONE' })).toMatchObject([
      { type: 'ticket.upserted', ticket: { statusName, statusCategory: 'UNKNOWN' } },
      { type: 'refetch', externalId: '301', key: 'acme/models#23' },
    ]);
  });

  it('was resolved when it was closed', () => {
    expect(ticketOf(body({ state: 'closed', closed_at: '2026-05-28 07:00:00 UTC' })).resolvedAt).toBe(
      '2026-05-28T07:00:00.000Z',
    );
  });

  it.each([
    ['2013-12-03T17:15:43Z', '2017-09-15 16:52:00 UTC', '2017-09-15T16:52:00.000Z'],
    ['2020-06-05 08:09:16 UTC', '2020-06-05 08:09:16 +0300', '2020-06-05T08:09:16.000Z'],
    ['2020-06-05 08:09:16 UTC', null, '2020-06-05T08:09:16.000Z'],
    [null, '2017-09-15 16:52:00 UTC', '2026-05-28T06:16:01.423Z'],
  ])('was changed at the later of %s and %s', (updated_at, current, expected) => {
    const created_at = updated_at === null ? ATTRIBUTES.created_at : '2010-01-01T00:00:00Z';

    expect(ticketOf(body({ updated_at, created_at }, { changes: { updated_at: { current } } })).updatedAt).toBe(
      expected,
    );
  });

  it.each([
    ['with an id beside the name', { assignee_ids: [45] }, [{ name: 'Bo', username: 'bo' }], '45'],
    ['by the older field', { assignee_id: 45 }, [{ name: 'Bo' }], '45'],
    ['by the user name where no id is said', {}, [{ name: 'Bo', username: 'bo' }], 'bo'],
    ['to nobody', { assignee_id: null }, [], undefined],
  ])('is assigned %s', (_, attributes, assignees, externalId) => {
    expect(ticketOf(body(attributes, { assignees })).assignee?.externalId).toBe(externalId);
  });

  it('of an old version has its labels within, and the only assignee by itself', () => {
    const json = body({ labels: [{ title: 'poc' }] }, { labels: undefined, assignees: undefined, assignee: { id: 8 } });

    expect(ticketOf(json)).toMatchObject({ labels: ['poc'], assignee: { externalId: '8', displayName: null } });
  });

  it('without a title is asked for, with what is known of its time', () => {
    expect(eventsOf(body({ title: '' }))).toMatchObject([
      { type: 'refetch', externalId: '301' },
      { type: 'effort.counter', cumulativeSeconds: 5400 },
    ]);
  });

  it('may be sent by the button Test, without an action', () => {
    expect(gitlabAdapter.normalize(deliveryOf({}), body({ action: undefined }), SETTINGS)).toMatchObject({
      eventName: 'issue',
      actor: { externalId: '5', displayName: 'Ada' },
      events: [
        { type: 'ticket.upserted', changes: [] },
        { type: 'effort.counter', previousSeconds: null },
      ],
    });
  });
});

describe('What GitLab says was changed is told', () => {
  it('without its bookkeeping, persons by their ids, and no wording of a description', () => {
    const changes = {
      updated_at: { previous: 'a', current: 'b' },
      relative_position: { previous: 1, current: 2 },
      description: { previous: 'secret', current: 'text' },
      labels: { previous: [], current: [{ id: 1, title: 'poc' }] },
      assignees: { previous: [{ username: 'ada' }], current: [{ id: 6, name: 'Bo' }] },
      weight: { previous: null, current: 3 },
      'bad\u0000name': { previous: null, current: { deep: {} } },
    };

    expect(eventsOf(body({}, { changes }))[0]).toMatchObject({
      changes: [
        { field: 'other', name: 'description', from: null, to: null },
        { field: 'labels', name: 'labels', from: [], to: ['poc'] },
        { field: 'assignee', name: 'assignees', from: ['ada'], to: ['6'] },
        { field: 'points', name: 'weight', from: null, to: 3 },
        { field: 'other', name: 'badname', from: null, to: null },
      ],
    });
  });
});

describe('The time spent in GitLab is a counter', () => {
  const counterOf = (json: unknown, settings = SETTINGS): CanonicalEvent | undefined =>
    eventsOf(json, settings).find(({ type }) => type === 'effort.counter');
  const carriedOf = (json: unknown, settings = SETTINGS) =>
    eventsOf(json, settings).find(({ type }) => type === 'effort.carried');

  it('and one that is none is left out, which is said where it would count', () => {
    const saysSo = (spent: unknown, settings = SETTINGS) =>
      eventsOf(body({ total_time_spent: spent }), settings).some((event) => event.type === 'ignored');
    for (const none of [-1, 2_147_483_648, 1e300]) {
      expect([none, counterOf(body({ total_time_spent: none })), saysSo(none)]).toEqual([none, undefined, true]);
    }
    expect([saysSo(null), saysSo(60), saysSo(-1, { ...SETTINGS, effort: 'NONE' })]).toEqual([false, false, false]);
  });

  it('with what a moved issue brings along to the one it became', () => {
    expect(carriedOf(body({ action: 'close', state: 'closed', moved_to_id: 302 }))).toEqual({
      type: 'effort.carried',
      ticketExternalId: '302',
      seconds: 5400,
      at: '2026-05-28T07:00:00.000Z',
    });
    expect(carriedOf(body())).toBeUndefined();
    expect(carriedOf(body({ moved_to_id: 302, total_time_spent: 0 }))).toBeUndefined();
    expect(carriedOf(body({ moved_to_id: 302 }), { ...SETTINGS, effort: 'NONE' })).toBeUndefined();
  });
  const change = (previous: unknown, current: unknown) => ({ changes: { total_time_spent: { previous, current } } });

  it.each([
    ['more of it', body({ total_time_spent: 9000 }, change(5400, 9000)), 9000, 5400],
    ['less of it', body({ total_time_spent: 7200 }, change(9000, 7200)), 7200, 9000],
    ['an edit that leaves it as it is', body(), 5400, null],
    ['a closing that says null for not having looked', body({ action: 'close' }, change(null, 5400)), 5400, null],
    ['a closing with nothing on it', body({ action: 'close', total_time_spent: 0 }, change(null, 0)), 0, null],
    ['an opening, before which there was none', body({ action: 'open' }, change(null, 5400)), 5400, 0],
    ['a record that says otherwise than its change', body({ total_time_spent: 0 }, change(8100, 9900)), 9900, 8100],
    ['versions that only tell the change', body({ total_time_spent: null }, change(0, 60)), 60, 0],
  ])('%s', (_, json, cumulativeSeconds, previousSeconds) => {
    expect(counterOf(json)).toMatchObject({
      ticketExternalId: '301',
      cumulativeSeconds,
      previousSeconds,
      by: { externalId: '5', displayName: 'Ada' },
      at: '2026-05-28T07:00:00.000Z',
      revision: null,
    });
  });

  it.each([
    ['where none is said', body({ total_time_spent: undefined }), SETTINGS],
    ['where it is no number', body({ total_time_spent: '1h' }), SETTINGS],
    ['of a connection that counts nothing', body(), { ...SETTINGS, effort: 'NONE' } as const],
  ])('but not %s', (_, json, settings) => {
    expect(counterOf(json, settings)).toBeUndefined();
  });

  it('by the user name in versions that send no id', () => {
    expect(counterOf(body({}, { user: { username: 'ada' } }))).toMatchObject({
      by: { externalId: 'ada', displayName: 'ada' },
    });
  });
});

describe('What of GitLab is no work item is ignored by name', () => {
  it.each([
    [{ object_kind: 'note' }, {}, 'comment'],
    [{ object_kind: 'merge_request', object_attributes: { action: 'open' } }, {}, 'merge_request'],
    [{ event_name: 'subgroup_create' }, {}, 'subgroup_create'],
    [{}, { 'X-Gitlab-Event': 'Push Hook' }, 'push'],
    [{ text: 'of a template' }, { 'X-Gitlab-Event': 'Confidential Note Hook' }, 'comment'],
    [body({ action: 'delete' }), {}, 'issue.delete'],
  ])('%j', (json, headers, why) => {
    expect(eventsOf(json, SETTINGS, headers)).toEqual([{ type: 'ignored', why }]);
  });
});

describe('What a custom template made of a delivery is unreadable', () => {
  it.each([
    ['without anything', {}, {}],
    ['of an issue', { text: 'Issue 23 was closed' }, { 'X-Gitlab-Event': 'Issue Hook' }],
    ['of a work item', { object_kind: 'work_item', object_attributes: [] }, {}],
    ['that is a list', [], {}],
    ['that is nothing', null, {}],
  ])('%s', (_, json, headers) => {
    expect(eventsOf(json, SETTINGS, headers)).toMatchObject([{ type: 'unreadable' }]);
  });
});

it('Whatever GitLab sends has an answer', () => {
  checkTotal(
    gitlabAdapter,
    'gitlab',
    [{}, { 'X-Gitlab-Event': 'Issue Hook' }],
    [
      body(
        {},
        {
          changes: {
            labels: { previous: [], current: [{ title: 'poc' }] },
            assignees: { previous: [], current: [{ id: 6 }] },
          },
        },
      ),
    ],
  );
});
