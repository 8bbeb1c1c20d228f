import { describe, expect, it } from '@jest/globals';
import { accepted, aCriterion, aDocument, facts, noon, submitted } from '../../../test/support/gate-facts.js';
import { aStage, aVersion } from '../../../test/support/template-versions.js';
import type { CriterionDefinition, WorkflowTemplate } from '../gates/gate.js';
import { standingsOfMove } from './migration-readiness.js';

const document = (key: string): CriterionDefinition => aCriterion('DOCUMENT', { key });
const three = aVersion(3, [aStage('poc', 'POC', [document('brief')]), aStage('run', 'PRODUCTION')]);

const standings = (to: WorkflowTemplate, stageKey = 'poc') =>
  standingsOfMove({
    initiative: { key: 'AI-7', stageKey },
    from: three,
    to,
    mapping: [],
    openReviewGateKey: null,
    at: noon('2026-06-01'),
    facts: facts({
      evidence: [submitted('e1', '2026-05-01', aDocument, { criterionKey: 'brief', ...accepted('2026-05-02') })],
    }),
    visits: [],
    references: [],
  });

describe('the gate of an initiative before and after a move', () => {
  it('is ready before, and not once something more is asked there', () => {
    const four = aVersion(4, [
      aStage('poc', 'POC', [document('brief'), document('ethics')]),
      aStage('run', 'PRODUCTION'),
    ]);
    expect(standings(four)).toEqual({
      before: { gateKey: 'poc-exit', ready: true, metCount: 1, mustMeetCount: 1 },
      after: { gateKey: 'poc-exit', ready: false, metCount: 1, mustMeetCount: 2 },
    });
  });

  it('is none in the last stage, nor after a move that cannot be', () => {
    expect(standings(three, 'run')).toEqual({ before: null, after: null });
    const four = aVersion(4, [aStage('trial', 'POC', [document('brief')]), aStage('run', 'PRODUCTION')]);
    expect(standings(four)).toMatchObject({ before: { ready: true }, after: null });
  });
});
