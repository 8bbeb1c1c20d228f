import { dateAt, type CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import { definitionAt, latestMeasurement } from '../kpis/attainment.js';
import type { KpiDefinition, KpiFacts, KpiMeasurement } from '../kpis/kpi.js';
import type { SignalStanding } from '../signals/signal-standing.js';
import type { EffortFact, EvidenceFact, InitiativeFacts, RecordedEntry, RiskTier, TicketFact } from './gate.js';
import { waiversKnownAt, type WaiverFact } from './waiver.js';

/** What a KPI meant at an instant, and what it was last measured at by then. */
export interface KnownKpi {
  readonly id: string;
  readonly definition: KpiDefinition;
  readonly latest: KpiMeasurement | null;
}

/** A ticket that is linked to a criterion, and what is known of its status. */
export type LinkedTicket = Pick<TicketFact, 'id' | 'key' | 'criterionKey'> &
  Omit<TicketFact['states'][number], 'recordedAt'>;

/** What was known of an initiative at one instant: all that an assessor ever sees, so none can look into the future. */
export interface KnownFacts {
  readonly timeZone: string;
  /** The date of the instant in the portfolio's time zone. */
  readonly today: CalendarDate;
  /** Null where none was recorded yet. */
  readonly riskTier: RiskTier | null;
  /** The date a stage of category PILOT was first entered; null where none was yet. */
  readonly pilotEnteredOn: CalendarDate | null;
  /** A review that came later is not there yet: null. */
  readonly evidence: readonly EvidenceFact[];
  readonly kpis: readonly KnownKpi[];
  readonly effort: readonly EffortFact[];
  /** Those that are linked. */
  readonly tickets: readonly LinkedTicket[];
  /** A decision or revocation that came later is not there yet: null. */
  readonly waivers: readonly WaiverFact[];
  /** Where the signals of the monitoring plan stand; none where no gate asks. */
  readonly signals: readonly SignalStanding[];
}

const knownKpi = (kpi: KpiFacts, at: Instant): readonly KnownKpi[] => {
  const definition = definitionAt(kpi, at);
  return definition === null ? [] : [{ id: kpi.id, definition, latest: latestMeasurement(kpi, at) }];
};

const unreviewedAfter = (evidence: EvidenceFact, at: Instant): EvidenceFact =>
  evidence.review !== null && evidence.review.reviewedAt > at ? { ...evidence, review: null } : evidence;

const linkedTicket = (
  { id, key, criterionKey, linkedAt, unlinkedAt, states }: TicketFact,
  at: Instant,
): readonly LinkedTicket[] => {
  if (linkedAt > at || (unlinkedAt !== null && unlinkedAt <= at)) {
    return [];
  }
  const { statusCategory, statusName, isDeleted } = states.findLast(({ recordedAt }) => recordedAt <= at) ?? UNHEARD_OF;
  return [{ id, key, criterionKey, statusCategory, statusName, isDeleted }];
};

const UNHEARD_OF = { statusCategory: 'UNKNOWN', statusName: null, isDeleted: false } as const;

/** The first of the entries that stood in the records at an instant; null where there was none. */
const firstEntry = (entries: readonly RecordedEntry[], at: Instant): Instant | null => {
  const standing = entries.filter(
    ({ enteredAt, recordedAt, supersededAt }) =>
      enteredAt <= at && recordedAt <= at && (supersededAt === null || supersededAt > at),
  );
  return standing.map(({ enteredAt }) => enteredAt).toSorted()[0] ?? null;
};

/**
 * What was recorded after an instant is unknown at it, and what another record has replaced since still stands (law 1):
 * submissions, reviews, measurements, definitions, effort, tickets and their links, waivers, risk tiers and visits.
 */
export const knownAt = (facts: InitiativeFacts, at: Instant): KnownFacts => {
  const { timeZone } = facts;
  const pilotEnteredAt = firstEntry(facts.pilotEntries, at);
  return {
    timeZone,
    today: dateAt(at, timeZone),
    riskTier: facts.riskTiers.findLast(({ recordedAt }) => recordedAt <= at)?.riskTier ?? null,
    pilotEnteredOn: pilotEnteredAt === null ? null : dateAt(pilotEnteredAt, timeZone),
    evidence: facts.evidence
      .filter(({ submittedAt }) => submittedAt <= at)
      .map((evidence) => unreviewedAfter(evidence, at)),
    kpis: facts.kpis.flatMap((kpi) => knownKpi(kpi, at)),
    effort: facts.effort.filter(({ recordedAt }) => recordedAt <= at),
    tickets: facts.tickets.flatMap((ticket) => linkedTicket(ticket, at)),
    waivers: waiversKnownAt(facts.waivers, at),
    signals: facts.signalsAt?.find((standing) => standing.at === at)?.standings ?? [],
  };
};
