import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { githubState, startFakeGithub } from '../fake-tools/fake-github.js';
import type { FakeTool, Json } from '../fake-tools/fake-tool.js';
import { BeginDuePulls } from '../../src/modules/pulls/commands/begin-due-pulls.js';
import { newId } from '../../src/platform/ids.js';
import { openPullRoom, type PullRoom } from '../support/pull-room.js';

const issue = (number: number, updatedAt: string, more: Json = {}): Json => ({
  id: 500 + number,
  number,
  title: `Issue ${number}`,
  state: 'open',
  created_at: '2026-01-01T00:00:00Z',
  updated_at: updatedAt,
  labels: [],
  html_url: `https://github.com/acme/claims/issues/${number}`,
  ...more,
});

describe('what is read of a tool', () => {
  let room: PullRoom;
  let tool: FakeTool;
  let id: string;
  const state = githubState(
    'acme/claims',
    [1, 2, 3, 4, 5, 6, 7].map((each) => issue(each, `2026-02-0${each}T00:00:00Z`)),
  );

  beforeAll(async () => {
    room = await openPullRoom(true);
    tool = await startFakeGithub(state);
    id = await room.connect('GITHUB', { baseUrl: tool.url, projects: ['acme/claims'] });
  });

  afterAll(async () => {
    await tool.stop();
    await room.stop();
  });

  const tickets = (): Promise<Json[]> =>
    room.server.source.query('SELECT * FROM ticket WHERE connection_id = $1 ORDER BY external_id', [id]);
  const lastRun = async (): Promise<Json> => (await room.runs(id)).at(-1);

  it('is in the product, once, however often it is read', async () => {
    await room.backfill(id, '2026-01-01T00:00:00Z');
    await room.settled();
    expect(await lastRun()).toMatchObject({ status: 'DONE', changed: 7, failure: null });
    expect(await tickets()).toHaveLength(7);
    expect((await tickets())[0]).toMatchObject({ key: 'acme/claims#1', status_category: 'TODO', origin: 'PULL' });
    room.server.at('2026-03-02T09:05:00Z');
    await room.backfill(id, '2026-01-01T00:00:00Z');
    await room.settled();
    expect(await lastRun()).toMatchObject({ status: 'DONE', changed: 0 });
  });

  it('counts as found where it is new', async () => {
    room.server.at('2026-03-02T09:10:00Z');
    state.issues[0] = issue(1, '2026-02-10T00:00:00Z', { state: 'closed', state_reason: 'completed' });
    expect((await room.reconcile(id)).userErrors).toEqual([]);
    await room.settled();
    expect(await lastRun()).toMatchObject({ status: 'DONE', changed: 1, found: 1 });
    expect((await tickets())[0]).toMatchObject({ status_category: 'DONE' });
  });

  it('was deleted where the tool says so of a linked ticket, and brought back where it is there again', async () => {
    const [first] = await tickets();
    const { initiativeId } = { initiativeId: await room.company.create() };
    await room.server.source.query(
      `INSERT INTO ticket_link (id, portfolio_id, ticket_id, initiative_id, share_percent, linked_at, linked_by)
       VALUES ($1, $2, $3, $4, 100, '2026-03-02T09:10:00Z', $5)`,
      [newId(), first.portfolio_id, first.id, initiativeId, room.company.admin.userId],
    );
    state.deleted.add(1);
    expect(await room.server.app.get(BeginDuePulls).run()).toBe(1);
    await room.settled();
    expect(await lastRun()).toMatchObject({ kind: 'COMPARE', status: 'DONE', changed: 1 });
    expect((await tickets())[0].deleted_at).not.toBeNull();
    state.deleted.delete(1);
    state.issues[0] = issue(1, '2026-03-02T09:11:00Z');
    room.server.at('2026-03-02T09:12:00Z');
    expect((await room.reconcile(id)).userErrors).toEqual([]);
    await room.settled();
    expect((await tickets())[0]).toMatchObject({ restored_at: '2026-03-02T09:11:00.000Z', status_category: 'TODO' });
  });
});
