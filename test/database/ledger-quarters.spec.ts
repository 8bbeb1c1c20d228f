import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dateAt, type CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { decimal } from '../../src/domain/basics/decimal.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import { NO_TRAITS } from '../../src/domain/effort/classification-rule.js';
import { ExtendLedger } from '../../src/modules/effort/commands/extend-ledger.js';
import { FoldEffort } from '../../src/modules/effort/commands/fold-effort.js';
import { RecordEffort } from '../../src/modules/effort/commands/record-effort.js';
import { EffortSums } from '../../src/modules/effort/queries/effort-sums.js';
import { LedgerQuarters } from '../../src/modules/effort/queries/ledger-quarters.js';
import { asOfBench, made, type AsOfBench } from '../support/as-of-bench.js';

const YEARS = 6;
const QUARTER_DAYS = 91;

describe('the partitions of the ledger, while years go by', () => {
  let bench: AsOfBench;
  let key: string;
  let recorded = 0;

  beforeAll(async () => {
    bench = await asOfBench();
    await bench.importRow('One', 'ai-poc-to-production', [['intake', '2025-01-01T00:00:00.000Z']]);
    const [initiative] = await bench.rows<{ key: string }>('SELECT key FROM initiative');
    key = initiative!.key;
  });
  afterAll(() => bench.close());

  const today = (): CalendarDate => dateAt(bench.clock.now(), 'UTC');
  const record = async (workedOn: CalendarDate): Promise<void> => {
    recorded += 1;
    const entry = {
      initiativeKey: key,
      categoryKey: 'PEOPLE_PROCESS',
      amount: decimal('1'),
      unit: 'PERSON_DAYS' as const,
      workedOn,
      person: null,
      note: null,
      ...NO_TRAITS,
      source: 'years',
      externalId: String(recorded),
      method: 'WORKLOG' as const,
      problems: [],
    };
    const { rows } = made(
      await bench.context.get(RecordEffort).run(bench.people.manager, bench.portfolio.key, [entry]),
    );
    expect(rows.map(({ status }) => status)).toEqual(['RECORDED']);
  };
  const standing = () =>
    bench.rows<{ partition: string; entries: number }>(
      `SELECT tableoid::regclass::text AS partition, count(*)::int AS entries FROM effort_entry GROUP BY 1 ORDER BY 1`,
    );
  const reported = async (asOf: Instant | null): Promise<string> => {
    const window = { from: '2026-01-01' as CalendarDate, to: today(), asOf };
    const { total } = await bench.context.get(EffortSums).ofPortfolio(bench.portfolio, window, 'NONE');
    return total.map(({ personDays }) => personDays.toString()).join();
  };

  it('are made before their quarter begins, and all that were made stay and are asked', async () => {
    for (let quarter = 0; quarter < 4 * YEARS; quarter += 1) {
      bench.clock.set(`${addDays('2026-02-15' as CalendarDate, quarter * QUARTER_DAYS)}T12:00:00.000Z` as Instant);
      await bench.context.get(ExtendLedger).run();
      const seen = await bench.context.get(LedgerQuarters).on(today());
      expect(seen).toMatchObject({ running: 1, bytesElsewhere: 0 });
      expect(seen.ahead).toBeGreaterThanOrEqual(4);
      await record(today());
    }
    await bench.context.get(FoldEffort).run();
    const partitions = await standing();
    expect(partitions).toHaveLength(4 * YEARS);
    expect(partitions.every(({ entries }) => entries === 1)).toBe(true);
    expect(await reported(null)).toBe(String(4 * YEARS));
    // The first of them, as it was known long ago.
    expect(await reported('2026-02-20T00:00:00.000Z' as Instant)).toBe('1');
    expect(await reported('2029-01-01T00:00:00.000Z' as Instant)).toBe('12');
  });

  it('need not be there: what has none stands with the rest, is asked with the others, and is told of', async () => {
    bench.clock.set('2035-05-01T12:00:00.000Z' as Instant);
    await record(today());
    expect((await standing()).at(-1)).toEqual({ partition: 'effort_partition.rest', entries: 1 });
    expect(await bench.context.get(LedgerQuarters).on(today())).toMatchObject({ running: 0, ahead: 0 });
    expect((await bench.context.get(LedgerQuarters).on(today())).bytesElsewhere).toBeGreaterThan(0);
    await bench.context.get(ExtendLedger).run();
    expect(await bench.context.get(LedgerQuarters).on(today())).toMatchObject({ running: 0, ahead: 4 });
    expect(await reported(null)).toBe(String(4 * YEARS + 1));
  });
});
