import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countStatements, LATE_BRANCHES } from '../support/count-statements.js';
import { startTestServer, type TestServer } from '../support/server.js';

const BOARD = `query ($first: Int!) {
  portfolio(key: "WIDE") {
    initiatives(first: $first) {
      totalCount
      nodes {
        key name owner { name } sponsor { name } stage { key } template { key } daysInStage daysOnHold agingLevel attention { code message }
        stageVisits { stage { key } daysOnHold }
        kpis { name latest { value } owner { name } measurements(first: 5) { nodes { value } } }
        kpiHistory: kpis { baseline { frozenAt } versions { version owner { name } recordedBy { name } baseline { frozenAt } } }
        waivers { status requestedBy { name } decidedBy { name } }
        waived: gate { readiness { assessments { waiver { status requestedBy { name } } } } }
        evidence(first: 5) { nodes { summary submittedBy { name } } }
        gates(asOf: "2026-03-01T00:00:00Z") { readiness { ready } currentReview { id } }
        gate { readiness { ready assessments { criterion { key } status evidence { id } } } currentReview { votes { outcome voter { name } } } }
      }
    }
  }
}`;

describe('the board', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "WIDE", name: "Wide" }) { userErrors { message } } }',
    );
    const manager = await server.member('Manager', 'WIDE', ['PROGRAM_MANAGER']);
    const gatekeeper = await server.member('Gatekeeper', 'WIDE', ['GATEKEEPER']);
    for (let index = 0; index < 30; index += 1) {
      const { initiativeCreate } = await manager.ask(
        'mutation ($name: String!) { initiativeCreate(input: { portfolioKey: "WIDE", name: $name, problem: "Many", valueThesis: COST }) { initiative { id } } }',
        { name: `Initiative ${index}` },
      );
      const id = initiativeCreate.initiative.id as string;
      const { waiverRequest } = await manager.ask(
        `mutation ($id: ID!) {
          waiverRequest(initiativeId: $id, criterionKey: "problem-statement", input: { reason: "Late", compensatingControl: "A call", expiresOn: "2026-03-20" }) { waiver { id } }
          kpiDefine(initiativeId: $id, input: { name: "Cost", unit: "EUR", role: PRIMARY, class: BUSINESS, direction: DECREASE, dataSource: "Ledger", target: "5", baselineValue: "9", baselineMeasuredOn: "2026-02-01" }) { userErrors { message } }
          evidenceSubmit(initiativeId: $id, criterionKey: "problem-statement", input: { document: { summary: "Why", url: "https://example.org", effectiveOn: "2026-03-01" } }) { userErrors { message } }
          gateReviewRequest(initiativeId: $id, input: {}) { userErrors { message } }
        }`,
        { id },
      );
      await gatekeeper.ask(
        'mutation ($id: ID!) { waiverDecide(id: $id, input: { approve: true, comment: "For now" }) { userErrors { message } } }',
        { id: waiverRequest.waiver.id },
      );
    }
  });

  afterAll(() => server.stop());

  const statementsFor = async (first: number): Promise<number> => {
    return countStatements(server.served, async () => {
      const { portfolio } = await server.admin.ask(BOARD, { first });
      expect(portfolio.initiatives.nodes).toHaveLength(first);
      expect(portfolio.initiatives.nodes[0].kpis).toHaveLength(1);
      expect(portfolio.initiatives.nodes[0].waived.readiness.assessments[0].waiver.status).toBe('APPROVED');
    });
  };

  it('asks the database as often for thirty initiatives as for one', async () => {
    // What the rules find of them is looked for before, and what came of that is moved on.
    await statementsFor(30);
    await statementsFor(30);
    const one = await statementsFor(1);
    expect(one).toBeGreaterThan(5);
    expect(await statementsFor(30)).toBeLessThanOrEqual(one + LATE_BRANCHES);
  });
});
