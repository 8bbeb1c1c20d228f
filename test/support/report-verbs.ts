import fc from 'fast-check';
import { instantOf, millisecondsOf } from '../../src/domain/basics/instant.js';
import { VALUE_THESES } from '../../src/domain/initiatives/initiative.js';
import { CancelGateReview } from '../../src/modules/gates/commands/cancel-gate-review.js';
import { RequestGateReview } from '../../src/modules/gates/commands/request-gate-review.js';
import { MoveAgain } from '../../src/modules/initiatives/commands/move-again.js';
import { UpdateInitiative } from '../../src/modules/initiatives/commands/update-initiative.js';
import { decide, REFUSED, standing, step, take, verb, type Step, type World } from './as-of-verbs.js';

/** What happens in a portfolio that is reported on, beside all there is in the history of one initiative. */
const VERBS = {
  recycle: verb(fc.record({}), (world) =>
    decide(world, { outcome: 'RECYCLE', conditions: [], recycleToStageKey: 'build' }),
  ),
  hold: verb(fc.record({}), (world) => decide(world, { outcome: 'HOLD', conditions: [], recycleToStageKey: null })),
  kill: verb(fc.record({}), (world) => decide(world, { outcome: 'KILL', conditions: [], recycleToStageKey: null })),
  reopen: verb(fc.record({}), ({ bench, initiativeId }) =>
    bench.context.get(MoveAgain).reopen(bench.people.admin, initiativeId, 'It was a mistake.'),
  ),
  requestReview: verb(fc.record({}), ({ bench, initiativeId }) =>
    bench.context.get(RequestGateReview).run(bench.people.manager, initiativeId, { note: null, dueOn: null }),
  ),
  cancelReview: verb(fc.record({}), async ({ bench, initiativeId }) => {
    const [open] = await bench.rows<{ id: string }>(
      "SELECT id FROM gate_review WHERE initiative_id = $1 AND status = 'OPEN'",
      [initiativeId],
    );
    return open ? bench.context.get(CancelGateReview).run(bench.people.manager, open.id, 'Not now.') : REFUSED;
  }),
  rethink: verb(fc.record({ valueThesis: fc.constantFrom(...VALUE_THESES) }), async (world, change) => {
    const { version } = await standing(world);
    return world.bench.context
      .get(UpdateInitiative)
      .run(world.bench.people.manager, world.initiativeId, change, version);
  }),
  /** Dates the whole course anew: through the first stage and the second, perhaps into production. */
  redate: verb(
    fc.record({ daysAgo: fc.integer({ min: 3, max: 120 }), stages: fc.integer({ min: 1, max: 3 }) }),
    async ({ bench, externalRef, templateKey, variants }, { daysAgo, stages }) => {
      const now = millisecondsOf(bench.clock.now());
      const keys = ['build', variants.at(-1)!.pilotKey, 'run'].slice(0, stages);
      const course = keys.map((key, place) => {
        const days = daysAgo - Math.floor((place * daysAgo) / 3);
        return [key, instantOf(now - days * 86_400_000)] as const;
      });
      const result = await bench.importRow(externalRef, templateKey, course);
      return result.ok && result.value.outcome === 'UPDATED' ? result : REFUSED;
    },
  ),
} as const;
type ReportVerb = keyof typeof VERBS;
export const REPORT_VERBS = Object.keys(VERBS) as readonly ReportVerb[];

/** A step of the history of a portfolio: which of its initiatives it is of, and what happens. */
export interface PortfolioStep {
  readonly which: number;
  readonly hours: number;
  readonly step: Step | ({ readonly verb: ReportVerb } & Readonly<Record<string, unknown>>);
}

const isOfReports = (name: string): name is ReportVerb => name in VERBS;

const hours = fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 2, max: 500 }));

const WEIGHTS: Partial<Record<ReportVerb, number>> = { redate: 4, reopen: 3, recycle: 2 };

export const portfolioStep: fc.Arbitrary<PortfolioStep> = fc.record({
  which: fc.nat(2),
  hours,
  step: fc.oneof(
    { weight: 12, arbitrary: step },
    ...REPORT_VERBS.map((name) => ({
      weight: WEIGHTS[name] ?? 1,
      arbitrary: (VERBS[name].details as fc.Arbitrary<object>).map((details) => ({ verb: name, ...details })),
    })),
  ),
});

/** Does what a step says, now; whether the command accepted it. */
export const takePart = async (world: World, asked: PortfolioStep['step']): Promise<boolean> => {
  const { verb: name, ...details } = asked;
  return isOfReports(name) ? (await VERBS[name].run(world, details as never)).ok : take(world, asked as Step);
};
