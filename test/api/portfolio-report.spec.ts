import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { printedIn } from '../support/printed-pdf.js';
import { startSampleServer } from '../support/sample-server.js';
import type { Client, TestServer } from '../support/server.js';

const LOADS_IN_MS = 240_000;
const RECORD = `mutation ($entries: [EffortEntryInput!]!) {
  effortRecord(portfolioKey: "DEMO", entries: $entries) { recorded userErrors { message } } }`;
const RENAME = `mutation ($id: ID!, $input: InitiativeUpdateInput!) {
  initiativeUpdate(id: $id, input: $input) { userErrors { code message } } }`;
const PUBLISH = `mutation ($input: AllocationSchemePublishInput!) {
  allocationSchemePublish(portfolioKey: "DEMO", input: $input) { userErrors { code message } } }`;

describe('GET /api/exports/portfolio-report.pdf', () => {
  let server: TestServer;
  let reviewer: Client;
  let stranger: Client;
  let month: string;
  let decided: Record<string, string>[];

  const get = async (query: string, client: Client | null = reviewer) => {
    const response = await fetch(`${server.url}/api/exports/portfolio-report.pdf?${query}`, {
      headers: client === null ? {} : { authorization: `Bearer ${client.token}` },
    });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const failure = async (query: string, client?: Client | null) => {
    const { status, bytes } = await get(query, client);
    return { status, ...(JSON.parse(bytes.toString('utf8')) as object) };
  };
  const print = async (query: string) => {
    const { status, bytes } = await get(`portfolio=DEMO&${query}`);
    expect([status, bytes.subarray(0, 5).toString('latin1')]).toEqual([200, '%PDF-']);
    const pieces = printedIn(bytes);
    return {
      bytes,
      text: pieces.map(({ text }) => text).join(' '),
      pages: Math.max(...pieces.map(({ page }) => page)),
    };
  };

  beforeAll(async () => {
    server = await startSampleServer();
    reviewer = await server.member('Reviewer', 'DEMO', ['REVIEWER']);
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "EMPTY", name: "Leere Größe" }) { userErrors { message } } }',
    );
    stranger = await server.member('Stranger', 'EMPTY', ['ADMIN']);
    const response = await fetch(`${server.url}/api/exports/decisions.csv?portfolio=DEMO&to=2026-02-28`, {
      headers: { authorization: `Bearer ${reviewer.token}` },
    });
    const rows = parse<Record<string, string>>(await response.text(), { columns: true });
    month = rows.at(-1)!['decidedAt']!.slice(0, 7);
    decided = rows.filter((row) => row['decidedAt']!.startsWith(month));
  }, LOADS_IN_MS);
  afterAll(async () => {
    await server.stop();
  });

  it('is for members only, and says what is wrong with the question', async () => {
    expect(await failure(`portfolio=DEMO&month=${month}`, null)).toMatchObject({ status: 401 });
    const hidden = { status: 404, error: { code: 'NOT_FOUND', message: 'The portfolio was not found.' } };
    expect(await failure(`portfolio=DEMO&month=${month}`, stranger)).toEqual(hidden);
    expect(await failure(`portfolio=NONE&month=${month}`, stranger)).toEqual(hidden);
    expect(await failure('month=2026-13&bom=1')).toMatchObject({
      status: 400,
      problems: [
        { place: 'bom', message: 'There is no such parameter; there are: portfolio, month.' },
        { place: 'portfolio', message: 'The key of the portfolio is missing.' },
        { place: 'month', message: 'It must be a month such as 2026-10.' },
      ],
    });
    expect(await failure('portfolio=DEMO')).toMatchObject({
      status: 400,
      problems: [{ place: 'month', message: 'It is missing: say which month, such as 2026-10.' }],
    });
    expect(await failure('portfolio=DEMO&month=2026-04')).toMatchObject({
      status: 400,
      problems: [{ place: 'month', message: 'It has not begun yet.' }],
    });
  });

  it('has the figures of the reports as of the end of the month', async () => {
    const { headers } = await get(`portfolio=DEMO&month=${month}`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="portfolio-report-DEMO-${month}.pdf"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const { text, pages } = await print(`month=${month}`);
    expect(pages).toBeLessThanOrEqual(4);
    const at = /end of the month, (\S+)/.exec(text)![1]!;
    const [first, last] = /(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)/
      .exec(text.slice(text.indexOf('Algorithms')))!
      .slice(1);
    const { portfolio } = await reviewer.ask(`{ portfolio(key: "DEMO") {
      effortSplit(from: "${first}", to: "${last}", asOf: "${at}") { headline personDays coveragePercent operationalisationPercent }
      forecast(exits: 6, asOf: "${at}") { explanation }
      governanceDebt(asOf: "${at}") { rows { count } } } }`);
    expect(text).toContain(portfolio.effortSplit.headline);
    expect(text).toContain(portfolio.effortSplit.personDays);
    expect(text).toContain(`${portfolio.effortSplit.operationalisationPercent} %`);
    expect(text).toContain(portfolio.forecast.explanation);
    for (const row of decided) {
      expect(text).toContain(row['initiativeKey']);
    }
    expect(decided.length).toBeGreaterThan(0);
  });

  it('is the same, byte for byte, when it is printed again a year later, whatever was changed in between', async () => {
    const { bytes } = await print(`month=${month}`);
    server.at('2026-03-12T09:00:00Z');
    const [row] = decided;
    const { initiativeByKey } = await reviewer.ask(
      `{ initiativeByKey(key: "${row!['initiativeKey']!}") { id version } }`,
    );
    const renamed = await server.admin.ask(RENAME, {
      id: initiativeByKey.id,
      input: { name: 'Called otherwise', valueThesis: 'GROWTH', expectedVersion: initiativeByKey.version },
    });
    expect(renamed.initiativeUpdate.userErrors).toEqual([]);
    const entry = {
      amount: '8',
      workedOn: `${month}-02`,
      source: 'late',
      externalId: 'late-1',
      categoryKey: 'ALGORITHMS',
    };
    const { effortRecord } = await server.admin.ask(RECORD, {
      entries: [{ ...entry, initiativeKey: row!['initiativeKey'] }],
    });
    expect(effortRecord).toMatchObject({ recorded: 1 });
    const { allocationSchemePublish } = await server.admin.ask(PUBLISH, {
      input: {
        key: 'other',
        validFrom: `${month}-01`,
        categories: [
          { key: 'PEOPLE_PROCESS', name: 'People', targetPercent: '50' },
          { key: 'TECHNOLOGY_DATA', name: 'Technology', targetPercent: '30' },
          { key: 'ALGORITHMS', name: 'Algorithms', targetPercent: '20' },
        ],
      },
    });
    expect(allocationSchemePublish.userErrors).toEqual([]);
    server.at('2027-03-01T09:00:00Z');
    const again = await print(`month=${month}`);
    expect(again.text).not.toContain('Called otherwise');
    expect(again.bytes.equals(bytes)).toBe(true);
    server.at('2026-03-12T10:00:00Z');
  });

  it('is of now while the month goes on', async () => {
    const { text } = await print('month=2026-03');
    expect(text).toContain('The month has not ended: as it was known at 2026-03-12T10:00:00.000Z');
  });

  it('can be printed of a portfolio in which nothing is yet', async () => {
    const { status, bytes } = await get('portfolio=EMPTY&month=2026-03', stranger);
    expect(status).toBe(200);
    const text = printedIn(bytes)
      .map((piece) => piece.text)
      .join(' ');
    expect(text).toContain('Leere Größe (EMPTY): portfolio report 2026-03');
    expect(text).toContain('No effort is booked from 2026-03-01 through 2026-03-31.');
  });
});
