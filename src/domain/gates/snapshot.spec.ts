import { describe, expect, it } from '@jest/globals';
import {
  aCriterion,
  accepted,
  aDocument,
  aGate,
  day,
  approvedOn,
  aWaiver,
  facts,
  noon,
  submitted,
} from '../../../test/support/gate-facts.js';
import { assessGate } from './assess-gate.js';
import { snapshotOf } from './snapshot.js';

const assessments = assessGate(
  aGate([
    aCriterion('DOCUMENT', { key: 'feasibility', name: 'Feasibility' }),
    aCriterion('TICKETS_DONE', { key: 'tickets', name: 'Tickets', weight: 'SHOULD_MEET' }),
    aCriterion('DOCUMENT', { key: 'privacy', name: 'Privacy' }),
  ]),
  facts({
    evidence: [submitted('e1', '2026-01-03', aDocument, { criterionKey: 'feasibility', ...accepted('2026-01-04') })],
    waivers: [aWaiver('w1', '2026-01-20', '2026-02-28', { criterionKey: 'privacy', ...approvedOn('2026-01-20') })],
  }),
  noon('2026-02-01'),
);

describe('the snapshot of a decision', () => {
  it('keeps every assessment, met, waived or not, and is plain JSON', () => {
    const snapshot = snapshotOf({
      gateKey: 'g2',
      template: { key: 'ai-poc-to-production', version: 3 },
      initiative: { key: 'AI-1', version: 7 },
      outcome: 'GO',
      decidedAt: noon('2026-02-01'),
      votes: [
        { voterId: 'hank', outcome: null },
        { voterId: 'grace', outcome: 'GO' },
      ],
      conditions: [{ text: 'Close it', ownerId: 'owner', dueOn: day('2026-03-01'), criterionKey: 'tickets' }],
      assessments,
    });
    expect(snapshot).toEqual({
      gateKey: 'g2',
      template: { key: 'ai-poc-to-production', version: 3 },
      initiative: { key: 'AI-1', version: 7 },
      outcome: 'GO',
      decidedAt: '2026-02-01T12:00:00.000Z',
      votes: [
        { voterId: 'hank', outcome: null },
        { voterId: 'grace', outcome: 'GO' },
      ],
      conditions: [{ text: 'Close it', ownerId: 'owner', dueOn: '2026-03-01', criterionKey: 'tickets' }],
      assessments: [
        {
          criterionKey: 'feasibility',
          name: 'Feasibility',
          kind: 'DOCUMENT',
          weight: 'MUST_MEET',
          status: 'MET',
          blocks: false,
          reason: 'The document submitted on 2026-01-03 is accepted.',
          evidenceId: 'e1',
          waiverId: null,
        },
        {
          criterionKey: 'tickets',
          name: 'Tickets',
          kind: 'TICKETS_DONE',
          weight: 'SHOULD_MEET',
          status: 'MISSING',
          blocks: false,
          reason: 'No ticket is linked to this criterion.',
          evidenceId: null,
          waiverId: null,
        },
        {
          criterionKey: 'privacy',
          name: 'Privacy',
          kind: 'DOCUMENT',
          weight: 'MUST_MEET',
          status: 'WAIVED',
          blocks: false,
          reason:
            'It is waived through 2026-02-28, and until then "Somebody looks at it daily" stands in for it. Without the waiver: No document is submitted.',
          evidenceId: null,
          waiverId: 'w1',
        },
      ],
    });
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  });

  it('takes from the template and the initiative only what it prints', () => {
    const template = { key: 't', version: 1, secret: 'x' };
    const initiative = { key: 'AI-1', version: 1, problem: 'x' };
    const scene = { gateKey: 'g0', template, initiative, outcome: 'KILL', decidedAt: noon('2026-02-01') } as const;
    expect(snapshotOf({ ...scene, votes: [], conditions: [], assessments: [] })).toMatchObject({
      template: { key: 't', version: 1 },
      initiative: { key: 'AI-1', version: 1 },
    });
    expect(JSON.stringify(snapshotOf({ ...scene, votes: [], conditions: [], assessments: [] }))).not.toContain('"x"');
  });
});
