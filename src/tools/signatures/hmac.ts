import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** Whether two texts are the same, in a time that does not tell how much of them is. */
export const sameText = (given: string, expected: string): boolean => timingSafeEqual(sha256(given), sha256(expected));

/** Whether a token is one of the secrets in force. An empty secret admits nobody. */
export const isOneOf = (given: string, secrets: readonly string[]): boolean =>
  secrets.filter((secret) => secret !== '' && sameText(given, secret)).length > 0;

/** The HMAC of bytes. */
export const hmac = (algorithm: string, key: Uint8Array | string, ...parts: readonly (Uint8Array | string)[]): Buffer =>
  parts.reduce((made, part) => made.update(part), createHmac(algorithm, key)).digest();

/**
 * Whether a signature in hexadecimal is the HMAC of the bytes with one of the secrets in force; all of them are tried, each
 * in constant time. An empty secret admits nobody. `algorithm` is a name of Node's: `sha256`.
 */
export const isHmacHex = (
  signature: string,
  body: Uint8Array,
  secrets: readonly string[],
  algorithm = 'sha256',
): boolean => {
  const given = /^(?:[0-9a-f]{2})+$/i.test(signature) ? Buffer.from(signature, 'hex') : Buffer.alloc(0);
  return secrets.filter((secret) => secret !== '' && sameBytes(given, hmac(algorithm, secret, body))).length > 0;
};

/** Whether a signature in base64 is the HMAC-SHA256 of the parts, one after the other; in constant time. */
export const isHmacBase64 = (signature: string, key: Uint8Array, ...parts: readonly (Uint8Array | string)[]): boolean =>
  sameText(signature, hmac('sha256', key, ...parts).toString('base64'));
