import type { Instant } from '../basics/instant.js';
import type { InitiativeFacts } from '../gates/gate.js';

/** Every instant at which something was recorded that an assessment looks at, in any order. */
export const recordings = (facts: InitiativeFacts): readonly Instant[] => {
  const { riskTiers, pilotEntries, evidence, kpis, effort, tickets, waivers } = facts;
  const said = [
    ...riskTiers,
    ...pilotEntries,
    ...effort,
    ...kpis.flatMap(({ definitions, measurements }) => [...definitions, ...measurements]),
    ...tickets.flatMap(({ states }) => states),
  ].map(({ recordedAt }) => recordedAt);
  const done = [
    ...pilotEntries.map(({ supersededAt }) => supersededAt),
    ...evidence.flatMap(({ submittedAt, review }) => [submittedAt, review?.reviewedAt ?? null]),
    ...tickets.flatMap(({ linkedAt, unlinkedAt }) => [linkedAt, unlinkedAt]),
    ...waivers.flatMap(({ requestedAt, decision, revokedAt }) => [requestedAt, decision?.decidedAt ?? null, revokedAt]),
  ];
  return [...new Set([...said, ...done.filter((instant) => instant !== null)])];
};
