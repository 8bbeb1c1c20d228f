import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../basics/calendar-date.js';
import { decimal } from '../basics/decimal.js';
import type { Instant } from '../basics/instant.js';
import { invalid } from '../basics/result.js';
import { NO_TRAITS } from './classification-rule.js';
import { checkEntry, latestDayAt, type EntrySurroundings } from './check-entry.js';
import type { EffortDraft } from './effort-entry.js';

const day = (text: string) => text as CalendarDate;

const around: EntrySurroundings = {
  initiativeIds: new Map([['CLAIMS-1', 'id-1']]),
  categoryKeys: new Set(['PEOPLE_PROCESS']),
  latestDay: day('2026-03-11'),
};

const sound: EffortDraft = {
  initiativeKey: 'CLAIMS-1',
  categoryKey: 'PEOPLE_PROCESS',
  amount: decimal('6'),
  unit: 'HOURS',
  workedOn: day('2026-03-10'),
  person: 'ada',
  note: 'Trained the second team.',
  labels: ['change'],
  components: ['rollout'],
  ticketType: 'Task',
  projectKey: 'OPS',
  connectionId: null,
  source: 'jira',
  externalId: '10001',
  method: 'WORKLOG',
  problems: [],
};

const check = (other: Partial<EffortDraft>) => checkEntry({ ...sound, ...other }, around, ['entries', '3']);
const messages = (other: Partial<EffortDraft>) => check(other).map(({ message }) => message);
const codes = (other: Partial<EffortDraft>) =>
  check(other).map(({ code, field }) => `${code} ${field?.join('.') ?? ''}`);

describe('an entry of effort', () => {
  it('may be of tomorrow at the latest, in the zone of the portfolio', () => {
    const now = '2026-03-10T23:30:00.000Z' as Instant;
    expect(latestDayAt(now, 'UTC')).toBe('2026-03-11');
    expect(latestDayAt(now, 'Europe/Berlin')).toBe('2026-03-12');
  });

  it('is fine with everything stated, and with what may be left out left out', () => {
    expect(check({})).toEqual([]);
    expect(check({ categoryKey: null, person: null, note: null, ...NO_TRAITS })).toEqual([]);
  });

  it.each(['0', '0.00', '-1', '1000000.0000000001'])('is refused with an amount of %s', (amount) => {
    expect(codes({ amount: decimal(amount) })).toEqual(['INVALID entries.3.amount']);
  });

  it.each(['0.0000000001', '1000000'])('may have an amount of %s', (amount) => {
    expect(codes({ amount: decimal(amount) })).toEqual([]);
  });

  it('may be worked tomorrow, and not the day after', () => {
    expect(codes({ workedOn: day('2026-03-11') })).toEqual([]);
    expect(codes({ workedOn: day('2026-03-12') })).toEqual(['INVALID entries.3.workedOn']);
  });

  it.each([
    ['source', 200],
    ['externalId', 500],
    ['person', 200],
    ['ticketType', 200],
    ['projectKey', 200],
  ] as const)('has a %s of 1 to %i characters, counted as people count', (name, longest) => {
    expect(codes({ [name]: '😀'.repeat(longest) })).toEqual([]);
    expect(codes({ [name]: 'x'.repeat(longest + 1) })).toEqual([`INVALID entries.3.${name}`]);
    expect(codes({ [name]: '' })).toEqual([`INVALID entries.3.${name}`]);
  });

  it('has a note of at most 4,000 characters and at most 50 labels and components that hold something', () => {
    expect(codes({ note: 'x'.repeat(4_000), labels: Array.from({ length: 50 }, String) })).toEqual([]);
    expect(codes({ note: 'x'.repeat(4_001) })).toEqual(['INVALID entries.3.note']);
    expect(codes({ labels: Array.from({ length: 51 }, String) })).toEqual(['INVALID entries.3.labels']);
    expect(codes({ labels: [''] })).toEqual(['INVALID entries.3.labels']);
    expect(codes({ labels: ['x'.repeat(201)] })).toEqual(['INVALID entries.3.labels']);
    expect(codes({ components: Array.from({ length: 50 }, String) })).toEqual([]);
    expect(codes({ components: Array.from({ length: 51 }, String) })).toEqual(['INVALID entries.3.components']);
  });

  it('is told which value is wrong and what would be right', () => {
    expect(messages({ amount: decimal('-1'), workedOn: day('2026-03-12'), note: 'x'.repeat(4_001) })).toEqual([
      'amount must be above 0 and at most 1000000, and was -1.',
      'workedOn must be 2026-03-11 or earlier, and was 2026-03-12.',
      'note must hold at most 4000 characters.',
    ]);
    expect(messages({ source: '', externalId: '', person: '', labels: [''] })).toEqual([
      'source must hold 1 to 200 characters that can be seen.',
      'externalId must hold 1 to 500 characters that can be seen.',
      'person must hold 1 to 200 characters that can be seen.',
      'labels must be at most 50, each of 1 to 200 characters that can be seen.',
    ]);
    expect(messages({ initiativeKey: 'OTHER-1', categoryKey: 'RESEARCH' })).toEqual([
      'The initiative "OTHER-1" was not found.',
      'The category "RESEARCH" was not found.',
    ]);
  });

  it('is told of a long key by its first 60 characters', () => {
    expect(messages({ initiativeKey: '😀'.repeat(61), categoryKey: 'x'.repeat(60) })).toEqual([
      `The initiative "${'😀'.repeat(60)}..." was not found.`,
      `The category "${'x'.repeat(60)}" was not found.`,
    ]);
  });

  it('names an initiative and a category that the portfolio knows', () => {
    expect(codes({ initiativeKey: 'OTHER-1', categoryKey: 'RESEARCH' })).toEqual([
      'NOT_FOUND entries.3.initiativeKey',
      'NOT_FOUND entries.3.categoryKey',
    ]);
  });

  it('is told everything that is wrong with it, and each thing once', () => {
    const unread = invalid(['entries', '3', 'amount'], '"ten" is not a decimal.');
    const unstorable = invalid(['entries', '3', 'externalId'], 'externalId holds characters that cannot be stored.');
    const refusals = check({
      amount: null,
      workedOn: null,
      externalId: 'x'.repeat(501),
      initiativeKey: 'OTHER-1',
      problems: [unread, unstorable],
    });
    expect(refusals.slice(0, 2)).toEqual([unread, unstorable]);
    expect(refusals.slice(2).map(({ field }) => field?.at(-1))).toEqual(['initiativeKey']);
  });

  it('is told once of what is wrong inside a list, and of all else beside a problem that names no value', () => {
    const inside = invalid(['entries', '3', 'labels', '0'], 'The label holds characters that cannot be stored.');
    const nowhere = { code: 'INVALID', message: 'The row cannot be read.' } as const;
    expect(check({ labels: [''], problems: [inside, nowhere] })).toEqual([inside, nowhere]);
    expect(codes({ source: '', problems: [inside, nowhere] }).at(-1)).toBe('INVALID entries.3.source');
  });
});
