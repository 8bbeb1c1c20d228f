import type { CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';

export const WAIVER_STATUSES = ['PENDING', 'APPROVED', 'DENIED', 'REVOKED', 'EXPIRED'] as const;
export type WaiverStatus = (typeof WAIVER_STATUSES)[number];

/** One request to let a criterion of a gate go unmet for a while, with what became of it. */
export interface WaiverFact {
  readonly id: string;
  readonly gateKey: string;
  readonly criterionKey: string;
  /** What is done instead while the criterion is waived. */
  readonly compensatingControl: string;
  /** The last day it covers, in the portfolio's time zone. */
  readonly expiresOn: CalendarDate;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly decision: {
    readonly outcome: 'APPROVED' | 'DENIED';
    readonly decidedBy: string;
    readonly decidedAt: Instant;
  } | null;
  readonly revokedAt: Instant | null;
}

const unlessAfter = (recordedAt: Instant | null, at: Instant): Instant | null =>
  recordedAt !== null && recordedAt <= at ? recordedAt : null;

/** The waivers as they were known at an instant (law 1): what was requested, decided or revoked after it had not happened yet. */
export const waiversKnownAt = (waivers: readonly WaiverFact[], at: Instant): readonly WaiverFact[] =>
  waivers
    .filter(({ requestedAt }) => requestedAt <= at)
    .map((waiver) => ({
      ...waiver,
      decision: waiver.decision !== null && waiver.decision.decidedAt <= at ? waiver.decision : null,
      revokedAt: unlessAfter(waiver.revokedAt, at),
    }));

/**
 * Where a waiver stands on a day of the portfolio's calendar, by what is known of it. Revoked and denied stay so; any other
 * is EXPIRED from the day after `expiresOn` on, decided or not, whether or not a job has written it down (law 14).
 */
export const waiverStatusOn = (waiver: WaiverFact, today: CalendarDate): WaiverStatus => {
  if (waiver.revokedAt !== null) {
    return 'REVOKED';
  }
  if (waiver.decision?.outcome === 'DENIED') {
    return 'DENIED';
  }
  if (today > waiver.expiresOn) {
    return 'EXPIRED';
  }
  return waiver.decision === null ? 'PENDING' : 'APPROVED';
};

/** Was it in force at any time? Approved once, whatever became of it since. */
export const wasApproved = ({ decision }: WaiverFact): boolean => decision?.outcome === 'APPROVED';

/** A waiver is for one criterion of one gate. */
export const isWaiverOf = (waiver: WaiverFact, gateKey: string, criterionKey: string): boolean =>
  waiver.gateKey === gateKey && waiver.criterionKey === criterionKey;
