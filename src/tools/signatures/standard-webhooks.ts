import { millisecondsOf, type Instant } from '../../domain/basics/instant.js';
import type { Authentication, RawDelivery } from '../tool-adapter.js';
import { isHmacBase64 } from './hmac.js';
import { AUTHENTIC, missing, stale, wrong } from './verdicts.js';

const PREFIX = 'whsec_';
const VERSION = 'v1,';
const WINDOW_SECONDS = 300;

/** A secret is base64, with or without its prefix, as the specification's own libraries read it. */
const keyOf = (secret: string): Buffer =>
  Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64');

/** Signatures are separated by spaces; two headers of the name were joined by `, `. */
const signaturesIn = (header: string): readonly string[] =>
  header
    .split(/,? +/)
    .filter((signature) => signature.startsWith(VERSION))
    .map((signature) => signature.slice(VERSION.length));

/**
 * Authenticates by Standard Webhooks 1.0: one of the `v1` signatures of `webhook-signature` is the HMAC of `id.timestamp.body`
 * with one of the secrets, and `webhook-timestamp` (seconds) is at most five minutes from now, before or after. The package's
 * own `verify` asks the clock of the machine and decodes the body first, so that bytes that are no UTF-8 could be exchanged.
 */
export const authenticateStandardWebhook = (
  delivery: RawDelivery,
  secrets: readonly string[],
  now: Instant,
): Authentication => {
  const id = delivery.headers['webhook-id'] ?? '';
  const timestamp = delivery.headers['webhook-timestamp'] ?? '';
  const signature = delivery.headers['webhook-signature'] ?? '';
  const absent = [
    ...(id === '' ? ['webhook-id'] : []),
    ...(timestamp === '' ? ['webhook-timestamp'] : []),
    ...(signature === '' ? ['webhook-signature'] : []),
  ];
  if (absent.length > 0) {
    return missing(`header ${absent.join(', ')}`);
  }
  const keys = secrets.map(keyOf).filter((key) => key.length > 0);
  const matching = signaturesIn(signature).flatMap((given) =>
    keys.filter((key) => isHmacBase64(given, key, `${id}.${timestamp}.`, delivery.body)),
  );
  if (matching.length === 0 || !/^\d{1,12}$/.test(timestamp)) {
    return wrong('signature in webhook-signature');
  }
  return Math.abs(Math.floor(millisecondsOf(now) / 1000) - Number(timestamp)) > WINDOW_SECONDS
    ? stale('webhook-timestamp', '5 minutes')
    : AUTHENTIC;
};
