import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aSnapshot, aWorklog, at } from '../../../test/support/ticket-facts.js';
import { decimal } from '../basics/decimal.js';
import { bringForward, bringWorklogForward, type KnownTicket, type TicketNews } from './bring-forward.js';
import {
  compareTickets,
  compareWorklogs,
  isDeleted,
  isDisputed,
  laterOf,
  ORIGINS,
  type ToldTicket,
} from './snapshot-order.js';
import { STATUS_CATEGORIES } from './ticket.js';

const told = (other: Parameters<typeof aSnapshot>[0] = {}, origin: ToldTicket['origin'] = 'HOOK'): ToldTicket => ({
  ticket: aSnapshot(other),
  origin,
});

const instant = fc.integer({ min: 0, max: 5 }).map((hour) => at(`2026-03-0${hour + 1}T09:00:00.000Z`));

const someTold: fc.Arbitrary<ToldTicket> = fc
  .record({
    key: fc.constantFrom('A-1', 'B-7'),
    statusCategory: fc.constantFrom(...STATUS_CATEGORIES),
    labels: fc.subarray(['core', 'change']),
    resolvedAt: fc.option(instant),
    points: fc.constantFrom(undefined, null, decimal('3'), decimal('5')),
    assignee: fc.option(fc.constant({ externalId: 'u1', displayName: 'Ada' })),
    updatedAt: instant,
    revision: fc.constantFrom(null, 0, 1, 2),
    origin: fc.constantFrom(...ORIGINS),
  })
  .map(({ origin, ...other }) => told(other, origin));

const someNews: fc.Arbitrary<TicketNews> = fc.record({
  told: fc.option(someTold, { freq: 8 }),
  deletedAt: fc.option(instant, { freq: 1 }),
  restoredAt: fc.option(instant, { freq: 1 }),
});

const over = (all: readonly TicketNews[]): KnownTicket | null =>
  all.reduce<KnownTicket | null>((known, news) => bringForward(known, news), null);

describe('what is told of a ticket', () => {
  it('is ordered by the count of the tool where it has one, else by time', () => {
    const early = { updatedAt: at('2026-03-01T09:00:00.000Z') };
    const late = { updatedAt: at('2026-03-02T09:00:00.000Z') };
    expect(compareTickets(told(late), told(early))).toBeGreaterThan(0);
    expect(compareTickets(told({ ...early, revision: 9 }), told({ ...late, revision: 8 }))).toBeGreaterThan(0);
    expect(compareTickets(told({ ...early, revision: 0 }), told({ ...late, revision: null }))).toBeGreaterThan(0);
  });

  it('prefers of one version what knows the status, and then what was asked for', () => {
    const unknown = { statusCategory: 'UNKNOWN' } as const;
    expect(compareTickets(told(), told(unknown, 'PULL'))).toBeGreaterThan(0);
    expect(compareTickets(told({ title: 'A' }, 'PULL'), told({ title: 'B' }))).toBeGreaterThan(0);
    expect(compareTickets(told(), told())).toBe(0);
  });

  it('takes of one version what tells more of what happened: further along, resolved later, with more labels', () => {
    const ahead = (a: Parameters<typeof aSnapshot>[0], b: Parameters<typeof aSnapshot>[0]): boolean =>
      compareTickets(told(a), told(b)) > 0 && compareTickets(told(b), told(a)) < 0;
    // By wording alone each of these would be the other way round.
    expect(
      ahead({ statusName: 'closed', statusCategory: 'DONE' }, { statusName: 'open', statusCategory: 'TODO' }),
    ).toBe(true);
    expect(ahead({ statusName: 'a', statusCategory: 'CANCELED' }, { statusName: 'b' })).toBe(true);
    expect(ahead({ statusName: 'a' }, { statusName: 'b', statusCategory: 'TODO' })).toBe(true);
    expect(ahead({ title: 'A', resolvedAt: at('2026-03-02T09:00:00.000Z') }, { title: 'B' })).toBe(true);
    expect(ahead({ labels: ['fraud', 'ml'] }, { labels: ['ml'] })).toBe(true);
    expect(ahead({ labels: ['ml'] }, { labels: [] })).toBe(true);
    expect(ahead({ title: 'A', components: ['rollout'] }, { title: 'B' })).toBe(true);
    // What was asked for outweighs all of that.
    expect(compareTickets(told({ statusCategory: 'TODO' }, 'PULL'), told({ statusCategory: 'DONE' }))).toBeGreaterThan(
      0,
    );
  });

  it('is disputed where two things are told of one version, and one does not only know less of the status', () => {
    expect(isDisputed(told({ title: 'A' }), told({ title: 'B' }))).toBe(true);
    expect(isDisputed(told({ title: 'A' }, 'PULL'), told({ title: 'B' }))).toBe(true);
    expect(isDisputed(told(), told({}, 'PULL'))).toBe(false);
    expect(isDisputed(told({ previousKeys: ['A-1'], points: decimal('3') }), told())).toBe(false);
    expect(isDisputed(told({ statusCategory: 'UNKNOWN' }), told())).toBe(false);
    expect(isDisputed(told({ title: 'A', updatedAt: at('2026-03-03T09:00:00.000Z') }), told({ title: 'B' }))).toBe(
      false,
    );
  });

  it('keeps no points with the last word: they have their own', () => {
    const known = over([{ told: told({ points: decimal('5') }), deletedAt: null, restoredAt: null }]);
    expect(known?.told?.ticket.points).toBeUndefined();
    expect(known?.points?.value).toBe('5');
  });

  it('is a total order: whatever comes, in whichever order and however often, comes to the same', () => {
    fc.assert(
      fc.property(fc.array(someNews, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat()), (news, dice) => {
        const again = [...news, ...news]
          .map((one) => ({ one, rank: dice.next().value }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ one }) => one);
        expect(over(again)).toEqual(over(news));
      }),
    );
  });

  it('never gathers less keys than it had, the present one among them', () => {
    const known = over([
      {
        told: told({ key: 'B-7', previousKeys: ['A-1'], updatedAt: at('2026-03-02T09:00:00.000Z') }),
        deletedAt: null,
        restoredAt: null,
      },
      { told: told({ key: 'A-1', updatedAt: at('2026-03-01T09:00:00.000Z') }), deletedAt: null, restoredAt: null },
    ]);
    expect(known?.told?.ticket.key).toBe('B-7');
    expect(known?.keys).toEqual(['A-1', 'B-7']);
  });

  it('keeps the points that the latest word on them says, where a later one says nothing of them', () => {
    const on = (dayOfMonth: number, points: ToldTicket['ticket']['points']): TicketNews => ({
      told: told({ points, updatedAt: at(`2026-03-0${dayOfMonth}T09:00:00.000Z`) }),
      deletedAt: null,
      restoredAt: null,
    });
    const [five, nothing, none] = [on(1, decimal('5')), on(2, undefined), on(3, null)];
    expect(over([nothing, five])?.points?.value).toBe('5');
    expect(over([five, nothing])?.points?.value).toBe('5');
    expect(over([none, five, nothing])?.points?.value).toBeNull();
    expect(over([nothing])?.points).toBeNull();
  });

  it('stays deleted, whatever is told late, until it is brought back after that', () => {
    const [one, two] = [at('2026-03-01T09:00:00.000Z'), at('2026-03-02T09:00:00.000Z')];
    expect(isDeleted({ deletedAt: null, restoredAt: null })).toBe(false);
    expect(isDeleted({ deletedAt: one, restoredAt: null })).toBe(true);
    expect(isDeleted({ deletedAt: two, restoredAt: one })).toBe(true);
    expect(isDeleted({ deletedAt: one, restoredAt: two })).toBe(false);
    expect(laterOf(null, one)).toBe(one);
    expect(laterOf(two, one)).toBe(two);
    expect(laterOf(one, two)).toBe(two);
  });
});

describe('what is told of an entry of work', () => {
  it('comes to the same in whichever order, and does not come back once it was deleted', () => {
    const first = aWorklog({ seconds: 21_600 });
    const edit = aWorklog({ seconds: 14_400, updatedAt: at('2026-03-02T10:00:00.000Z') });
    const gone = { worklog: null, ticketExternalId: null, deletedAt: at('2026-03-03T09:00:00.000Z') };
    const news = [first, edit].map((worklog) => ({
      worklog,
      ticketExternalId: worklog.ticketExternalId,
      deletedAt: null,
    }));
    const inOrder = [...news, gone].reduce<ReturnType<typeof bringWorklogForward> | null>(
      (known, one) => bringWorklogForward(known, one),
      null,
    );
    const backwards = [gone, ...news.toReversed()].reduce<ReturnType<typeof bringWorklogForward> | null>(
      (known, one) => bringWorklogForward(known, one),
      null,
    );
    expect(inOrder).toEqual({ worklog: edit, ticketExternalId: '10014', deletedAt: gone.deletedAt });
    expect(backwards).toEqual(inOrder);
  });

  it('is told apart by its wording where the version is the same', () => {
    expect(compareWorklogs(aWorklog({ seconds: 60 }), aWorklog({ seconds: 60 }))).toBe(0);
    expect(Math.sign(compareWorklogs(aWorklog({ seconds: 60 }), aWorklog({ seconds: 61, author: null })))).toBe(
      -Math.sign(compareWorklogs(aWorklog({ seconds: 61, author: null }), aWorklog({ seconds: 60 }))),
    );
  });
});
