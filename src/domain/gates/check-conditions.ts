import type { Refusal } from '../basics/result.js';
import type { CriterionAssessment } from './gate.js';
import type { GateScene, Proposal, ProposedCondition } from './proposal.js';
import { told, type CriterionRefusal } from './unmet.js';

const wrong = (field: readonly string[], message: string): Refusal => ({
  code: 'CONDITION_INVALID',
  message,
  field: ['input', ...field],
});

/** The gate into the last stage: no gate comes after it that could hold a condition. */
const isLastGate = ({ stageKey, stageKeys }: GateScene): boolean => stageKeys.indexOf(stageKey) >= stageKeys.length - 2;

const flawsOf = (
  { criterionKey, dueOn }: ProposedCondition,
  position: number,
  { assessments, today }: GateScene,
): readonly Refusal[] => {
  const keys = assessments.map(({ criterion }) => criterion.key);
  const at = (field: string): readonly string[] => ['conditions', String(position), field];
  return [
    ...(criterionKey === null || keys.includes(criterionKey)
      ? []
      : [wrong(at('criterionKey'), `The gate has no criterion ${criterionKey}; it has ${keys.join(', ')}.`)]),
    ...(dueOn > today ? [] : [wrong(at('dueOn'), `dueOn must be after ${today}, and was ${dueOn}.`)]),
  ];
};

const uncovered = (
  assessment: CriterionAssessment,
  conditions: readonly ProposedCondition[],
): readonly CriterionRefusal[] => {
  const { key, veto } = assessment.criterion;
  if (veto) {
    const message = `${told(assessment)} It is a veto: no condition can stand in for it.`;
    return [{ code: 'CRITERION_VETO', message, assessment }];
  }
  return conditions.some(({ criterionKey }) => criterionKey === key)
    ? []
    : [
        {
          code: 'CRITERION_UNMET',
          message: `${told(assessment)} Or state a condition with criterionKey ${key}.`,
          assessment,
        },
      ];
};

/**
 * A CONDITIONAL_GO covers each criterion that blocks by a condition naming it, with a due date after today (law 10). Refused
 * with CRITERION_VETO for a veto that blocks, CRITERION_UNMET for any other without a condition, and CONDITION_INVALID at
 * the last gate, for a criterion the gate does not have, a date that is not ahead, and for no condition at all. For any
 * other outcome a condition is CONDITION_INVALID.
 */
export const checkConditions = (
  { outcome, conditions }: Proposal,
  scene: GateScene,
): readonly (Refusal | CriterionRefusal)[] => {
  if (outcome !== 'CONDITIONAL_GO') {
    return conditions.length === 0
      ? []
      : [wrong(['conditions'], `${outcome} takes no conditions; only CONDITIONAL_GO does.`)];
  }
  const blocking = scene.assessments.filter(({ blocks }) => blocks);
  return [
    ...(isLastGate(scene)
      ? [wrong(['outcome'], 'This is the last gate: no later one could hold a condition. Decide GO, RECYCLE or HOLD.')]
      : []),
    ...(conditions.length === 0 && blocking.length === 0
      ? [wrong(['conditions'], 'A CONDITIONAL_GO has at least one condition, and nothing blocks here: decide GO.')]
      : []),
    ...conditions.flatMap((condition, position) => flawsOf(condition, position, scene)),
    ...blocking.flatMap((assessment) => uncovered(assessment, conditions)),
  ];
};
