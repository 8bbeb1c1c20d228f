import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import { DEFAULT_SCHEME } from './scheme.js';
import { schemeNoteOf } from './scheme-note.js';

const note = (publishedAt: string, version = 3) =>
  schemeNoteOf(
    {
      ...DEFAULT_SCHEME,
      id: 'scheme',
      version,
      validFrom: '2026-01-01' as CalendarDate,
      publishedAt: publishedAt as Instant,
    },
    '2026-03-31' as CalendarDate,
    'Europe/Berlin',
  );

describe('a report', () => {
  it('says so where its yardstick was published after its last day, in the zone of the portfolio', () => {
    expect(note('2026-03-31T22:00:00.000Z')).toBe(
      'It is judged by version 3 of the scheme, which was published on 2026-04-01, after 2026-03-31; asked as of an instant before that, it is judged as it was then.',
    );
  });

  it('says nothing where that was in time', () => {
    expect(note('2026-03-31T21:59:59.999Z')).toBeNull();
  });

  it('says nothing of the first version, which is as old as the portfolio', () => {
    expect(note('2026-06-01T00:00:00.000Z', 1)).toBeNull();
  });
});
