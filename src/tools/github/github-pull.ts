import type { Instant } from '../../domain/basics/instant.js';
import { isHidden, lookedAt } from '../asking/answers.js';
import { changedSince, changesFrom, type ChangeList } from '../asking/changed-since.js';
import { at } from '../reading/json.js';
import type { Looked, PullCall, PullClient, TicketAsked, ToolRequest } from '../pull-client.js';
import { eventsOfGithubIssue } from './github-rest-issue.js';

const STREAM = 'issues:';

const get = ({ credential }: PullCall, path: string): ToolRequest => ({
  method: 'GET',
  path,
  headers: {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${credential}`,
    'x-github-api-version': '2022-11-28',
  },
});

const repositoryPath = (repository: string): string =>
  `/repos/${repository.split('/').map(encodeURIComponent).join('/')}`;

const issuesOf = (call: PullCall, repository: string): ChangeList => ({
  what: `the issues of ${repository}`,
  request: (path) => get(call, path),
  firstPath: (since: Instant) =>
    `${repositoryPath(repository)}/issues?state=all&sort=updated&direction=asc&per_page=100&since=${since}`,
  changedAt: (issue) => at(issue, 'updated_at'),
  read: (issues) => Promise.resolve(issues.flatMap((issue) => eventsOfGithubIssue(issue, repository, call.settings))),
});

const ticket = async (call: PullCall, { key }: TicketAsked): Promise<Looked> => {
  const [, repository, number] = /^([^/]+\/[^/#]+)#(\d+)$/.exec(key ?? '') ?? [];
  if (repository === undefined || number === undefined) {
    return {
      found: 'UNASKABLE',
      why: 'GitHub is asked for an issue by its repository and number, such as owner/name#12.',
    };
  }
  const answer = await call.ask(get(call, `${repositoryPath(repository)}/issues/${number}`));
  return lookedAt(
    answer,
    'TICKET',
    (issue) => eventsOfGithubIssue(issue, repository, call.settings),
    () => isHidden(() => call.ask(get(call, repositoryPath(repository)))),
  );
};

/** GitHub, by its REST API: github.com, or a server of one's own at `https://<host>/api/v3`. */
export const githubPull: PullClient = {
  tool: 'GITHUB',
  defaultBaseUrl: 'https://api.github.com',
  problems: ({ projects }) =>
    projects.length > 0 ? [] : ['No repository is named. Set projects in the settings: owner/name of each.'],
  streams: ({ projects }) => projects.map((repository) => ({ name: `${STREAM}${repository}`, of: 'CHANGES' })),
  beginning: (_stream, since) => changesFrom(since),
  page: (call, stream, cursor) => changedSince(call, cursor, issuesOf(call, stream.slice(STREAM.length))),
  ticket,
  worklog: () => Promise.resolve({ found: 'UNASKABLE', why: 'GitHub keeps no entries of work.' }),
};
