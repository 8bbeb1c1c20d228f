import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PullTurns } from '../../src/jobs/pull/pull-turns.js';
import { BeginDuePulls } from '../../src/modules/pulls/commands/begin-due-pulls.js';
import { Patience } from '../../src/platform/http/patient-http.js';
import { newId } from '../../src/platform/ids.js';
import { gitlabState, startFakeGitlab, type GitlabState } from '../fake-tools/fake-gitlab.js';
import type { FakeTool, Json, Trouble } from '../fake-tools/fake-tool.js';
import { codes } from '../support/company.js';
import { openPullRoom, type PullRoom } from '../support/pull-room.js';

const issue = (iid: number, updatedAt: string): Json => ({
  id: 100 + iid,
  iid,
  title: `Issue ${iid}`,
  state: 'opened',
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: updatedAt,
  closed_at: null,
  labels: ['core'],
  assignees: [],
  issue_type: 'issue',
  weight: null,
  web_url: `https://gitlab.example.org/acme/claims/-/issues/${iid}`,
  references: { full: `acme/claims#${iid}` },
  time_stats: { time_estimate: 0, total_time_spent: 0 },
});

const minute = (number: number): string => `2026-02-01T10:${String(number).padStart(2, '0')}:00.000Z`;

describe('runs that ask a tool', () => {
  let room: PullRoom;
  let state: GitlabState;
  let tool: FakeTool;
  let id: string;

  beforeAll(async () => {
    room = await openPullRoom();
  });

  afterAll(async () => {
    await room.stop();
  });

  beforeEach(async () => {
    room.taken.clear();
    room.waits.length = 0;
    room.linked.length = 0;
    room.server.at('2026-03-02T09:00:00Z');
    state = gitlabState(Array.from({ length: 10 }, (_, place) => issue(place + 1, minute(place))));
    tool = await startFakeGitlab(state);
    id = await room.connect('GITLAB', { baseUrl: tool.url, projects: ['acme/claims'] });
  });

  afterEach(async () => {
    await room.settled();
    await tool.stop();
    await room.server.source.query('UPDATE integration_connection SET deleted_at = now() WHERE id = $1', [id]);
  });

  const keys = (): string[] =>
    [...room.taken.values()]
      .map((event) => (event.type === 'ticket.upserted' ? event.ticket.key : event.type))
      .toSorted();
  const lastRun = async (): Promise<Json> => (await room.runs(id)).at(-1);
  const reconciled = async (): Promise<Json> => {
    expect((await room.reconcile(id)).userErrors).toEqual([]);
    await room.settled();
    return lastRun();
  };
  const begun = (): Promise<number> => room.server.app.get(BeginDuePulls).run();

  it('read all pages, and the next one only what changed since', async () => {
    expect(await room.reconcile(id)).toMatchObject({
      run: { kind: 'RECONCILE', status: 'RUNNING', startedBy: { name: 'Ada Admin' } },
      userErrors: [],
    });
    await room.settled();
    expect(keys()).toHaveLength(10);
    expect(room.origins).toEqual(new Set(['PULL']));
    expect(await lastRun()).toMatchObject({ status: 'DONE', changed: 10, found: 10, failure: null });
    state.issues[3] = issue(4, '2026-02-02T10:00:00.000Z');
    expect(await reconciled()).toMatchObject({ status: 'DONE', changed: 1, found: 1 });
  });

  it('leave their place in the audit trail where a person begins them', async () => {
    await reconciled();
    const [event] = await room.server.source.query<Json[]>(
      "SELECT body::jsonb AS body FROM audit_event WHERE body::jsonb ->> 'subjectId' = $1",
      [id],
    );
    expect(event.body).toMatchObject({
      action: 'integrationConnection.reconcileBegun',
      subjectType: 'IntegrationConnection',
      actorId: room.company.admin.userId,
    });
  });

  describe('of a tool that is in trouble', () => {
    const passing: readonly (readonly [string, Trouble])[] = [
      ['answers 500', { status: 500 }],
      ['answers 503 without JSON', { status: 503, headers: { 'content-type': 'text/html' } }],
      ['sends half of its JSON', 'TRUNCATED'],
      ['breaks off', 'CUT_OFF'],
      ['does not answer', 'SILENT'],
      ['answers 429', { status: 429, headers: { 'retry-after': '7' } }],
    ];

    it.each(passing)('wait and try again where it %s once', async (_title, trouble) => {
      tool.trouble(trouble);
      expect(await reconciled()).toMatchObject({ status: 'DONE', changed: 10, failure: null });
      expect(room.waits).toHaveLength(1);
    });

    it.each(passing.slice(0, 5))('fail and say why where it %s for long, and go on later', async (_title, trouble) => {
      tool.trouble(null, ...Array.from({ length: 4 }, () => trouble));
      const failed = await reconciled();
      expect(failed).toMatchObject({ status: 'FAILED', pages: 1 });
      expect(failed.failure).toMatch(/It was tried 4 times\.$/);
      const before = keys().length;
      expect(before).toBeGreaterThan(0);
      expect(before).toBeLessThan(10);
      expect(await reconciled()).toMatchObject({ status: 'DONE', changed: 10 - before });
      expect(keys()).toHaveLength(10);
    });

    it('wait as long as they are asked to, in seconds or until a date', async () => {
      tool.trouble(
        { status: 429, headers: { 'retry-after': '20' } },
        { status: 429, headers: { 'retry-after': 'Mon, 02 Mar 2026 09:00:30 GMT' } },
        { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1772442040' } },
      );
      expect(await reconciled()).toMatchObject({ status: 'DONE' });
      expect(room.waits.map((wait) => Math.floor(wait / 10_000))).toEqual([2, 3, 4]);
    });

    it('end where they are asked to wait for long, and nobody asks until then', async () => {
      tool.trouble(null, { status: 429, headers: { 'retry-after': '3600' } });
      expect(await reconciled()).toMatchObject({
        status: 'FAILED',
        not_before: '2026-03-02T10:00:00.000Z',
        failure: expect.stringContaining('allows no more requests before 2026-03-02T10:00:00.000Z'),
      });
      const asked = tool.asked.length;
      room.server.at('2026-03-02T09:59:00Z');
      expect(await room.reconcile(id)).toMatchObject({ run: null, userErrors: [{ code: 'WRONG_STATE' }] });
      expect(await begun()).toBe(0);
      expect(tool.asked).toHaveLength(asked);
      room.server.at('2026-03-02T10:00:01Z');
      expect(await begun()).toBe(1);
      await room.settled();
      expect(keys()).toHaveLength(10);
    });

    it('say what to do where they are refused, and do not try again', async () => {
      tool.alwaysTrouble({ status: 401, body: { message: '401 Unauthorized' } });
      expect(await reconciled()).toMatchObject({
        status: 'FAILED',
        failure: expect.stringContaining('does not accept the credential (401). Make a new token'),
      });
      expect(tool.asked).toHaveLength(1);
    });

    it('do not read an answer that is too large', async () => {
      const patience = room.server.app.get(Patience);
      Object.assign(patience, { maxBytes: 1_000 });
      try {
        expect((await reconciled()).failure).toMatch(/more than 1000 bytes/);
      } finally {
        Object.assign(patience, { maxBytes: 20_000_000 });
      }
    });
  });

  it('come to the same, cut off at whichever request', async () => {
    await room.backfill(id, '2026-01-01T00:00:00Z');
    await room.settled();
    const undisturbed = [...room.taken.keys()].toSorted();
    const requests = tool.asked.length;
    expect(requests).toBeGreaterThan(3);
    for (let place = 0; place < requests; place += 1) {
      room.taken.clear();
      tool.trouble(...Array.from({ length: place }, () => null), { status: 404 });
      await room.backfill(id, '2026-01-01T00:00:00Z');
      await room.settled();
      expect(await lastRun()).toMatchObject({ kind: 'BACKFILL', status: 'FAILED' });
      expect(await reconciled()).toMatchObject({ status: 'DONE', found: 0 });
      expect([...room.taken.keys()].toSorted()).toEqual(undisturbed);
    }
  });

  it('count as found what no hook told: not the past, and nothing while deliveries wait', async () => {
    const summary = async (): Promise<Json> =>
      (
        await room.server.source.query<Json[]>(
          'SELECT coalesce(sum(found), 0)::integer AS found FROM pull_run WHERE connection_id = $1',
          [id],
        )
      )[0];
    await room.backfill(id, '2026-01-15T00:00:00Z');
    await room.settled();
    expect(await lastRun()).toMatchObject({ changed: 10, found: 0 });
    state.issues.push(issue(11, '2026-02-03T00:00:00.000Z'));
    expect(await reconciled()).toMatchObject({ changed: 1, found: 1 });
    state.issues.push(issue(12, '2026-02-04T00:00:00.000Z'));
    await room.server.source.query(
      `INSERT INTO inbound_delivery (id, portfolio_id, connection_id, delivery_key, status, received_at, headers, body_sha256, due_at)
       SELECT $1, portfolio_id, id, 'k', 'RECEIVED', '2026-03-02T08:59:00Z', '{}', '', '2026-03-02T09:00:00Z'
       FROM integration_connection WHERE id = $2`,
      [newId(), id],
    );
    expect(await reconciled()).toMatchObject({ changed: 1, found: 0 });
    expect(await summary()).toEqual({ found: 1 });
  });

  it('are one at a time, and one that was cut off is taken for dead after ten minutes', async () => {
    tool.alwaysTrouble('SILENT');
    expect((await room.reconcile(id)).userErrors).toEqual([]);
    expect(await room.reconcile(id)).toMatchObject({ run: null, userErrors: [{ code: 'WRONG_STATE', field: ['id'] }] });
    await room.settled();
    tool.alwaysTrouble(null);
    await room.server.source.query(
      "UPDATE pull_run SET status = 'RUNNING', ended_at = NULL, failure = NULL WHERE connection_id = $1",
      [id],
    );
    room.server.at('2026-03-02T09:09:00Z');
    expect(codes(await room.reconcile(id))).toEqual(['WRONG_STATE']);
    room.server.at('2026-03-02T09:10:00Z');
    expect(await reconciled()).toMatchObject({ status: 'DONE', changed: 10 });
    expect((await room.runs(id))[0]).toMatchObject({ status: 'FAILED', failure: expect.stringMatching(/cut off/) });
  });

  describe('are refused', () => {
    it('for all reasons at once where the tool cannot be asked', async () => {
      const bare = await room.connect('AZURE_DEVOPS', {}, null);
      const { run, userErrors } = await room.reconcile(bare);
      expect(run).toBeNull();
      expect(userErrors.map(({ message }: { message: string }) => message)).toEqual([
        expect.stringContaining('baseUrl'),
        expect.stringContaining('credential'),
      ]);
      const unnamed = await room.connect('GITHUB', {});
      expect((await room.reconcile(unnamed)).userErrors).toMatchObject([
        { code: 'WRONG_STATE', message: expect.stringContaining('repository') },
      ]);
      const generic = await room.connect('GENERIC', {});
      expect(codes(await room.reconcile(generic))).toEqual(['WRONG_STATE']);
    });

    it('for a connection that is paused, and for a time to come', async () => {
      await room.server.source.query('UPDATE integration_connection SET paused = true WHERE id = $1', [id]);
      expect(codes(await room.backfill(id, '2027-01-01T00:00:00Z'))).toEqual(['INVALID', 'WRONG_STATE']);
      expect(tool.asked).toHaveLength(0);
    });

    it('to whoever is no ADMIN, and for what is not there', async () => {
      const ask = 'mutation ($id: ID!) { integrationConnectionReconcile(id: $id) { userErrors { code } } }';
      const { errors } = await room.company.manager.answer(ask, { id });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect(codes(await room.reconcile(newId()))).toEqual(['NOT_FOUND']);
    });
  });

  describe('by their turn', () => {
    const turn = (): Promise<void> => room.server.app.get(PullTurns).run();

    it('come every quarter of an hour, and at once after the connection was changed', async () => {
      expect(await begun()).toBe(1);
      await room.settled();
      expect(await lastRun()).toMatchObject({ kind: 'RECONCILE', status: 'DONE' });
      // The daily comparison of linked tickets follows.
      expect(await begun()).toBe(1);
      await room.settled();
      expect(await lastRun()).toMatchObject({ kind: 'COMPARE', status: 'DONE' });
      room.server.at('2026-03-02T09:14:00Z');
      expect(await begun()).toBe(0);
      room.server.at('2026-03-02T09:15:00Z');
      expect(await begun()).toBe(1);
      await room.settled();
      await room.server.source.query('UPDATE integration_connection SET version = version + 1 WHERE id = $1', [id]);
      expect(await begun()).toBe(1);
      await room.settled();
      expect((await room.runs(id)).map(({ kind }) => kind)).toEqual(['RECONCILE', 'COMPARE', 'RECONCILE', 'RECONCILE']);
    });

    it('leave out what is paused, deleted or has no credential', async () => {
      await room.server.source.query('UPDATE integration_connection SET paused = true WHERE id = $1', [id]);
      await room.connect('GITLAB', { baseUrl: tool.url, projects: ['acme/claims'] }, null);
      expect(await begun()).toBe(0);
    });

    it('look after linked tickets one by one: only what the tool says is gone was deleted', async () => {
      await reconciled();
      room.taken.clear();
      room.linked.push(
        { externalId: '101', key: 'acme/claims#1' },
        ...Array.from({ length: 15 }, (_, place) => ({
          externalId: String(200 + place),
          key: `acme/claims#${90 + place}`,
        })),
      );
      await turn();
      await room.settled();
      expect(await lastRun()).toMatchObject({ kind: 'COMPARE', status: 'DONE', pages: 2 });
      const events = [...room.taken.values()];
      expect(events.filter(({ type }) => type === 'ticket.deleted')).toHaveLength(15);
      expect(events.filter(({ type }) => type === 'ticket.upserted')).toHaveLength(1);
      room.taken.clear();
      state.isHidden = true;
      room.server.at('2026-03-03T09:00:01Z');
      await begun();
      await room.settled();
      await begun();
      await room.settled();
      expect(await lastRun()).toMatchObject({ kind: 'COMPARE', status: 'DONE' });
      expect(room.taken.size).toBe(0);
    });
  });

  describe('answer what is wished for', () => {
    const wish = async (ticket: string, more: Record<string, unknown> = {}): Promise<string> => {
      const wishId = newId();
      await room.server.source.query(
        `INSERT INTO refetch_wish (id, portfolio_id, connection_id, what, ticket, by_key, why, wished_at, due_at)
         SELECT $1, portfolio_id, id, 'TICKET', $3, $4, 'a test', '2026-03-02T09:00:00Z', '2026-03-02T09:00:00Z'
         FROM integration_connection WHERE id = $2`,
        [wishId, id, ticket, more['byKey'] ?? true],
      );
      return wishId;
    };
    const wishOf = async (wishId: string): Promise<Json> =>
      (await room.server.source.query<Json[]>('SELECT * FROM refetch_wish WHERE id = $1', [wishId]))[0];
    const turn = (): Promise<void> => room.server.app.get(PullTurns).run();

    beforeEach(async () => {
      await begun();
      await room.settled();
      await begun();
      await room.settled();
      room.taken.clear();
    });

    it('with what is there, and the wish is gone', async () => {
      const wishId = await wish('acme/claims#3');
      await turn();
      expect(keys()).toEqual(['acme/claims#3']);
      expect(await wishOf(wishId)).toBeUndefined();
    });

    it('with a deletion where a ticket that is known is gone', async () => {
      room.linked.push({ externalId: '777', key: 'acme/claims#77' });
      const wishId = await wish('777', { byKey: false });
      await turn();
      expect([...room.taken.values()]).toMatchObject([{ type: 'ticket.deleted', externalId: '777' }]);
      expect(await wishOf(wishId)).toBeUndefined();
    });

    it('a day later where nobody knows the ticket, and then not any more', async () => {
      const wishId = await wish('acme/claims#88');
      await turn();
      expect(await wishOf(wishId)).toMatchObject({ due_at: '2026-03-03T09:00:00.000Z', attempts: 1 });
      room.server.at('2026-03-03T09:00:00Z');
      await turn();
      expect(await wishOf(wishId)).toMatchObject({ due_at: null, failure: expect.stringMatching(/given up/) });
      expect([...room.taken.values()].some(({ type }) => type === 'ticket.deleted')).toBe(false);
    });

    it('with nothing where it may not be seen', async () => {
      room.linked.push({ externalId: '101', key: 'acme/claims#1' });
      const wishId = await wish('101', { byKey: false });
      state.isHidden = true;
      await turn();
      expect(room.taken.size).toBe(0);
      expect(await wishOf(wishId)).toMatchObject({
        due_at: '2026-03-03T09:00:00.000Z',
        failure: expect.stringMatching(/No access/),
      });
    });

    it('later where the tool is in trouble, at most eight times', async () => {
      const wishId = await wish('acme/claims#3');
      tool.alwaysTrouble({ status: 500 });
      await turn();
      expect(await wishOf(wishId)).toMatchObject({ due_at: '2026-03-02T09:01:00.000Z', attempts: 1 });
      for (let attempt = 2; attempt <= 8; attempt += 1) {
        room.server.at((await wishOf(wishId)).due_at as string);
        await turn();
        await room.settled();
      }
      expect(await wishOf(wishId)).toMatchObject({ due_at: null, attempts: 8 });
    });

    it('when the tool wants to be asked again', async () => {
      const wishId = await wish('acme/claims#3');
      tool.trouble({ status: 429, headers: { 'retry-after': '600' } });
      await turn();
      expect(await wishOf(wishId)).toMatchObject({ due_at: '2026-03-02T09:10:00.000Z', attempts: 0 });
    });

    it('not at all where it cannot be asked for so', async () => {
      const wishId = await wish('nonsense', { byKey: false });
      await turn();
      expect(await wishOf(wishId)).toMatchObject({ due_at: null, failure: expect.stringMatching(/reference/) });
    });
  });
});
