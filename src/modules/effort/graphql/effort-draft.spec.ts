import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { decimal } from '../../../domain/basics/decimal.js';
import { Unreadable } from '../../../platform/graphql/unreadable.js';
import { draftOf } from './effort-draft.js';

const SENT = {
  initiativeKey: 'CLAIMS-1',
  amount: decimal('6'),
  workedOn: '2026-03-10' as CalendarDate,
  source: 'jira',
  externalId: '10001',
};

describe('a row of effortRecord', () => {
  it('is entered by hand and counted in hours where nothing else is said', () => {
    const draft = draftOf({ ...SENT, unit: null, person: null, labels: null }, 0);
    expect(draft).toMatchObject({
      unit: 'HOURS',
      method: 'MANUAL',
      person: null,
      labels: [],
      categoryKey: null,
      problems: [],
    });
  });

  it('carries what could not be read or stored as problems of its own, each with its place', () => {
    const draft = draftOf(
      {
        ...SENT,
        amount: new Unreadable('ten', '"ten" is not a decimal.'),
        workedOn: new Unreadable('2026-02-30', '"2026-02-30" is not a calendar date.'),
        labels: ['fine', 'nul \u0000'],
      },
      3,
    );
    expect(draft).toMatchObject({ amount: null, workedOn: null });
    expect(draft.problems.map(({ code, field }) => [code, field?.join('.')])).toEqual([
      ['INVALID', 'entries.3.amount'],
      ['INVALID', 'entries.3.workedOn'],
      ['INVALID', 'entries.3.labels.1'],
    ]);
  });
});
