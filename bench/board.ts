import type { CalendarDate } from '../src/domain/basics/calendar-date.js';
import type { Instant } from '../src/domain/basics/instant.js';
import { MoveChanges } from '../src/modules/changes/commands/move-changes.js';
import { LookAtInitiatives } from '../src/modules/findings/commands/look-at-initiatives.js';
import { MarkChanges } from '../src/modules/findings/commands/mark-changes.js';
import { FindingList } from '../src/modules/findings/queries/finding-list.js';
import { AgingLevels } from '../src/modules/initiatives/queries/aging-levels.js';
import type { InitiativeFilter } from '../src/modules/initiatives/queries/initiative-filter.js';
import { InitiativeList } from '../src/modules/initiatives/queries/initiative-list.js';
import { StageAgings } from '../src/modules/initiatives/queries/stage-agings.js';
import { Forecasts } from '../src/modules/reports/queries/forecasts.js';
import { Funnels } from '../src/modules/reports/queries/funnels.js';
import { ValueBalances } from '../src/modules/reports/queries/value-balances.js';
import { byTurns, millisecondsOf, type Spread } from './measure.js';
import type { Bench } from './portfolio.js';

export type BoardName =
  | 'a page of fifty'
  | 'fifty off track'
  | 'the first findings'
  | 'aging'
  | 'aging, as of'
  | 'funnel'
  | 'value balance'
  | 'forecast';

export interface BoardFigures {
  /** Initiatives looked at a second, by one process. */
  readonly lookedAtASecond: number;
  readonly questions: Readonly<Record<BoardName, Spread>>;
}

const MARK = `
  INSERT INTO initiative_insight (initiative_id, portfolio_id, due_at) SELECT id, portfolio_id, '-infinity' FROM initiative
  WHERE portfolio_id = $1 ON CONFLICT (initiative_id) DO UPDATE SET health = NULL, health_reason = NULL, is_ready = NULL, looked_at = NULL,
    due_at = excluded.due_at`;
/** What the rules find of a thousand of them stands for all: those that were not looked at get the health of a neighbour. */
const SPREAD_HEALTH = `
  UPDATE initiative_insight n SET health = l.health, health_reason = l.health_reason, is_ready = l.is_ready, looked_at = l.looked_at,
    due_at = 'infinity'
  FROM (SELECT *, row_number() OVER (ORDER BY initiative_id) AS place, count(*) OVER () AS looked FROM initiative_insight WHERE looked_at IS NOT NULL) l,
    (SELECT initiative_id, row_number() OVER (ORDER BY initiative_id) AS place FROM initiative_insight WHERE looked_at IS NULL) w
  WHERE n.initiative_id = w.initiative_id AND l.place = 1 + w.place % l.looked`;
const SPREAD_FINDINGS = `
  INSERT INTO finding (id, finding_id, portfolio_id, initiative_id, code, subject, level, rank, since, message, facts, raised_at, recorded_at)
  SELECT gen_random_uuid(), gen_random_uuid(), i.portfolio_id, i.id, f.code, f.subject, f.level, f.rank, f.since, f.message, f.facts, f.raised_at,
    f.recorded_at
  FROM initiative i
  JOIN (SELECT *, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS known FROM finding WHERE initiative_id IS NOT NULL) f
    ON f.place = 1 + i.number % f.known
  WHERE NOT EXISTS (SELECT 1 FROM finding k WHERE k.initiative_id = i.id)`;

const LAST_SUMMER = '2026-07-01T00:00:00.000Z' as Instant;

const ALL_LOOKED_AT = 1_000;

/** Has the rules look at some of the portfolio, and asks what a board asks, by turns; milliseconds at one client. */
export const measureBoard = async ({ context, source, portfolio }: Bench, rounds: number): Promise<BoardFigures> => {
  const of = <T>(type: new (...given: never[]) => T): T => context.get(type, { strict: false });
  await of(MoveChanges).run();
  await of(MarkChanges).runAll();
  await source.query(MARK, [portfolio.id]);
  let looked = 0;
  const taken = await millisecondsOf(async () => {
    while (looked < ALL_LOOKED_AT) {
      const some = await of(LookAtInitiatives).runSome();
      looked += some;
      if (some === 0) {
        break;
      }
    }
  });
  await of(MoveChanges).run();
  await of(MarkChanges).runAll();
  await source.query(SPREAD_HEALTH);
  await source.query(SPREAD_FINDINGS);
  await source.query('VACUUM ANALYZE initiative_insight, finding');

  const list = of(InitiativeList);
  const page = async (filter: InitiativeFilter): Promise<void> => {
    const { nodes } = await list.page(portfolio, filter, 'UPDATED_DESC', { first: 50 });
    const ids = nodes.map(({ id }) => id);
    await of(AgingLevels).ofInitiatives(ids);
    await of(FindingList).ofInitiatives(ids, null);
  };
  const year = { from: '2025-10-01' as CalendarDate, to: '2026-09-30' as CalendarDate };
  const questions = await byTurns<BoardName>(
    {
      'a page of fifty': () => page({}),
      'fifty off track': () => page({ healths: ['AT_RISK', 'OFF_TRACK'] }),
      'the first findings': () => of(FindingList).page(portfolio, {}, null, { first: 25 }),
      aging: () => of(StageAgings).ofPortfolio(portfolio, null),
      'aging, as of': () => of(StageAgings).ofPortfolio(portfolio, LAST_SUMMER),
      funnel: () => of(Funnels).ofPortfolio(portfolio, year, null),
      'value balance': () => of(ValueBalances).ofPortfolio(portfolio, year, null),
      forecast: () => of(Forecasts).ofPortfolio(portfolio, 6, null),
    },
    rounds,
  );
  return { lookedAtASecond: (looked * 1_000) / taken, questions };
};
