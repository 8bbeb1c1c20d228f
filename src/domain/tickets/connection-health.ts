import { millisecondsOf, type Instant } from '../basics/instant.js';

export const CONNECTION_STATUSES = [
  'SECRET_UNREADABLE',
  'OK',
  'PAUSED',
  'SIGNATURES_FAIL',
  'LAGGING',
  'FAILING',
  'NEVER_HEARD',
  'SILENT',
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

/**
 * How a connection is doing at an instant. The worst that is so gives the status: secrets that
 * cannot be read, a pause, five failed signatures in ten
 * minutes, a delivery that waits for five minutes, failed or quarantined deliveries, nothing ever heard, nothing for a week.
 */
export const healthOf = (facts: ConnectionFacts, now: Instant): ConnectionHealth => {
  const { lastDeliveryAt, lastAppliedAt, waiting, waitingSince, failed, quarantined } = facts;
  const at = millisecondsOf(now);
  const signatureFailures = facts.failedSignaturesAt.filter(
    (each) => at - millisecondsOf(each) <= SIGNATURES_WITHIN_MS,
  ).length;
  const lagSeconds = waitingSince === null ? null : Math.max(0, Math.floor((at - millisecondsOf(waitingSince)) / 1000));
  const signatureAlarm = signatureFailures >= ALARM_FROM;
  const told = { lastDeliveryAt, lastAppliedAt, waiting, lagSeconds, failed, quarantined };
  const [status, message] = judge();
  return { status, message, ...told, signatureFailures, signatureAlarm };

  function judge(): readonly [ConnectionStatus, string] {
    if (!facts.isSecretReadable) {
      return [
        'SECRET_UNREADABLE',
        'Its secrets cannot be read: the key of the vault is another one, and no delivery can be verified. Put the right key back, or rotate the secret and enter the new one in the tool.',
      ];
    }
    if (!facts.isCredentialReadable) {
      return [
        'SECRET_UNREADABLE',
        'Its credential cannot be read: the key of the vault is another one, and the tool cannot be asked. Put the right key back, or set the credential anew.',
      ];
    }
    if (facts.paused) {
      return [
        'PAUSED',
        `It is paused: ${waiting} deliveries are kept and not applied. Resume it to have them applied.`,
      ];
    }
    if (signatureAlarm) {
      return [
        'SIGNATURES_FAIL',
        `${signatureFailures} deliveries failed their signature within ten minutes. Was the secret changed on one side only? Rotate it here, and enter the new one in the tool.`,
      ];
    }
    if (lagSeconds !== null && lagSeconds >= LAGS_FROM_SECONDS) {
      return [
        'LAGGING',
        `${waiting} deliveries wait, the oldest for ${Math.floor(lagSeconds / 60)} minutes. They are tried again by themselves; look at the reason of the oldest, and at the log.`,
      ];
    }
    if (failed + quarantined > 0) {
      return [
        'FAILING',
        `${failed} deliveries failed and ${quarantined} could not be read. Look at their reasons, then replay them.`,
      ];
    }
    if (lastDeliveryAt === null) {
      return [
        'NEVER_HEARD',
        'Nothing was ever received. Enter the address of the hook and its secret in the tool, and send a test from there.',
      ];
    }
    const days = Math.floor((at - millisecondsOf(lastDeliveryAt)) / DAY);
    return days >= SILENT_FROM_DAYS
      ? ['SILENT', `Nothing was received for ${days} days. Look in the tool whether it has switched the hook off.`]
      : ['OK', 'It works.'];
  }
};
