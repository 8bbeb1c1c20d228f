import { describe, expect, it } from '@jest/globals';
import {
  aChangePlan,
  aCheck,
  aChecklist,
  aCriterion,
  aDefinition,
  aDocument,
  aGuardrail,
  aKpi,
  aMeasurement,
  aMonitoringPlan,
  approvedOn,
  aSignal,
  aSignOff,
  assessOne,
  aTicket,
  aUxReview,
  aWaiver,
  accepted,
  day,
  entered,
  facts,
  noon,
  returned,
  submitted,
} from '../../../test/support/gate-facts.js';
import { decimal } from '../basics/decimal.js';
import type { EvidenceContent } from './evidence.js';
import { CRITERION_KINDS, type CriterionDefinition, type CriterionKind, type InitiativeFacts } from './gate.js';

/** The day on which all of it is told. */
const ON = '2026-06-01';

interface Scene {
  readonly title: string;
  readonly known: Partial<InitiativeFacts>;
}

const scene = (title: string, known: Partial<InitiativeFacts> = {}): Scene => ({ title, known });

const handedIn = (content: EvidenceContent, on = '2026-05-04') => [submitted('e', on, content)];
const acceptedOf = (content: EvidenceContent, on = '2026-05-04', effectiveOn = on) => [
  submitted('e', on, content, { effectiveOn: day(effectiveOn), ...accepted('2026-05-05') }),
];

/** What is told of every kind that rests on evidence somebody accepts. */
const reviewed = (
  good: EvidenceContent,
  ...poor: readonly (readonly [string, EvidenceContent])[]
): readonly Scene[] => [
  scene('nothing handed in'),
  scene('waits for review', { evidence: handedIn(good) }),
  scene('returned with a comment', {
    evidence: [submitted('e', '2026-05-04', good, returned('2026-05-05', 'Says nothing of the night shift'))],
  }),
  scene('returned without a word', { evidence: [submitted('e', '2026-05-04', good, returned('2026-05-05', null))] }),
  ...poor.map(([title, content]) => scene(title, { evidence: acceptedOf(content) })),
  scene('accepted for later', { evidence: acceptedOf(good, '2026-05-04', '2026-07-01') }),
  scene('accepted, and ran out', { evidence: acceptedOf(good, '2026-01-05') }),
  scene('accepted, ran out, and a newer one waits', {
    evidence: [...acceptedOf(good, '2026-01-05'), submitted('n', '2026-05-20', good)],
  }),
  scene('accepted', { evidence: acceptedOf(good) }),
];

const kpis = [aKpi('k', aDefinition()), aKpi('g', aGuardrail())];
const measuredAs = (primary: string, guardrail: string, on = '2026-05-20') => [
  aKpi('k', aDefinition(), aMeasurement(primary, on, { sampleSize: 1880 })),
  aKpi('g', aGuardrail(), aMeasurement(guardrail, on)),
];
const watched = [
  aSignal({ name: 'handle time', kind: 'KPI', kpiId: 'k' }),
  aSignal({ name: 'reopen rate', kind: 'KPI', kpiId: 'g' }),
  aSignal({ name: 'drift' }),
];
const booked = (onPeople: string, onCode: string) =>
  [
    ['PEOPLE_PROCESS', onPeople],
    ['ALGORITHMS', onCode],
  ].map(([categoryKey, personDays]) => ({
    categoryKey: categoryKey!,
    personDays: decimal(personDays!),
    workedOn: day('2026-05-11'),
    recordedAt: noon('2026-05-11'),
  }));

const SCENES: Readonly<Record<CriterionKind, readonly Scene[]>> = {
  KPI_CONTRACT: [
    scene('no KPI'),
    scene('a model metric only', {
      kpis: [aKpi('k', aDefinition({ name: 'F1 score', class: 'MODEL', baseline: null }))],
    }),
    scene('no guardrail', { kpis: [aKpi('k', aDefinition())] }),
    scene('a baseline from after the pilot began', { kpis, pilotEntries: [entered(noon('2025-11-01'))] }),
    scene('a contract', { kpis }),
  ],
  KPI_ATTAINMENT: [
    scene('no KPI'),
    scene('never measured', { kpis }),
    scene('on the way', { kpis: measuredAs('7.8', '3.1') }),
    scene('the guardrail breached', { kpis: measuredAs('6.1', '5.2') }),
    scene('measured long ago', { kpis: measuredAs('6.1', '3.1', '2026-03-02') }),
    scene('attained', { kpis: measuredAs('6.1', '3.1') }),
  ],
  UX_REVIEW: reviewed(aUxReview(), [
    'too few people, and a critical finding',
    aUxReview({ participants: 3, findings: [{ severity: 'CRITICAL', title: 'Nobody finds Undo', resolved: false }] }),
  ]),
  MONITORING_PLAN: reviewed(aMonitoringPlan(...watched), [
    'watches too little',
    aMonitoringPlan(aSignal({ kind: 'KPI', kpiId: 'k', breachAbove: null })),
  ]).map(({ title, known }) => scene(title, { kpis, ...known })),
  CHANGE_PLAN: reviewed(aChangePlan(), [
    'about nobody',
    aChangePlan({ groups: [], adoptionTargetPercent: decimal('0') }),
  ]),
  DOCUMENT: reviewed(aDocument),
  CHECKLIST: reviewed(aChecklist(true, true), ['half done', aChecklist(true, false)], ['empty', aChecklist()]),
  SIGN_OFF: reviewed(aSignOff),
  EXTERNAL_CHECK: [
    scene('nothing reported'),
    scene('failed', { evidence: [submitted('c', '2026-05-04', aCheck('2026-05-04', { passed: false }))] }),
    scene('passed for later', {
      evidence: [submitted('c', '2026-05-04', aCheck('2026-05-04'), { effectiveOn: day('2026-07-01') })],
    }),
    scene('passed, and ran out', { evidence: [submitted('c', '2026-01-05', aCheck('2026-01-05'))] }),
    scene('passed', { evidence: [submitted('c', '2026-05-04', aCheck('2026-05-04'))] }),
  ],
  TICKETS_DONE: [
    scene('no ticket'),
    scene('one at work, one called off', {
      tickets: [aTicket('A-1', [{}]), aTicket('A-2', [{ statusCategory: 'CANCELED' }])],
    }),
    scene('all done', { tickets: [aTicket('A-1', [{ statusCategory: 'DONE' }])] }),
  ],
  EFFORT_SHARE: [
    scene('no effort'),
    scene('too little', { effort: booked('4', '20') }),
    scene('just too little', { effort: booked('2999', '7001') }),
    scene('enough', { effort: booked('12', '20') }),
  ],
};

const SETTINGS: Partial<Record<CriterionKind, Record<string, unknown>>> = {
  UX_REVIEW: { minParticipants: 5 },
  EFFORT_SHARE: { category: 'PEOPLE_PROCESS', minPercent: '30', windowDays: 90 },
};

const criterion = (kind: CriterionKind, other: Partial<CriterionDefinition> = {}): CriterionDefinition =>
  aCriterion(kind, { settings: SETTINGS[kind] ?? {}, validForDays: 90, ...other });

const told = ({ title, known }: Scene, asked: CriterionDefinition): string => {
  const { status, blocks, reason, remedy } = assessOne(asked, facts(known), ON);
  return [
    `${title}: ${status}${blocks ? ', blocks' : ''}`,
    `  ${reason}`,
    ...(remedy === null ? [] : [`  -> ${remedy}`]),
  ].join('\n');
};

describe('what a reader is told who knows nothing', () => {
  it.each(CRITERION_KINDS)('of %s: what is so, what would clear it, and who can', (kind) => {
    const otherTier = scene('another risk tier');
    const texts = [
      ...SCENES[kind].map((each) => told(each, criterion(kind))),
      told(otherTier, criterion(kind, { riskTiers: ['HIGH'] })),
    ];
    expect(`\n${texts.join('\n')}\n`).toMatchSnapshot();
  });

  it('of a waiver: until when, what stands in, who can decide it, and that it is over', () => {
    const granted = aWaiver('w', '2026-05-04', '2026-06-30', approvedOn('2026-05-05'));
    const scenes = [
      scene('a waiver waits', { waivers: [aWaiver('w', '2026-05-04', '2026-06-30')] }),
      scene('a waiver in force', { waivers: [granted] }),
      scene('a waiver in force, with evidence that waits', { waivers: [granted], evidence: handedIn(aDocument) }),
      scene('a waiver that ran out', { waivers: [{ ...granted, expiresOn: day('2026-05-31') }] }),
      scene('a waiver that was revoked', { waivers: [{ ...granted, revokedAt: noon('2026-05-20') }] }),
    ];
    expect(`\n${scenes.map((each) => told(each, criterion('DOCUMENT'))).join('\n')}\n`).toMatchSnapshot();
  });

  it('names somebody who can clear it, wherever there is something to clear', () => {
    for (const kind of CRITERION_KINDS) {
      for (const { title, known } of SCENES[kind]) {
        const { remedy } = assessOne(criterion(kind), facts(known), ON);
        const whom = /program manager|integration|reviewer|gatekeeper|nobody can yet/;
        expect({ kind, title, named: remedy === null || whom.test(remedy) }).toEqual({ kind, title, named: true });
      }
    }
  });
});
