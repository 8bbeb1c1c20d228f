import { describe, expect, it } from '@jest/globals';
import { unfoldWorklogs } from './worklogs.js';

const columns = { indexes: [1, 2], name: 'Log Work' };

describe('worklogs in the cells of an issue', () => {
  it('become a row each, and an issue without any becomes none', () => {
    const first = ';2020-06-15 17:00;ada;14400';
    const second = 'Menu; again\n(twice);2020-06-15 13:00; ben ;14400';
    expect(unfoldWorklogs(['EE-15', first, second], columns)).toEqual([
      ['EE-15', first, second, '', '2020-06-15 17:00', 'ada', '14400'],
      ['EE-15', first, second, 'Menu; again\n(twice)', '2020-06-15 13:00', 'ben', '14400'],
    ]);
    expect(unfoldWorklogs(['EE-16', '', ' '], columns)).toEqual([]);
    expect(unfoldWorklogs(['EE-16'], columns)).toEqual([]);
  });

  it('that are none are rows without a day and an amount', () => {
    expect(unfoldWorklogs(['EE-17', 'two hours', ''], columns)).toEqual([['EE-17', 'two hours', '', '', '', '', '']]);
  });
});
