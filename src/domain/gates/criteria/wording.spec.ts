import { describe, expect, it } from '@jest/globals';
import { decimal, HUNDRED } from '../../basics/decimal.js';
import { counted, listed, measured, percentUnder, sentence } from './wording.js';

describe('wording', () => {
  it('joins clauses into one sentence', () => {
    expect(sentence(['no guardrail is defined', 'x has no target'])).toBe('No guardrail is defined; x has no target.');
  });

  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('lists %j as people say it', (parts, text) => {
    expect(listed(parts)).toBe(text);
  });

  it('counts in the singular and the plural', () => {
    expect([counted(1, 'group'), counted(0, 'group')]).toEqual(['1 group', '0 groups']);
  });

  it('writes a value with its unit, and bare where there is none', () => {
    expect([measured(decimal('5.2'), '%'), measured(decimal('5.2'), '')]).toEqual(['5.2 %', '5.2']);
  });

  it.each([
    ['99.9', '99.9'],
    ['99.97', '99.97'],
    ['99.9996', '99.9996'],
    ['99.9999999999', '99.9999999999'],
  ])('never shows %s percent as the 100 it misses, but as %s', (percent, shown) => {
    expect(percentUnder({ numerator: decimal(percent), denominator: decimal('1') }, HUNDRED)).toBe(shown);
  });

  it('stops at ten decimals', () => {
    const almost = { numerator: decimal('99999999999999'), denominator: decimal('1000000000000') };
    expect(percentUnder(almost, HUNDRED)).toBe('100.0000000000');
  });
});
