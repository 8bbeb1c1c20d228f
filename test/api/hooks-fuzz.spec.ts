import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TICKET_TOOLS, type TicketTool } from '../../src/domain/tickets/ticket.js';
import { InboundWorker } from '../../src/jobs/inbound/inbound-worker.js';
import { VerifyRollups } from '../../src/modules/effort/commands/verify-rollups.js';
import { chance } from '../support/chance.js';
import { fixturesOf } from '../support/expected-fixtures.js';
import { layOut, type LaidOut } from '../support/hook-load/lay-out.js';
import { loadOf } from '../support/hook-load/load.js';
import { SECRETS } from '../support/hook-load/wordings.js';
import { signedBy } from '../support/hook-signatures.js';
import { post } from '../support/hooks.js';
import { LEAK } from '../support/leaks.js';
import { mangled } from '../support/mangle.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

const SEED = Number(process.env['TOLLGATE_SEED'] ?? Date.now() % 1_000_000);
const BODIES = Number(process.env['TOLLGATE_FUZZ'] ?? 300);
const NOW = Date.parse('2026-03-02T09:00:00Z');
const LONGEST_MS = 2_000;
const FOLDERS: Readonly<Record<TicketTool, string>> = {
  JIRA: 'jira',
  GITHUB: 'github',
  GITLAB: 'gitlab',
  LINEAR: 'linear',
  AZURE_DEVOPS: 'azuredevops',
  GENERIC: 'generic',
};
const LOAD = loadOf({ deliveries: 480, tools: TICKET_TOOLS, initiatives: 6, sentAt: NOW });

/** What a tool sends, as it is: bodies of the project's own, and real ones where the shared material is there. */
const honestOf = (tool: TicketTool): readonly { readonly body: string; readonly headers: Record<string, string> }[] => [
  ...LOAD.sends
    .filter(({ connection }) => connection.tool === tool)
    .map(({ body, headers }) => ({ body, headers: { ...headers } })),
  ...fixturesOf(FOLDERS[tool]).map(({ body, delivery }) => ({
    // Linear signs the instant within the body.
    body: JSON.stringify(tool === 'LINEAR' ? { ...(body as object), webhookTimestamp: NOW } : body),
    headers: { ...delivery.headers },
  })),
];

const TICKETS = `query ($connectionId: ID!, $after: String) {
  tickets(connectionId: $connectionId, after: $after, first: 100) {
    nodes {
      key knownKeys title type url labels components deleted effortProblem externalId points projectKey
      statusCategory statusName timeSpentSeconds toolUpdatedAt links { sharePercent ruleName }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Azure DevOps says within the body which delivery it is: each is another. */
const another = (tool: TicketTool, body: string, number: number): string =>
  tool === 'AZURE_DEVOPS'
    ? JSON.stringify({ ...(JSON.parse(body) as object), id: `n-${number}`, notificationId: `n-${number}` })
    : body;

// What says which event it is; all else of the headers is signed anew.
const EVENT = /^x-(github|gitlab)-event$|^linear-event$/;

describe(`what the hooks are sent that no tool would send (seed ${SEED}, TOLLGATE_SEED)`, () => {
  let server: TestServer;
  let laidOut: LaidOut;
  const worker = () => server.app.get(InboundWorker, { strict: false });

  beforeAll(async () => {
    server = await startTestServer();
    laidOut = await layOut(server, LOAD);
  });
  afterAll(() => server.stop());

  it.each(TICKET_TOOLS)('of %s is answered at once and well, and applied or set aside with a reason', async (tool) => {
    const draw = chance(SEED * 7 + TICKET_TOOLS.indexOf(tool));
    const { id, webhookPath } = laidOut.connections[TICKET_TOOLS.indexOf(tool)]!;
    const honest = honestOf(tool);
    const isSlow = async (body: Buffer, headers: Record<string, string>): Promise<boolean> => {
      const begun = performance.now();
      await post(server, webhookPath, body, { ...headers, ...signedBy(tool, SECRETS[tool], body, NOW) });
      await worker().drain();
      return performance.now() - begun > LONGEST_MS;
    };
    const outcomes: Record<string, number> = {};
    for (let number = 1; number <= BODIES; number += 1) {
      const { body, headers } = honest[draw(honest.length)]!;
      const sent = mangled(another(tool, body, number), draw);
      const event = Object.fromEntries(Object.entries(headers).filter(([name]) => EVENT.test(name)));
      const begun = performance.now();
      const answer = await post(server, webhookPath, sent, { ...signedBy(tool, SECRETS[tool], sent, NOW), ...event });
      await worker().drain();
      const isLate = performance.now() - begun > LONGEST_MS && (await isSlow(sent, event));
      const outcome = answer.status === 200 ? (JSON.parse(answer.text).status as string) : answer.status;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      const which = `${tool} ${number} of seed ${SEED}: ${sent.toString('latin1').slice(0, 2_000)}`;
      // Linear signs the instant within the body, so that without it nothing is proved.
      const isFine = answer.status === 200 || (tool === 'LINEAR' && answer.status === 401);
      expect([which, answer.status, isFine, isLate, LEAK.test(answer.text)]).toEqual([
        ...[which, answer.status, true, false, false],
      ]);
      const unsettled = await server.source.query<Json[]>(
        `SELECT status, reason, attempts FROM inbound_delivery WHERE connection_id = $1 AND (status IN ('RECEIVED', 'FAILED') OR attempts > 1)`,
        [id],
      );
      expect([which, unsettled]).toEqual([which, []]);
    }
    process.stdout.write(`${tool} of seed ${SEED} (TOLLGATE_SEED): ${JSON.stringify(outcomes)}\n`);
    const told = await server.source.query<{ status: string; reason: string | null }[]>(
      'SELECT status, reason FROM inbound_delivery WHERE connection_id = $1',
      [id],
    );
    const reasons = [...new Set(told.flatMap(({ reason }) => reason ?? []))];
    expect(reasons.filter((reason) => LEAK.test(reason))).toEqual([]);
    expect(told.filter(({ status, reason }) => status === 'QUARANTINED' && reason === null)).toEqual([]);
    expect(told.some(({ status }) => status === 'APPLIED')).toBe(true);
  });

  /** Every ticket with all that is told of one, page by page. */
  const ticketsOf = async (connectionId: string): Promise<number> => {
    let [count, after] = [0, null as string | null];
    do {
      const { tickets } = await server.admin.ask(TICKETS, { connectionId, after });
      count += (tickets.nodes as unknown[]).length;
      after = tickets.pageInfo.hasNextPage ? (tickets.pageInfo.endCursor as string) : null;
    } while (after !== null);
    return count;
  };

  it('leaves the honest deliveries to be applied, and all that came of the others to be read', async () => {
    for (const { connection, body, headers } of LOAD.sends.slice(0, 60)) {
      const answer = await post(server, laidOut.connections[connection.place]!.webhookPath, body, { ...headers });
      expect([connection.tool, answer.status]).toEqual([connection.tool, 200]);
    }
    await worker().drain();
    for (const [place, { id }] of laidOut.connections.entries()) {
      const { inboundDeliveries, integrationConnection } = await server.admin.ask(
        `query ($id: ID!) {
          inboundDeliveries(connectionId: $id, first: 100) { nodes { id status reason eventName } }
          integrationConnection(id: $id) { health { status } }
        }`,
        { id },
      );
      expect([TICKET_TOOLS[place], inboundDeliveries.nodes.length]).toEqual([TICKET_TOOLS[place], 100]);
      expect(integrationConnection.health.status).toBeTruthy();
      expect(await ticketsOf(id)).toBeGreaterThan(0);
    }
    const export_ = await fetch(`${server.url}/api/exports/tickets.csv?portfolio=LOAD`, {
      headers: { authorization: `Bearer ${server.admin.token}` },
    });
    expect([export_.status, (await export_.text()).split('\n').length > 10]).toEqual([200, true]);
    const drifts = await server.app.get(VerifyRollups, { strict: false }).run(false);
    expect(drifts).toEqual([expect.objectContaining({ sums: 0, identities: 0, days: 0 })]);
    const { auditVerify } = await server.admin.ask('{ auditVerify(portfolioKey: "LOAD") { ok } }');
    expect(auditVerify.ok).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
