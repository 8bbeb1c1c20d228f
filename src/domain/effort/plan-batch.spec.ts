import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDate } from '../basics/calendar-date.js';
import { compare, decimal, sum, ZERO, type Decimal } from '../basics/decimal.js';
import type { Booking, LedgerEntry } from './effort-entry.js';
import { toHours } from './effort.js';
import {
  dayKey,
  dayOf,
  HOURS_A_DAY,
  hoursAfter,
  identityKey,
  planBatch,
  type BatchRow,
  type Standing,
} from './plan-batch.js';

const day = (text: string) => text as CalendarDate;
const TUESDAY = { person: 'ada', workedOn: day('2026-03-10') };
const NOTHING = new Map<string, never>();

const booking = (other: Partial<Booking> = {}): Booking => ({
  initiativeId: 'initiative-1',
  categoryKey: null,
  categorySource: 'NONE',
  ruleName: null,
  rulesVersion: null,
  amount: decimal('6'),
  unit: 'HOURS',
  ...TUESDAY,
  note: null,
  labels: ['change', 'training'],
  components: ['rollout'],
  ticketType: 'Task',
  projectKey: 'OPS',
  connectionId: 'connection-1',
  method: 'WORKLOG',
  ...other,
});

const rowsOf = (...rows: readonly [externalId: string, other?: Partial<Booking>][]): BatchRow[] =>
  rows.map(([externalId, other], index) => ({
    index,
    identity: { source: 'jira', externalId },
    booking: booking(other),
  }));

const ids = () => {
  let count = 0;
  return () => `new-${(count += 1)}`;
};

const plan = (
  rows: readonly BatchRow[],
  standing: ReadonlyMap<string, Standing> = NOTHING,
  hours: ReadonlyMap<string, Decimal> = NOTHING,
) => planBatch(rows, standing, hours, ids());

const statuses = (batch: ReturnType<typeof plan>) => batch.outcomes.map((outcome) => outcome.status);
const hoursOn = (batch: ReturnType<typeof plan>, of = TUESDAY) => batch.hours.get(dayKey(of));

const key = (externalId: string) => identityKey({ source: 'jira', externalId });
const live = (externalId: string, revision: number, other: Partial<Booking> = {}): [string, Standing] => [
  key(externalId),
  { revision, live: { ...booking(other), source: 'jira', externalId, id: `old-${externalId}`, revision } },
];

describe('a batch of effort', () => {
  it('records what the ledger never saw', () => {
    const batch = plan(rowsOf(['1'], ['2', { amount: decimal('2') }]));
    expect(statuses(batch)).toEqual(['RECORDED', 'RECORDED']);
    expect(batch.entries.map(({ id, externalId, revision }) => [id, externalId, revision])).toEqual([
      ['new-1', '1', 1],
      ['new-2', '2', 1],
    ]);
    expect(batch.outcomes[1]).toEqual({ index: 1, status: 'RECORDED', refusals: [] });
    expect(batch.reversals).toEqual([]);
    expect(hoursOn(batch)).toBe('8');
  });

  it('leaves alone what says the same, however it is written', () => {
    const batch = plan(
      rowsOf(['1', { amount: decimal('6.00'), labels: ['training', 'change'] }]),
      new Map([live('1', 4)]),
    );
    expect(batch).toMatchObject({
      outcomes: [{ index: 0, status: 'DUPLICATE', refusals: [] }],
      entries: [],
      reversals: [],
    });
  });

  it('does not call it a correction that a rule gave a category since', () => {
    const classified = live('1', 1, { categoryKey: 'PEOPLE_PROCESS', categorySource: 'RULE', ruleName: 'change' });
    expect(statuses(plan(rowsOf(['1']), new Map([classified])))).toEqual(['DUPLICATE']);
  });

  it.each<[string, Partial<Booking>]>([
    ['amount', { amount: decimal('4') }],
    ['unit', { unit: 'FTE_MONTHS' }],
    ['initiative', { initiativeId: 'initiative-2' }],
    ['category', { categoryKey: 'ALGORITHMS', categorySource: 'STATED' }],
    ['day', { workedOn: day('2026-03-11') }],
    ['person', { person: 'bob' }],
    ['note', { note: 'other' }],
    ['labels', { labels: ['change'] }],
    ['labels', { labels: ['change', 'training', 'team'] }],
    ['labels', { labels: ['change', 'team'] }],
    ['component', { components: ['core'] }],
    ['ticket type', { ticketType: null }],
    ['project', { projectKey: 'DEV' }],
    ['connection', { connectionId: null }],
    ['method', { method: 'MANUAL' }],
  ])('corrects another %s by a reversal and the next revision', (_, other) => {
    const batch = plan(rowsOf(['1', other]), new Map([live('1', 4)]), new Map([[dayKey(TUESDAY), decimal('6')]]));
    expect(statuses(batch)).toEqual(['CORRECTED']);
    expect(batch.reversals.map((entry) => entry.id)).toEqual(['old-1']);
    expect(batch.entries).toEqual([{ ...booking(other), source: 'jira', externalId: '1', id: 'new-1', revision: 5 }]);
  });

  it('takes the rows of one identity in their order', () => {
    const batch = plan(rowsOf(['1'], ['1'], ['1', { amount: decimal('4') }], ['1']));
    expect(statuses(batch)).toEqual(['RECORDED', 'DUPLICATE', 'CORRECTED', 'CORRECTED']);
    expect(batch.entries.map((entry) => entry.revision)).toEqual([1, 2, 3]);
    expect(batch.reversals.map((entry) => entry.id)).toEqual(['new-1', 'new-2']);
    expect(hoursOn(batch)).toBe('6');
  });

  it('records again what was taken back, as its next revision', () => {
    const batch = plan(rowsOf(['1']), new Map([[key('1'), { revision: 3, live: null }]]));
    expect(statuses(batch)).toEqual(['RECORDED']);
    expect(batch).toMatchObject({ entries: [{ revision: 4 }], reversals: [] });
  });
});

describe("a person's day", () => {
  it('has 24 hours and no more: the row that would go above is refused and changes nothing', () => {
    const batch = plan(
      rowsOf(['1', { amount: decimal('20') }], ['2', { amount: decimal('4.01') }], ['3', { amount: decimal('4') }]),
    );
    expect(statuses(batch)).toEqual(['RECORDED', 'REFUSED', 'RECORDED']);
    expect(batch.outcomes[1]?.refusals).toEqual([
      {
        code: 'OVER_CAPACITY',
        message:
          'ada would have 24.01 hours on 2026-03-10, and a day has 24. Correct the amount, the day or the person.',
        field: ['entries', '1', 'amount'],
      },
    ]);
    expect(hoursOn(batch)).toBe('24');
  });

  it('that holds more already may be relieved by a correction, to another day or to nobody', () => {
    const standing = new Map([live('1', 1)]);
    const overfull = new Map([[dayKey(TUESDAY), decimal('40')]]);
    expect(statuses(plan(rowsOf(['1', { workedOn: day('2026-03-11') }]), standing, overfull))).toEqual(['CORRECTED']);
    expect(statuses(plan(rowsOf(['1', { person: null }]), standing, overfull))).toEqual(['CORRECTED']);
    expect(statuses(plan(rowsOf(['1', { amount: decimal('5') }]), standing, overfull))).toEqual(['REFUSED']);
  });

  it('counts what was booked before, and person-days as 8 hours', () => {
    const threeDays = rowsOf(['1', { unit: 'PERSON_DAYS', amount: decimal('3') }]);
    expect(statuses(plan(threeDays))).toEqual(['RECORDED']);
    expect(statuses(plan(threeDays, NOTHING, new Map([[dayKey(TUESDAY), decimal('0.5')]])))).toEqual(['REFUSED']);
  });

  it('is filled neither by FTE-months nor by nobody', () => {
    const batch = plan(
      rowsOf(['1', { unit: 'FTE_MONTHS', amount: decimal('3') }], ['2', { person: null, amount: decimal('800') }]),
    );
    expect(statuses(batch)).toEqual(['RECORDED', 'RECORDED']);
    expect(batch.hours.size).toBe(0);
  });

  it('is freed by a correction before the new hours are put in, and left as it was by one that is refused', () => {
    const standing = new Map([live('1', 1, { amount: decimal('20') })]);
    const hours = new Map([[dayKey(TUESDAY), decimal('24')]]);
    expect(hoursOn(plan(rowsOf(['1', { amount: decimal('19') }]), standing, hours))).toBe('23');
    const refused = plan(rowsOf(['1', { amount: decimal('21') }]), standing, hours);
    expect(statuses(refused)).toEqual(['REFUSED']);
    expect(hoursOn(refused)).toBe('24');
  });

  it('gives its hours to the day an entry is moved to', () => {
    const wednesday = { person: 'ada', workedOn: day('2026-03-11') };
    const batch = plan(rowsOf(['1', wednesday]), new Map([live('1', 1)]), new Map([[dayKey(TUESDAY), decimal('6')]]));
    expect([hoursOn(batch), hoursOn(batch, wednesday)]).toEqual(['0', '6']);
  });

  it('gets its hours back when an entry is taken back', () => {
    expect(hoursAfter(new Map([[dayKey(TUESDAY), decimal('8')]]), booking(), null)).toEqual(
      new Map([[dayKey(TUESDAY), '2']]),
    );
  });
});

describe('whatever is sent', () => {
  const someBooking = fc.record({
    amount: fc.integer({ min: 1, max: 40 }).map((eighths) => decimal(String(eighths * 0.5))),
    person: fc.constantFrom('ada', 'bob', null),
    workedOn: fc.constantFrom(day('2026-03-10'), day('2026-03-11')),
  });
  const someRows = fc
    .array(fc.tuple(fc.constantFrom('1', '2', '3', '4', '5', '6'), someBooking), { maxLength: 30 })
    .map((rows) => rowsOf(...rows));

  /** What stands in the ledger after the batch: entered and not taken back. */
  const standingAfter = (batch: ReturnType<typeof plan>): readonly LedgerEntry[] => {
    const back = new Set(batch.reversals.map((entry) => entry.id));
    return batch.entries.filter((entry) => !back.has(entry.id));
  };

  it('no day holds more than 24 hours, and each holds what its standing entries come to', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const batch = plan(rows);
        for (const [each, hours] of batch.hours) {
          const own = standingAfter(batch).filter((entry) => {
            const of = dayOf(entry);
            return of !== null && dayKey(of) === each;
          });
          expect(compare(hours, sum(own.map((entry) => toHours(entry.amount, entry.unit))))).toBe(0);
          expect(compare(hours, HOURS_A_DAY)).toBeLessThanOrEqual(0);
          expect(compare(hours, ZERO)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('an identity stands at most once, and sending a batch without refusals and repetitions again changes nothing', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const batch = plan(rows);
        const stands = standingAfter(batch);
        expect(new Set(stands.map(identityKey)).size).toBe(stands.length);
        const standing = new Map(
          stands.map((entry): [string, Standing] => [identityKey(entry), { revision: entry.revision, live: entry }]),
        );
        const again = stands.map((entry, index): BatchRow => ({ index, identity: entry, booking: entry }));
        expect(plan(again, standing, batch.hours)).toMatchObject({ entries: [], reversals: [], hours: batch.hours });
      }),
    );
  });
});
