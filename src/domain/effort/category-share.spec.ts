import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDate } from '../basics/calendar-date.js';
import { decimal, ZERO } from '../basics/decimal.js';
import { lastDays, onCategory, percentOf, personDaysOf, workedWithin, type WorkedEffort } from './category-share.js';

const day = (text: string) => text as CalendarDate;
const worked = (categoryKey: string | null, personDays: string, workedOn: string): WorkedEffort => ({
  categoryKey,
  personDays: decimal(personDays),
  workedOn: day(workedOn),
});

describe('effort of a window', () => {
  it('is that of its days, the first and the last included', () => {
    expect(lastDays(day('2026-03-31'), 90)).toEqual({ from: '2026-01-01', to: '2026-03-31' });
    expect(lastDays(day('2026-03-31'), 1)).toEqual({ from: '2026-03-31', to: '2026-03-31' });
    const effort = ['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01'].map((on) => worked('A', '1', on));
    expect(workedWithin(effort, lastDays(day('2026-03-31'), 90)).map(({ workedOn }) => workedOn)).toEqual([
      '2026-01-01',
      '2026-03-31',
    ]);
  });

  it('is net of reversals: an entry that was taken back is no effort', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 })), (amounts) => {
        const entries = amounts.map((amount) => worked('A', `${amount}.125`, '2026-01-01'));
        const reversals = amounts.map((amount) => worked('A', `-${amount}.125`, '2026-01-01'));
        expect(personDaysOf([...entries, ...reversals])).toBe('0');
      }),
    );
  });

  it('of a category leaves out other categories and what has none', () => {
    const effort = [worked('A', '1', '2026-01-01'), worked('B', '2', '2026-01-01'), worked(null, '4', '2026-01-01')];
    expect(personDaysOf(onCategory(effort, 'A'))).toBe('1');
    expect(personDaysOf(effort)).toBe('7');
  });

  it('has an exact share of the whole, and none of nothing', () => {
    expect(percentOf(decimal('1'), decimal('3'))).toEqual({ numerator: '100', denominator: '3' });
    expect(percentOf(ZERO, ZERO)).toBeNull();
    expect(percentOf(decimal('1'), decimal('-1'))).toBeNull();
  });
});
