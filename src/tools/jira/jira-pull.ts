import { isHidden, lookedAt } from '../asking/answers.js';
import type { Looked, PullCall, PullClient, TicketAsked } from '../pull-client.js';
import { askFor } from './jira-asking.js';
import { fieldsOf, issuesPage } from './jira-issues-page.js';
import { eventsOfJiraIssue, eventsOfJiraWorklog } from './jira-rest-issue.js';
import { deletedWorklogsPage, feedFrom, worklogsPage } from './jira-worklogs-page.js';

const ISSUES = 'issues';
const WORKLOGS = 'worklogs';
const DELETED_WORKLOGS = 'worklog-deletions';

/** Jira says 404 of what may not be seen as well: then it does not show the project either, or not even who asks. */
const isOutOfSight = (call: PullCall, key: string | null): Promise<boolean> => {
  const project = /^([^-]+)-\d+$/.exec(key ?? '')?.[1];
  return isHidden(() => askFor(call, project === undefined ? '/myself' : `/project/${encodeURIComponent(project)}`));
};

const ticket = async (call: PullCall, { externalId, key }: TicketAsked): Promise<Looked> => {
  const name = encodeURIComponent(externalId ?? key ?? '');
  const answer = await askFor(call, `/issue/${name}?fields=${fieldsOf(call).join(',')}`);
  return lookedAt(
    answer,
    'TICKET',
    (issue) => eventsOfJiraIssue(issue, call.settings),
    () => isOutOfSight(call, key),
  );
};

const worklog = async (call: PullCall, asked: TicketAsked, worklogExternalId: string): Promise<Looked> => {
  const name = encodeURIComponent(asked.externalId ?? asked.key ?? '');
  const answer = await askFor(call, `/issue/${name}/worklog/${encodeURIComponent(worklogExternalId)}`);
  if (answer.status !== 404) {
    return lookedAt(answer, 'WORKLOG', eventsOfJiraWorklog, () => Promise.resolve(false));
  }
  // Either of the two may be what is not there.
  const looked = await ticket(call, asked);
  return looked.found === 'THERE' ? { found: 'GONE', what: 'WORKLOG' } : looked;
};

/** Jira, of the Cloud and of a Data Center, by its REST API. */
export const jiraPull: PullClient = {
  tool: 'JIRA',
  defaultBaseUrl: null,
  problems: () => [],
  streams: ({ effort }) => [
    { name: ISSUES, of: 'CHANGES' },
    ...(effort === 'WORKLOGS'
      ? ([
          { name: WORKLOGS, of: 'CHANGES' },
          { name: DELETED_WORKLOGS, of: 'DELETIONS' },
        ] as const)
      : []),
  ],
  beginning: (stream, since) => (stream === ISSUES ? { since, next: null, begunAt: null } : feedFrom(since)),
  page: (call, stream, cursor) => {
    switch (stream) {
      case WORKLOGS:
        return worklogsPage(call, cursor);
      case DELETED_WORKLOGS:
        return deletedWorklogsPage(call, cursor);
      default:
        return issuesPage(call, cursor);
    }
  },
  ticket,
  worklog,
};
