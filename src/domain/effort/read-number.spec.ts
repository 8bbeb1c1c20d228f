import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readNumber, type DecimalMark } from './read-number.js';

const numberIn = (text: string, mark: DecimalMark | null = null): string => {
  const reading = readNumber(text, mark);
  return reading.ok ? reading.value : `refused: ${reading.reason}`;
};

describe('a number as people write it', () => {
  it.each([
    ['12', '12'],
    ['007', '7'],
    ['0', '0'],
    ['000', '0'],
    ['12.5', '12.5'],
    ['12,5', '12.5'],
    ['12.50', '12.50'],
    ['.5', '0.5'],
    [',25', '0.25'],
    ['1234.567', '1234.567'],
    ['0.125', '0.125'],
    ['0,125', '0.125'],
    ['1.2345', '1.2345'],
    ['1,234.5', '1234.5'],
    ['1.234,5', '1234.5'],
    ["1'234.5", '1234.5'],
    ['1’234,5', '1234.5'],
    ['1 234,5', '1234.5'],
    ['1 234', '1234'],
    ['12,345,678', '12345678'],
    ['12.345.678', '12345678'],
    ['½', '0.5'],
    ['7¼', '7.25'],
    ['7¾', '7.75'],
  ])('tells by its form that %s is %s', (text, value) => {
    expect(numberIn(text)).toBe(value);
  });

  it.each(['1,234', '1.234', '999,000'])('leaves %s open, for it can be a thousand or one and a bit', (text) => {
    expect(numberIn(text)).toContain(`"${text}" can be read in two ways`);
  });

  it.each([
    ['1,234', 'POINT', '1234'],
    ['1,234', 'COMMA', '1.234'],
    ['1.234', 'POINT', '1.234'],
    ['1.234', 'COMMA', '1234'],
    ['1,234.5', 'POINT', '1234.5'],
    ['1.234,5', 'COMMA', '1234.5'],
    ["1'234", 'COMMA', '1234'],
    ["1'234,5", 'COMMA', '1234.5'],
    ['12,5', 'COMMA', '12.5'],
    ['12.5', 'POINT', '12.5'],
    ['12', 'COMMA', '12'],
  ] as const)('reads %s by the mark %s as %s', (text, mark, value) => {
    expect(numberIn(text, mark)).toBe(value);
  });

  it.each([
    ['12,5', 'POINT', 'a point'],
    ['12.5', 'COMMA', 'a comma'],
    ['1,234.5', 'COMMA', 'a comma'],
    ['1.234,5', 'POINT', 'a point'],
    ["1'234.5", 'COMMA', 'a comma'],
  ] as const)('refuses %s where the mark is %s', (text, mark, name) => {
    expect(numberIn(text, mark)).toContain(`is no number where the decimal mark is ${name}`);
  });

  it('refuses marks that contradict each other', () => {
    expect(numberIn('1,234,5')).toContain('its marks contradict each other');
  });

  it.each([
    '',
    '.',
    '5.',
    '5,',
    '12..5',
    '12.5.5',
    '1,23,456',
    '1234 567',
    '1e3',
    '+5',
    '-5',
    '½5',
    '٣',
    '1_000',
    'NaN',
  ])('refuses "%s"', (text) => {
    expect(numberIn(text)).toBe(`refused: "${text}" is no number.`);
  });

  it('takes 12 digits before the mark and 10 after it, and no more', () => {
    expect(numberIn('999999999999.1234567891')).toBe('999999999999.1234567891');
    expect(numberIn('1000000000000')).toContain('more than 12 digits');
    expect(numberIn('1.12345678912')).toContain('more than 10 after it');
    expect(numberIn('000000000000001')).toBe('1');
  });

  it('reads back what is written by a mark, with thousands apart or not', () => {
    const parts = fc.record({
      wholes: fc.integer({ min: 0, max: 999_999_999 }),
      decimals: fc.stringMatching(/^\d{0,10}$/),
      mark: fc.constantFrom<DecimalMark>('POINT', 'COMMA'),
      isGrouped: fc.boolean(),
    });
    fc.assert(
      fc.property(parts, ({ wholes, decimals, mark, isGrouped }) => {
        const [decimalMark, other] = mark === 'POINT' ? ['.', ','] : [',', '.'];
        const whole = isGrouped ? String(wholes).replace(/\B(?=(\d{3})+$)/g, other) : String(wholes);
        expect(numberIn(decimals === '' ? whole : `${whole}${decimalMark}${decimals}`, mark)).toBe(
          decimals === '' ? String(wholes) : `${wholes}.${decimals}`,
        );
      }),
    );
  });
});
