import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type Client, type TestServer } from '../support/server.js';
import { decideGate, publishShortWorkflow } from '../support/short-workflow.js';

type Member = Client & { readonly userId: string };

const STANDING = `query ($id: ID!, $asOf: DateTime) {
  initiative(id: $id) {
    version
    gate { readiness(asOf: $asOf) { ready mustMeetCount assessments { criterion { key } status blocks reason remedy } } }
  }
}`;
const UPDATE = `mutation ($id: ID!, $tier: RiskTier!, $version: Int!) {
  initiativeUpdate(id: $id, input: { riskTier: $tier, expectedVersion: $version }) { initiative { riskTier } userErrors { message } }
}`;

describe('the risk tier of an initiative', () => {
  let server: TestServer;
  let manager: Member;
  let gatekeeper: Member;
  let id: string;

  const readiness = async (asOf?: string) => {
    const { initiative } = await manager.ask(STANDING, { id, asOf });
    return initiative.gate.readiness;
  };

  const setTier = async (tier: string): Promise<void> => {
    const { initiative } = await manager.ask(STANDING, { id });
    const { initiativeUpdate } = await manager.ask(UPDATE, { id, tier, version: initiative.version });
    expect(initiativeUpdate).toMatchObject({ initiative: { riskTier: tier }, userErrors: [] });
  };

  beforeAll(async () => {
    server = await startTestServer();
    await publishShortWorkflow(server.admin, 'tiers', [
      {
        key: 'poc',
        category: 'POC',
        gate: {
          key: 'g2',
          criteria: [
            ['feasible', 'DOCUMENT', { weight: 'SHOULD_MEET' }],
            ['independent-review', 'DOCUMENT', { riskTiers: ['HIGH'] }],
          ],
        },
      },
      { key: 'operate', category: 'PRODUCTION' },
    ]);
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "TIERS", name: "Tiers" }) { userErrors { message } } }',
    );
    manager = await server.member('Manager', 'TIERS', ['PROGRAM_MANAGER']);
    gatekeeper = await server.member('Gatekeeper', 'TIERS', ['GATEKEEPER']);
    const { initiativeCreate } = await manager.ask(
      'mutation { initiativeCreate(input: { portfolioKey: "TIERS", name: "Scores", problem: "Slow", valueThesis: COST, templateKey: "tiers" }) { initiative { id riskTier } } }',
    );
    expect(initiativeCreate.initiative.riskTier).toBe('LIMITED');
    id = initiativeCreate.initiative.id as string;
  });

  afterAll(() => server.stop());

  it('says which criteria are asked: the gate is ready without the one for HIGH risk', async () => {
    expect(await readiness()).toMatchObject({
      ...{ ready: true, mustMeetCount: 0 },
      assessments: [
        { criterion: { key: 'feasible' }, status: 'MISSING', blocks: false },
        {
          ...{ criterion: { key: 'independent-review' }, status: 'NOT_APPLICABLE', blocks: false, remedy: null },
          reason: 'It is asked of risk tier HIGH only, and this initiative is LIMITED.',
        },
      ],
    });
  });

  it('asks more from the instant on in which it rises, and a GO is refused for it', async () => {
    server.at('2026-03-10T09:00:00Z');
    await setTier('HIGH');
    expect(await readiness()).toMatchObject({
      ...{ ready: false, mustMeetCount: 1 },
      assessments: [
        { status: 'MISSING', blocks: false },
        { status: 'MISSING', blocks: true },
      ],
    });
    const { decision, userErrors } = await decideGate(manager, gatekeeper, id);
    expect(decision).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'CRITERION_UNMET' }]);
  });

  it('changed later does not change what stood before: each instant is asked by the tier of then', async () => {
    server.at('2026-03-20T09:00:00Z');
    await setTier('MINIMAL');
    expect((await readiness()).assessments[1]).toMatchObject({
      ...{ status: 'NOT_APPLICABLE', blocks: false },
      reason: 'It is asked of risk tier HIGH only, and this initiative is MINIMAL.',
    });
    expect((await readiness('2026-03-10T08:59:59Z')).assessments[1]).toMatchObject({
      ...{ status: 'NOT_APPLICABLE' },
      reason: 'It is asked of risk tier HIGH only, and this initiative is LIMITED.',
    });
    expect(await readiness('2026-03-10T09:00:00Z')).toMatchObject({
      ready: false,
      assessments: [{}, { status: 'MISSING', blocks: true }],
    });
    expect(await readiness('2026-03-20T08:59:59Z')).toMatchObject({ ready: false });
  });
});
