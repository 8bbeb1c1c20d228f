import { describe, expect, it } from '@jest/globals';
import { readCsv, type CsvBreak, type CsvRow } from './read-csv.js';

async function* pieces(...texts: string[]): AsyncGenerator<string> {
  for (const text of texts) {
    yield await Promise.resolve(text);
  }
}

const readAll = async (...texts: string[]): Promise<(CsvRow | CsvBreak)[]> => {
  const rows: (CsvRow | CsvBreak)[] = [];
  for await (const row of readCsv(pieces(...texts))) {
    rows.push(row);
  }
  return rows;
};

describe('reading CSV', () => {
  it('tells the line on which a row begins, as an editor counts, whatever the line breaks inside and between rows', async () => {
    expect(await readAll('a,b\r\n1,"x\ny\r\nz"\r\n\r\n2,w\n3,v\r4,"u"')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', 'x\ny\r\nz'] },
      { line: 6, cells: ['2', 'w'] },
      { line: 7, cells: ['3', 'v'] },
      { line: 8, cells: ['4', 'u'] },
    ]);
  });

  it('reads the same however the text is cut into pieces', async () => {
    const text = 'a,b\r\n1,"x\r\n""y"""\r\n2,\r\n';
    const whole = await readAll(text);
    for (let cut = 1; cut < text.length; cut += 1) {
      expect(await readAll(text.slice(0, cut), text.slice(cut))).toEqual(whole);
    }
  });

  it('keeps a quote inside a cell that is not quoted', async () => {
    expect(await readAll('a,b\n5" disk,2\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['5" disk', '2'] },
    ]);
  });

  it('gives every row before a quote that is not closed, and then says where that row begins', async () => {
    const rows = await readAll('a,b\n1,2\n', '3,"four\n5,6\n', '7,8\n');
    expect(rows.slice(0, 2)).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
    ]);
    expect(rows).toHaveLength(3);
    expect(rows[2]).toEqual({ line: 3, reason: expect.stringContaining('not closed') });
  });

  it('gives up a row of more than a million characters instead of keeping the rest of the file in memory', async () => {
    const rows = await readAll('a,b\n', '1,2\n"', 'x'.repeat(600_000), 'x'.repeat(600_000), '"\n3,4\n');
    expect(rows.slice(0, 2)).toHaveLength(2);
    expect(rows[2]).toEqual({ line: 3, reason: expect.stringContaining('1,000,000') });
  });

  it('reads nothing from an empty file', async () => {
    expect(await readAll('')).toEqual([]);
  });
});
