import { describe, expect, it } from '@jest/globals';
import { compareSurvivors, listedIn, survivorsIn } from './survivors.mjs';

const source = 'export const a = (b: number) =>\n  b > 0 || `${b}` ? [\n  1,\n] : [];\n';
const at = (from: [number, number], to: [number, number]) => ({
  start: { line: from[0], column: from[1] },
  end: { line: to[0], column: to[1] },
});
const report = {
  files: {
    'src/domain/gates/vote.ts': {
      source,
      mutants: [
        { status: 'Survived', replacement: 'b >= 0 || `${b}`', location: at([2, 3], [2, 18]) },
        { status: 'NoCoverage', replacement: '[]', location: at([2, 21], [4, 2]) },
        { status: 'Killed', replacement: 'true', location: at([2, 3], [2, 8]) },
      ],
    },
  },
};

const table = [
  '| File          | Mutant | Reason |',
  '| ------------- | ------ | ------ |',
  '| gates/vote.ts | `` b > 0 \\|\\| `${b}` `` → `` b >= 0 \\|\\| `${b}` `` | Nobody votes so. |',
  '| gates/vote.ts | `[ 1, ]` → `[]` | |',
  '| gates/gone.ts | `1` → `2` | It was there once. |',
].join('\n');

describe('the mutants that survive', () => {
  it('are told by what was changed into what, in one line', () => {
    expect(survivorsIn(report)).toEqual([
      { file: 'gates/vote.ts', line: 2, change: '`` b > 0 \\|\\| `${b}` `` → `` b >= 0 \\|\\| `${b}` ``' },
      { file: 'gates/vote.ts', line: 2, change: '`[ 1, ]` → `[]`' },
    ]);
  });

  it('are read from a table, however it is padded', () => {
    expect(listedIn(table).map(({ file, reason }) => [file, reason])).toEqual([
      ['gates/vote.ts', 'Nobody votes so.'],
      ['gates/vote.ts', ''],
      ['gates/gone.ts', 'It was there once.'],
    ]);
  });

  it('each need a reason, and a reason needs a survivor', () => {
    const { unlisted, gone } = compareSurvivors(survivorsIn(report), listedIn(table));
    expect(unlisted.map(({ change }) => change)).toEqual(['`[ 1, ]` → `[]`']);
    expect(gone.map(({ file }) => file)).toEqual(['gates/gone.ts']);
  });
});
