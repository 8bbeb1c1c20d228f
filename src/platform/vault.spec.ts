import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { SealBroken, Vault } from './vault.js';

const vault = new Vault(randomBytes(32));

describe('the vault', () => {
  it('gives back what was sealed, and shows nothing of it', () => {
    const sealed = vault.seal('schlüssel-0123456789', 'row:1');
    expect(vault.open(sealed, 'row:1')).toBe('schlüssel-0123456789');
    expect(sealed.includes('0123456789')).toBe(false);
    expect(vault.seal('schlüssel-0123456789', 'row:1').equals(sealed)).toBe(false);
  });

  it('opens nothing that was sealed for something else, with another key, or was changed', () => {
    const sealed = vault.seal('secret', 'row:1');
    const changed = Buffer.from(sealed);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    for (const open of [
      () => vault.open(sealed, 'row:2'),
      () => new Vault(randomBytes(32)).open(sealed, 'row:1'),
      () => vault.open(changed, 'row:1'),
      () => vault.open(sealed.subarray(0, 12), 'row:1'),
      () => vault.open(Buffer.from('secret'), 'row:1'),
    ]) {
      expect(open).toThrow(SealBroken);
    }
  });

  it('takes no key that is too short', () => {
    expect(() => new Vault(randomBytes(16))).toThrow('must have 32 bytes');
  });
});
