import { dateAt, daysBetween, type CalendarDate } from '../../basics/calendar-date.js';
import type { Instant } from '../../basics/instant.js';
import { counted } from '../../gates/criteria/wording.js';
import type { FindingRule, FindingScene, Told } from '../finding.js';
import { unbrokenSince } from '../held-since.js';
import { holdsNoLongerThan, perishingAt, perishingChanges, type Perishing } from '../perishing.js';

const DAYS = 30;

const expiringAt = (scene: FindingScene, then: Instant): readonly Perishing[] =>
  perishingAt(scene, then).filter((each) => holdsNoLongerThan(DAYS, each, scene, then));

/** What stands of evidence that expires while the days go by. */
export interface EvidenceExpiringFacts {
  readonly criterionKey: string;
  readonly criterion: string;
  readonly gateKey: string;
  readonly gate: string;
  readonly evidenceId: string;
  readonly lastDay: CalendarDate;
}

/** What is said of evidence that expires on a day. After its last day none are left, though nobody may have looked since. */
export const tellEvidenceExpiring = (
  { criterionKey, criterion, gateKey, gate, evidenceId, lastDay }: EvidenceExpiringFacts,
  today: CalendarDate,
): Told => {
  const daysLeft = Math.max(daysBetween(today, lastDay), 0);
  return {
    message: `The evidence for "${criterion}" at ${gate} runs out: it holds through ${lastDay}, ${counted(daysLeft, 'more day')}.`,
    facts: { criterionKey, criterion, gateKey, gate, evidenceId, lastDay, daysLeft },
  };
};

/**
 * Evidence that a gate rests on, one that was passed or the one it stands at, holds still and runs out within 30 days; on its
 * last day there are 0 left. A finding for each criterion. INFO: nothing is wrong yet, and who renews it every quarter would be
 * AT_RISK for a third of the time.
 */
export const evidenceExpiring: FindingRule = (scene) => {
  const { at, timeZone } = scene;
  const today = dateAt(at, timeZone);
  return expiringAt(scene, at).map((expiring) => {
    const { gate, criterion, evidence, lastDay } = expiring;
    const isExpiring = (then: Instant): boolean =>
      expiringAt(scene, then).some((each) => each.criterion.key === criterion.key);
    const facts = {
      criterionKey: criterion.key,
      criterion: criterion.name,
      gateKey: gate.key,
      gate: gate.name,
      evidenceId: evidence.id,
      lastDay,
    };
    return {
      code: 'EVIDENCE_EXPIRING',
      subject: criterion.key,
      level: 'INFO',
      since: unbrokenSince(perishingChanges(scene, expiring, DAYS), at, isExpiring),
      ...tellEvidenceExpiring(facts, today),
    };
  });
};
