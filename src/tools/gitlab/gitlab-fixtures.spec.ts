import { expect, it } from '@jest/globals';
import { actualOf, expectedOf, fixturesOf, SETTINGS, type Compared } from '../../../test/support/expected-fixtures.js';
import { describeWithShared } from '../../../test/support/shared.js';
import { gitlabAdapter } from './gitlab-adapter.js';

const BOOKKEEPING = ['updated_at', 'updated_by_id', 'last_edited_at', 'last_edited_by_id', 'relative_position'];

/**
 * The reader of the fixtures lists every change. We leave out GitLab's bookkeeping, which says nothing to anybody, and the
 * wording of descriptions, which we never keep.
 */
const asWeKeepThem = (changes: Compared['changes']): Compared['changes'] =>
  changes
    .filter(({ field }) => !BOOKKEEPING.includes(field))
    .map((change) => (change.field === 'description' ? { ...change, from: null, to: null } : change));

describeWithShared('fixtures/gitlab', 'Real deliveries of GitLab are read as a careful reader reads them', () => {
  it.each(fixturesOf('gitlab'))('$file', ({ expected, delivery, body }) => {
    const reading = expectedOf(expected);
    const wanted = { ...reading, changes: asWeKeepThem(reading.changes) };

    expect(actualOf(gitlabAdapter.normalize(delivery, body, SETTINGS), wanted)).toEqual(wanted);
  });
});
