import { expect, it } from '@jest/globals';
import { actualOf, expectedOf, fixturesOf, SETTINGS } from '../../../test/support/expected-fixtures.js';
import { describeWithShared } from '../../../test/support/shared.js';
import { linearAdapter } from './linear-adapter.js';

describeWithShared('fixtures/linear', 'Real deliveries of Linear are read as a careful reader reads them', () => {
  it.each(fixturesOf('linear'))('$file', ({ expected, delivery, body }) => {
    const wanted = expectedOf(expected);

    expect(actualOf(linearAdapter.normalize(delivery, body, SETTINGS), wanted)).toEqual(wanted);
  });
});
