import { describe, expect, it } from '@jest/globals';
import { runsInSight } from './directions.js';

const seen = (line: string): string[] =>
  runsInSight(line).map(({ text, isRightToLeft }) => (isRightToLeft ? `<${text}` : text));

describe('runsInSight', () => {
  it('leaves a line alone in which everything is read from left to right', () => {
    expect(seen('')).toEqual([]);
    expect(seen('Claims 12 (2026)')).toEqual(['Claims 12 (2026)']);
  });

  it('takes words that are read to the left as one run, as far as a letter that is not', () => {
    expect(seen('A שלום עולם B שלום.')).toEqual(['A ', '<שלום עולם', ' B ', '<שלום', '.']);
  });

  it('keeps numbers among them as they are, and has what follows them before them', () => {
    expect(seen('X שלום 12.5 עולם')).toEqual(['X ', '< עולם', '12.5', '<שלום ']);
    expect(seen('مرحبا ١٢')).toEqual(['<مرحبا', ' ١٢']);
  });

  it('keeps marks with the letter they are on', () => {
    expect(seen('בְּ x')).toEqual(['<בְּ', ' x']);
  });
});
