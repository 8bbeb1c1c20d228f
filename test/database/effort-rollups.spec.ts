import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { addDays } from '../../src/domain/basics/calendar-date.js';
import { decimal, formatDecimal, sum, type Decimal } from '../../src/domain/basics/decimal.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import { NO_TRAITS } from '../../src/domain/effort/classification-rule.js';
import { EFFORT_GROUPINGS, type EffortGrouping } from '../../src/domain/effort/effort-groups.js';
import { INVESTMENT_CLASSES, VALUE_THESES } from '../../src/domain/initiatives/initiative.js';
import { DeleteEffort } from '../../src/modules/effort/commands/delete-effort.js';
import { RecordEffort } from '../../src/modules/effort/commands/record-effort.js';
import { VerifyRollups } from '../../src/modules/effort/commands/verify-rollups.js';
import { EffortSums, type GroupSum } from '../../src/modules/effort/queries/effort-sums.js';
import { UpdateInitiative } from '../../src/modules/initiatives/commands/update-initiative.js';
import { Initiatives } from '../../src/modules/initiatives/queries/initiatives.js';
import { asOfBench, BEGINNING, made, type AsOfBench } from '../support/as-of-bench.js';
import { portfolioSums } from '../support/raw-effort.js';

const day = (text: string) => text as CalendarDate;
const TEMPLATE = 'ai-poc-to-production';
const CATEGORIES = ['PEOPLE_PROCESS', 'TECHNOLOGY_DATA', 'ALGORITHMS', null] as const;
const PEOPLE = ['ada', 'bob', null] as const;
const UNITS = ['Claims', 'Sales', null] as const;
const STAGES = ['discovery', 'poc', 'pilot', 'operate'] as const;

type Step =
  | {
      verb: 'record';
      rows: {
        id: number;
        initiative: number;
        category: number;
        person: number;
        daysAgo: number;
        quarters: number;
      }[];
    }
  | { verb: 'delete'; ids: number[] }
  | { verb: 'describe'; initiative: number; unit: number; thesis: number; investmentClass: number }
  | { verb: 'redate'; initiative: number; stages: { stage: number; daysAgo: number }[] }
  | { verb: 'fold'; limit: number }
  | { verb: 'ask'; grouping: EffortGrouping; from: number; length: number };

const upTo = (max: number) => fc.integer({ min: 0, max });
const daysAgo = fc.oneof(upTo(40), upTo(400));

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      verb: fc.constant('record' as const),
      rows: fc.array(
        fc.record({
          id: upTo(9),
          initiative: upTo(2),
          category: upTo(3),
          person: upTo(2),
          daysAgo,
          quarters: fc.integer({ min: 1, max: 16 }),
        }),
        { minLength: 1, maxLength: 5 },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ verb: fc.constant('delete' as const), ids: fc.array(upTo(9), { maxLength: 3 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      verb: fc.constant('describe' as const),
      initiative: upTo(2),
      unit: upTo(2),
      thesis: upTo(4),
      investmentClass: upTo(2),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      verb: fc.constant('redate' as const),
      initiative: upTo(2),
      stages: fc.array(fc.record({ stage: upTo(3), daysAgo }), { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('fold' as const), limit: fc.constantFrom(1, 3, 1000) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      verb: fc.constant('ask' as const),
      grouping: fc.constantFrom(...EFFORT_GROUPINGS),
      from: daysAgo,
      length: upTo(200),
    }),
  },
);

let bench: AsOfBench;

beforeAll(async () => {
  bench = await asOfBench();
});

afterAll(() => bench.close());

/** Sums that come to something, in an order of their own. */
const shown = (sums: readonly Pick<GroupSum, 'key' | 'name' | 'categoryKey' | 'personDays'>[]): readonly string[] => {
  const byGroup = new Map<string, Decimal[]>();
  for (const { key, name, categoryKey, personDays } of sums) {
    const group = JSON.stringify([key, name, categoryKey]);
    byGroup.set(group, [...(byGroup.get(group) ?? []), personDays]);
  }
  return [...byGroup]
    .map(([group, parts]) => [group, formatDecimal(sum(parts))] as const)
    .filter(([, total]) => total !== '0')
    .map(([group, total]) => `${group} ${total}`)
    .sort();
};

interface Question {
  readonly grouping: EffortGrouping;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly asOf: Instant | null;
}

const ask = async ({ grouping, ...window }: Question) => {
  const { total, groups } = await bench.context.get(EffortSums).ofPortfolio(bench.portfolio, window, grouping);
  const operational = sum(total.map(({ operationalPersonDays }) => operationalPersonDays ?? decimal('0')));
  return {
    total: shown(total.map((row) => ({ ...row, key: '', name: null }))),
    operational: formatDecimal(operational),
    groups: shown(groups),
  };
};

/** The same from the ledger, row by row. */
const fromLedger = async ({ grouping, from, to, asOf }: Question) => {
  const parameters = [bench.portfolio.id, bench.portfolio.timeZone, from, to, asOf];
  const all = await bench.rows<GroupSum>(portfolioSums('NONE'), parameters);
  return {
    total: shown(all.map((row) => ({ ...row, key: '', name: null }))),
    operational: formatDecimal(sum(all.map(({ operationalPersonDays }) => operationalPersonDays!))),
    groups: grouping === 'NONE' ? [] : shown(await bench.rows<GroupSum>(portfolioSums(grouping), parameters)),
  };
};

let histories = 0;
/** Time only goes on, also from one history to the next: they share the ledger. */
let hours = 0;

const play = async (steps: readonly Step[]): Promise<void> => {
  histories += 1;
  const { context, clock, portfolio, people } = bench;
  const refs = [0, 1, 2].map((index) => `ref-${histories}-${index}`);
  for (const ref of refs) {
    await bench.importRow(ref, TEMPLATE, [['intake', '2025-01-01T00:00:00.000Z']]);
  }
  const rows = await bench.rows<{ id: string; key: string; externalRef: string }>(
    'SELECT id, key, external_ref AS "externalRef" FROM initiative WHERE external_ref = ANY ($1)',
    [refs],
  );
  const initiatives = refs.map((ref) => rows.find(({ externalRef }) => externalRef === ref)!);
  const source = `source-${histories}`;
  const told: { question: Question; answer: Awaited<ReturnType<typeof ask>> }[] = [];

  for (const each of steps) {
    hours += 7;
    clock.set(new Date(Date.parse(BEGINNING) + hours * 3_600_000).toISOString() as Instant);
    const today = day(clock.now().slice(0, 10));
    switch (each.verb) {
      case 'record':
        made(
          await context.get(RecordEffort).run(
            people.manager,
            portfolio.key,
            each.rows.map((row) => ({
              initiativeKey: initiatives[row.initiative]!.key,
              categoryKey: CATEGORIES[row.category]!,
              amount: decimal(String(row.quarters / 4)),
              unit: 'HOURS',
              workedOn: addDays(today, -row.daysAgo),
              person: PEOPLE[row.person]!,
              note: null,
              ...NO_TRAITS,
              source,
              externalId: `${row.id}`,
              method: 'WORKLOG',
              problems: [],
            })),
          ),
        );
        break;
      case 'delete':
        made(
          await context.get(DeleteEffort).run(
            people.manager,
            portfolio.key,
            source,
            each.ids.map((id) => `${id}`),
          ),
        );
        break;
      case 'describe': {
        const [initiative] = await context.get(Initiatives).byIds([initiatives[each.initiative]!.id]);
        const change = {
          businessUnit: UNITS[each.unit]!,
          valueThesis: VALUE_THESES[each.thesis]!,
          investmentClass: INVESTMENT_CLASSES[each.investmentClass]!,
        };
        made(await context.get(UpdateInitiative).run(people.manager, initiative!.id, change, initiative!.version));
        break;
      }
      case 'redate': {
        const entered = each.stages
          .map(({ stage, daysAgo: days }) => [STAGES[stage]!, `${addDays(today, -days)}T22:30:00.000Z`] as const)
          .sort(([, a], [, b]) => (a < b ? -1 : 1));
        const isForward = entered.every(([, at], index) => index === 0 || at > entered[index - 1]![1]);
        if (isForward && entered.at(-1)![1] <= clock.now()) {
          await bench.importRow(refs[each.initiative]!, TEMPLATE, entered);
        }
        break;
      }
      case 'fold':
        await bench.rows('SELECT effort_fold($1)', [each.limit]);
        break;
      case 'ask': {
        const from = addDays(today, -each.from);
        const question = { grouping: each.grouping, from, to: addDays(from, each.length), asOf: clock.now() };
        const answer = await ask(question);
        expect(answer).toEqual(await fromLedger(question));
        expect(await ask({ ...question, asOf: null })).toEqual(answer);
        told.push({ question, answer });
      }
    }
  }

  for (const { question, answer } of told) {
    expect(await ask(question)).toEqual(answer);
    const now = { ...question, asOf: null };
    expect(await ask(now)).toEqual(await fromLedger(now));
  }
  expect(await context.get(VerifyRollups).run(false)).toEqual([
    { portfolioKey: portfolio.key, sums: 0, identities: 0, days: 0, mended: 0 },
  ]);
};

describe('the rollups of effort', () => {
  it('come to what the ledger comes to, now and as of then, after any history', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), play), {
      numRuns: 25,
      endOnFailure: false,
    });
  });
});
