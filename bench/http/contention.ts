import { writeFileSync } from 'node:fs';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { openData } from '../data.js';
import { tellMachine } from '../machine.js';
import type { Size } from '../sizes.js';
import { untilCalm } from './calm.js';
import { nodeFor } from './contestants/peers.js';
import { startContestant } from './contestants/start.js';
import { medianOf, quantile } from './figures.js';
import { startLoad } from './load/load-process.js';
import type { OperationName, World } from './operations/operation.js';
import { preparePeers } from './peer-schema.js';
import { short, table } from './table.js';
import { readWorld } from './world.js';

const WRITERS = [1, 8, 32] as const;

/** Who writes where: all on one initiative, each on another of one portfolio, and worklogs, which are told on the chain of the portfolio. */
const PLACES: readonly {
  readonly title: string;
  readonly operation: OperationName;
  readonly initiatives: (world: Pick<World, 'initiatives'>) => World['initiatives'];
}[] = [
  { title: 'evidence, one initiative', operation: 'M1', initiatives: ({ initiatives }) => initiatives.slice(0, 1) },
  { title: 'evidence, one portfolio', operation: 'M1', initiatives: ({ initiatives }) => initiatives },
  { title: '100 worklogs, one portfolio', operation: 'M2', initiatives: ({ initiatives }) => initiatives },
];

export interface ContentionRun {
  readonly size: Size;
  readonly rounds: number;
  readonly seconds: number;
  readonly data: string | null;
  readonly json: string | null;
}

interface Contended {
  readonly title: string;
  readonly writers: number;
  readonly rates: readonly number[];
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
  readonly complaint: string | null;
}

/** Has writers of the product get in one another's way, by turns, and prints what they get done. */
export const measureContention = async (run: ContentionRun): Promise<void> => {
  await ensureBuilt();
  const data = await openData(run.data, console.log);
  try {
    console.log(tellMachine(data.version, nodeFor('newest')));
    const database = await data.copyOf(run.size);
    const figures = await contend(database, run);
    await data.throwAway(database);
    console.log(
      `\nThe product alone at ${run.size.name}\n\n${table(
        ['what is written', 'writers', 'requests/s', 'p50 ms', 'p99 ms', 'failed'],
        figures.map(({ title, writers, rates, p50, p99, failed }) => [
          title,
          writers,
          short(medianOf(rates)),
          short(p50),
          short(p99),
          failed,
        ]),
      )}`,
    );
    figures
      .filter(({ complaint }) => complaint !== null)
      .forEach(({ title, writers, complaint }) => {
        console.log(`${title}, ${writers} writers: ${complaint}`);
      });
    if (run.json !== null) {
      writeFileSync(
        run.json,
        `${JSON.stringify({ machine: tellMachine(data.version, nodeFor('newest')), figures }, null, 2)}\n`,
      );
    }
  } finally {
    await data.stop();
  }
};

const contend = async (
  database: string,
  { rounds, seconds }: Pick<ContentionRun, 'rounds' | 'seconds'>,
): Promise<readonly Contended[]> => {
  await preparePeers(database);
  const load = await startLoad();
  const product = await startContestant('tollgate', database);
  try {
    const known = await readWorld(database);
    const world = { ...known, cursors: [null], run: `contention-${Date.now().toString(36)}` };
    await load.know({ know: 'tollgate', url: product.url, token: product.token, world });
    const turns = PLACES.flatMap((place) =>
      WRITERS.map((writers) => ({
        place,
        writers,
        rates: [] as number[],
        taken: [] as number[],
        failed: 0,
        complaint: null as string | null,
      })),
    );
    const offer = (turn: (typeof turns)[number], milliseconds: number) =>
      load.ask({
        ask: 'tollgate',
        operation: turn.place.operation,
        clients: turn.writers,
        milliseconds,
        initiatives: turn.place.initiatives(world),
      });
    for (const turn of turns) {
      await offer(turn, 500);
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const turn of turns) {
        await untilCalm(database);
        const outcome = await offer(turn, seconds * 1_000);
        turn.rates.push(outcome.milliseconds.length / outcome.seconds);
        turn.taken.push(...outcome.milliseconds);
        turn.failed += outcome.failed;
        turn.complaint ??= outcome.complaint;
      }
    }
    return turns.map(({ place, taken, ...turn }) => {
      const sorted = taken.toSorted((a, b) => a - b);
      return { ...turn, title: place.title, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
    });
  } finally {
    load.end();
    await product.stop();
  }
};
