import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { approvedOn, aWaiver, day, noon } from '../../../test/support/gate-facts.js';
import { addDays } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import { DEFAULT_TEMPLATE } from '../pipeline/default-template.js';
import type { WorkflowTemplate } from './gate.js';
import {
  gateOfCriterion,
  mayDecideWaiver,
  mayRequestWaiver,
  mayRevokeWaiver,
  renewalsOf,
  type WaiverScene,
} from './waiver-rules.js';

const template: WorkflowTemplate = {
  ...DEFAULT_TEMPLATE,
  id: 'template',
  version: 1,
  publishedAt: '2026-01-01T00:00:00.000Z' as Instant,
  stages: DEFAULT_TEMPLATE.stages.map((stage, position) => ({ ...stage, position })),
};
const PLAN = 'monitoring-plan';
const TODAY = day('2026-03-02');
const scene = (other: Partial<WaiverScene> = {}): WaiverScene => ({
  initiative: { key: 'AI-1', status: 'ACTIVE' },
  template,
  waivers: [],
  today: TODAY,
  ...other,
});
const ofPlan = { criterionKey: PLAN };
const codes = (refusals: readonly { readonly code: string }[]): readonly string[] => refusals.map(({ code }) => code);

describe('a request for a waiver', () => {
  it('is taken for a criterion of whichever gate, for 30 days', () => {
    expect(mayRequestWaiver(PLAN, day('2026-04-01'), scene())).toEqual([]);
    expect(
      mayRequestWaiver('alerts-live', day('2026-04-01'), scene({ initiative: { key: 'AI-1', status: 'ON_HOLD' } })),
    ).toEqual([]);
  });

  it.each([
    ['2026-03-01', ['INVALID']],
    ['2026-03-02', []],
    ['2026-05-31', []],
    ['2026-06-01', ['WAIVER_TOO_LONG']],
  ])('on 2 March 2026 through %s is answered with %p: from today to 90 days ahead', (expiresOn, expected) => {
    expect(codes(mayRequestWaiver(PLAN, day(expiresOn), scene()))).toEqual(expected);
  });

  it('is taken for exactly the 91 days from today to 90 days ahead, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: -200, max: 200 }), (later, ahead) => {
        const today = addDays(TODAY, later);
        const refusals = mayRequestWaiver(PLAN, addDays(today, ahead), scene({ today }));
        expect(codes(refusals)).toEqual(ahead < 0 ? ['INVALID'] : ahead > 90 ? ['WAIVER_TOO_LONG'] : []);
      }),
    );
  });

  it('names the days there are', () => {
    expect(mayRequestWaiver(PLAN, day('2026-06-01'), scene())).toEqual([
      {
        code: 'WAIVER_TOO_LONG',
        message:
          'A waiver ends at most 90 days ahead, by 2026-05-31, and 2026-06-01 is later; take an earlier day, and renew it then if need be.',
        field: ['input', 'expiresOn'],
      },
    ]);
    expect(mayRequestWaiver(PLAN, day('2026-03-01'), scene())).toEqual([
      {
        code: 'INVALID',
        message: 'expiresOn must be from 2026-03-02 to 2026-05-31, and was 2026-03-01.',
        field: ['input', 'expiresOn'],
      },
    ]);
  });

  it('is refused while another is pending, or in force', () => {
    const pending = aWaiver('w', '2026-03-01', '2026-03-31', ofPlan);
    const approved = { ...pending, ...approvedOn('2026-03-01') };
    expect(mayRequestWaiver(PLAN, day('2026-04-01'), scene({ waivers: [pending] }))).toEqual([
      {
        code: 'WAIVER_EXISTS',
        message:
          'A waiver of monitoring-plan waits for a decision, through 2026-03-31; request another when it is over, or have it revoked.',
        field: ['criterionKey'],
      },
    ]);
    const [inForce] = mayRequestWaiver(PLAN, day('2026-04-01'), scene({ waivers: [approved] }));
    expect(inForce?.message).toMatch(/^A waiver of monitoring-plan is in force, through 2026-03-31/);
  });

  it.each([
    ['ran out yesterday', aWaiver('w', '2026-02-01', '2026-03-01', { ...ofPlan, ...approvedOn('2026-02-01') })],
    ['ran out undecided', aWaiver('w', '2026-02-01', '2026-03-01', ofPlan)],
    [
      'was denied',
      aWaiver('w', '2026-03-01', '2026-03-31', {
        ...ofPlan,
        decision: { outcome: 'DENIED', decidedBy: 'gatekeeper', decidedAt: noon('2026-03-01') },
      }),
    ],
    ['was revoked', aWaiver('w', '2026-03-01', '2026-03-31', { ...ofPlan, revokedAt: noon('2026-03-01') })],
    ['is of another criterion', aWaiver('w', '2026-03-01', '2026-03-31', { criterionKey: 'change-plan' })],
    ['is of another gate', aWaiver('w', '2026-03-01', '2026-03-31', { ...ofPlan, gateKey: 'g4' })],
  ])('is taken where another one %s', (_, waiver) => {
    expect(mayRequestWaiver(PLAN, day('2026-04-01'), scene({ waivers: [waiver] }))).toEqual([]);
  });

  it('is refused for a criterion that the template does not have, with those it has', () => {
    const stages = template.stages.filter(({ key }) => key === 'intake' || key === 'operate');
    const small = { ...template, stages: [...stages, ...template.stages.filter(({ key }) => key === 'discovery')] };
    expect(mayRequestWaiver('no-such', day('2026-04-01'), scene({ template: small }))).toEqual([
      {
        code: 'NOT_FOUND',
        message:
          "The initiative's template has no criterion no-such; it has problem-statement, kpi-contract-draft, data-access, ux-research.",
        field: ['criterionKey'],
      },
    ]);
  });

  it.each(['KILLED', 'RETIRED'] as const)(
    'is refused for an initiative that is %s, with every other reason',
    (status) => {
      const waivers = [aWaiver('w', '2026-03-01', '2026-03-31', ofPlan)];
      const known = scene({ initiative: { key: 'AI-1', status }, waivers });
      expect(codes(mayRequestWaiver(PLAN, day('2027-01-01'), known))).toEqual([
        'WRONG_STATE',
        'WAIVER_EXISTS',
        'WAIVER_TOO_LONG',
      ]);
      expect(mayRequestWaiver(PLAN, day('2026-04-01'), scene({ initiative: known.initiative }))).toEqual([
        {
          code: 'WRONG_STATE',
          message: `AI-1 is ${status} and is granted no waiver any more.`,
          field: ['initiativeId'],
        },
      ]);
    },
  );
});

describe('the gate of a waiver', () => {
  it('is the one that asks for the criterion', () => {
    expect(gateOfCriterion(template, PLAN)).toBe('g3');
    expect(gateOfCriterion(template, 'problem-statement')).toBe('g0');
    expect(gateOfCriterion(template, 'no-such')).toBeNull();
  });
});

describe('renewals', () => {
  it('count the waivers of the same criterion and gate that were ever approved', () => {
    const approved = aWaiver('a', '2026-01-01', '2026-01-31', { ...ofPlan, ...approvedOn('2026-01-01') });
    const waivers = [
      approved,
      { ...approved, id: 'b', revokedAt: noon('2026-01-02') },
      { ...approved, id: 'c', decision: null },
      { ...approved, id: 'd', gateKey: 'g4' },
      { ...approved, id: 'e', criterionKey: 'change-plan' },
    ];
    expect(renewalsOf(waivers, 'g3', PLAN)).toBe(2);
    expect(renewalsOf([], 'g3', PLAN)).toBe(0);
  });
});

describe('deciding a waiver', () => {
  const pending = { status: 'PENDING', requestedBy: 'manager' } as const;
  const { initiative } = scene();

  it('is for somebody else than who requested it', () => {
    expect(mayDecideWaiver(pending, 'gatekeeper', initiative)).toEqual([]);
    expect(mayDecideWaiver(pending, 'manager', initiative)).toEqual([
      {
        code: 'SELF_REVIEW',
        message: 'Nobody decides a waiver of their own, and you requested this one; ask another gatekeeper.',
      },
    ]);
  });

  it.each(['APPROVED', 'DENIED', 'REVOKED', 'EXPIRED'] as const)('is over once it is %s', (status) => {
    expect(mayDecideWaiver({ ...pending, status }, 'gatekeeper', initiative)).toEqual([
      {
        code: 'WRONG_STATE',
        message: `The waiver is ${status} already and cannot be decided any more; a new one would have to be requested.`,
      },
    ]);
  });

  it('says everything at once, a stopped initiative too', () => {
    const stopped = { key: 'AI-1', status: 'KILLED' } as const;
    expect(codes(mayDecideWaiver({ ...pending, status: 'EXPIRED' }, 'manager', stopped))).toEqual([
      'SELF_REVIEW',
      'WRONG_STATE',
      'WRONG_STATE',
    ]);
    expect(mayDecideWaiver(pending, 'gatekeeper', stopped)).toEqual([
      { code: 'WRONG_STATE', message: 'AI-1 is KILLED and is granted no waiver any more.' },
    ]);
  });
});

describe('revoking a waiver', () => {
  const { initiative } = scene();

  it.each(['PENDING', 'APPROVED'] as const)('is possible while it is %s', (status) => {
    expect(mayRevokeWaiver({ status }, initiative)).toEqual([]);
  });

  it.each(['DENIED', 'REVOKED', 'EXPIRED'] as const)('is over once it is %s', (status) => {
    expect(mayRevokeWaiver({ status }, initiative)).toEqual([
      { code: 'WRONG_STATE', message: `The waiver is ${status} already; there is nothing to revoke.` },
    ]);
  });

  it('is refused for an initiative that has stopped', () => {
    expect(mayRevokeWaiver({ status: 'APPROVED' }, { key: 'AI-1', status: 'RETIRED' })).toEqual([
      { code: 'WRONG_STATE', message: 'AI-1 is RETIRED and has no waiver in force any more.' },
    ]);
  });
});
