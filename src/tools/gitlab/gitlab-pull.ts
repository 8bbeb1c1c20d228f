import type { Instant } from '../../domain/basics/instant.js';
import { parseInstant } from '../../domain/basics/instant.js';
import type { CanonicalEvent } from '../../domain/tickets/ticket.js';
import { bodyOf, isHidden, lookedAt } from '../asking/answers.js';
import { changedSince, changesFrom, type ChangeList } from '../asking/changed-since.js';
import type { Looked, PullCall, PullClient, TicketAsked, ToolRequest } from '../pull-client.js';
import { eventsOfGitlabIssue, pathOfReference } from './gitlab-rest-issue.js';
import { timelogEvents } from './gitlab-timelogs.js';
import { at, idAt, listAt, textAt, wholeAt } from '../reading/json.js';

const STREAM = 'issues:';
/** As many issues are asked for their timelogs at once, so that the question does not become too complex for GitLab. */
const A_QUESTION = 20;

const TIMELOGS = `query ($path: ID!, $iids: [String!], $after: String) {
  project(fullPath: $path) {
    issues(iids: $iids) {
      nodes { iid timelogs(first: 100, after: $after) {
        nodes { id timeSpent spentAt user { id name } } pageInfo { hasNextPage endCursor }
      } }
    }
  }
}`;

const authorization = ({ credential }: PullCall): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${credential}`,
});

const get = (call: PullCall, path: string): ToolRequest => ({ method: 'GET', path, headers: authorization(call) });

const projectPath = (project: string): string => `/api/v4/projects/${encodeURIComponent(project)}`;

/** Asks for timelogs of issues of one project: a page of each, from the same place on. */
const askTimelogs = async (
  call: PullCall,
  path: string,
  iids: readonly string[],
  after: string | null,
): Promise<readonly unknown[]> => {
  const answer = await call.ask({
    method: 'POST',
    path: '/api/graphql',
    headers: authorization(call),
    body: { query: TIMELOGS, variables: { path, iids, ...(after === null ? {} : { after }) } },
  });
  return listAt(bodyOf(answer, 'the timelogs'), 'data', 'project', 'issues', 'nodes');
};

/** All timelogs of issues of one project, by iid. */
const timelogsOf = async (
  call: PullCall,
  path: string,
  iids: readonly string[],
): Promise<ReadonlyMap<string, readonly unknown[]>> => {
  const found = new Map<string, unknown[]>();
  const note = (issue: unknown): string | null => {
    const iid = idAt(issue, 'iid') ?? '';
    found.set(iid, [...(found.get(iid) ?? []), ...listAt(issue, 'timelogs', 'nodes')]);
    const goesOn = at(issue, 'timelogs', 'pageInfo', 'hasNextPage') === true;
    return goesOn ? textAt(issue, 'timelogs', 'pageInfo', 'endCursor') : null;
  };
  for (let from = 0; from < iids.length; from += A_QUESTION) {
    for (const issue of await askTimelogs(call, path, iids.slice(from, from + A_QUESTION), null)) {
      const iid = idAt(issue, 'iid') ?? '';
      for (let after = note(issue); after !== null;) {
        const [rest] = await askTimelogs(call, path, [iid], after);
        after = note(rest);
      }
    }
  }
  return found;
};

/** What issues of one project come to, with the time booked on them where effort comes from there. */
const eventsOf = async (call: PullCall, issues: readonly unknown[]): Promise<readonly CanonicalEvent[]> => {
  const events = issues.flatMap((issue) => eventsOfGitlabIssue(issue, call.settings));
  if (call.settings.effort !== 'WORKLOGS') {
    return events;
  }
  // An issue whose time was all taken off again has none left, and still says so of timelogs that were there before.
  const booked = issues.filter((issue) => wholeAt(issue, 'time_stats', 'total_time_spent') !== null);
  const pathOf = (issue: unknown): string => pathOfReference(textAt(issue, 'references', 'full') ?? '');
  const worklogs: CanonicalEvent[] = [];
  for (const path of new Set(booked.map(pathOf))) {
    const group = booked.filter((issue) => pathOf(issue) === path);
    const byIid = await timelogsOf(
      call,
      path,
      group.map((issue) => idAt(issue, 'iid') ?? ''),
    );
    for (const issue of group) {
      const changedAt = parseInstant(textAt(issue, 'updated_at') ?? '');
      const id = idAt(issue, 'id');
      if (changedAt !== null && id !== null) {
        worklogs.push(...timelogEvents(byIid.get(idAt(issue, 'iid') ?? '') ?? [], id, changedAt));
      }
    }
  }
  return [...events, ...worklogs];
};

const issuesOf = (call: PullCall, project: string): ChangeList => ({
  what: `the issues of ${project}`,
  request: (path) => get(call, path),
  firstPath: (since: Instant) =>
    `${projectPath(project)}/issues?scope=all&order_by=updated_at&sort=asc&pagination=keyset&per_page=100&updated_after=${since}`,
  changedAt: (issue) => at(issue, 'updated_at'),
  read: (issues) => eventsOf(call, issues),
});

const ticket = async (call: PullCall, { key }: TicketAsked): Promise<Looked> => {
  const [, path, iid] = /^(.+)#(\d+)$/.exec(key ?? '') ?? [];
  if (path === undefined || iid === undefined) {
    return { found: 'UNASKABLE', why: 'GitLab is asked for an issue by its reference, such as group/project#12.' };
  }
  const answer = await call.ask(get(call, `${projectPath(path)}/issues/${iid}`));
  const events = answer.status === 200 ? await eventsOf(call, [answer.body]) : [];
  return lookedAt(
    answer,
    'TICKET',
    () => events,
    () => isHidden(() => call.ask(get(call, projectPath(path)))),
  );
};

/** GitLab, by its REST API, and by GraphQL for bookings of time: on a server of one's own or on gitlab.com. */
export const gitlabPull: PullClient = {
  tool: 'GITLAB',
  defaultBaseUrl: 'https://gitlab.com',
  problems: ({ projects }) =>
    projects.length > 0
      ? []
      : ['No project is named. Set projects in the settings: ids or paths such as group/project.'],
  streams: ({ projects }) => projects.map((project) => ({ name: `${STREAM}${project}`, of: 'CHANGES' })),
  beginning: (_stream, since) => changesFrom(since),
  page: (call, stream, cursor) => changedSince(call, cursor, issuesOf(call, stream.slice(STREAM.length))),
  ticket,
  // A booking is read with its issue.
  worklog: (call, asked) => ticket(call, asked),
};
