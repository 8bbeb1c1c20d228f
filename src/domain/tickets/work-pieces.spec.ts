import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aReading, aWorklog, at } from '../../../test/support/ticket-facts.js';
import { compare, decimal, sum } from '../basics/decimal.js';
import { NO_TRAITS } from '../effort/classification-rule.js';
import { shareWork, withoutPerson } from './share-work.js';
import type { CounterReading } from './ticket.js';
import { piecesOfReadings, piecesOfWorklogs } from './work-pieces.js';

const total = (pieces: readonly { readonly seconds: number }[]): number =>
  pieces.reduce((all, { seconds }) => all + seconds, 0);

describe('entries of work', () => {
  it('are a piece each, on the day of their author', () => {
    expect(
      piecesOfWorklogs([aWorklog(), aWorklog({ externalId: '2', author: { externalId: 'u2', displayName: null } })]),
    ).toEqual([
      {
        name: 'worklog/10066',
        seconds: 21_600,
        workedOn: '2026-03-02',
        person: 'Ada Author',
        method: 'WORKLOG',
        note: null,
      },
      { name: 'worklog/2', seconds: 21_600, workedOn: '2026-03-02', person: 'u2', method: 'WORKLOG', note: null },
    ]);
  });

  it('of nothing are none', () => {
    expect(piecesOfWorklogs([aWorklog({ seconds: 0 })])).toEqual([]);
  });

  it('of more than a day are of nobody, and say so', () => {
    const [day, week, nobody] = piecesOfWorklogs([
      aWorklog({ seconds: 86_400 }),
      aWorklog({ seconds: 144_000 }),
      aWorklog({ seconds: 144_000, author: null }),
    ]);
    expect(day).toMatchObject({ person: 'Ada Author', note: null });
    expect(week).toMatchObject({
      seconds: 144_000,
      person: null,
      note: "Logged in one go by Ada Author: more than a day holds, so it counts as nobody's day.",
    });
    expect(nobody).toMatchObject({ person: null, note: null });
  });
});

describe('readings of a running total', () => {
  const pieces = (...readings: CounterReading[]) => piecesOfReadings(readings, 'Europe/Berlin', true);

  it('are what it grew by, after what was there before', () => {
    const later = aReading({ cumulativeSeconds: 10_800, previousSeconds: 9_000, at: at('2026-03-03T23:30:00.000Z') });
    expect(pieces(aReading(), later)).toEqual([
      {
        name: 'opening/10014',
        seconds: 5_400,
        workedOn: '2026-03-02',
        person: null,
        method: 'COUNTER',
        note: 'Opening balance: spent before it was first heard of.',
      },
      {
        name: 'counter/10014/2026-03-02T09:00:00.000Z',
        seconds: 3_600,
        workedOn: '2026-03-02',
        person: 'Ada Author',
        method: 'COUNTER',
        note: null,
      },
      {
        name: 'counter/10014/2026-03-03T23:30:00.000Z',
        seconds: 1_800,
        workedOn: '2026-03-04',
        person: 'Ada Author',
        method: 'COUNTER',
        note: null,
      },
    ]);
  });

  it('take what it fell by from the newest pieces, whatever these were', () => {
    const fall = aReading({ cumulativeSeconds: 7_200, previousSeconds: 9_000, at: at('2026-03-03T09:00:00.000Z') });
    expect(pieces(aReading(), fall).map(({ name, seconds }) => [name.split('/')[0], seconds])).toEqual([
      ['opening', 5_400],
      ['counter', 1_800],
    ]);
    const nothing = aReading({ cumulativeSeconds: 0, previousSeconds: 9_000, at: at('2026-03-03T09:00:00.000Z') });
    expect(pieces(aReading(), nothing)).toEqual([]);
  });

  it('are all opening where the first does not say what was before, and none of it where that does not count', () => {
    const first = aReading({ previousSeconds: null });
    expect(pieces(first)).toMatchObject([{ name: 'opening/10014', seconds: 9_000 }]);
    expect(piecesOfReadings([first], 'UTC', false)).toEqual([]);
    expect(pieces()).toEqual([]);
    expect(pieces(aReading({ previousSeconds: 0 }))).toMatchObject([{ seconds: 9_000, person: 'Ada Author' }]);
  });

  it('are ordered by the count of the tool, by which they are named, and of one version the largest counts', () => {
    const one = aReading({
      revision: 2,
      cumulativeSeconds: 3_600,
      previousSeconds: 0,
      at: at('2026-03-05T09:00:00.000Z'),
    });
    const two = aReading({ revision: 3, cumulativeSeconds: 7_200, at: at('2026-03-01T09:00:00.000Z'), by: null });
    const same = { ...two, cumulativeSeconds: 5_400 };
    expect(pieces(two, same, one).map(({ name, seconds, person }) => [name, seconds, person])).toEqual([
      ['counter/10014/2', 3_600, 'Ada Author'],
      ['counter/10014/3', 3_600, null],
    ]);
  });

  it('leave out what was carried over from another ticket, from the oldest on, and count what grows after that', () => {
    const carried = (readings: readonly CounterReading[], seconds: number) =>
      piecesOfReadings(readings, 'UTC', true, seconds).map(({ name, seconds: left }) => [name.split('/')[0], left]);
    const later = aReading({ cumulativeSeconds: 10_800, previousSeconds: 9_000, at: at('2026-03-03T09:00:00.000Z') });
    expect(carried([aReading()], 5_400)).toEqual([['counter', 3_600]]);
    expect(carried([later, aReading()], 9_000)).toEqual([['counter', 1_800]]);
    expect(carried([aReading({ previousSeconds: 0 }), later], 9_000)).toEqual([['counter', 1_800]]);
    expect(carried([aReading()], 20_000)).toEqual([]);
    expect(piecesOfReadings([aReading()], 'UTC', false, 6_000)).toMatchObject([{ seconds: 3_000 }]);
  });

  it('always come to the last total, in whichever order they were read and however often', () => {
    const reading = fc
      .record({
        revision: fc.integer({ min: 1, max: 8 }),
        cumulativeSeconds: fc.integer({ min: 0, max: 200_000 }),
        previousSeconds: fc.option(fc.integer({ min: 0, max: 200_000 })),
      })
      .map((some) => aReading(some));
    fc.assert(
      fc.property(fc.array(reading, { minLength: 1, maxLength: 8 }), fc.nat(250_000), (readings, carried) => {
        const last = readings.toSorted(
          (a, b) => (a.revision ?? 0) - (b.revision ?? 0) || a.cumulativeSeconds - b.cumulativeSeconds,
        );
        const end = last.at(-1)?.cumulativeSeconds ?? 0;
        expect(total(pieces(...readings))).toBe(end);
        expect(total(piecesOfReadings(readings, 'UTC', true, carried))).toBe(Math.max(0, end - carried));
        const twice = [...readings, ...readings].toReversed();
        // Of two of one version and total that say otherwise what was before, the tables keep one.
        fc.pre(
          new Set(readings.map(({ revision, cumulativeSeconds }) => `${revision} ${cumulativeSeconds}`)).size ===
            readings.length,
        );
        expect(pieces(...twice)).toEqual(pieces(...readings));
        expect(piecesOfReadings(twice, 'UTC', true, carried)).toEqual(piecesOfReadings(readings, 'UTC', true, carried));
      }),
    );
  });
});

describe('work that is shared out', () => {
  const piece = {
    name: 'worklog/1',
    seconds: 21_600,
    workedOn: '2026-03-02' as never,
    person: 'Ada',
    method: 'WORKLOG',
    note: null,
  } as const;
  const share = (initiativeKey: string, percent: string) => ({ initiativeKey, sharePercent: decimal(percent) });

  it('is booked on every initiative by its share, and comes to what it was', () => {
    const drafts = shareWork([piece], [share('AI-1', '62.5'), share('AI-2', '37.5')], 'jira:c', NO_TRAITS);
    expect(drafts).toMatchObject([
      {
        initiativeKey: 'AI-1',
        amount: '3.75',
        unit: 'HOURS',
        externalId: 'worklog/1/AI-1',
        source: 'jira:c',
        categoryKey: null,
      },
      { initiativeKey: 'AI-2', amount: '2.25', externalId: 'worklog/1/AI-2' },
    ]);
  });

  it('comes to the same over any shares of a whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500_000 }), fc.integer({ min: 1, max: 9_999 }), (seconds, cents) => {
        const shares = [share('AI-1', (cents / 100).toFixed(2)), share('AI-2', ((10_000 - cents) / 100).toFixed(2))];
        const amounts = shareWork([{ ...piece, seconds }], shares, 's', NO_TRAITS).map(
          ({ amount }) => amount ?? decimal('0'),
        );
        const whole =
          shareWork([{ ...piece, seconds }], [share('AI-1', '100')], 's', NO_TRAITS)[0]?.amount ?? decimal('0');
        expect(compare(sum(amounts), whole)).toBe(0);
      }),
    );
  });

  it('is no entry where a share of it is nothing', () => {
    expect(shareWork([{ ...piece, seconds: 0 }], [share('AI-1', '100')], 's', NO_TRAITS)).toEqual([]);
  });

  it('loses its person and says so where a day is full', () => {
    const [draft] = shareWork([piece], [share('AI-1', '100')], 's', NO_TRAITS);
    expect(draft && withoutPerson(draft)).toMatchObject({
      person: null,
      note: 'Logged by Ada, whose day would have more than 24 hours with it.',
    });
    expect(draft && withoutPerson({ ...draft, person: null }).note).toContain('nobody');
  });
});
