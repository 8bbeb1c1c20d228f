import type { Instant } from '../basics/instant.js';
import { listed } from '../gates/criteria/wording.js';
import { STAGE_CATEGORIES, type StageCategory } from '../gates/gate.js';
import type { Health } from '../initiatives/health.js';
import type { KpiFacts } from '../kpis/kpi.js';
import type { Finding, FindingLevel } from './finding.js';

/** How an initiative is doing, and why, in one sentence. */
export interface HealthVerdict {
  readonly health: Health;
  readonly reason: string;
}

/** What health looks at besides the findings. */
export interface HealthFrame {
  readonly stageCategory: StageCategory;
  /** Whether any of its KPIs, of whichever role, was ever measured. */
  readonly hasMeasurement: boolean;
}

/** Whether any KPI was measured, as far as was known at an instant. */
export const isMeasured = (kpis: readonly KpiFacts[], at: Instant): boolean =>
  kpis.some(({ measurements }) => measurements.some(({ recordedAt }) => recordedAt <= at));

/** The codes of the findings on a level, each with how many there are where there are several. */
const namesOf = (findings: readonly Pick<Finding, 'code' | 'level'>[], level: FindingLevel): readonly string[] => {
  const codes = findings.filter((finding) => finding.level === level).map(({ code }) => code);
  return [...new Set(codes)].map((code) => {
    const count = codes.filter((each) => each === code).length;
    return count === 1 ? code : `${code} (${count})`;
  });
};

/**
 * The health of an initiative follows from its findings: OFF_TRACK with a CRITICAL one, AT_RISK with a WARNING, NO_DATA where it
 * stands in category PILOT or later and nothing was ever measured, else ON_TRACK. An INFO changes nothing. Give the findings
 * that count, so without those that are muted.
 */
export const healthOf = (
  findings: readonly Pick<Finding, 'code' | 'level'>[],
  { stageCategory, hasMeasurement }: HealthFrame,
): HealthVerdict => {
  const critical = namesOf(findings, 'CRITICAL');
  const warnings = namesOf(findings, 'WARNING');
  if (critical.length > 0) {
    return { health: 'OFF_TRACK', reason: `Somebody has to act on what is critical: ${listed(critical)}.` };
  }
  if (warnings.length > 0) {
    return { health: 'AT_RISK', reason: `Nothing is critical, and there are warnings: ${listed(warnings)}.` };
  }
  if (!hasMeasurement && STAGE_CATEGORIES.indexOf(stageCategory) >= STAGE_CATEGORIES.indexOf('PILOT')) {
    return {
      health: 'NO_DATA',
      reason: `It stands in category ${stageCategory}, and none of its KPIs was ever measured.`,
    };
  }
  return { health: 'ON_TRACK', reason: 'Nothing is critical, and there is no warning.' };
};
