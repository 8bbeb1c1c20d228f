import { idAt } from '../reading/json.js';
import { readBody } from '../reading/read-body.js';
import { bodyKey } from '../signatures/delivery-key.js';
import { isOneOf } from '../signatures/hmac.js';
import { AUTHENTIC, missing, wrong } from '../signatures/verdicts.js';
import { azureCategory } from './azure-status.js';
import type { RawDelivery, ToolAdapter } from '../tool-adapter.js';
import { normalizeAzure } from './azure-normalize.js';

const BASIC = /^basic +([\w+/=-]+)$/i;
const LONGEST_KEY = 200;
const NO_SUBSCRIPTION = '00000000-0000-0000-0000-000000000000';

// The id of an event is shared by all subscriptions to it. The button "Test" sends a subscription of zeros with the same
// numbers at every press, so that there only the bytes tell one delivery from another.
const deliveryKey = (delivery: RawDelivery, given: unknown): string => {
  const body = given === undefined ? readBody(delivery) : given;
  const subscription = idAt(body, 'subscriptionId');
  const notification = idAt(body, 'notificationId');
  const key = subscription === null || notification === null ? idAt(body, 'id') : `${subscription}:${notification}`;
  const isUsable = key !== null && key.length <= LONGEST_KEY && subscription !== NO_SUBSCRIPTION;
  return isUsable ? key : bodyKey(delivery);
};

/** Azure DevOps Services and Server: service hooks of the consumer Web Hooks, with basic authentication. */
export const azureDevopsAdapter: ToolAdapter = {
  tool: 'AZURE_DEVOPS',
  slug: 'azure-devops',
  // Azure DevOps signs nothing: `user:password` is all it offers.
  authenticate: (delivery, secrets) => {
    const header = delivery.headers['authorization'] ?? '';
    if (header === '') {
      return missing('header Authorization');
    }
    const credentials = Buffer.from(BASIC.exec(header)?.[1] ?? '', 'base64').toString('utf8');
    return isOneOf(credentials, secrets) ? AUTHENTIC : wrong('user name and password');
  },
  deliveryKey,
  categoryOf: azureCategory,
  normalize: normalizeAzure,
};
