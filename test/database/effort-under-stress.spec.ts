import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatDecimal, isZero } from '../../src/domain/basics/decimal.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import type { RefusalCode } from '../../src/domain/basics/result.js';
import type { ClassificationRule } from '../../src/domain/effort/classification-rule.js';
import { Scheduler } from '../../src/jobs/schedule/scheduler.js';
import { AuditEvents } from '../../src/modules/audit/queries/audit-events.js';
import { FoldEffort } from '../../src/modules/effort/commands/fold-effort.js';
import { PreviewRules } from '../../src/modules/effort/commands/preview-rules.js';
import { PublishRules } from '../../src/modules/effort/commands/publish-rules.js';
import { VerifyRollups } from '../../src/modules/effort/commands/verify-rollups.js';
import { ClassificationRules } from '../../src/modules/effort/queries/classification-rules.js';
import { EffortSums } from '../../src/modules/effort/queries/effort-sums.js';
import { UpdateInitiative } from '../../src/modules/initiatives/commands/update-initiative.js';
import { Initiatives } from '../../src/modules/initiatives/queries/initiatives.js';
import { chance } from '../support/chance.js';
import { day, effortRoom, instant, made, type EffortRoom, type Said } from '../support/effort-room.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { TickingClock } from '../support/ticking-clock.js';

const WORKERS = 8;
const STEPS = 40;
const INITIATIVES = 5;
const IDS = 60;
const SEED = Number(process.env.TOLLGATE_SEED ?? Date.now() % 1_000_000);

const rule = (name: string, label: string, categoryKey: string): ClassificationRule => ({
  name,
  connectionId: null,
  labels: [label],
  components: [],
  ticketTypes: [],
  projectKeys: [],
  categoryKey,
  initiativeKey: null,
  criterionKey: null,
});

const RULES = [
  [rule('A', 'a', 'ALGORITHMS')],
  [rule('B', 'b', 'PEOPLE_PROCESS'), rule('A', 'a', 'TECHNOLOGY_DATA')],
  [],
];
const PEOPLE = [{ person: 'ada' }, { person: 'bob' }, {}];
const LABELS = [['a'], ['b'], []];
const DEFAULT_CATEGORIES = [null, 'ALGORITHMS', 'PEOPLE_PROCESS'];
const BUSINESS_UNITS = ['Claims', 'Sales', null];

const clock = new TickingClock(instant('2026-05-04T09:00:00.000Z'));
let server: TestServer;
let room: EffortRoom;
let initiativeIds: readonly string[];

const get = <T>(type: new (...parameters: never[]) => T): T => server.app.get(type, { strict: false });

const initiativesThere = async (): Promise<readonly string[]> => {
  const found = await room.rows<{ id: string }>(
    'SELECT id FROM initiative WHERE portfolio_id = $1 ORDER BY number',
    room.portfolio.id,
  );
  return found.map(({ id }) => id);
};

/** What the portfolio sums up to by person as of an instant; groups that come to nothing may or may not be among them. */
const ask = async (asOf: Instant): Promise<readonly string[]> => {
  const window = { from: day('2026-02-01'), to: day('2026-05-01'), asOf };
  const { groups } = await get(EffortSums).ofPortfolio(room.portfolio, window, 'PERSON');
  return groups
    .filter(({ personDays }) => !isZero(personDays))
    .map(({ key, categoryKey, personDays }) => `${key} ${categoryKey} ${formatDecimal(personDays)}`)
    .sort();
};

const closings: string[] = [];
const told: { readonly asOf: Instant; readonly answer: readonly string[] }[] = [];

type Below = (bound: number) => number;

const oneOf = <T>(below: Below, choices: readonly T[]): T => choices[below(choices.length)]!;
const someId = (below: Below): string => String(below(IDS));

const someWork = (below: Below): Said => ({
  id: someId(below),
  hours: String(1 + below(5)),
  on: `2026-0${2 + below(3)}-${10 + below(4)}`,
  initiative: 1 + below(INITIATIVES),
  labels: oneOf(below, LABELS),
  ...oneOf(below, PEOPLE),
  ...(below(5) === 0 ? { categoryKey: 'ALGORITHMS' } : {}),
});

const record = (below: Below) => room.record(...Array.from({ length: 1 + below(6) }, () => someWork(below)));

const remove = (below: Below) => room.delete(someId(below), someId(below));

const close = async (below: Below): Promise<void> => {
  const month = `2026-0${2 + below(3)}`;
  closings.push(await room.close(`${month}-10`, `${month}-${10 + below(3)}`));
};

const reopen = async (below: Below): Promise<void> => {
  const id = closings[below(Math.max(1, closings.length))];
  await (id && room.reopen(id));
};

const settle = async (below: Below): Promise<void> => {
  const late = (await room.pending()).slice(0, 1 + below(6));
  await room[below(3) === 0 ? 'refuse' : 'accept'](...late.map(({ id }) => id));
};

const publish = async (below: Below): Promise<void> => {
  made(await get(PublishRules).run(room.viewer, room.portfolio.key, { rules: oneOf(below, RULES), dryRunFrom: null }));
};

const describeInitiative = async (below: Below): Promise<void> => {
  const [seen] = await get(Initiatives).byIds([oneOf(below, initiativeIds)]);
  const change = {
    defaultCategoryKey: oneOf(below, DEFAULT_CATEGORIES),
    businessUnit: oneOf(below, BUSINESS_UNITS),
  };
  made(await get(UpdateInitiative).run(room.viewer, seen!.id, change, seen!.version));
};

const fold = () => get(FoldEffort).run();

const question = async (): Promise<void> => {
  const asOf = clock.now();
  told.push({ asOf, answer: await ask(asOf) });
};

interface Verb {
  readonly weight: number;
  readonly run: (below: Below) => Promise<unknown>;
  /** The one refusal it may meet: somebody else was first. */
  readonly refusal?: RefusalCode;
}

const VERBS: Readonly<Record<string, Verb>> = {
  record: { weight: 5, run: record },
  delete: { weight: 1, run: remove },
  close: { weight: 1, run: close, refusal: 'WRONG_STATE' },
  reopen: { weight: 1, run: reopen, refusal: 'WRONG_STATE' },
  settle: { weight: 1, run: settle, refusal: 'WRONG_STATE' },
  publish: { weight: 1, run: publish },
  describe: { weight: 1, run: describeInitiative, refusal: 'STALE_VERSION' },
  fold: { weight: 1, run: fold },
  ask: { weight: 1, run: question },
};
const HAT = Object.entries(VERBS).flatMap(([name, { weight }]) => Array.from({ length: weight }, () => name));

const came = new Set<string>();
const errors: string[] = [];

const step = async (below: Below): Promise<void> => {
  const name = oneOf(below, HAT);
  const { run, refusal } = VERBS[name]!;
  try {
    await run(below);
    came.add(name);
  } catch (error) {
    if (refusal === undefined || !String(error).includes(refusal)) {
      errors.push(`${name}: ${String(error)}`);
    }
  }
};

const worker = async (number: number): Promise<void> => {
  const below = chance(SEED * 31 + number);
  for (let count = 0; count < STEPS; count += 1) {
    await step(below);
  }
};

/** All of them at once, while the scheduler does its part; then what it has left to do. */
const work = async (): Promise<void> => {
  const scheduler = get(Scheduler);
  scheduler.start(500);
  try {
    await Promise.all(Array.from({ length: WORKERS }, (_, number) => worker(number)));
  } finally {
    await scheduler.stop();
  }
  await room.rows('SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) FROM graphile_worker.jobs');
  await scheduler.runAll();
};

beforeAll(async () => {
  console.info(`Workers of seed ${SEED} (TOLLGATE_SEED)`);
  server = await startTestServer(clock);
  room = await effortRoom(server, INITIATIVES);
  initiativeIds = await initiativesThere();
  await work();
}, 120_000);

afterAll(() => server.stop());

describe('eight who record, close, settle, classify and ask at once', () => {
  it('are refused nothing but what somebody else was first with', () => {
    expect(errors).toEqual([]);
    expect([...came].sort()).toEqual(Object.keys(VERBS).sort());
  });

  it('leave rollups, heads and hours as the ledger has them', async () => {
    const drift = [{ portfolioKey: room.portfolio.key, sums: 0, identities: 0, days: 0, mended: 0 }];
    expect(await get(VerifyRollups).run(false)).toEqual(drift);
  });

  it('are told later what they were told as of the same instant', async () => {
    for (const { asOf, answer } of told) {
      expect({ asOf, answer: await ask(asOf) }).toEqual({ asOf, answer });
    }
    expect(told.at(-1)?.answer).not.toEqual([]);
  });

  it('leave every entry classified as the rules in force have it: publishing them again would change nothing', async () => {
    const { rules } = (await get(ClassificationRules).inForce(room.portfolio.id))!;
    const draft = { rules, dryRunFrom: null };
    const { changedEntries } = made(await get(PreviewRules).run(room.viewer, room.portfolio.key, draft));
    expect(changedEntries).toBe(0);
  });

  it('enter nothing in a period while it is closed but late entries', async () => {
    const entered = await room.rows(
      `SELECT e.id FROM effort_entry e
       JOIN effort_period_closing c ON c.portfolio_id = e.portfolio_id AND e.worked_on BETWEEN c.first_day AND c.last_day
       WHERE e.portfolio_id = $1 AND e.late_id IS NULL
         AND e.recorded_at > c.closed_at AND (c.reopened_at IS NULL OR e.recorded_at < c.reopened_at)`,
      room.portfolio.id,
    );
    expect(entered).toEqual([]);
  });

  it('have nobody work more than 24 hours a day, or less than none', async () => {
    const days = await room.rows(
      'SELECT 1 FROM effort_day WHERE portfolio_id = $1 AND (hours > 24 OR hours < 0)',
      room.portfolio.id,
    );
    expect(days).toEqual([]);
  });

  it('leave a trail whose chains verify', async () => {
    expect(await get(AuditEvents).verify(room.portfolio.id)).toMatchObject({ ok: true });
  });
});
