import { describe, expect, it } from '@jest/globals';
import { day } from '../../../test/support/gate-facts.js';
import { dueOnOf, milestonesDue } from './milestones.js';

describe('the milestones of a launch', () => {
  const launch = { enteredOn: day('2026-01-01'), recordedOn: day('2026-01-01') };

  it.each([
    ['2026-01-30', []],
    ['2026-01-31', [30]],
    ['2026-03-01', [30]],
    ['2026-03-02', [30, 60]],
    ['2026-04-01', [30, 60, 90]],
  ])('on %s are %j', (today, milestones) => {
    expect(milestonesDue(launch, day(today), [])).toEqual(milestones);
  });

  it('are each due once', () => {
    expect(milestonesDue(launch, day('2026-12-01'), [30, 90])).toEqual([60]);
  });

  it('are left out where their day was over before the launch was recorded', () => {
    const imported = { ...launch, recordedOn: day('2026-03-02') };
    expect(milestonesDue(imported, day('2026-12-01'), [])).toEqual([60, 90]);
    expect(milestonesDue({ ...launch, recordedOn: day('2027-01-01') }, day('2027-01-01'), [])).toEqual([]);
  });

  it('are to be answered within 14 days', () => {
    expect(dueOnOf(day('2026-01-31'))).toBe('2026-02-14');
  });
});
