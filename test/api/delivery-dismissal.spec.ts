import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { foundCompany, type Company } from '../support/company.js';
import { insertConnection } from '../support/connections.js';
import { githubHeaders, post, SECRET } from '../support/hooks.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

const DISMISS = `mutation ($id: ID!, $reason: String!) { inboundDeliveryDismiss(id: $id, reason: $reason) {
  delivery { id status reason dismissedAt dismissal dismissedBy { name } } userErrors { code message field } } }`;

describe('a delivery that could not be applied', () => {
  let server: TestServer;
  let company: Company;
  let connection: string;

  beforeAll(async () => {
    server = await startTestServer();
    company = await foundCompany(server);
    connection = (await insertConnection(server, { portfolioKey: company.key, tool: 'GITHUB', secret: SECRET })).id;
    for (const body of ['{"action": 1', '{"action": 2']) {
      await post(server, `/hooks/github/${connection}`, body, githubHeaders(body));
    }
  });
  afterAll(() => server.stop());

  const list = async (given = ''): Promise<Json[]> =>
    (
      await company.manager.ask(
        `query ($id: ID!) { inboundDeliveries(connectionId: $id${given}) { nodes { id status dismissedAt dismissal } } }`,
        { id: connection },
      )
    ).inboundDeliveries.nodes;
  const health = async (): Promise<Json> =>
    (
      await company.admin.ask('query ($id: ID!) { integrationConnection(id: $id) { health { status quarantined } } }', {
        id: connection,
      })
    ).integrationConnection.health;
  const dismiss = async (id: string, reason: string, by = company.manager): Promise<Json> =>
    (await by.ask(DISMISS, { id, reason })).inboundDeliveryDismiss;

  it('is dismissed once by who may replay it, with a reason, and health counts it no more', async () => {
    expect(await health()).toEqual({ status: 'FAILING', quarantined: 2 });
    const [first, second] = await list();
    expect((await dismiss(first.id, ' ')).userErrors).toMatchObject([{ code: 'INVALID', field: ['reason'] }]);
    expect((await dismiss('0', 'x')).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['id'] }]);
    const { errors } = await company.reviewer.answer(DISMISS, { id: first.id, reason: 'x' });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await dismiss(first.id, ' A test of the tool. ')).toMatchObject({
      delivery: {
        status: 'QUARANTINED',
        reason: 'The body is not JSON.',
        dismissal: 'A test of the tool.',
        dismissedAt: '2026-03-02T09:00:00.000Z',
        dismissedBy: { name: 'Mara Manager' },
      },
      userErrors: [],
    });
    expect((await dismiss(first.id, '')).userErrors.map(({ code }: Json) => code)).toEqual(['WRONG_STATE', 'INVALID']);
    expect(await health()).toEqual({ status: 'FAILING', quarantined: 1 });
    expect((await list(', dismissed: false')).map(({ id }) => id)).toEqual([second.id]);
    expect((await list(', status: QUARANTINED, dismissed: true')).map(({ id }) => id)).toEqual([first.id]);
    await dismiss(second.id, 'Another one.');
    expect(await health()).toEqual({ status: 'OK', quarantined: 0 });
    const bodies = await server.source.query<{ body: string }[]>(
      `SELECT body FROM audit_event WHERE body LIKE '%delivery.dismissed%'`,
    );
    expect(bodies).toHaveLength(2);
    expect(bodies.some(({ body }) => body.includes('A test of the tool.'))).toBe(true);
  });

  it('is left out where many are replayed, and replayed by its id it is dismissed no more', async () => {
    const { inboundDeliveriesReplay } = await company.manager.ask(
      'mutation ($id: ID!) { inboundDeliveriesReplay(connectionId: $id, since: "2026-01-01T00:00:00Z") { count } }',
      { id: connection },
    );
    expect(inboundDeliveriesReplay.count).toBe(0);
    const [first] = await list();
    const { inboundDeliveryReplay } = await company.manager.ask(
      'mutation ($id: ID!) { inboundDeliveryReplay(id: $id) { delivery { status dismissedAt dismissal } userErrors { code } } }',
      { id: first.id },
    );
    expect(inboundDeliveryReplay).toEqual({
      delivery: { status: 'QUARANTINED', dismissedAt: null, dismissal: null },
      userErrors: [],
    });
    expect(await health()).toMatchObject({ status: 'FAILING', quarantined: 1 });
  });

  it('is not dismissed where nothing is wrong with it', async () => {
    const star = JSON.stringify({ action: 'created', sender: { id: 1, login: 'a' } });
    await post(server, `/hooks/github/${connection}`, star, githubHeaders(star, { event: 'star' }));
    const [ignored] = await list(', status: IGNORED');
    expect((await dismiss(ignored.id, 'No use.')).userErrors).toMatchObject([
      { code: 'WRONG_STATE', message: 'It is IGNORED; only what is QUARANTINED or FAILED can be dismissed.' },
    ]);
  });
});
