import { headerKey } from '../signatures/delivery-key.js';
import { authenticateStandardWebhook } from '../signatures/standard-webhooks.js';
import { categoryByName } from '../reading/status-category.js';
import type { ToolAdapter } from '../tool-adapter.js';
import { normalizeGeneric } from './generic-normalize.js';

export { CANONICAL_EVENT_SCHEMA } from './canonical-event-schema.js';

/** Whatever can send HTTP: ServiceNow, n8n, a script of one's own. Signed by Standard Webhooks, in the form we publish. */
export const genericAdapter: ToolAdapter = {
  tool: 'GENERIC',
  slug: 'generic',
  authenticate: authenticateStandardWebhook,
  deliveryKey: (delivery) => headerKey(delivery, 'webhook-id'),
  categoryOf: categoryByName,
  normalize: normalizeGeneric,
};
