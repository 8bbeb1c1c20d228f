// npm run bench -- [--sizes S,M] [--reports | --board] [--rounds N] [--json FILE]
// npm run bench -- --serve M --data DIR: no measuring, a database to look into.
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { measureInside } from './inside.js';
import { serveData } from './serve-data.js';
import { SIZES } from './sizes.js';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: 'S,M' },
    rounds: { type: 'string', default: '15' },
    json: { type: 'string' },
    data: { type: 'string' },
    serve: { type: 'string' },
    board: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const sizes = SIZES.filter(({ name }) => values.sizes.split(',').includes(name));
if (sizes.length === 0 || !Number.isInteger(rounds) || rounds < 1) {
  console.error('Usage: npm run bench -- [--sizes S,M,L] [--rounds 15] [--board] [--json FILE]');
  process.exit(1);
}
if (values.serve === undefined) {
  await measureInside({ sizes, rounds, boardOnly: values.board, json: values.json ?? null });
} else {
  await serveData(values.serve, values.data ?? null);
}
