import { startFakeTool, type Asked, type FakeTool, type Json, type Reply } from './fake-tool.js';

export interface LinearState {
  /** As `issues` gives them. */
  readonly issues: Json[];
  pageSize: number;
}

export const linearState = (issues: Json[] = []): LinearState => ({ issues, pageSize: 3 });

const answer = (state: LinearState, { body }: Asked): Reply => {
  const { variables } = body as { variables: { id?: string; filter?: Json; after?: string | null } };
  if (variables.id !== undefined) {
    const issue = state.issues.find((each) => each.id === variables.id || each.identifier === variables.id);
    return issue
      ? { body: { data: { issue } } }
      : {
          body: {
            data: null,
            errors: [
              { message: 'Entity not found: Issue', extensions: { code: 'INPUT_ERROR', type: 'invalid input' } },
            ],
          },
        };
  }
  const since = Date.parse(variables.filter.updatedAt.gte);
  const teams = variables.filter.team?.key.in as string[] | undefined;
  const all = state.issues
    .filter((each) => Date.parse(each.updatedAt) >= since && (!teams || teams.includes(each.team.key)))
    .toSorted((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt));
  const from = Number(variables.after ?? 0);
  const to = from + state.pageSize;
  return {
    body: {
      data: {
        issues: { nodes: all.slice(from, to), pageInfo: { hasNextPage: to < all.length, endCursor: String(to) } },
      },
    },
  };
};

/** Linear, as far as we ask it. */
export const startFakeLinear = (state: LinearState): Promise<FakeTool> =>
  startFakeTool((asked) => answer(state, asked));
