import { addDays, dateAt, startOfDay } from '../basics/calendar-date.js';
import { instantOf, millisecondsOf, type Instant } from '../basics/instant.js';
import type { FindingScene, PortfolioScene } from './finding.js';
import { arrivals } from './standing.js';

const HOUR = 3_600_000;

/**
 * When signals may fall silent, by the monitoring plan that counts: twice their cadence after the last value, the acceptance of
 * the plan or an arrival in a stage, whichever it is counted from. To look once too often does no harm.
 */
const silences = (scene: FindingScene): readonly Instant[] => {
  const accepted = scene.evidence.flatMap(({ content, review, submittedAt }) =>
    content.kind === 'MONITORING_PLAN' && review?.outcome === 'ACCEPTED' && review.reviewedAt <= scene.at
      ? [{ submittedAt, acceptedAt: review.reviewedAt, signals: content.signals }]
      : [],
  );
  const newest = accepted.toSorted((a, b) => (a.submittedAt < b.submittedAt ? -1 : 1)).slice(-1);
  return newest.flatMap(({ acceptedAt, signals }) =>
    signals.flatMap(({ name, cadenceHours }) => {
      const heard = scene.signals.flatMap((signal) => (signal.name === name ? (signal.lastAt ?? []) : []));
      return [acceptedAt, ...arrivals(scene), ...heard].map((from) =>
        instantOf(millisecondsOf(from) + 2 * cadenceHours * HOUR),
      );
    }),
  );
};

/**
 * The earliest instant after that of a scene at which something else may be found although nothing was recorded: the next
 * midnight of the portfolio, or sooner where a signal may fall silent by then.
 */
export const nextLookAt = (scene: FindingScene | PortfolioScene): Instant => {
  const { at, timeZone } = scene;
  const midnight = startOfDay(addDays(dateAt(at, timeZone), 1), timeZone);
  const sooner = 'signals' in scene ? silences(scene) : [];
  return sooner.filter((instant) => instant > at).reduce((first, next) => (next < first ? next : first), midnight);
};
