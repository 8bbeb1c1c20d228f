import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { decimal, formatDecimal, sum } from '../../src/domain/basics/decimal.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import { NO_TRAITS } from '../../src/domain/effort/classification-rule.js';
import type { EffortDraft } from '../../src/domain/effort/effort-entry.js';
import { EFFORT_GROUPINGS, type EffortGrouping } from '../../src/domain/effort/effort-groups.js';
import { periodsOf } from '../../src/domain/effort/periods.js';
import type { StageCategory } from '../../src/domain/gates/gate.js';
import {
  INVESTMENT_CLASSES,
  VALUE_THESES,
  type InvestmentClass,
  type ValueThesis,
} from '../../src/domain/initiatives/initiative.js';
import { DeleteEffort } from '../../src/modules/effort/commands/delete-effort.js';
import { RecordEffort } from '../../src/modules/effort/commands/record-effort.js';
import { EffortEntries, type EffortFilter } from '../../src/modules/effort/queries/effort-entries.js';
import { EffortSplits } from '../../src/modules/effort/queries/effort-splits.js';
import { UpdateInitiative } from '../../src/modules/initiatives/commands/update-initiative.js';
import { Initiatives } from '../../src/modules/initiatives/queries/initiatives.js';
import { PublishScheme } from '../../src/modules/portfolios/commands/publish-scheme.js';
import { asOfBench, BEGINNING, made, type AsOfBench } from '../support/as-of-bench.js';

const TEMPLATE = 'ai-poc-to-production';
const FROM = '2025-12-01' as CalendarDate;
const TO = '2026-04-30' as CalendarDate;
const CATEGORIES = ['PEOPLE_PROCESS', 'TECHNOLOGY_DATA', 'ALGORITHMS', null] as const;
const PEOPLE = ['ada', 'bob', null] as const;
const UNITS = ['Claims', 'Sales', null] as const;
const STAGES = ['discovery', 'poc', 'pilot', 'operate'] as const;

interface Row {
  readonly id: number;
  readonly initiative: number;
  readonly category: number;
  readonly person: number;
  readonly day: number;
  readonly quarters: number;
}

/** One of the steps of which the life of three initiatives is made. */
interface Step {
  readonly rows: readonly Row[];
  readonly deleted: readonly number[];
  readonly described: {
    readonly initiative: number;
    readonly unit: number;
    readonly thesis: number;
    readonly investmentClass: number;
  };
  readonly redated: {
    readonly initiative: number;
    readonly stages: readonly { readonly stage: number; readonly day: number }[];
  };
}

const upTo = (max: number) => fc.integer({ min: 0, max });

const step: fc.Arbitrary<Step> = fc.record({
  rows: fc.array(
    fc.record({
      id: upTo(15),
      initiative: upTo(2),
      category: upTo(3),
      person: upTo(2),
      day: upTo(90),
      quarters: fc.integer({ min: 1, max: 8 }),
    }),
    { minLength: 3, maxLength: 8 },
  ),
  deleted: fc.array(upTo(15), { maxLength: 2 }),
  described: fc.record({ initiative: upTo(2), unit: upTo(2), thesis: upTo(4), investmentClass: upTo(2) }),
  redated: fc.record({
    initiative: upTo(2),
    stages: fc.array(fc.record({ stage: upTo(3), day: upTo(80) }), { minLength: 1, maxLength: 3 }),
  }),
});

let bench: AsOfBench;
let histories = 0;
let hours = 0;

beforeAll(async () => {
  bench = await asOfBench();
});

afterAll(() => bench.close());

const passAnHour = (): void => {
  hours += 1;
  bench.clock.set(new Date(Date.parse(BEGINNING) + hours * 3_600_000).toISOString() as Instant);
};

/** Three new initiatives that came in on the first day; their keys, ids and references. */
const threeInitiatives = async () => {
  histories += 1;
  const refs = [0, 1, 2].map((index) => `ref-${histories}-${index}`);
  for (const ref of refs) {
    await bench.importRow(ref, TEMPLATE, [['intake', `${addDays(FROM, 10)}T00:00:00.000Z`]]);
  }
  const found = await bench.rows<{ id: string; key: string; ref: string }>(
    'SELECT id, key, external_ref AS ref FROM initiative WHERE external_ref = ANY ($1)',
    [refs],
  );
  return refs.map((ref) => found.find((each) => each.ref === ref)!);
};

const draftOf = (initiativeKey: string, source: string, row: Row): EffortDraft => ({
  initiativeKey,
  categoryKey: CATEGORIES[row.category]!,
  amount: decimal(String(row.quarters / 4)),
  unit: 'HOURS',
  workedOn: addDays(FROM, row.day),
  person: PEOPLE[row.person]!,
  note: null,
  labels: [],
  components: [],
  ticketType: null,
  projectKey: null,
  connectionId: null,
  source,
  externalId: `${row.id}`,
  method: 'WORKLOG',
  problems: [],
});

const record = async (drafts: readonly EffortDraft[]): Promise<void> => {
  const recorded = await bench.context.get(RecordEffort).run(bench.people.manager, bench.portfolio.key, drafts);
  expect(made(recorded).refused).toBe(0);
};

const play = async (
  { rows, deleted, described, redated }: Step,
  source: string,
  initiatives: readonly { id: string; key: string; ref: string }[],
) => {
  const { context, people, portfolio } = bench;
  passAnHour();
  await record(rows.map((row) => draftOf(initiatives[row.initiative]!.key, source, row)));
  passAnHour();
  made(await context.get(DeleteEffort).run(people.manager, portfolio.key, source, deleted.map(String)));
  const [initiative] = await context.get(Initiatives).byIds([initiatives[described.initiative]!.id]);
  const change = {
    businessUnit: UNITS[described.unit]!,
    valueThesis: VALUE_THESES[described.thesis]!,
    investmentClass: INVESTMENT_CLASSES[described.investmentClass]!,
  };
  made(await context.get(UpdateInitiative).run(people.manager, initiative!.id, change, initiative!.version));
  const entered = redated.stages
    .map(({ stage, day }) => [STAGES[stage]!, `${addDays(FROM, day)}T22:30:00.000Z`] as const)
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
  if (entered.every(([, at], index) => index === 0 || at > entered[index - 1]![1])) {
    await bench.importRow(initiatives[redated.initiative]!.ref, TEMPLATE, entered);
  }
};

/** The filter that opens a group: what a board would ask for. */
const filterOf = (grouping: EffortGrouping, key: string): EffortFilter => {
  const period = (by: 'MONTH' | 'QUARTER') =>
    periodsOf({ from: FROM, to: TO }, by)
      .filter((each) => each.key === key)
      .map(({ from, to }) => ({ from, to }))[0]!;
  const filters: Readonly<Record<EffortGrouping, () => EffortFilter>> = {
    NONE: () => ({}),
    INITIATIVE: () => ({ initiativeKey: key }),
    BUSINESS_UNIT: () => ({ businessUnit: key }),
    STAGE_CATEGORY: () => ({ stageCategory: key as StageCategory }),
    VALUE_THESIS: () => ({ valueThesis: key as ValueThesis }),
    INVESTMENT_CLASS: () => ({ investmentClass: key as InvestmentClass }),
    PERSON: () => ({ person: key }),
    MONTH: () => period('MONTH'),
    QUARTER: () => period('QUARTER'),
  };
  return { from: FROM, to: TO, ...filters[grouping]() };
};

/** All entries that a filter lets through, page by page; each comes once. */
const drill = async (filter: EffortFilter) => {
  const list = bench.context.get(EffortEntries);
  const nodes: Awaited<ReturnType<typeof list.page>>['nodes'][number][] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list.page>> = await list.page(bench.portfolio.id, filter, {
      first: 7,
      after,
    });
    nodes.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  return nodes;
};

const personDaysIn = async (filter: EffortFilter) =>
  formatDecimal(sum((await drill(filter)).map(({ personDays }) => personDays)));

const everyGroupOpens = async (asOf: Instant | null): Promise<void> => {
  for (const grouping of EFFORT_GROUPINGS) {
    const split = await bench.context
      .get(EffortSplits)
      .ofPortfolio(bench.portfolio, { from: FROM, to: TO, asOf }, grouping);
    expect(await personDaysIn({ from: FROM, to: TO, asOf })).toBe(split.personDays);
    for (const group of split.groups) {
      expect([grouping, group.key, await personDaysIn({ ...filterOf(grouping, group.key), asOf })]).toEqual([
        grouping,
        group.key,
        group.personDays,
      ]);
    }
    for (const { category, personDays } of split.shares) {
      expect(await personDaysIn({ from: FROM, to: TO, categoryKey: category.key, asOf })).toBe(personDays);
    }
    expect(await personDaysIn({ from: FROM, to: TO, uncategorised: true, schemeOn: TO, asOf })).toBe(
      split.uncategorizedPersonDays,
    );
  }
};

describe('every group of a report', () => {
  it('opens in the ledger to entries that sum up to it, now and as of then', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 4 }), async (steps) => {
        const initiatives = await threeInitiatives();
        const source = `source-${histories}`;
        const [first, ...rest] = steps;
        await play(first!, source, initiatives);
        const then = bench.clock.now();
        passAnHour();
        for (const each of rest) {
          await play(each, source, initiatives);
        }
        await everyGroupOpens(null);
        await everyGroupOpens(then);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('keeps its pages as of an instant, whatever is recorded meanwhile', async () => {
    const [initiative] = await threeInitiatives();
    const source = `source-${histories}`;
    const row = (id: number, day: number): Row => ({ id, initiative: 0, category: 0, person: 2, day, quarters: 4 });
    passAnHour();
    await record([1, 2, 3, 4, 5].map((id) => draftOf(initiative!.key, source, row(id, 20 + id))));
    const asOf = bench.clock.now();
    const list = bench.context.get(EffortEntries);
    const page = (after: string | null) => list.page(bench.portfolio.id, { source, asOf }, { first: 2, after });
    const one = await page(null);
    passAnHour();
    await record([draftOf(initiative!.key, source, row(6, 22)), draftOf(initiative!.key, source, row(3, 21))]);
    const two = await page(one.pageInfo.endCursor);
    const three = await page(two.pageInfo.endCursor);
    expect([one, two, three].flatMap(({ nodes }) => nodes.map(({ externalId }) => externalId))).toEqual([
      '5',
      '4',
      '3',
      '2',
      '1',
    ]);
    expect(three.pageInfo.hasNextPage).toBe(false);
  });

  it('narrows by tool, method, and where the category comes from', async () => {
    const [initiative] = await threeInitiatives();
    const source = `source-${histories}`;
    passAnHour();
    const row = (id: number, category: number): Row => ({
      id,
      initiative: 0,
      category,
      person: 0,
      day: 1,
      quarters: 4,
    });
    await record([
      draftOf(initiative!.key, source, row(1, 0)),
      { ...draftOf(initiative!.key, source, row(2, 3)), method: 'ESTIMATED' },
      draftOf(initiative!.key, `${source}-other`, row(3, 1)),
    ]);
    const found = async (filter: EffortFilter) =>
      (await drill({ initiativeKey: initiative!.key, ...filter })).map(({ externalId }) => externalId).sort();
    expect(await found({ source })).toEqual(['1', '2']);
    expect(await found({ source: `${source}-other` })).toEqual(['3']);
    expect(await found({ method: 'ESTIMATED' })).toEqual(['2']);
    expect(await found({ categorySource: 'NONE' })).toEqual(['2']);
    expect(await found({ categorySource: 'STATED' })).toEqual(['1', '3']);
    expect(await found({ ruleName: 'no such rule' })).toEqual([]);
    expect(await found({ person: '' })).toEqual([]);
    expect(await found({ person: 'ada', source })).toEqual(['1', '2']);
  });
});

describe('the report', () => {
  it('is the same in whatever order and batches the rows arrive', async () => {
    const rows = fc.array(
      fc.record({
        initiative: upTo(2),
        category: upTo(3),
        person: upTo(2),
        day: upTo(90),
        quarters: fc.integer({ min: 1, max: 4 }),
      }),
      { minLength: 2, maxLength: 12 },
    );
    let year = 0;
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.integer({ min: 1, max: 5 }),
        fc.infiniteStream(fc.nat(1_000)),
        async (sent, size, order) => {
          const numbers = [...order.take(sent.length)];
          const shuffled = sent
            .map((row, index) => ({ row, index }))
            .sort((a, b) => numbers[a.index]! - numbers[b.index]!);
          // Each arrival in years of its own, so that the reports are apart and the days of people too.
          const arrive = async (order_: readonly { row: Omit<Row, 'id'>; index: number }[], batch: number) => {
            year += 1;
            const begin = `${1950 + year}-01-01` as CalendarDate;
            const initiatives = await threeInitiatives();
            const source = `source-${histories}`;
            for (let place = 0; place < order_.length; place += batch) {
              passAnHour();
              await record(
                order_.slice(place, place + batch).map(({ row, index }) => ({
                  ...draftOf(initiatives[row.initiative]!.key, source, { ...row, id: index }),
                  workedOn: addDays(begin, row.day),
                })),
              );
            }
            const { asked, from, to, groups, ...report } = await bench.context
              .get(EffortSplits)
              .ofPortfolio(bench.portfolio, { from: begin, to: addDays(begin, 120), asOf: null }, 'PERSON');
            expect([asked!.of, from, to]).toEqual(['PORTFOLIO', begin, addDays(begin, 120)]);
            return { ...report, groups };
          };
          const together = await arrive(
            sent.map((row, index) => ({ row, index })),
            sent.length,
          );
          expect(await arrive(shuffled, size)).toEqual(together);
        },
      ),
      { numRuns: 6, endOnFailure: true },
    );
  });
});

describe('what has no category of the scheme', () => {
  it('opens as the report counts it, with work on a category that the scheme of that day lacks', async () => {
    const { context, portfolio, people } = bench;
    const tolerancePoints = decimal('5');
    const half = { targetPercent: decimal('50'), tolerancePoints };
    made(
      await context.get(PublishScheme).run(people.designer, portfolio.key, {
        key: 'halves',
        validFrom: '2030-01-01' as CalendarDate,
        coverageFloorPercent: decimal('0'),
        categories: [
          { key: 'PEOPLE_PROCESS', name: 'People', ...half },
          { key: 'TECHNOLOGY_DATA', name: 'Technology', ...half },
        ],
      }),
    );
    const [initiative] = await threeInitiatives();
    bench.clock.set('2030-02-01T00:00:00.000Z' as Instant);
    const window = { from: '2030-01-01' as CalendarDate, to: '2030-01-31' as CalendarDate };
    const worked = (externalId: string, categoryKey: string | null, amount: string) => ({
      initiativeKey: initiative!.key,
      categoryKey,
      amount: decimal(amount),
      unit: 'PERSON_DAYS' as const,
      workedOn: '2030-01-10' as CalendarDate,
      person: null,
      note: null,
      ...NO_TRAITS,
      source: 'halves',
      externalId,
      method: 'WORKLOG' as const,
      problems: [],
    });
    made(
      await context
        .get(RecordEffort)
        .run(people.manager, portfolio.key, [
          worked('1', 'ALGORITHMS', '2'),
          worked('2', null, '1'),
          worked('3', 'PEOPLE_PROCESS', '4'),
        ]),
    );
    const split = await context.get(EffortSplits).ofPortfolio(portfolio, { ...window, asOf: null }, 'NONE');
    expect(split).toMatchObject({ personDays: '7', uncategorizedPersonDays: '3' });
    expect(await personDaysIn({ ...window, uncategorised: true, schemeOn: window.to })).toBe('3');
    expect(await personDaysIn({ ...window, uncategorised: false, schemeOn: window.to })).toBe('4');
    expect(await personDaysIn({ ...window, uncategorised: true })).toBe('1');
  });
});
