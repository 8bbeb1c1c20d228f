import { NOT_FOUND, startFakeTool, type Asked, type FakeTool, type Json, type Reply } from './fake-tool.js';

export interface GitlabState {
  /** As the list of issues gives them. */
  readonly issues: Json[];
  /** Timelogs by the iid of their issue, as GraphQL gives them. */
  readonly timelogs: Map<number, Json[]>;
  isHidden: boolean;
  pageSize: number;
}

export const gitlabState = (issues: Json[] = []): GitlabState => ({
  issues,
  timelogs: new Map(),
  isHidden: false,
  pageSize: 3,
});

const timelogsOf = (state: GitlabState, { body }: Asked): Reply => {
  const { iids, after } = body.variables as { iids: string[]; after?: string };
  const nodes = iids.map((iid) => {
    const all = state.timelogs.get(Number(iid)) ?? [];
    const from = Number(after ?? 0);
    const to = from + state.pageSize;
    return {
      iid,
      timelogs: { nodes: all.slice(from, to), pageInfo: { hasNextPage: to < all.length, endCursor: String(to) } },
    };
  });
  return { body: { data: { project: { issues: { nodes } } } } };
};

const answer = (state: GitlabState, asked: Asked): Reply => {
  const { path, query, base } = asked;
  if (state.isHidden) {
    return NOT_FOUND;
  }
  if (path === '/api/graphql') {
    return timelogsOf(state, asked);
  }
  const [, iid] = /^\/api\/v4\/projects\/[^/]+\/issues\/(\d+)$/.exec(path) ?? [];
  if (iid !== undefined) {
    const issue = state.issues.find((each) => each.iid === Number(iid));
    return issue ? { body: issue } : NOT_FOUND;
  }
  if (/^\/api\/v4\/projects\/[^/]+$/.test(path)) {
    return { body: { id: 1 } };
  }
  const since = Date.parse(query.get('updated_after') ?? '1970-01-01T00:00:00Z');
  const all = state.issues
    .filter((each) => Date.parse(each.updated_at) >= since)
    .toSorted((a, b) => Date.parse(a.updated_at) - Date.parse(b.updated_at) || a.id - b.id);
  const from = Number(query.get('cursor') ?? 0);
  const to = from + state.pageSize;
  query.set('cursor', String(to));
  return {
    body: all.slice(from, to),
    headers: to >= all.length ? {} : { link: `<${base}${path}?${query.toString()}>; rel="next"` },
  };
};

/** GitLab, as far as we ask it. */
export const startFakeGitlab = (state: GitlabState): Promise<FakeTool> =>
  startFakeTool((asked) => answer(state, asked));
