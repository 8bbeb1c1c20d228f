import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../basics/calendar-date.js';
import { decimal, type Decimal } from '../basics/decimal.js';
import { NO_TRAITS } from './classification-rule.js';
import type { Booking } from './effort-entry.js';
import type { LateEntry, LateKind } from './late-effort.js';
import { dayKey, identityKey, type Standing } from './plan-batch.js';
import { admitLate, maySettleLate } from './settle-late.js';

const TUESDAY = { person: 'ada', workedOn: '2026-03-10' as CalendarDate };
const identityOf = (externalId: string) => ({ source: 'jira', externalId });

const booking = (hours: string): Booking => ({
  initiativeId: 'initiative-1',
  categoryKey: null,
  categorySource: 'NONE',
  ruleName: null,
  rulesVersion: null,
  amount: decimal(hours),
  unit: 'HOURS',
  ...TUESDAY,
  note: null,
  ...NO_TRAITS,
  method: 'WORKLOG',
});

const late = (externalId: string, hours: string, kind: LateKind = 'RECORD'): LateEntry => ({
  id: `late-${externalId}`,
  kind,
  identity: identityOf(externalId),
  booking: booking(hours),
  replacesOn: null,
});

const live = (externalId: string, hours: string): [string, Standing] => {
  const identity = identityOf(externalId);
  return [
    identityKey(identity),
    { revision: 3, live: { ...booking(hours), ...identity, id: `old-${externalId}`, revision: 3 } },
  ];
};

const admit = (entries: readonly LateEntry[], standing: readonly [string, Standing][] = [], booked = '0') => {
  const hours = new Map<string, Decimal>([[dayKey(TUESDAY), decimal(booked)]]);
  const plan = admitLate(entries, new Map(standing), hours, () => 'new');
  return {
    admitted: plan.admitted.map(({ id }) => id),
    entries: plan.entries.map(({ externalId, revision }) => `${externalId}.${revision}`),
    reversals: plan.reversals.map(({ id }) => id),
    hours: plan.hours.get(dayKey(TUESDAY)),
    refusals: [...plan.refusals].map(([id, [refusal]]) => [id, refusal?.code, refusal?.field, refusal?.message]),
  };
};

describe('accepting late entries', () => {
  it('records what is new, and corrects and takes back what stands', () => {
    expect(
      admit([late('1', '2'), late('2', '4'), late('3', '1', 'DELETE')], [live('2', '6'), live('3', '1')], '7'),
    ).toEqual({
      admitted: ['late-1', 'late-2', 'late-3'],
      entries: ['1.1', '2.4'],
      reversals: ['old-3', 'old-2'],
      hours: '6',
      refusals: [],
    });
  });

  it('leaves waiting what would bring a day above 24 hours, and lets the others in', () => {
    expect(admit([late('1', '20'), late('2', '5'), late('3', '4')])).toEqual({
      admitted: ['late-1', 'late-3'],
      entries: ['1.1', '3.1'],
      reversals: [],
      hours: '24',
      refusals: [
        [
          'late-2',
          'OVER_CAPACITY',
          undefined,
          'ada would have 29 hours on 2026-03-10, and a day has 24. Correct the amount, the day or the person. Until then it stays in the queue.',
        ],
      ],
    });
  });

  it('lets in what others make room for, whichever came first', () => {
    expect(admit([late('1', '9'), late('2', '5'), late('3', '10')], [live('3', '20')], '20')).toMatchObject({
      admitted: ['late-1', 'late-2', 'late-3'],
      entries: ['3.4', '1.1', '2.1'],
      reversals: ['old-3'],
      hours: '24',
      refusals: [],
    });
    expect(admit([late('1', '15'), late('3', '10')], [live('3', '20')], '20')).toMatchObject({
      admitted: ['late-3'],
      hours: '10',
    });
  });

  it('takes back first, for that makes room', () => {
    expect(admit([late('1', '20'), late('2', '20', 'DELETE')], [live('2', '20')], '20')).toMatchObject({
      admitted: ['late-1', 'late-2'],
      hours: '20',
    });
  });

  it('finds nothing to do for the deletion of what is gone already', () => {
    expect(admit([late('1', '6', 'DELETE')])).toMatchObject({ admitted: ['late-1'], entries: [], reversals: [] });
  });
});

describe('a late entry', () => {
  it('is settled once', () => {
    expect(maySettleLate('PENDING')).toEqual([]);
    expect(
      (['ACCEPTED', 'REFUSED', 'SUPERSEDED'] as const)
        .flatMap(maySettleLate)
        .map(({ code, message }) => [code, message]),
    ).toEqual([
      ['WRONG_STATE', 'The late entry was accepted already; only one that is PENDING can be settled.'],
      ['WRONG_STATE', 'The late entry was refused already; only one that is PENDING can be settled.'],
      [
        'WRONG_STATE',
        'The late entry was outdone by something newer that its source sent; only one that is PENDING can be settled.',
      ],
    ]);
  });
});
