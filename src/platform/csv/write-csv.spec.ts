import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { asItWas } from '../../../test/support/exported-text.js';
import { csvHeader, csvLines, harmless, type CsvColumn } from './write-csv.js';

type Row = readonly [text: string | null, number: string | null];
const COLUMNS: readonly CsvColumn<Row>[] = [
  { name: 'text', value: ([text]) => text },
  { name: 'days', value: ([, number]) => number, isNumber: true },
];
const SIGNS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
// Texts that are likely to go wrong: signs, quotes and separators, at the beginning above all.
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...SIGNS, "'", '"', ',', ' ', 'a', '1', '\uFEFF') }),
);
const read = (csv: string): string[][] => parse(csv, { record_delimiter: '\r\n' });

describe('writing CSV', () => {
  it('quotes what has to be quoted, ends lines as RFC 4180 says, and leaves a cell empty for what is not there', () => {
    expect(csvHeader(COLUMNS, false)).toBe('text,days\r\n');
    expect(csvHeader(COLUMNS, true)).toBe('\uFEFFtext,days\r\n');
    expect(
      csvLines(COLUMNS, [
        ['plain', '1.50'],
        ['a, "b"', '-0.75'],
        ['two\nlines', '0'],
        ['a\rb', null],
        [null, null],
      ]),
    ).toBe('plain,1.50\r\n"a, ""b""",-0.75\r\n"two\nlines",0\r\n"a\rb",\r\n,\r\n');
    expect(csvLines(COLUMNS, [])).toBe('');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30 1', "'+49 30 1"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ["'tis", "'tis"],
    ['1-1', '1-1'],
    ['', ''],
  ])('takes the sting out of %j', (text, written) => {
    expect(harmless(text)).toBe(written);
    expect(asItWas(written)).toBe(text);
  });

  it('leaves a negative number in a column of numbers as it is, and only that', () => {
    expect(csvLines(COLUMNS, [['-1', '-1']])).toBe("'-1,-1\r\n");
    expect(csvLines(COLUMNS, [['', '-1+cmd']])).toBe(",'-1+cmd\r\n");
    expect(csvLines(COLUMNS, [['', '=1']])).toBe(",'=1\r\n");
  });

  it('gives back every value when it is read, and no text that begins as a formula does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(nasty, fc.oneof(nasty, fc.constantFrom('1', '-2.5')))), (rows) => {
        const cells = read(csvHeader(COLUMNS, false) + csvLines(COLUMNS, rows)).slice(1);
        expect(cells.map(([text = '']) => asItWas(text))).toEqual(rows.map(([text]) => text));
        expect(cells.flatMap(([text = '']) => SIGNS.filter((sign) => text.startsWith(sign)))).toEqual([]);
        const numbers = cells.map(([, number = '']) => number);
        expect(numbers.filter((cell) => /^[=+\-@\t\r\n]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
