import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { decimal } from '../../src/domain/basics/decimal.js';
import { instantOf, millisecondsOf, type Instant } from '../../src/domain/basics/instant.js';
import { NO_TRAITS, type ClassificationRule } from '../../src/domain/effort/classification-rule.js';
import { classifierOf } from '../../src/domain/effort/classify.js';
import type { Days } from '../../src/domain/effort/days.js';
import type { EffortDraft } from '../../src/domain/effort/effort-entry.js';
import { Scheduler } from '../../src/jobs/schedule/scheduler.js';
import { AuditEvents } from '../../src/modules/audit/queries/audit-events.js';
import { ClosePeriod } from '../../src/modules/effort/commands/close-period.js';
import { DeleteEffort } from '../../src/modules/effort/commands/delete-effort.js';
import { PreviewRules } from '../../src/modules/effort/commands/preview-rules.js';
import { PublishRules } from '../../src/modules/effort/commands/publish-rules.js';
import { ReclassifyEffort } from '../../src/modules/effort/commands/reclassify-effort.js';
import { RecordEffort } from '../../src/modules/effort/commands/record-effort.js';
import { ReopenPeriod } from '../../src/modules/effort/commands/reopen-period.js';
import { VerifyRollups } from '../../src/modules/effort/commands/verify-rollups.js';
import { EffortSplits } from '../../src/modules/effort/queries/effort-splits.js';
import { UpdateInitiative } from '../../src/modules/initiatives/commands/update-initiative.js';
import { Initiatives } from '../../src/modules/initiatives/queries/initiatives.js';
import { CreatePortfolio } from '../../src/modules/portfolios/commands/create-portfolio.js';
import { CreateInitiative } from '../../src/modules/initiatives/commands/create-initiative.js';
import type { Portfolio } from '../../src/modules/portfolios/queries/portfolios.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { asOfBench, made, type AsOfBench } from '../support/as-of-bench.js';
import { until } from '../support/until.js';

const day = (text: string) => text as CalendarDate;
const NOW = '2026-05-04T10:00:00.000Z' as Instant;
const QUARTER: Days = { from: day('2026-01-01'), to: day('2026-03-31') };

let bench: AsOfBench;

beforeAll(async () => {
  bench = await asOfBench();
});

afterAll(() => bench.close());

beforeEach(() => {
  bench.clock.set(NOW);
});

const admin = () => ({ ...bench.people.manager, isInstanceAdmin: true });
const later = (milliseconds: number) => instantOf(millisecondsOf(bench.clock.now()) + milliseconds);

let rooms = 0;

/** A portfolio of its own with so many initiatives, called KEY-1 and on. */
const room = async (initiatives = 1): Promise<{ portfolio: Portfolio; ids: readonly string[] }> => {
  rooms += 1;
  const key = `RULES${rooms}`;
  const portfolio = made(
    await bench.context
      .get(CreatePortfolio)
      .run(admin(), { key, name: key, timeZone: 'Europe/Berlin', templateKey: null }),
  );
  const ids: string[] = [];
  for (let index = 0; index < initiatives; index += 1) {
    const initiative = await bench.context.get(CreateInitiative).run(admin(), {
      portfolioKey: key,
      name: `Initiative ${index + 1}`,
      problem: 'Claims wait.',
      valueThesis: 'PRODUCTIVITY',
      solutionType: null,
      investmentClass: 'CORE',
      riskTier: 'LIMITED',
      businessUnit: null,
      ownerId: null,
      sponsorId: null,
      defaultCategoryKey: null,
      templateKey: null,
      externalRef: null,
    });
    ids.push(made(initiative).id);
  }
  return { portfolio, ids };
};

const rule = (name: string, other: Partial<ClassificationRule>): ClassificationRule => ({
  name,
  connectionId: null,
  labels: [],
  components: [],
  ticketTypes: [],
  projectKeys: [],
  categoryKey: null,
  initiativeKey: null,
  criterionKey: null,
  ...other,
});

const CHANGE = rule('Change', { labels: ['change'], categoryKey: 'PEOPLE_PROCESS' });
const DATA = rule('Data', { projectKeys: ['DATA'], categoryKey: 'TECHNOLOGY_DATA' });

let sent = 0;

const entry = ({ key }: Portfolio, other: Partial<EffortDraft> & { initiative?: number } = {}): EffortDraft => {
  const { initiative = 1, ...rest } = other;
  return {
    ...NO_TRAITS,
    initiativeKey: `${key}-${initiative}`,
    categoryKey: null,
    amount: decimal('8'),
    unit: 'HOURS',
    workedOn: day('2026-03-10'),
    person: null,
    note: null,
    source: 'jira',
    externalId: `id-${(sent += 1)}`,
    method: 'WORKLOG',
    problems: [],
    ...rest,
  };
};

const record = async ({ key }: Portfolio, ...drafts: EffortDraft[]) =>
  made(await bench.context.get(RecordEffort).run(admin(), key, drafts));

const draftOf = (rules: readonly ClassificationRule[], dryRunFrom: string | null) => ({
  rules,
  dryRunFrom: dryRunFrom as CalendarDate | null,
});

const publish = async ({ key }: Portfolio, rules: readonly ClassificationRule[], from: string | null = null) =>
  made(await bench.context.get(PublishRules).run(admin(), key, draftOf(rules, from)));

const preview = async ({ key }: Portfolio, rules: readonly ClassificationRule[], from: string | null = null) =>
  made(await bench.context.get(PreviewRules).run(admin(), key, draftOf(rules, from)));

/** What a report says, without who was asked: a preview was asked nothing. */
const split = async (portfolio: Portfolio, window: Days = QUARTER, asOf: Instant | null = null) => {
  const { asked, ...report } = await bench.context
    .get(EffortSplits)
    .ofPortfolio(portfolio, { ...window, asOf }, 'NONE');
  expect(asked).toMatchObject({ of: 'PORTFOLIO' });
  return report;
};

interface Standing {
  readonly externalId: string;
  readonly labels: readonly string[];
  readonly categoryKey: string | null;
  readonly categorySource: string;
  readonly ruleName: string | null;
  readonly rulesVersion: number | null;
  readonly revision: number;
}

/** Runs the jobs, also those that were to wait for a while. */
const runJobs = async (): Promise<void> => {
  await bench.rows('SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) FROM graphile_worker.jobs');
  await bench.context.get(Scheduler).runAll();
};

/** What stands of a portfolio, by external id. */
const standing = ({ id }: Portfolio): Promise<Standing[]> =>
  bench.rows<Standing>(
    `SELECT e.external_id AS "externalId", e.category_key AS "categoryKey", e.category_source AS "categorySource",
       e.rule_name AS "ruleName", e.rules_version AS "rulesVersion", e.revision
     FROM effort_identity h JOIN effort_entry e ON e.id = h.entry_id AND e.worked_on = h.worked_on
     WHERE h.portfolio_id = $1 ORDER BY e.external_id`,
    [id],
  );

const ledgerRows = async ({ id }: Portfolio): Promise<number> =>
  (await bench.rows<{ count: number }>('SELECT count(*) FROM effort_entry WHERE portfolio_id = $1', [id]))[0]!.count;

const jobs = async ({ id }: Portfolio): Promise<number> =>
  (
    await bench.rows<{ count: number }>(
      `SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = 'reclassify-effort' AND split_part(key, ':', 2) = $1`,
      [id],
    )
  )[0]!.count;

describe('what is recorded', () => {
  it('is classified by what is stated, else the first matching rule, else the default, else not at all', async () => {
    const { portfolio, ids } = await room(2);
    await bench.context.get(UpdateInitiative).run(admin(), ids[1]!, { defaultCategoryKey: 'ALGORITHMS' }, 1);
    await publish(portfolio, [
      rule('Links', { labels: ['change'], initiativeKey: `${portfolio.key}-1` }),
      CHANGE,
      DATA,
    ]);
    await record(
      portfolio,
      entry(portfolio, { externalId: 'a', labels: ['Change'], projectKey: 'DATA', categoryKey: 'ALGORITHMS' }),
      entry(portfolio, { externalId: 'b', labels: [' CHANGE'], projectKey: 'DATA' }),
      entry(portfolio, { externalId: 'c', projectKey: 'data', initiative: 2 }),
      entry(portfolio, { externalId: 'd', initiative: 2 }),
      entry(portfolio, { externalId: 'e', labels: ['changes'] }),
    );
    const told = await standing(portfolio);
    expect(
      told.map(({ externalId, categoryKey, categorySource, ruleName, rulesVersion }) => [
        externalId,
        categoryKey,
        categorySource,
        ruleName,
        rulesVersion,
      ]),
    ).toEqual([
      ['a', 'ALGORITHMS', 'STATED', null, null],
      ['b', 'PEOPLE_PROCESS', 'RULE', 'Change', 1],
      ['c', 'TECHNOLOGY_DATA', 'RULE', 'Data', 1],
      ['d', 'ALGORITHMS', 'DEFAULT', null, 1],
      ['e', null, 'NONE', null, 1],
    ]);
  });

  it('again is no correction because a rule gave it a category; a correction is classified by what is in force', async () => {
    const { portfolio } = await room();
    const worklog = entry(portfolio, { labels: ['change'], components: ['b', 'a'], ticketType: 'Task' });
    await record(portfolio, worklog);
    await publish(portfolio, [CHANGE]);
    expect(await record(portfolio, { ...worklog, components: ['a', 'b'] })).toMatchObject({ duplicates: 1 });
    expect(await record(portfolio, { ...worklog, labels: [], projectKey: 'DATA' })).toMatchObject({ corrected: 1 });
    expect(await standing(portfolio)).toMatchObject([{ categorySource: 'NONE', rulesVersion: 1, revision: 3 }]);
  });
});

describe('publishing rules', () => {
  it('takes back and enters again what they classify otherwise, the same but for the category', async () => {
    const { portfolio } = await room();
    await record(
      portfolio,
      entry(portfolio, { externalId: 'a', labels: ['change'], person: 'ada', note: 'Training', components: ['x'] }),
      entry(portfolio, { externalId: 'b', categoryKey: 'ALGORITHMS', labels: ['change'] }),
      entry(portfolio, { externalId: 'c' }),
      entry(portfolio, { externalId: 'd', labels: ['change'] }),
    );
    await bench.context.get(DeleteEffort).run(admin(), portfolio.key, 'jira', ['d']);
    bench.clock.set(later(60_000));
    const published = await publish(portfolio, [CHANGE]);
    expect(published).toMatchObject({ version: 1, changedEntries: 1, isFinished: true, closedEntries: 0 });
    expect(published.before).toMatchObject({ ...QUARTER, personDays: '3', uncategorizedPersonDays: '2' });
    expect(published.after).toMatchObject({ ...QUARTER, personDays: '3', uncategorizedPersonDays: '1' });
    expect(await split(portfolio)).toEqual(published.after);

    const trail = await bench.rows<Record<string, unknown>>(
      `SELECT revision, is_reversal AS "isReversal", category_key AS "categoryKey", person, note, labels, components, amount, unit,
         worked_on AS "workedOn", recorded_by AS by, recorded_at AS at
       FROM effort_entry WHERE portfolio_id = $1 AND external_id = 'a' ORDER BY recorded_at, is_reversal DESC, revision`,
      [portfolio.id],
    );
    const same = { person: 'ada', note: 'Training', labels: ['change'], components: ['x'], amount: '8', unit: 'HOURS' };
    expect(trail).toMatchObject([
      { revision: 1, isReversal: false, categoryKey: null, at: NOW, ...same },
      { revision: 1, isReversal: true, categoryKey: null, at: later(0), by: admin().userId, ...same },
      { revision: 2, isReversal: false, categoryKey: 'PEOPLE_PROCESS', at: later(0), by: admin().userId, ...same },
    ]);
    const old = await bench.rows<{ id: string }>(
      `SELECT id FROM effort_entry WHERE portfolio_id = $1 AND external_id = 'a' AND revision = 1 AND NOT is_reversal`,
      [portfolio.id],
    );
    const becomes = { categoryKey: 'PEOPLE_PROCESS', categorySource: 'RULE', ruleName: 'Change', rulesVersion: 1 };
    expect(published.changes).toEqual([{ entryId: old[0]!.id, becomes }]);
    expect(await bench.context.get(AuditEvents).verify(portfolio.id)).toMatchObject({ ok: true });
    expect(await jobs(portfolio)).toBe(0);
  });

  it('again changes nothing, and leaves the version on an entry that first gave its category', async () => {
    const { portfolio } = await room();
    await record(portfolio, entry(portfolio, { labels: ['change'] }));
    await publish(portfolio, [CHANGE]);
    const rows = await ledgerRows(portfolio);
    expect(await publish(portfolio, [CHANGE])).toMatchObject({ version: 2, changedEntries: 0, changes: [] });
    expect(await ledgerRows(portfolio)).toBe(rows);
    expect(await standing(portfolio)).toMatchObject([{ rulesVersion: 1 }]);
    expect(await publish(portfolio, [])).toMatchObject({ version: 3, changedEntries: 1 });
    expect(await standing(portfolio)).toMatchObject([{ categorySource: 'NONE', rulesVersion: 3 }]);
  });

  it('leaves closed periods as they are and tells what would now be otherwise, as the preview did; reopened they follow', async () => {
    const { portfolio } = await room();
    await record(
      portfolio,
      entry(portfolio, { externalId: 'jan', labels: ['change'], workedOn: day('2026-01-31') }),
      entry(portfolio, { externalId: 'feb', labels: ['change'], workedOn: day('2026-02-01') }),
    );
    const january = { from: day('2026-01-01'), to: day('2026-01-31'), note: null };
    const closed = made(await bench.context.get(ClosePeriod).run(admin(), portfolio.key, january));
    const foreseen = await preview(portfolio, [CHANGE]);
    expect(foreseen).toMatchObject({ changedEntries: 1, closedEntries: 1 });
    const { version, isFinished, ...published } = await publish(portfolio, [CHANGE]);
    expect([version, isFinished]).toEqual([1, true]);
    expect(published).toEqual(foreseen);
    expect(await split(portfolio)).toEqual(published.after);
    expect(published.closedChanges).toMatchObject([{ becomes: { categoryKey: 'PEOPLE_PROCESS' } }]);
    expect(await standing(portfolio)).toMatchObject([
      { externalId: 'feb', categorySource: 'RULE' },
      { externalId: 'jan', categorySource: 'NONE', revision: 1 },
    ]);
    expect(await preview(portfolio, [CHANGE])).toMatchObject({ changedEntries: 0, closedEntries: 1 });

    made(await bench.context.get(ReopenPeriod).run(admin(), closed.id, 'It was closed too early.'));
    expect(await standing(portfolio)).toMatchObject([{ revision: 2 }, { externalId: 'jan', categorySource: 'RULE' }]);
    expect(await preview(portfolio, [CHANGE])).toMatchObject({ changedEntries: 0, closedEntries: 0 });
  });

  it('shows the effect from the day asked for through today, and without one over the last quarter; it changes all days', async () => {
    const { portfolio } = await room();
    for (const workedOn of ['2025-11-30', '2026-03-31', '2026-04-01', '2026-05-04']) {
      await record(portfolio, entry(portfolio, { labels: ['change'], workedOn: day(workedOn) }));
    }
    expect((await preview(portfolio, [CHANGE])).before).toMatchObject({ ...QUARTER, uncategorizedPersonDays: '1' });
    const foreseen = await preview(portfolio, [CHANGE], '2026-03-31');
    expect(foreseen.before).toMatchObject({ from: '2026-03-31', to: '2026-05-04', uncategorizedPersonDays: '3' });
    expect(foreseen.after).toMatchObject({ uncategorizedPersonDays: '0' });
    expect(foreseen.changedEntries).toBe(4);
    expect(await publish(portfolio, [CHANGE], '2026-03-31')).toMatchObject(foreseen);
  });

  it('never changes what was answered as of before', async () => {
    const { portfolio } = await room();
    await record(portfolio, entry(portfolio, { labels: ['change'] }), entry(portfolio, { projectKey: 'DATA' }));
    await publish(portfolio, [DATA]);
    const told = await split(portfolio, QUARTER, NOW);
    bench.clock.set(later(1));
    await publish(portfolio, [CHANGE]);
    bench.clock.set(later(1));
    expect(await split(portfolio, QUARTER, NOW)).toEqual(told);
    expect(await split(portfolio)).not.toEqual(told);
  });
});

describe('the default category of an initiative', () => {
  it('is followed by its own effort that neither its sender nor a rule classifies', async () => {
    const { portfolio, ids } = await room(2);
    await publish(portfolio, [CHANGE]);
    await record(
      portfolio,
      entry(portfolio, { externalId: 'a' }),
      entry(portfolio, { externalId: 'b', initiative: 2 }),
      entry(portfolio, { externalId: 'c', labels: ['change'] }),
      entry(portfolio, { externalId: 'd', categoryKey: 'TECHNOLOGY_DATA' }),
    );
    const update = async (defaultCategoryKey: string | null) => {
      const { version } = (await bench.context.get(Initiatives).byIds([ids[0]!]))[0]!;
      return made(await bench.context.get(UpdateInitiative).run(admin(), ids[0]!, { defaultCategoryKey }, version));
    };
    expect(await update('ALGORITHMS')).toMatchObject({ defaultCategoryKey: 'ALGORITHMS' });
    const categories = async () => (await standing(portfolio)).map(({ categoryKey }) => categoryKey);
    expect(await categories()).toEqual(['ALGORITHMS', null, 'PEOPLE_PROCESS', 'TECHNOLOGY_DATA']);
    await update(null);
    expect(await categories()).toEqual([null, null, 'PEOPLE_PROCESS', 'TECHNOLOGY_DATA']);
    await runJobs();
    expect(await jobs(portfolio)).toBe(0);
    const unknown = await bench.context
      .get(UpdateInitiative)
      .run(admin(), ids[1]!, { defaultCategoryKey: 'RESEARCH' }, 1);
    expect(unknown).toEqual({
      ok: false,
      refusals: [
        {
          code: 'NOT_FOUND',
          message: 'The category "RESEARCH" was not found.',
          field: ['input', 'defaultCategoryKey'],
        },
      ],
    });
  });
});

describe('a reclassification of many entries', () => {
  const many = async (portfolio: Portfolio, count: number) => {
    for (let from = 0; from < count; from += 5_000) {
      const size = Math.min(5_000, count - from);
      await record(portfolio, ...Array.from({ length: size }, () => entry(portfolio, { labels: ['change'] })));
    }
  };

  it('is finished by the answer, batch by batch', async () => {
    const { portfolio } = await room();
    await many(portfolio, 5_100);
    expect(await preview(portfolio, [CHANGE])).toMatchObject({ changedEntries: 5_100 });
    const published = await publish(portfolio, [CHANGE]);
    expect(published).toMatchObject({ changedEntries: 5_100, isFinished: true });
    expect(published.changes).toHaveLength(100);
    expect(await split(portfolio)).toEqual(published.after);
  });

  it('is told whole by who published, whatever jobs run meanwhile', async () => {
    const { portfolio } = await room();
    const days = ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12'].map(day);
    for (const workedOn of days) {
      const own = Array.from({ length: 5_000 }, () => entry(portfolio, { labels: ['change'], workedOn }));
      await record(portfolio, ...own);
    }
    for (const closed of [days[1]!, days[3]!]) {
      const period = { from: closed, to: closed, note: null };
      made(await bench.context.get(ClosePeriod).run(admin(), portfolio.key, period));
    }
    const scheduler = bench.context.get(Scheduler);
    scheduler.start();
    try {
      await until('jobs to be run', () => scheduler.leads);
      const published = await publish(portfolio, [CHANGE]);
      expect(published).toMatchObject({ changedEntries: 10_000, closedEntries: 10_000, isFinished: true });
    } finally {
      await scheduler.stop();
    }
  }, 60_000);

  it('that is cut off goes on where it stood, by a job, and finds done what is done', async () => {
    const { portfolio } = await room();
    await many(portfolio, 5_100);
    const reclassify = bench.context.get(ReclassifyEffort, { strict: false });
    const goOn = reclassify.goOn.bind(reclassify);
    reclassify.goOn = () => Promise.reject(new Error('The process was killed.'));
    try {
      // The version is published, so nobody is told that it failed.
      expect(await publish(portfolio, [CHANGE])).toMatchObject({
        version: 1,
        changedEntries: 5_000,
        isFinished: false,
      });
    } finally {
      reclassify.goOn = goOn;
    }
    const byRule = async () =>
      (await standing(portfolio)).filter(({ categorySource }) => categorySource === 'RULE').length;
    expect(await byRule()).toBe(5_000);
    expect(await jobs(portfolio)).toBe(1);

    const [begun] = await bench.rows<{ id: string }>(
      'SELECT id FROM effort_reclassification WHERE portfolio_id = $1 AND finished_at IS NULL',
      [portfolio.id],
    );
    const cutOff = bench.context.get(UnitOfWork).run(async (tx) => {
      await reclassify.step(tx, begun!.id);
      throw new Error('The process was killed again.');
    });
    await expect(cutOff).rejects.toThrow('again');
    expect(await byRule()).toBe(5_000);

    await runJobs();
    expect(await byRule()).toBe(5_100);
    expect(await jobs(portfolio)).toBe(0);
    const rows = await ledgerRows(portfolio);
    const again = await reclassify.goOn({ portfolioId: portfolio.id, reclassificationId: begun!.id }, 1_000);
    expect(again).toMatchObject({ isFinished: true, changedEntries: 5_100, changes: [] });
    expect(await ledgerRows(portfolio)).toBe(rows);
  });
});

describe('while eight record at once', () => {
  it('every entry is by the version in force when it was recorded, and in the end all are by the last', async () => {
    const { portfolio } = await room(4);
    let milliseconds = millisecondsOf(NOW);
    const now = bench.clock.now.bind(bench.clock);
    bench.clock.now = () => instantOf((milliseconds += 1));
    try {
      let isPublishing = true;
      const recorder = async (index: number) => {
        for (let round = 0; isPublishing || round < 3; round += 1) {
          const drafts = Array.from({ length: 5 }, (_, at) =>
            entry(portfolio, {
              initiative: ((index + at) % 4) + 1,
              labels: at % 2 === 0 ? ['change'] : [],
              projectKey: at % 3 === 0 ? 'DATA' : null,
              externalId: `recorder-${index}-${(round * 5 + at) % 40}`,
              amount: decimal(String((round % 7) + 1)),
            }),
          );
          expect(await record(portfolio, ...drafts)).toMatchObject({ refused: 0 });
        }
      };
      const publisher = async () => {
        for (const rules of [[CHANGE], [DATA, CHANGE], [], [CHANGE, DATA], [DATA]]) {
          await publish(portfolio, rules);
        }
        isPublishing = false;
      };
      await Promise.all([publisher(), ...Array.from({ length: 8 }, (_, index) => recorder(index))]);
    } finally {
      bench.clock.now = now;
      bench.clock.set(instantOf(milliseconds));
    }
    const byAnother = await bench.rows(
      `SELECT e.recorded_at FROM effort_entry e
       WHERE e.portfolio_id = $1 AND NOT e.is_reversal AND e.rules_version IS DISTINCT FROM
         (SELECT max(v.version) FROM classification_rules v WHERE v.portfolio_id = $1 AND v.published_at <= e.recorded_at)`,
      [portfolio.id],
    );
    expect(byAnother).toEqual([]);
    expect(await preview(portfolio, [DATA])).toMatchObject({ changedEntries: 0 });
    expect(await bench.context.get(AuditEvents).verify(portfolio.id)).toMatchObject({ ok: true });
    const drifts = await bench.context.get(VerifyRollups).run(false);
    expect(drifts.filter(({ sums, identities, days }) => sums + identities + days > 0)).toEqual([]);
  });
});

describe('whatever is recorded, deleted, published and set, in whichever order', () => {
  const RULE_SETS = [
    [],
    [CHANGE],
    [DATA, CHANGE],
    [CHANGE, DATA],
    [rule('All', { labels: ['change', 'x'], categoryKey: 'ALGORITHMS' })],
  ];
  const upTo = (max: number) => fc.integer({ min: 0, max });
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ verb: fc.constant('record' as const), id: upTo(7), traits: upTo(3), initiative: upTo(1) }),
    },
    { weight: 1, arbitrary: fc.record({ verb: fc.constant('delete' as const), id: upTo(7) }) },
    { weight: 2, arbitrary: fc.record({ verb: fc.constant('publish' as const), rules: upTo(RULE_SETS.length - 1) }) },
    {
      weight: 1,
      arbitrary: fc.record({ verb: fc.constant('default' as const), initiative: upTo(1), category: upTo(2) }),
    },
  );
  const TRAITS = [
    {},
    { labels: ['change'] },
    { projectKey: 'DATA' },
    { labels: ['Change', 'x'], projectKey: 'data' },
  ] as const;
  const CATEGORIES = [null, 'PEOPLE_PROCESS', 'ALGORITHMS'] as const;

  it('what stands is classified by what is in force, and each preview told what publishing then did', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
        const { portfolio, ids } = await room(2);
        let inForce: readonly ClassificationRule[] | null = null;
        for (const each of steps) {
          bench.clock.set(later(1_000));
          switch (each.verb) {
            case 'record':
              await record(
                portfolio,
                entry(portfolio, { ...TRAITS[each.traits], initiative: each.initiative + 1, externalId: `${each.id}` }),
              );
              break;
            case 'delete':
              await bench.context.get(DeleteEffort).run(admin(), portfolio.key, 'jira', [`${each.id}`]);
              break;
            case 'default': {
              const id = ids[each.initiative]!;
              const { version } = (await bench.context.get(Initiatives).byIds([id]))[0]!;
              const change = { defaultCategoryKey: CATEGORIES[each.category]! };
              made(await bench.context.get(UpdateInitiative).run(admin(), id, change, version));
              break;
            }
            case 'publish': {
              inForce = RULE_SETS[each.rules]!;
              const foreseen = await preview(portfolio, inForce, '2026-01-01');
              const published = await publish(portfolio, inForce, '2026-01-01');
              expect(published).toEqual({ ...foreseen, version: published.version, isFinished: true });
              const { from, to } = published.after;
              expect(await split(portfolio, { from, to })).toEqual(published.after);
            }
          }
        }
        const classify = classifierOf(inForce && { version: 1, rules: inForce });
        const stands = await bench.rows<Standing & EffortDraft & { defaultCategoryKey: string | null }>(
          `SELECT e.labels, e.components, e.ticket_type AS "ticketType", e.project_key AS "projectKey", e.connection_id AS "connectionId",
             e.category_key AS "categoryKey", e.category_source AS "categorySource", e.rule_name AS "ruleName",
             i.default_category_key AS "defaultCategoryKey"
           FROM effort_identity h JOIN effort_entry e ON e.id = h.entry_id AND e.worked_on = h.worked_on
           JOIN initiative i ON i.id = e.initiative_id WHERE h.portfolio_id = $1`,
          [portfolio.id],
        );
        for (const { categoryKey, categorySource, ruleName, ...traits } of stands) {
          expect(classify({ ...traits, statedCategoryKey: null })).toMatchObject({
            categoryKey,
            categorySource,
            ruleName,
          });
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('the database', () => {
  it('keeps versions without a gap and never changes one', async () => {
    const { portfolio } = await room();
    await publish(portfolio, [CHANGE]);
    const refuses = async (constraint: string, sql: string) =>
      expect(bench.rows(sql, [portfolio.id])).rejects.toThrow(constraint);
    await refuses(
      'classification_rules_gapless',
      `INSERT INTO classification_rules SELECT portfolio_id, 3, 1, published_at, published_by FROM classification_rules WHERE portfolio_id = $1`,
    );
    await refuses(
      'classification_rules_previous_fk',
      `INSERT INTO classification_rules SELECT portfolio_id, 3, 2, published_at, published_by FROM classification_rules WHERE portfolio_id = $1`,
    );
    await refuses('append', 'UPDATE classification_rules SET published_at = now() WHERE portfolio_id = $1');
    await refuses('append', 'DELETE FROM classification_rule WHERE portfolio_id = $1');
    await refuses(
      'classification_rule_asks',
      `INSERT INTO classification_rule VALUES ($1, 1, 2, 'Nothing', NULL, '{}', '{}', '{}', '{}', 'ALGORITHMS', NULL)`,
    );
    await refuses(
      'classification_rule_gives',
      `INSERT INTO classification_rule VALUES ($1, 1, 2, 'Nothing', NULL, '{a}', '{}', '{}', '{}', NULL, NULL)`,
    );
    await refuses(
      'classification_rule_category_fk',
      `INSERT INTO classification_rule VALUES ($1, 1, 2, 'Unknown', NULL, '{a}', '{}', '{}', '{}', 'RESEARCH', NULL)`,
    );
    await refuses('forward', 'UPDATE effort_reclassification SET finished_at = NULL WHERE portfolio_id = $1');
    await refuses('refused', 'DELETE FROM effort_reclassification WHERE portfolio_id = $1');
  });
});
