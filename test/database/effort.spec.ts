import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import type { Viewer } from '../../src/domain/access/access.js';
import type { CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { decimal, formatDecimal } from '../../src/domain/basics/decimal.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import { accept } from '../../src/domain/basics/result.js';
import { NO_TRAITS } from '../../src/domain/effort/classification-rule.js';
import type { EffortDraft } from '../../src/domain/effort/effort-entry.js';
import type { EffortGrouping } from '../../src/domain/effort/effort-groups.js';
import type { Initiative } from '../../src/domain/initiatives/initiative.js';
import { DEFAULT_TEMPLATE } from '../../src/domain/pipeline/default-template.js';
import { AppendAudit } from '../../src/modules/audit/commands/append-audit.js';
import { AuditEvents } from '../../src/modules/audit/queries/audit-events.js';
import { RelinkLater } from '../../src/modules/connections/commands/relink-later.js';
import { Connections } from '../../src/modules/connections/queries/connections.js';
import { CLASSIFICATION_PROVIDERS } from '../../src/modules/effort/classification.providers.js';
import { DeleteEffort } from '../../src/modules/effort/commands/delete-effort.js';
import { LateQueue } from '../../src/modules/effort/commands/late-queue.js';
import { EnterEffort } from '../../src/modules/effort/commands/enter-effort.js';
import { TakeBackEffort } from '../../src/modules/effort/commands/take-back-effort.js';
import { RecordEffort } from '../../src/modules/effort/commands/record-effort.js';
import { EffortBooks } from '../../src/modules/effort/commands/effort-books.js';
import { WriteLedger } from '../../src/modules/effort/commands/write-ledger.js';
import { EffortRepository } from '../../src/modules/effort/persistence/effort.repository.js';
import { LateEffortRepository } from '../../src/modules/effort/persistence/late-effort.repository.js';
import { ClosedPeriods } from '../../src/modules/effort/queries/closed-periods.js';
import { EffortEntries } from '../../src/modules/effort/queries/effort-entries.js';
import { EffortLedger } from '../../src/modules/effort/queries/effort-ledger.js';
import { EffortSplits } from '../../src/modules/effort/queries/effort-splits.js';
import { EffortSums } from '../../src/modules/effort/queries/effort-sums.js';
import { EffortSurroundings } from '../../src/modules/effort/queries/effort-surroundings.js';
import { MakeFirstAdmin } from '../../src/modules/identity/commands/make-first-admin.js';
import { Users } from '../../src/modules/identity/queries/users.js';
import { CreateInitiative } from '../../src/modules/initiatives/commands/create-initiative.js';
import { InitiativeFollowers } from '../../src/modules/initiatives/commands/initiative-followers.js';
import { InitiativeTrail } from '../../src/modules/initiatives/commands/initiative-trail.js';
import { MoveInitiative } from '../../src/modules/initiatives/commands/move-initiative.js';
import { UpdateInitiative } from '../../src/modules/initiatives/commands/update-initiative.js';
import { WriteInitiativeChange } from '../../src/modules/initiatives/commands/write-initiative-change.js';
import { InitiativeRepository, type Visit } from '../../src/modules/initiatives/persistence/initiative.repository.js';
import { InitiativeSurroundings } from '../../src/modules/initiatives/queries/initiative-surroundings.js';
import { Initiatives } from '../../src/modules/initiatives/queries/initiatives.js';
import { CreatePortfolio } from '../../src/modules/portfolios/commands/create-portfolio.js';
import { PublishScheme } from '../../src/modules/portfolios/commands/publish-scheme.js';
import { AllocationSchemes } from '../../src/modules/portfolios/queries/allocation-schemes.js';
import { Portfolios, type Portfolio } from '../../src/modules/portfolios/queries/portfolios.js';
import { SettledKnowledge } from '../../src/modules/portfolios/queries/settled-knowledge.js';
import { PublishTemplate } from '../../src/modules/templates/commands/publish-template.js';
import { Templates } from '../../src/modules/templates/queries/templates.js';
import { Clock, GivenClock } from '../../src/platform/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { JobQueue } from '../../src/platform/jobs/job-queue.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const instant = (text: string) => text as Instant;
const day = (text: string) => text as CalendarDate;
const NOW = instant('2026-04-02T10:00:00.000Z');
const QUARTER = { from: day('2026-01-01'), to: day('2026-03-31'), asOf: null };

const PROVIDERS = [
  AllocationSchemes,
  AppendAudit,
  AuditEvents,
  ...CLASSIFICATION_PROVIDERS,
  ClosedPeriods,
  Connections,
  CreateInitiative,
  CreatePortfolio,
  Database,
  DeleteEffort,
  EffortBooks,
  SettledKnowledge,
  EffortEntries,
  EffortLedger,
  EffortRepository,
  EffortSplits,
  EffortSums,
  EffortSurroundings,
  EnterEffort,
  InitiativeFollowers,
  InitiativeRepository,
  Initiatives,
  JobQueue,
  InitiativeSurroundings,
  InitiativeTrail,
  LateEffortRepository,
  LateQueue,
  MakeFirstAdmin,
  MoveInitiative,
  Portfolios,
  PublishScheme,
  PublishTemplate,
  RecordEffort,
  RelinkLater,
  TakeBackEffort,
  Templates,
  UnitOfWork,
  UpdateInitiative,
  Users,
  WriteInitiativeChange,
  WriteLedger,
];

let database: TestDatabase;
let clock: GivenClock;
let viewer: Viewer;
let get: <T>(type: abstract new (...parameters: never[]) => T) => T;

beforeAll(async () => {
  database = await createTestDatabase();
  clock = new GivenClock(NOW);
  const module = await Test.createTestingModule({
    providers: [...PROVIDERS, { provide: DataSource, useValue: database.source }, { provide: Clock, useValue: clock }],
  }).compile();
  get = (type) => module.get(type);
  await get(PublishTemplate).ship(DEFAULT_TEMPLATE);
  const admin = await get(MakeFirstAdmin).run(null);
  viewer = { userId: admin!.userId, isInstanceAdmin: true, roles: new Map() };
});

afterAll(() => database.drop());

const made = <T>(result: { ok: true; value: T } | { ok: false; refusals: readonly unknown[] }): T => {
  if (!result.ok) {
    throw new Error(JSON.stringify(result.refusals));
  }
  return result.value;
};

let portfolios = 0;

/** A portfolio of its own with so many initiatives, called KEY-1 and on. */
const room = async ({ initiatives = 1, timeZone = 'UTC', businessUnits = [] as (string | null)[] } = {}): Promise<{
  portfolio: Portfolio;
  initiatives: Initiative[];
}> => {
  clock.set(NOW);
  portfolios += 1;
  const key = `ROOM${portfolios}`;
  const portfolio = made(await get(CreatePortfolio).run(viewer, { key, name: key, timeZone, templateKey: null }));
  const entered: Initiative[] = [];
  for (let index = 0; index < initiatives; index += 1) {
    entered.push(
      made(
        await get(CreateInitiative).run(viewer, {
          portfolioKey: key,
          name: `Initiative ${index + 1}`,
          problem: 'Claims wait.',
          valueThesis: 'PRODUCTIVITY',
          solutionType: null,
          investmentClass: 'CORE',
          riskTier: 'LIMITED',
          businessUnit: businessUnits[index] ?? null,
          ownerId: null,
          sponsorId: null,
          defaultCategoryKey: null,
          templateKey: null,
          externalRef: null,
        }),
      ),
    );
  }
  return { portfolio, initiatives: entered };
};

let ids = 0;

const entry = (initiative: Initiative, other: Partial<EffortDraft> = {}): EffortDraft => ({
  initiativeKey: initiative.key,
  categoryKey: null,
  amount: decimal('6'),
  unit: 'HOURS',
  workedOn: day('2026-03-10'),
  person: null,
  note: null,
  ...NO_TRAITS,
  source: 'jira',
  externalId: `id-${(ids += 1)}`,
  method: 'WORKLOG',
  problems: [],
  ...other,
});

const record = async (portfolio: Portfolio, ...entries: EffortDraft[]) =>
  made(await get(RecordEffort).run(viewer, portfolio.key, entries));

const split = (portfolio: Portfolio, grouping: EffortGrouping = 'NONE', window = {}) =>
  get(EffortSplits).ofPortfolio(portfolio, { ...QUARTER, ...window }, grouping);

const ledgerOf = async (portfolio: Portfolio) =>
  (await get(EffortEntries).page(portfolio.id, {}, { first: 100 })).nodes.map(
    ({ personDays, workedOn, externalId }) => [externalId, workedOn, personDays],
  );

const count = async (sql: string, ...parameters: unknown[]): Promise<number> =>
  (await get(Database).row<{ count: number }>(`SELECT count(*) AS count FROM ${sql}`, parameters))!.count;

describe('the quarter of story 5', () => {
  it('is told to the tenth, from what was recorded over two initiatives', async () => {
    const { portfolio, initiatives } = await room({ initiatives: 2 });
    const [one, two] = initiatives as [Initiative, Initiative];
    const booked = await record(
      portfolio,
      entry(one, {
        categoryKey: 'ALGORITHMS',
        amount: decimal('546'),
        unit: 'PERSON_DAYS',
        workedOn: day('2026-01-01'),
      }),
      entry(two, {
        categoryKey: 'TECHNOLOGY_DATA',
        amount: decimal('446'),
        unit: 'PERSON_DAYS',
        workedOn: day('2026-03-31'),
      }),
      entry(one, { categoryKey: 'PEOPLE_PROCESS', amount: decimal('1984'), unit: 'HOURS' }),
      entry(two, { amount: decimal('60'), unit: 'PERSON_DAYS' }),
      entry(two, {
        categoryKey: 'PEOPLE_PROCESS',
        amount: decimal('9'),
        unit: 'PERSON_DAYS',
        workedOn: day('2025-12-31'),
      }),
      entry(two, {
        categoryKey: 'PEOPLE_PROCESS',
        amount: decimal('9'),
        unit: 'PERSON_DAYS',
        workedOn: day('2026-04-01'),
      }),
    );
    expect(booked).toMatchObject({ recorded: 6, duplicates: 0, corrected: 0, refused: 0 });

    const figures = await split(portfolio);
    expect(figures).toMatchObject({
      personDays: '1300',
      uncategorizedPersonDays: '60',
      coveragePercent: '95.4',
      scheme: { key: 'effort-70-20-10', version: 1 },
    });
    expect(
      figures.shares.map(({ category, personDays, percent, deviationPoints, verdict }) => [
        category.key,
        personDays,
        percent,
        deviationPoints,
        verdict,
      ]),
    ).toEqual([
      ['PEOPLE_PROCESS', '248', '20.0', '-50.0', 'UNDER'],
      ['TECHNOLOGY_DATA', '446', '36.0', '16.0', 'OVER'],
      ['ALGORITHMS', '546', '44.0', '34.0', 'OVER'],
    ]);

    const scope = {};
    const ofInitiative = (initiative: Initiative, window = {}) =>
      get(EffortSplits).ofInitiative.load(scope, initiative.id, {
        portfolioId: portfolio.id,
        from: null,
        to: null,
        asOf: null,
        ...window,
      });
    const [ofOne, ofTwo, ofTwoInQuarter] = await Promise.all([
      ofInitiative(one),
      ofInitiative(two),
      ofInitiative(two, QUARTER),
    ]);
    expect(ofOne).toMatchObject({
      from: '2026-01-01',
      to: '2026-04-02',
      personDays: '794',
      coveragePercent: '100.0',
      groups: [],
    });
    expect(ofTwo).toMatchObject({ from: '2025-12-31', to: '2026-04-02', personDays: '524' });
    expect(ofTwoInQuarter).toMatchObject({
      from: '2026-01-01',
      to: '2026-03-31',
      personDays: '506',
      uncategorizedPersonDays: '60',
    });
  });
});

describe('what is sent again', () => {
  it('is one entry, whether in one batch, in the next, or at the same time', async () => {
    const { portfolio, initiatives } = await room();
    const sent = entry(initiatives[0]!, { person: 'ada', externalId: 'worklog-1' });
    const atOnce = await Promise.all(Array.from({ length: 8 }, () => record(portfolio, sent)));
    expect(atOnce.map((result) => result.rows[0]!.status).sort()).toEqual([
      ...Array<string>(7).fill('DUPLICATE'),
      'RECORDED',
    ]);
    expect(await record(portfolio, sent, { ...sent, amount: decimal('6.0') })).toMatchObject({
      recorded: 0,
      duplicates: 2,
    });
    expect(await ledgerOf(portfolio)).toEqual([['worklog-1', '2026-03-10', '0.75']]);
    expect(
      await count(
        'audit_event WHERE chain = $1 AND body LIKE $2',
        `initiative:${initiatives[0]!.id}`,
        '%effort.recorded%',
      ),
    ).toBe(1);
  });

  it('with other values is a reversal and a new entry, and asOf tells what was known before', async () => {
    const { portfolio, initiatives } = await room();
    const sent = entry(initiatives[0]!, { person: 'ada', externalId: 'worklog-1', categoryKey: 'PEOPLE_PROCESS' });
    await record(portfolio, sent);
    clock.set(instant('2026-04-03T10:00:00.000Z'));
    expect(await record(portfolio, { ...sent, amount: decimal('4'), workedOn: day('2026-02-10') })).toMatchObject({
      corrected: 1,
      recorded: 0,
    });

    expect((await ledgerOf(portfolio)).sort()).toEqual([
      ['worklog-1', '2026-02-10', '0.5'],
      ['worklog-1', '2026-03-10', '-0.75'],
      ['worklog-1', '2026-03-10', '0.75'],
    ]);
    expect((await split(portfolio, 'MONTH')).groups.map(({ key, personDays }) => [key, personDays])).toEqual([
      ['2026-02', '0.5'],
    ]);
    expect(
      (await split(portfolio, 'MONTH', { asOf: NOW })).groups.map(({ key, personDays }) => [key, personDays]),
    ).toEqual([['2026-03', '0.75']]);
    expect(await split(portfolio, 'NONE', { asOf: instant('2026-04-02T09:59:59.999Z') })).toMatchObject({
      personDays: '0',
      coveragePercent: '0.0',
    });
    expect(
      await count(
        `effort_day WHERE portfolio_id = $1 AND person = 'ada' AND (worked_on, hours) IN (('2026-03-10', 0), ('2026-02-10', 4))`,
        portfolio.id,
      ),
    ).toBe(2);
  });

  it('after a deletion stands again; deleting twice is no mistake, and the trail is whole', async () => {
    const { portfolio, initiatives } = await room();
    const sent = entry(initiatives[0]!, { person: 'ada', externalId: 'worklog-1' });
    await record(portfolio, sent);
    const remove = () => get(DeleteEffort).run(viewer, portfolio.key, 'jira', ['worklog-1', 'never-seen', 'worklog-1']);
    expect(await remove()).toEqual(accept({ deleted: 1, queued: 0 }));
    expect(await remove()).toEqual(accept({ deleted: 0, queued: 0 }));
    expect(await split(portfolio)).toMatchObject({ personDays: '0' });
    expect(await count('effort_day WHERE portfolio_id = $1 AND hours = 0', portfolio.id)).toBe(1);
    expect(await record(portfolio, sent)).toMatchObject({ recorded: 1 });
    expect(await record(portfolio, sent)).toMatchObject({ duplicates: 1 });
    expect(await split(portfolio)).toMatchObject({ personDays: '0.75' });
    const facts = await get(EffortLedger).factsOf([initiatives[0]!.id]);
    expect(
      facts
        .get(initiatives[0]!.id)
        ?.map(({ personDays, ...fact }) => ({ ...fact, personDays: formatDecimal(decimal(personDays)) })),
    ).toMatchObject(
      ['0.75', '-0.75', '0.75'].map((personDays) => ({
        personDays,
        categoryKey: null,
        workedOn: '2026-03-10',
        recordedAt: NOW,
      })),
    );
    expect(await get(AuditEvents).verify(portfolio.id)).toMatchObject({ ok: true });
  });
});

describe("a person's 24 hours a day", () => {
  it('hold exactly 12 of 20 bookings of 2 hours that come at the same time', async () => {
    const { portfolio, initiatives } = await room({ initiatives: 2 });
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        record(portfolio, entry(initiatives[index % 2]!, { person: 'ada', amount: decimal('2') })),
      ),
    );
    const rows = results.flatMap((result) => result.rows);
    expect(rows.filter((row) => row.status === 'RECORDED')).toHaveLength(12);
    expect(rows.filter((row) => row.status === 'REFUSED').map((row) => row.refusals[0]?.code)).toEqual(
      Array<string>(8).fill('OVER_CAPACITY'),
    );
    expect(await split(portfolio)).toMatchObject({ personDays: '3' });
  });

  it('are the same whatever order the batches name the people in', async () => {
    const { portfolio, initiatives } = await room();
    const people = Array.from({ length: 40 }, (_, index) => `person-${index}`);
    const batch = (order: readonly string[]) =>
      record(portfolio, ...order.map((person) => entry(initiatives[0]!, { person, amount: decimal('8') })));
    const results = await Promise.all([
      batch(people),
      batch(people.toReversed()),
      batch(people),
      batch(people.toReversed()),
    ]);
    expect(results.map(({ recorded }) => recorded).reduce((a, b) => a + b)).toBe(120);
    expect(results.map(({ refused }) => refused).reduce((a, b) => a + b)).toBe(40);
    expect(await count('effort_day WHERE portfolio_id = $1 AND hours = 24', portfolio.id)).toBe(40);
  });
});

describe('a batch', () => {
  it('takes the good rows and refuses the bad ones each by itself', async () => {
    const { portfolio, initiatives } = await room();
    const other = await room();
    const [own, foreign] = [initiatives[0]!, other.initiatives[0]!];
    const result = await record(
      portfolio,
      entry(own),
      entry(own, { amount: decimal('0') }),
      entry(foreign),
      entry(own, { categoryKey: 'RESEARCH', workedOn: day('2026-04-04') }),
      entry(own, { workedOn: day('2026-04-03') }),
      entry(own, { person: '  ', externalId: ' ' }),
      entry(own, {
        initiativeKey: 'half \ud800',
        problems: [{ code: 'INVALID', message: 'It cannot be stored.', field: ['entries', '6', 'initiativeKey'] }],
      }),
    );
    expect(result).toMatchObject({ recorded: 2, refused: 5 });
    expect(
      result.rows.map(({ status, refusals }) => [
        status,
        ...refusals.map(({ code, field }) => `${code} ${field?.join('.') ?? ''}`),
      ]),
    ).toEqual([
      ['RECORDED'],
      ['REFUSED', 'INVALID entries.1.amount'],
      ['REFUSED', 'NOT_FOUND entries.2.initiativeKey'],
      ['REFUSED', 'INVALID entries.3.workedOn', 'NOT_FOUND entries.3.categoryKey'],
      ['RECORDED'],
      ['REFUSED', 'INVALID entries.5.externalId', 'INVALID entries.5.person'],
      ['REFUSED', 'INVALID entries.6.initiativeKey'],
    ]);
  });

  it('of 5,000 rows is taken in seconds, and one of 5,001 is refused whole', async () => {
    const { portfolio, initiatives } = await room();
    const rows = Array.from({ length: 5_000 }, (_, index) =>
      entry(initiatives[0]!, {
        person: `person-${index % 100}`,
        workedOn: day(`2026-03-${String(1 + (Math.floor(index / 100) % 28)).padStart(2, '0')}`),
        amount: decimal('1'),
        labels: ['a', 'b"c'],
      }),
    );
    const begun = performance.now();
    expect(await record(portfolio, ...rows)).toMatchObject({ recorded: 5_000, refused: 0 });
    expect(performance.now() - begun).toBeLessThan(15_000);
    expect(await record(portfolio, ...rows)).toMatchObject({ duplicates: 5_000 });
    expect(await split(portfolio)).toMatchObject({ personDays: '625' });
    expect(await get(RecordEffort).run(viewer, portfolio.key, [...rows, entry(initiatives[0]!)])).toMatchObject({
      ok: false,
      refusals: [{ code: 'INVALID', field: ['entries'] }],
    });
  });

  it('is NOT_FOUND to who is no member, and FORBIDDEN to a member who only reads', async () => {
    const { portfolio, initiatives } = await room();
    const send = (roles: Viewer['roles']) =>
      get(RecordEffort).run({ userId: viewer.userId, isInstanceAdmin: false, roles }, portfolio.key, [
        entry(initiatives[0]!),
      ]);
    expect(await send(new Map())).toMatchObject({
      ok: false,
      refusals: [{ code: 'NOT_FOUND', field: ['portfolioKey'] }],
    });
    await expect(send(new Map([[portfolio.id, ['REVIEWER']]]))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await send(new Map([[portfolio.id, ['INTEGRATION']]]))).toMatchObject({ ok: true, value: { recorded: 1 } });
  });
});

describe('groups', () => {
  it('come by key, with the effort of each, and without those that have none', async () => {
    const { portfolio, initiatives } = await room({ initiatives: 3, businessUnits: ['Claims', null, 'Claims'] });
    const [one, two, three] = initiatives as [Initiative, Initiative, Initiative];
    await record(
      portfolio,
      entry(one, { person: 'bob', amount: decimal('8'), workedOn: day('2026-02-01'), categoryKey: 'PEOPLE_PROCESS' }),
      entry(two, { person: 'Ada', amount: decimal('8'), workedOn: day('2026-03-01') }),
      entry(three, { amount: decimal('16'), workedOn: day('2026-04-01') }),
      entry(three, { amount: decimal('8'), workedOn: day('2025-12-31'), externalId: 'gone' }),
    );
    await get(DeleteEffort).run(viewer, portfolio.key, 'jira', ['gone']);
    const groups = async (grouping: EffortGrouping) =>
      (await split(portfolio, grouping, { from: day('2025-01-01'), to: day('2026-04-02') })).groups.map(
        ({ key, label, personDays, coveragePercent }) => [key, label, personDays, coveragePercent],
      );

    expect(await groups('NONE')).toEqual([]);
    expect(await groups('INITIATIVE')).toEqual([
      [one.key, 'Initiative 1', '1', '100.0'],
      [two.key, 'Initiative 2', '1', '0.0'],
      [three.key, 'Initiative 3', '2', '0.0'],
    ]);
    expect(await groups('BUSINESS_UNIT')).toEqual([
      ['', 'No business unit', '1', '0.0'],
      ['Claims', 'Claims', '3', '33.3'],
    ]);
    expect(await groups('VALUE_THESIS')).toEqual([['PRODUCTIVITY', 'Productivity', '4', '25.0']]);
    expect(await groups('PERSON')).toEqual([
      ['', 'No person', '2', '0.0'],
      ['Ada', 'Ada', '1', '0.0'],
      ['bob', 'bob', '1', '100.0'],
    ]);
    expect(await groups('MONTH')).toEqual([
      ['2026-02', 'February 2026', '1', '100.0'],
      ['2026-03', 'March 2026', '1', '0.0'],
      ['2026-04', 'April 2026', '2', '0.0'],
    ]);
    expect(await groups('QUARTER')).toEqual([
      ['2026-Q1', 'Q1 2026', '2', '50.0'],
      ['2026-Q2', 'Q2 2026', '2', '0.0'],
    ]);
    expect(await groups('STAGE_CATEGORY')).toEqual([['INTAKE', 'Intake', '4', '25.0']]);
  });

  it('name business units as they were known at asOf', async () => {
    const { portfolio, initiatives } = await room({ businessUnits: ['Claims'] });
    await record(portfolio, entry(initiatives[0]!));
    clock.set(instant('2026-04-03T10:00:00.000Z'));
    made(await get(UpdateInitiative).run(viewer, initiatives[0]!.id, { businessUnit: null }, 1));
    expect((await split(portfolio, 'BUSINESS_UNIT')).groups.map(({ key }) => key)).toEqual(['']);
    expect((await split(portfolio, 'BUSINESS_UNIT', { asOf: NOW })).groups.map(({ key }) => key)).toEqual(['Claims']);
  });
});

describe('the operationalisation share', () => {
  it('counts work of days at whose end the initiative stood in pilot or production, in the zone of the portfolio', async () => {
    const { portfolio, initiatives } = await room({ timeZone: 'America/New_York' });
    let initiative = initiatives[0]!;
    const moveTo = async (stageKey: string, at: string): Promise<void> => {
      initiative = made(
        await get(UnitOfWork).run(async (tx) =>
          accept(await get(MoveInitiative).toStage(tx, initiative, stageKey, { at: instant(at), by: viewer.userId })),
        ),
      );
    };
    // 22:30 of the 4th in New York, then 20:30 of the 6th.
    await moveTo('pilot', '2026-04-05T02:30:00.000Z');
    await moveTo('poc', '2026-04-07T00:30:00.000Z');
    clock.set(instant('2026-04-10T00:00:00.000Z'));
    const days = ['2026-04-01', '2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06', '2026-04-07'];
    await record(
      portfolio,
      ...days.map((workedOn, index) =>
        entry(initiative, { workedOn: day(workedOn), amount: decimal(String(2 ** index)), unit: 'PERSON_DAYS' }),
      ),
    );

    const april = { from: day('2026-04-01'), to: day('2026-04-30') };
    const figures = await split(portfolio, 'STAGE_CATEGORY', april);
    expect(figures.groups.map(({ key, personDays }) => [key, personDays])).toEqual([
      ['INTAKE', '3'],
      ['PILOT', '12'],
      ['POC', '48'],
    ]);
    expect(figures).toMatchObject({ personDays: '63', operationalisationPercent: '19.0' });
  });

  it('as of an instant goes by the stages that were recorded then, whatever was re-dated since', async () => {
    const { portfolio, initiatives } = await room();
    let initiative = initiatives[0]!;
    const redate = async (visits: readonly Visit[], at: string): Promise<void> => {
      const stamp = { at: instant(at), by: viewer.userId };
      const repository = get(InitiativeRepository);
      initiative = made(
        await get(UnitOfWork).run(async (tx) => accept(await repository.redate(tx, initiative, visits, stamp))),
      );
    };
    const since = (stageKey: string): readonly Visit[] => [
      { stageKey, enteredAt: instant('2026-03-01T00:00:00.000Z'), leftAt: null },
    ];
    await redate(since('pilot'), '2026-04-02T11:00:00.000Z');
    await record(portfolio, entry(initiative));
    await redate(since('poc'), '2026-04-05T11:00:00.000Z');

    const share = async (asOf: string | null) =>
      (await split(portfolio, 'STAGE_CATEGORY', { asOf })).operationalisationPercent;
    // The effort was recorded at ten, the first visit to the pilot at eleven.
    expect(await share('2026-04-02T10:30:00.000Z')).toBe('0.0');
    expect(await share('2026-04-02T11:00:00.000Z')).toBe('100.0');
    expect(await share('2026-04-05T10:59:59.999Z')).toBe('100.0');
    expect(await share('2026-04-05T11:00:00.000Z')).toBe('0.0');
    expect(await share(null)).toBe('0.0');
  });
});

describe('a period', () => {
  it('does not end before it begins, and has at most 100 years', async () => {
    const { portfolio, initiatives } = await room();
    await expect(split(portfolio, 'NONE', { from: day('2026-04-01') })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    await expect(split(portfolio, 'NONE', { from: day('1926-01-01') })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    await expect(split(portfolio, 'NONE', { from: day('2026-03-31') })).resolves.toMatchObject({ personDays: '0' });
    const future = { portfolioId: portfolio.id, from: day('2026-04-03'), to: null, asOf: null };
    await expect(get(EffortSplits).ofInitiative.load({}, initiatives[0]!.id, future)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('the ledger', () => {
  it('is read page by page, the last day worked first, and by filter', async () => {
    const { portfolio, initiatives } = await room({ initiatives: 2 });
    const [one, two] = initiatives as [Initiative, Initiative];
    const sent = Array.from({ length: 7 }, (_, index) =>
      entry(index < 4 ? one : two, {
        workedOn: day(`2026-03-0${1 + Math.floor(index / 2)}`),
        externalId: `page-${index}`,
        categoryKey: index % 2 === 0 ? 'ALGORITHMS' : null,
      }),
    );
    await record(portfolio, ...sent);
    const list = get(EffortEntries);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await list.page(portfolio.id, {}, { first: 3, after });
      seen.push(...page.nodes.map((node) => node.externalId));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(['page-6', 'page-5', 'page-4', 'page-3', 'page-2', 'page-1', 'page-0']);

    const found = async (filter: Parameters<EffortEntries['page']>[1]) =>
      (await list.page(portfolio.id, filter, { first: 100 })).nodes.map((node) => node.externalId);
    expect(await found({ initiativeKey: two.key })).toEqual(['page-6', 'page-5', 'page-4']);
    expect(await found({ initiativeKey: 'NOBODY-1' })).toEqual([]);
    expect(await found({ from: day('2026-03-02'), to: day('2026-03-02') })).toEqual(['page-3', 'page-2']);
    expect(await found({ categoryKey: 'ALGORITHMS' })).toEqual(['page-6', 'page-4', 'page-2', 'page-0']);
    expect(await found({ uncategorised: true })).toEqual(['page-5', 'page-3', 'page-1']);
    expect(await found({ uncategorised: false })).toEqual(['page-6', 'page-4', 'page-2', 'page-0']);
    const edited = Buffer.from(JSON.stringify(['effortEntries', 'someday', 'nothing'])).toString('base64url');
    await expect(list.page(portfolio.id, {}, { first: 3, after: edited })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('the scheme in force', () => {
  it('is the newest version that is valid by then, and the earliest before all of them', async () => {
    const { portfolio } = await room();
    // In one statement: at its end the targets of each must add up.
    await database.source.query(
      `WITH scheme AS (
         INSERT INTO allocation_scheme (id, portfolio_id, key, version, valid_from, coverage_floor_percent, published_at, published_by)
         SELECT gen_random_uuid(), $1, 'later', v, d::date, 50.50, $2, $3 FROM (VALUES (2, '2026-07-01'), (3, '2026-06-01'), (4, '2027-01-01')) AS s (v, d)
         RETURNING id, portfolio_id
       )
       INSERT INTO allocation_category (scheme_id, key, portfolio_id, position, name, target_percent, tolerance_points)
       SELECT id, 'ALGORITHMS', portfolio_id, 1, 'All', 100.0, 2.50 FROM scheme`,
      [portfolio.id, NOW, viewer.userId],
    );
    const versionOn = async (on: string) => (await get(AllocationSchemes).inForce(portfolio.id, day(on))).version;
    expect(
      await Promise.all(['1990-01-01', '2026-05-31', '2026-06-01', '2026-07-01', '2027-01-01'].map(versionOn)),
    ).toEqual([1, 1, 3, 3, 4]);
    expect(await get(AllocationSchemes).inForce(portfolio.id, day('2026-06-01'))).toMatchObject({
      coverageFloorPercent: '50.5',
      categories: [{ key: 'ALGORITHMS', targetPercent: '100', tolerancePoints: '2.5' }],
    });
  });
});
