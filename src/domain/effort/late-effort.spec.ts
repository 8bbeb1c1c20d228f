import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../basics/calendar-date.js';
import { decimal } from '../basics/decimal.js';
import { NO_TRAITS } from './classification-rule.js';
import type { Booking } from './effort-entry.js';
import {
  outcomesOfLate,
  planQueue,
  sortOutDeletions,
  sortOutLate,
  wordsOf,
  type LateEntry,
  type LateWish,
  type Word,
} from './late-effort.js';
import { identityKey, type BatchRow, type Standing } from './plan-batch.js';

const day = (text: string) => text as CalendarDate;
const MARCH = day('2026-03-10');
const APRIL = day('2026-04-10');
const CLOSED = [{ from: day('2026-01-01'), to: day('2026-03-31') }];

const identityOf = (externalId: string) => ({ source: 'jira', externalId });
const key = (externalId: string) => identityKey(identityOf(externalId));

const booking = (other: Partial<Booking> = {}): Booking => ({
  initiativeId: 'initiative-1',
  categoryKey: null,
  categorySource: 'NONE',
  ruleName: null,
  rulesVersion: null,
  amount: decimal('6'),
  unit: 'HOURS',
  person: 'ada',
  workedOn: MARCH,
  note: null,
  ...NO_TRAITS,
  method: 'WORKLOG',
  ...other,
});

const row = (externalId: string, other: Partial<Booking> = {}, index = 0): BatchRow => ({
  index,
  identity: identityOf(externalId),
  booking: booking(other),
});

const stands = (externalId: string, other: Partial<Booking> = {}): ReadonlyMap<string, Standing> =>
  new Map([
    [key(externalId), { revision: 1, live: { ...booking(other), ...identityOf(externalId), id: 'old', revision: 1 } }],
  ]);

const sortOut = (rows: readonly BatchRow[], standing: ReadonlyMap<string, Standing> = new Map(), closed = CLOSED) =>
  sortOutLate(rows, standing, closed);

describe('a row of effort', () => {
  it('is late when its day lies in a closed period', () => {
    expect(sortOut([row('1')])).toEqual({
      direct: [],
      late: [{ index: 0, wish: { kind: 'RECORD', identity: identityOf('1'), booking: booking(), replacesOn: null } }],
      impossible: [],
    });
    expect(sortOut([row('1', { workedOn: APRIL })]).direct).toHaveLength(1);
    expect(sortOut([row('1')], new Map(), []).direct).toHaveLength(1);
  });

  it('is late when it corrects an entry of a closed period, wherever it moves it', () => {
    const { late, direct } = sortOut([row('1', { workedOn: APRIL })], stands('1'));
    expect(late).toMatchObject([{ wish: { booking: { workedOn: APRIL }, replacesOn: MARCH } }]);
    expect(direct).toEqual([]);
  });

  it('is late when it moves an entry into a closed period', () => {
    expect(sortOut([row('1')], stands('1', { workedOn: APRIL })).late).toMatchObject([{ wish: { replacesOn: APRIL } }]);
  });

  it('is not late when the ledger says the same already, nor when what it said was taken back outside of the period', () => {
    expect(sortOut([row('1')], stands('1')).direct).toHaveLength(1);
    const takenBack = new Map([[key('1'), { revision: 1, live: null }]]);
    expect(sortOut([row('1', { workedOn: APRIL })], takenBack).direct).toHaveLength(1);
  });

  it('waits with the category that was stated, and with none that a rule of today gave', () => {
    const stated = { categoryKey: 'ALGORITHMS', categorySource: 'STATED' } as const;
    const ruled = { categoryKey: 'ALGORITHMS', categorySource: 'RULE', ruleName: 'models', rulesVersion: 3 } as const;
    expect(sortOut([row('1', stated), row('2', ruled, 1)]).late.map(({ wish }) => wish.booking)).toEqual([
      booking(stated),
      booking(),
    ]);
  });

  it('that has more than 24 hours by itself is refused at once, for it could never be let in', () => {
    const { late, impossible } = sortOut([
      row('1', { amount: decimal('24') }),
      row('2', { amount: decimal('24.5') }, 1),
      row('3', { amount: decimal('24.5'), person: null }, 2),
    ]);
    expect(late.map(({ index }) => index)).toEqual([0, 2]);
    expect(impossible).toMatchObject([
      { index: 1, refusals: [{ code: 'OVER_CAPACITY', field: ['entries', '1', 'amount'] }] },
    ]);
  });
});

describe('what becomes of a batch', () => {
  it('is told row by row, and what was refused says nothing', () => {
    const sorted = sortOut([
      row('1'),
      row('2', { workedOn: APRIL }, 1),
      row('3', { amount: decimal('25') }, 2),
      row('4', { workedOn: APRIL }, 3),
      row('1', { workedOn: APRIL }, 4),
    ]);
    expect(outcomesOfLate(sorted).map(({ index, status, refusals }) => [index, status, refusals.length])).toEqual([
      [0, 'QUEUED', 0],
      [2, 'REFUSED', 1],
    ]);
    const words = wordsOf(sorted, [
      { index: 1, status: 'RECORDED', refusals: [] },
      { index: 3, status: 'REFUSED', refusals: [] },
      { index: 4, status: 'RECORDED', refusals: [] },
    ]);
    expect(words.map(({ identity, wish }) => [identity.externalId, wish?.kind ?? null])).toEqual([
      ['1', 'RECORD'],
      ['2', null],
      ['1', null],
    ]);
  });
});

describe('a deletion', () => {
  const sortOutOf = (...externalIds: string[]) => {
    const standing = new Map([
      ...stands('closed', { categoryKey: 'ALGORITHMS', categorySource: 'RULE', ruleName: 'models' }),
      ...stands('open', { workedOn: APRIL }),
      [key('gone'), { revision: 1, live: null }] as const,
    ]);
    return sortOutDeletions(externalIds.map(identityOf), standing, CLOSED);
  };

  it('of an entry of a closed period is asked for, and tells what is to be taken back', () => {
    const { reversals, words } = sortOutOf('closed', 'closed');
    expect(reversals).toEqual([]);
    expect(words).toMatchObject([
      { wish: { kind: 'DELETE', booking: { amount: '6', categoryKey: 'ALGORITHMS' }, replacesOn: MARCH } },
    ]);
  });

  it('of any other entry takes it back', () => {
    const { reversals, words } = sortOutOf('open');
    expect(reversals.map(({ externalId }) => externalId)).toEqual(['open']);
    expect(words).toEqual([{ identity: identityOf('open'), wish: null }]);
  });

  it('of what does not stand takes nothing back, but outdoes what waits to be entered', () => {
    expect(sortOutOf('gone', 'never')).toEqual({
      reversals: [],
      words: [
        { identity: identityOf('gone'), wish: null },
        { identity: identityOf('never'), wish: null },
      ],
    });
  });
});

const wish = (externalId: string, other: Partial<Booking> = {}, kind: LateWish['kind'] = 'RECORD'): LateWish => ({
  kind,
  identity: identityOf(externalId),
  booking: booking(other),
  replacesOn: null,
});
const late = (...parameters: Parameters<typeof wish>): Word => {
  const wanted = wish(...parameters);
  return { identity: wanted.identity, wish: wanted };
};
const direct = (externalId: string): Word => ({ identity: identityOf(externalId), wish: null });
const waits = (...parameters: Parameters<typeof wish>): ReadonlyMap<string, LateEntry> =>
  new Map([[key(parameters[0]), { ...wish(...parameters), id: 'waiting' }]]);
const FOUR = { amount: decimal('4') };

const queue = (
  words: readonly Word[],
  pending: ReadonlyMap<string, LateEntry> = new Map(),
  refused: ReadonlyMap<string, LateEntry> = new Map(),
) => {
  let count = 0;
  const { queued, superseded } = planQueue(words, pending, () => `new-${(count += 1)}`, refused);
  return {
    queued: queued.map(({ id, kind, booking: { amount }, isSuperseded }) => [id, kind, amount, isSuperseded]),
    superseded,
  };
};

describe('the queue of late entries', () => {
  it('takes what is late', () => {
    expect(queue([late('1'), late('2', FOUR), late('3', {}, 'DELETE')])).toEqual({
      queued: [
        ['new-1', 'RECORD', '6', false],
        ['new-2', 'RECORD', '4', false],
        ['new-3', 'DELETE', '6', false],
      ],
      superseded: [],
    });
  });

  it('holds the same wish once, however often it is sent', () => {
    expect(queue([late('1'), late('1')]).queued).toEqual([['new-1', 'RECORD', '6', false]]);
    expect(queue([late('1')], waits('1'))).toEqual({ queued: [], superseded: [] });
    expect(queue([late('1', FOUR, 'DELETE')], waits('1', {}, 'DELETE'))).toEqual({ queued: [], superseded: [] });
  });

  it('lets other values of an entry take the place of older ones, which it keeps as superseded', () => {
    expect(queue([late('1', FOUR)], waits('1'))).toEqual({
      queued: [['new-1', 'RECORD', '4', false]],
      superseded: ['waiting'],
    });
    expect(queue([late('1'), late('1', FOUR), late('1')])).toEqual({
      queued: [
        ['new-1', 'RECORD', '6', true],
        ['new-2', 'RECORD', '4', true],
        ['new-3', 'RECORD', '6', false],
      ],
      superseded: [],
    });
    expect(queue([late('1', {}, 'DELETE')], waits('1'))).toMatchObject({ superseded: ['waiting'] });
  });

  it('does not take again what was refused, until something else is said', () => {
    const none = new Map<string, LateEntry>();
    expect(queue([late('1'), late('1')], none, waits('1'))).toEqual({ queued: [], superseded: [] });
    expect(queue([late('1', FOUR)], none, waits('1')).queued).toEqual([['new-1', 'RECORD', '4', false]]);
    expect(queue([late('1', {}, 'DELETE')], none, waits('1')).queued).toEqual([['new-1', 'DELETE', '6', false]]);
    expect(queue([late('2')], none, waits('1')).queued).toEqual([['new-1', 'RECORD', '6', false]]);
  });

  it('lets nothing old wait once something newer went straight into the ledger, or stands there', () => {
    expect(queue([direct('1')], waits('1'))).toEqual({ queued: [], superseded: ['waiting'] });
    expect(queue([late('1'), direct('1')])).toEqual({ queued: [['new-1', 'RECORD', '6', true]], superseded: [] });
    expect(queue([direct('2')], waits('1'))).toEqual({ queued: [], superseded: [] });
  });
});
