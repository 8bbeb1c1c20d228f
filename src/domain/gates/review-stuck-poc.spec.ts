import { describe, expect, it } from '@jest/globals';
import { parseCalendarDate } from '../basics/calendar-date.js';
import { parseInstant } from '../basics/instant.js';
import { isToBeAsked, noteOnStuckPoc, stuckReviewDueOn } from './review-stuck-poc.js';

const at = (text: string) => parseInstant(text)!;

describe('a review of a stuck proof of concept', () => {
  it('is asked for once a visit to the stage', () => {
    const enteredAt = at('2026-05-17T09:00:00Z');
    const asked = (lastAskedAt: string | null): boolean =>
      isToBeAsked({ enteredAt, lastAskedAt: lastAskedAt === null ? null : at(lastAskedAt) });
    expect(asked(null)).toBe(true);
    expect(asked('2026-05-08T09:00:00Z')).toBe(true);
    expect(asked('2026-05-17T09:00:00Z')).toBe(false);
    expect(asked('2026-07-09T09:00:00Z')).toBe(false);
  });

  it('is due in 14 days', () => {
    expect(stuckReviewDueOn(parseCalendarDate('2026-07-09')!)).toBe('2026-07-23');
  });

  const facts = {
    stageName: 'PoC',
    level: 'STUCK',
    days: 171,
    exits: 20,
    thresholds: { p50: 74, p70: 92, p85: 118 },
    timeBoxDays: 90,
  } as const;

  it('says why: the days, what others needed, and the time box', () => {
    expect(noteOnStuckPoc(facts)).toBe(
      'The system asks for this review, for the initiative is STUCK: 171 days in PoC. ' +
        'Of the 20 initiatives that left the stage before, 85 % needed 118 days or less. The time box of the stage is 90 days.',
    );
  });

  it('says that nothing happened, where it is a ZOMBIE', () => {
    expect(noteOnStuckPoc({ ...facts, level: 'ZOMBIE', timeBoxDays: null })).toBe(
      'The system asks for this review, for the initiative is ZOMBIE: 171 days in PoC. ' +
        'Of the 20 initiatives that left the stage before, 85 % needed 118 days or less. The stage has no time box. ' +
        'There was no evidence, effort, measurement or update for 30 days.',
    );
  });

  it.each([
    [0, 'Only 0 initiatives have left the stage before, too few to compare with.'],
    [1, 'Only 1 initiative has left the stage before, too few to compare with.'],
  ])('says that %s exits are too few to compare with', (exits, sentence) => {
    expect(noteOnStuckPoc({ ...facts, exits, thresholds: null })).toContain(sentence);
  });
});
