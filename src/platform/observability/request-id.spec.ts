import { describe, expect, it } from '@jest/globals';
import { requestIdOf } from './request-id.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

describe('the id of a request', () => {
  it.each(['7b1a6e0c-3c1f-4c57-9f0e-3f1f1a2b3c4d', 'proxy-1:000123', 'A.b_c-d:9'])(
    'is what its sender says: %s',
    (id) => {
      expect(requestIdOf(id)).toBe(id);
    },
  );

  it.each([
    undefined,
    '',
    'short',
    'a'.repeat(129),
    'with space',
    'line\nbreak',
    '"quoted-"',
    ['12345678', '12345678'],
    12_345_678,
  ])('is a new one in place of %p', (stated) => {
    expect(requestIdOf(stated)).toMatch(UUID);
    expect(requestIdOf(stated)).not.toBe(requestIdOf(stated));
  });
});
