import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localPathIn } from './local-path.js';

describe('a path on this server', () => {
  it.each([
    ['/', '/'],
    ['/i/AI-1', '/i/AI-1'],
    ['/board?stage=poc&q=a b#top', '/board?stage=poc&q=a%20b#top'],
    ['/ünits', '/%C3%BCnits'],
    ['/a/../b', '/b'],
    ['/@evil.example', '/@evil.example'],
    ['/i?next=https://evil.example', '/i?next=https://evil.example'],
  ])('is %s', (text, path) => {
    expect(localPathIn(text)).toBe(path);
  });

  it.each([
    '',
    'board',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/.\\\\evil.example',
    '/%2e//evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    ' /board',
    `/${'a'.repeat(2_000)}`,
  ])('is not %j', (text) => {
    expect(localPathIn(text)).toBeNull();
  });

  it('leads nowhere else, read again by whichever page', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '\t',
      '\n',
      ':',
      '@',
      'evil.example',
      'https:',
      '?',
      '#',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = localPathIn(`/${pieces.join('')}`);
        return path === null || new URL(path, 'https://tollgate.example').origin === 'https://tollgate.example';
      }),
      { numRuns: 2_000 },
    );
  });

  it('holds nothing that ends a header', () => {
    expect(localPathIn('/a\r\nSet-Cookie: b')).toBe('/aSet-Cookie:%20b');
  });
});
