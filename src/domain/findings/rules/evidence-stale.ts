import { addDays, dateAt, startOfDay } from '../../basics/calendar-date.js';
import type { Instant } from '../../basics/instant.js';
import { isWaiverOf, waiversKnownAt, waiverStatusOn } from '../../gates/waiver.js';
import type { FindingRule, FindingScene } from '../finding.js';
import { unbrokenSince } from '../held-since.js';
import { hasRunOut, perishingAt, perishingChanges, type Perishing } from '../perishing.js';

const isWaived = ({ gate, criterion }: Perishing, { waivers, timeZone }: FindingScene, then: Instant): boolean =>
  waiversKnownAt(waivers, then).some(
    (waiver) =>
      isWaiverOf(waiver, gate.key, criterion.key) && waiverStatusOn(waiver, dateAt(then, timeZone)) === 'APPROVED',
  );

const staleAt = (scene: FindingScene, then: Instant): readonly Perishing[] =>
  perishingAt(scene, then).filter((each) => hasRunOut(each, scene, then) && !isWaived(each, scene, then));

const waiverChanges = ({ waivers, timeZone }: FindingScene, key: string): readonly Instant[] =>
  waivers
    .filter(({ criterionKey }) => criterionKey === key)
    .flatMap(({ decision, revokedAt, expiresOn }) => [
      ...(decision === null ? [] : [decision.decidedAt]),
      ...(revokedAt === null ? [] : [revokedAt]),
      startOfDay(addDays(expiresOn, 1), timeZone),
    ]);

/**
 * Evidence that a gate rests on, one that was passed or the one it stands at, ran out: the newest that was accepted, or the
 * newest check that passed, and no waiver stands in for it. After launch too, for what was true at the gate need not be true
 * now. A finding for each criterion, for each is renewed by itself. WARNING for what must be met; INFO for what only should be.
 */
export const evidenceStale: FindingRule = (scene) => {
  const { at } = scene;
  return staleAt(scene, at).map((stale) => {
    const { gate, criterion, evidence, lastDay } = stale;
    const changes = [...perishingChanges(scene, stale, 0), ...waiverChanges(scene, criterion.key)];
    const isStale = (then: Instant): boolean =>
      staleAt(scene, then).some((each) => each.criterion.key === criterion.key);
    const since = unbrokenSince(changes, at, isStale);
    return {
      code: 'EVIDENCE_STALE',
      subject: criterion.key,
      level: criterion.weight === 'MUST_MEET' ? 'WARNING' : 'INFO',
      since,
      message: `The evidence for "${criterion.name}" at ${gate.name} ran out: it held through ${lastDay}.`,
      facts: { criterionKey: criterion.key, gateKey: gate.key, evidenceId: evidence.id, lastDay },
    };
  });
};
