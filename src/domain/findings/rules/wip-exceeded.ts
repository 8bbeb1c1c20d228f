import type { Instant } from '../../basics/instant.js';
import { overSince, thereAt, type Span } from '../crowd.js';
import type { PortfolioFindingRule } from '../finding.js';

/** What was there from an instant on, as if it had come then. */
const from = (stays: readonly Span[], knownFrom: Instant | null): readonly Span[] =>
  knownFrom === null
    ? stays
    : stays
        .filter(({ until }) => until === null || until > knownFrom)
        .map((stay) => (stay.from < knownFrom ? { ...stay, from: knownFrom } : stay));

/**
 * More initiatives stand in a stage, ACTIVE or ON_HOLD, than the template lets stand there: what is begun is not brought to an
 * end. A finding for each stage, by the limit of the newest version of the template. WARNING: no single one of them is to
 * blame, and somebody has to choose.
 */
export const wipExceeded: PortfolioFindingRule = ({ stages, at }) =>
  stages.flatMap(({ stageKey, name, limits, stays, knownFrom }) => {
    const since = overSince(from(stays, knownFrom), limits, at);
    const standing = thereAt(stays, at).length;
    const wipLimit = limits.findLast(({ from }) => from <= at)?.most ?? limits[0]?.most;
    return since === null
      ? []
      : [
          {
            code: 'WIP_EXCEEDED',
            subject: stageKey,
            level: 'WARNING',
            since,
            ...(since === knownFrom ? { mayBeOlder: true } : {}),
            message: `${standing} initiatives stand in ${name}, where at most ${String(wipLimit)} may: bring some to an end before others begin.`,
            facts: { stageKey, standing, wipLimit },
          },
        ];
  });
