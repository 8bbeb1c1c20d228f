import { FINDING_CODES, type Finding, type FindingCode, type FindingRule, type FindingScene } from './finding.js';
import { conditionOverdue } from './rules/condition-overdue.js';
import { guardrailBreached } from './rules/guardrail-breached.js';
import { planWithoutEffort } from './rules/plan-without-effort.js';
import { pocTrap } from './rules/poc-trap.js';
import { primaryUpGuardrailBreached } from './rules/primary-up-guardrail-breached.js';
import { zombie } from './rules/zombie.js';

/** The rule of every code. A code without one does not compile. */
const RULES: Readonly<Record<FindingCode, FindingRule>> = {
  PRIMARY_UP_GUARDRAIL_BREACHED: primaryUpGuardrailBreached,
  GUARDRAIL_BREACHED: guardrailBreached,
  CONDITION_OVERDUE: conditionOverdue,
  ZOMBIE: zombie,
  POC_TRAP: pocTrap,
  PLAN_WITHOUT_EFFORT: planWithoutEffort,
};

/** All that the rules find of a scene, in the order of the codes. The same scene gives the same findings. */
export const find = (scene: FindingScene): readonly Finding[] => FINDING_CODES.flatMap((code) => RULES[code](scene));
