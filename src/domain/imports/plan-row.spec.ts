import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instant } from '../basics/instant.js';
import type { InitiativeAttributes } from '../initiatives/initiative.js';
import { IMPORT_REASON, planChange, planNew, type PlannedVisit, type RowToPlan, type Standing } from './plan-row.js';

const FIRST = '2026-03-02T10:00:00.000Z' as Instant;
const LATER = '2026-04-02T10:00:00.000Z' as Instant;
const day = (date: string): Instant => `${date}T05:00:00.000Z` as Instant;
const STAGES = ['intake', 'discovery', 'poc', 'pilot', 'operate'];

const row = (changes: Partial<RowToPlan> = {}): RowToPlan => ({
  externalRef: 'A / 1',
  stated: { name: 'Triage', problem: 'Slow.' },
  assumed: { ownerId: 'viewer', valueThesis: 'COST' },
  course: { dated: [], stageKey: null },
  assumedStage: 'intake',
  ...changes,
});

const standingFrom = (made: RowToPlan, changes: Partial<Standing> = {}): Standing => {
  const plan = planNew(made, FIRST);
  return {
    key: 'FED-1',
    attributes: plan.attributes,
    status: plan.status,
    visits: plan.visits,
    stageKey: plan.visits.at(-1)?.stageKey ?? '',
    isMovedHere: false,
    stageKeys: STAGES,
    ...changes,
  };
};

const visit = (stageKey: string, enteredAt: Instant, leftAt: Instant | null = null): PlannedVisit => ({
  stageKey,
  enteredAt,
  leftAt,
});

describe('a row that stands nowhere yet', () => {
  it('becomes an initiative, with defaults where the file says nothing', () => {
    expect(planNew(row(), FIRST)).toEqual({
      attributes: {
        name: 'Triage',
        problem: 'Slow.',
        valueThesis: 'COST',
        solutionType: null,
        investmentClass: 'CORE',
        riskTier: 'LIMITED',
        businessUnit: null,
        ownerId: 'viewer',
        sponsorId: null,
        defaultCategoryKey: null,
      } satisfies InitiativeAttributes,
      status: 'ACTIVE',
      visits: [visit('intake', FIRST)],
    });
  });

  it('takes no default that is none, and no "none" of what it cannot be without', () => {
    const made = row({
      stated: { name: 'Triage', problem: 'Slow.', investmentClass: null as never },
      assumed: { ownerId: 'viewer', valueThesis: 'COST', riskTier: null as never },
    });
    expect(planNew(made, FIRST).attributes).toMatchObject({ investmentClass: 'CORE', riskTier: 'LIMITED' });
  });

  it('changes its status by an import, and says so', () => {
    expect(planNew(row({ stated: { status: 'RETIRED' } }), FIRST).status).toBe('RETIRED');
    expect(IMPORT_REASON).toBe('Import');
  });

  it('stays in each stage until the next date that is known, and in the last one since', () => {
    const dated = [
      { stageKey: 'poc', enteredAt: day('2024-01-05') },
      { stageKey: 'operate', enteredAt: day('2024-07-01') },
    ];
    expect(planNew(row({ course: { dated, stageKey: 'operate' } }), FIRST).visits).toEqual([
      visit('poc', day('2024-01-05'), day('2024-07-01')),
      visit('operate', day('2024-07-01')),
    ]);
  });

  it('begins the stage it stands in with the import where that has no date', () => {
    const dated = [{ stageKey: 'poc', enteredAt: day('2024-01-05') }];
    expect(planNew(row({ course: { dated, stageKey: 'operate' } }), FIRST).visits).toEqual([
      visit('poc', day('2024-01-05'), FIRST),
      visit('operate', FIRST),
    ]);
  });
});

describe('a row that stands already', () => {
  it('changes nothing when it is imported again, whenever and however it is dated', () => {
    const entry = fc.record({ stageKey: fc.constantFrom(...STAGES), days: fc.integer({ min: 0, max: 40 }) });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), fc.option(fc.constantFrom(...STAGES)), (entries, stated) => {
        const days = entries.map((each) => each.days).sort((a, b) => a - b);
        const dated = entries.map(({ stageKey }, position) => ({
          stageKey,
          enteredAt: new Date(Date.UTC(2024, 0, 1 + (days[position] ?? 0))).toISOString() as Instant,
        }));
        const course = { dated, stageKey: stated ?? dated.at(-1)?.stageKey ?? null };
        const made = row({ course });
        expect(planChange(made, standingFrom(made), LATER)).toMatchObject({
          isChanged: false,
          visits: null,
          status: null,
          warnings: [],
        });
      }),
    );
  });

  it('takes over what the file says, and keeps what it does not say', () => {
    const standing = standingFrom(row(), {
      attributes: { ...planNew(row(), FIRST).attributes, riskTier: 'HIGH', businessUnit: 'Mail' },
    });
    const plan = planChange(
      row({ stated: { name: 'Triage II', problem: 'Slow.' }, assumed: { riskTier: 'MINIMAL' } }),
      standing,
      LATER,
    );
    expect(plan.isChanged).toBe(true);
    expect(plan.attributes).toEqual({ ...standing.attributes, name: 'Triage II' });
  });

  it('clears only what an initiative can be without', () => {
    const standing = standingFrom(row({ stated: { name: 'Triage', problem: 'Slow.', solutionType: 'AGENT' } }));
    expect(planChange(row({ stated: { solutionType: null } }), standing, LATER).attributes.solutionType).toBeNull();
    const full = standingFrom(row(), {
      attributes: { ...standing.attributes, businessUnit: 'Mail', sponsorId: 'sponsor', riskTier: 'HIGH' },
    });
    expect(
      planChange(row({ stated: { businessUnit: null, sponsorId: null, riskTier: null as never } }), full, LATER)
        .attributes,
    ).toMatchObject({ businessUnit: null, sponsorId: null, riskTier: 'HIGH' });
    expect(planChange(row({ stated: { status: undefined } }), standing, LATER).isChanged).toBe(false);
  });

  it('is dated anew where the file has other dates', () => {
    const before = row({ course: { dated: [{ stageKey: 'poc', enteredAt: day('2024-01-05') }], stageKey: 'poc' } });
    const after = row({ course: { dated: [{ stageKey: 'poc', enteredAt: day('2024-01-06') }], stageKey: 'poc' } });
    expect(planChange(after, standingFrom(before), LATER)).toMatchObject({
      visits: [visit('poc', day('2024-01-06'))],
      isChanged: true,
    });
  });

  it('is dated anew where the file names another stage at the same date', () => {
    const before = row({ course: { dated: [{ stageKey: 'poc', enteredAt: day('2024-01-05') }], stageKey: 'poc' } });
    const dated = [{ stageKey: 'discovery', enteredAt: day('2024-01-05') }];
    expect(planChange(row({ course: { dated, stageKey: 'discovery' } }), standingFrom(before), LATER).visits).toEqual([
      visit('discovery', day('2024-01-05')),
    ]);
  });

  it('is dated anew where a visit ended before the next one began', () => {
    const dated = [
      { stageKey: 'poc', enteredAt: day('2024-01-05') },
      { stageKey: 'operate', enteredAt: day('2024-07-01') },
    ];
    const made = row({ course: { dated, stageKey: 'operate' } });
    const standing = standingFrom(made, {
      visits: [visit('poc', day('2024-01-05'), day('2024-06-01')), visit('operate', day('2024-07-01'))],
    });
    expect(planChange(made, standing, LATER).visits?.[0]).toEqual(visit('poc', day('2024-01-05'), day('2024-07-01')));
  });

  describe('whose stage the file cannot date', () => {
    const entry = (stageKey: string, enteredAt: Instant) => ({ stageKey, enteredAt });
    /** It came into poc on a date, and the first import brought it into operate. */
    const before = row({ course: { dated: [entry('poc', day('2024-01-05'))], stageKey: 'operate' } });
    const visitsAfter = (stageKey: string, ...dated: ReturnType<typeof entry>[]) =>
      planChange(row({ course: { dated, stageKey } }), standingFrom(before), LATER).visits;

    it('keeps what it went through while the dates stay as they were', () => {
      expect(visitsAfter('pilot', entry('poc', day('2024-01-05')))).toEqual([
        visit('poc', day('2024-01-05'), FIRST),
        visit('operate', FIRST, LATER),
        visit('pilot', LATER),
      ]);
    });

    it('stays in it since the import that brought it there, though an earlier date was corrected', () => {
      expect(visitsAfter('operate', entry('poc', day('2024-01-06')))).toEqual([
        visit('poc', day('2024-01-06'), FIRST),
        visit('operate', FIRST),
      ]);
      expect(visitsAfter('operate', entry('discovery', day('2024-01-05')))).toEqual([
        visit('discovery', day('2024-01-05'), FIRST),
        visit('operate', FIRST),
      ]);
      expect(visitsAfter('operate', entry('pilot', FIRST))).toEqual([
        visit('pilot', FIRST, FIRST),
        visit('operate', FIRST),
      ]);
    });

    it('begins it anew where the corrected date is after that import', () => {
      const corrected = '2026-03-15T05:00:00.000Z' as Instant;
      expect(visitsAfter('operate', entry('poc', corrected))).toEqual([
        visit('poc', corrected, LATER),
        visit('operate', LATER),
      ]);
    });

    it('stays in it since that import, however many stages it went through', () => {
      const dated = [entry('discovery', day('2023-01-05')), entry('poc', day('2024-01-05'))];
      const long = standingFrom(row({ course: { dated, stageKey: 'operate' } }));
      const corrected = [entry('discovery', day('2023-01-06')), entry('poc', day('2024-01-05'))];
      expect(planChange(row({ course: { dated: corrected, stageKey: 'operate' } }), long, LATER).visits).toEqual([
        visit('discovery', day('2023-01-06'), day('2024-01-05')),
        visit('poc', day('2024-01-05'), FIRST),
        visit('operate', FIRST),
      ]);
    });

    it('begins another one with this import, and leaves out what the corrected dates do not tell', () => {
      expect(visitsAfter('pilot', entry('poc', day('2024-01-06')))).toEqual([
        visit('poc', day('2024-01-06'), LATER),
        visit('pilot', LATER),
      ]);
    });

    it('follows the file where that dates more than was known', () => {
      const later = [entry('operate', FIRST), entry('poc', LATER)];
      expect(visitsAfter('pilot', entry('poc', day('2024-01-05')), ...later)).toEqual([
        visit('poc', day('2024-01-05'), FIRST),
        visit('operate', FIRST, LATER),
        visit('poc', LATER, LATER),
        visit('pilot', LATER),
      ]);
    });

    it('goes back to the stage that the file dates last', () => {
      expect(visitsAfter('poc', entry('poc', day('2024-01-05')))).toEqual([visit('poc', day('2024-01-05'))]);
    });
  });

  it('moves on with the import where the file states a later stage without a date, and keeps what it went through', () => {
    const before = row({ course: { dated: [], stageKey: 'discovery' } });
    expect(planChange(row({ course: { dated: [], stageKey: 'poc' } }), standingFrom(before), LATER).visits).toEqual([
      visit('discovery', FIRST, LATER),
      visit('poc', LATER),
    ]);
  });

  it('gets its date where the file had none before', () => {
    const before = row({ course: { dated: [{ stageKey: 'poc', enteredAt: day('2024-01-05') }], stageKey: 'operate' } });
    const dated = [
      { stageKey: 'poc', enteredAt: day('2024-01-05') },
      { stageKey: 'operate', enteredAt: day('2024-09-01') },
    ];
    expect(planChange(row({ course: { dated, stageKey: 'operate' } }), standingFrom(before), LATER).visits).toEqual([
      visit('poc', day('2024-01-05'), day('2024-09-01')),
      visit('operate', day('2024-09-01')),
    ]);
  });

  it('takes a status that the file states', () => {
    const plan = planChange(row({ stated: { status: 'RETIRED' } }), standingFrom(row()), LATER);
    expect(plan).toMatchObject({ status: 'RETIRED', isChanged: true, visits: null });
    expect(planChange(row({ stated: { status: 'ACTIVE' } }), standingFrom(row()), LATER)).toMatchObject({
      status: null,
      isChanged: false,
    });
  });

  it('undoes no decision: what was moved here stays, with a warning, and its texts are taken over', () => {
    const course = { dated: [], stageKey: 'discovery' };
    const standing = standingFrom(row({ course }), {
      isMovedHere: true,
      stageKey: 'poc',
      status: 'ON_HOLD',
      visits: [visit('discovery', FIRST, LATER), visit('poc', LATER)],
    });
    const plan = planChange(row({ course, stated: { name: 'Triage II', status: 'ACTIVE' } }), standing, LATER);
    expect(plan).toMatchObject({ status: null, visits: null, isChanged: true, attributes: { name: 'Triage II' } });
    expect(plan.warnings).toEqual([
      {
        column: null,
        value: null,
        reason:
          'FED-1 stands in poc and is ON_HOLD by what was decided since it was imported, or is under review at its gate; the file says discovery and ACTIVE. The gate counts.',
      },
    ]);
  });

  it('is warned of a stage or a status alone that the file has otherwise', () => {
    const moved = {
      isMovedHere: true,
      stageKey: 'poc',
      visits: [visit('discovery', FIRST, LATER), visit('poc', LATER)],
    };
    const elsewhere = row({ course: { dated: [], stageKey: 'discovery' } });
    expect(planChange(elsewhere, standingFrom(elsewhere, moved), LATER).warnings[0]?.reason).toContain(
      'the file says discovery and ACTIVE. The gate counts.',
    );
    const killed = row({ stated: { status: 'KILLED' } });
    expect(planChange(killed, standingFrom(row(), moved), LATER).warnings[0]?.reason).toContain(
      'the file says poc and KILLED. The gate counts.',
    );
  });

  it('is not warned of where what was moved here stands where the file says', () => {
    const standing = standingFrom(row(), {
      isMovedHere: true,
      stageKey: 'poc',
      visits: [visit('intake', FIRST, LATER), visit('poc', LATER)],
    });
    const course = { dated: [{ stageKey: 'poc', enteredAt: day('2024-01-05') }], stageKey: 'poc' };
    expect(planChange(row({ course }), standing, LATER)).toMatchObject({
      visits: null,
      isChanged: false,
      warnings: [],
    });
  });

  it('stays where it is when its version of the template has no such stage', () => {
    const standing = standingFrom(row(), { stageKeys: ['intake', 'poc'] });
    const plan = planChange(row({ course: { dated: [], stageKey: 'operate' } }), standing, LATER);
    expect(plan.visits).toBeNull();
    expect(plan.warnings).toEqual([
      {
        column: null,
        value: null,
        reason:
          'FED-1 stands in intake and is ACTIVE; its version of the template has no stage operate, so it stays there.',
      },
    ]);
  });
});
