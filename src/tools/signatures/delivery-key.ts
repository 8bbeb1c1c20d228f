import { createHash } from 'node:crypto';
import type { RawDelivery } from '../tool-adapter.js';

const LONGEST = 200;

const sha256 = (bytes: Uint8Array | string): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** What identifies a delivery whose tool sends no id: the same bytes are the same delivery. */
export const bodyKey = (delivery: RawDelivery): string => sha256(delivery.body);

/** What identifies a delivery: the header of this name (in lower case), a very long one by its hash; else its bytes. */
export const headerKey = (delivery: RawDelivery, header: string): string => {
  const id = delivery.headers[header]?.trim() ?? '';
  if (id === '') {
    return bodyKey(delivery);
  }
  return id.length > LONGEST ? sha256(id) : id;
};
