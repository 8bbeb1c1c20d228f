import { instantOf, millisecondsOf, type Instant } from '../../domain/basics/instant.js';
import type { CanonicalEvent } from '../../domain/tickets/ticket.js';
import { bodyOf } from '../asking/answers.js';
import type { PullCall, PullCursor, PullPage } from '../pull-client.js';
import { apiPath, askFor, kindOf, post } from './jira-asking.js';
import { eventsOfJiraWorklog } from './jira-rest-issue.js';
import { at, idAt, listAt, textAt, wholeAt } from '../reading/json.js';

const A_QUESTION = 100;

interface FeedPage {
  readonly values: readonly unknown[];
  readonly isLast: boolean;
  readonly cursor: PullCursor;
}

/** A feed of Jira goes on from `until`, which it says itself: it leaves out the last minute, and from now on there would be a gap. */
const feedPage = async (call: PullCall, feed: 'updated' | 'deleted', { since }: PullCursor): Promise<FeedPage> => {
  const from = Number(since);
  const body = bodyOf(await askFor(call, `/worklog/${feed}?since=${from}`), `the worklogs that were ${feed}`);
  const until = Math.max(from, wholeAt(body, 'until') ?? from);
  const isLast = at(body, 'lastPage') !== false || until === from;
  return { values: listAt(body, 'values'), isLast, cursor: { since: until } };
};

export const feedFrom = (since: Instant): PullCursor => ({ since: millisecondsOf(since) });

/** Of these issues, by id, those of the projects the connection is for; the feeds know no projects. Null where that cannot be asked. */
const within = async (call: PullCall, ids: readonly string[]): Promise<ReadonlySet<string> | null> => {
  const { projects } = call.settings;
  if (projects.length === 0) {
    return null;
  }
  const found = new Set<string>();
  for (let from = 0; from < ids.length; from += A_QUESTION) {
    const some = ids.slice(from, from + A_QUESTION);
    const request =
      (await kindOf(call)) === 'CLOUD'
        ? post(call, '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: some, fields: ['project'] })
        : post(call, '/rest/api/2/search', {
            jql: `id in (${some.join(', ')})`,
            fields: ['project'],
            maxResults: A_QUESTION,
            validateQuery: false,
          });
    const answer = await call.ask(request);
    if (answer.status !== 200) {
      return null;
    }
    listAt(answer.body, 'issues')
      .filter((issue) => projects.includes(textAt(issue, 'fields', 'project', 'key') ?? ''))
      .forEach((issue) => found.add(idAt(issue, 'id') ?? ''));
  }
  return found;
};

/** Worklogs that were made or changed, of the projects the connection is for. That one is missing means nothing: it may be restricted. */
export const worklogsPage = async (call: PullCall, cursor: PullCursor): Promise<PullPage> => {
  const { values, isLast, cursor: next } = await feedPage(call, 'updated', cursor);
  const ids = values.map((value) => wholeAt(value, 'worklogId')).filter((id) => id !== null);
  if (ids.length === 0) {
    return { events: [], isLast, cursor: next };
  }
  const answer = await call.ask(post(call, await apiPath(call, '/worklog/list'), { ids }));
  const body = bodyOf(answer, 'the worklogs');
  const worklogs = Array.isArray(body) ? (body as readonly unknown[]) : [];
  const issueIds = [...new Set(worklogs.map((worklog) => idAt(worklog, 'issueId')))].filter((id) => id !== null);
  const ours = await within(call, issueIds);
  const events = worklogs
    .filter((worklog) => ours === null || ours.has(idAt(worklog, 'issueId') ?? ''))
    .flatMap((worklog) => eventsOfJiraWorklog(worklog));
  return { events, isLast, cursor: next };
};

/** Worklogs that were deleted, in all projects: the feed says no more than their ids. */
export const deletedWorklogsPage = async (call: PullCall, cursor: PullCursor): Promise<PullPage> => {
  const { values, isLast, cursor: next } = await feedPage(call, 'deleted', cursor);
  const events = values.flatMap((value): readonly CanonicalEvent[] => {
    const externalId = idAt(value, 'worklogId');
    const deletedAt = wholeAt(value, 'updatedTime');
    return externalId === null
      ? []
      : [
          {
            type: 'worklog.deleted',
            externalId,
            ticketExternalId: null,
            at: deletedAt === null ? call.now : instantOf(deletedAt),
          },
        ];
  });
  return { events, isLast, cursor: next };
};
