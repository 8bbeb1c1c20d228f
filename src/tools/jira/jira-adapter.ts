import { headerKey } from '../signatures/delivery-key.js';
import { isHmacHex } from '../signatures/hmac.js';
import { AUTHENTIC, missing, wrong } from '../signatures/verdicts.js';
import { jiraCategory } from './jira-status.js';
import type { Authentication, RawDelivery, ToolAdapter } from '../tool-adapter.js';
import { normalizeJira } from './jira-normalize.js';

/** The methods of the WebSub form that are taken. SHA-1 is not: it can be forged. */
const METHODS: ReadonlySet<string> = new Set(['sha256', 'sha384', 'sha512']);
const SIGNATURE = /^([\w-]+)=([0-9a-f]+)$/i;

const authenticate = (delivery: RawDelivery, secrets: readonly string[]): Authentication => {
  const header = delivery.headers['x-hub-signature']?.trim() ?? '';
  if (header === '') {
    return missing('header X-Hub-Signature: the webhook in Jira has no secret');
  }
  const [, method = '', signature = ''] = SIGNATURE.exec(header) ?? [];
  const algorithm = method.toLowerCase();
  return METHODS.has(algorithm) && isHmacHex(signature, delivery.body, secrets, algorithm)
    ? AUTHENTIC
    : wrong('signature in X-Hub-Signature');
};

/** Jira Cloud and Data Center: webhooks an administrator sets up, with a secret. */
export const jiraAdapter: ToolAdapter = {
  tool: 'JIRA',
  slug: 'jira',
  authenticate,
  // The same over all retries. Data Center sends none.
  deliveryKey: (delivery) => headerKey(delivery, 'x-atlassian-webhook-identifier'),
  categoryOf: jiraCategory,
  normalize: normalizeJira,
};
