import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countStatements } from '../support/count-statements.js';
import { startTestServer, type Client, type TestServer, type Json } from '../support/server.js';

const REPORT = `query ($portfolio: String!, $from: Date!, $to: Date!, $asOf: DateTime) {
  portfolio(key: $portfolio) {
    effortSplit(from: $from, to: $to, groupBy: INVESTMENT_CLASS, asOf: $asOf) {
      headline
      schemeNote
      personDays
      uncategorizedPersonDays
      coveragePercent
      scheme { version }
      shares { category { key } personDays percent deviationPoints verdict }
      groups { key personDays }
      investmentMix { headline personDays shares { investmentClass targetPercent tolerancePoints personDays percent deviationPoints verdict } }
      concentration { category { key } holders of percent initiativeKeys sentence }
      spread { category { key } percent medianPercent initiatives sentence }
    }
  }
}`;

const TREND = `query ($portfolio: String!, $from: Date!, $to: Date!, $by: EffortTrendStep, $asOf: DateTime) {
  portfolio(key: $portfolio) {
    effortTrend(from: $from, to: $to, by: $by, asOf: $asOf) {
      by
      headline
      periods {
        key label from to headline personDays uncategorizedPersonDays coveragePercent operationalisationPercent scheme { version }
        shares { category { key } personDays percent deviationPoints verdict changePoints }
      }
    }
  }
}`;

describe('the report of effort', () => {
  let server: TestServer;
  let manager: Client;
  let rooms = 0;

  beforeAll(async () => {
    server = await startTestServer();
  });

  afterAll(() => server.stop());

  /** A portfolio with an initiative of each class; it answers with its key. */
  const room = async (classes: readonly string[] = ['CORE', 'ADJACENT', 'TRANSFORMATIONAL']): Promise<string> => {
    rooms += 1;
    server.at('2026-01-02T09:00:00Z');
    const key = `REP${rooms}`;
    await server.admin.ask(
      `mutation { portfolioCreate(input: { key: "${key}", name: "Reports" }) { userErrors { message } } }`,
    );
    manager = await server.member('Mara Manager', key, ['PROGRAM_MANAGER', 'PROCESS_DESIGNER']);
    for (const investmentClass of classes) {
      await manager.ask(
        'mutation ($input: InitiativeCreateInput!) { initiativeCreate(input: $input) { userErrors { message } } }',
        { input: { portfolioKey: key, name: investmentClass, problem: 'Much', valueThesis: 'COST', investmentClass } },
      );
    }
    return key;
  };

  let entries = 0;
  const book = async (
    key: string,
    ...rows: readonly (readonly [
      initiative: number,
      categoryKey: string | null,
      personDays: string,
      workedOn: string,
    ])[]
  ): Promise<void> => {
    const { effortRecord } = await manager.ask(
      'mutation ($key: String!, $entries: [EffortEntryInput!]!) { effortRecord(portfolioKey: $key, entries: $entries) { refused rows { userErrors { message } } } }',
      {
        key,
        entries: rows.map(([initiative, categoryKey, amount, workedOn]) => ({
          initiativeKey: `${key}-${initiative}`,
          categoryKey,
          amount,
          unit: 'PERSON_DAYS',
          workedOn,
          source: 'test',
          externalId: `row-${(entries += 1)}`,
        })),
      },
    );
    expect(effortRecord).toMatchObject({ refused: 0 });
  };

  const report = async (portfolio: string, asOf: string | null = null): Promise<Json> =>
    (await manager.ask(REPORT, { portfolio, from: '2026-01-01', to: '2026-03-31', asOf })).portfolio.effortSplit;

  const publish = async (portfolioKey: string, validFrom: string, people: string, algorithms: string) => {
    const { allocationSchemePublish } = await manager.ask(
      'mutation ($key: String!, $input: AllocationSchemePublishInput!) { allocationSchemePublish(portfolioKey: $key, input: $input) { scheme { version } userErrors { message } } }',
      {
        key: portfolioKey,
        input: {
          key: 'other',
          validFrom,
          categories: [
            { key: 'PEOPLE_PROCESS', name: 'People and process', targetPercent: people },
            { key: 'ALGORITHMS', name: 'Algorithms', targetPercent: algorithms },
          ],
        },
      },
    );
    expect(allocationSchemePublish).toMatchObject({ userErrors: [] });
  };

  it('tells the quarter of story 5 to the digit, with what stands behind it', async () => {
    const key = await room(['CORE', 'CORE', 'ADJACENT', 'TRANSFORMATIONAL']);
    server.at('2026-04-02T09:00:00Z');
    await book(
      key,
      [1, 'ALGORITHMS', '400', '2026-01-05'],
      [2, 'ALGORITHMS', '146', '2026-02-05'],
      [1, 'TECHNOLOGY_DATA', '400', '2026-01-05'],
      [3, 'TECHNOLOGY_DATA', '46', '2026-03-31'],
      [1, 'PEOPLE_PROCESS', '8', '2026-01-01'],
      [3, 'PEOPLE_PROCESS', '200', '2026-03-01'],
      [4, 'PEOPLE_PROCESS', '40', '2026-03-01'],
      [4, null, '60', '2026-03-01'],
    );
    expect(await report(key)).toEqual({
      headline:
        'People and process is 50.0 points under its target, 20.0 % instead of 70 %; Algorithms is 34.0 points over and Technology and data is 16.0 points over.',
      schemeNote: null,
      personDays: '1300',
      uncategorizedPersonDays: '60',
      coveragePercent: '95.4',
      scheme: { version: 1 },
      shares: [
        {
          category: { key: 'PEOPLE_PROCESS' },
          personDays: '248',
          percent: '20.0',
          deviationPoints: '-50.0',
          verdict: 'UNDER',
        },
        {
          category: { key: 'TECHNOLOGY_DATA' },
          personDays: '446',
          percent: '36.0',
          deviationPoints: '16.0',
          verdict: 'OVER',
        },
        {
          category: { key: 'ALGORITHMS' },
          personDays: '546',
          percent: '44.0',
          deviationPoints: '34.0',
          verdict: 'OVER',
        },
      ],
      groups: [
        { key: 'ADJACENT', personDays: '246' },
        { key: 'CORE', personDays: '954' },
        { key: 'TRANSFORMATIONAL', personDays: '100' },
      ],
      investmentMix: {
        headline:
          'Everything is within its tolerance: Core has 73.4 % (target 70 %), Adjacent has 18.9 % (target 20 %) and Transformational has 7.7 % (target 10 %).',
        personDays: '1300',
        shares: [
          {
            investmentClass: 'CORE',
            targetPercent: '70',
            tolerancePoints: '5',
            personDays: '954',
            percent: '73.4',
            deviationPoints: '3.4',
            verdict: 'WITHIN',
          },
          {
            investmentClass: 'ADJACENT',
            targetPercent: '20',
            tolerancePoints: '5',
            personDays: '246',
            percent: '18.9',
            deviationPoints: '-1.1',
            verdict: 'WITHIN',
          },
          {
            investmentClass: 'TRANSFORMATIONAL',
            targetPercent: '10',
            tolerancePoints: '5',
            personDays: '100',
            percent: '7.7',
            deviationPoints: '-2.3',
            verdict: 'WITHIN',
          },
        ],
      },
      concentration: [
        {
          category: { key: 'PEOPLE_PROCESS' },
          holders: 1,
          of: 3,
          percent: '80.6',
          initiativeKeys: [`${key}-3`],
          sentence: `1 of 3 initiatives holds 80.6 % of People and process: ${key}-3.`,
        },
        {
          category: { key: 'TECHNOLOGY_DATA' },
          holders: 1,
          of: 2,
          percent: '89.7',
          initiativeKeys: [`${key}-1`],
          sentence: `1 of 2 initiatives holds 89.7 % of Technology and data: ${key}-1.`,
        },
        {
          category: { key: 'ALGORITHMS' },
          holders: 1,
          of: 2,
          percent: '73.3',
          initiativeKeys: [`${key}-1`],
          sentence: `1 of 2 initiatives holds 73.3 % of Algorithms: ${key}-1.`,
        },
        {
          category: null,
          holders: 1,
          of: 1,
          percent: '100.0',
          initiativeKeys: [`${key}-4`],
          sentence: `The 1 initiative with effort on what has no category of this scheme holds all of it: ${key}-4.`,
        },
      ],
      // The initiatives' own shares of people and process: 0.99, 0, 81.3 and 100 percent.
      spread: [
        {
          category: { key: 'PEOPLE_PROCESS' },
          percent: '20.0',
          medianPercent: '41.1',
          initiatives: 4,
          sentence:
            'People and process has 20.0 % of the whole and 41.1 % in the middle of 4 initiatives: the big ones make the picture.',
        },
        {
          category: { key: 'TECHNOLOGY_DATA' },
          percent: '36.0',
          medianPercent: '9.3',
          initiatives: 4,
          sentence:
            'Technology and data has 36.0 % of the whole and 9.3 % in the middle of 4 initiatives: the big ones make the picture.',
        },
        {
          category: { key: 'ALGORITHMS' },
          percent: '44.0',
          medianPercent: '24.8',
          initiatives: 4,
          sentence:
            'Algorithms has 44.0 % of the whole and 24.8 % in the middle of 4 initiatives: the big ones make the picture.',
        },
      ],
    });
  });

  it('of an initiative has a headline, and nothing of what only a portfolio has', async () => {
    const key = await room();
    await book(key, [1, 'ALGORITHMS', '1', '2026-01-02']);
    const { initiativeByKey } = await manager.ask(
      `{ initiativeByKey(key: "${key}-1") { effortSplit { headline schemeNote investmentMix { personDays } concentration { of } spread { initiatives } } } }`,
    );
    expect(initiativeByKey.effortSplit).toEqual({
      headline:
        'Algorithms is 90.0 points over its target, 100.0 % instead of 10 %; People and process is 70.0 points under and Technology and data is 20.0 points under.',
      schemeNote: null,
      investmentMix: null,
      concentration: null,
      spread: null,
    });
  });

  it('says so where its yardstick was published after its last day, and keeps the old answer as of then', async () => {
    const key = await room();
    server.at('2026-03-31T09:00:00Z');
    await book(
      key,
      [1, 'PEOPLE_PROCESS', '7', '2026-03-02'],
      [2, 'TECHNOLOGY_DATA', '2', '2026-03-02'],
      [3, 'ALGORITHMS', '1', '2026-03-02'],
    );
    const before = await report(key);
    expect(before).toMatchObject({ scheme: { version: 1 }, schemeNote: null, coveragePercent: '100.0' });
    server.at('2026-04-10T09:00:00Z');
    await publish(key, '2026-01-01', '90', '10');
    expect(await report(key)).toMatchObject({
      scheme: { version: 2 },
      schemeNote:
        'It is judged by version 2 of the scheme, which was published on 2026-04-10, after 2026-03-31; asked as of an instant before that, it is judged as it was then.',
      coveragePercent: '80.0',
      uncategorizedPersonDays: '2',
      shares: [
        { percent: '87.5', verdict: 'WITHIN' },
        { percent: '12.5', verdict: 'WITHIN' },
      ],
    });
    expect(await report(key, '2026-04-10T08:59:59.999Z')).toEqual(before);
  });

  it('tells a trend of quarters and months, empty ones too, each by the scheme in force on its own last day', async () => {
    const key = await room();
    server.at('2026-10-01T09:00:00Z');
    await book(
      key,
      [1, 'PEOPLE_PROCESS', '2', '2026-01-05'],
      [1, 'ALGORITHMS', '8', '2026-03-31'],
      [2, 'PEOPLE_PROCESS', '3', '2026-07-01'],
      [2, 'ALGORITHMS', '7', '2026-08-01'],
    );
    await publish(key, '2026-07-01', '60', '40');
    const trend = async (variables: Record<string, unknown>): Promise<Json> =>
      (await manager.ask(TREND, { portfolio: key, ...variables })).portfolio.effortTrend;
    const quarters = await trend({ from: '2026-01-01', to: '2026-09-30' });
    expect(quarters).toMatchObject({
      by: 'QUARTER',
      headline:
        'People and process went from 20.0 % in Q1 2026 to 30.0 % in Q3 2026 (+10.0 points), and is 30.0 points under its target of 60 % there.',
    });
    expect(
      quarters.periods.map(({ key: period, from, to, personDays, scheme, shares }: Json) => [
        period,
        from,
        to,
        personDays,
        scheme.version,
        ...shares.map(({ percent, verdict, changePoints }: Json) => [percent, verdict, changePoints]),
      ]),
    ).toEqual([
      [
        '2026-Q1',
        '2026-01-01',
        '2026-03-31',
        '10',
        1,
        ['20.0', 'UNDER', null],
        ['0.0', 'UNDER', null],
        ['80.0', 'OVER', null],
      ],
      [
        '2026-Q2',
        '2026-04-01',
        '2026-06-30',
        '0',
        1,
        [null, 'INSUFFICIENT_DATA', null],
        [null, 'INSUFFICIENT_DATA', null],
        [null, 'INSUFFICIENT_DATA', null],
      ],
      ['2026-Q3', '2026-07-01', '2026-09-30', '10', 2, ['30.0', 'UNDER', null], ['70.0', 'OVER', null]],
    ]);
    expect(quarters.periods[1]).toMatchObject({
      label: 'Q2 2026',
      headline: 'No effort is booked from 2026-04-01 through 2026-06-30.',
      operationalisationPercent: null,
    });
    expect(quarters.periods[0]).toMatchObject({ operationalisationPercent: '0.0' });

    const months = await trend({ from: '2026-07-01', to: '2026-08-15', by: 'MONTH' });
    expect(
      months.periods.map(({ key: period, to, shares }: Json) => [
        period,
        to,
        shares[0].percent,
        shares[0].changePoints,
      ]),
    ).toEqual([
      ['2026-07', '2026-07-31', '100.0', null],
      ['2026-08', '2026-08-15', '0.0', '-100.0'],
    ]);

    // As of an instant before anything was booked there was no effort, and no second version.
    const earlier = await trend({ from: '2026-07-01', to: '2026-09-30', asOf: '2026-02-01T00:00:00Z' });
    expect(earlier).toMatchObject({
      headline: 'No effort is booked in any of these periods.',
      periods: [{ personDays: '0', scheme: { version: 1 } }],
    });
  });

  it('refuses a trend that ends before it begins, or has more than 120 periods', async () => {
    const key = await room([]);
    const codes = async (variables: Record<string, unknown>) =>
      (await manager.answer(TREND, { portfolio: key, ...variables })).errors?.map(
        ({ extensions, message }) => `${extensions.code}: ${message}`,
      );
    expect(await codes({ from: '2026-02-01', to: '2026-01-31' })).toEqual([
      'BAD_USER_INPUT: from must not be after to: 2026-02-01 is after 2026-01-31.',
    ]);
    expect(await codes({ from: '2016-01-01', to: '2026-01-01', by: 'MONTH' })).toEqual([
      'BAD_USER_INPUT: A trend has at most 120 periods, and this one has 121.',
    ]);
    expect(await codes({ from: '2016-01-01', to: '2025-12-31', by: 'MONTH' })).toBeUndefined();
    expect(await codes({ from: '2016-01-01', to: '2026-01-01', by: 'QUARTER' })).toBeUndefined();
  });

  it('asks the database only for what is wanted, and as often for twelve periods as for one', async () => {
    const key = await room();
    await book(key, [1, 'ALGORITHMS', '1', '2026-01-02']);
    const statementsOf = (fields: string): Promise<number> =>
      countStatements(server.served, () => manager.ask(`{ portfolio(key: "${key}") { ${fields} } }`));
    const split = (fields: string) => statementsOf(`effortSplit(from: "2026-01-01", to: "2026-03-31") { ${fields} }`);
    const bare = await split('personDays');
    expect(await split('headline schemeNote shares { percent }')).toBe(bare);
    expect(await split('investmentMix { headline }')).toBe(bare + 1);
    expect(await split('concentration { sentence } spread { sentence }')).toBe(bare + 1);
    const trend = (from: string) =>
      statementsOf(`effortTrend(from: "${from}", to: "2026-12-31", by: MONTH) { periods { headline } }`);
    expect(await trend('2026-01-01')).toBe(await trend('2026-12-01'));
  });
});
