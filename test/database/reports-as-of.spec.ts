import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dateAt } from '../../src/domain/basics/calendar-date.js';
import { instantOf, millisecondsOf, type Instant } from '../../src/domain/basics/instant.js';
import { DecisionRecords } from '../../src/modules/reports/queries/decision-records.js';
import { Forecasts } from '../../src/modules/reports/queries/forecasts.js';
import { Funnels } from '../../src/modules/reports/queries/funnels.js';
import { GovernanceDebts } from '../../src/modules/reports/queries/governance-debts.js';
import { ValueBalances } from '../../src/modules/reports/queries/value-balances.js';
import { PublishTemplate } from '../../src/modules/templates/commands/publish-template.js';
import { asOfBench, BEGINNING, made, type AsOfBench } from '../support/as-of-bench.js';
import { FIRST_VARIANT, newWorldOn, workflow, type Variant, type World } from '../support/as-of-verbs.js';
import { portfolioStep, REPORT_VERBS, takePart, type PortfolioStep } from '../support/report-verbs.js';
import { liveHistories } from '../support/histories.js';
import {
  debtByHand,
  decisionsByHand,
  exitsByHand,
  funnelByHand,
  liveByHand,
  type Question,
} from '../support/reports-by-hand.js';

describe('the reports of a portfolio', () => {
  let hall: Awaited<ReturnType<typeof asOfBench>>;
  let rooms = 0;

  beforeAll(async () => {
    hall = await asOfBench();
  });
  afterAll(() => hall.close());

  /** A portfolio with a workflow of its own and three initiatives in its first stage. */
  const newRoom = async (): Promise<{ bench: AsOfBench; worlds: readonly World[] }> => {
    rooms += 1;
    const templateKey = `reported-${rooms}`;
    made(await hall.context.get(PublishTemplate).run(hall.people.designer, workflow(templateKey, FIRST_VARIANT)));
    const bench = await hall.inRoom(`R${rooms}`, templateKey);
    const variants: Variant[] = [FIRST_VARIANT];
    const worlds: World[] = [];
    for (let index = 0; index < 3; index += 1) {
      worlds.push(await newWorldOn(bench, templateKey, variants));
    }
    return { bench, worlds };
  };

  /** The last 60 days, the 60 before them as they ended, and all time: what lies ahead included. */
  const periodsAt = (at: Instant) => {
    const today = dateAt(at, 'Europe/Berlin');
    return [
      { from: addDays(today, -60), to: today },
      { from: addDays(today, -120), to: addDays(today, -60) },
      { from: addDays(today, -400), to: addDays(today, 400) },
    ];
  };

  const shownFunnel = async ({ context, portfolio }: AsOfBench, days: Omit<Question, 'at'>, asOf: Instant | null) => {
    const funnels = context.get(Funnels);
    const scope = {};
    const { stages, endToEndPercent } = await funnels.ofPortfolio(portfolio, days, asOf);
    const rows = stages.map(async (row) => {
      const { stage, entered, advanced, stopped, remaining, conversionPercent } = row;
      const medianDays = await funnels.medianDays(scope, row);
      return { stage: stage.key, entered, advanced, stopped, remaining, conversionPercent, medianDays };
    });
    return { endToEndPercent, stages: await Promise.all(rows) };
  };

  /** Everything that can be asked, now or as of then. */
  const answers = async (bench: AsOfBench, at: Instant, asOf: Instant | null) => {
    const { context, portfolio } = bench;
    const debts = context.get(GovernanceDebts);
    const debt = await debts.ofPortfolio(portfolio, asOf);
    const scope = {};
    return {
      periods: await Promise.all(
        periodsAt(at).map(async (days) => ({
          funnel: await shownFunnel(bench, days, asOf),
          values: await context.get(ValueBalances).ofPortfolio(portfolio, days, asOf),
          decisions: (await context.get(DecisionRecords).ofPortfolio(portfolio, days, asOf)).gates,
        })),
      ),
      forecast: await context.get(Forecasts).ofPortfolio(portfolio, 3, asOf),
      debt: await Promise.all(
        debt.rows.map(async (row) => {
          const { kind, count, ages, oldestDays } = row;
          return { kind, count, ages, oldestDays, oldest: await debts.oldest(scope, row) };
        }),
      ),
      items: (await debts.items(debt, null, { first: 100, after: null })).nodes,
    };
  };
  type Answers = Awaited<ReturnType<typeof answers>>;

  /** That what was answered is what a look at every initiative by itself finds. */
  const check = async (bench: AsOfBench, at: Instant, { periods, forecast, debt, items }: Answers): Promise<void> => {
    for (const [index, days] of periodsAt(at).entries()) {
      const question = { ...days, at };
      const { funnel, values, decisions } = periods[index]!;
      expect(funnel.stages.map((row) => ({ ...row, conversionPercent: undefined }))).toEqual(
        await funnelByHand(bench, question),
      );
      expect(values.map(({ valueThesis, initiatives }) => ({ valueThesis, initiatives }))).toEqual(
        await liveByHand(bench, question),
      );
      const told = decisions.map(({ gate, outcomes, decisions: count, medianDays, cancelled, ...open }) => ({
        gate: gate.key,
        decisions: count,
        outcomes: outcomes.flatMap(({ outcome, count: times }) => Array.from({ length: times }, () => outcome)).sort(),
        medianDays,
        cancelled,
        openReviews: open.openReviews,
        medianOpenDays: open.medianOpenDays,
      }));
      const byHand = await decisionsByHand(bench, question);
      expect(told.toSorted((a, b) => (a.gate < b.gate ? -1 : 1))).toEqual(
        byHand.toSorted((a, b) => (a.gate < b.gate ? -1 : 1)),
      );
    }
    expect(forecast.history).toEqual(await exitsByHand(bench, at));
    const known = await debtByHand(bench, at);
    expect(items.map(({ since, kind, days }) => `${since} ${kind} ${days}`).sort()).toEqual(
      known.map(({ since, kind, days }) => `${since} ${kind} ${days}`).sort(),
    );
    expect(debt.map(({ kind, count, oldest }) => [kind, count, oldest?.since ?? null])).toEqual(
      debt.map(({ kind }) => {
        const own = known.filter((each) => each.kind === kind);
        return [kind, own.length, own[0]?.since ?? null];
      }),
    );
  };

  /** Lives a history, asking after every step; then asks about every one of those instants. */
  const live = async (steps: readonly PortfolioStep[]): Promise<readonly string[]> => {
    hall.clock.set(BEGINNING);
    const { bench, worlds } = await newRoom();
    const asked = new Map<Instant, Answers>();
    const accepted: string[] = [];
    const later = (hours: number): void => {
      hall.clock.set(instantOf(millisecondsOf(hall.clock.now()) + hours * 3_600_000));
    };
    const ask = async (): Promise<void> => {
      const at = hall.clock.now();
      const told = await answers(bench, at, null);
      await check(bench, at, told);
      asked.set(at, told);
    };
    for (const { which, hours, step } of steps) {
      later(hours);
      if (await takePart(worlds[which]!, step)) {
        accepted.push(step.verb);
      }
      await ask();
    }
    later(5_000);
    for (const [at, then] of asked) {
      expect({ at, told: await answers(bench, at, at) }).toEqual({ at, told: then });
    }
    return accepted;
  };

  const of = (which: number, hours: number, verb: string, details: object = {}): PortfolioStep => ({
    which,
    hours,
    step: { verb, ...details } as PortfolioStep['step'],
  });

  it('say later what they said then, after everything that can happen to initiatives', async () => {
    const steps = [
      of(1, 30, 'redate', { daysAgo: 90, stages: 3 }),
      of(1, 900, 'redate', { daysAgo: 60, stages: 2 }),
      of(1, 30, 'redate', { daysAgo: 10, stages: 1 }),
      of(2, 5, 'redate', { daysAgo: 100, stages: 2 }),
      of(0, 5, 'go'),
      of(0, 300, 'submit', { criterionKey: 'alerts', size: 4, daysAgo: 0 }),
      of(0, 5, 'requestWaiver', { criterionKey: 'risk', days: 40 }),
      of(0, 5, 'decideWaiver', { isGranted: true }),
      of(1, 5, 'requestWaiver', { criterionKey: 'ux', days: 30 }),
      of(0, 50, 'requestReview'),
      of(0, 50, 'cancelReview'),
      of(0, 50, 'recycle'),
      of(0, 100, 'go'),
      of(0, 100, 'submit', { criterionKey: 'alerts', size: 4, daysAgo: 0 }),
      of(0, 100, 'go'),
      of(1, 5, 'goOnCondition', { dueInDays: 3 }),
      of(1, 200, 'beginDay'),
      of(1, 5, 'rethink', { valueThesis: 'GROWTH' }),
      of(1, 5, 'bookEffort', { isOnPeople: true, personDays: 2, daysAgo: 3 }),
      of(2, 5, 'bookEffort', { isOnPeople: false, personDays: 1, daysAgo: 3 }),
      of(1, 5, 'resume'),
      of(1, 5, 'closeCondition'),
      of(2, 5, 'hold'),
      of(2, 50, 'resume'),
      of(2, 5, 'kill'),
      of(2, 90, 'reopen'),
      of(2, 5, 'kill'),
      of(1, 5, 'publish', { ...FIRST_VARIANT, pilotKey: 'trial', isAudited: true }),
      of(1, 5, 'migrate'),
    ];
    expect(await live(steps)).toEqual(steps.map(({ step }) => step.verb));
    expect(steps.map(({ step }) => step.verb)).toEqual(expect.arrayContaining([...REPORT_VERBS]));
  });

  it('say later what they said then, and what every initiative says by itself, in any history', async () => {
    await liveHistories('Portfolios', portfolioStep, live, {
      minLength: 15,
      maxLength: 30,
      numRuns: 6,
      interruptAfterTimeLimit: 60_000,
    });
  }, 120_000);
});
