import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;
const FILE = 'vault.key';

/** Reads a key as it is stated: 32 bytes in base64 (44 characters). Null for all else. */
export const keyIn = (text: string): Uint8Array | null => {
  const key = Buffer.from(text, 'base64');
  return key.length === KEY_BYTES && key.toString('base64') === text.trim() ? key : null;
};

/**
 * The key that secrets are sealed with: the one stated, else that of the file `vault.key` in the data directory, which is
 * made at the first start and readable by nobody else. Whoever loses it loses no data, but has to enter all secrets of
 * connections anew.
 */
export const vaultKey = (stated: Uint8Array | null, dataDirectory: string): Uint8Array => {
  if (stated !== null) {
    return stated;
  }
  const path = join(dataDirectory, FILE);
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  try {
    // Of two that start at once one makes it, and both read it.
    writeFileSync(path, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
  }
  const key = keyIn(readFileSync(path, 'utf8').trim());
  if (key === null) {
    throw new Error(
      `${path} does not hold a key of 32 bytes in base64. Put the right one back from a backup, or delete the file to have a new one made; secrets of connections must then be entered anew.`,
    );
  }
  return key;
};
