import type { RawDelivery } from '../tool-adapter.js';

const BYTE_ORDER_MARK = /^\uFEFF/;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(BYTE_ORDER_MARK, '')) as unknown;
  } catch {
    return undefined;
  }
};

/**
 * The JSON of a delivery: as it is, after a byte order mark (Azure DevOps), or in the field `payload` of a form (GitHub).
 * Undefined where there is none.
 */
export const readBody = (delivery: RawDelivery): unknown => {
  const text = Buffer.from(delivery.body).toString('utf8');
  const isForm = (delivery.headers['content-type'] ?? '').toLowerCase().startsWith('application/x-www-form-urlencoded');
  return parsed(isForm ? (new URLSearchParams(text).get('payload') ?? '') : text);
};
