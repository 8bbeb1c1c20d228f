import { millisecondsOf, type Instant } from '../basics/instant.js';

export const CONNECTION_STATUSES = [
  'SECRET_UNREADABLE',
  'OK',
  'PAUSED',
  'SIGNATURES_FAIL',
  'LAGGING',
  'SILENT',
  'FAILING',
  'ASKING_FAILS',
  'NEVER_HEARD',
] as const;
/** How a connection is doing. */
export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number];

export const SIGNATURE_FAILURE_REASONS = ['MISSING', 'WRONG', 'STALE'] as const;
/** Why a delivery was refused for its signature. */
export type SignatureFailureReason = (typeof SIGNATURE_FAILURE_REASONS)[number];

/** What is known of the deliveries of a connection. */
export interface ConnectionFacts {
  readonly paused: boolean;
  /** Whether the key of the vault opens the secret of its hook. */
  readonly isSecretReadable: boolean;
  /** The same of its credential; true where it has none. */
  readonly isCredentialReadable: boolean;
  readonly lastDeliveryAt: Instant | null;
  readonly lastAppliedAt: Instant | null;
  /** Deliveries that are not applied yet. */
  readonly waiting: number;
  /** When the one that waits longest came. */
  readonly waitingSince: Instant | null;
  readonly failed: number;
  readonly quarantined: number;
  /** How many of both came to stand so within the last seven days. */
  readonly failedLately: number;
  /** Why the tool could not be read when it was asked last; null where it could, or never was. */
  readonly pullFailure: string | null;
  /** When deliveries were refused for their signature, of the last ones that are kept. */
  readonly failedSignaturesAt: readonly Instant[];
}

export interface ConnectionHealth {
  readonly status: ConnectionStatus;
  /** What is so, and what to do about it. */
  readonly message: string;
  readonly lastDeliveryAt: Instant | null;
  readonly lastAppliedAt: Instant | null;
  readonly waiting: number;
  /** Seconds; null where none waits. */
  readonly lagSeconds: number | null;
  readonly failed: number;
  readonly quarantined: number;
  /** In the last ten minutes. */
  readonly signatureFailures: number;
  /** Whether these are so many that the secret may have been changed on one side only. */
  readonly signatureAlarm: boolean;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SIGNATURES_WITHIN_MS = 10 * MINUTE;
const ALARM_FROM = 5;
const LAGS_FROM_SECONDS = 300;
const SILENT_FROM_DAYS = 7;
/** For how many days what failed is said: what nobody replayed by then is in the list of deliveries. */
export const FAILING_FOR_DAYS = 7;

type Problem = readonly [ConnectionStatus, string];

/**
 * How a connection is doing at an instant. The worst that is so gives the status, and all that is so is said: secrets that
 * cannot be read, or a pause, beside which nothing else counts; five failed signatures in ten minutes, a delivery that waits
 * for five minutes, nothing for a week, deliveries that failed or were quarantined in the last seven days, a tool that could
 * not be read when it was asked last, nothing ever heard.
 */
export const healthOf = (facts: ConnectionFacts, now: Instant): ConnectionHealth => {
  const { lastDeliveryAt, lastAppliedAt, waiting, waitingSince, failed, quarantined } = facts;
  const at = millisecondsOf(now);
  const signatureFailures = facts.failedSignaturesAt.filter(
    (each) => at - millisecondsOf(each) <= SIGNATURES_WITHIN_MS,
  ).length;
  const lagSeconds = waitingSince === null ? null : Math.max(0, Math.floor((at - millisecondsOf(waitingSince)) / 1000));
  const signatureAlarm = signatureFailures >= ALARM_FROM;
  const silentDays = lastDeliveryAt === null ? 0 : Math.floor((at - millisecondsOf(lastDeliveryAt)) / DAY);
  const stopped = stoppedBy(facts);
  const problems: readonly Problem[] = stopped
    ? [stopped]
    : [
        ...(signatureAlarm ? [signaturesFail(signatureFailures)] : []),
        ...(lagSeconds !== null && lagSeconds >= LAGS_FROM_SECONDS ? [lagging(waiting, lagSeconds)] : []),
        ...(silentDays >= SILENT_FROM_DAYS ? [silent(silentDays)] : []),
        ...(facts.failedLately > 0 ? [failing(facts.failedLately)] : []),
        ...(facts.pullFailure === null ? [] : [askingFails(facts.pullFailure)]),
        ...(lastDeliveryAt === null ? [NEVER_HEARD] : []),
      ];
  return {
    status: problems[0]?.[0] ?? 'OK',
    message: problems.map(([, message]) => message).join(' ') || 'It works.',
    lastDeliveryAt,
    lastAppliedAt,
    waiting,
    lagSeconds,
    failed,
    quarantined,
    signatureFailures,
    signatureAlarm,
  };
};

/** What keeps all deliveries from being applied. */
const stoppedBy = ({ isSecretReadable, isCredentialReadable, paused, waiting }: ConnectionFacts): Problem | null => {
  if (!isSecretReadable) {
    return [
      'SECRET_UNREADABLE',
      'Its secrets cannot be read: the key of the vault is another one, and no delivery can be verified. Put the right key back, or rotate the secret and enter the new one in the tool.',
    ];
  }
  if (!isCredentialReadable) {
    return [
      'SECRET_UNREADABLE',
      'Its credential cannot be read: the key of the vault is another one, and the tool cannot be asked. Put the right key back, or set the credential anew.',
    ];
  }
  return paused
    ? ['PAUSED', `It is paused: ${waiting} deliveries are kept and not applied. Resume it to have them applied.`]
    : null;
};

const signaturesFail = (count: number): Problem => [
  'SIGNATURES_FAIL',
  `${count} deliveries failed their signature within ten minutes. Was the secret changed on one side only? Rotate it here, and enter the new one in the tool.`,
];

const lagging = (waiting: number, lagSeconds: number): Problem => [
  'LAGGING',
  `${waiting} deliveries wait, the oldest for ${Math.floor(lagSeconds / 60)} minutes. They are tried again by themselves; look at the reason of the oldest, and at the log.`,
];

const silent = (days: number): Problem => [
  'SILENT',
  `Nothing was received for ${days} days. Look in the tool whether it has switched the hook off.`,
];

const failing = (count: number): Problem => [
  'FAILING',
  `${count} deliveries failed or could not be read within the last ${FAILING_FOR_DAYS} days. Look at their reasons, then replay them.`,
];

const askingFails = (failure: string): Problem => [
  'ASKING_FAILS',
  `The tool could not be read when it was asked last: ${failure} Put that right; it is asked again by itself.`,
];

const NEVER_HEARD: Problem = [
  'NEVER_HEARD',
  'Nothing was ever received. Enter the address of the hook and its secret in the tool, and send a test from there.',
];
