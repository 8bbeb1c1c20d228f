import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../../domain/basics/instant.js';
import { deliveryOf, SETTINGS } from '../../../test/support/expected-fixtures.js';
import { signatureCasesOf } from '../../../test/support/signature-cases.js';
import { describeWithShared } from '../../../test/support/shared.js';
import { checkTotal } from '../../../test/support/total-adapter.js';
import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { CanonicalEvent, TicketSnapshot } from '../../domain/tickets/ticket.js';
import { githubAdapter } from './github-adapter.js';

const NOW = instantOf(0);
const ISSUE = {
  id: 2718,
  node_id: 'I_kwDOO6H89867C1nw',
  number: 7,
  title: 'Train the ranking model',
  html_url: 'https://github.com/acme/models/issues/7',
  state: 'open',
  state_reason: null as string | null,
  assignee: null as unknown,
  labels: [{ name: 'horizon:core' }],
  created_at: '2026-03-01T09:00:00Z',
  updated_at: '2026-03-02T09:00:00Z',
  closed_at: null as string | null,
};
const REPOSITORY = { full_name: 'acme/models' };
const SENDER = { id: 5, login: 'ada' };
const HOURS: ConnectionSettings = { ...SETTINGS, hoursField: 'Hours spent', pointsField: 'Points' };

const body = (action: string, issue: object = {}, beside: object = {}): object => ({
  action,
  issue: { ...ISSUE, ...issue },
  repository: REPOSITORY,
  sender: SENDER,
  ...beside,
});

const eventsOf = (json: unknown, settings = SETTINGS, event = 'issues'): readonly CanonicalEvent[] =>
  githubAdapter.normalize(deliveryOf(json, { 'X-GitHub-Event': event }), json, settings).events;

const ticketOf = (json: unknown, settings = SETTINGS): TicketSnapshot => {
  const [event] = eventsOf(json, settings);
  if (event?.type !== 'ticket.upserted') {
    throw new Error(`Expected a ticket, got ${JSON.stringify(event)}`);
  }
  return event.ticket;
};

describe('A delivery of GitHub is authentic by X-Hub-Signature-256', () => {
  const signed = (text: string, secret: string): string =>
    `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
  const withHeader = (header?: string) => deliveryOf({}, header === undefined ? {} : { 'X-Hub-Signature-256': header });

  it('with either secret that is in force', () => {
    expect(githubAdapter.authenticate(withHeader(signed('{}', 'old')), ['new', 'old'], NOW)).toEqual({ ok: true });
  });

  it.each([undefined, ''])('and without the header (%j) it is MISSING', (header) => {
    expect(githubAdapter.authenticate(withHeader(header), ['s'], NOW)).toMatchObject({ ok: false, why: 'MISSING' });
  });

  it.each([signed('{}', 'another'), signed('{} ', 's'), 'sha256=', 'sha1=ab', 'nonsense'])(
    'and %s is WRONG',
    (header) => {
      expect(githubAdapter.authenticate(withHeader(header), ['s'], NOW)).toMatchObject({ ok: false, why: 'WRONG' });
    },
  );

  it('and without any secret nothing is', () => {
    expect(githubAdapter.authenticate(withHeader(signed('{}', '')), [], NOW)).toMatchObject({ ok: false });
  });
});

describeWithShared('fixtures/signatures.json', 'The signature cases of GitHub', () => {
  it.each(signatureCasesOf('github'))('$title', ({ secret, body: text, headers, accept }) => {
    const { headers: lowered } = deliveryOf(null, headers);

    expect(githubAdapter.authenticate({ headers: lowered, body: Buffer.from(text) }, [secret], NOW).ok).toBe(accept);
  });
});

describe('A delivery of GitHub is known again', () => {
  it('by X-GitHub-Delivery, which a redelivery keeps', () => {
    expect(githubAdapter.deliveryKey(deliveryOf({}, { 'X-GitHub-Delivery': 'abc-1' }), {})).toBe('abc-1');
  });

  it('and without it by its bytes', () => {
    expect(githubAdapter.deliveryKey(deliveryOf({}), {})).toMatch(/^sha256:[\da-f]{64}$/);
  });
});

describe('An issue of GitHub', () => {
  it('is read whole', () => {
    expect(ticketOf(body('edited', { type: { name: 'Feature' }, assignee: SENDER }))).toEqual({
      externalId: '2718',
      key: 'acme/models#7',
      previousKeys: [],
      url: 'https://github.com/acme/models/issues/7',
      projectKey: 'acme/models',
      parentExternalId: null,
      title: 'Train the ranking model',
      type: 'Feature',
      statusName: 'open',
      statusCategory: 'TODO',
      toldCategory: 'TODO',
      resolution: null,
      labels: ['horizon:core'],
      components: [],
      points: null,
      originalEstimateSeconds: null,
      timeSpentSeconds: null,
      remainingSeconds: null,
      assignee: { externalId: '5', displayName: 'ada' },
      createdAt: '2026-03-01T09:00:00.000Z',
      updatedAt: '2026-03-02T09:00:00.000Z',
      resolvedAt: null,
      revision: null,
    });
  });

  it.each([
    ['open', null, {}, 'TODO', null],
    ['open', 'reopened', {}, 'TODO', null],
    ['closed', 'completed', {}, 'DONE', 'completed'],
    ['closed', null, {}, 'DONE', null],
    ['closed', 'something_new', {}, 'DONE', 'something_new'],
    ['closed', 'not_planned', {}, 'CANCELED', 'not_planned'],
    ['closed', 'duplicate', {}, 'CANCELED', 'duplicate'],
    ['closed', 'duplicate', { closed: 'DONE' }, 'CANCELED', 'duplicate'],
    ['closed', 'duplicate', { duplicate: 'DONE' }, 'DONE', 'duplicate'],
    ['closed', 'completed', { closed: 'IN_PROGRESS' }, 'IN_PROGRESS', 'completed'],
    ['open', null, { open: 'IN_PROGRESS' }, 'IN_PROGRESS', null],
  ] as const)(
    'that is %s as %s under %j is %s',
    (state, state_reason, statusCategories, statusCategory, resolution) => {
      const ticket = ticketOf(body('edited', { state, state_reason }), { ...SETTINGS, statusCategories });

      expect(ticket).toMatchObject({ statusName: state, statusCategory, resolution });
    },
  );

  it('was resolved when it was closed, and is no longer once it is open again', () => {
    const closed_at = '2026-03-02T09:00:00Z';

    expect(ticketOf(body('closed', { state: 'closed', closed_at })).resolvedAt).toBe('2026-03-02T09:00:00.000Z');
    expect(ticketOf(body('reopened', { closed_at })).resolvedAt).toBeNull();
  });

  it('in a state that is not known is kept as UNKNOWN and asked for', () => {
    expect(eventsOf(body('edited', { state: 'pending' }))).toMatchObject([
      { type: 'ticket.upserted', ticket: { statusCategory: 'UNKNOWN' } },
      { type: 'refetch', externalId: '2718', key: 'acme/models#7' },
    ]);
  });

  it('without a title is asked for', () => {
    expect(eventsOf(body('edited', { title: null }))).toMatchObject([{ type: 'refetch', externalId: '2718' }]);
  });

  it.each([
    ['assignees[0] where there is no field assignee', { assignee: undefined, assignees: [SENDER] }, '5'],
    ['nobody where the field says so', { assignee: null, assignees: [SENDER] }, undefined],
  ])('is assigned to %s', (_, issue, externalId) => {
    expect(ticketOf(body('edited', issue)).assignee?.externalId).toBe(externalId);
  });

  it('that cannot be recognised is unreadable', () => {
    expect(eventsOf({ action: 'edited', issue: {} })).toMatchObject([{ type: 'unreadable' }]);
    expect(eventsOf({ issue: ISSUE })).toMatchObject([{ type: 'unreadable' }]);
  });

  it('that is a pull request is none', () => {
    expect(eventsOf(body('milestoned', { pull_request: { url: 'x' } }))).toEqual([
      { type: 'ignored', why: 'pull_request' },
    ]);
    expect(eventsOf(body('edited', { pull_request: null }))[0]?.type).toBe('ticket.upserted');
  });

  it('that was deleted or transferred is gone from here', () => {
    const gone = {
      type: 'ticket.deleted',
      externalId: '2718',
      at: '2026-03-02T09:00:00.000Z',
      ticket: { key: 'acme/models#7' },
    };

    expect(eventsOf(body('deleted'))).toMatchObject([gone]);
    expect(eventsOf(body('transferred', {}, { changes: { new_issue: { id: 9 } } }))).toMatchObject([gone]);
    expect(eventsOf(body('deleted', { id: null }))).toMatchObject([{ type: 'unreadable' }]);
  });

  it('that came from another repository has its former key', () => {
    const changes = { old_issue: { number: 3 }, old_repository: { full_name: 'acme/attic' } };

    expect(eventsOf(body('opened', {}, { changes }))).toMatchObject([
      {
        ticket: { previousKeys: ['acme/attic#3'] },
        changes: [{ field: 'key', from: 'acme/attic#3', to: 'acme/models#7' }],
      },
    ]);
  });
});

describe('What GitHub says was changed is told', () => {
  it.each([
    ['closed', { issue: { state: 'closed', state_reason: 'completed' } }, ['status', 'status', null, 'completed']],
    ['reopened', {}, ['status', 'status', null, 'open']],
    ['labeled', { label: { name: 'bug' } }, ['labels', 'labels', null, 'bug']],
    ['unlabeled', { label: { name: 'bug' } }, ['labels', 'labels', 'bug', null]],
    ['typed', { type: { name: 'Task' } }, ['type', 'type', null, 'Task']],
    ['untyped', { type: { name: 'Task' } }, ['type', 'type', 'Task', null]],
    ['assigned', { assignee: SENDER }, ['assignee', 'assignee', null, '5']],
    ['unassigned', { assignee: SENDER }, ['assignee', 'assignee', '5', null]],
    ['milestoned', { milestone: { title: 'v1' } }, ['other', 'milestone', null, 'v1']],
    ['demilestoned', { milestone: { title: 'v1' } }, ['other', 'milestone', 'v1', null]],
    ['edited', { changes: { title: { from: 'Old' } } }, ['title', 'title', 'Old', 'Train the ranking model']],
    ['edited', { changes: { body: { from: 'secret text' } } }, ['other', 'body', null, null]],
    [
      'field_added',
      { issue_field: { name: 'Priority' }, issue_field_value: { option: { name: 'High' } } },
      ['other', 'issue_field:Priority', null, 'High'],
    ],
  ])('%s', (action, { issue, ...beside }: Record<string, unknown>, [field, name, from, to]) => {
    const [event] = eventsOf(body(action, issue as object, beside));

    expect(event).toMatchObject({ type: 'ticket.upserted', changes: [{ field, name, from, to }] });
  });
});

describe('A number field of GitHub that holds hours is a counter', () => {
  const held = (value: unknown, name = 'Hours spent') => ({
    issue_field_values: [{ issue_field_id: 77, issue_field_name: name, data_type: 'number', value }],
  });
  const field = { issue_field: { id: 77, name: 'Hours spent' } };

  it('with what an issue that came from another repository brought along, which was counted there', () => {
    const changes = { old_issue: { number: 3 } };
    expect(eventsOf(body('opened', held(2), { changes }), HOURS)).toMatchObject([
      { type: 'ticket.upserted' },
      { type: 'effort.carried', ticketExternalId: '2718', seconds: 7200, at: '2026-03-02T09:00:00.000Z' },
      { type: 'effort.counter', cumulativeSeconds: 7200, previousSeconds: null },
    ]);
    const types = (json: unknown) => eventsOf(json, HOURS).map(({ type }) => type);
    expect(types(body('opened', held(0), { changes }))).not.toContain('effort.carried');
    expect(types(body('opened', {}, { changes }))).not.toContain('effort.carried');
    expect(types(body('edited', held(2), { changes }))).not.toContain('effort.carried');
  });

  it('as exact seconds, with what it held before', () => {
    const changes = { issue_field_value: { from: { id: 1, value: 4.25 } } };

    expect(
      eventsOf(body('field_added', held(6.5), { ...field, issue_field_value: { value: 6.5 }, changes }), HOURS),
    ).toMatchObject([
      {
        type: 'ticket.upserted',
        ticket: { timeSpentSeconds: 23_400 },
        changes: [{ field: 'time', name: 'issue_field:Hours spent', from: 4.25, to: 6.5 }],
      },
      {
        type: 'effort.counter',
        ticketExternalId: '2718',
        cumulativeSeconds: 23_400,
        previousSeconds: 15_300,
        by: { externalId: '5', displayName: 'ada' },
        at: '2026-03-02T09:00:00.000Z',
        revision: null,
      },
    ]);
  });

  it.each([
    ['the field by another case', HOURS, body('edited', held(2, ' hours SPENT ')), 7200, null],
    ['the field by its id', { ...HOURS, hoursField: '77' }, body('edited', held(2, 'Renamed')), 7200, null],
    ['a number in a text', HOURS, body('edited', held('2')), 7200, null],
    [
      'a field that was set for the first time, beside an issue without values',
      HOURS,
      body('field_added', {}, { ...field, issue_field_value: { value: 1 } }),
      3600,
      0,
    ],
    [
      'a bare former value',
      HOURS,
      body('field_added', held(2), { ...field, changes: { issue_field_value: { from: 1 } } }),
      7200,
      3600,
    ],
    ['a change of another field', HOURS, body('field_added', held(2), { issue_field: { name: 'Weight' } }), 7200, null],
    [
      'a former value that is no number',
      HOURS,
      body('field_added', held(2), { ...field, changes: { issue_field_value: { from: {} } } }),
      7200,
      null,
    ],
    [
      'a field that was cleared',
      HOURS,
      body('field_removed', held(2), { ...field, issue_field_value: { value: 2 } }),
      0,
      7200,
    ],
    ['an issue that was just opened', HOURS, body('opened', held(2)), 7200, 0],
    [
      'an issue that came from another repository',
      HOURS,
      body('opened', held(2), { changes: { old_issue: { number: 3 } } }),
      7200,
      null,
    ],
  ])('%s', (_, settings, json, cumulativeSeconds, previousSeconds) => {
    expect(eventsOf(json, settings).at(-1)).toMatchObject({
      type: 'effort.counter',
      cumulativeSeconds,
      previousSeconds,
    });
  });

  it.each([
    ['another field', HOURS, body('edited', held(2, 'Weight'))],
    ['a text', HOURS, body('edited', held('lots'))],
    ['a connection that names no field', SETTINGS, body('edited', held(2))],
    ['a connection that counts nothing', { ...HOURS, effort: 'NONE' } as const, body('edited', held(2))],
    ['an issue without the field', HOURS, body('edited')],
  ])('but not %s', (_, settings, json) => {
    expect(eventsOf(json, settings).map(({ type }) => type)).toEqual(['ticket.upserted']);
  });

  it('and less than nothing is left out, which is said', () => {
    expect(eventsOf(body('edited', held(-1)), HOURS)).toMatchObject([
      { type: 'ticket.upserted' },
      { type: 'ignored', why: expect.stringContaining('is left out') },
    ]);
  });

  it('and one that holds points is points, never effort', () => {
    const [event, ...others] = eventsOf(
      body('field_added', held(3, 'Points'), { issue_field: { name: 'Points' }, issue_field_value: { value: 3 } }),
      HOURS,
    );

    expect(event).toMatchObject({ ticket: { points: '3', timeSpentSeconds: null }, changes: [{ field: 'points' }] });
    expect(others).toEqual([]);
  });
});

describe('What of GitHub is no change of an issue is ignored by name', () => {
  it.each([
    ['ping', { zen: 'x' }, 'ping'],
    ['issue_comment', { action: 'created' }, 'comment'],
    ['issues', body('locked'), 'locked'],
    ['issues', body('a_new_action'), 'a_new_action'],
    ['issues', body('constructor'), 'constructor'],
    ['label', { action: 'edited' }, 'label'],
    ['a_new_event', [], 'a_new_event'],
    ['projects_v2_item', { projects_v2_item: { content_type: 'DraftIssue' } }, 'projects_v2_item'],
    ['projects_v2_item', { projects_v2_item: { content_type: 'PullRequest' } }, 'pull_request'],
  ])('%s', (event, json, why) => {
    expect(eventsOf(json, SETTINGS, event)).toEqual([{ type: 'ignored', why }]);
  });

  it('and without a name of the event it is unreadable', () => {
    expect(githubAdapter.normalize(deliveryOf({}), {}, SETTINGS)).toMatchObject({
      eventName: null,
      actor: null,
      events: [{ type: 'unreadable' }],
    });
  });
});

describe('An item of a project is asked for by the id that is in its node id', () => {
  it.each([
    ['I_kwDOO6H89867C1nw', '3138083312'],
    ['MDU6SXNzdWU0NDQ1MDAwNDE=', '444500041'],
    [`I_${Buffer.from('93009c00cf0000000100000002', 'hex').toString('base64url')}`, '4294967298'],
    ['I_x', 'I_x'],
    ['of another form', 'of another form'],
  ])('%s', (content_node_id, externalId) => {
    const json = { action: 'edited', projects_v2_item: { content_type: 'Issue', content_node_id } };

    expect(eventsOf(json, SETTINGS, 'projects_v2_item')).toMatchObject([
      { type: 'refetch', what: 'TICKET', externalId },
    ]);
  });

  it('and is unreadable without one', () => {
    const json = { projects_v2_item: { content_type: 'Issue' } };

    expect(eventsOf(json, SETTINGS, 'projects_v2_item')).toMatchObject([{ type: 'unreadable' }]);
  });
});

describe('A form of GitHub', () => {
  const headers = { 'x-github-event': 'issues', 'content-type': 'application/x-www-form-urlencoded' };

  it('is read from its bytes', () => {
    const form = new URLSearchParams({ payload: JSON.stringify(body('edited')) }).toString();

    expect(githubAdapter.normalize({ headers, body: Buffer.from(form) }, undefined, SETTINGS)).toMatchObject({
      eventName: 'issues.edited',
      actor: { externalId: '5' },
      events: [{ type: 'ticket.upserted' }],
    });
  });

  it.each(['payload=%7B', 'other=1', ''])('that holds no JSON (%j) is unreadable', (form) => {
    expect(githubAdapter.normalize({ headers, body: Buffer.from(form) }, undefined, SETTINGS).events).toMatchObject([
      { type: 'unreadable' },
    ]);
  });
});

it('Whatever GitHub sends has an answer', () => {
  const samples = [
    body(
      'field_added',
      { issue_field_values: [{ issue_field_name: 'Hours spent', value: 2 }] },
      { issue_field: { name: 'Hours spent' }, changes: { issue_field_value: { from: { value: 1 } } } },
    ),
    body('opened', {}, { changes: { old_issue: { number: 3 }, old_repository: REPOSITORY } }),
    body('edited', {}, { changes: { title: { from: 'x' }, body: { from: 'y' } } }),
    { action: 'edited', projects_v2_item: { content_type: 'Issue', content_node_id: 'I_kwDOO6H89867C1nw' } },
  ];

  checkTotal(
    githubAdapter,
    'github',
    [
      {},
      { 'X-GitHub-Event': 'issues' },
      { 'X-GitHub-Event': 'projects_v2_item' },
      { 'X-GitHub-Event': 'x', 'content-type': 'application/x-www-form-urlencoded' },
    ],
    samples,
  );
});
