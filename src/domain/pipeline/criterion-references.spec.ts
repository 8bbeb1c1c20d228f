import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  aChecklist,
  aCondition,
  aCriterion,
  aDocument,
  approvedOn,
  aWaiver,
  facts,
  noon,
  returned,
  submitted,
} from '../../../test/support/gate-facts.js';
import { aStage, aVersion } from '../../../test/support/template-versions.js';
import { orphanEffects, referencesIn, type CriterionReference } from './criterion-references.js';

const reference = (
  what: CriterionReference['what'],
  id: string,
  criterionKey: string,
  other: Partial<CriterionReference> = {},
): CriterionReference => ({ what, id, criterionKey, gateKey: null, kind: null, ...other });

const named = (key: string) => aCriterion('DOCUMENT', { key, name: `The ${key}` });
const ux = aCriterion('UX_REVIEW', { key: 'ux', name: 'UX review' });
const stages = (first: readonly ReturnType<typeof named>[], second: readonly ReturnType<typeof named>[]) => [
  aStage('idea', 'INTAKE', first),
  aStage('pilot', 'PILOT', second),
  aStage('run', 'PRODUCTION'),
];
const three = aVersion(3, stages([named('problem')], [ux]));

const lost = (to: ReturnType<typeof stages>, ...references: readonly CriterionReference[]) =>
  orphanEffects(references, three, aVersion(4, to)).map(({ message, referenceIds, blocks }) => {
    expect(blocks).toBe(false);
    return [message, referenceIds];
  });

describe('what refers to a criterion', () => {
  it('counts on where the newer version asks for it, at whichever gate, and for evidence of its kind', () => {
    const evidence = reference('EVIDENCE', 'e1', 'ux', { kind: 'UX_REVIEW' });
    const condition = reference('CONDITION', 'c1', 'ux');
    const waiver = reference('WAIVER', 'w1', 'ux', { gateKey: 'pilot-exit' });
    expect(lost(stages([named('problem')], [ux]), evidence, condition, waiver)).toEqual([]);
    expect(lost(stages([ux], [named('problem')]), evidence, condition)).toEqual([]);
  });

  it('would count no more where that does not ask for it, whether the gate is passed or ahead', () => {
    expect(
      lost(
        stages([named('another')], [named('more')]),
        reference('EVIDENCE', 'e1', 'ux', { kind: 'UX_REVIEW' }),
        reference('EVIDENCE', 'e2', 'ux', { kind: 'UX_REVIEW' }),
        reference('WAIVER', 'w1', 'ux', { gateKey: 'pilot-exit' }),
        reference('CONDITION', 'c1', 'problem'),
        reference('CONDITION', 'c2', 'problem'),
      ),
    ).toEqual([
      [
        '2 conditions for The problem (problem) would still have to be closed: version 4 does not ask for it.',
        ['c1', 'c2'],
      ],
      [
        '2 pieces of evidence for UX review (ux) would not count any more: version 4 does not ask for it.',
        ['e1', 'e2'],
      ],
      ['1 waiver for UX review (ux) would not count any more: version 4 does not ask for it.', ['w1']],
    ]);
  });

  it('would count no more where it is asked for as another kind, and a waiver not at another gate', () => {
    const evidence = reference('EVIDENCE', 'e1', 'ux', { kind: 'UX_REVIEW' });
    expect(
      lost(stages([named('problem')], [{ ...named('ux') }]), evidence, reference('CONDITION', 'c1', 'ux')),
    ).toEqual([
      [
        '1 piece of evidence for UX review (ux) would not count any more: version 4 asks for it otherwise: kind DOCUMENT instead of UX_REVIEW.',
        ['e1'],
      ],
      [
        '1 condition for UX review (ux) would still have to be closed: version 4 asks for it otherwise: kind DOCUMENT instead of UX_REVIEW.',
        ['c1'],
      ],
    ]);
    expect(
      lost(stages([ux], [named('problem')]), evidence, reference('WAIVER', 'w1', 'ux', { gateKey: 'pilot-exit' })),
    ).toEqual([
      [
        '1 waiver for UX review (ux) would not count any more: version 4 asks for it otherwise: gate idea-exit instead of pilot-exit.',
        ['w1'],
      ],
    ]);
  });

  it('is not lost by a move where it counts for nothing today', () => {
    const nothing = stages([named('another')], [named('more')]);
    expect(
      lost(
        nothing,
        reference('EVIDENCE', 'e1', 'ux', { kind: 'DOCUMENT' }),
        reference('EVIDENCE', 'e2', 'unheard-of', { kind: 'DOCUMENT' }),
        reference('WAIVER', 'w1', 'ux', { gateKey: 'idea-exit' }),
      ),
    ).toEqual([]);
  });

  it('is evidence that was not returned, a waiver that is pending or in force, and a condition that is not closed', () => {
    const at = noon('2026-06-01');
    const evidence = [
      submitted('waits', '2026-05-01', aDocument),
      submitted('counts', '2026-05-01', aChecklist(true), accepted('2026-05-02')),
      submitted('returned', '2026-05-01', aDocument, returned('2026-05-02', 'no')),
    ];
    const conditions = [
      aCondition({ id: 'open', criterionKey: 'ux' }),
      aCondition({ id: 'breached', criterionKey: 'ux', breachedAt: noon('2026-05-01') }),
      aCondition({ id: 'closed', criterionKey: 'ux', closedAt: noon('2026-05-01') }),
      aCondition({ id: 'closed later', criterionKey: 'ux', closedAt: noon('2026-07-01') }),
      aCondition({ id: 'on no criterion', criterionKey: null }),
    ].map((condition) => ({ ...condition, madeAt: noon('2026-04-01') }));
    const denied = { outcome: 'DENIED', decidedBy: 'gatekeeper', decidedAt: noon('2026-05-02') } as const;
    const waivers = [
      aWaiver('pending', '2026-05-01', '2026-06-01'),
      aWaiver('in force', '2026-05-01', '2026-06-01', approvedOn('2026-05-02')),
      aWaiver('denied', '2026-05-01', '2026-06-01', { decision: denied }),
      aWaiver('revoked', '2026-05-01', '2026-06-01', { ...approvedOn('2026-05-02'), revokedAt: noon('2026-05-03') }),
      aWaiver('expired', '2026-05-01', '2026-05-31', approvedOn('2026-05-02')),
      aWaiver('requested later', '2026-06-02', '2026-07-01'),
    ];
    expect(referencesIn(facts({ evidence, conditions, waivers }), at)).toEqual([
      reference('EVIDENCE', 'waits', 'criterion', { kind: 'DOCUMENT' }),
      reference('EVIDENCE', 'counts', 'criterion', { kind: 'CHECKLIST' }),
      reference('WAIVER', 'pending', 'criterion', { gateKey: 'g3' }),
      reference('WAIVER', 'in force', 'criterion', { gateKey: 'g3' }),
      reference('CONDITION', 'open', 'ux'),
      reference('CONDITION', 'breached', 'ux'),
      reference('CONDITION', 'closed later', 'ux'),
    ]);
  });
});
