import { dateAt, daysBetween } from '../../basics/calendar-date.js';
import type { Instant } from '../../basics/instant.js';
import { counted } from '../../gates/criteria/wording.js';
import type { FindingRule, FindingScene } from '../finding.js';
import { unbrokenSince } from '../held-since.js';
import { holdsNoLongerThan, perishingAt, perishingChanges, type Perishing } from '../perishing.js';

const DAYS = 30;

const expiringAt = (scene: FindingScene, then: Instant): readonly Perishing[] =>
  perishingAt(scene, then).filter((each) => holdsNoLongerThan(DAYS, each, scene, then));

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
    const daysLeft = daysBetween(today, lastDay);
    return {
      code: 'EVIDENCE_EXPIRING',
      subject: criterion.key,
      level: 'INFO',
      since: unbrokenSince(perishingChanges(scene, expiring, DAYS), at, isExpiring),
      message: `The evidence for "${criterion.name}" at ${gate.name} runs out: it holds through ${lastDay}, ${counted(daysLeft, 'more day')}.`,
      facts: { criterionKey: criterion.key, gateKey: gate.key, evidenceId: evidence.id, lastDay, daysLeft },
    };
  });
};
