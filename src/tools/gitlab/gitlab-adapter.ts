import type { Instant } from '../../domain/basics/instant.js';
import { headerKey } from '../signatures/delivery-key.js';
import { isOneOf } from '../signatures/hmac.js';
import { authenticateStandardWebhook } from '../signatures/standard-webhooks.js';
import { AUTHENTIC, missing, wrong } from '../signatures/verdicts.js';
import { gitlabCategory } from './gitlab-status.js';
import type { Authentication, RawDelivery, ToolAdapter } from '../tool-adapter.js';
import { normalizeGitlab } from './gitlab-normalize.js';

const SIGNING = 'whsec_';

const has = (delivery: RawDelivery, header: string): boolean => (delivery.headers[header] ?? '') !== '';

const bySignature = (delivery: RawDelivery, secrets: readonly string[], now: Instant): Authentication | null =>
  secrets.length > 0 && has(delivery, 'webhook-signature') ? authenticateStandardWebhook(delivery, secrets, now) : null;

const byToken = (delivery: RawDelivery, secrets: readonly string[]): Authentication | null => {
  if (secrets.length === 0 || !has(delivery, 'x-gitlab-token')) {
    return null;
  }
  return isOneOf(delivery.headers['x-gitlab-token'] ?? '', secrets) ? AUTHENTIC : wrong('token in X-Gitlab-Token');
};

// By its form a secret is a signing token, and then it is never taken as a plain one: that would go over the wire readable.
// During a rotation one of each kind may be in force, and either is enough.
const authenticate = (delivery: RawDelivery, secrets: readonly string[], now: Instant): Authentication => {
  const signing = secrets.filter((secret) => secret.startsWith(SIGNING));
  const plain = secrets.filter((secret) => !secret.startsWith(SIGNING));
  const signed = bySignature(delivery, signing, now);
  const tokened = byToken(delivery, plain);
  if (signed?.ok === true || tokened?.ok === true) {
    return AUTHENTIC;
  }
  return signed ?? tokened ?? missing(`header ${signing.length > 0 ? 'webhook-signature' : 'X-Gitlab-Token'}`);
};

/** GitLab.com and self-managed GitLab: webhooks of a project, a group or the instance. */
export const gitlabAdapter: ToolAdapter = {
  tool: 'GITLAB',
  slug: 'gitlab',
  authenticate,
  // X-Gitlab-Webhook-UUID names the hook and X-Gitlab-Event-UUID is shared by all hooks of an event: neither is the delivery.
  deliveryKey: (delivery) => headerKey(delivery, has(delivery, 'idempotency-key') ? 'idempotency-key' : 'webhook-id'),
  categoryOf: gitlabCategory,
  normalize: normalizeGitlab,
};
