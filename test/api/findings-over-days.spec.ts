import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, daysBetween, startOfDay, type CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { AttentionRows } from '../../src/modules/exports/queries/attention-rows.js';
import { LookAtInitiatives } from '../../src/modules/findings/commands/look-at-initiatives.js';
import { Portfolios } from '../../src/modules/portfolios/queries/portfolios.js';
import { foundCompany, type Company } from '../support/company.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

const ZONE = 'Europe/Berlin';
const ENTERED = '2025-11-20' as CalendarDate;
const FIRST = '2026-04-02' as CalendarDate;
const DAYS = Array.from({ length: 30 }, (_, index) => addDays(FIRST, index));
const LAST = DAYS.at(-1) as CalendarDate;

const PORTFOLIO = `query ($key: String!, $asOf: DateTime) {
  portfolio(key: $key) { attention(codes: [ZOMBIE], asOf: $asOf) { nodes { code message facts } edges { node { message } } } } }`;
const INITIATIVE = `query ($id: ID!) {
  initiative(id: $id) { attention { id code message facts } findingHistory { nodes { code message clearedAt } } } }`;

describe('a finding that counts days', () => {
  let server: TestServer;
  let company: Company;
  let id: string;

  const midnightOf = (day: CalendarDate): string => startOfDay(day, ZONE);
  const sentenceOn = (day: CalendarDate): string =>
    `It has stood in PoC for ${daysBetween(ENTERED, day)} days, and nothing was submitted, booked, measured or updated since 2026-03-02.`;
  const overPortfolio = async (asOf: string | null = null): Promise<Json> =>
    (await company.manager.ask(PORTFOLIO, { key: company.key, asOf })).portfolio.attention;
  const ofInitiative = async (): Promise<Json> => (await company.manager.ask(INITIATIVE, { id })).initiative;
  const exported = async (): Promise<string> => {
    const response = await fetch(`${server.url}/api/exports/findings.csv?portfolio=${company.key}&codes=ZOMBIE`, {
      headers: { authorization: `Bearer ${company.manager.token}` },
    });
    return response.text();
  };

  beforeAll(async () => {
    server = await startTestServer();
    server.at('2026-03-02T09:00:00Z');
    company = await foundCompany(server);
    id = await company.standingIn('poc', ENTERED);
  });

  afterAll(() => server.stop());

  it('says the right number on each of thirty days, in one version', async () => {
    for (const day of DAYS) {
      server.at(midnightOf(day));
      await server.app.get(LookAtInitiatives).run([id]);
      const zombie = { code: 'ZOMBIE', message: sentenceOn(day), facts: { days: daysBetween(ENTERED, day) } };
      expect((await overPortfolio()).nodes).toMatchObject([zombie]);
      expect((await ofInitiative()).attention).toContainEqual(expect.objectContaining({ message: sentenceOn(day) }));
    }
    const versions = await server.source.query<{ code: string; count: number }[]>(
      `SELECT code, count(*)::integer AS count FROM finding WHERE initiative_id = $1 AND code IN ('ZOMBIE', 'POC_TRAP') GROUP BY 1 ORDER BY 1`,
      [id],
    );
    expect(versions).toEqual([
      { code: 'POC_TRAP', count: 1 },
      { code: 'ZOMBIE', count: 1 },
    ]);
  });

  it('says so too when it is asked later as of one of them, on paper and in a file', async () => {
    const [row] = await server.source.query<{ id: string }[]>('SELECT id FROM portfolio WHERE key = $1', [company.key]);
    const portfolio = await server.app.get(Portfolios).get(row!.id);
    for (const day of DAYS) {
      const { nodes, edges } = await overPortfolio(midnightOf(day));
      expect([nodes[0].message, edges[0].node.message]).toEqual([sentenceOn(day), sentenceOn(day)]);
      const printed = await server.app.get(AttentionRows).ofPortfolio(portfolio, startOfDay(day, ZONE));
      expect(printed?.rows).toContainEqual(expect.objectContaining({ code: 'ZOMBIE', message: sentenceOn(day) }));
    }
    expect(await exported()).toContain(sentenceOn(LAST));
  });

  it('is told with the days of today by who mutes it, and as it was said last once it has cleared', async () => {
    server.at(midnightOf(LAST));
    const zombie = (await ofInitiative()).attention.find(({ code }: Json) => code === 'ZOMBIE');
    const { findingMute } = await company.manager.ask(
      `mutation ($id: ID!) { findingMute(id: $id, input: { reason: "It is known.", until: "${LAST}" }) { finding { message } } }`,
      { id: zombie.id },
    );
    expect(findingMute.finding.message).toBe(sentenceOn(LAST));

    const cleared = addDays(LAST, 3);
    server.at(midnightOf(cleared).replace('00:00.000', '30:00.000'));
    await company.document(id, 'technical-feasibility', LAST);
    const { findingHistory } = await ofInitiative();
    server.at(midnightOf(addDays(cleared, 40)));
    const told = findingHistory.nodes.find(({ code }: Json) => code === 'ZOMBIE');
    expect(told).toMatchObject({ clearedAt: expect.any(String), message: sentenceOn(cleared) });
    expect(await exported()).toContain(sentenceOn(cleared));
  });
});
