import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { sha256Of } from '../../platform/sha256.js';

const PREFIX = 'tgt_';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM = 30;
const CHECKSUM = 6;
const FORM = new RegExp(`^${PREFIX}[0-9A-Za-z]{${RANDOM + CHECKSUM}}$`);

/** A new API token: `tgt_`, 30 random characters (178 bits) and 6 of checksum, so that a leaked one is found by its form. */
export const newToken = (): string => {
  const random = Array.from({ length: RANDOM }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return `${PREFIX}${random}${checksumOf(random)}`;
};

const checksumOf = (text: string): string => {
  let rest = crc32(text);
  let digits = '';
  while (digits.length < CHECKSUM) {
    digits = ALPHABET.charAt(rest % ALPHABET.length) + digits;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return digits;
};

/** Whether a text can be a token of ours: a mistyped one is told apart without asking the database. */
export const isWellFormedToken = (token: string): boolean => {
  if (!token.startsWith(PREFIX)) {
    return false;
  }
  const body = token.slice(PREFIX.length);
  return FORM.test(token) && checksumOf(body.slice(0, RANDOM)) === body.slice(RANDOM);
};

/** What of a token is kept: its SHA-256, hex. */
export const hashOfToken = (token: string): string => sha256Of(token);
