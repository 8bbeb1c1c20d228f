import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decideGate, publishShortWorkflow } from '../support/short-workflow.js';
import { startTestServer, type Client, type TestServer, type Json } from '../support/server.js';

const stage = (key: string, category: string) => ({
  key,
  category,
  gate: { key: `${key}-gate`, criteria: [[`${key}-paper`, 'DOCUMENT', { weight: 'SHOULD_MEET' }]] as const },
});

/** Person-days by the day worked: each a power of two, so that a sum tells which days are in it. */
const WORKED = [
  ['2026-03-01', '1'],
  ['2026-03-02', '2'],
  ['2026-03-03', '4'],
  ['2026-03-04', '8'],
  ['2026-03-05', '16'],
  ['2026-03-06', '32'],
  ['2026-03-08', '64'],
  ['2026-03-10', '128'],
  ['2026-03-11', '256'],
] as const;

const SPLIT = 'personDays operationalisationPercent groups { key personDays }';

describe('the operationalisation share', () => {
  let server: TestServer;
  let manager: Client;
  let gatekeeper: Client;
  let id: string;

  beforeAll(async () => {
    server = await startTestServer();
    await publishShortWorkflow(server.admin, 'short', [
      stage('intake', 'INTAKE'),
      stage('poc', 'POC'),
      stage('pilot', 'PILOT'),
      { key: 'live', category: 'PRODUCTION' },
    ]);
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "OPS", name: "Operations", timeZone: "Europe/Berlin", templateKey: "short" }) { userErrors { message } } }',
    );
    manager = await server.member('Mara Manager', 'OPS', ['PROGRAM_MANAGER']);
    gatekeeper = await server.member('Grace Gatekeeper', 'OPS', ['GATEKEEPER']);
    const { initiativeCreate } = await manager.ask(
      'mutation { initiativeCreate(input: { portfolioKey: "OPS", name: "Letters", problem: "Slow", valueThesis: COST }) { initiative { id } } }',
    );
    id = initiativeCreate.initiative.id as string;
  });

  afterAll(() => server.stop());

  const decide = async (at: string, outcome: string, standsIn: string, other = {}): Promise<void> => {
    server.at(at);
    const { initiative } = await decideGate(manager, gatekeeper, id, outcome, other);
    expect(initiative.stage.key).toBe(standsIn);
  };

  it('goes by the stage stood in at the end of the day worked, through moves inside a day, a hold and a recycle', async () => {
    const back = { recycleToStageKey: 'poc' };
    await decide('2026-03-03T10:00:00Z', 'GO', 'poc');
    await decide('2026-03-04T08:00:00Z', 'GO', 'pilot');
    await decide('2026-03-04T10:00:00Z', 'RECYCLE', 'poc', back);
    await decide('2026-03-04T15:00:00Z', 'GO', 'pilot');
    await decide('2026-03-05T09:00:00Z', 'RECYCLE', 'poc', back);
    await decide('2026-03-06T09:00:00Z', 'GO', 'pilot');
    await decide('2026-03-07T09:00:00Z', 'HOLD', 'pilot');
    server.at('2026-03-09T09:00:00Z');
    const { initiativeResume } = await manager.ask(
      'mutation ($id: ID!) { initiativeResume(id: $id, reason: "The data came") { initiative { status } } }',
      { id },
    );
    expect(initiativeResume.initiative.status).toBe('ACTIVE');
    // Half past midnight of the 11th in Berlin.
    await decide('2026-03-10T23:30:00Z', 'GO', 'live');

    server.at('2026-03-12T09:00:00Z');
    const { effortRecord } = await manager.ask(
      'mutation ($entries: [EffortEntryInput!]!) { effortRecord(portfolioKey: "OPS", entries: $entries) { recorded } }',
      {
        entries: WORKED.map(([workedOn, amount]) => ({
          initiativeKey: 'OPS-1',
          amount,
          unit: 'PERSON_DAYS',
          workedOn,
          source: 'test',
          externalId: workedOn,
        })),
      },
    );
    expect(effortRecord.recorded).toBe(WORKED.length);

    const { portfolio } = await manager.ask(
      `{ portfolio(key: "OPS") { effortSplit(from: "2026-03-01", to: "2026-03-31", groupBy: STAGE_CATEGORY) { ${SPLIT} } } }`,
    );
    expect(portfolio.effortSplit).toEqual({
      personDays: '511',
      operationalisationPercent: '95.5',
      groups: [
        // The 1st was before its first stage.
        { key: 'INTAKE', personDays: '3' },
        // It was in the pilot for a while on the 4th, and left the proof of concept again that day.
        { key: 'PILOT', personDays: '232' },
        { key: 'POC', personDays: '20' },
        { key: 'PRODUCTION', personDays: '256' },
      ],
    });
    const { initiative } = await manager.ask(
      'query ($id: ID!) { initiative(id: $id) { effortSplit { personDays operationalisationPercent } } }',
      { id },
    );
    expect(initiative.effortSplit).toEqual({ personDays: '511', operationalisationPercent: '95.5' });
  });

  it('is told of the same days by the ledger', async () => {
    const { portfolio } = await manager.ask(
      `query { portfolio(key: "OPS") {
        intake: effortEntries(stageCategory: INTAKE) { nodes { workedOn } }
        pilot: effortEntries(stageCategory: PILOT) { nodes { workedOn } }
        production: effortEntries(stageCategory: PRODUCTION) { nodes { workedOn } }
        earlier: effortEntries(stageCategory: PRODUCTION, asOf: "2026-03-12T08:59:59Z") { nodes { workedOn } }
      } }`,
    );
    const days = Object.entries(portfolio).map(([name, { nodes }]: [string, Json]) => [
      name,
      ...nodes.map(({ workedOn }: Json) => workedOn),
    ]);
    expect(days).toEqual([
      ['intake', '2026-03-02', '2026-03-01'],
      ['pilot', '2026-03-10', '2026-03-08', '2026-03-06', '2026-03-04'],
      ['production', '2026-03-11'],
      ['earlier'],
    ]);
  });
});
