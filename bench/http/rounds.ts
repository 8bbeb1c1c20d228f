import type { Size } from '../sizes.js';
import { untilCalm } from './calm.js';
import { DIALECTS, type ContestantName } from './contestants/index.js';
import type { Running } from './contestants/start.js';
import { CLIENTS, medianOf, quantile, type Cell } from './figures.js';
import type { LoadProcess } from './load/load-process.js';
import type { Outcome } from './load/load.js';
import type { OperationName } from './operations/operation.js';

/** What a run asks for. */
export interface Plan {
  readonly operations: readonly OperationName[];
  readonly rounds: number;
  /** Of each turn. */
  readonly seconds: number;
  /** Takes a line where something has been measured. */
  readonly tell: (line: string) => void;
}

const WARM_UP_MS = 700;
const WARM_UP_CLIENTS = 4;
const WRITES: readonly OperationName[] = ['M1', 'M2'];

/**
 * Asks the contestants by turns, operation by operation and round by round, each round in another order: what slows the machine down
 * meets all of them. Reads come before writes, which change what is read.
 */
export const measureRounds = async (
  size: Size['name'],
  database: string,
  contestants: readonly Running[],
  load: LoadProcess,
  { operations, rounds, seconds, tell }: Plan,
): Promise<readonly Cell[]> => {
  const cells: Cell[] = [];
  const settled = async (name: ContestantName, operation: OperationName): Promise<void> => {
    if (name === 'tollgate' && WRITES.includes(operation)) {
      await untilCalm(database);
    }
  };
  for (const operation of operations) {
    const those = contestants.filter(({ name }) => DIALECTS[name].asks[operation]);
    for (const { name } of those) {
      await load.ask({ ask: name, operation, clients: WARM_UP_CLIENTS, milliseconds: WARM_UP_MS });
      await settled(name, operation);
    }
    for (const clients of CLIENTS) {
      const outcomes = new Map<string, Outcome[]>(those.map(({ name }) => [name, []]));
      for (let round = 0; round < rounds; round += 1) {
        const first = round % those.length;
        for (const { name } of [...those.slice(first), ...those.slice(0, first)]) {
          outcomes.get(name)?.push(await load.ask({ ask: name, operation, clients, milliseconds: seconds * 1_000 }));
          await settled(name, operation);
        }
      }
      const measured = those.map(({ name }) => ({
        size,
        operation,
        contestant: name,
        clients,
        ...cellOf(outcomes.get(name) ?? []),
      }));
      cells.push(...measured);
      const rates = measured.map(({ contestant, rates }) => `${contestant} ${medianOf(rates).toFixed(0)}/s`);
      tell(`${size} ${operation}, ${clients} clients: ${rates.join(', ')}`);
    }
  }
  return cells;
};

const cellOf = (outcomes: readonly Outcome[]): Omit<Cell, 'size' | 'operation' | 'contestant' | 'clients'> => {
  const sorted = outcomes.flatMap(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return {
    rates: outcomes.map(({ milliseconds, seconds }) => milliseconds.length / seconds),
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    p99: quantile(sorted, 0.99),
    answered: sorted.length,
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
    complaint: outcomes.find(({ complaint }) => complaint !== null)?.complaint ?? null,
  };
};
