import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf } from '../../domain/basics/instant.js';
import { timelogEvents } from './gitlab-timelogs.js';

const CHANGED = instantOf(Date.parse('2026-02-05T00:00:00Z'));
const timelog = (id: number, timeSpent: number, user = 1) => ({
  id: `gid://gitlab/Timelog/${id}`,
  timeSpent,
  spentAt: '2026-02-01T12:00:00Z',
  user: { id: `gid://gitlab/User/${user}`, name: 'Ann' },
});
const secondsOf = (nodes: readonly unknown[]): Record<string, number> =>
  Object.fromEntries(
    timelogEvents(nodes, '9', CHANGED).map((event) =>
      event.type === 'worklog.upserted' ? [event.worklog.externalId, event.worklog.seconds] : [event.type, 0],
    ),
  );

describe('timelogs of GitLab', () => {
  it('are entries of work, with the day and the person', () => {
    expect(timelogEvents([timelog(1, 3_600)], '9', CHANGED)).toEqual([
      {
        type: 'worklog.upserted',
        worklog: {
          externalId: 'gid://gitlab/Timelog/1',
          ticketExternalId: '9',
          author: { externalId: '1', displayName: 'Ann' },
          localDate: '2026-02-01',
          seconds: 3_600,
          updatedAt: '2026-02-01T12:00:00.000Z',
        },
      },
    ]);
  });

  it('below zero are taken off the ones before, the latest and one’s own first', () => {
    expect(secondsOf([timelog(1, 100), timelog(2, 100), timelog(3, -30)])).toEqual({
      'gid://gitlab/Timelog/1': 100,
      'gid://gitlab/Timelog/2': 70,
    });
    expect(secondsOf([timelog(1, 100), timelog(2, 100, 2), timelog(3, -130)])).toEqual({
      'worklog.deleted': 0,
      'gid://gitlab/Timelog/2': 70,
    });
  });

  it('that a later one takes off are changed as of when the issue was', () => {
    const [event] = timelogEvents([timelog(2, -30), timelog(1, 100)].toReversed(), '9', CHANGED);
    expect(event).toMatchObject({ worklog: { seconds: 70, updatedAt: CHANGED } });
  });

  it('come to the total of the issue, never below zero, in whichever order they are read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -50, max: 100 }), fc.integer({ min: 1, max: 3 })), { maxLength: 8 }),
        (all) => {
          const nodes = all.map(([seconds, user], place) => timelog(place + 1, seconds, user));
          const events = timelogEvents(nodes, '9', CHANGED);
          const seconds = events.map((event) => (event.type === 'worklog.upserted' ? event.worklog.seconds : 0));
          expect(seconds.every((each) => each >= 0)).toBe(true);
          const total = all.reduce((sum, [each]) => Math.max(0, sum + each), 0);
          expect(seconds.reduce((a, b) => a + b, 0)).toBe(total);
          expect(timelogEvents(nodes.toReversed(), '9', CHANGED)).toEqual(events);
        },
      ),
    );
  });

  it('without an id, a time or a date are passed over', () => {
    expect(timelogEvents([{}, { id: 'x' }, { ...timelog(1, 5), spentAt: 'soon' }], '9', CHANGED)).toEqual([]);
  });
});
