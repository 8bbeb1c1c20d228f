import { describe, expect, it } from '@jest/globals';
import { compareSurvivors, listedIn, survivorsIn } from './survivors.mjs';

const source =
  'export const a = (b: number) =>\n  b > 0 || `${b}` ? [\n  1,\n] : [];\nexport const longName = (longArgument: number) => -longArgument;\n';
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
        { status: 'Survived', replacement: '() => ``', location: at([5, 25], [5, 64]) },
      ],
    },
  },
};

const LINE = '`` b > 0 \\|\\| `${b}` ? [ ``';
const BARS = `\`\` b > 0 \\|\\| \`\${b}\` \`\` → \`\` b >= 0 \\|\\| \`\${b}\` \`\` in ${LINE}`;
const LIST = `\`[ 1, ]\` → \`[]\` in ${LINE}`;
const LONG = '`(longArgument: number) => -longArgument` → ``` () => `` ```';

const table = [
  '| File          | Mutant | Reason |',
  '| ------------- | ------ | ------ |',
  `| gates/vote.ts | ${BARS} | Nobody votes so. |`,
  `| gates/vote.ts | ${LIST} | |`,
  '| gates/gone.ts | `1` → `2` | It was there once. |',
].join('\n');

describe('the mutants that survive', () => {
  it('are told by what was changed into what, with the line where that alone does not tell', () => {
    expect(survivorsIn(report)).toEqual([
      { file: 'gates/vote.ts', line: 2, change: BARS },
      { file: 'gates/vote.ts', line: 2, change: LIST },
      { file: 'gates/vote.ts', line: 5, change: LONG },
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
    expect(unlisted.map(({ change }) => change)).toEqual([LIST, LONG]);
    expect(gone.map(({ file }) => file)).toEqual(['gates/gone.ts']);
  });
});
