import { accessOf, type Action } from '../access/access.js';
import type { CalendarDate } from '../basics/calendar-date.js';
import type { Refusal } from '../basics/result.js';
import { answersFor } from '../conversation/status-update.js';
import { reviewsOwn } from '../gates/check-evidence-review.js';
import { mayRequestReview } from '../gates/request-review.js';
import type { GateReview } from '../gates/review.js';
import type { Initiative } from '../initiatives/initiative.js';
import { mayReopen, mayResume } from '../initiatives/moving-again.js';
import { unlessStopped } from '../initiatives/stopped.js';
import { byRole, holdersOf, nothing, type Deed } from './permission.js';

/** An initiative as whoever wants to do something with it finds it. */
export interface StandingInitiative extends Pick<Initiative, 'key' | 'status' | 'ownerId' | 'sponsorId'> {
  /** The exit gate of the stage it stands in; null in the last one. */
  readonly gateKey: string | null;
}

/** The same with the review that is open at its gate. */
export interface AtItsGate extends StandingInitiative {
  readonly openReview: Pick<GateReview, 'gateKey'> | null;
  /** In the portfolio's time zone. */
  readonly today: CalendarDate;
}

const deed = (action: Action, what: string, against: Deed['against'] = nothing): Deed => ({
  entitled: byRole(action),
  what,
  against,
});

/** What can be done with an initiative that its state does not forbid, or forbids by its status alone. */
export const INITIATIVE_DEEDS = {
  update: () => deed('initiative:update', 'change an initiative'),
  submitEvidence: (initiative) =>
    deed('evidence:submit', 'submit evidence', () => unlessStopped(initiative, 'takes no evidence')),
  reviewEvidence: ({ ownerId }) =>
    deed('evidence:review', 'review evidence', (userId) =>
      reviewsOwn({ submittedBy: null, initiativeOwnerId: ownerId }, userId),
    ),
  requestWaiver: (initiative) =>
    deed('waiver:request', 'request a waiver', () => unlessStopped(initiative, 'is granted no waiver')),
  defineKpi: (initiative) => deed('kpi:define', 'define a KPI', () => unlessStopped(initiative, 'takes no KPI')),
  recordMeasurement: () => deed('kpi:measure', 'record a measurement'),
  recordEffort: () => deed('effort:record', 'record effort'),
  linkTicket: (initiative) => deed('ticket:link', 'link a ticket', () => unlessStopped(initiative, 'takes no tickets')),
  comment: () => deed('comment:post', 'comment'),
  postStatusUpdate: (initiative) => ({
    entitled: {
      // People write, machines do not; whose initiative it is needs no further role.
      may: (person, portfolioId) =>
        accessOf(person, 'comment:post', portfolioId) === 'ALLOWED' &&
        (accessOf(person, 'status:post', portfolioId) === 'ALLOWED' || answersFor(person.userId, initiative)),
      who: (portfolioKey) => `${holdersOf('status:post', portfolioKey)}, its owner and its sponsor`,
    },
    what: 'post a status update',
    against: () => unlessStopped(initiative, 'takes no status updates'),
  }),
  closeCondition: () => deed('condition:close', 'close a condition'),
  muteFinding: () => deed('finding:mute', 'mute a finding'),
  resume: ({ status }) => deed('initiative:resume', 'resume an initiative', () => mayResume(status)),
  reopen: ({ status }) => deed('initiative:reopen', 'reopen an initiative', () => mayReopen(status)),
} as const satisfies Record<string, (initiative: StandingInitiative) => Deed>;

export type InitiativeDeed = keyof typeof INITIATIVE_DEEDS;

/** Requesting a review of the gate an initiative stands at, whenever it is to be decided. */
export const requestReviewDeed = ({ status, gateKey, openReview, today }: AtItsGate): Deed =>
  deed('review:request', 'request a review', () =>
    mayRequestReview({ status, gateKey, openReview, dueOn: null, today }),
  );

/** Deciding a gate at which no review is open. */
export const decideWithoutReview = ({ gateKey }: StandingInitiative): Deed =>
  deed('gate:decide', 'decide a gate', () => [noReview(gateKey)]);

const noReview = (gateKey: string | null): Refusal => ({
  code: 'WRONG_STATE',
  message:
    gateKey === null
      ? 'The initiative stands in the last stage, which has no exit gate.'
      : `No review is open at gate ${gateKey}; request one, for gatekeepers decide in it.`,
});
