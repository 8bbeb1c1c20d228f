import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dateAt } from '../../src/domain/basics/calendar-date.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import { csvStream } from '../../src/modules/exports/http/csv-stream.js';
import { ExportCatalogue } from '../../src/modules/exports/http/export-catalogue.js';
import { Portfolios } from '../../src/modules/portfolios/queries/portfolios.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const ROWS = 100_000;
const NOW = '2026-03-02T09:00:00.000Z' as Instant;
const ADD = `
  INSERT INTO kpi_measurement (id, kpi_id, portfolio_id, value, measured_on, source, recorded_at, recorded_by)
  SELECT gen_random_uuid(), k.id, k.portfolio_id, n, date '2026-01-01', repeat('s', 200), timestamptz '2026-01-01', $1
  FROM kpi k CROSS JOIN generate_series(1, $2::integer) n`;

describe('an export of a hundred thousand rows', () => {
  let server: TestServer;
  let userId: string;

  beforeAll(async () => {
    server = await startTestServer();
    const ask = (text: string) => server.admin.ask(text);
    await ask('mutation { portfolioCreate(input: { key: "BIG", name: "Big" }) { userErrors { message } } }');
    const { initiativeCreate } = await ask(
      'mutation { initiativeCreate(input: { portfolioKey: "BIG", name: "One", problem: "Slow.", valueThesis: COST }) { initiative { id } } }',
    );
    const { kpiDefine } = await server.admin.ask(
      `mutation ($id: ID!) { kpiDefine(initiativeId: $id, input: { name: "Cost", unit: "EUR", role: PRIMARY, class: BUSINESS,
         direction: DECREASE, dataSource: "Ledger", target: "5" }) { userErrors { message } } }`,
      { id: initiativeCreate.initiative.id },
    );
    expect(kpiDefine.userErrors).toEqual([]);
    userId = (await ask('{ viewer { user { id } } }')).viewer.user.id;
    await server.source.query(ADD, [userId, ROWS]);
  }, 120_000);
  afterAll(async () => {
    await server.stop();
  });

  it('comes whole to who reads it', async () => {
    const response = await fetch(`${server.url}/api/exports/measurements.csv?portfolio=BIG`, {
      headers: { authorization: `Bearer ${server.admin.token}` },
    });
    let lines = 0;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      lines += Buffer.from(chunk).toString('latin1').split('\n').length - 1;
    }
    expect(lines).toBe(ROWS + 1);
  }, 120_000);

  it('is not read ahead of a reader that pauses, and is of the moment it began', async () => {
    const portfolio = (
      await server.app.get(Portfolios, { strict: false }).allSeenBy({
        userId,
        isInstanceAdmin: true,
        roles: new Map(),
      })
    )[0]!;
    const file = server.app.get(ExportCatalogue, { strict: false }).files.find(({ name }) => name === 'measurements')!;
    const scope = { portfolio, now: NOW, today: dateAt(NOW, portfolio.timeZone) };
    const texts = await file.begin(scope, { from: null, to: null, initiativeKey: null }, false);
    let pieces = 0;
    const counted = async function* (): AsyncGenerator<string, void> {
      for await (const text of texts) {
        pieces += 1;
        yield text;
      }
    };
    const stream = await csvStream(counted());
    const reading = stream[Symbol.asyncIterator]();
    await reading.next();
    await server.source.query(ADD, [userId, 10]);
    await until('it has read what it reads ahead', () => Promise.resolve(stream.readableLength > 0));
    // A hundred pieces of a thousand rows there are; of them a few are in memory.
    expect(pieces).toBeLessThanOrEqual(3);
    let lines = 0;
    for (let next = await reading.next(); next.done !== true; next = await reading.next()) {
      lines += (next.value as string).split('\r\n').length - 1;
    }
    expect(lines + 1_001).toBe(ROWS + 1);
  }, 120_000);
});
