import { expect, it } from '@jest/globals';
import { actualOf, expectedOf, fixturesOf, SETTINGS, type Compared } from '../../../test/support/expected-fixtures.js';
import { describeWithShared } from '../../../test/support/shared.js';
import { githubAdapter } from './github-adapter.js';

const A_PULL_REQUEST: Partial<Compared> = { events: ['ignored: pull_request'], ticket: null, changes: [] };

/** Where we read otherwise than the reader of the fixtures: a pull request in an event of issues is not work of its own. */
const OTHERWISE: Readonly<Record<string, Partial<Compared>>> = {
  'octokit-issues-milestoned.json': A_PULL_REQUEST,
  'octokit-issues-demilestoned.json': A_PULL_REQUEST,
};

describeWithShared('fixtures/github', 'Real deliveries of GitHub are read as a careful reader reads them', () => {
  it.each(fixturesOf('github'))('$file', ({ file, expected, delivery, body }) => {
    const wanted = { ...expectedOf(expected), ...OTHERWISE[file] };

    expect(actualOf(githubAdapter.normalize(delivery, body, SETTINGS), wanted)).toEqual(wanted);
  });
});
