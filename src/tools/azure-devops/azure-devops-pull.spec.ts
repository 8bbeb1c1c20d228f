import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  azureDevopsState,
  startFakeAzureDevops,
  type AzureDevopsState,
} from '../../../test/fake-tools/fake-azure-devops.js';
import type { FakeTool, Json } from '../../../test/fake-tools/fake-tool.js';
import { callOf } from '../../../test/support/pull-by-hand.js';
import { expectResumable, readAll } from '../../../test/support/pull-laws.js';
import { parseInstant, type Instant } from '../../domain/basics/instant.js';
import { azureDevopsPull } from './azure-devops-pull.js';

const at = (text: string): Instant => parseInstant(text)!;
const SINCE = at('2026-01-15T00:00:00Z');
const revision = (id: number, rev: number, day: number, more: Json = {}): Json => ({
  id,
  rev,
  fields: {
    'System.Title': `Item ${id}`,
    'System.TeamProject': 'Claims',
    'System.WorkItemType': 'User Story',
    'System.State': 'Active',
    'System.ChangedDate': `2026-02-${String(day).padStart(2, '0')}T10:00:00Z`,
    'System.ChangedBy': { id: 'u1', displayName: 'Ann' },
    ...more,
  },
});
const worked = (hours: number): Json => ({ 'Microsoft.VSTS.Scheduling.CompletedWork': hours });

describe('asking Azure DevOps', () => {
  let state: AzureDevopsState;
  let tool: FakeTool;
  const settings = { projects: ['Claims'], effort: 'COUNTER' } as const;

  beforeEach(async () => {
    state = azureDevopsState([
      revision(1, 1, 1),
      revision(1, 2, 2, worked(2)),
      revision(2, 1, 2, { 'System.State': 'New' }),
      revision(1, 3, 3, worked(3.5)),
      revision(1, 4, 4, { ...worked(1), 'System.State': 'Closed' }),
      revision(2, 2, 5, { 'System.IsDeleted': true }),
    ]);
    tool = await startFakeAzureDevops(state);
  });

  afterEach(async () => {
    await tool.stop();
  });

  it('reads every revision as a reading, with who made it, and goes on where it was cut off', async () => {
    const events = await expectResumable(azureDevopsPull, tool, settings, SINCE);
    const readings = events.filter((event) => event.type === 'effort.counter');
    expect(readings).toMatchObject([
      { ticketExternalId: '1', cumulativeSeconds: 7_200, revision: 2, by: { externalId: 'u1' } },
      { ticketExternalId: '1', cumulativeSeconds: 12_600, revision: 3 },
      { ticketExternalId: '1', cumulativeSeconds: 3_600, revision: 4 },
    ]);
    expect(events.filter((event) => event.type === 'ticket.deleted')).toMatchObject([{ externalId: '2' }]);
    const tickets = events.filter((event) => event.type === 'ticket.upserted').map((event) => event.ticket);
    expect(tickets.at(-1)).toMatchObject({ key: 'Claims#1', statusCategory: 'DONE', revision: 4 });
    expect(tool.asked[0]?.headers.authorization).toBe(`Basic ${Buffer.from(':the-token').toString('base64')}`);
  });

  it('goes on from the token of the tool, after the last revision too', async () => {
    const { cursors } = await readAll(azureDevopsPull, tool, settings, SINCE);
    expect(cursors.get('revisions:Claims')).toEqual({ since: SINCE, token: '6' });
    state.revisions.push(revision(3, 1, 6));
    const page = await azureDevopsPull.page(
      callOf(tool.url, settings),
      'revisions:Claims',
      cursors.get('revisions:Claims')!,
    );
    expect(page).toMatchObject({ isLast: true, events: [{ ticket: { externalId: '3' } }] });
  });

  it('takes what a state comes to from the tool, and the settings before that', async () => {
    state.revisions.splice(
      0,
      Infinity,
      revision(1, 1, 1, { 'System.State': 'Removed' }),
      revision(2, 1, 1, { 'System.WorkItemType': 'Odd', 'System.State': '新建' }),
    );
    const { events } = await readAll(azureDevopsPull, tool, settings, SINCE);
    expect(events).toMatchObject([
      { ticket: { statusCategory: 'CANCELED' } },
      { ticket: { statusCategory: 'UNKNOWN' } },
    ]);
    const mapped = await readAll(azureDevopsPull, tool, { ...settings, statusCategories: { 新建: 'TODO' } }, SINCE);
    expect(mapped.events[1]).toMatchObject({ ticket: { statusCategory: 'TODO' } });
  });

  it('tells that a work item was brought back', async () => {
    state.revisions.push(revision(2, 3, 6));
    state.pageSize = 10;
    const { events } = await readAll(azureDevopsPull, tool, settings, SINCE);
    expect(events.filter((event) => event.type === 'ticket.restored')).toMatchObject([{ externalId: '2' }]);
  });

  it('asks for one work item by its number, and for the projects where it is not there', async () => {
    const ask = (externalId: string | null, key: string | null) =>
      azureDevopsPull.ticket(callOf(tool.url, settings), { externalId, key });
    expect(await ask('1', null)).toMatchObject({ found: 'THERE', events: [{ ticket: { key: 'Claims#1' } }, {}] });
    expect(await ask(null, 'Claims#1')).toMatchObject({ found: 'THERE' });
    expect(await ask(null, 'nonsense')).toMatchObject({ found: 'UNASKABLE' });
    expect(await ask('2', null)).toEqual({ found: 'GONE', what: 'TICKET' });
    tool.trouble({ status: 404 }, { status: 401 });
    expect(await ask('2', null)).toEqual({ found: 'NO_ACCESS' });
  });

  it('says that it is asked to sign in', async () => {
    tool.trouble({ status: 203 });
    await expect(readAll(azureDevopsPull, tool, {}, SINCE)).rejects.toThrow(/does not accept the credential/);
    expect(tool.asked[0]?.path).toBe('/_apis/wit/reporting/workitemrevisions');
  });
});
