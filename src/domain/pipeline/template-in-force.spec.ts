import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, type Instant } from '../basics/instant.js';
import { templateInForce, type TemplateMove } from './template-in-force.js';

const noon = (day: string): Instant => `${day}T12:00:00.000Z` as Instant;
const move = (from: number, to: number, migratedAt: Instant): TemplateMove => ({
  fromTemplateId: `v${from}`,
  toTemplateId: `v${to}`,
  migratedAt,
});

describe('the template version in force', () => {
  it('is the one an initiative is on, where it was never moved', () => {
    expect(templateInForce({ templateId: 'v3', moves: [] }, noon('2020-01-01'))).toBe('v3');
  });

  it('is from its move on the new one, to the millisecond, and before that the one it came from', () => {
    const history = {
      templateId: 'v5',
      moves: [move(3, 4, noon('2026-03-01')), move(4, 5, noon('2026-05-01'))],
    };
    expect(templateInForce(history, noon('2020-01-01'))).toBe('v3');
    expect(templateInForce(history, '2026-03-01T11:59:59.999Z' as Instant)).toBe('v3');
    expect(templateInForce(history, noon('2026-03-01'))).toBe('v4');
    expect(templateInForce(history, noon('2026-04-30'))).toBe('v4');
    expect(templateInForce(history, noon('2026-05-01'))).toBe('v5');
    expect(templateInForce(history, noon('2030-01-01'))).toBe('v5');
  });

  it('of two moves at one instant is that of the later one', () => {
    const at = noon('2026-03-01');
    expect(templateInForce({ templateId: 'v5', moves: [move(3, 4, at), move(4, 5, at)] }, at)).toBe('v5');
  });

  it('at an instant is the same whatever was moved later', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 0, max: 30 }), (between, asked) => {
        const moves = between.map((_, position) =>
          move(position, position + 1, instantOf(between.slice(0, position + 1).reduce((sum, gap) => sum + gap, 0))),
        );
        const at = instantOf(asked);
        const known = moves.filter(({ migratedAt }) => migratedAt <= at);
        const whole = templateInForce({ templateId: `v${moves.length}`, moves }, at);
        expect(whole).toBe(templateInForce({ templateId: `v${known.length}`, moves: known }, at));
      }),
    );
  });
});
