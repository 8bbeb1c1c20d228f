import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  aChangePlan,
  aCriterion,
  aDocument,
  aGate,
  day,
  facts,
  noon,
  returned,
  submitted,
} from '../../../test/support/gate-facts.js';
import type { Instant } from '../basics/instant.js';
import type { EvidenceFact } from '../gates/gate.js';
import { metSince } from './met-since.js';

const plan = (key = 'plan') => aCriterion('CHANGE_PLAN', { key, validForDays: 30 });

const handedIn = (id: string, on: string, other: Partial<EvidenceFact> = {}): EvidenceFact =>
  submitted(id, on, aChangePlan(), { criterionKey: 'plan', ...accepted(on), ...other });

const since = (at: string, ...evidence: readonly EvidenceFact[]): Instant | null =>
  metSince(
    'CHANGE_PLAN',
    [aGate([aCriterion('DOCUMENT', { key: 'document' }), plan()])],
    facts({ timeZone: 'Europe/Berlin', evidence }),
    noon(at),
  );

describe('since when a criterion is met', () => {
  it('is since its evidence was accepted', () => {
    expect(since('2026-01-20', handedIn('a', '2026-01-01', accepted('2026-01-10')))).toBe(noon('2026-01-10'));
    expect(since('2026-01-10', handedIn('a', '2026-01-01', accepted('2026-01-10')))).toBe(noon('2026-01-10'));
    expect(since('2026-01-09', handedIn('a', '2026-01-01', accepted('2026-01-10')))).toBeNull();
  });

  it('is since it took effect, where it was accepted before, at the midnight of the portfolio', () => {
    expect(since('2026-01-20', handedIn('a', '2026-01-01', { effectiveOn: day('2026-01-12') }))).toBe(
      '2026-01-11T23:00:00.000Z',
    );
  });

  it('goes on where newer evidence took the place of older one in time', () => {
    const evidence = [handedIn('a', '2026-01-01'), handedIn('b', '2026-01-25'), handedIn('c', '2026-02-20')];
    expect(since('2026-03-01', ...evidence)).toBe(noon('2026-01-01'));
    expect(since('2026-03-01', ...evidence.toReversed())).toBe(noon('2026-01-01'));
  });

  it('begins anew where the older one had run out', () => {
    expect(since('2026-02-10', handedIn('a', '2026-01-01'), handedIn('b', '2026-02-05'))).toBe(noon('2026-02-05'));
  });

  it('is nothing while it waits, was returned, ran out, or is not good enough', () => {
    expect(since('2026-01-20', submitted('a', '2026-01-01', aChangePlan(), { criterionKey: 'plan' }))).toBeNull();
    expect(since('2026-01-20', handedIn('a', '2026-01-01', returned('2026-01-02', null)))).toBeNull();
    expect(since('2026-02-10', handedIn('a', '2026-01-01'))).toBeNull();
    expect(since('2026-01-20', handedIn('a', '2026-01-01', { content: aChangePlan({ groups: [] }) }))).toBeNull();
    expect(since('2026-01-20')).toBeNull();
  });

  it('is not of another kind of criterion', () => {
    expect(
      since(
        '2026-01-20',
        submitted('a', '2026-01-01', aDocument, { criterionKey: 'document', ...accepted('2026-01-02') }),
      ),
    ).toBeNull();
  });

  it('is of the one that has been met for longest, where several gates ask', () => {
    const gates = [aGate([plan('late')]), aGate([plan('early')], { key: 'g4' })];
    const evidence = [
      handedIn('a', '2026-01-05', { criterionKey: 'early' }),
      handedIn('b', '2026-01-10', { criterionKey: 'late' }),
    ];
    expect(metSince('CHANGE_PLAN', gates, facts({ evidence }), noon('2026-01-20'))).toBe(noon('2026-01-05'));
  });
});
