import {
  FINDING_LEVELS,
  INITIATIVE_FINDING_CODES,
  PORTFOLIO_FINDING_CODES,
  type Finding,
  type FindingRule,
  type FindingScene,
  type InitiativeFindingCode,
  type PortfolioFindingCode,
  type PortfolioFindingRule,
  type PortfolioScene,
} from './finding.js';
import { allocationOffTarget } from './rules/allocation-off-target.js';
import { baselineAfterPilot } from './rules/baseline-after-pilot.js';
import { conditionOverdue } from './rules/condition-overdue.js';
import { evidenceExpiring } from './rules/evidence-expiring.js';
import { evidenceStale } from './rules/evidence-stale.js';
import { guardrailBreached } from './rules/guardrail-breached.js';
import { modelMetricOnly } from './rules/model-metric-only.js';
import { noGuardrail } from './rules/no-guardrail.js';
import { noMeasurement } from './rules/no-measurement.js';
import { planWithoutEffort } from './rules/plan-without-effort.js';
import { pocTrap } from './rules/poc-trap.js';
import { pointSolution } from './rules/point-solution.js';
import { primaryUpGuardrailBreached } from './rules/primary-up-guardrail-breached.js';
import { proxyDivergence } from './rules/proxy-divergence.js';
import { rubberStamp } from './rules/rubber-stamp.js';
import { signalBreached } from './rules/signal-breached.js';
import { targetEased } from './rules/target-eased.js';
import { uxTooLate } from './rules/ux-too-late.js';
import { vanityMetric } from './rules/vanity-metric.js';
import { waiverExpiring } from './rules/waiver-expiring.js';
import { wipExceeded } from './rules/wip-exceeded.js';
import { zombie } from './rules/zombie.js';

/** The rule of every code that is found of an initiative. A code without one does not compile, nor one of a portfolio. */
const RULES: Readonly<Record<InitiativeFindingCode, FindingRule>> = {
  PRIMARY_UP_GUARDRAIL_BREACHED: primaryUpGuardrailBreached,
  SIGNAL_BREACHED: signalBreached,
  CONDITION_OVERDUE: conditionOverdue,
  ZOMBIE: zombie,
  GUARDRAIL_BREACHED: guardrailBreached,
  POC_TRAP: pocTrap,
  PROXY_DIVERGENCE: proxyDivergence,
  TARGET_EASED: targetEased,
  MODEL_METRIC_ONLY: modelMetricOnly,
  VANITY_METRIC: vanityMetric,
  NO_GUARDRAIL: noGuardrail,
  BASELINE_AFTER_PILOT: baselineAfterPilot,
  UX_TOO_LATE: uxTooLate,
  NO_MEASUREMENT: noMeasurement,
  EVIDENCE_STALE: evidenceStale,
  WAIVER_EXPIRING: waiverExpiring,
  PLAN_WITHOUT_EFFORT: planWithoutEffort,
  EVIDENCE_EXPIRING: evidenceExpiring,
};

/** The rule of every code that is found of a portfolio. */
const PORTFOLIO_RULES: Readonly<Record<PortfolioFindingCode, PortfolioFindingRule>> = {
  RUBBER_STAMP: rubberStamp,
  ALLOCATION_OFF_TARGET: allocationOffTarget,
  WIP_EXCEEDED: wipExceeded,
  POINT_SOLUTION: pointSolution,
};

/** What only says that nobody works on it: that nobody does is what a hold means. */
const SILENT_ON_HOLD: readonly InitiativeFindingCode[] = ['ZOMBIE', 'POC_TRAP', 'PLAN_WITHOUT_EFFORT'];

/**
 * All that the rules find of an initiative: the gravest level first, then in the order of the codes, then by subject. The same
 * facts in any order give the same findings. One that has ended, KILLED or RETIRED, needs nobody any more: none. One that is
 * ON_HOLD runs on for those who use it, and its evidence runs out, so all is told but that nobody works on it.
 */
export const find = (scene: FindingScene): readonly Finding<InitiativeFindingCode>[] => {
  if (scene.status === 'KILLED' || scene.status === 'RETIRED') {
    return [];
  }
  const inOrder = {
    ...scene,
    kpis: scene.kpis.toSorted(byId),
    conditions: scene.conditions.toSorted(byId),
    waivers: scene.waivers.toSorted(byId),
  };
  const codes = INITIATIVE_FINDING_CODES.filter((code) => scene.status !== 'ON_HOLD' || !SILENT_ON_HOLD.includes(code));
  return gravestFirst(codes.flatMap((code) => RULES[code](inOrder).toSorted(bySubject)));
};

/** All that the rules find of a portfolio, in the same order. */
export const findOfPortfolio = (scene: PortfolioScene): readonly Finding<PortfolioFindingCode>[] =>
  gravestFirst(PORTFOLIO_FINDING_CODES.flatMap((code) => PORTFOLIO_RULES[code](scene).toSorted(bySubject)));

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

const bySubject = (a: Finding, b: Finding): number => (a.subject < b.subject ? -1 : 1);

const gravestFirst = <Each extends Finding>(findings: readonly Each[]): readonly Each[] =>
  findings.toSorted((a, b) => FINDING_LEVELS.indexOf(b.level) - FINDING_LEVELS.indexOf(a.level));
