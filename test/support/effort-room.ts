import type { Viewer } from '../../src/domain/access/access.js';
import type { CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { decimal } from '../../src/domain/basics/decimal.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import type { Result } from '../../src/domain/basics/result.js';
import { NO_TRAITS } from '../../src/domain/effort/classification-rule.js';
import type { EffortDraft } from '../../src/domain/effort/effort-entry.js';
import { AcceptLateEffort } from '../../src/modules/effort/commands/accept-late-effort.js';
import { ClosePeriod } from '../../src/modules/effort/commands/close-period.js';
import { DeleteEffort } from '../../src/modules/effort/commands/delete-effort.js';
import { RecordEffort } from '../../src/modules/effort/commands/record-effort.js';
import { RefuseLateEffort } from '../../src/modules/effort/commands/refuse-late-effort.js';
import { ReopenPeriod } from '../../src/modules/effort/commands/reopen-period.js';
import { LateEfforts, type LateEffort } from '../../src/modules/effort/queries/late-efforts.js';
import { CreateInitiative } from '../../src/modules/initiatives/commands/create-initiative.js';
import { CreatePortfolio } from '../../src/modules/portfolios/commands/create-portfolio.js';
import type { Portfolio } from '../../src/modules/portfolios/queries/portfolios.js';
import type { TestServer } from './server.js';

export const day = (text: string): CalendarDate => text as CalendarDate;

export const made = <T>(result: Result<T>): T => {
  if (!result.ok) {
    throw new Error(JSON.stringify(result.refusals));
  }
  return result.value;
};

/** An entry as a row of the ledger, or of the queue, says it; the day is of March 2026. */
export interface Said {
  readonly id: string;
  readonly hours: string;
  readonly on: string;
  readonly initiative?: number;
  readonly person?: string;
  readonly labels?: readonly string[];
  readonly categoryKey?: string;
}

/** A portfolio with initiatives, and what is done to its ledger of effort, each thing by its verb. */
export interface EffortRoom {
  readonly portfolio: Portfolio;
  /** Who does it all: the first admin. */
  readonly viewer: Viewer;
  record(...said: readonly Said[]): Promise<Recorded>;
  delete(...externalIds: readonly string[]): Promise<{ deleted: number; queued: number }>;
  close(from: string, to: string): Promise<string>;
  reopen(id: string): Promise<void>;
  /** What waits, the last one first. */
  pending(): Promise<readonly LateEffort[]>;
  accept(...ids: readonly string[]): Promise<Settled>;
  refuse(...ids: readonly string[]): Promise<Settled>;
  rows<Row>(sql: string, ...parameters: readonly unknown[]): Promise<Row[]>;
  /** What the raw ledger holds of some days, in person-days. */
  sum(from: string, to: string): Promise<number>;
}

type Value<T> = T extends Promise<Result<infer V>> ? V : never;
type Recorded = Value<ReturnType<RecordEffort['run']>>;
type Settled = Value<ReturnType<AcceptLateEffort['run']>>;

const SUM = `
  SELECT coalesce(sum(person_days), 0)::float8 AS sum FROM effort_entry WHERE portfolio_id = $1 AND worked_on BETWEEN $2 AND $3`;

let rooms = 0;

export const effortRoom = async (server: TestServer, initiatives = 1): Promise<EffortRoom> => {
  const get = <T>(type: new (...parameters: never[]) => T): T => server.app.get(type);
  const { viewer: asked } = await server.admin.ask('{ viewer { user { id } } }');
  const viewer: Viewer = { userId: asked.user.id as string, isInstanceAdmin: true, roles: new Map() };
  rooms += 1;
  const key = `EFFORT${rooms}`;
  const portfolio = made(
    await get(CreatePortfolio).run(viewer, { key, name: key, timeZone: 'UTC', templateKey: null }),
  );
  for (let index = 0; index < initiatives; index += 1) {
    made(
      await get(CreateInitiative).run(viewer, {
        portfolioKey: key,
        name: 'Triage',
        problem: 'Claims wait.',
        valueThesis: 'PRODUCTIVITY',
        solutionType: null,
        investmentClass: 'CORE',
        riskTier: 'LIMITED',
        businessUnit: null,
        ownerId: null,
        sponsorId: null,
        templateKey: null,
        externalRef: null,
        defaultCategoryKey: null,
      }),
    );
  }
  const draft = ({ id, hours, on, initiative = 1, person, labels = [], categoryKey }: Said): EffortDraft => ({
    initiativeKey: `${key}-${initiative}`,
    categoryKey: categoryKey ?? null,
    amount: decimal(hours),
    unit: 'HOURS',
    workedOn: day(on),
    person: person ?? null,
    note: null,
    ...NO_TRAITS,
    labels,
    source: 'jira',
    externalId: id,
    method: 'WORKLOG',
    problems: [],
  });
  const rows = <Row>(sql: string, ...parameters: readonly unknown[]): Promise<Row[]> =>
    server.source.query(sql, [...parameters]);
  return {
    portfolio,
    viewer,
    rows,
    record: async (...said) => made(await get(RecordEffort).run(viewer, key, said.map(draft))),
    delete: async (...externalIds) => made(await get(DeleteEffort).run(viewer, key, 'jira', externalIds)),
    close: async (from, to) =>
      made(await get(ClosePeriod).run(viewer, key, { from: day(from), to: day(to), note: null })).id,
    reopen: async (id) => {
      made(await get(ReopenPeriod).run(viewer, id, 'The supplier billed late'));
    },
    pending: async () => (await get(LateEfforts).page(portfolio.id, 'PENDING', { first: 100, after: null })).nodes,
    accept: async (...ids) => made(await get(AcceptLateEffort).run(viewer, key, ids, null)),
    refuse: async (...ids) => made(await get(RefuseLateEffort).run(viewer, key, ids, 'Nobody knows of it')),
    sum: async (from, to) => (await rows<{ sum: number }>(SUM, portfolio.id, from, to))[0]?.sum ?? 0,
  };
};

export const instant = (text: string): Instant => text as Instant;
