import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { InboundWorker } from '../../src/jobs/inbound/inbound-worker.js';
import type { ConnectionSettings } from '../../src/domain/tickets/connection-settings.js';
import type { TicketTool } from '../../src/domain/tickets/ticket.js';
import { foundCompany, type Company } from '../support/company.js';
import { insertConnection } from '../support/connections.js';
import { githubHeaders, issueOpened, post, SECRET } from '../support/hooks.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

let server: TestServer;
let company: Company;

interface Line {
  readonly id: string;
  readonly webhookPath: string;
}

const connect = (
  tool: TicketTool,
  { settings = {}, credential }: { settings?: Partial<ConnectionSettings>; credential?: string } = {},
): Promise<Line> =>
  insertConnection(server, {
    portfolioKey: company.key,
    tool,
    secret: SECRET,
    settings,
    ...(credential === undefined ? {} : { credential }),
  });

const rows = <Row>(sql: string, ...parameters: readonly unknown[]): Promise<Row[]> =>
  server.source.query<Row[]>(sql, [...parameters]);

const drain = (): Promise<void> => server.app.get(InboundWorker, { strict: false }).drain();

const deliveries = async (line: Line): Promise<readonly Json[]> =>
  rows<Json>('SELECT status, reason FROM inbound_delivery WHERE connection_id = $1 ORDER BY received_at, id', line.id);

beforeAll(async () => {
  server = await startTestServer();
  company = await foundCompany(server, { timeZone: 'UTC' });
});

afterAll(() => server.stop());

describe('two things that GitHub tells of one second', () => {
  let line: Line;

  const issue = (action: string, other: object): string => {
    const opened = JSON.parse(issueOpened(1)) as { issue: object };
    return JSON.stringify({ ...opened, action, issue: { ...opened.issue, ...other } });
  };
  const closed = issue('closed', { state: 'closed', state_reason: 'completed', closed_at: '2026-03-02T08:00:00Z' });
  const labeled = (...labels: string[]): string => issue('labeled', { labels: labels.map((name) => ({ name })) });

  const send = async (...bodies: readonly string[]): Promise<void> => {
    for (const body of bodies) {
      await post(server, line.webhookPath, body, githubHeaders(body));
    }
    await drain();
  };
  const ticket = async (): Promise<Json> =>
    (await rows<Json>('SELECT status_category AS category, labels FROM ticket WHERE connection_id = $1', line.id))[0];
  const wishes = (): Promise<Json[]> =>
    rows<Json>('SELECT what, ticket, by_key AS "byKey" FROM refetch_wish WHERE connection_id = $1', line.id);

  beforeEach(async () => {
    line = await connect('GITHUB');
  });

  it('come to the one further along, and to all labels, in whichever order', async () => {
    await send(labeled('ml'), closed);
    expect(await ticket()).toMatchObject({ category: 'DONE' });
    line = await connect('GITHUB');
    await send(closed, labeled('ml'));
    expect(await ticket()).toMatchObject({ category: 'DONE' });
    line = await connect('GITHUB');
    await send(issueOpened(1), labeled('ml'), labeled('ml', 'fraud'));
    expect(await ticket()).toEqual({ category: 'TODO', labels: ['ml', 'fraud'] });
  });

  it('are said to differ, never to be known, where the tool cannot be asked', async () => {
    await send(closed, labeled('ml'));
    expect(await deliveries(line)).toEqual([
      { status: 'APPLIED', reason: null },
      { status: 'IGNORED', reason: expect.stringContaining('cannot be asked: There is no credential') },
    ]);
    expect(await wishes()).toEqual([]);
  });

  it('have the issue asked for where that can be, once', async () => {
    line = await connect('GITHUB', { credential: 'ghp_x', settings: { projects: ['acme/app'] } });
    await send(closed, labeled('ml'), labeled('ml', 'fraud'));
    const [first, ...others] = await deliveries(line);
    expect(first).toEqual({ status: 'APPLIED', reason: null });
    expect(others).toEqual(
      Array(2).fill({ status: 'APPLIED', reason: expect.stringContaining('until the tool says which is so') }),
    );
    expect(await wishes()).toEqual([{ what: 'TICKET', ticket: '1001', byKey: false }]);
  });

  it('leave a delivery APPLIED that was, when it is replayed', async () => {
    await send(issueOpened(1), closed);
    const [opened] = await rows<{ id: string }>(
      'SELECT id FROM inbound_delivery WHERE connection_id = $1 ORDER BY received_at, id LIMIT 1',
      line.id,
    );
    const { inboundDeliveryReplay } = await company.manager.ask(
      'mutation ($id: ID!) { inboundDeliveryReplay(id: $id) { delivery { status } userErrors { code } } }',
      { id: opened?.id },
    );
    expect(inboundDeliveryReplay).toEqual({ delivery: { status: 'APPLIED' }, userErrors: [] });
  });
});
