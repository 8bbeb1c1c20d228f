import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import type { Role, Viewer } from '../../src/domain/access/access.js';
import type { CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { decimal } from '../../src/domain/basics/decimal.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import { PublishScheme, type SchemeProposal } from '../../src/modules/portfolios/commands/publish-scheme.js';
import { AllocationSchemes, TAKE_TURN } from '../../src/modules/portfolios/queries/allocation-schemes.js';
import { Portfolios, type Portfolio } from '../../src/modules/portfolios/queries/portfolios.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const day = (text: string) => text as CalendarDate;

const proposal = (validFrom: string, people = '70', other = '30'): SchemeProposal => ({
  key: 'effort-people',
  validFrom: day(validFrom),
  coverageFloorPercent: decimal('80'),
  categories: [
    { key: 'PEOPLE_PROCESS', name: 'People', targetPercent: decimal(people), tolerancePoints: decimal('5') },
    { key: 'RESEARCH', name: 'Research', targetPercent: decimal(other), tolerancePoints: decimal('2.50') },
  ],
});

let server: TestServer;
let app: INestApplicationContext;
let portfolios = 0;

beforeAll(async () => {
  server = await startTestServer();
  app = server.app;
});

afterAll(() => server.stop());

const room = async (): Promise<{ portfolio: Portfolio; as: (...roles: Role[]) => Viewer }> => {
  portfolios += 1;
  const key = `SCH${portfolios}`;
  await server.admin.ask(
    'mutation ($input: PortfolioCreateInput!) { portfolioCreate(input: $input) { userErrors { message } } }',
    { input: { key, name: key } },
  );
  const [row] = await server.source.query<{ id: string; userId: string }[]>(
    `SELECT p.id, u.id AS "userId" FROM portfolio p, app_user u WHERE p.key = $1 AND u.is_instance_admin`,
    [key],
  );
  const portfolio = await app.get(Portfolios).get(row!.id);
  return {
    portfolio,
    as: (...roles) => ({ userId: row!.userId, isInstanceAdmin: false, roles: new Map([[portfolio.id, roles]]) }),
  };
};

const publish = (viewer: Viewer, { key }: Portfolio, input: SchemeProposal) =>
  app.get(PublishScheme).run(viewer, key, input);

const versionOn = async (portfolio: Portfolio, on: string, asOf: string | null = null) =>
  (await app.get(AllocationSchemes).inForce(portfolio.id, day(on), asOf as Instant | null)).version;

describe('publishing a scheme', () => {
  it('takes PROCESS_DESIGNER or ADMIN, and is NOT_FOUND to who may not know of the portfolio', async () => {
    const { portfolio, as } = await room();
    await expect(publish(as('PROGRAM_MANAGER'), portfolio, proposal('2026-04-01'))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(
      await publish(
        { ...as('ADMIN'), roles: new Map([['another', ['ADMIN']]]) },
        portfolio,
        proposal('2026-04-01', '70', '31'),
      ),
    ).toEqual({
      ok: false,
      refusals: [{ code: 'NOT_FOUND', message: 'The portfolio was not found.', field: ['portfolioKey'] }],
    });
    expect(await publish(as('PROCESS_DESIGNER'), portfolio, proposal('2026-04-01'))).toMatchObject({ ok: true });
    expect(await publish(as('ADMIN'), portfolio, proposal('2026-04-01'))).toMatchObject({
      ok: true,
      value: { version: 3 },
    });
  });

  it('gives versions without a gap, also where eight publish at once and some are refused', async () => {
    const { portfolio, as } = await room();
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        publish(as('ADMIN'), portfolio, proposal('2026-04-01', '70', index % 4 === 0 ? '31' : '30')),
      ),
    );
    const versions = results.flatMap((result) => (result.ok ? [result.value.version] : []));
    expect(versions.sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7]);
    const published = await app.get(AllocationSchemes).versions(portfolio.id);
    expect(published.map(({ version }) => version)).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  it('stands in the audit trail of the portfolio, with the version it takes the place of', async () => {
    const { portfolio, as } = await room();
    await publish(as('ADMIN'), portfolio, proposal('2026-04-01'));
    const [event] = await server.source.query<{ body: string }[]>(
      `SELECT body FROM audit_event WHERE chain = $1 AND body LIKE '%scheme.published%'`,
      [`portfolio:${portfolio.id}`],
    );
    expect(JSON.parse(event!.body)).toMatchObject({
      action: 'scheme.published',
      subjectType: 'AllocationScheme',
      changes: {
        key: 'effort-people',
        version: 2,
        validFrom: '2026-04-01',
        insteadOfVersion: 1,
        coverageFloorPercent: '80',
        categories: [
          { key: 'PEOPLE_PROCESS', targetPercent: '70', tolerancePoints: '5' },
          { key: 'RESEARCH', targetPercent: '30', tolerancePoints: '2.5' },
        ],
      },
    });
    const { auditVerify } = await server.admin.ask(`{ auditVerify(portfolioKey: "${portfolio.key}") { ok } }`);
    expect(auditVerify.ok).toBe(true);
  });

  it('opens its categories for effort', async () => {
    const { portfolio, as } = await room();
    await publish(as('ADMIN'), portfolio, proposal('2027-04-01'));
    expect([...(await app.get(AllocationSchemes).categoryKeys(portfolio.id))].sort()).toEqual([
      'ALGORITHMS',
      'PEOPLE_PROCESS',
      'RESEARCH',
      'TECHNOLOGY_DATA',
    ]);
  });
});

describe('the scheme in force', () => {
  it('is the newest by then, also where that takes the place of one that was announced for later', async () => {
    const { portfolio, as } = await room();
    await publish(as('ADMIN'), portfolio, proposal('2026-07-01'));
    expect(await versionOn(portfolio, '2026-06-30')).toBe(1);
    expect(await versionOn(portfolio, '2026-07-01')).toBe(2);
    await publish(as('ADMIN'), portfolio, proposal('2026-06-01'));
    expect(await versionOn(portfolio, '2026-05-31')).toBe(1);
    expect(await versionOn(portfolio, '2026-06-01')).toBe(3);
    expect(await versionOn(portfolio, '2026-07-01')).toBe(3);
  });

  it('as of an instant is the one published by then, whatever was published for that day since', async () => {
    server.at('2026-03-02T09:00:00Z');
    const { portfolio, as } = await room();
    server.at('2026-04-10T12:00:00Z');
    await publish(as('ADMIN'), portfolio, proposal('2026-01-01'));
    expect(await versionOn(portfolio, '2026-03-31')).toBe(2);
    expect(await versionOn(portfolio, '2026-03-31', '2026-04-10T12:00:00.000Z')).toBe(2);
    expect(await versionOn(portfolio, '2026-03-31', '2026-04-10T11:59:59.999Z')).toBe(1);
    expect(await versionOn(portfolio, '2026-03-31', '2020-01-01T00:00:00.000Z')).toBe(1);
  });

  it('as of an instant waits for who is publishing, so that the answer never changes', async () => {
    server.at('2026-03-02T09:00:00Z');
    const { portfolio, as } = await room();
    const holder = server.source.createQueryRunner();
    await holder.startTransaction();
    try {
      await holder.query(TAKE_TURN, [portfolio.id]);
      const publishing = publish(as('ADMIN'), portfolio, proposal('2026-01-01'));
      const waiting = async (lock: string) =>
        (
          await holder.query(
            `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND mode = $1
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
            [lock],
          )
        ).length > 0;
      await until('the publisher waits', () => waiting('ExclusiveLock'));
      const asked = versionOn(portfolio, '2026-03-01', '2026-03-02T09:00:00.000Z');
      await until('the report waits', () => waiting('ShareLock'));
      expect(await versionOn(portfolio, '2026-03-01')).toBe(1);
      await holder.commitTransaction();
      expect(await publishing).toMatchObject({ ok: true });
      expect(await asked).toBe(2);
    } finally {
      await holder.release();
    }
  });

  it('is told for many days with one question', async () => {
    const { portfolio, as } = await room();
    await publish(as('ADMIN'), portfolio, proposal('2026-07-01'));
    const days = ['2026-06-30', '2026-07-01', '1999-01-01'].map(day);
    const inForce = await app.get(AllocationSchemes).inForceOn(portfolio.id, days);
    expect(days.map((on) => inForce.get(on)?.version)).toEqual([1, 2, 1]);
  });
});

describe('the database', () => {
  const insert = (portfolioId: string, version: number, targets: readonly string[]) =>
    server.source.query(
      `WITH scheme AS (
         INSERT INTO allocation_scheme (id, portfolio_id, key, version, valid_from, coverage_floor_percent, published_at, published_by)
         SELECT gen_random_uuid(), $1, 'by-hand', $2, '2026-01-01', 80, now(), id FROM app_user WHERE is_instance_admin LIMIT 1
         RETURNING id, portfolio_id
       )
       INSERT INTO allocation_category (scheme_id, key, portfolio_id, position, name, target_percent, tolerance_points)
       SELECT scheme.id, key, scheme.portfolio_id, place, key, target, 5 FROM scheme,
         unnest(ARRAY['ALGORITHMS', 'PEOPLE_PROCESS'], $3::numeric[]) WITH ORDINALITY AS c (key, target, place) WHERE target IS NOT NULL`,
      [portfolioId, version, targets],
    );

  it('refuses a version that is not the next one', async () => {
    const { portfolio } = await room();
    await expect(insert(portfolio.id, 3, ['30', '70'])).rejects.toThrow('version 3 is not the next one');
    await expect(insert(portfolio.id, 1, ['30', '70'])).rejects.toThrow('version 1 is not the next one');
    await insert(portfolio.id, 2, ['30', '70']);
  });

  it('refuses targets that do not add up to 100, and a scheme without any', async () => {
    const { portfolio } = await room();
    await expect(insert(portfolio.id, 2, ['30', '69.99'])).rejects.toThrow('add up to 99.99, not to 100');
    await expect(insert(portfolio.id, 2, [])).rejects.toThrow('add up to 0, not to 100');
    await insert(portfolio.id, 2, ['30', '70.00']);
    await expect(
      server.source.query(
        `INSERT INTO allocation_category (scheme_id, key, portfolio_id, position, name, target_percent, tolerance_points)
         SELECT id, 'TECHNOLOGY_DATA', portfolio_id, 3, 'More', 1, 5 FROM allocation_scheme WHERE portfolio_id = $1 AND version = 2`,
        [portfolio.id],
      ),
    ).rejects.toThrow('add up to 101');
  });
});
