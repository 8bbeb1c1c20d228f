import { millisecondsOf, type Instant } from '../../domain/basics/instant.js';
import { instantAt } from '../reading/instants.js';
import { textAt } from '../reading/json.js';
import { readBody } from '../reading/read-body.js';
import { headerKey } from '../signatures/delivery-key.js';
import { isHmacHex } from '../signatures/hmac.js';
import { AUTHENTIC, missing, stale, wrong } from '../signatures/verdicts.js';
import { categoryByName } from '../reading/status-category.js';
import type { Authentication, RawDelivery, ToolAdapter } from '../tool-adapter.js';
import { normalizeLinear } from './linear-normalize.js';

// Linear tries again after a minute, an hour and six, and does not say whether it stamps the body anew.
const WINDOW_MS = 24 * 3_600_000;

/**
 * The HMAC-SHA256 of the bytes, and a stamp in them that is at most 24 hours from now, so that who caught a delivery cannot
 * send it for ever. A body without a type can change nothing and needs no stamp: it is kept and looked at.
 */
const authenticate = (delivery: RawDelivery, secrets: readonly string[], now: Instant): Authentication => {
  const signature = delivery.headers['linear-signature']?.trim() ?? '';
  if (signature === '') {
    return missing('header Linear-Signature');
  }
  if (!isHmacHex(signature, delivery.body, secrets)) {
    return wrong('signature in Linear-Signature');
  }
  const body = readBody(delivery);
  const stamp = instantAt(body, 'webhookTimestamp');
  if (stamp === null) {
    return textAt(body, 'type') !== null ? missing('webhookTimestamp in its body') : AUTHENTIC;
  }
  return Math.abs(millisecondsOf(now) - millisecondsOf(stamp)) > WINDOW_MS
    ? stale('webhookTimestamp', '24 hours')
    : AUTHENTIC;
};

/** Linear: webhooks of a workspace. */
export const linearAdapter: ToolAdapter = {
  tool: 'LINEAR',
  slug: 'linear',
  authenticate,
  // `webhookId` in the body is the webhook, which is the same for all its deliveries.
  deliveryKey: (delivery) => headerKey(delivery, 'linear-delivery'),
  categoryOf: categoryByName,
  normalize: normalizeLinear,
};
