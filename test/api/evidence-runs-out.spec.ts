import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type Client, type TestServer } from '../support/server.js';

const GATES = `query ($id: ID!, $asOf: DateTime, $gateAsOf: DateTime) {
  initiative(id: $id) {
    stage { key } gate { definition { key } }
    gates(asOf: $gateAsOf) {
      definition { key } currentReview { id }
      readiness(asOf: $asOf) { ready assessments { criterion { key } status reason evidence { id } } }
    }
  }
}`;

// 20 January to 20 April 2026 are 90 days.
describe('evidence that runs out after launch (story 4)', () => {
  let server: TestServer;
  let manager: Client;
  let gatekeeper: Client;
  let id: string;
  let evidenceId: string;

  beforeAll(async () => {
    server = await startTestServer();
    server.at('2026-01-20T08:00:00Z');
    await server.admin.ask(
      `mutation ($template: WorkflowTemplatePublishInput!) {
        workflowTemplatePublish(input: $template) { userErrors { message } }
        portfolioCreate(input: { key: "LIVE", name: "Live", timeZone: "Europe/Berlin", templateKey: "launch" }) { userErrors { message } }
      }`,
      {
        template: {
          key: 'launch',
          name: 'Launch',
          stages: [
            {
              key: 'scale',
              name: 'Scale',
              category: 'PRODUCTION',
              exitGate: {
                key: 'g4',
                name: 'Production acceptance',
                criteria: [
                  {
                    key: 'alerts-live',
                    name: 'Alerts are live',
                    kind: 'EXTERNAL_CHECK',
                    guidance: 'Alerts fire.',
                    validForDays: 90,
                  },
                ],
              },
            },
            { key: 'operate', name: 'Operate', category: 'PRODUCTION' },
          ],
        },
      },
    );
    manager = await server.member('Manager', 'LIVE', ['PROGRAM_MANAGER']);
    gatekeeper = await server.member('Gatekeeper', 'LIVE', ['GATEKEEPER']);
    const { initiativeCreate } = await manager.ask(
      'mutation { initiativeCreate(input: { portfolioKey: "LIVE", name: "Triage", problem: "Slow", valueThesis: COST }) { initiative { id } } }',
    );
    id = initiativeCreate.initiative.id as string;
    const { evidenceSubmit } = await manager.ask(
      `mutation ($id: ID!, $check: ExternalCheckInput!) {
        evidenceSubmit(initiativeId: $id, criterionKey: "alerts-live", input: { externalCheck: $check }) {
          evidence { id effectiveOn expiresOn } userErrors { message }
        }
      }`,
      {
        id,
        check: {
          name: 'alerts',
          passed: true,
          url: 'https://ci.example.org/1',
          checkedAt: '2026-01-20T07:00:00Z',
          externalId: 'run-1',
        },
      },
    );
    expect(evidenceSubmit).toMatchObject({ evidence: { effectiveOn: '2026-01-20', expiresOn: '2026-04-20' } });
    evidenceId = evidenceSubmit.evidence.id as string;
    const { gateReviewRequest } = await manager.ask(
      'mutation ($id: ID!) { gateReviewRequest(initiativeId: $id, input: {}) { review { id } } }',
      { id },
    );
    const { gateDecide } = await gatekeeper.ask(
      `mutation ($id: ID!) { gateDecide(reviewId: $id, input: { outcome: GO, rationale: "It runs", expectedVersion: 1 }) {
        initiative { stage { key } } userErrors { message } } }`,
      { id: gateReviewRequest.review.id },
    );
    expect(gateDecide).toMatchObject({ initiative: { stage: { key: 'operate' } }, userErrors: [] });
  });

  afterAll(() => server.stop());

  const ask = async (variables: Record<string, unknown> = {}) =>
    (await manager.ask(GATES, { id, ...variables })).initiative;
  const status = async (variables?: Record<string, unknown>) =>
    (await ask(variables)).gates[0].readiness.assessments[0].status as string;

  it('is asked of the gate that was passed, for Operate has none', async () => {
    const initiative = await ask();
    expect(initiative).toMatchObject({ stage: { key: 'operate' }, gate: null });
    expect(initiative.gates).toMatchObject([{ definition: { key: 'g4' }, currentReview: null }]);
  });

  it('holds through the whole of 20 April in Berlin, and is STALE on the 21st', async () => {
    server.at('2026-04-20T21:59:59.999Z');
    expect(await status()).toBe('MET');
    server.at('2026-04-20T22:00:00Z');
    expect(await status()).toBe('STALE');
    expect((await ask()).gates[0].readiness).toMatchObject({
      ready: false,
      assessments: [{ evidence: { id: evidenceId }, reason: expect.stringContaining('through 2026-04-20') }],
    });
  });

  it('still says MET when asked in June as of 15 April', async () => {
    server.at('2026-06-01T08:00:00Z');
    expect(await status({ asOf: '2026-04-15T12:00:00Z' })).toBe('MET');
    expect(await status({ gateAsOf: '2026-04-15T12:00:00Z' })).toBe('MET');
    expect(await status({ gateAsOf: '2026-04-15T12:00:00Z', asOf: '2026-05-01T12:00:00Z' })).toBe('STALE');
    expect(await status({ gateAsOf: '2026-01-20T07:59:59.999Z' })).toBe('MISSING');
    expect(await status()).toBe('STALE');
  });

  it('holds again with a new check, which does not change what was said before it', async () => {
    await manager.ask(
      `mutation ($id: ID!) { evidenceSubmit(initiativeId: $id, criterionKey: "alerts-live", input: { externalCheck: {
        name: "alerts", passed: true, url: "https://ci.example.org/2", checkedAt: "2026-06-01T07:00:00Z", externalId: "run-2" } }) { userErrors { message } } }`,
      { id },
    );
    expect(await status()).toBe('MET');
    expect(await status({ asOf: '2026-06-01T07:59:59.999Z' })).toBe('STALE');
    expect(await status({ asOf: '2030-01-01T00:00:00Z' })).toBe('MET');
  });
});
