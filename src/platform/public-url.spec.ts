import { describe, expect, it } from '@jest/globals';
import { localUrl } from './public-url.js';

describe('where the server is asked from this machine', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['0.0.0.0', 'http://127.0.0.1:3000'],
    ['::', 'http://127.0.0.1:3000'],
    ['::1', 'http://[::1]:3000'],
    ['10.1.2.3', 'http://10.1.2.3:3000'],
  ])('is, while it listens on %s, %s', (host, url) => {
    expect(localUrl(host, 3000)).toBe(url);
  });
});
