import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentReader } from './row-content.js';

describe('the content of a row', () => {
  const cells = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.string()), { selector: ([name]) => name });

  it('is the same in whatever order the columns stand, and whichever blank ones there are', () => {
    fc.assert(
      fc.property(cells, fc.infiniteStream(fc.nat()), (row, numbers) => {
        const shuffled = [...row, ['Blank', '']]
          .map((each) => ({ each, by: numbers.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ each }) => each);
        const contentOf = (columns: readonly (readonly string[])[]) =>
          contentReader(columns.map(([name = '']) => name))(columns.map(([, cell = '']) => cell));
        expect(contentOf(shuffled)).toBe(contentOf(row));
      }),
    );
  });

  it('tells columns of one name by where they stand, and rows that differ apart', () => {
    const contentOf = contentReader(['b', 'a', 'b']);
    expect(contentOf(['1', '', '2'])).toBe('[["b","1"],["b","2"]]');
    expect(contentOf(['2', '', '1'])).toBe('[["b","2"],["b","1"]]');
    expect(contentOf(['1', '2'])).toBe('[["a","2"],["b","1"]]');
  });
});
