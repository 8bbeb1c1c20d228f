import { describe, expect, it } from '@jest/globals';
import { PARTS_TO_PLAY, partsOffered } from './parts-to-play.js';

const AT_HOME = { databaseUrl: null, demo: true, host: '127.0.0.1' };

describe('the people of the sample', () => {
  it.each(['127.0.0.1', '::1'])('are offered while it is served to this machine alone, at %s', (host) => {
    expect(partsOffered({ ...AT_HOME, host })).toBe(PARTS_TO_PLAY);
  });

  it.each([
    ['while others can reach it', { host: '0.0.0.0' }],
    ['while others can reach it by IPv6', { host: '::' }],
    ['in a network', { host: '10.1.2.3' }],
    ['with a database of one’s own', { databaseUrl: 'postgres://me@db/tollgate' }],
    ['without the sample', { demo: false }],
  ])('are offered to nobody %s', (_, changed) => {
    expect(partsOffered({ ...AT_HOME, ...changed })).toEqual([]);
  });
});
