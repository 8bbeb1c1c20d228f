import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noon } from '../../../test/support/gate-facts.js';
import { dateAt } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import type { Finding } from './finding.js';
import { planFindings, rankOf, type FindingPlan, type KeptFinding } from './keep-findings.js';

const AT = noon('2026-08-01');
const LATER = noon('2026-08-02');

const on = (at: Instant) => ({ at, today: dateAt(at, 'Europe/Berlin') });

const found = (other: Partial<Finding> = {}): Finding => ({
  code: 'POC_TRAP',
  subject: '',
  level: 'WARNING',
  since: noon('2026-07-01'),
  message: 'It is stuck.',
  facts: { stage: 'PoC', days: 31 },
  ...other,
});

const kept = (other: Partial<KeptFinding> = {}): KeptFinding => ({
  ...found(),
  id: 'version',
  findingId: 'finding',
  raisedAt: AT,
  recordedAt: AT,
  ...other,
});

const ids = (): (() => string) => {
  let count = 0;
  return () => `new-${(count += 1)}`;
};

const NOTHING: FindingPlan = { raised: [], restated: [], superseded: [], cleared: [] };

/** What stands once a plan is written. */
const after = (standing: readonly KeptFinding[], plan: FindingPlan): readonly KeptFinding[] => {
  const gone = new Set([...plan.superseded, ...plan.cleared].map(({ id }) => id));
  return [...standing.filter(({ id }) => !gone.has(id)), ...plan.raised, ...plan.restated];
};

describe('what is found', () => {
  it('is raised where it did not stand', () => {
    expect(planFindings([], [found()], on(AT), ids())).toEqual({
      ...NOTHING,
      raised: [kept({ id: 'new-1', findingId: 'new-1' })],
    });
  });

  it('is left alone where it stands so, in whichever order its facts are', () => {
    const same = found({ facts: { days: 31, stage: 'PoC' } });
    expect(planFindings([kept()], [same], on(LATER), ids())).toEqual(NOTHING);
    const deep = { facts: { list: [{ a: '1', b: null }] } };
    expect(planFindings([kept(deep)], [found({ facts: { list: [{ b: null, a: '1' }] } })], on(LATER), ids())).toEqual(
      NOTHING,
    );
  });

  it.each([
    { facts: { stage: 'PoC', days: 32 } },
    { message: 'It is still stuck.' },
    { level: 'CRITICAL' as const },
    { since: noon('2026-07-02') },
  ])('goes on under its id where something else is said of it: %j', (other) => {
    expect(planFindings([kept()], [found(other)], on(LATER), ids())).toEqual({
      ...NOTHING,
      restated: [kept({ ...other, id: 'new-1', recordedAt: LATER })],
      superseded: [kept()],
    });
  });

  it('goes on since when it was kept, where it was not looked at to its beginning', () => {
    const later = { since: noon('2026-07-15'), mayBeOlder: true as const };
    expect(planFindings([kept()], [found(later)], on(LATER), ids())).toEqual(NOTHING);
    expect(planFindings([], [found(later)], on(LATER), ids()).raised).toMatchObject([{ since: noon('2026-07-15') }]);
    const earlier = { since: noon('2026-06-15'), mayBeOlder: true as const };
    expect(planFindings([kept()], [found(earlier)], on(LATER), ids()).restated).toMatchObject([
      { since: noon('2026-06-15') },
    ]);
  });

  it('begins no earlier than the version before it, where the clock was set back', () => {
    const { restated } = planFindings([kept({ recordedAt: LATER })], [found({ message: 'Anew.' })], on(AT), ids());
    expect(restated).toMatchObject([{ recordedAt: LATER }]);
  });

  it('is told apart by its subject', () => {
    const { raised, cleared } = planFindings(
      [kept({ subject: 'poc' })],
      [found({ subject: 'pilot' })],
      on(LATER),
      ids(),
    );
    expect([raised, cleared]).toMatchObject([[{ subject: 'pilot' }], [{ subject: 'poc' }]]);
  });
});

describe('what is not found any more', () => {
  it('is cleared, and raised under another id when it comes back', () => {
    expect(planFindings([kept()], [], on(LATER), ids())).toEqual({ ...NOTHING, cleared: [kept()] });
    expect(planFindings([], [found()], on(LATER), ids()).raised).toMatchObject([
      { findingId: 'new-1', raisedAt: LATER },
    ]);
  });
});

describe('a plan', () => {
  const someFound = fc.uniqueArray(
    fc.record({
      code: fc.constantFrom('POC_TRAP' as const, 'ZOMBIE' as const),
      subject: fc.constantFrom('', 'a', 'b'),
      days: fc.integer({ min: 0, max: 2 }),
    }),
    { selector: ({ code, subject }) => `${code} ${subject}` },
  );

  it('has stand exactly what was found, whatever stood, and carried out again it changes nothing', () => {
    fc.assert(
      fc.property(fc.array(someFound, { minLength: 1, maxLength: 5 }), (looks) => {
        const newId = ids();
        let standing: readonly KeptFinding[] = [];
        for (const look of looks) {
          const findings = look.map(({ code, subject, days }) => found({ code, subject, facts: { days } }));
          standing = after(standing, planFindings(standing, findings, on(AT), newId));
          const told = standing.map(({ code, subject, facts }) => JSON.stringify([code, subject, facts]));
          expect(told.toSorted()).toEqual(
            findings.map(({ code, subject, facts }) => JSON.stringify([code, subject, facts])).toSorted(),
          );
          expect(planFindings(standing, findings, on(LATER), newId)).toEqual(NOTHING);
        }
      }),
    );
  });

  it('tells the gravest first', () => {
    expect([rankOf('CRITICAL'), rankOf('WARNING'), rankOf('INFO')]).toEqual([0, 1, 2]);
  });
});
