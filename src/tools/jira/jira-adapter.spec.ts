import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { deliveryOf, SETTINGS } from '../../../test/support/expected-fixtures.js';
import { describeWithShared } from '../../../test/support/shared.js';
import { signatureCasesOf } from '../../../test/support/signature-cases.js';
import { checkTotal } from '../../../test/support/total-adapter.js';
import { instantOf } from '../../domain/basics/instant.js';
import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { CanonicalEvent, TicketSnapshot } from '../../domain/tickets/ticket.js';
import { jiraAdapter } from './jira-adapter.js';

const WORKLOGS: ConnectionSettings = { ...SETTINGS, effort: 'WORKLOGS' };
const NOW = instantOf(0);

const FIELDS = {
  summary: 'Train the ranking model',
  issuetype: { id: '10001', name: 'Story' },
  project: { id: '10', key: 'RANK' },
  parent: { id: '9001', key: 'RANK-1' },
  status: { id: '3', name: 'In Arbeit', statusCategory: { key: 'indeterminate', name: 'In Arbeit' } },
  labels: ['change', 'change', 'people'],
  components: [{ id: '1', name: 'Rollout' }],
  assignee: { accountId: 'a-1', displayName: 'Ada', emailAddress: 'ada@example.com' },
  timespent: 7200 as number | null,
  timeoriginalestimate: 28_800,
  timeestimate: 21_600,
  customfield_10016: 2.5,
  created: '2026-11-01T10:00:00.000+0100',
  updated: '2026-11-20T10:00:00.000+0100',
  resolutiondate: null as string | null,
  resolution: null as object | null,
};

const issue = (fields: object = {}, beside: object = {}): object => ({
  id: '10040',
  key: 'RANK-7',
  self: 'https://acme.atlassian.net/rest/api/2/issue/10040',
  fields: { ...FIELDS, ...fields },
  ...beside,
});

const body = (event: string, beside: object = {}): Readonly<Record<string, unknown>> => ({
  timestamp: 1_780_000_000_000,
  webhookEvent: event,
  user: { accountId: 'u-1', displayName: 'Bo' },
  issue: issue(),
  ...beside,
});

const updated = (beside: object = {}): Readonly<Record<string, unknown>> => body('jira:issue_updated', beside);

const changelog = (...items: readonly object[]): object => ({ changelog: { id: '1', items } });

const WORKLOG = {
  id: '77',
  issueId: '10040',
  author: { accountId: 'a-1', displayName: 'Ada' },
  updateAuthor: { accountId: 'a-2', displayName: 'Cy' },
  started: '2026-11-20T23:30:00.000-0800',
  created: '2026-11-21T08:00:00.000+0000',
  updated: '2026-11-21T09:00:00.000+0000',
  timeSpent: '6h',
  timeSpentSeconds: 21_600,
};

const worklogBody = (event: string, worklog: object = {}, beside: object = {}): object => ({
  timestamp: 1_795_000_000_000,
  webhookEvent: event,
  worklog: { ...WORKLOG, ...worklog },
  ...beside,
});

const read = (json: unknown, settings = WORKLOGS) => jiraAdapter.normalize(deliveryOf(json), json, settings);

const eventsOf = (json: unknown, settings = WORKLOGS): readonly CanonicalEvent[] => read(json, settings).events;

const ticketOf = (json: unknown, settings = WORKLOGS): TicketSnapshot => {
  const found = eventsOf(json, settings).find((event) => event.type === 'ticket.upserted');
  if (found?.type !== 'ticket.upserted') {
    throw new Error('Expected a ticket.');
  }
  return found.ticket;
};

describe('A delivery of Jira is authentic', () => {
  const SECRET = "It's a Secret to Everybody";
  const ask = (header: string | null, secrets: readonly string[] = [SECRET]) =>
    jiraAdapter.authenticate(deliveryOf({}, header === null ? {} : { 'X-Hub-Signature': header }), secrets, NOW);
  const signed = (method: string, secret = SECRET): string =>
    `${method}=${createHmac(method, secret).update('{}').digest('hex')}`;

  it.each(['sha256', 'sha384', 'sha512'])('by %s', (method) => {
    expect(ask(signed(method))).toEqual({ ok: true });
    expect(ask(signed(method).toUpperCase())).toEqual({ ok: true });
    expect(ask(signed(method), ['new one', SECRET])).toEqual({ ok: true });
    expect(ask(signed(method, 'another'))).toMatchObject({ ok: false, why: 'WRONG' });
  });

  it.each(['sha1', 'md5'])('and not by %s', (method) => {
    expect(ask(signed(method))).toMatchObject({ ok: false, why: 'WRONG' });
  });

  it.each(['sha256=', 'sha256', '=ab', 'rot13=abcd', 'sha256=zz', `sha256=${'a'.repeat(63)}`])(
    'and not by %s',
    (text) => {
      expect(ask(text)).toMatchObject({ ok: false, why: 'WRONG' });
    },
  );

  it('and not without a signature, nor where no secret is in force', () => {
    expect(ask(null)).toMatchObject({ ok: false, why: 'MISSING' });
    expect(ask(signed('sha256'), [])).toMatchObject({ ok: false, why: 'WRONG' });
  });
});

describeWithShared('fixtures/signatures.json', 'The signature cases of Jira', () => {
  it.each(signatureCasesOf('jira'))('$title', ({ secret, body: text, headers, accept }) => {
    const { headers: lowered } = deliveryOf(null, headers);

    expect(jiraAdapter.authenticate({ headers: lowered, body: Buffer.from(text) }, [secret], NOW).ok).toBe(accept);
  });
});

describe('A delivery of Jira is known again', () => {
  it('by its identifier, else by its bytes', () => {
    expect(jiraAdapter.deliveryKey(deliveryOf({}, { 'X-Atlassian-Webhook-Identifier': 'w-1' }), {})).toBe('w-1');
    expect(jiraAdapter.deliveryKey(deliveryOf({}), {})).toMatch(/^sha256:[\da-f]{64}$/);
  });
});

describe('An issue of Jira', () => {
  it('is read whole', () => {
    expect(ticketOf(updated(), { ...WORKLOGS, pointsField: 'customfield_10016' })).toEqual({
      externalId: '10040',
      key: 'RANK-7',
      previousKeys: [],
      url: 'https://acme.atlassian.net/browse/RANK-7',
      projectKey: 'RANK',
      parentExternalId: '9001',
      title: 'Train the ranking model',
      type: 'Story',
      statusName: 'In Arbeit',
      statusCategory: 'IN_PROGRESS',
      toldCategory: 'IN_PROGRESS',
      resolution: null,
      labels: ['change', 'people'],
      components: ['Rollout'],
      points: '2.5',
      originalEstimateSeconds: 28_800,
      timeSpentSeconds: 7200,
      remainingSeconds: 21_600,
      assignee: { externalId: 'a-1', displayName: 'Ada' },
      createdAt: '2026-11-01T09:00:00.000Z',
      updatedAt: '2026-11-20T09:00:00.000Z',
      resolvedAt: null,
      revision: null,
    });
  });

  it('is known by its id, and its keys are labels', () => {
    const moved = updated(
      changelog(
        { field: 'Schlüssel', fieldId: 'issuekey', fromString: 'LAB-3', toString: 'RANK-7' },
        { field: 'Key', from: null, fromString: 'OLD-1', toString: 'LAB-3' },
        { field: 'Key', fromString: 'RANK-7', toString: 'RANK-7' },
      ),
    );

    expect(ticketOf(moved)).toMatchObject({ externalId: '10040', previousKeys: ['LAB-3', 'OLD-1'] });
    expect(ticketOf(updated({ issue: issue({}, { id: 10_040 }) })).externalId).toBe('10040');
  });

  it.each([
    ['new', 'TODO'],
    ['indeterminate', 'IN_PROGRESS'],
    ['done', 'DONE'],
  ])('stands in a status of category %s: %s', (key, category) => {
    expect(
      ticketOf(updated({ issue: issue({ status: { name: 'Done', statusCategory: { key } } }) })).statusCategory,
    ).toBe(category);
  });

  it.each([undefined, null, {}, { key: 'undefined' }])(
    'whose category is %j is asked for, and never guessed',
    (statusCategory) => {
      const json = updated({ issue: issue({ status: { name: 'Done', statusCategory } }) });

      expect(ticketOf(json).statusCategory).toBe('UNKNOWN');
      expect(eventsOf(json)).toContainEqual({
        type: 'refetch',
        what: 'TICKET',
        externalId: '10040',
        key: 'RANK-7',
        worklogExternalId: null,
        why: 'The status category is unknown.',
      });
    },
  );

  it('stands where the settings say, whatever Jira says', () => {
    const settings = {
      ...WORKLOGS,
      statusCategories: { Released: 'DONE', Done: 'IN_PROGRESS', "Won't Do": 'CANCELED' } as const,
    };
    const inStatus = (name: string, key: string | undefined, resolution: object | null = null) =>
      eventsOf(updated({ issue: issue({ status: { name, statusCategory: { key } }, resolution }) }), settings);

    expect(inStatus('Released', undefined)).toMatchObject([{ ticket: { statusCategory: 'DONE' } }]);
    expect(inStatus('Done', 'done')).toMatchObject([{ ticket: { statusCategory: 'IN_PROGRESS' } }]);
    expect(inStatus('Released', 'new', { name: "Won't Do" })).toMatchObject([
      { ticket: { statusCategory: 'CANCELED', resolution: "Won't Do" } },
    ]);
    expect(inStatus('Open', 'new', { name: "Won't Do" })).toMatchObject([{ ticket: { statusCategory: 'TODO' } }]);
  });

  it('of Data Center has people by key or name', () => {
    const withUser = (assignee: object | null) => ticketOf(updated({ issue: issue({ assignee }) })).assignee;

    expect(withUser({ key: 'JIRAUSER1', name: 'ada' })).toEqual({ externalId: 'JIRAUSER1', displayName: null });
    expect(withUser({ name: 'ada', displayName: 'Ada' })).toEqual({ externalId: 'ada', displayName: 'Ada' });
    expect(withUser(null)).toBeNull();
  });

  it('without a date is dated by the telling, as a number or as a text, and asked for without either', () => {
    const undated = { issue: issue({ updated: undefined }) };

    expect(ticketOf(updated(undated)).updatedAt).toBe('2026-05-28T20:26:40.000Z');
    expect(ticketOf(updated({ ...undated, timestamp: '1780000000000' })).updatedAt).toBe('2026-05-28T20:26:40.000Z');
    expect(eventsOf(updated({ ...undated, timestamp: null }))).toMatchObject([{ type: 'refetch', what: 'TICKET' }]);
  });

  it.each([
    [{ id: undefined }, { externalId: null, key: 'RANK-7' }],
    [{ key: undefined }, { externalId: '10040', key: null }],
    [{ fields: null }, { externalId: '10040', key: 'RANK-7' }],
  ])('that lacks what a ticket cannot be without is asked for: %j', (beside, wish) => {
    expect(eventsOf(updated({ issue: issue({}, beside) }))).toMatchObject([
      { type: 'refetch', what: 'TICKET', ...wish },
    ]);
  });

  it('that is not there at all is unreadable', () => {
    expect(eventsOf(updated({ issue: null }))).toMatchObject([{ type: 'unreadable' }]);
    expect(eventsOf(body('jira:issue_deleted', { issue: {} }))).toMatchObject([{ type: 'unreadable' }]);
  });

  it('has a title and an address by what there is', () => {
    const bare = updated({ issue: issue({ summary: ' ' }, { self: 'about:blank' }) });

    expect(ticketOf(bare)).toMatchObject({ title: 'RANK-7', url: null });
    expect(ticketOf(bare, { ...WORKLOGS, baseUrl: 'https://jira.example.com/base/' }).url).toBe(
      'https://jira.example.com/base/browse/RANK-7',
    );
  });

  it('is deleted when the delivery was made, or when it was last changed', () => {
    const deleted = body('jira:issue_deleted');

    expect(eventsOf({ ...deleted, timestamp: 1_795_000_000_000 })).toMatchObject([
      {
        type: 'ticket.deleted',
        externalId: '10040',
        at: '2026-11-20T09:00:00.000Z',
        ticket: { key: 'RANK-7' },
      },
    ]);
    expect(eventsOf({ ...deleted, timestamp: 1_800_000_000_000 })).toMatchObject([{ at: '2027-01-15T08:00:00.000Z' }]);
    expect(eventsOf({ ...deleted, timestamp: null, issue: { id: '10040' } })).toMatchObject([{ type: 'refetch' }]);
    expect(eventsOf({ ...deleted, issue: { id: '10040' } })).toMatchObject([{ type: 'ticket.deleted', ticket: null }]);
  });
});

describe('What Jira says was changed', () => {
  const changesOf = (...items: readonly object[]) => {
    const [event] = eventsOf(updated(changelog(...items)), { ...WORKLOGS, pointsField: 'customfield_10016' });
    return event?.type === 'ticket.upserted' ? event.changes : [];
  };

  it.each([
    [{ field: 'Статус', fieldId: 'status', fromString: 'Open', toString: 'Done' }, 'status'],
    [{ field: 'labels', fromString: '', toString: 'people' }, 'labels'],
    [{ field: 'issuetype' }, 'type'],
    [{ field: 'Story Points', fieldId: 'customfield_10016' }, 'points'],
    [{ field: 'assignee' }, 'assignee'],
    [{ field: 'Key' }, 'key'],
    [{ field: 'project' }, 'project'],
    [{ field: 'summary' }, 'title'],
    [{ field: 'timespent' }, 'time'],
    [{ field: 'WorklogId' }, 'time'],
    [{ field: 'Sprint' }, 'other'],
  ])('%j is of field %s', (item, field) => {
    expect(changesOf(item)).toMatchObject([{ field, name: item.field }]);
  });

  it('is shown as people see it, without the wording of texts', () => {
    expect(
      changesOf(
        { field: 'status', from: '1', fromString: 'Open', to: '2', toString: 'Done' },
        { field: 'timespent', from: '3600', to: '7200' },
        { field: 'description', fromString: 'old', toString: 'new' },
      ),
    ).toEqual([
      { field: 'status', name: 'status', from: 'Open', to: 'Done' },
      { field: 'time', name: 'timespent', from: '3600', to: '7200' },
      { field: 'other', name: 'description', from: null, to: null },
    ]);
  });
});

describe('The running total of an issue of Jira', () => {
  const counterOf = (json: unknown, settings = SETTINGS) =>
    eventsOf(json, settings).filter((event) => event.type === 'effort.counter');
  const SPENT = changelog(
    { field: 'timespent', fieldId: 'timespent', from: '3600', to: '7200' },
    { field: 'WorklogId', from: null, to: '77' },
  );

  it('is read where effort is counted by it', () => {
    expect(counterOf(updated(SPENT))).toEqual([
      {
        type: 'effort.counter',
        ticketExternalId: '10040',
        cumulativeSeconds: 7200,
        previousSeconds: 3600,
        by: { externalId: 'u-1', displayName: 'Bo' },
        at: '2026-11-20T09:00:00.000Z',
        revision: null,
      },
    ]);
  });

  it('is not counted where effort comes from worklogs, or from nowhere', () => {
    expect(counterOf(updated(SPENT), WORKLOGS)).toEqual([]);
    expect(counterOf(updated(SPENT), { ...SETTINGS, effort: 'NONE' })).toEqual([]);
  });

  it('is told with every delivery that holds it, and its past only where that is known', () => {
    expect(counterOf(updated())).toMatchObject([{ cumulativeSeconds: 7200, previousSeconds: null }]);
    expect(counterOf(body('jira:issue_created'))).toMatchObject([{ cumulativeSeconds: 7200, previousSeconds: 0 }]);
    expect(counterOf(updated({ issue: issue({ timespent: null }) }))).toEqual([]);
  });

  it('is zero once the last worklog is gone', () => {
    const gone = changelog({ field: 'timespent', from: '3600', to: null });

    expect(counterOf(updated({ ...gone, issue: issue({ timespent: null }) }))).toMatchObject([
      { cumulativeSeconds: 0, previousSeconds: 3600 },
    ]);
  });
});

describe('A worklog of Jira Cloud', () => {
  it.each(['worklog_created', 'worklog_updated'])('is read from %s, on the day where its author was', (event) => {
    expect(read(worklogBody(event))).toEqual({
      eventName: event,
      actor: { externalId: 'a-2', displayName: 'Cy' },
      events: [
        {
          type: 'worklog.upserted',
          worklog: {
            externalId: '77',
            ticketExternalId: '10040',
            author: { externalId: 'a-1', displayName: 'Ada' },
            localDate: '2026-11-20',
            seconds: 21_600,
            updatedAt: '2026-11-21T09:00:00.000Z',
          },
        },
      ],
    });
  });

  it('is deleted when the delivery was made, which is after it was last changed', () => {
    expect(eventsOf(worklogBody('worklog_deleted', {}, { timestamp: '1800000000000' }))).toEqual([
      { type: 'worklog.deleted', externalId: '77', ticketExternalId: '10040', at: '2027-01-15T08:00:00.000Z' },
    ]);
    expect(eventsOf(worklogBody('worklog_deleted', {}, { timestamp: null }))).toMatchObject([
      { type: 'worklog.deleted', at: '2026-11-21T09:00:00.000Z' },
    ]);
  });

  it('takes its issue from its address where it has no issueId', () => {
    const self = 'https://acme.atlassian.net/rest/api/2/issue/10041/worklog/77';

    expect(eventsOf(worklogBody('worklog_created', { issueId: undefined, self }))).toMatchObject([
      { worklog: { ticketExternalId: '10041' } },
    ]);
  });

  it.each([
    { timeSpentSeconds: undefined },
    { timeSpentSeconds: 'long' },
    { started: undefined },
    { started: '2026-11-20T10:00:00' },
  ])('that lacks its time or its day is asked for: %j', (worklog) => {
    expect(eventsOf(worklogBody('worklog_updated', worklog))).toMatchObject([
      { type: 'refetch', what: 'WORKLOG', externalId: '10040', key: null, worklogExternalId: '77' },
    ]);
  });

  it('without any date is asked for, be it deleted or not', () => {
    const undated = { created: null, updated: null };

    expect(eventsOf(worklogBody('worklog_created', undated, { timestamp: 'never' }))).toMatchObject([
      { type: 'refetch', what: 'WORKLOG' },
    ]);
    expect(eventsOf(worklogBody('worklog_deleted', undated, { timestamp: 'never' }))).toMatchObject([
      { type: 'refetch', what: 'WORKLOG' },
    ]);
  });

  it('of no time is taken as it is, and below zero it is unreadable', () => {
    expect(eventsOf(worklogBody('worklog_updated', { timeSpentSeconds: 0 }))).toMatchObject([
      { type: 'worklog.upserted', worklog: { externalId: '77', seconds: 0 } },
    ]);
    expect(eventsOf(worklogBody('worklog_updated', { timeSpentSeconds: -60 }))).toEqual([
      { type: 'unreadable', why: 'Worklog 77 has a time below zero.' },
    ]);
  });

  it.each([
    ['worklog_created', { id: undefined }],
    ['worklog_deleted', { id: null }],
    ['worklog_created', { issueId: undefined }],
  ])('of %s that cannot be told from others is unreadable: %j', (event, worklog) => {
    expect(eventsOf(worklogBody(event, worklog))).toMatchObject([{ type: 'unreadable' }]);
  });
});

describe('A worklog of Jira Data Center', () => {
  const changed = (from: string | null, to: string | null, beside: object = {}) => ({
    ...body('jira:worklog_updated', { issue_event_type_name: 'issue_work_logged' }),
    ...changelog({ field: 'WorklogId', from, to }, { field: 'timespent', from: '7200', to: '3600' }),
    ...beside,
  });

  it('is deleted by an event that is called updated', () => {
    expect(eventsOf(changed('77', null))).toMatchObject([
      { type: 'worklog.deleted', externalId: '77', ticketExternalId: '10040', at: '2026-11-20T09:00:00.000Z' },
      { type: 'ticket.upserted', ticket: { externalId: '10040' } },
    ]);
  });

  it.each([
    ['77', '77'],
    [null, '77'],
  ])('is asked for when it was changed or made (%j to %j)', (from, to) => {
    expect(eventsOf(changed(from, to))).toMatchObject([
      { type: 'refetch', what: 'WORKLOG', externalId: '10040', key: 'RANK-7', worklogExternalId: '77' },
      { type: 'ticket.upserted' },
    ]);
  });

  it('has the issue asked for where it is not said which worklog it was', () => {
    expect(eventsOf({ ...changed('77', null), changelog: null })).toMatchObject([
      { type: 'refetch', what: 'TICKET' },
      { type: 'ticket.upserted' },
    ]);
  });

  it('does not make an issue unknown whose status category is not said', () => {
    const silent = { issue: issue({ status: { name: 'Open' } }) };

    expect(eventsOf(changed('77', '77', silent)).map(({ type }) => type)).toEqual(['refetch']);
    expect(eventsOf(changed('77', '77', silent), SETTINGS)).toMatchObject([
      { type: 'refetch' },
      { type: 'effort.counter', cumulativeSeconds: 7200, previousSeconds: 7200 },
    ]);
    expect(eventsOf(changed('77', '77', { issue: { id: '10040' } })).map(({ type }) => type)).toEqual(['refetch']);
  });

  it('is read where it stands in the delivery whole', () => {
    expect(eventsOf(changed('77', '77', { worklog: WORKLOG }))).toMatchObject([
      { type: 'worklog.upserted', worklog: { externalId: '77' } },
    ]);
  });

  it('is deleted by an issue that was changed, where that says so by name', () => {
    const said = { issue_event_type_name: 'issue_worklog_deleted' };

    expect(eventsOf(updated({ ...said, ...changelog({ field: 'WorklogId', from: '77', to: null }) }))).toMatchObject([
      { type: 'ticket.upserted' },
      { type: 'worklog.deleted', externalId: '77' },
    ]);
    expect(eventsOf(updated({ ...said, ...changelog({ field: 'WorklogId', from: '77', to: '77' }) }))).toHaveLength(1);
    expect(eventsOf(updated(changelog({ field: 'WorklogId', from: '77', to: null })))).toHaveLength(1);
  });
});

describe('What of Jira is no concern of ours', () => {
  const COMMENT = { comment: { id: '1', author: { name: 'ada' }, body: 'Looks good' } };

  it.each([
    body('comment_created', COMMENT),
    body('jira:comment_updated', COMMENT),
    updated({ ...COMMENT, issue_event_type_name: 'issue_commented' }),
    updated({ issue_event_type_name: 'issue_comment_deleted' }),
    updated({ ...COMMENT, issue_event_type_name: 'issue_comment_edited', ...changelog() }),
    updated(COMMENT),
  ])('is a comment (%#)', (json) => {
    expect(eventsOf(json)).toEqual([{ type: 'ignored', why: 'comment' }]);
  });

  it('but a comment may hide a change', () => {
    const json = updated({
      ...COMMENT,
      issue_event_type_name: 'issue_commented',
      ...changelog({ field: 'status', fromString: 'Open', toString: 'Done' }),
    });

    expect(read(json)).toMatchObject({
      eventName: 'jira:issue_updated/issue_commented',
      actor: { externalId: 'u-1' },
      events: [{ type: 'ticket.upserted', changes: [{ field: 'status' }] }],
    });
  });

  it.each(['sprint_started', 'jira:version_released', 'issuelink_created', 'toString', 'jira:issue_teleported'])(
    'is %s, by its name',
    (event) => {
      expect(read(body(event))).toMatchObject({ eventName: event, events: [{ type: 'ignored', why: event }] });
    },
  );

  it('names who commented, where nobody else is named', () => {
    expect(read({ webhookEvent: 'comment_created', ...COMMENT }).actor).toEqual({
      externalId: 'ada',
      displayName: null,
    });
    expect(read({ webhookEvent: 'sprint_started' }).actor).toBeNull();
  });

  it('is unreadable where it is no webhook of Jira', () => {
    expect(read(issue())).toMatchObject({ eventName: null, events: [{ type: 'unreadable' }] });
    expect(jiraAdapter.normalize({ headers: {}, body: Buffer.from('') }, undefined, SETTINGS).events).toMatchObject([
      { type: 'unreadable', why: expect.stringContaining('Exclude body') as unknown },
    ]);
  });
});

it('Whatever JSON Jira sends, it is answered', () => {
  checkTotal(
    jiraAdapter,
    'jira',
    [{}, { 'x-atlassian-webhook-identifier': 'w-1' }],
    [
      updated(changelog({ field: 'timespent', from: '1', to: '2' }, { field: 'Key', fromString: 'A-1' })),
      body('jira:issue_created'),
      body('jira:issue_deleted'),
      worklogBody('worklog_updated'),
      worklogBody('worklog_deleted'),
      body('jira:worklog_updated', changelog({ field: 'WorklogId', from: '1', to: null })),
    ],
  );
});
