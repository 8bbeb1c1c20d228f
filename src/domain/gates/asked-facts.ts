import type { Instant } from '../basics/instant.js';
import { settingsOf } from './criterion-settings.js';
import type { CriterionKind, GateDefinition, InitiativeFacts } from './gate.js';

/** Which facts the criteria of gates look at as of now. */
export interface AskedFacts {
  /** The criteria whose evidence they look at. */
  readonly criterionKeys: readonly string[];
  readonly kpis: boolean;
  readonly tickets: boolean;
  /** Effort of so many last days, today included; 0: none. */
  readonly effortDays: number;
}

const ABOUT_KPIS: readonly CriterionKind[] = ['KPI_CONTRACT', 'KPI_ATTAINMENT', 'MONITORING_PLAN'];

/** What gates ask for of an initiative, so that nothing else has to be read. */
export const askedBy = (gates: readonly Pick<GateDefinition, 'criteria'>[]): AskedFacts => {
  const criteria = gates.flatMap((gate) => gate.criteria);
  const windows = criteria.map(({ kind, settings }) =>
    kind === 'EFFORT_SHARE' ? settingsOf('EFFORT_SHARE', settings).windowDays : 0,
  );
  return {
    criterionKeys: [...new Set(criteria.map(({ key }) => key))],
    kpis: criteria.some(({ kind }) => ABOUT_KPIS.includes(kind)),
    tickets: criteria.some(({ kind }) => kind === 'TICKETS_DONE'),
    effortDays: Math.max(0, ...windows),
  };
};

const latestOf = (instants: readonly (Instant | null | undefined)[]): Instant | null =>
  instants.reduce<Instant | null>((latest, each) => (each && (latest === null || each > latest) ? each : latest), null);

/** When the last of the facts came to be known: as of any later instant they are what they are, until more is recorded. Null without any. */
export const knownSince = (facts: InitiativeFacts): Instant | null =>
  latestOf([
    ...facts.riskTiers.map(({ recordedAt }) => recordedAt),
    ...facts.pilotEntries.flatMap(({ enteredAt, recordedAt, supersededAt }) => [enteredAt, recordedAt, supersededAt]),
    ...facts.evidence.flatMap(({ submittedAt, review }) => [submittedAt, review?.reviewedAt]),
    ...facts.kpis.flatMap(({ definitions, measurements }) =>
      [...definitions, ...measurements].map(({ recordedAt }) => recordedAt),
    ),
    ...facts.effort.map(({ recordedAt }) => recordedAt),
    ...facts.tickets.flatMap(({ linkedAt, unlinkedAt, states }) => [
      linkedAt,
      unlinkedAt,
      ...states.map(({ recordedAt }) => recordedAt),
    ]),
    ...facts.conditions.flatMap(({ madeAt, breachedAt, closedAt }) => [madeAt, breachedAt, closedAt]),
    ...facts.waivers.flatMap(({ requestedAt, decision, revokedAt }) => [requestedAt, decision?.decidedAt, revokedAt]),
  ]);
