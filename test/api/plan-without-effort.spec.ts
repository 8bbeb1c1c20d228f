import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { foundCompany, type Company } from '../support/company.js';
import { startTestServer, type TestServer, type Json } from '../support/server.js';

const PLAN = {
  changePlan: {
    summary: 'Who is affected.',
    effectiveOn: '2026-03-02',
    groups: [{ name: 'agents', people: 40, impact: 'new screen', training: 'half a day' }],
    communications: 'weekly note',
    supportContact: 'help desk',
    adoptionTargetPercent: '80',
    adoptionTargetDate: '2026-12-01',
    changeOwner: 'head of service',
  },
};

describe('a change plan that nobody carries out', () => {
  let server: TestServer;
  let company: Company;
  let id: string;
  let key: string;

  beforeAll(async () => {
    server = await startTestServer();
    server.at('2026-03-02T09:00:00Z');
    company = await foundCompany(server);
    id = await company.standingIn('pilot', '2026-02-20');
    key = (await server.admin.ask('query ($id: ID!) { initiative(id: $id) { key } }', { id })).initiative.key as string;
    await company.hand(id, 'change-plan', PLAN);
  });

  afterAll(() => server.stop());

  const attention = async (at: string): Promise<Json[]> => {
    server.at(at);
    const { initiative } = await company.manager.ask(
      'query ($id: ID!) { initiative(id: $id) { attention { code since message facts } gate { readiness { assessments { criterion { key } status reason } } } } }',
      { id },
    );
    return initiative.attention.filter(({ code }: Json) => code === 'PLAN_WITHOUT_EFFORT');
  };

  const book = async (externalId: string, categoryKey: string, workedOn: string): Promise<void> => {
    const { effortRecord } = await company.manager.ask(
      'mutation ($key: String!, $entries: [EffortEntryInput!]!) { effortRecord(portfolioKey: $key, entries: $entries) { refused } }',
      {
        key: company.key,
        entries: [{ initiativeKey: key, categoryKey, amount: '8', workedOn, source: 'test', externalId }],
      },
    );
    expect(effortRecord.refused).toBe(0);
  };

  it('needs attention from the sixtieth day, until somebody works on people and process, and again once that is taken back', async () => {
    expect(await attention('2026-04-30T21:59:59Z')).toEqual([]);
    const found = await attention('2026-04-30T22:00:00Z');
    expect(found).toMatchObject([
      {
        since: '2026-04-30T22:00:00.000Z',
        message:
          'The change plan has been met since 2026-03-02, but nobody has worked on people and process for 60 days: no effort is booked on it at all.',
      },
    ]);
    await book('other', 'ALGORITHMS', '2026-05-01');
    expect(await attention('2026-05-01T12:00:00Z')).toEqual(found);
    await book('people', 'PEOPLE_PROCESS', '2026-05-01');
    expect(await attention('2026-05-01T12:00:00Z')).toEqual([]);
    expect(await attention('2026-06-29T12:00:00Z')).toEqual([]);
    expect(await attention('2026-06-30T12:00:00Z')).toMatchObject([
      { facts: { lastWorkedOn: '2026-05-01', days: 60 } },
    ]);
    await company.manager.ask(
      'mutation ($key: String!) { effortDelete(portfolioKey: $key, source: "test", externalIds: ["people"]) { deleted } }',
      { key: company.key },
    );
    expect(await attention('2026-05-01T12:00:00Z')).toEqual([]);
    expect(await attention('2026-06-30T12:00:00Z')).toMatchObject([
      { since: '2026-04-30T22:00:00.000Z', facts: { lastWorkedOn: null, days: 120 } },
    ]);
  });

  it('is no such finding once the plan has run out', async () => {
    // It holds for 180 days.
    expect(await attention('2026-08-29T12:00:00Z')).toHaveLength(1);
    expect(await attention('2026-08-30T12:00:00Z')).toEqual([]);
  });
});
