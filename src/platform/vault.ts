import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** The first byte of what is sealed, so that another way of sealing can follow. */
const FORMAT = 1;

/** What was sealed cannot be opened: with another key, or it was changed. */
export class SealBroken extends Error {}

/**
 * Keeps secrets that must be readable again: sealed by AES-256-GCM with a key that is not in the database. What it is
 * sealed for (`context`, such as `integration_connection:<id>:secret`) is sealed in, so that a sealed secret cannot be
 * moved to another row.
 */
export class Vault {
  private readonly key: Buffer;

  /** Throws for a key that is not of 32 bytes. */
  constructor(key: Uint8Array) {
    if (key.length !== KEY_BYTES) {
      throw new Error(`The key of the vault must have ${KEY_BYTES} bytes, and has ${key.length}.`);
    }
    this.key = Buffer.from(key);
  }

  seal(secret: string, context: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(context, 'utf8'));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from([FORMAT]), nonce, cipher.getAuthTag(), sealed]);
  }

  /** Throws SealBroken. */
  open(sealed: Uint8Array, context: string): string {
    const bytes = Buffer.from(sealed);
    const begin = 1 + NONCE_BYTES + TAG_BYTES;
    if (bytes[0] !== FORMAT || bytes.length < begin) {
      throw new SealBroken('It is no sealed secret.');
    }
    try {
      const decipher = createDecipheriv(ALGORITHM, this.key, bytes.subarray(1, 1 + NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(context, 'utf8'));
      decipher.setAuthTag(bytes.subarray(1 + NONCE_BYTES, begin));
      return Buffer.concat([decipher.update(bytes.subarray(begin)), decipher.final()]).toString('utf8');
    } catch {
      throw new SealBroken('It was sealed with another key, or for something else.');
    }
  }
}
