import type { Instant } from '../basics/instant.js';
import { ASSESSORS } from './criteria/all-criteria.js';
import type { Answer, Assessor, Question } from './criteria/assessor.js';
import { settingsOf } from './criterion-settings.js';
import type {
  CriterionAssessment,
  CriterionDefinition,
  CriterionKind,
  CriterionStatus,
  GateDefinition,
  InitiativeFacts,
} from './gate.js';
import { knownAt, type KnownFacts } from './known-facts.js';
import { withWaivers } from './waiver-effect.js';

const answerTo = <Kind extends CriterionKind>(kind: Kind, question: Omit<Question<Kind>, 'settings'>): Answer => {
  const assessor: Assessor<Kind> = ASSESSORS[kind];
  return assessor({ ...question, settings: settingsOf(kind, question.criterion.settings) });
};

/** Where the risk tier is unknown the criterion is asked for: what may not be dropped is not dropped. */
const assess = (criterion: CriterionDefinition, known: KnownFacts): Answer => {
  const { riskTiers, kind } = criterion;
  if (riskTiers !== null && known.riskTier !== null && !riskTiers.includes(known.riskTier)) {
    const reason = `It is asked of risk tier ${riskTiers.join(' or ')} only, and this initiative is ${known.riskTier}.`;
    return { status: 'NOT_APPLICABLE', reason, remedy: null, evidenceId: null };
  }
  return answerTo(kind, { criterion, known });
};

const CLEAR: readonly CriterionStatus[] = ['MET', 'WAIVED', 'NOT_APPLICABLE'];

const blocks = ({ weight }: CriterionDefinition, { status }: Answer): boolean =>
  weight === 'MUST_MEET' && !CLEAR.includes(status);

/**
 * What every criterion of a gate says at an instant, in the gate's order (laws 1 to 3). The same facts give the answer for
 * any instant, with what was recorded after it left out. Throws where the settings of a criterion could not have been
 * published.
 */
export const assessGate = (
  gate: GateDefinition,
  facts: InitiativeFacts,
  at: Instant,
): readonly CriterionAssessment[] => {
  const known = knownAt(facts, at);
  return gate.criteria.map((criterion) => {
    const answer = withWaivers(gate.key, criterion.key, assess(criterion, known), known);
    return { criterion, blocks: blocks(criterion, answer), ...answer };
  });
};

export interface ReadinessSummary {
  /** Nothing blocks. */
  readonly ready: boolean;
  /** Of those counted in `mustMeetCount`, how many are MET; a WAIVED one is not. */
  readonly metCount: number;
  /** Must-meet criteria that apply to the initiative. */
  readonly mustMeetCount: number;
}

/** A gate is ready when nothing blocks; the counts are of must-meet criteria that apply, for must-meet is a veto, never an average. */
export const summarise = (assessments: readonly CriterionAssessment[]): ReadinessSummary => {
  const mustMeet = assessments.filter(
    ({ criterion, status }) => criterion.weight === 'MUST_MEET' && status !== 'NOT_APPLICABLE',
  );
  return {
    ready: !assessments.some((assessment) => assessment.blocks),
    metCount: mustMeet.filter(({ status }) => status === 'MET').length,
    mustMeetCount: mustMeet.length,
  };
};
