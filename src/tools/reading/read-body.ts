import type { RawDelivery } from '../tool-adapter.js';

const BYTE_ORDER_MARK = /^\uFEFF/;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(BYTE_ORDER_MARK, '')) as unknown;
  } catch {
    return undefined;
  }
};

const isForm = ({ headers }: RawDelivery): boolean =>
  (headers['content-type'] ?? '').toLowerCase().startsWith('application/x-www-form-urlencoded');

/**
 * The JSON of a delivery: as it is, after a byte order mark (Azure DevOps), whatever type it is said to be (curl calls it a form), or
 * in the field `payload` of a form (GitHub). Undefined where there is none.
 */
export const readBody = (delivery: RawDelivery): unknown => {
  const text = Buffer.from(delivery.body).toString('utf8');
  const json = parsed(text);
  return json === undefined && isForm(delivery) ? parsed(new URLSearchParams(text).get('payload') ?? '') : json;
};
