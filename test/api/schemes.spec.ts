import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type Client, type TestServer } from '../support/server.js';

const PUBLISH = `mutation ($input: AllocationSchemePublishInput!) {
  allocationSchemePublish(portfolioKey: "SCHEMES", input: $input) {
    scheme { id key version validFrom publishedAt coverageFloorPercent categories { key name targetPercent tolerancePoints } }
    userErrors { code message field }
  }
}`;

const FIFTY = [
  { key: 'PEOPLE_PROCESS', name: 'People', targetPercent: '50.00' },
  { key: 'RESEARCH', name: ' Research ', targetPercent: '50', tolerancePoints: null },
];

describe('allocationSchemePublish', () => {
  let server: TestServer;
  let designer: Client;

  beforeAll(async () => {
    server = await startTestServer();
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "SCHEMES", name: "Schemes" }) { userErrors { message } } }',
    );
    designer = await server.member('Dora Designer', 'SCHEMES', ['PROCESS_DESIGNER']);
  });

  afterAll(() => server.stop());

  it('publishes the next version with a floor of 80 and tolerances of 5 where nothing else is said', async () => {
    const { allocationSchemePublish } = await designer.ask(PUBLISH, {
      input: { key: 'half-half', validFrom: '2026-04-01', coverageFloorPercent: null, categories: FIFTY },
    });
    expect(allocationSchemePublish).toEqual({
      scheme: {
        id: expect.any(String),
        key: 'half-half',
        version: 2,
        validFrom: '2026-04-01',
        publishedAt: '2026-03-02T09:00:00.000Z',
        coverageFloorPercent: '80',
        categories: [
          { key: 'PEOPLE_PROCESS', name: 'People', targetPercent: '50', tolerancePoints: '5' },
          { key: 'RESEARCH', name: 'Research', targetPercent: '50', tolerancePoints: '5' },
        ],
      },
      userErrors: [],
    });
    const { portfolio } = await designer.ask(
      `{ portfolio(key: "SCHEMES") {
        before: allocationScheme(on: "2026-03-31") { version }
        now: allocationScheme(on: "2026-04-01") { id version }
        then: allocationScheme(on: "2026-04-01", asOf: "2026-03-02T08:59:59Z") { version }
        allocationSchemes { version key }
      } }`,
    );
    expect(portfolio).toEqual({
      before: { version: 1 },
      now: { id: allocationSchemePublish.scheme.id, version: 2 },
      then: { version: 1 },
      allocationSchemes: [
        { version: 2, key: 'half-half' },
        { version: 1, key: 'effort-70-20-10' },
      ],
    });
  });

  it('refuses with everything that is wrong at once, and publishes nothing', async () => {
    const { allocationSchemePublish } = await designer.ask(PUBLISH, {
      input: {
        key: 'Half',
        validFrom: '2026-04-01',
        coverageFloorPercent: '101',
        categories: [FIFTY[0], { ...FIFTY[0], targetPercent: '49.995', tolerancePoints: '-1' }],
      },
    });
    expect(allocationSchemePublish.scheme).toBeNull();
    expect(
      allocationSchemePublish.userErrors.map(({ code, field }: { code: string; field: string[] }) => [
        code,
        field.join('.'),
      ]),
    ).toEqual([
      ['INVALID', 'input.key'],
      ['INVALID', 'input.coverageFloorPercent'],
      ['INVALID', 'input.categories.1.targetPercent'],
      ['INVALID', 'input.categories.1.tolerancePoints'],
      ['INVALID', 'input.categories.1.key'],
      ['INVALID', 'input.categories.1.name'],
      ['TARGETS_NOT_100', 'input.categories'],
    ]);
    expect(allocationSchemePublish.userErrors.at(-1).message).toBe(
      'The targets add up to 99.995 percent; they must add up to exactly 100.',
    );
    const { portfolio } = await designer.ask('{ portfolio(key: "SCHEMES") { allocationSchemes { version } } }');
    expect(portfolio.allocationSchemes[0].version).not.toBe(3);
  });

  it('is FORBIDDEN to a program manager, and NOT_FOUND to who is no member', async () => {
    const manager = await server.member('Mara Manager', 'SCHEMES', ['PROGRAM_MANAGER']);
    const input = { key: 'half-half', validFrom: '2026-04-01', categories: FIFTY };
    const { errors } = await manager.answer(PUBLISH, { input });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "ELSEWHERE", name: "Elsewhere" }) { userErrors { message } } }',
    );
    const stranger = await server.member('Sid Stranger', 'ELSEWHERE', ['ADMIN']);
    const { allocationSchemePublish } = await stranger.ask(PUBLISH, { input });
    expect(allocationSchemePublish).toMatchObject({
      scheme: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['portfolioKey'] }],
    });
  });
});
