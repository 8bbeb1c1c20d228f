import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keyIn, vaultKey } from './vault-key.js';

describe('the key of the vault', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tollgate-key-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is made once and then the same, in a file nobody else reads', () => {
    const inside = join(folder, 'data');
    const key = vaultKey(null, inside);
    expect(key).toHaveLength(32);
    expect(vaultKey(null, inside)).toEqual(key);
    expect(statSync(join(inside, 'vault.key')).mode & 0o077).toBe(0);
    expect(keyIn(readFileSync(join(inside, 'vault.key'), 'utf8').trim())).toEqual(key);
  });

  it('is the one stated where one is', () => {
    const stated = randomBytes(32);
    expect(vaultKey(stated, folder)).toBe(stated);
  });

  it('is not guessed from a file that holds none', () => {
    writeFileSync(join(folder, 'vault.key'), 'hello\n');
    expect(() => vaultKey(null, folder)).toThrow('does not hold a key of 32 bytes in base64');
  });

  it('is read only where it is 32 bytes in base64', () => {
    expect(keyIn(Buffer.alloc(16).toString('base64'))).toBeNull();
    expect(keyIn('not base64 at all')).toBeNull();
    expect(keyIn(Buffer.alloc(32, 7).toString('base64'))).toEqual(Buffer.alloc(32, 7));
  });
});
