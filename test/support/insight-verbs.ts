import fc from 'fast-check';
import { addDays, dateAt } from '../../src/domain/basics/calendar-date.js';
import { decimal } from '../../src/domain/basics/decimal.js';
import { instantOf, millisecondsOf } from '../../src/domain/basics/instant.js';
import { ReviewEvidence } from '../../src/modules/evidence/commands/review-evidence.js';
import { SubmitEvidence } from '../../src/modules/evidence/commands/submit-evidence.js';
import { MuteFinding } from '../../src/modules/findings/commands/mute-finding.js';
import { UnmuteFinding } from '../../src/modules/findings/commands/unmute-finding.js';
import { CreateInitiative } from '../../src/modules/initiatives/commands/create-initiative.js';
import { RecordSignals } from '../../src/modules/signals/commands/record-signals.js';
import { REFUSED, standing, verb, type World } from './as-of-verbs.js';
import { aMonitoringPlan, aSignal } from './gate-facts.js';
import { portfolioStep, takePart, type PortfolioStep } from './report-verbs.js';

/** A finding that is kept of an initiative or its portfolio, the one raised last first. */
const someFinding = async ({ bench, initiativeId }: World, which: number, isMuted: boolean): Promise<string | null> => {
  const found = await bench.rows<{ id: string }>(
    `SELECT f.finding_id AS id FROM finding f WHERE f.portfolio_id = $1 AND (f.initiative_id = $2 OR f.initiative_id IS NULL)
       AND f.superseded_at IS NULL AND $3 = EXISTS (
         SELECT 1 FROM finding_mute m WHERE m.code = f.code AND m.subject = f.subject AND m.ended_at IS NULL
           AND m.portfolio_id = f.portfolio_id AND m.initiative_id IS NOT DISTINCT FROM f.initiative_id)
     ORDER BY f.raised_at DESC, f.code, f.subject`,
    [bench.portfolio.id, initiativeId, isMuted],
  );
  return found.at(which % Math.max(found.length, 1))?.id ?? null;
};

/** What happens to what is found and watched, beside all there is in a portfolio that is reported on. */
const VERBS = {
  plan: verb(fc.record({ breachAbove: fc.integer({ min: 1, max: 9 }) }), async (world, { breachAbove }) => {
    const { context, people } = world.bench;
    const plan = aMonitoringPlan(
      aSignal({ name: 'drift', breachAbove: decimal(`0.${breachAbove}`) }),
      aSignal({ name: 'quality', kind: 'QUALITY', breachAbove: null, breachBelow: decimal('0.5') }),
    );
    const handed = await context.get(SubmitEvidence).run(people.manager, world.initiativeId, 'monitoring', plan);
    return handed.ok
      ? context.get(ReviewEvidence).run(people.reviewer, handed.value.id, { outcome: 'ACCEPTED', comment: 'Seen.' })
      : handed;
  }),
  record: verb(
    fc.record({
      signal: fc.constantFrom('drift', 'quality'),
      tenths: fc.integer({ min: 1, max: 9 }),
      hoursAgo: fc.integer({ min: 0, max: 90 }),
    }),
    async (world, { signal, tenths, hoursAgo }) => {
      const { context, people, clock } = world.bench;
      world.count += 1;
      const result = await context.get(RecordSignals).run(people.manager, [
        {
          initiativeKey: (await standing(world)).key,
          signal,
          at: instantOf(millisecondsOf(clock.now()) - hoursAgo * 3_600_000),
          value: decimal(`0.${tenths}`),
          source: 'test',
          externalId: `${world.externalRef}-${world.count}`,
          problems: [],
        },
      ]);
      return result.ok && result.value.recorded > 0 ? result : REFUSED;
    },
  ),
  mute: verb(fc.record({ which: fc.nat(5), days: fc.integer({ min: 0, max: 30 }) }), async (world, { which, days }) => {
    const { context, people, clock, portfolio } = world.bench;
    const id = await someFinding(world, which, false);
    const until = addDays(dateAt(clock.now(), portfolio.timeZone), days);
    return id === null ? REFUSED : context.get(MuteFinding).run(people.manager, id, { reason: 'Known.', until });
  }),
  unmute: verb(fc.record({ which: fc.nat(5) }), async (world, { which }) => {
    const { context, people } = world.bench;
    const id = await someFinding(world, which, true);
    return id === null ? REFUSED : context.get(UnmuteFinding).run(people.manager, id);
  }),
  create: verb(fc.record({}), ({ bench, templateKey }) =>
    bench.context.get(CreateInitiative).run(bench.people.manager, {
      portfolioKey: bench.portfolio.key,
      name: 'Another one',
      problem: 'Slow',
      valueThesis: 'COST',
      solutionType: 'CHAT_ASSISTANT',
      investmentClass: 'CORE',
      riskTier: 'LIMITED',
      businessUnit: 'Claims',
      ownerId: null,
      sponsorId: null,
      defaultCategoryKey: null,
      templateKey,
      externalRef: null,
    }),
  ),
} as const;
type InsightVerb = keyof typeof VERBS;
export const INSIGHT_VERBS = Object.keys(VERBS) as readonly InsightVerb[];

/** A step of the history of a portfolio that is looked at: whom it is of, how long after the one before, and what happens. */
export interface InsightStep {
  readonly which: number;
  readonly hours: number;
  readonly step: PortfolioStep['step'] | ({ readonly verb: InsightVerb } & Readonly<Record<string, unknown>>);
}

const isOfInsight = (name: string): name is InsightVerb => name in VERBS;

const WEIGHTS: Partial<Record<InsightVerb, number>> = { record: 3, mute: 2 };

export const insightStep: fc.Arbitrary<InsightStep> = fc.oneof(
  { weight: 12, arbitrary: portfolioStep },
  ...INSIGHT_VERBS.map((name) => ({
    weight: WEIGHTS[name] ?? 1,
    arbitrary: fc
      .tuple(fc.nat(2), fc.integer({ min: 0, max: 200 }), VERBS[name].details as fc.Arbitrary<object>)
      .map(([which, hours, details]): InsightStep => ({ which, hours, step: { verb: name, ...details } })),
  })),
);

/** Does what a step says, now; whether the command accepted it. */
export const takeInsight = async (world: World, step: InsightStep['step']): Promise<boolean> => {
  const { verb: name, ...details } = step;
  return isOfInsight(name)
    ? (await VERBS[name].run(world, details as never)).ok
    : takePart(world, step as PortfolioStep['step']);
};
