import { addDays, type CalendarDate } from '../basics/calendar-date.js';
import { invalid, type Refusal } from '../basics/result.js';
import type { Initiative } from '../initiatives/initiative.js';
import { unlessStopped } from '../initiatives/stopped.js';
import type { WorkflowTemplate } from './gate.js';
import { isWaiverOf, waiverStatusOn, wasApproved, type WaiverFact, type WaiverStatus } from './waiver.js';

/** A waiver ends at most this many days after the day it is requested on. */
export const LONGEST_WAIVER_DAYS = 90;

const LIVE: readonly WaiverStatus[] = ['PENDING', 'APPROVED'];

/** What a request for a waiver meets: the initiative, its template, all its waivers so far, and today in the portfolio's time zone. */
export interface WaiverScene {
  readonly initiative: Pick<Initiative, 'key' | 'status'>;
  readonly template: WorkflowTemplate;
  readonly waivers: readonly WaiverFact[];
  readonly today: CalendarDate;
}

/** The gate that asks for a criterion; a template has each criterion once. Null where it has none of that key. */
export const gateOfCriterion = (template: WorkflowTemplate, criterionKey: string): string | null =>
  template.stages.find((stage) => stage.exitGate?.criteria.some(({ key }) => key === criterionKey))?.exitGate?.key ??
  null;

/** How often a criterion of a gate was waived before. A request that nobody approved does not count. */
export const renewalsOf = (waivers: readonly WaiverFact[], gateKey: string, criterionKey: string): number =>
  waivers.filter((waiver) => isWaiverOf(waiver, gateKey, criterionKey) && wasApproved(waiver)).length;

/**
 * A waiver is requested for a criterion of the initiative's template, at whichever gate, from today and through `expiresOn`,
 * at most 90 days ahead; one at a time (law 14). All that stands against it: NOT_FOUND for an unknown criterion, INVALID for
 * a day before today, WAIVER_TOO_LONG, WAIVER_EXISTS while another is pending or in force, WRONG_STATE for an initiative
 * that is KILLED or RETIRED.
 */
export const mayRequestWaiver = (
  criterionKey: string,
  expiresOn: CalendarDate,
  { initiative, template, waivers, today }: WaiverScene,
): readonly Refusal[] => {
  const gateKey = gateOfCriterion(template, criterionKey);
  return [
    ...unlessStopped(initiative, 'is granted no waiver', ['initiativeId']),
    ...(gateKey === null
      ? [unknownCriterion(criterionKey, template)]
      : unlessLive(gateKey, criterionKey, waivers, today)),
    ...termProblems(expiresOn, today),
  ];
};

const unknownCriterion = (key: string, template: WorkflowTemplate): Refusal => {
  const known = template.stages.flatMap((stage) => stage.exitGate?.criteria ?? []).map((criterion) => criterion.key);
  return {
    code: 'NOT_FOUND',
    message: `The initiative's template has no criterion ${key}; it has ${known.join(', ')}.`,
    field: ['criterionKey'],
  };
};

const unlessLive = (
  gateKey: string,
  criterionKey: string,
  waivers: readonly WaiverFact[],
  today: CalendarDate,
): readonly Refusal[] => {
  const live = waivers.find(
    (waiver) => isWaiverOf(waiver, gateKey, criterionKey) && LIVE.includes(waiverStatusOn(waiver, today)),
  );
  if (!live) {
    return [];
  }
  const what = live.decision === null ? 'waits for a decision' : 'is in force';
  return [
    {
      code: 'WAIVER_EXISTS',
      message: `A waiver of ${criterionKey} ${what}, through ${live.expiresOn}; request another when it is over, or have it revoked.`,
      field: ['criterionKey'],
    },
  ];
};

const termProblems = (expiresOn: CalendarDate, today: CalendarDate): readonly Refusal[] => {
  const field = ['input', 'expiresOn'];
  const latest = addDays(today, LONGEST_WAIVER_DAYS);
  if (expiresOn < today) {
    return [invalid(field, `expiresOn must be from ${today} to ${latest}, and was ${expiresOn}.`)];
  }
  return expiresOn > latest
    ? [
        {
          code: 'WAIVER_TOO_LONG',
          message: `A waiver ends at most ${LONGEST_WAIVER_DAYS} days ahead, by ${latest}, and ${expiresOn} is later; take an earlier day, and renew it then if need be.`,
          field,
        },
      ]
    : [];
};

const wrongState = (message: string): Refusal => ({ code: 'WRONG_STATE', message });

/** A waiver as whoever decides or revokes it finds it, by its status of now. */
export interface StandingWaiver {
  readonly status: WaiverStatus;
  readonly requestedBy: string;
}

/**
 * A waiver is decided once, by somebody who did not request it, before it is over (law 14). SELF_REVIEW and WRONG_STATE,
 * all that hold; WRONG_STATE too for an initiative that is KILLED or RETIRED.
 */
export const mayDecideWaiver = (
  { status, requestedBy }: StandingWaiver,
  deciderId: string,
  initiative: WaiverScene['initiative'],
): readonly Refusal[] => [
  ...(deciderId === requestedBy
    ? [
        {
          code: 'SELF_REVIEW',
          message: 'Nobody decides a waiver of their own, and you requested this one; ask another gatekeeper.',
        } as const,
      ]
    : []),
  ...unlessStopped(initiative, 'is granted no waiver'),
  ...(status === 'PENDING'
    ? []
    : [
        wrongState(
          `The waiver is ${status} already and cannot be decided any more; a new one would have to be requested.`,
        ),
      ]),
];

/** A waiver is revoked while it is pending or in force: else WRONG_STATE, as for an initiative that is KILLED or RETIRED. */
export const mayRevokeWaiver = (
  { status }: Pick<StandingWaiver, 'status'>,
  initiative: WaiverScene['initiative'],
): readonly Refusal[] => [
  ...unlessStopped(initiative, 'has no waiver in force'),
  ...(LIVE.includes(status) ? [] : [wrongState(`The waiver is ${status} already; there is nothing to revoke.`)]),
];
