import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jiraState, startFakeJira, type JiraState } from '../../../test/fake-tools/fake-jira.js';
import type { FakeTool, Json } from '../../../test/fake-tools/fake-tool.js';
import { callOf, NOW } from '../../../test/support/pull-by-hand.js';
import { expectResumable, readAll } from '../../../test/support/pull-laws.js';
import { describeWithShared } from '../../../test/support/shared.js';
import { parseInstant, type Instant } from '../../domain/basics/instant.js';
import { jiraPull } from './jira-pull.js';

const at = (text: string): Instant => parseInstant(text)!;
const issue = (number: number, more: Json = {}): Json => ({
  id: String(10_000 + number),
  key: `CLM-${number}`,
  self: `https://acme.atlassian.net/rest/api/3/issue/${10_000 + number}`,
  fields: {
    summary: `Issue ${number}`,
    created: `2026-01-01T10:${String(number).padStart(2, '0')}:00.000+0000`,
    updated: `2026-02-01T10:${String(number).padStart(2, '0')}:00.000+0100`,
    project: { key: 'CLM' },
    status: { name: '已完成', statusCategory: { key: 'done' } },
    labels: ['core'],
    components: [{ name: 'Intake' }],
    issuetype: { name: 'Task' },
    timespent: 3_600,
    ...more,
  },
});
const worklog = (number: number, issueNumber: number, updated: string): Json => ({
  id: String(number),
  issueId: String(10_000 + issueNumber),
  author: { accountId: 'a1', displayName: 'Ann' },
  started: '2026-02-01T23:30:00.000+0530',
  updated,
  timeSpent: '1w',
  timeSpentSeconds: 144_000,
});
const SINCE = at('2026-01-15T00:00:00Z');

describe('asking Jira', () => {
  let state: JiraState;
  let tool: FakeTool;

  beforeEach(async () => {
    state = jiraState(Array.from({ length: 12 }, (_, place) => issue(place + 1)));
    tool = await startFakeJira(state);
  });

  afterEach(async () => {
    await tool.stop();
  });

  it.each(['Cloud', 'Server'] as const)('reads all pages of a %s and goes on where it was cut off', async (type) => {
    state.deploymentType = type;
    const events = await expectResumable(jiraPull, tool, { projects: ['CLM'] }, SINCE);
    expect(events).toHaveLength(12);
    expect(events[0]).toMatchObject({
      type: 'ticket.upserted',
      ticket: {
        externalId: '10001',
        key: 'CLM-1',
        url: 'https://acme.atlassian.net/browse/CLM-1',
        statusCategory: 'DONE',
        statusName: '已完成',
        labels: ['core'],
        components: ['Intake'],
        updatedAt: '2026-02-01T09:01:00.000Z',
        timeSpentSeconds: 3_600,
      },
    });
    const path = type === 'Cloud' ? '/rest/api/3/search/jql' : '/rest/api/2/search';
    expect(tool.asked.filter((asked) => asked.path === path)).not.toHaveLength(0);
    expect(tool.asked[0]?.headers.authorization).toBe('Bearer the-token');
  });

  it('asks in the zone of its user, with an overlap, and only for its projects', async () => {
    state.timeZone = 'Asia/Kolkata';
    await readAll(
      jiraPull,
      tool,
      { projects: ['CLM', 'O"X'], userName: 'ann@example.org', pointsField: 'customfield_1' },
      at('2026-02-01T09:00:30Z'),
    );
    const { body, headers } = tool.asked.find((asked) => asked.path.endsWith('/search/jql'))!;
    expect(body.jql).toBe(
      'updated >= "2026/02/01 14:28" AND project in ("CLM", "O\\"X") ORDER BY created ASC, key ASC',
    );
    expect(body.fields).toContain('customfield_1');
    expect(headers.authorization).toBe(`Basic ${Buffer.from('ann@example.org:the-token').toString('base64')}`);
  });

  it('goes on from when the sweep began', async () => {
    const { cursors } = await readAll(jiraPull, tool, {}, SINCE);
    expect(cursors.get('issues')).toEqual({ since: NOW, next: null, begunAt: null });
  });

  it('begins the sweep anew where its place in the list is not known any more', async () => {
    const call = callOf(tool.url, {});
    const page = await jiraPull.page(call, 'issues', jiraPull.beginning('issues', SINCE));
    tool.trouble({ status: 400, body: { errorMessages: ['Invalid nextPageToken'] } });
    const again = await jiraPull.page(call, 'issues', page.cursor);
    expect(again).toMatchObject({ events: [], isLast: false, cursor: { since: SINCE, next: null } });
  });

  it('says why it is refused', async () => {
    tool.trouble(null, null, {
      status: 400,
      body: { errorMessages: ["The value 'NOPE' does not exist for the field 'project'."] },
    });
    await expect(readAll(jiraPull, tool, { projects: ['NOPE'] }, SINCE)).rejects.toThrow(/NOPE/);
    tool.trouble(null, { status: 401 });
    await expect(readAll(jiraPull, tool, {}, SINCE)).rejects.toThrow(/does not accept the credential/);
  });

  describe('for worklogs', () => {
    const settings = { effort: 'WORKLOGS', projects: ['CLM'] } as const;

    beforeEach(() => {
      state.pageSize = 2;
      state.worklogs.push(
        ...[1, 2, 3, 4, 5].map((number) => worklog(number, number, `2026-02-0${number}T10:00:00.000+0000`)),
      );
      state.deletedWorklogs.push({ worklogId: 77, updatedTime: Date.parse('2026-02-03T00:00:00Z') });
      state.issues.push(issue(20, { project: { key: 'OTHER' }, updated: '2025-01-01T00:00:00.000+0000' }));
      state.worklogs.push(worklog(9, 20, '2026-02-04T12:00:00.000+0000'));
    });

    it.each(['Cloud', 'Server'] as const)('reads both feeds of a %s, of its own projects', async (type) => {
      state.deploymentType = type;
      const events = await expectResumable(jiraPull, tool, settings, SINCE);
      const worklogs = events.filter((event) => event.type === 'worklog.upserted');
      expect(new Set(worklogs.map((event) => event.worklog.externalId))).toEqual(new Set(['1', '2', '3', '4', '5']));
      expect(worklogs[0]?.worklog).toMatchObject({
        ticketExternalId: '10001',
        localDate: '2026-02-01',
        seconds: 144_000,
        author: { externalId: 'a1', displayName: 'Ann' },
      });
      expect(events.filter((event) => event.type === 'worklog.deleted')).toEqual([
        { type: 'worklog.deleted', externalId: '77', ticketExternalId: null, at: '2026-02-03T00:00:00.000Z' },
      ]);
    });

    it('goes on from what the feed says, never from now', async () => {
      const { cursors } = await readAll(jiraPull, tool, settings, SINCE);
      expect(cursors.get('worklogs')).toEqual({ since: state.until });
      expect(cursors.get('worklog-deletions')).toEqual({ since: state.until });
    });

    it('takes the worklogs of all projects where it cannot be asked for theirs', async () => {
      tool.trouble(...Array.from({ length: 3 }, () => null));
      const { events } = await readAll(jiraPull, tool, { effort: 'WORKLOGS' }, SINCE);
      expect(
        events.filter((event) => event.type === 'worklog.upserted').map((event) => event.worklog.externalId),
      ).toContain('9');
    });
  });

  describe('for one thing', () => {
    const ask = (externalId: string | null, key: string | null) =>
      jiraPull.ticket(callOf(tool.url, { effort: 'COUNTER' }), { externalId, key });

    it('tells of a ticket that is there, by its id or its key', async () => {
      expect(await ask('10003', null)).toMatchObject({
        found: 'THERE',
        events: [
          { type: 'ticket.upserted', ticket: { key: 'CLM-3' } },
          { type: 'effort.counter', cumulativeSeconds: 3_600 },
        ],
      });
      expect(await ask(null, 'CLM-3')).toMatchObject({ found: 'THERE' });
    });

    it('takes a 404 for gone only where the project is still shown', async () => {
      expect(await ask('99999', 'CLM-99')).toEqual({ found: 'GONE', what: 'TICKET' });
      expect(await ask('99999', null)).toEqual({ found: 'GONE', what: 'TICKET' });
      state.hidden.add('CLM');
      expect(await ask('10003', 'CLM-3')).toEqual({ found: 'NO_ACCESS' });
      tool.trouble(null, { status: 403 });
      expect(await ask('10003', 'CLM-3')).toEqual({ found: 'NO_ACCESS' });
    });

    it('tells a worklog that is gone from a ticket that is', async () => {
      state.worklogs.push(worklog(1, 1, '2026-02-01T10:00:00.000+0000'));
      const of = (externalId: string, id: string) =>
        jiraPull.worklog(callOf(tool.url, {}), { externalId, key: null }, id);
      expect(await of('10001', '1')).toMatchObject({ found: 'THERE', events: [{ type: 'worklog.upserted' }] });
      expect(await of('10001', '2')).toEqual({ found: 'GONE', what: 'WORKLOG' });
      expect(await of('99999', '2')).toEqual({ found: 'GONE', what: 'TICKET' });
    });
  });

  it('passes over what cannot be read, and says so', async () => {
    state.issues.splice(0, Infinity, issue(1), { id: 'x', key: 'CLM-2', fields: { ...issue(2).fields, status: null } });
    const { events } = await readAll(jiraPull, tool, {}, SINCE);
    expect(events).toMatchObject([{ type: 'ticket.upserted' }, { ticket: { statusCategory: 'UNKNOWN' } }]);
  });
});

describeWithShared('fixtures/jira-api', 'asking Jira, with pages as they were recorded', (path) => {
  const read = (name: string): Json => JSON.parse(readFileSync(join(path, name), 'utf8'));

  it('reads every issue and every worklog', async () => {
    const issues = [...read('devlake-issues-page-1.json').issues, ...read('devlake-issues-page-2.json').issues];
    const { worklogs } = read('devlake-worklogs-page.json');
    const state = jiraState(issues, worklogs);
    state.pageSize = 17;
    const tool = await startFakeJira(state);
    try {
      const settings = { effort: 'WORKLOGS', projects: ['EE'] } as const;
      const events = await expectResumable(jiraPull, tool, settings, at('2019-01-01T00:00:00Z'));
      const told = (type: string) => events.filter((event) => event.type === type);
      expect(told('ticket.upserted')).toHaveLength(
        issues.filter((each: Json) => each.fields.project.key === 'EE').length,
      );
      expect(told('unreadable')).toEqual([]);
      expect(told('worklog.upserted').length).toBeGreaterThan(0);
    } finally {
      await tool.stop();
    }
  });
});
