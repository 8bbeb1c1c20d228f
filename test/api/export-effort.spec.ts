import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asItWas } from '../support/exported-text.js';
import { startTestServer, type Client, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const RECORD = `mutation ($entries: [EffortEntryInput!]!) {
  effortRecord(portfolioKey: "CLAIMS", entries: $entries) { refused rows { userErrors { message } } userErrors { message } } }`;
const NOTE = '=HYPERLINK("http://x.example","y")\nand, more';

describe('GET /api/exports', () => {
  let server: TestServer;
  let reviewer: Client;
  let stranger: Client;

  const get = async (path: string, client: Client | null = reviewer) => {
    const response = await fetch(`${server.url}/api/exports/${path}`, {
      headers: client === null ? {} : { authorization: `Bearer ${client.token}` },
    });
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    return { status: response.status, headers: response.headers, text };
  };
  const failure = async (path: string, client?: Client | null) => {
    const { status, text } = await get(path, client);
    return { status, ...(JSON.parse(text) as { error: { code: string; message: string }; problems?: object[] }) };
  };
  const rowsOf = async (path: string) => {
    const { status, text } = await get(path);
    expect(status).toBe(200);
    return parse<Record<string, string>>(text, { columns: true, record_delimiter: '\r\n' });
  };
  const entry = (externalId: string, more: object) => ({
    initiativeKey: 'CLAIMS-1',
    amount: '8',
    workedOn: '2026-03-02',
    source: 'jira',
    externalId,
    ...more,
  });
  const record = async (...entries: object[]) => {
    const { effortRecord } = await server.admin.ask(RECORD, { entries });
    expect(effortRecord).toMatchObject({ refused: 0, userErrors: [] });
  };

  beforeAll(async () => {
    server = await startTestServer();
    server.at('2026-03-20T12:00:00Z');
    for (const key of ['CLAIMS', 'OTHER']) {
      await server.admin.ask(
        'mutation ($input: PortfolioCreateInput!) { portfolioCreate(input: $input) { userErrors { message } } }',
        { input: { key, name: key, timeZone: 'Europe/Berlin' } },
      );
    }
    for (const portfolioKey of ['CLAIMS', 'CLAIMS', 'OTHER']) {
      await server.admin.ask(
        'mutation ($input: InitiativeCreateInput!) { initiativeCreate(input: $input) { userErrors { message } } }',
        { input: { portfolioKey, name: '@Summaries', problem: 'Slow.', valueThesis: 'COST' } },
      );
    }
    reviewer = await server.member('Reviewer', 'CLAIMS', ['REVIEWER']);
    stranger = await server.member('Stranger', 'OTHER', ['ADMIN']);
    await record(
      entry('w-1', { person: '+49 30', note: NOTE, labels: ['ux', '-desk'], categoryKey: 'PEOPLE_PROCESS' }),
      entry('w-2', { amount: '0.5', unit: 'PERSON_DAYS', workedOn: '2026-03-01', categoryKey: 'ALGORITHMS' }),
      entry('w-3', { initiativeKey: 'CLAIMS-2', amount: '2' }),
    );
    server.at('2026-03-21T12:00:00Z');
    await record(entry('w-2', { amount: '4', workedOn: '2026-03-01', categoryKey: 'ALGORITHMS' }));
  });
  afterAll(async () => {
    await server.stop();
  });

  it('gives the whole ledger by the day worked, reversals included, and no formula', async () => {
    const rows = await rowsOf('effort.csv?portfolio=CLAIMS');
    expect(rows.map(({ externalId, personDays, revision }) => [externalId, personDays, revision])).toEqual([
      ['w-2', '0.5', '1'],
      ['w-2', '0.5', '2'],
      ['w-2', '-0.5', '1'],
      ['w-1', '1', '1'],
      ['w-3', '0.25', '1'],
    ]);
    const own = rows[3]!;
    expect(own).toMatchObject({
      initiativeKey: 'CLAIMS-1',
      initiativeName: "'@Summaries",
      workedOn: '2026-03-02',
      person: "'+49 30",
      amount: '8',
      unit: 'HOURS',
      categoryKey: 'PEOPLE_PROCESS',
      categorySource: 'STATED',
      ruleName: '',
      labels: 'ux; -desk',
      source: 'jira',
      method: 'MANUAL',
      reversesId: '',
      recordedAt: '2026-03-20T12:00:00.000Z',
    });
    expect(own['note']).toBe(`'${NOTE}`);
    expect(asItWas(own['note']!)).toBe(NOTE);
    expect(rows[2]!['reversesId']).toBe(rows[0]!['id']);
    const total = rows.reduce((sum, { personDays }) => sum + Number(personDays), 0);
    expect(total).toBe(1.75);
  });

  it('is a file for a spreadsheet: named, not kept, in UTF-8, with a mark where that is asked for', async () => {
    const { headers, text } = await get('effort.csv?portfolio=CLAIMS&from=2026-03-01&to=2026-03-31&bom=1');
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="effort-CLAIMS-2026-03-01-2026-03-31.csv"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(text.startsWith('\uFEFFid,initiativeKey,initiativeName,workedOn,')).toBe(true);
    const { text: plain } = await get('effort.csv?portfolio=CLAIMS&bom=0');
    expect(plain.startsWith('id,')).toBe(true);
    expect(plain.split('\r\n')).toHaveLength(7);
  });

  it.each([
    ['from=2026-03-02', ['w-1', 'w-3']],
    ['to=2026-03-01&asOf=2026-03-20T23:00:00Z', ['w-2']],
    ['initiativeKey=CLAIMS-2', ['w-3']],
    ['categoryKey=PEOPLE_PROCESS', ['w-1']],
    ['uncategorised=true', ['w-3']],
    ['uncategorised=false&from=2026-03-02', ['w-1']],
    ['from=2026-03-03', []],
  ])('gives of the ledger only what is asked for: %s', async (filter, ids) => {
    expect((await rowsOf(`effort.csv?portfolio=CLAIMS&${filter}`)).map(({ externalId }) => externalId)).toEqual(ids);
  });

  it('gives the report with the figures of the API, the whole first and then each group', async () => {
    const window = 'from=2026-01-01&to=2026-03-31';
    const rows = await rowsOf(`effort-split.csv?portfolio=CLAIMS&${window}&groupBy=INITIATIVE`);
    const { portfolio } = await server.admin.ask(
      `{ portfolio(key: "CLAIMS") { effortSplit(from: "2026-01-01", to: "2026-03-31", groupBy: INITIATIVE) {
         personDays uncategorizedPersonDays headline coveragePercent scheme { coverageFloorPercent } shares { category { key } personDays percent deviationPoints verdict }
         groups { key label personDays coveragePercent shares { category { key } personDays percent } } } } }`,
    );
    const { effortSplit } = portfolio;
    expect(effortSplit.groups).toHaveLength(2);
    expect(rows).toHaveLength(9);
    for (const [position, share] of effortSplit.shares.entries()) {
      expect(rows[position]).toMatchObject({
        groupBy: 'NONE',
        group: '',
        groupLabel: 'All effort',
        category: share.category.key,
        personDays: share.personDays,
        percent: share.percent,
        deviationPoints: share.deviationPoints,
        verdict: share.verdict,
        groupPersonDays: effortSplit.personDays,
        coveragePercent: effortSplit.coveragePercent,
        coverageFloorPercent: effortSplit.scheme.coverageFloorPercent,
        uncategorizedPersonDays: effortSplit.uncategorizedPersonDays,
        headline: effortSplit.headline,
        schemeNote: '',
      });
    }
    expect(rows.slice(0, 3).map(({ deviationPoints }) => deviationPoints)).toContain('-20.0');
    expect(rows.slice(3).map(({ group, groupLabel }) => [group, groupLabel])).toEqual(
      effortSplit.groups.flatMap(({ key }: { key: string }) => Array.from({ length: 3 }, () => [key, "'@Summaries"])),
    );
    const past = await rowsOf(`effort-split.csv?portfolio=CLAIMS&${window}&asOf=2026-03-19T00:00:00Z`);
    expect(past.map(({ personDays, percent }) => [personDays, percent])).toEqual(Array(3).fill(['0', '']));
  });

  it('takes a token, and says so', async () => {
    for (const path of ['effort.csv?portfolio=CLAIMS', 'effort-split.csv']) {
      expect(await failure(path, null)).toEqual({
        status: 401,
        error: {
          code: 'UNAUTHENTICATED',
          message: 'This takes an API token, in the header "Authorization: Bearer <token>".',
        },
      });
    }
    const { headers } = await get('effort.csv?portfolio=CLAIMS', null);
    expect(headers.get('www-authenticate')).toBe('Bearer');
  });

  it('has nothing for who may not know of the portfolio, nor of what is not in it', async () => {
    const hidden = await failure('effort.csv?portfolio=CLAIMS', stranger);
    expect(hidden).toEqual({ status: 404, error: { code: 'NOT_FOUND', message: 'The portfolio was not found.' } });
    expect(await failure('effort.csv?portfolio=NONE', stranger)).toEqual(hidden);
    expect(await failure('effort-split.csv?portfolio=CLAIMS&from=2026-01-01&to=2026-03-31', stranger)).toEqual(hidden);
    expect(await failure('effort.csv?portfolio=CLAIMS&initiativeKey=OTHER-1&categoryKey=FUN')).toEqual({
      status: 404,
      error: {
        code: 'NOT_FOUND',
        message: 'The initiative "OTHER-1" was not found. The category "FUN" was not found.',
      },
    });
    expect((await get('effort.xlsx')).status).toBe(404);
  });

  it('refuses what cannot be read with all of its problems', async () => {
    expect(
      await failure(
        'effort.csv?from=31.3.2026&to=2026-02-30&uncategorised=yes&asOf=today&bom=2&person=Ada&initiativeKey=%00',
      ),
    ).toEqual({
      status: 400,
      error: { code: 'INVALID', message: expect.stringContaining('Nothing was exported: person: There is no such') },
      problems: [
        {
          place: 'person',
          message:
            'There is no such parameter; there are: portfolio, from, to, initiativeKey, categoryKey, uncategorised, asOf, bom.',
        },
        { place: 'portfolio', message: 'The key of the portfolio is missing.' },
        { place: 'bom', message: 'It must be one of: 1, 0.' },
        { place: 'from', message: 'It must be a day such as 2026-03-31.' },
        { place: 'to', message: 'It must be a day such as 2026-03-31.' },
        {
          place: 'initiativeKey',
          message: 'It holds characters that cannot be stored (NUL, or half of a surrogate pair).',
        },
        { place: 'uncategorised', message: 'It must be one of: true, false.' },
        { place: 'asOf', message: 'It must be an instant such as 2026-03-31T22:00:00Z.' },
      ],
    });
    expect(
      await failure('effort-split.csv?portfolio=CLAIMS&portfolio=CLAIMS&to=2026-01-01&groupBy=TEAM'),
    ).toMatchObject({
      status: 400,
      problems: [
        { place: 'portfolio', message: 'It is there more than once.' },
        { place: 'portfolio', message: 'The key of the portfolio is missing.' },
        { place: 'from', message: 'It is missing: say from which day to which, such as 2026-03-31.' },
        { place: 'groupBy', message: expect.stringContaining('It must be one of: NONE, INITIATIVE, BUSINESS_UNIT') },
      ],
    });
    expect(await failure('effort.csv?portfolio=CLAIMS&from=2026-03-02&to=2026-03-01')).toMatchObject({
      status: 400,
      problems: [{ place: 'from', message: 'It must not be after to: 2026-03-02 is after 2026-03-01.' }],
    });
    expect(await failure('effort-split.csv?portfolio=CLAIMS&from=1800-01-01&to=2026-03-01')).toMatchObject({
      status: 400,
      error: { message: expect.stringContaining('at most 100 years apart') },
    });
  });

  it('gives all of a long ledger, and lets go of the database where the reader goes away', async () => {
    const long = Array.from({ length: 5_000 }, (_, number) =>
      entry(`long-${number}`, { initiativeKey: 'CLAIMS-2', workedOn: '2026-02-02', note: 'n'.repeat(3_000) }),
    );
    for (let from = 0; from < long.length; from += 250) {
      await record(...long.slice(from, from + 250));
    }
    const path = 'effort.csv?portfolio=CLAIMS&to=2026-02-28';
    const rows = await rowsOf(path);
    expect(new Set(rows.map(({ externalId }) => externalId)).size).toBe(5_000);

    const reading = async (): Promise<number> =>
      (
        await server.source.query(
          `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'tollgate export'`,
        )
      )[0].count;
    const controller = new AbortController();
    const response = await fetch(`${server.url}/api/exports/${path}`, {
      headers: { authorization: `Bearer ${reviewer.token}` },
      signal: controller.signal,
    });
    await response.body!.getReader().read();
    // 15 MB do not fit between the two, so the rest waits in the database for a reader.
    expect(await reading()).toBe(1);
    controller.abort();
    await until('nobody reads any more', async () => (await reading()) === 0);
  });
});
