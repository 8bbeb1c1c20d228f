import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { linearState, startFakeLinear, type LinearState } from '../../../test/fake-tools/fake-linear.js';
import type { FakeTool, Json } from '../../../test/fake-tools/fake-tool.js';
import { callOf } from '../../../test/support/pull-by-hand.js';
import { expectResumable, readAll } from '../../../test/support/pull-laws.js';
import { parseInstant, type Instant } from '../../domain/basics/instant.js';
import { linearPull } from './linear-pull.js';

const at = (text: string): Instant => parseInstant(text)!;
const SINCE = at('2026-01-15T00:00:00Z');
const issue = (number: number, more: Json = {}): Json => ({
  id: `id-${number}`,
  identifier: `CLM-${number}`,
  previousIdentifiers: [`OLD-${number}`],
  url: `https://linear.app/acme/issue/CLM-${number}`,
  title: `Issue ${number}`,
  estimate: 2,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: `2026-02-01T10:${String(number).padStart(2, '0')}:00.000Z`,
  completedAt: null,
  canceledAt: null,
  trashed: null,
  team: { key: 'CLM' },
  state: { id: 's', name: 'Shipped', type: 'completed' },
  labels: { nodes: [{ name: 'core' }] },
  assignee: { id: 'u1', name: 'Ann' },
  ...more,
});

describe('asking Linear', () => {
  let state: LinearState;
  let tool: FakeTool;

  beforeEach(async () => {
    state = linearState(Array.from({ length: 8 }, (_, place) => issue(place + 1)));
    tool = await startFakeLinear(state);
  });

  afterEach(async () => {
    await tool.stop();
  });

  it('reads all pages, and goes on where it was cut off', async () => {
    const events = await expectResumable(linearPull, tool, { projects: ['CLM'] }, SINCE);
    expect(events).toHaveLength(8);
    expect(events.at(-1)).toMatchObject({
      ticket: {
        externalId: 'id-1',
        key: 'CLM-1',
        previousKeys: ['OLD-1'],
        projectKey: 'CLM',
        statusCategory: 'DONE',
        labels: ['core'],
        points: '2',
        timeSpentSeconds: null,
        assignee: { externalId: 'u1', displayName: 'Ann' },
      },
    });
    expect(tool.asked[0]?.body.variables.filter).toEqual({
      updatedAt: { gte: '2026-01-14T23:58:00.000Z' },
      team: { key: { in: ['CLM'] } },
    });
    expect(tool.asked[0]?.headers.authorization).toBe('Bearer the-token');
  });

  it('goes on from the change that was the newest when the sweep began', async () => {
    const { cursors } = await readAll(linearPull, tool, {}, SINCE);
    expect(cursors.get('issues')).toEqual({ since: '2026-02-01T10:08:00.000Z', after: null, begunAt: null });
    state.issues.length = 0;
    const page = await linearPull.page(callOf(tool.url, {}), 'issues', cursors.get('issues')!);
    expect(page).toMatchObject({ isLast: true, cursor: { since: '2026-02-01T10:08:00.000Z' } });
  });

  it('takes what lies in the trash for deleted, and what is archived for what it is', async () => {
    state.issues.splice(0, Infinity, issue(1, { trashed: true }), issue(2, { archivedAt: '2026-02-01T00:00:00Z' }));
    const { events } = await readAll(linearPull, tool, {}, SINCE);
    expect(events).toMatchObject([{ type: 'ticket.upserted' }, { type: 'ticket.deleted', externalId: 'id-1' }]);
  });

  it('sends a key as it is', async () => {
    const call = { ...callOf(tool.url, {}), credential: 'lin_api_x' };
    await linearPull.page(call, 'issues', linearPull.beginning('issues', SINCE));
    expect(tool.asked[0]?.headers.authorization).toBe('lin_api_x');
  });

  it('tells what is not there from what may not be seen', async () => {
    const ask = (id: string) => linearPull.ticket(callOf(tool.url, {}), { externalId: id, key: null });
    expect(await ask('id-3')).toMatchObject({ found: 'THERE', events: [{ ticket: { key: 'CLM-3' } }] });
    expect(await ask('id-99')).toEqual({ found: 'GONE', what: 'TICKET' });
    tool.trouble({ status: 200, body: { data: null, errors: [{ message: 'Forbidden' }] } });
    expect(await ask('id-3')).toEqual({ found: 'NO_ACCESS' });
  });

  it('says what Linear said, although it said it with 200', async () => {
    tool.trouble({ status: 200, body: { errors: [{ message: 'Query too complex' }] } });
    await expect(readAll(linearPull, tool, {}, SINCE)).rejects.toThrow('Query too complex');
    tool.trouble({ status: 400, body: { errors: [{ message: 'Authentication required, not authenticated' }] } });
    await expect(readAll(linearPull, tool, {}, SINCE)).rejects.toThrow('does not accept the credential');
  });
});
