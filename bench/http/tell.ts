import type { Size } from '../sizes.js';
import { CONTESTANT_NAMES, type ContestantName } from './contestants/index.js';
import { medianOf, ratioOf, type Cell, type Clients, type Figures } from './figures.js';
import { OPERATION_NAMES, type OperationName } from './operations/operation.js';
import { short, table } from './table.js';
import { growthTarget, MOST_IDLE_MEGABYTES, MOST_P99_OF_P50, MOST_READY_MS, targetOf } from './targets.js';

const TITLES: Readonly<Record<OperationName, string>> = {
  Q1: 'Q1 board',
  Q2: 'Q2 initiative',
  Q3: 'Q3 report',
  Q3raw: 'Q3 from the ledger',
  F: 'Funnel',
  M1: 'M1 evidence',
  M2: 'M2 100 worklogs',
};
const SIZE_NAMES = ['S', 'M', 'L'] as const;
const PEERS = ['naive', 'postgraphile', 'bare'] as const;

/** The tables of a run, as Markdown. */
export const tellFigures = ({ cells, keeps, absent }: Figures): string => {
  const cell = (size: string, operation: OperationName, contestant: ContestantName, clients: Clients) =>
    cells.find(
      (each) =>
        each.size === size &&
        each.operation === operation &&
        each.contestant === contestant &&
        each.clients === clients,
    );
  const sizes = SIZE_NAMES.filter((size) => cells.some((each) => each.size === size));
  const operations = OPERATION_NAMES.filter((name) => cells.some(({ operation }) => operation === name));
  const names = CONTESTANT_NAMES.filter((name) => cells.some(({ contestant }) => contestant === name));
  const parts = sizes.map((size) => `At ${size}\n\n${answersAt(size, cells)}`);
  parts.push(
    `Times as fast as a peer, 16 clients: median of the rounds (least to most), and the target\n\n${table(
      ['operation', 'size', ...PEERS],
      operations.flatMap((operation) =>
        sizes.flatMap((size) => {
          const own = cell(size, operation, 'tollgate', 16);
          return own
            ? [
                [
                  TITLES[operation],
                  size,
                  ...PEERS.map((peer) =>
                    ratioTold(own, cell(size, operation, peer, 16), targetOf(size, operation, peer)),
                  ),
                ],
              ]
            : [];
        }),
      ),
    )}`,
  );
  if (sizes.length > 1) {
    parts.push(`Times as slow as at the size before, 16 clients\n\n${growth(operations, sizes, names, cell)}`);
  }
  parts.push(
    `p99 / p50 of the product, 16 clients; the target is ${MOST_P99_OF_P50} at most\n\n${table(
      ['operation', ...sizes],
      operations
        .filter((operation) => cells.some((each) => each.operation === operation && each.contestant === 'tollgate'))
        .map((operation) => [
          TITLES[operation],
          ...sizes.map((size) => {
            const own = cell(size, operation, 'tollgate', 16);
            return own ? short(own.p99 / own.p50) : '';
          }),
        ]),
    )}`,
    `Start-up and memory; the targets of the product are ${MOST_READY_MS / 1_000} s on a migrated database and ${MOST_IDLE_MEGABYTES} MB idle\n\n${table(
      ['contestant', 'size', 'ready after s', 'idle MB', 'after the load MB'],
      keeps.map(({ contestant, size, readyAfterMs, idle, afterLoad }) => [
        contestant,
        size,
        (readyAfterMs / 1_000).toFixed(2),
        idle,
        afterLoad,
      ]),
    )}`,
    ...Object.entries(absent).map(([name, why]) => `${name} was not there: ${why}.`),
    ...cells
      .filter(({ failed }) => failed > 0)
      .map(
        (each) =>
          `${each.contestant} failed ${each.failed} times at ${each.size} ${each.operation}, ${each.clients} clients: ${each.complaint ?? ''}`,
      ),
  );
  return parts.join('\n\n');
};

const answersAt = (size: Size['name'], cells: readonly Cell[]): string =>
  table(
    ['operation', 'contestant', 'clients', 'requests/s', 'p50 ms', 'p95 ms', 'p99 ms'],
    cells
      .filter((cell) => cell.size === size)
      .map(({ operation, contestant, clients, rates, p50, p95, p99 }) => [
        TITLES[operation],
        contestant,
        clients,
        short(medianOf(rates)),
        short(p50),
        short(p95),
        short(p99),
      ]),
  );

const ratioTold = (own: Cell, peer: Cell | undefined, target: number | null): string => {
  if (!peer) {
    return '';
  }
  const { median, low, high } = ratioOf(own, peer);
  const wanted = target === null ? '' : `, target ${target}${median >= target ? '' : ': missed'}`;
  return `${short(median)} (${short(low)} to ${short(high)})${wanted}`;
};

const growth = (
  operations: readonly OperationName[],
  sizes: readonly Size['name'][],
  names: readonly ContestantName[],
  cell: (size: string, operation: OperationName, contestant: ContestantName, clients: Clients) => Cell | undefined,
): string =>
  table(
    ['operation', 'sizes', ...names],
    operations.flatMap((operation) =>
      sizes.slice(1).map((size, index) => {
        const before = sizes[index] ?? size;
        const target = size === 'L' ? growthTarget(operation) : null;
        return [
          TITLES[operation],
          `${before} to ${size}`,
          ...names.map((name) => {
            const [from, to] = [cell(before, operation, name, 16), cell(size, operation, name, 16)];
            const times = from && to ? medianOf(from.rates) / medianOf(to.rates) : Number.NaN;
            return `${short(times)}${name === 'tollgate' && target !== null ? `, target ${target} at most` : ''}`;
          }),
        ];
      }),
    ),
  );
