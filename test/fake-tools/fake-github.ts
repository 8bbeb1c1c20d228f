import { NOT_FOUND, startFakeTool, type Asked, type FakeTool, type Json, type Reply } from './fake-tool.js';

export interface GithubState {
  /** As the list of issues gives them, pull requests too. */
  readonly issues: Json[];
  /** Numbers of issues that were deleted. */
  readonly deleted: Set<number>;
  /** `owner/name`. */
  readonly repository: string;
  isHidden: boolean;
  pageSize: number;
}

export const githubState = (repository: string, issues: Json[] = []): GithubState => ({
  issues,
  deleted: new Set(),
  repository,
  isHidden: false,
  pageSize: 5,
});

const answer = (state: GithubState, { path, query, base }: Asked): Reply => {
  const root = `/repos/${state.repository}`;
  if (!path.startsWith(root) || state.isHidden) {
    return NOT_FOUND;
  }
  const rest = path.slice(root.length);
  if (rest === '') {
    return { body: { full_name: state.repository } };
  }
  const [, number] = /^\/issues\/(\d+)$/.exec(rest) ?? [];
  if (number !== undefined) {
    const issue = state.issues.find((each) => each.number === Number(number));
    return state.deleted.has(Number(number)) || !issue
      ? { status: state.deleted.has(Number(number)) ? 410 : 404, body: { message: 'This issue was deleted' } }
      : { body: issue };
  }
  const since = query.get('since') ?? '';
  const all = state.issues
    .filter((each) => !state.deleted.has(each.number) && each.updated_at >= since.replace('.000Z', 'Z'))
    .toSorted((a, b) => (a.updated_at < b.updated_at ? -1 : a.updated_at > b.updated_at ? 1 : a.number - b.number));
  const page = Number(query.get('page') ?? 1);
  const isLast = page * state.pageSize >= all.length;
  query.set('page', String(page + 1));
  return {
    body: all.slice((page - 1) * state.pageSize, page * state.pageSize),
    headers: isLast ? {} : { link: `<${base}${path}?${query.toString()}>; rel="next", <${base}${path}>; rel="first"` },
  };
};

/** GitHub, as far as we ask it. */
export const startFakeGithub = (state: GithubState): Promise<FakeTool> =>
  startFakeTool((asked) => answer(state, asked));
