import type { CalendarDate } from '../src/domain/basics/calendar-date.js';
import { addDays } from '../src/domain/basics/calendar-date.js';
import { decimal } from '../src/domain/basics/decimal.js';
import { FoldEffort } from '../src/modules/effort/commands/fold-effort.js';
import { RecordEffort } from '../src/modules/effort/commands/record-effort.js';
import type { Bench } from './portfolio.js';
import { FIRST_DAY } from './sizes.js';

const WRITERS = 8;
const BATCH = 100;
const BATCHES = 30;

/** Entries a second of eight writers on initiatives of their own, a hundred entries a batch, in each round. */
export interface Ingestion {
  readonly with: readonly number[];
  readonly without: readonly number[];
}

let next = 0;

const ingest = async ({ context, admin, portfolio }: Bench): Promise<void> => {
  const record = context.get(RecordEffort, { strict: false });
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let batch = 0; batch < BATCHES; batch += 1) {
        const entries = Array.from({ length: BATCH }, (__, index) => ({
          initiativeKey: `BENCH-${writer * 10 + (batch % 10) + 1}`,
          categoryKey: (['PEOPLE_PROCESS', 'TECHNOLOGY_DATA', 'ALGORITHMS'] as const)[index % 3] ?? null,
          amount: decimal('0.25'),
          unit: 'HOURS' as const,
          workedOn: addDays(FIRST_DAY as CalendarDate, (batch * 7 + index) % 700),
          person: `writer-${writer}-${index % 10}`,
          note: null,
          labels: [],
          components: [],
          ticketType: null,
          projectKey: null,
          connectionId: null,
          source: 'ingestion',
          externalId: String((next += 1)),
          method: 'WORKLOG' as const,
          problems: [],
        }));
        const result = await record.run(admin, portfolio.key, entries);
        if (!result.ok || result.value.recorded !== BATCH) {
          throw new Error(JSON.stringify(result));
        }
      }
    }),
  );
};

/** Ingestion with rollups, which fold in the background all the while, and without any, by turns. */
export const measureIngestion = async (bench: Bench, rounds: number): Promise<Ingestion> => {
  const { source, context } = bench;
  const fold = context.get(FoldEffort, { strict: false });
  const rateOf = async (isFolding: boolean): Promise<number> => {
    const state = { isOver: false };
    const folding = (async () => {
      while (isFolding && !state.isOver) {
        await fold.run();
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    })();
    const start = performance.now();
    await ingest(bench);
    const seconds = (performance.now() - start) / 1000;
    state.isOver = true;
    await folding;
    return (WRITERS * BATCHES * BATCH) / seconds;
  };
  const rates = { with: [] as number[], without: [] as number[] };
  await rateOf(true);
  for (let round = 0; round < rounds; round += 1) {
    await source.query('ALTER TABLE effort_entry ENABLE TRIGGER effort_entry_deltas');
    rates.with.push(await rateOf(true));
    await source.query('ALTER TABLE effort_entry DISABLE TRIGGER effort_entry_deltas');
    rates.without.push(await rateOf(false));
  }
  await source.query('ALTER TABLE effort_entry ENABLE TRIGGER effort_entry_deltas');
  return rates;
};
