import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { githubState, startFakeGithub, type GithubState } from '../../../test/fake-tools/fake-github.js';
import type { FakeTool, Json } from '../../../test/fake-tools/fake-tool.js';
import { callOf } from '../../../test/support/pull-by-hand.js';
import { expectResumable, readAll } from '../../../test/support/pull-laws.js';
import { describeWithShared } from '../../../test/support/shared.js';
import { parseInstant, type Instant } from '../../domain/basics/instant.js';
import type { PullCursor } from '../pull-client.js';
import { githubPull } from './github-pull.js';

const at = (text: string): Instant => parseInstant(text)!;
const SINCE = at('2026-01-15T00:00:00Z');
const REPOSITORY = 'acme/claims';
const issue = (number: number, updatedAt: string, more: Json = {}): Json => ({
  id: 500 + number,
  number,
  title: `Issue ${number}`,
  state: 'open',
  created_at: '2026-01-01T00:00:00Z',
  updated_at: updatedAt,
  labels: [{ name: 'core' }],
  html_url: `https://github.com/${REPOSITORY}/issues/${number}`,
  repository_url: `https://api.github.com/repos/${REPOSITORY}`,
  ...more,
});

describe('asking GitHub', () => {
  let state: GithubState;
  let tool: FakeTool;
  const settings = { projects: [REPOSITORY] };

  beforeEach(async () => {
    state = githubState(
      REPOSITORY,
      Array.from({ length: 12 }, (_, place) => issue(place + 1, `2026-02-01T10:${String(place).padStart(2, '0')}:00Z`)),
    );
    tool = await startFakeGithub(state);
  });

  afterEach(async () => {
    await tool.stop();
  });

  it('reads all pages, not the pull requests, and goes on where it was cut off', async () => {
    state.issues.push(issue(13, '2026-02-01T11:00:00Z', { pull_request: {} }));
    const events = await expectResumable(githubPull, tool, settings, SINCE);
    const keys = events.map((event) => (event.type === 'ticket.upserted' ? event.ticket.key : event.type));
    expect(new Set(keys)).toEqual(new Set(Array.from({ length: 12 }, (_, place) => `acme/claims#${place + 1}`)));
    expect(tool.asked[0]).toMatchObject({ path: '/repos/acme/claims/issues' });
    expect(Object.fromEntries(tool.asked[0]!.query)).toMatchObject({ state: 'all', sort: 'updated', direction: 'asc' });
  });

  it('misses nothing of what moves to the end of the list while it reads', async () => {
    const call = callOf(tool.url, settings);
    const seen = new Set<string>();
    let cursor: PullCursor = githubPull.beginning('', SINCE);
    for (let isLast = false, step = 0; !isLast; step += 1) {
      const page = await githubPull.page(call, `issues:${REPOSITORY}`, cursor);
      page.events.forEach((event) => seen.add(event.type === 'ticket.upserted' ? event.ticket.key : ''));
      ({ cursor, isLast } = page);
      if (step < 3) {
        // What was on the page that was read goes to the end, and all others move up.
        state.issues[step] = issue(step + 1, `2026-02-02T10:0${step}:00Z`);
      }
    }
    expect(seen.size).toBe(12);
  });

  it('follows the pages of the tool where all of a page was changed at the same moment', async () => {
    state.issues.splice(
      0,
      Infinity,
      ...Array.from({ length: 17 }, (_, place) => issue(place + 1, '2026-02-01T10:00:00Z')),
    );
    const events = await expectResumable(githubPull, tool, settings, SINCE);
    expect(new Set(events.map((event) => (event.type === 'ticket.upserted' ? event.ticket.key : ''))).size).toBe(17);
  });

  it('goes on from the last change it saw, with an overlap', async () => {
    const { cursors } = await readAll(githubPull, tool, settings, SINCE);
    expect(cursors.get(`issues:${REPOSITORY}`)).toEqual({ since: '2026-02-01T10:11:00.000Z', next: null, begins: 1 });
    await githubPull.page(callOf(tool.url, settings), `issues:${REPOSITORY}`, cursors.get(`issues:${REPOSITORY}`)!);
    expect(tool.asked.at(-1)?.query.get('since')).toBe('2026-02-01T10:09:00.000Z');
  });

  it('begins anew, once, where its place in the list is not known any more', async () => {
    state.issues.splice(
      0,
      Infinity,
      ...Array.from({ length: 12 }, (_, place) => issue(place + 1, '2026-02-01T10:00:00Z')),
    );
    const call = callOf(tool.url, settings);
    const first = await githubPull.page(call, `issues:${REPOSITORY}`, githubPull.beginning('', SINCE));
    const second = await githubPull.page(call, `issues:${REPOSITORY}`, first.cursor);
    expect(second.cursor['next']).not.toBeNull();
    tool.trouble({ status: 422, body: { message: 'bad cursor' } });
    const again = await githubPull.page(call, `issues:${REPOSITORY}`, second.cursor);
    expect(again).toMatchObject({ events: [], isLast: false, cursor: { next: null, begins: 1 } });
    tool.trouble({ status: 422, body: { message: 'bad cursor' } });
    await expect(githubPull.page(call, `issues:${REPOSITORY}`, second.cursor)).rejects.toThrow('bad cursor');
  });

  it('reads the hours in a field where effort is counted so', async () => {
    const field = { issue_field_id: 7, issue_field_name: 'Hours', data_type: 'number', value: 6.5 };
    state.issues.splice(0, Infinity, issue(1, '2026-02-01T10:00:00Z', { issue_field_values: [field] }));
    const { events } = await readAll(githubPull, tool, { ...settings, effort: 'COUNTER', hoursField: 'Hours' }, SINCE);
    expect(events).toMatchObject([{ type: 'ticket.upserted' }, { type: 'effort.counter', cumulativeSeconds: 23_400 }]);
  });

  it('takes a 410 for gone, and a 404 only where the repository is still shown', async () => {
    const ask = (key: string | null) => githubPull.ticket(callOf(tool.url, settings), { externalId: '501', key });
    expect(await ask('acme/claims#1')).toMatchObject({ found: 'THERE' });
    state.deleted.add(1);
    expect(await ask('acme/claims#1')).toEqual({ found: 'GONE', what: 'TICKET' });
    expect(await ask('acme/claims#99')).toEqual({ found: 'GONE', what: 'TICKET' });
    expect(await ask(null)).toMatchObject({ found: 'UNASKABLE' });
    state.isHidden = true;
    expect(await ask('acme/claims#2')).toEqual({ found: 'NO_ACCESS' });
  });

  it('has to be told which repositories', () => {
    expect(githubPull.problems({ ...callOf('', {}).settings })).toHaveLength(1);
  });
});

describeWithShared(
  'fixtures/github-api/devlake-issues-1.json',
  'asking GitHub, with a page as it was recorded',
  (path) => {
    it('reads every issue and no pull request', async () => {
      const issues: Json[] = JSON.parse(readFileSync(join(path), 'utf8'));
      const tool = await startFakeGithub(githubState('panjf2000/ants', issues));
      try {
        const events = await expectResumable(
          githubPull,
          tool,
          { projects: ['panjf2000/ants'] },
          at('2018-01-01T00:00:00Z'),
        );
        const ids = new Set(
          events.map((event) => (event.type === 'ticket.upserted' ? event.ticket.externalId : event.type)),
        );
        expect(ids).toEqual(new Set(issues.filter((each) => !('pull_request' in each)).map((each) => String(each.id))));
      } finally {
        await tool.stop();
      }
    });
  },
);
