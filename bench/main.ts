// npm run bench -- [--sizes S,M] [--seconds 1] [--rounds 3] [--only Q1,M1] [--contestants tollgate,bare] [--node newest|own] [--data DIR] [--json FILE]
// npm run bench -- --reports | --board [--sizes S,M] [--rounds 15] [--json FILE]: the queries inside this process, without a server.
// npm run bench -- --contention [--sizes M] [--seconds 3] [--rounds 3] [--data DIR]: writers of the product in one another's way.
// npm run bench -- --serve M --data DIR: no measuring, a database to look into.
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { measureContention } from './http/contention.js';
import { CONTESTANT_NAMES } from './http/contestants/index.js';
import { NODE_CHOICES } from './http/contestants/peers.js';
import { measureHttp } from './http/measure-http.js';
import { OPERATION_NAMES } from './http/operations/operation.js';
import { measureInside } from './inside.js';
import { serveData } from './serve-data.js';
import { SIZES } from './sizes.js';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string' },
    seconds: { type: 'string' },
    rounds: { type: 'string' },
    only: { type: 'string', default: OPERATION_NAMES.join() },
    contestants: { type: 'string', default: CONTESTANT_NAMES.join() },
    data: { type: 'string' },
    json: { type: 'string' },
    reports: { type: 'boolean', default: false },
    board: { type: 'boolean', default: false },
    contention: { type: 'boolean', default: false },
    node: { type: 'string', default: 'newest' },
    serve: { type: 'string' },
  },
});
const chosen = <T extends string>(known: readonly T[], text: string): readonly T[] =>
  known.filter((name) => text.split(',').includes(name));

const isInside = values.reports || values.board;
const rounds = Number(values.rounds ?? (isInside ? 15 : 3));
const seconds = Number(values.seconds ?? (values.contention ? 3 : 1));
const sizeNames = (values.sizes ?? (values.contention ? 'M' : 'S,M')).split(',');
const sizes = SIZES.filter(({ name }) => sizeNames.includes(name));
const operations = chosen(OPERATION_NAMES, values.only);
const contestants = chosen(CONTESTANT_NAMES, values.contestants);
const [node] = chosen(NODE_CHOICES, values.node);
const data = values.data ?? null;
const json = values.json ?? null;
if (
  node === undefined ||
  [sizes, operations, contestants].some(({ length }) => length === 0) ||
  !(rounds >= 1) ||
  !(seconds > 0)
) {
  console.error(
    `Usage: npm run bench -- [--sizes S,M,L] [--seconds 1] [--rounds 3] [--only ${OPERATION_NAMES.join()}] [--contestants ${CONTESTANT_NAMES.join()}] [--node ${NODE_CHOICES.join('|')}] [--data DIR] [--json FILE] [--reports | --board | --contention | --serve SIZE]`,
  );
  process.exit(1);
}
const measure = async (): Promise<void> => {
  if (isInside) {
    await measureInside({ sizes, rounds, boardOnly: values.board, json });
  } else if (values.contention) {
    for (const size of sizes) {
      await measureContention({ size, rounds, seconds, data, json });
    }
  } else {
    await measureHttp({ sizes, rounds, seconds, operations, contestants, node, data, json });
  }
};

if (values.serve === undefined) {
  // What is broken off cleans up behind itself too.
  process.once('SIGINT', () => process.exit(1)).once('SIGTERM', () => process.exit(1));
  await measure();
} else {
  await serveData(values.serve, data);
}
