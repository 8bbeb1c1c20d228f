import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { gitlabState, startFakeGitlab, type GitlabState } from '../../../test/fake-tools/fake-gitlab.js';
import type { FakeTool, Json } from '../../../test/fake-tools/fake-tool.js';
import { callOf } from '../../../test/support/pull-by-hand.js';
import { expectResumable, readAll } from '../../../test/support/pull-laws.js';
import { describeWithShared } from '../../../test/support/shared.js';
import { parseInstant, type Instant } from '../../domain/basics/instant.js';
import { gitlabPull } from './gitlab-pull.js';

const at = (text: string): Instant => parseInstant(text)!;
const SINCE = at('2026-01-15T00:00:00Z');
const issue = (iid: number, more: Json = {}): Json => ({
  id: 100 + iid,
  iid,
  title: `Issue ${iid}`,
  state: 'opened',
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: `2026-02-01T10:${String(iid).padStart(2, '0')}:00.000Z`,
  labels: ['horizon::core'],
  assignees: [{ id: 7, name: 'Ann' }],
  issue_type: 'issue',
  weight: 3,
  web_url: `https://gitlab.example.org/acme/claims/-/issues/${iid}`,
  references: { full: `acme/claims#${iid}` },
  time_stats: { time_estimate: 7_200, total_time_spent: 5_400 },
  ...more,
});

describe('asking GitLab', () => {
  let state: GitlabState;
  let tool: FakeTool;
  const settings = { projects: ['acme/claims'] };

  beforeEach(async () => {
    state = gitlabState(Array.from({ length: 10 }, (_, place) => issue(place + 1)));
    tool = await startFakeGitlab(state);
  });

  afterEach(async () => {
    await tool.stop();
  });

  it('reads all pages, and goes on where it was cut off', async () => {
    const events = await expectResumable(gitlabPull, tool, { ...settings, effort: 'COUNTER' }, SINCE);
    expect(events.slice(0, 2)).toMatchObject([
      {
        type: 'ticket.upserted',
        ticket: {
          externalId: '101',
          key: 'acme/claims#1',
          projectKey: 'acme/claims',
          type: 'Issue',
          labels: ['horizon::core'],
          points: '3',
          timeSpentSeconds: 5_400,
          originalEstimateSeconds: 7_200,
          assignee: { externalId: '7', displayName: 'Ann' },
        },
      },
      { type: 'effort.counter', ticketExternalId: '101', cumulativeSeconds: 5_400 },
    ]);
    expect(tool.asked[0]?.path).toBe('/api/v4/projects/acme%2Fclaims/issues');
    expect(tool.asked[0]?.query.get('pagination')).toBe('keyset');
  });

  it('reads the bookings of time with the issues they are on, all pages of them', async () => {
    const timelog = (id: number, timeSpent: number) => ({
      id: `gid://gitlab/Timelog/${id}`,
      timeSpent,
      spentAt: '2026-02-01T12:00:00Z',
      user: null,
    });
    state.timelogs.set(
      2,
      [1, 2, 3, 4, 5, 6, 7].map((id) => timelog(id, 100)),
    );
    state.timelogs.set(3, [timelog(8, 500), timelog(9, -200)]);
    const events = await expectResumable(gitlabPull, tool, { ...settings, effort: 'WORKLOGS' }, SINCE);
    const worklogs = events.filter((event) => event.type === 'worklog.upserted').map((event) => event.worklog);
    const seconds = new Map(worklogs.map(({ externalId, seconds: each }) => [externalId, each]));
    expect([...seconds.values()].toSorted((a, b) => a - b)).toEqual([100, 100, 100, 100, 100, 100, 100, 300]);
    expect(events.some((event) => event.type === 'effort.counter')).toBe(false);
  });

  it('takes an issue that was moved for not done here', async () => {
    state.issues.splice(0, Infinity, issue(1, { state: 'closed', moved_to_id: 9 }), issue(2, { state: 'closed' }));
    const { events } = await readAll(gitlabPull, tool, settings, SINCE);
    expect(events).toMatchObject([{ ticket: { statusCategory: 'CANCELED' } }, { ticket: { statusCategory: 'DONE' } }]);
  });

  it('takes a 404 for gone only where the project is still shown', async () => {
    const ask = (key: string | null) => gitlabPull.ticket(callOf(tool.url, settings), { externalId: '101', key });
    expect(await ask('acme/claims#1')).toMatchObject({ found: 'THERE' });
    expect(await ask('acme/claims#99')).toEqual({ found: 'GONE', what: 'TICKET' });
    expect(await ask(null)).toMatchObject({ found: 'UNASKABLE' });
    state.isHidden = true;
    expect(await ask('acme/claims#1')).toEqual({ found: 'NO_ACCESS' });
  });

  it('says where to look when there is nothing', async () => {
    state.isHidden = true;
    await expect(readAll(gitlabPull, tool, settings, SINCE)).rejects.toThrow(/Check baseUrl and projects/);
  });

  it('has to be told which projects', () => {
    expect(gitlabPull.problems(callOf('', {}).settings)).toHaveLength(1);
  });
});

describeWithShared(
  'fixtures/gitlab-api/devlake-issues-1.json',
  'asking GitLab, with a page as it was recorded',
  (path) => {
    it('reads every issue', async () => {
      const issues: Json[] = JSON.parse(readFileSync(path, 'utf8'));
      const tool = await startFakeGitlab(gitlabState(issues));
      try {
        const events = await expectResumable(gitlabPull, tool, { projects: ['12345678'] }, at('2019-01-01T00:00:00Z'));
        const ids = new Set(
          events.map((event) => (event.type === 'ticket.upserted' ? event.ticket.externalId : event.type)),
        );
        expect(ids).toEqual(new Set(issues.map((each) => String(each.id))));
      } finally {
        await tool.stop();
      }
    });
  },
);
