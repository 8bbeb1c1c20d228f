import { describe, expect, it } from '@jest/globals';
import { checkPortfolio } from './check-portfolio.js';

const fields = (portfolio: { key: string; timeZone: string }) =>
  checkPortfolio(portfolio).map((refusal) => (refusal.field ?? []).join('.'));

describe('a portfolio', () => {
  it.each(['AB', 'CLAIMS', 'A1', 'ABCDEFGHIJKLMNOP'])('can be called %s', (key) => {
    expect(fields({ key, timeZone: 'Europe/Berlin' })).toEqual([]);
  });

  it.each(['', 'A', 'claims', '1A', 'A-B', 'A B', 'ABCDEFGHIJKLMNOPQ', 'AB\n', 'ÄB'])('cannot be called %j', (key) => {
    expect(fields({ key, timeZone: 'UTC' })).toEqual(['input.key']);
  });

  it('lives in a time zone that there is, and hears of all that is wrong at once', () => {
    expect(fields({ key: 'x', timeZone: 'Mars/Olympus' })).toEqual(['input.key', 'input.timeZone']);
    expect(fields({ key: 'OK', timeZone: '+02:00' })).toEqual(['input.timeZone']);
    expect(fields({ key: 'OK', timeZone: 'IST' })).toEqual(['input.timeZone']);
    expect(fields({ key: 'OK', timeZone: 'UTC' })).toEqual([]);
    expect(checkPortfolio({ key: 'x', timeZone: 'Mars/Olympus' }).map(({ message }) => message)).toEqual([
      'key must be 2 to 16 capital letters and digits, beginning with a letter, for instance CLAIMS.',
      'Mars/Olympus is not a time zone; take UTC or an IANA name with its region, for instance Europe/Berlin.',
    ]);
  });
});
