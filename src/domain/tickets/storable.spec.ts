import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aReading, aSnapshot, aWorklog, at } from '../../../test/support/ticket-facts.js';
import { storable } from './storable.js';
import type { CanonicalEvent, TicketSnapshot } from './ticket.js';

const AT = at('2026-03-02T09:00:00.000Z');
const NUL = '\u0000';
const HALF = '\uD83D';

const keptTicket = (other: Partial<TicketSnapshot>): TicketSnapshot => {
  const event = storable({ type: 'ticket.upserted', ticket: aSnapshot(other), changes: [] });
  if (event.type !== 'ticket.upserted') {
    throw new Error('It is another event.');
  }
  return event.ticket;
};

describe('a ticket as it can be kept', () => {
  it('is as it was told, where that can be kept', () => {
    const { points, ...ticket } = aSnapshot({
      assignee: { externalId: 'u1', displayName: 'Ada' },
      timeSpentSeconds: 2_147_483_647,
      revision: 0,
    });
    expect(keptTicket({ ...ticket, points })).toEqual({ ...ticket, points });
  });

  it('has texts without what a database cannot hold, and cut off where they are too long', () => {
    const ticket = keptTicket({
      title: ` Tr${NUL}ain${HALF} `,
      statusName: '🚀'.repeat(300),
      url: `https://${'x'.repeat(3_000)}`,
    });
    expect(ticket.title).toBe('Train\uFFFD');
    expect(Array.from(ticket.statusName ?? '')).toHaveLength(200);
    expect(ticket.url).toHaveLength(2_000);
  });

  it('has nothing where nothing is left of a text, and is called by its key or id then', () => {
    expect(keptTicket({ externalId: '7', key: NUL, title: '  ', type: '', resolution: null })).toMatchObject({
      key: '7',
      title: '7',
      type: null,
      resolution: null,
    });
  });

  it('has each label once, none empty, and not without end', () => {
    expect(keptTicket({ labels: ['core', ' core ', '', 'change'] }).labels).toEqual(['core', 'change']);
    const many = Array.from({ length: 1_000 }, (_, index) => `label-${index}`);
    const { labels } = keptTicket({ labels: many });
    expect(labels.length).toBeLessThan(300);
    expect(labels).toEqual(many.slice(0, labels.length));
  });

  it('leaves out numbers that are none or absurd', () => {
    for (const wrong of [-1, 1.5, Number.NaN, 2_147_483_648]) {
      expect(keptTicket({ timeSpentSeconds: wrong, revision: wrong })).toMatchObject({
        timeSpentSeconds: null,
        revision: null,
      });
    }
  });

  it('leaves out a person without an id', () => {
    expect(keptTicket({ assignee: { externalId: NUL, displayName: 'Ada' } }).assignee).toBeNull();
    expect(keptTicket({ assignee: { externalId: 'u', displayName: NUL } }).assignee).toEqual({
      externalId: 'u',
      displayName: null,
    });
  });
});

describe('other events as they can be kept', () => {
  it.each<[CanonicalEvent, Record<string, unknown>]>([
    [
      { type: 'ticket.deleted', externalId: `1${NUL}`, at: AT, ticket: null },
      { externalId: '1', ticket: null },
    ],
    [
      { type: 'ticket.restored', externalId: '1', at: AT, ticket: aSnapshot({ title: ` A${NUL}` }) },
      { ticket: aSnapshot({ title: 'A' }) },
    ],
    [
      { type: 'worklog.upserted', worklog: aWorklog({ seconds: -1, externalId: `w${NUL}` }) },
      { worklog: aWorklog({ seconds: 0, externalId: 'w' }) },
    ],
    [{ type: 'worklog.upserted', worklog: aWorklog({ author: null }) }, { worklog: aWorklog({ author: null }) }],
    [
      { type: 'worklog.deleted', externalId: `w${NUL}`, ticketExternalId: null, at: AT },
      { externalId: 'w', ticketExternalId: null },
    ],
    [{ type: 'effort.counter', ...aReading({ cumulativeSeconds: -5 }) }, { cumulativeSeconds: 0 }],
    [{ type: 'effort.counter', ...aReading() }, aReading() as unknown as Record<string, unknown>],
    [
      {
        type: 'refetch',
        what: 'TICKET',
        externalId: null,
        key: ` A-1${NUL}`,
        worklogExternalId: null,
        why: 'x'.repeat(500),
      },
      { externalId: null, key: 'A-1', why: 'x'.repeat(200) },
    ],
    [
      { type: 'effort.carried', ticketExternalId: ` 7${NUL}`, seconds: 3_600, at: AT },
      { ticketExternalId: '7', seconds: 3_600 },
    ],
    [{ type: 'effort.carried', ticketExternalId: '7', seconds: -1, at: AT }, { seconds: 0 }],
    [
      { type: 'ignored', why: 'ping' },
      { type: 'ignored', why: 'ping' },
    ],
    [
      { type: 'unreadable', why: 'No id.' },
      { type: 'unreadable', why: 'No id.' },
    ],
  ])('%j', (event, expected) => {
    expect(storable(event)).toMatchObject(expected);
  });

  it('are not changed a second time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.string({ unit: 'binary' })),
        fc.double(),
        (text, labels, number) => {
          const ticket = aSnapshot({ title: text, key: text, labels, timeSpentSeconds: number });
          const once = storable({ type: 'ticket.upserted', ticket, changes: [] });
          expect(storable(once)).toEqual(once);
        },
      ),
    );
  });
});
