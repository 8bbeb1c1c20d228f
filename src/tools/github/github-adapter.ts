import { headerKey } from '../signatures/delivery-key.js';
import { isHmacHex } from '../signatures/hmac.js';
import { AUTHENTIC, missing, wrong } from '../signatures/verdicts.js';
import { githubCategory } from './github-issue.js';
import type { ToolAdapter } from '../tool-adapter.js';
import { normalizeGithub } from './github-normalize.js';

const SIGNATURE = /^sha256=([\da-f]{64})$/i;

/** GitHub.com, GitHub Enterprise Cloud and Server: webhooks of a repository, an organisation or an app. */
export const githubAdapter: ToolAdapter = {
  tool: 'GITHUB',
  slug: 'github',
  // The older header X-Hub-Signature holds a SHA-1 and is never looked at.
  authenticate: (delivery, secrets) => {
    const header = delivery.headers['x-hub-signature-256'] ?? '';
    if (header === '') {
      return missing('header X-Hub-Signature-256');
    }
    const signature = SIGNATURE.exec(header)?.[1] ?? '';
    return isHmacHex(signature, delivery.body, secrets) ? AUTHENTIC : wrong('signature in X-Hub-Signature-256');
  },
  deliveryKey: (delivery) => headerKey(delivery, 'x-github-delivery'),
  categoryOf: githubCategory,
  normalize: normalizeGithub,
};
