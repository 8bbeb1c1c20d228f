import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import fc from 'fast-check';
import { ProductModule } from '../../src/app.module.js';
import { SYSTEM_USER_ID } from '../../src/domain/access/system-user.js';
import { addDays, dateAt, startOfDay, type CalendarDate } from '../../src/domain/basics/calendar-date.js';
import type { DayCount } from '../../src/domain/basics/day-counts.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import type { InitiativeStatus } from '../../src/domain/initiatives/initiative.js';
import { AGING_LEVELS, agingLevelOf, agingThresholds, type AgingLevel } from '../../src/domain/pipeline/aging.js';
import { LAST_ACTIVITY_AT, LAST_ACTIVITY_OF_DAY } from '../../src/modules/initiatives/queries/activity-sql.js';
import { AgingLevels } from '../../src/modules/initiatives/queries/aging-levels.js';
import type { InitiativeFilter } from '../../src/modules/initiatives/queries/initiative-filter.js';
import { InitiativeList } from '../../src/modules/initiatives/queries/initiative-list.js';
import { StageAgings } from '../../src/modules/initiatives/queries/stage-agings.js';
import type { Portfolio } from '../../src/modules/portfolios/queries/portfolios.js';
import { GivenClock } from '../../src/platform/clock.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

// Half past midnight of 9 July in Berlin, the evening of 8 July in New York.
const NOW = '2026-07-08T22:30:00.000Z' as Instant;
const STAGES = ['discovery', 'poc', 'pilot', 'scale'] as const;

interface Template {
  readonly id: string;
  readonly key: string;
  readonly boxes: Readonly<Record<string, number | null>>;
}

const template = (key: string, ...boxes: (number | null)[]): Template => ({
  id: randomUUID(),
  key,
  boxes: Object.fromEntries(STAGES.map((stage, index) => [stage, boxes[index] ?? null])),
});

/** Two versions with other time boxes, and a template of its own with stages of the same names. */
const TEMPLATES = [template('steps', 45, 90, null, 60), template('steps', 30, 120, 60, null), template('other', 5, 5)];
const PORTFOLIOS: readonly Portfolio[] = [
  ['BER', 'Europe/Berlin'],
  ['NYC', 'America/New_York'],
].map(([key, timeZone]) => ({
  id: randomUUID(),
  key: key!,
  name: key!,
  timeZone: timeZone!,
  templateId: TEMPLATES[0]!.id,
  createdAt: NOW,
}));

/** An initiative as the test makes it up, with what the domain needs to judge it. */
interface Subject {
  readonly id: string;
  readonly number: number;
  readonly portfolio: Portfolio;
  readonly template: Template;
  readonly stageKey: string;
  readonly status: InitiativeStatus;
  readonly runs: boolean;
  readonly days: number;
  /** How many days ago, by what and by whom something was done. */
  readonly activities: readonly { readonly kind: string; readonly ago: number; readonly bySystem: boolean }[];
  /** Days in stages it has left. */
  readonly left: Readonly<Record<string, number>>;
}

const KINDS = ['EVIDENCE', 'CHANGE', 'EFFORT', 'EFFORT_TAKEN_BACK', 'MEASUREMENT', 'STATUS_UPDATE'];

const someSubject = fc
  .record({
    portfolio: fc.constantFrom(...PORTFOLIOS),
    template: fc.constantFrom(TEMPLATES[0]!, TEMPLATES[0]!, TEMPLATES[1]!, TEMPLATES[2]!),
    stageKey: fc.constantFrom(...STAGES, 'poc', 'poc'),
    status: fc.constantFrom<InitiativeStatus[]>('ACTIVE', 'ACTIVE', 'ACTIVE', 'ON_HOLD', 'KILLED', 'RETIRED'),
    runs: fc.boolean(),
    // Many of the same length, so that an order by days alone would not do.
    days: fc.oneof(fc.nat(150), fc.constantFrom(63, 64, 90, 91, 120, 121)),
    activities: fc.array(
      fc.record({
        kind: fc.constantFrom(...KINDS),
        ago: fc.oneof(fc.integer({ min: 27, max: 32 }), fc.nat(90)),
        bySystem: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    left: fc.dictionary(fc.constantFrom(...STAGES), fc.nat(150), { maxKeys: 3 }),
  })
  .map((made) => ({ ...made, runs: made.runs && made.status === 'ACTIVE' }));

const SUBJECTS: readonly Subject[] = fc
  .sample(someSubject, { numRuns: 400, seed: 20260709 })
  .map(({ left, ...made }, index) => ({
    ...made,
    id: randomUUID(),
    number: index + 1,
    left: Object.fromEntries(Object.entries(left).filter(([stage]) => stage !== made.stageKey)),
  }));

let database: TestDatabase;
let context: INestApplicationContext;
const clock = new GivenClock(NOW);
const person = randomUUID();

const insert = (table: string, row: Readonly<Record<string, unknown>>): Promise<unknown> => {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  return database.source.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
    Object.values(row),
  );
};

const todayIn = ({ timeZone }: Portfolio): CalendarDate => dateAt(clock.now(), timeZone);

const effort = async (subject: Subject, on: CalendarDate, by: string, isTakenBack: boolean): Promise<void> => {
  const entry = {
    id: randomUUID(),
    portfolio_id: subject.portfolio.id,
    initiative_id: subject.id,
    category_source: 'NONE',
    amount: '8',
    unit: 'HOURS',
    person_days: '1',
    worked_on: on,
    labels: [],
    source: 'test',
    external_id: randomUUID(),
    revision: 1,
    method: 'MANUAL',
    is_reversal: false,
    recorded_at: NOW,
    recorded_by: by,
  };
  await insert('effort_entry', entry);
  if (isTakenBack) {
    await insert('effort_entry', {
      ...entry,
      id: randomUUID(),
      is_reversal: true,
      reverses_id: entry.id,
      person_days: '-1',
      recorded_by: person,
    });
  }
};

const measurement = async (subject: Subject, on: CalendarDate, by: string): Promise<void> => {
  const portfolio_id = subject.portfolio.id;
  const kpi = randomUUID();
  await insert('kpi', { id: kpi, portfolio_id, initiative_id: subject.id, created_at: NOW });
  await insert('kpi_measurement', {
    id: randomUUID(),
    kpi_id: kpi,
    portfolio_id,
    value: '1',
    measured_on: on,
    source: 'test',
    recorded_at: NOW,
    recorded_by: by,
  });
};

const doSomething = (
  subject: Subject,
  { kind, ago, bySystem }: Subject['activities'][number],
  index: number,
): Promise<unknown> => {
  const by = bySystem ? SYSTEM_USER_ID : person;
  const on = addDays(todayIn(subject.portfolio), -ago);
  // The first moment of the day, where a day too few or too many would show.
  const at = startOfDay(on, subject.portfolio.timeZone);
  const of = { portfolio_id: subject.portfolio.id, initiative_id: subject.id };
  switch (kind) {
    case 'EVIDENCE':
      return insert('evidence', {
        ...of,
        id: randomUUID(),
        criterion_key: 'any',
        kind: 'DOCUMENT',
        summary: 'Why',
        content: {},
        effective_on: on,
        submitted_at: at,
        submitted_by: by,
      });
    case 'CHANGE':
      return insert('initiative_revision', {
        ...of,
        version: index + 1,
        risk_tier: 'LIMITED',
        attributes: {},
        recorded_at: at,
        recorded_by: by,
      });
    case 'STATUS_UPDATE':
      return insert('status_update', {
        ...of,
        id: randomUUID(),
        health: 'AT_RISK',
        text: 'Two weeks late',
        posted_at: at,
        posted_by: by,
      });
    case 'MEASUREMENT':
      return measurement(subject, on, by);
    default:
      return effort(subject, on, by, kind === 'EFFORT_TAKEN_BACK');
  }
};

const enter = async (subject: Subject): Promise<void> => {
  const { id, portfolio, number, stageKey } = subject;
  const template_id = subject.template.id;
  const since = addDays(todayIn(portfolio), -subject.days);
  await database.source.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO initiative (id, portfolio_id, number, key, name, problem, value_thesis, investment_class, risk_tier, owner_id,
         template_id, stage_key, status, version, created_at, updated_at, clock_since, clock_days)
       VALUES ($1, $2, $3, $4, 'Name', 'Slow', 'COST', 'CORE', 'LIMITED', $5, $6, $7, $8, 1, $9, $9, $10, $11)`,
      [
        id,
        portfolio.id,
        number,
        `${portfolio.key}-${number}`,
        person,
        template_id,
        stageKey,
        subject.status,
        NOW,
        subject.runs ? since : null,
        subject.runs ? null : subject.days,
      ],
    );
    await tx.query(
      `INSERT INTO stage_visit (id, initiative_id, portfolio_id, template_id, stage_key, entered_at, is_open, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, true, $6)`,
      [randomUUID(), id, portfolio.id, template_id, stageKey, startOfDay(since, portfolio.timeZone)],
    );
  });
  for (const [stage_key, days] of Object.entries(subject.left)) {
    const of = { initiative_id: id, portfolio_id: portfolio.id, template_key: subject.template.key };
    await insert('stage_total', { ...of, stage_key, days });
  }
  for (const [index, activity] of subject.activities.entries()) {
    await doSomething(subject, activity, index);
  }
};

beforeAll(async () => {
  database = await createTestDatabase();
  context = await NestFactory.createApplicationContext(ProductModule.on({ source: database.source, clock }), {
    logger: false,
    abortOnError: false,
  });
  await insert('app_user', { id: person, name: 'Ada', email: 'ada@example.org', created_at: NOW });
  for (const [index, { id, key, boxes }] of TEMPLATES.entries()) {
    await insert('workflow_template', { id, key, version: index === 1 ? 2 : 1, name: key, published_at: NOW });
    for (const [position, stage] of STAGES.entries()) {
      await insert('template_stage', {
        template_id: id,
        key: stage,
        position: position + 1,
        name: stage,
        category: stage === 'poc' ? 'POC' : 'PILOT',
        time_box_days: boxes[stage],
        wip_limit: stage === 'poc' ? 3 : null,
      });
    }
  }
  for (const { id, key, name, timeZone, templateId } of PORTFOLIOS) {
    await insert('portfolio', { id, key, name, time_zone: timeZone, template_id: templateId, created_at: NOW });
  }
  for (const subject of SUBJECTS) {
    await enter(subject);
  }
}, 120_000);

afterAll(async () => {
  await context.close();
  await database.drop();
});

const daysOf = (subject: Subject, on = todayIn(subject.portfolio)): number =>
  subject.days +
  (subject.runs ? Math.round((Date.parse(on) - Date.parse(dateAt(NOW, subject.portfolio.timeZone))) / 86_400_000) : 0);

const exitsOf = ({ portfolio, template: { key }, stageKey }: Subject): readonly DayCount[] =>
  SUBJECTS.filter((other) => other.portfolio === portfolio && other.template.key === key).flatMap(({ left }) =>
    left[stageKey] === undefined ? [] : [{ days: left[stageKey], count: 1 }],
  );

/** The level by the domain, from all that the test knows. */
const levelOf = (subject: Subject): AgingLevel => {
  const quiet = subject.activities
    .filter(({ kind, bySystem }) => kind !== 'EFFORT_TAKEN_BACK' && !bySystem)
    .map(({ ago }) => ago);
  const today = todayIn(subject.portfolio);
  return agingLevelOf({
    days: daysOf(subject),
    thresholds: agingThresholds(exitsOf(subject)),
    timeBoxDays: subject.template.boxes[subject.stageKey] ?? null,
    status: subject.status,
    lastActivityOn: quiet.length === 0 ? null : addDays(today, -Math.min(...quiet)),
    today,
  });
};

const inPortfolio = (portfolio: Portfolio): readonly Subject[] =>
  SUBJECTS.filter((subject) => subject.portfolio === portfolio);

const list = async (portfolio: Portfolio, filter: InitiativeFilter, first = 100): Promise<string[]> => {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const page = await context.get(InitiativeList).page(portfolio, filter, 'DAYS_IN_STAGE_DESC', { first, after });
    ids.push(...page.nodes.map(({ id }) => id));
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) {
      return ids;
    }
  }
};

/** By days, most first, then by id, last first. */
const inOrder = (subjects: readonly Subject[], on?: CalendarDate): string[] =>
  subjects.toSorted((a, b) => daysOf(b, on) - daysOf(a, on) || (a.id < b.id ? 1 : -1)).map(({ id }) => id);

describe('the level that the database tells', () => {
  it('is that of the domain, for every initiative of random portfolios', async () => {
    const told = await context.get(AgingLevels).ofInitiatives(SUBJECTS.map(({ id }) => id));
    const wrong = SUBJECTS.filter((subject) => told.get(subject.id) !== levelOf(subject)).map((subject) => ({
      ...subject,
      told: told.get(subject.id),
      expected: levelOf(subject),
    }));
    expect(wrong).toEqual([]);
    // All of them occur, so that none is right by never being told.
    const counts = AGING_LEVELS.map((level) => [...told.values()].filter((each) => each === level).length);
    expect(Math.min(...counts)).toBeGreaterThan(5);
  });

  it('is told against the exits of the own portfolio and template, of which some are enough and some too few', () => {
    const enough = SUBJECTS.map((subject) => exitsOf(subject).length >= 10);
    expect(new Set(enough).size).toBe(2);
  });
});

describe('initiatives by days in stage', () => {
  it.each(PORTFOLIOS.map((portfolio) => [portfolio.key, portfolio] as const))(
    'come in order page by page, whether their clock runs or stands, in %s',
    async (_, portfolio) => {
      expect(await list(portfolio, {}, 7)).toEqual(inOrder(inPortfolio(portfolio)));
      expect(await list(portfolio, {})).toEqual(inOrder(inPortfolio(portfolio)));
    },
  );

  it.each(AGING_LEVELS)('can be those that are %s only', async (level) => {
    for (const portfolio of PORTFOLIOS) {
      const expected = inPortfolio(portfolio).filter((subject) => levelOf(subject) === level);
      expect(await list(portfolio, { agingLevels: [level] }, 9)).toEqual(inOrder(expected));
      const { totalCount } = await context
        .get(InitiativeList)
        .page(portfolio, { agingLevels: [level] }, 'KEY_ASC', { first: 1 });
      expect(await totalCount).toBe(expected.length);
    }
  });

  it('pass several levels and other conditions together, and nothing for no level at all', async () => {
    const [portfolio] = PORTFOLIOS;
    const expected = inPortfolio(portfolio!).filter(
      (subject) => ['STUCK', 'ZOMBIE'].includes(levelOf(subject)) && subject.stageKey === 'poc',
    );
    expect(expected.length).toBeGreaterThan(3);
    expect(await list(portfolio!, { agingLevels: ['ZOMBIE', 'STUCK'], stageKeys: ['poc'] })).toEqual(inOrder(expected));
    expect(await list(portfolio!, { agingLevels: [] })).toEqual([]);
  });

  it('are neither repeated nor left out when midnight passes between two pages', async () => {
    const [portfolio] = PORTFOLIOS;
    const today = todayIn(portfolio!);
    const pages = context.get(InitiativeList);
    const first = await pages.page(portfolio!, {}, 'DAYS_IN_STAGE_DESC', { first: 60 });
    clock.set('2026-07-09T22:30:00.000Z' as Instant);
    try {
      const ids = first.nodes.map(({ id }) => id);
      for (let after = first.pageInfo.endCursor; after !== null;) {
        const next = await pages.page(portfolio!, {}, 'DAYS_IN_STAGE_DESC', { first: 60, after });
        ids.push(...next.nodes.map(({ id }) => id));
        after = next.pageInfo.hasNextPage ? next.pageInfo.endCursor : null;
      }
      expect(ids).toEqual(inOrder(inPortfolio(portfolio!), today));
    } finally {
      clock.set(NOW);
    }
  });

  it.each([
    ['a day', ['2026-13-01', 5, randomUUID()]],
    ['days', ['2026-07-09', 'many', randomUUID()]],
    ['an initiative', ['2026-07-09', 5, 'nobody']],
  ])('go on after no cursor without %s', async (_, values) => {
    const after = Buffer.from(JSON.stringify(['initiatives:DAYS_IN_STAGE_DESC', ...values])).toString('base64url');
    await expect(
      context.get(InitiativeList).page(PORTFOLIOS[0]!, {}, 'DAYS_IN_STAGE_DESC', { first: 5, after }),
    ).rejects.toThrow('after is not a cursor of this list');
  });

  it('by key break on no number of a cursor either', async () => {
    const cursor = ['initiatives:KEY_ASC', Number.MAX_SAFE_INTEGER, randomUUID()];
    const after = Buffer.from(JSON.stringify(cursor)).toString('base64url');
    const page = await context.get(InitiativeList).page(PORTFOLIOS[0]!, {}, 'KEY_ASC', { first: 5, after });
    expect(page.nodes).toEqual([]);
  });

  it.each([Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER])('break on no cursor of %s days', async (days) => {
    const cursor = ['initiatives:DAYS_IN_STAGE_DESC', '0001-01-01', days, randomUUID()];
    const after = Buffer.from(JSON.stringify(cursor)).toString('base64url');
    const page = await context.get(InitiativeList).page(PORTFOLIOS[0]!, {}, 'DAYS_IN_STAGE_DESC', { first: 5, after });
    expect(page.nodes.length).toBeLessThanOrEqual(5);
  });
});

describe('the aging of a portfolio', () => {
  it.each(PORTFOLIOS.map((portfolio) => [portfolio.key, portfolio] as const))(
    'counts who is ACTIVE or ON_HOLD in each stage, by level, in %s',
    async (_, portfolio) => {
      const rows = await context.get(StageAgings).ofPortfolio(portfolio, null);
      expect(rows.map(({ stage }) => stage.key)).toEqual(STAGES);
      for (const { stage, count, levels, exits, wipLimit, overWip, ...told } of rows) {
        const own = inPortfolio(portfolio).filter((subject) => subject.template.key === 'steps');
        const standing = own.filter(
          ({ stageKey, status }) => stageKey === stage.key && (status === 'ACTIVE' || status === 'ON_HOLD'),
        );
        const left = own.flatMap((subject) => subject.left[stage.key] ?? []);
        expect(stage.timeBoxDays).toBe(TEMPLATES[1]!.boxes[stage.key]);
        expect({ count, exits, ...told }).toEqual({
          count: standing.length,
          exits: left.length,
          ...(agingThresholds(left.map((each) => ({ days: each, count: 1 }))) ?? { p50: null, p70: null, p85: null }),
        });
        expect(levels).toEqual(
          AGING_LEVELS.map((level) => ({
            level,
            count: standing.filter((subject) => levelOf(subject) === level).length,
          })),
        );
        expect(overWip).toBe(wipLimit !== null && count > wipLimit);
      }
      expect(rows.some(({ overWip }) => overWip)).toBe(true);
    },
  );
});

describe('the last activity of an initiative', () => {
  it('is found from the end of an index, however much there was before', async () => {
    const runner = database.source.createQueryRunner();
    try {
      // A small table is read whole because it is small: what counts is whether an index could be gone by.
      await runner.query('SET enable_seqscan = off; SET enable_bitmapscan = off');
      const rows: { 'QUERY PLAN': string }[] = await runner.query(
        `EXPLAIN SELECT ${LAST_ACTIVITY_AT}, ${LAST_ACTIVITY_OF_DAY} FROM initiative i CROSS JOIN (SELECT now() AS at) s`,
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      for (const index of ['evidence_history_idx', 'status_update_history_idx']) {
        expect(plan).toMatch(new RegExp(`Limit.*\\n\\s+->  Index (Only )?Scan Backward using ${index}`));
      }
      expect(plan).toMatch(/Index Scan Backward using rest_facts_idx/);
    } finally {
      await runner.query('RESET enable_seqscan; RESET enable_bitmapscan');
      await runner.release();
    }
  });
});
