import { expect, it } from '@jest/globals';
import { actualOf, expectedOf, fixturesOf, SETTINGS, type Compared } from '../../../test/support/expected-fixtures.js';
import { describeWithShared } from '../../../test/support/shared.js';
import { jiraAdapter } from './jira-adapter.js';

/** Of a field we keep the name, not the id beside it, and of the wording of descriptions nothing. */
const asWeKeepThem = (changes: Compared['changes']): Compared['changes'] =>
  changes.map(({ field, from, to }) =>
    field === 'description' ? { field, from: null, to: null } : { field, from, to },
  );

/** Where we read otherwise than the reader of the fixtures, and why. */
const OTHERWISE: Readonly<Record<string, { readonly why: string; readonly compared: Partial<Compared> }>> = {
  'zulip-dc-worklog-updated-edited.json': {
    why: 'The word for asking is refetch, whatever is asked for.',
    compared: { events: ['refetch'] },
  },
};

describeWithShared('fixtures/jira', 'Real deliveries of Jira are read as a careful reader reads them', () => {
  it.each(fixturesOf('jira'))('$file', ({ file, expected, delivery, body }) => {
    const reading = expectedOf(expected);
    const wanted = { ...reading, changes: asWeKeepThem(reading.changes), ...OTHERWISE[file]?.compared };
    const actual = actualOf(jiraAdapter.normalize(delivery, body, { ...SETTINGS, effort: 'WORKLOGS' }), wanted);

    expect(actual).toEqual(wanted);
  });
});
