import { expect, it } from '@jest/globals';
import { actualOf, expectedOf, fixturesOf, SETTINGS } from '../../../test/support/expected-fixtures.js';
import { describeWithShared } from '../../../test/support/shared.js';
import { azureDevopsAdapter } from './azure-devops-adapter.js';

/**
 * Where we read otherwise than the reader of the fixtures: of an identity we keep the id, which is the same after a
 * marriage, and not the mail address, which is personal and is needed for nothing.
 */
const ASSIGNEES: Readonly<Record<string, string>> = {
  'derived-completedwork-first-set.json': 'd6245f20-2af8-44f4-9451-8107cb2767db',
  'derived-completedwork-increase.json': 'd6245f20-2af8-44f4-9451-8107cb2767db',
};

describeWithShared(
  'fixtures/azuredevops',
  'Real deliveries of Azure DevOps are read as a careful reader reads them',
  () => {
    it.each(fixturesOf('azuredevops'))('$file', ({ file, expected, delivery, body }) => {
      const reading = expectedOf(expected);
      const assigneeId = ASSIGNEES[file];
      const wanted = assigneeId === undefined ? reading : { ...reading, ticket: { ...reading.ticket, assigneeId } };

      expect(actualOf(azureDevopsAdapter.normalize(delivery, body, SETTINGS), wanted)).toEqual(wanted);
    });
  },
);
