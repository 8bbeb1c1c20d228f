import { dateAt } from '../../basics/calendar-date.js';
import type { EvidenceContent } from '../evidence.js';
import type { CriterionKind, EvidenceFact } from '../gate.js';
import type { KnownFacts } from '../known-facts.js';
import { newest, newestAccepted, orderOf, submissionsFor } from '../standing-evidence.js';
import { expiresOn, validityOn } from '../validity.js';
import type { Answer, Question } from './assessor.js';
import { listed } from './wording.js';

const NOUNS = {
  UX_REVIEW: 'UX review',
  MONITORING_PLAN: 'monitoring plan',
  CHANGE_PLAN: 'change plan',
  DOCUMENT: 'document',
  CHECKLIST: 'checklist',
  SIGN_OFF: 'sign-off',
} as const satisfies Partial<Record<CriterionKind, string>>;

/** The kinds of criterion that rest on evidence which somebody accepts. */
export type ReviewedKind = keyof typeof NOUNS;

type ContentOf<Kind extends ReviewedKind> = Extract<EvidenceContent, { readonly kind: Kind }>;

/** One thing that is not good enough: a clause that says what is so, and one that says what a better one does. */
export interface Shortcoming {
  readonly what: string;
  readonly better: string;
}

/** What the content of accepted evidence comes to: all its shortcomings, or else what speaks for it. */
export interface Worth {
  readonly shortcomings: readonly Shortcoming[];
  readonly merits: readonly string[];
}

const REVIEWER = "an evidence reviewer or gatekeeper who is neither its submitter nor the initiative's owner";

const toSubmit = (noun: string, better: readonly string[] = []): string =>
  `A program manager can submit a ${noun}${better.length > 0 ? ` that ${listed(better)}` : ''}, and ${REVIEWER} can accept it.`;

const withoutAccepted = (noun: string, submissions: readonly EvidenceFact[], known: KnownFacts): Answer => {
  const waiting = newest(submissions.filter(({ review }) => review === null));
  if (waiting) {
    return {
      status: 'SUBMITTED',
      reason: `The ${noun} submitted on ${dateAt(waiting.submittedAt, known.timeZone)} waits for review.`,
      remedy: `A review would clear it: ${REVIEWER} can accept it.`,
      evidenceId: waiting.id,
    };
  }
  const returned = newest(submissions);
  if (returned) {
    const comment = returned.review?.comment;
    const how = comment ? ` with the comment "${comment}"` : '';
    return {
      status: 'NOT_MET',
      reason: `The ${noun} submitted on ${dateAt(returned.submittedAt, known.timeZone)} was returned${how}.`,
      remedy: toSubmit(noun, ['answers what it was returned for']),
      evidenceId: returned.id,
    };
  }
  return { status: 'MISSING', reason: `No ${noun} is submitted.`, remedy: toSubmit(noun), evidenceId: null };
};

/**
 * The newest accepted submission counts (law 4): it must be good enough by the rule of its kind and hold today, from
 * `effectiveOn` through `effectiveOn` plus `validForDays` in the portfolio's time zone. Not good enough, or not effective
 * yet: NOT_MET. Ran out: STALE. While none is accepted: SUBMITTED if one waits for review, NOT_MET if all were returned,
 * MISSING if there is none. Submissions of another kind under the criterion's key do not count.
 */
export const assessReviewed = <Kind extends ReviewedKind>(
  kind: Kind,
  { criterion, known }: Question<Kind>,
  worthOf: (content: ContentOf<Kind>) => Worth,
): Answer => {
  const noun = NOUNS[kind];
  const submissions = submissionsFor(kind, criterion, known.evidence);
  const accepted = newestAccepted(submissions);
  if (!accepted) {
    return withoutAccepted(noun, submissions, known);
  }

  const newer = newest(submissions.filter((other) => other.review === null && orderOf(other) > orderOf(accepted)));
  const remedy = (better: readonly string[]): string =>
    newer
      ? `A newer ${noun}, submitted on ${dateAt(newer.submittedAt, known.timeZone)}, waits for review: ${REVIEWER} can accept it.`
      : toSubmit(noun, better);
  const what = `The ${noun} submitted on ${dateAt(accepted.submittedAt, known.timeZone)}`;
  const evidenceId = accepted.id;

  const { shortcomings, merits } = worthOf(accepted.content);
  if (shortcomings.length > 0) {
    const reason = `${what} is accepted, but ${listed(shortcomings.map((shortcoming) => shortcoming.what))}.`;
    return { status: 'NOT_MET', reason, remedy: remedy(shortcomings.map(({ better }) => better)), evidenceId };
  }

  const { effectiveOn } = accepted;
  const lastDay = expiresOn(effectiveOn, criterion.validForDays);
  const validity = validityOn(known.today, effectiveOn, lastDay);
  if (validity === 'NOT_YET') {
    const reason = `${what} is accepted, but holds only from ${effectiveOn} on.`;
    return { status: 'NOT_MET', reason, remedy: remedy(['holds today already']), evidenceId };
  }
  if (validity === 'RAN_OUT') {
    const reason = `${what} ran out: it held from ${effectiveOn} through ${String(lastDay)}.`;
    return { status: 'STALE', reason, remedy: remedy(['holds today']), evidenceId };
  }
  const holds = lastDay === null ? [] : [`holds through ${lastDay}`];
  return {
    status: 'MET',
    reason: `${what} ${listed(['is accepted', ...merits, ...holds])}.`,
    remedy: null,
    evidenceId,
  };
};
