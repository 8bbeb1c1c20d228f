import { describe, expect, it } from '@jest/globals';
import {
  besideEachOther,
  binsOf,
  endOfDays,
  niceTop,
  placeLabels,
  shortOf,
  stackOf,
  stepsTo,
} from '../src/charts/geometry';
import { healthHeadline } from '../src/screens/portfolio/headlines';
import {
  dayIn,
  eightQuarters,
  endOf,
  monthOf,
  presetOf,
  presetPeriod,
  quarterOf,
  statedAsOf,
  statedPeriod,
  yearEndingWith,
} from '../src/screens/portfolio/period';
import { restOf } from '../src/screens/portfolio/report';

describe('geometry of charts', () => {
  it('puts every one into one bin, and makes bins that lie next to each other from 0 on', () => {
    const days = Array.from({ length: 137 }, (_, index) => (index * 37) % 131);
    const bins = binsOf(days);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(137);
    expect(bins[0]?.from).toBe(0);
    bins.slice(1).forEach((bin, index) => {
      expect(bin.from).toBe(bins[index]?.to);
    });
    for (const { from, to, count } of bins) {
      expect(days.filter((day) => day >= from && (day < to || (to === bins.at(-1)?.to && day === to)))).toHaveLength(
        count,
      );
    }
    expect(binsOf([])).toEqual([]);
    expect(binsOf([0, 0, 0]).reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  it('ends an axis at a round number with room for all', () => {
    expect(niceTop(138)).toBe(140);
    expect(niceTop(0)).toBe(10);
    expect(niceTop(63)).toBeGreaterThanOrEqual(63);
    expect(stepsTo(100)).toEqual([0, 20, 40, 60, 80, 100]);
  });

  it('has room for all of a few, and in a crowd for all but the longest twentieth', () => {
    const crowd = Array.from({ length: 100 }, (_, index) => index);
    expect(endOfDays([{ days: [3, 812], least: 40 }])).toBeGreaterThanOrEqual(812);
    expect(endOfDays([{ days: [...crowd, 12_000], least: 0 }])).toBe(100);
    expect(endOfDays([{ days: [...crowd, 12_000], least: 266 }])).toBeGreaterThanOrEqual(266);
    expect(endOfDays([])).toBe(10);
  });

  it('keeps labels apart, in their order and within the picture', () => {
    const wanted = [50, 52, 53, 200];
    const placed = placeLabels(wanted, 20, 10, 210);
    placed.slice(1).forEach((place, index) => {
      expect(place - (placed[index] ?? 0)).toBeGreaterThanOrEqual(20);
    });
    expect(placed[3]).toBe(200);
    expect(placeLabels([200, 10], 20, 0, 210)).toEqual([200, 10]);
    expect(placeLabels([205, 208, 209], 20, 10, 210)).toEqual([170, 190, 210]);
    expect(placeLabels([0, 0, 0], 20, 0, 20)).toEqual([0, 10, 20]);
    expect(placeLabels([-50], 20, 0, 100)).toEqual([0]);
    expect(placeLabels([], 20, 0, 100)).toEqual([]);
  });

  it('lays marks that would lie on each other side by side, as near to the middle as there is room', () => {
    expect(besideEachOther([10, 100], 11, 50)).toEqual([0, 0]);
    expect(besideEachOther([10, 10, 10], 11, 50)).toEqual([0, 11, -11]);
    const many = besideEachOther(
      Array.from({ length: 30 }, () => 5),
      11,
      40,
    );
    expect(Math.max(...many.map(Math.abs))).toBeLessThanOrEqual(40);
  });

  it('stacks parts on each other', () => {
    expect(stackOf([20, 30, 50])).toEqual([
      { from: 0, to: 20 },
      { from: 20, to: 50 },
      { from: 50, to: 100 },
    ]);
  });

  it('cuts long texts with an ellipsis', () => {
    expect(shortOf('Discovery', 9)).toBe('Discovery');
    expect(shortOf('Pre-production', 6)).toBe('Pre-p…');
  });
});

describe('the period of a report', () => {
  it('knows quarters over the turn of a year', () => {
    expect(quarterOf('2026-03-11')).toEqual({ from: '2026-01-01', to: '2026-03-31' });
    expect(quarterOf('2026-03-11', -1)).toEqual({ from: '2025-10-01', to: '2025-12-31' });
    expect(yearEndingWith({ from: '2026-01-01', to: '2026-03-31' })).toEqual({ from: '2025-04-01', to: '2026-03-31' });
    expect(yearEndingWith({ from: '2024-01-01', to: '2026-03-31' }).from).toBe('2024-01-01');
    expect(eightQuarters({ from: '2026-01-01', to: '2026-03-31' }).from).toBe('2024-04-01');
    expect(presetPeriod('year-to-date', '2026-03-11')).toEqual({ from: '2026-01-01', to: '2026-03-11' });
    expect(presetOf({ from: '2025-10-01', to: '2025-12-31' }, '2026-03-11')).toBe('last-quarter');
    expect(presetOf({ from: '2025-10-02', to: '2025-12-31' }, '2026-03-11')).toBeNull();
  });

  it('takes what an address says, and this quarter where it says nothing that can be read', () => {
    const today = '2026-03-11';
    const usual = { from: '2026-01-01', to: '2026-03-31' };
    expect(statedPeriod({}, today)).toEqual(usual);
    expect(statedPeriod({ from: '2026-02-30', to: 'soon' }, today)).toEqual(usual);
    expect(statedPeriod({ from: '2026-03-01', to: '2026-02-01' }, today)).toEqual(usual);
    expect(statedPeriod({ from: '2025-05-05' }, today)).toEqual({ from: '2025-05-05', to: '2025-06-30' });
    expect(statedPeriod({ to: '2025-05-05' }, today)).toEqual({ from: '2025-04-01', to: '2025-05-05' });
  });

  it('ends a day when it ends in the portfolio', () => {
    expect(endOf('2026-03-11', 'Europe/Berlin')).toBe('2026-03-11T22:59:59.999Z');
    expect(endOf('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T21:59:59.999Z');
    expect(endOf('2026-03-28', 'Europe/Berlin')).toBe('2026-03-28T22:59:59.999Z');
    expect(endOf('2026-10-25', 'Europe/Berlin')).toBe('2026-10-25T22:59:59.999Z');
    expect(endOf('2026-01-01', 'America/New_York')).toBe('2026-01-02T04:59:59.999Z');
    expect(endOf('2026-01-01', 'Pacific/Kiritimati')).toBe('2026-01-01T09:59:59.999Z');
    expect(dayIn('2026-03-11T23:30:00Z', 'Europe/Berlin')).toBe('2026-03-12');
    expect(statedAsOf('2026-03-11', 'UTC')).toBe('2026-03-11T23:59:59.999Z');
    expect(statedAsOf('2026-03-11T10:00:00Z', 'UTC')).toBe('2026-03-11T10:00:00.000Z');
    expect(statedAsOf('yesterday', 'UTC')).toBeNull();
    expect(statedAsOf(undefined, 'UTC')).toBeNull();
  });

  it('prints the month of its last day, and none to come', () => {
    expect(monthOf({ from: '2026-01-01', to: '2026-03-31' }, '2026-02-11')).toBe('2026-02');
    expect(monthOf({ from: '2025-10-01', to: '2025-12-31' }, '2026-02-11')).toBe('2025-12');
  });

  it('reckons what is left of 100 % exactly', () => {
    expect(restOf('93.8')).toBe('6.2');
    expect(restOf('0.0')).toBe('100.0');
    expect(restOf('100.0')).toBe('0.0');
  });
});

describe('the headline of health', () => {
  it('says who is off track and at risk, or that nobody is', () => {
    expect(healthHeadline({ OFF_TRACK: 2, AT_RISK: 3, NO_DATA: 0 }, 40)).toBe(
      '2 of 40 initiatives are off track, 3 at risk',
    );
    expect(healthHeadline({ OFF_TRACK: 0, AT_RISK: 0, NO_DATA: 0 }, 3)).toBe('All 3 initiatives are on track');
    expect(healthHeadline({ OFF_TRACK: 0, AT_RISK: 0, NO_DATA: 0 }, 0)).toBe('There is no initiative yet');
  });
});
