import { NOT_FOUND, startFakeTool, type Asked, type FakeTool, type Json, type Reply } from './fake-tool.js';

export interface JiraState {
  /** As `search` gives them. */
  readonly issues: Json[];
  /** As `worklog/list` gives them. */
  readonly worklogs: Json[];
  readonly deletedWorklogs: { worklogId: number; updatedTime: number }[];
  /** Projects that the credential may not see any more. */
  readonly hidden: Set<string>;
  pageSize: number;
  timeZone: string;
  deploymentType: 'Cloud' | 'Server';
  /** Up to when the feeds of worklogs have come. */
  until: number;
}

export const jiraState = (issues: Json[] = [], worklogs: Json[] = []): JiraState => ({
  issues,
  worklogs,
  deletedWorklogs: [],
  hidden: new Set(),
  pageSize: 5,
  timeZone: 'UTC',
  deploymentType: 'Cloud',
  until: Date.parse('2026-03-02T08:59:00Z'),
});

/** What a JQL of ours selects: ids, or `updated >= "yyyy/MM/dd HH:mm"`, in the zone of the user, and projects. */
const selected = ({ issues, timeZone }: JiraState, jql: string): Json[] => {
  const ids = /^id in \(([^)]*)\)$/.exec(jql)?.[1]?.split(', ');
  if (ids) {
    return issues.filter(({ id }) => ids.includes(id as string));
  }
  const [, since = ''] = /updated >= "([^"]+)"/.exec(jql) ?? [];
  const projects = /project in \(([^)]*)\)/
    .exec(jql)?.[1]
    ?.split(/, ?/)
    .map((key) => key.replaceAll('"', ''));
  const label = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return issues
    .filter(({ fields }) => label.format(new Date(fields.updated)).replaceAll('-', '/') >= since)
    .filter(({ fields }) => !projects || projects.includes(fields.project.key))
    .toSorted((a, b) => Date.parse(a.fields.created) - Date.parse(b.fields.created));
};

const feed = (
  state: JiraState,
  { query }: Asked,
  entries: readonly { worklogId: number; updatedTime: number }[],
): Reply => {
  const since = Number(query.get('since'));
  const later = entries
    .filter(({ updatedTime }) => updatedTime >= since && updatedTime <= state.until)
    .toSorted((a, b) => a.updatedTime - b.updatedTime);
  const values = later.slice(0, state.pageSize);
  const lastPage = later.length <= state.pageSize;
  const until = lastPage ? Math.max(since, state.until) : values.at(-1)!.updatedTime;
  return { body: { values, since, until, lastPage } };
};

const answer = (state: JiraState, asked: Asked): Reply => {
  const path = asked.path.replace(/^\/rest\/api\/[23]/, '');
  const issueOf = (id: string): Json => state.issues.find((issue) => issue.id === id || issue.key === id);
  const [, id, worklogId] = /^\/issue\/([^/]+)(?:\/worklog\/(\d+))?$/.exec(path) ?? [];
  switch (path) {
    case '/myself':
      return { body: { accountId: 'us', timeZone: state.timeZone } };
    case '/serverInfo':
      return { body: { deploymentType: state.deploymentType } };
    case '/search/jql': {
      const all = selected(state, asked.body.jql as string);
      const from = Number(asked.body.nextPageToken ?? 0);
      const issues = all.slice(from, from + state.pageSize);
      const isLast = from + state.pageSize >= all.length;
      return { body: { issues, isLast, ...(isLast ? {} : { nextPageToken: String(from + state.pageSize) }) } };
    }
    case '/search': {
      const all = selected(state, asked.body.jql as string);
      const startAt = Number(asked.body.startAt ?? 0);
      return {
        body: {
          startAt,
          maxResults: state.pageSize,
          total: all.length,
          issues: all.slice(startAt, startAt + state.pageSize),
        },
      };
    }
    case '/worklog/updated':
      return feed(
        state,
        asked,
        state.worklogs.map((each) => ({ worklogId: Number(each.id), updatedTime: Date.parse(each.updated) })),
      );
    case '/worklog/deleted':
      return feed(state, asked, state.deletedWorklogs);
    case '/worklog/list':
      return { body: state.worklogs.filter((each) => (asked.body.ids as number[]).includes(Number(each.id))) };
    case '/issue/bulkfetch': {
      const issues = (asked.body.issueIdsOrKeys as string[]).map(issueOf).filter(Boolean);
      return { body: { issues, issueErrors: [] } };
    }
  }
  const [, project] = /^\/project\/(.+)$/.exec(path) ?? [];
  if (project !== undefined) {
    return state.hidden.has(project) ? NOT_FOUND : { body: { key: project } };
  }
  const issue = id === undefined ? undefined : issueOf(id);
  if (!issue || state.hidden.has(issue.fields.project.key)) {
    return NOT_FOUND;
  }
  if (worklogId === undefined) {
    return { body: issue };
  }
  const worklog = state.worklogs.find((each) => each.id === worklogId && each.issueId === issue.id);
  return worklog ? { body: worklog } : NOT_FOUND;
};

/** Jira, of the Cloud and of a Data Center, as far as we ask it. */
export const startFakeJira = (state: JiraState): Promise<FakeTool> => startFakeTool((asked) => answer(state, asked));
