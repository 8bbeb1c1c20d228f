import { dateAt, daysBetween, type CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import { excerptOf } from '../conversation/excerpt.js';

export const INBOX_KINDS = [
  'VOTE',
  'DECIDE',
  'REVIEW_EVIDENCE',
  'RESUBMIT_EVIDENCE',
  'CLOSE_CONDITION',
  'DECIDE_WAIVER',
  'SETTLE_LATE_EFFORT',
  'ANSWER_MENTION',
  'REVIEW_BENEFITS',
] as const;
export type InboxKind = (typeof INBOX_KINDS)[number];

/** Something that waits for a person, as it stands. */
export interface InboxMatter {
  readonly kind: InboxKind;
  /** The review (of a gate or of benefits), evidence, condition, waiver or comment; of late entries of effort their initiative. */
  readonly subjectId: string;
  readonly initiativeKey: string;
  /** Since when it waits for this person. */
  readonly since: Instant;
  /** The last day in time; null where there is none. */
  readonly dueOn: CalendarDate | null;
  /**
   * The name of the gate or of the criterion; of a condition its text; of late entries how many; of a comment who wrote it; of
   * benefits after how many days.
   */
  readonly about: string;
  /** What the reviewer said of returned evidence; what a waiver's requester or a comment said. */
  readonly note: string | null;
}

/** What is told of it. */
export interface InboxTelling {
  /** The same for as long as the same thing waits, so that nobody need be told twice. */
  readonly id: string;
  /** One sentence: what waits, and for what. */
  readonly reason: string;
  /** Where on the board it is settled. */
  readonly link: string;
  readonly ageDays: number;
  readonly isOverdue: boolean;
}

const said = (note: string | null): string => (note === null ? '' : `: "${note}"`);

const REASONS: Readonly<Record<InboxKind, (matter: InboxMatter, isOverdue: boolean) => string>> = {
  VOTE: ({ initiativeKey, about }) =>
    `${initiativeKey} is reviewed at the gate ${about}, and you have not voted: vote, or abstain.`,
  DECIDE: ({ initiativeKey, about }) =>
    `The votes on ${initiativeKey} at the gate ${about} are in: you, or another gatekeeper, can decide.`,
  REVIEW_EVIDENCE: ({ initiativeKey, about }) =>
    `Evidence for "${about}" of ${initiativeKey} waits for its review: you, or another reviewer, can accept or return it.`,
  RESUBMIT_EVIDENCE: ({ initiativeKey, about, note }) =>
    `Your evidence for "${about}" of ${initiativeKey} was returned${said(note)}. Hand in a better one.`,
  CLOSE_CONDITION: ({ initiativeKey, about, dueOn }, isOverdue) =>
    isOverdue
      ? `A condition of ${initiativeKey} that you answer for was due on ${String(dueOn)}: "${about}". It is breached; when it is done, a program manager can close it late, and resume the initiative.`
      : `You answer for a condition of ${initiativeKey}: "${about}". When it is done, a program manager can close it.`,
  DECIDE_WAIVER: ({ initiativeKey, about, note }) =>
    `A waiver of "${about}" is requested for ${initiativeKey}${said(note)}. You, or another gatekeeper, can decide it.`,
  SETTLE_LATE_EFFORT: ({ initiativeKey, about }) =>
    `Effort on ${initiativeKey} came late for closed periods and waits (entries: ${about}): you, or another program manager, can accept or refuse it.`,
  ANSWER_MENTION: ({ initiativeKey, about, note }) =>
    `${about} calls on you in a comment on ${initiativeKey}${said(note === null ? null : excerptOf(note))}. Answer it, or mark it as read.`,
  REVIEW_BENEFITS: ({ initiativeKey, about }) =>
    `${initiativeKey} has been in production for ${about} days: say whether it brings what was promised.`,
};

const PLACES: Readonly<Record<InboxKind, string>> = {
  VOTE: '/decide',
  DECIDE: '/decide',
  REVIEW_EVIDENCE: '?tab=evidence',
  RESUBMIT_EVIDENCE: '?tab=evidence',
  CLOSE_CONDITION: '?tab=gate',
  DECIDE_WAIVER: '?tab=gate',
  SETTLE_LATE_EFFORT: '?tab=effort',
  ANSWER_MENTION: '?tab=comments',
  REVIEW_BENEFITS: '?tab=kpis',
};

/**
 * What waits for a person is told with a reason, a link, and its age in whole days of the portfolio's calendar. It is overdue
 * from the day after its due date. The same matter is always told under the same id.
 */
export const tellMatter = (matter: InboxMatter, now: Instant, timeZone: string): InboxTelling => {
  const { kind, subjectId, initiativeKey, since, dueOn } = matter;
  const today = dateAt(now, timeZone);
  const isOverdue = dueOn !== null && dueOn < today;
  return {
    id: `${kind}:${subjectId}`,
    reason: REASONS[kind](matter, isOverdue),
    link: `/i/${initiativeKey}${PLACES[kind]}#${subjectId}`,
    ageDays: daysBetween(dateAt(since, timeZone), today),
    isOverdue,
  };
};
