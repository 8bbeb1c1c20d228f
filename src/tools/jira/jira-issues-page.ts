import { parseInstant, type Instant } from '../../domain/basics/instant.js';
import { bodyOf, onceInRun } from '../asking/answers.js';
import { earlier, OVERLAP_MS } from '../asking/changed-since.js';
import type { PullCall, PullCursor, PullPage, ToolAnswer } from '../pull-client.js';
import { askFor, kindOf, post } from './jira-asking.js';
import { eventsOfJiraIssue } from './jira-rest-issue.js';
import { jqlTime } from './jql-time.js';
import { at, listAt, textAt, wholeAt } from '../reading/json.js';

const A_PAGE = 100;

const FIELDS = [
  'summary',
  'status',
  'issuetype',
  'parent',
  'project',
  'labels',
  'components',
  'assignee',
  'resolution',
  'resolutiondate',
  'created',
  'updated',
  'timespent',
  'timeoriginalestimate',
  'timeestimate',
];

export const fieldsOf = ({ settings: { pointsField } }: PullCall): readonly string[] =>
  pointsField === null ? FIELDS : [...FIELDS, pointsField];

/** The time zone in which Jira reads what this user writes in JQL. */
const timeZoneOf = (call: PullCall): Promise<string> =>
  onceInRun(
    call,
    'time zone',
    async () => textAt(bodyOf(await askFor(call, '/myself'), 'who the credential belongs to'), 'timeZone') ?? '',
  );

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;

/** By when they were created, which does not change, so that pages do not shift while they are read. */
const jqlOf = async (call: PullCall, since: Instant): Promise<string> => {
  const { projects } = call.settings;
  const within = projects.length > 0 ? ` AND project in (${projects.map(quoted).join(', ')})` : '';
  const from = jqlTime(earlier(since, OVERLAP_MS), await timeZoneOf(call));
  return `updated >= "${from}"${within} ORDER BY created ASC, key ASC`;
};

const search = async (call: PullCall, jql: string, from: string | number | null): Promise<ToolAnswer> => {
  const fields = fieldsOf(call);
  return (await kindOf(call)) === 'CLOUD'
    ? call.ask(
        post(call, '/rest/api/3/search/jql', {
          jql,
          fields,
          maxResults: A_PAGE,
          ...(from === null ? {} : { nextPageToken: from }),
        }),
      )
    : call.ask(post(call, '/rest/api/2/search', { jql, fields, maxResults: A_PAGE, startAt: Number(from ?? 0) }));
};

/** Where the list goes on; null at its end. */
const nextOf = (body: unknown, from: string | number | null): string | number | null => {
  const issues = listAt(body, 'issues');
  const total = wholeAt(body, 'total');
  if (total !== null) {
    const next = Number(from ?? 0) + issues.length;
    return issues.length > 0 && next < total ? next : null;
  }
  return at(body, 'isLast') === true ? null : textAt(body, 'nextPageToken');
};

const refusesPlace = (answer: ToolAnswer, from: string | number | null): boolean =>
  from !== null && (answer.status === 400 || answer.status === 404);

/**
 * Reads a page of the issues that were changed since an instant. The next sweep begins where this one began: what changed
 * meanwhile may be on no page of it. A place in the list that Jira does not know any more has the sweep begin anew.
 */
export const issuesPage = async (call: PullCall, cursor: PullCursor): Promise<PullPage> => {
  const since = parseInstant(String(cursor['since'])) ?? call.now;
  const from = cursor['next'] ?? null;
  const begunAt = parseInstant(String(cursor['begunAt'])) ?? call.now;
  const answer = await search(call, await jqlOf(call, since), from);
  if (refusesPlace(answer, from) && !call.learnt.has('anew')) {
    // Once in a run, so that a Jira that knows no place at all is not asked for ever.
    call.learnt.set('anew', true);
    return { events: [], isLast: false, cursor: { since, next: null, begunAt: null } };
  }
  const body = bodyOf(answer, 'the issues');
  const next = nextOf(body, from);
  return {
    events: listAt(body, 'issues').flatMap((issue) => eventsOfJiraIssue(issue, call.settings)),
    isLast: next === null,
    cursor: next === null ? { since: begunAt, next: null, begunAt: null } : { since, next, begunAt },
  };
};
