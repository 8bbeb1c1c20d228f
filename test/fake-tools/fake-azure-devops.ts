import { NOT_FOUND, startFakeTool, type Asked, type FakeTool, type Json, type Reply } from './fake-tool.js';

export interface AzureDevopsState {
  /** Every revision of every work item, in the order in which they were made. */
  readonly revisions: Json[];
  /** Categories of states by type. */
  readonly states: Readonly<Record<string, readonly { name: string; category: string }[]>>;
  pageSize: number;
}

export const azureDevopsState = (revisions: Json[] = []): AzureDevopsState => ({
  revisions,
  states: {
    'User Story': [
      { name: 'New', category: 'Proposed' },
      { name: 'Active', category: 'InProgress' },
      { name: 'Closed', category: 'Completed' },
      { name: 'Removed', category: 'Removed' },
    ],
  },
  pageSize: 4,
});

const answer = (state: AzureDevopsState, { path, query }: Asked): Reply => {
  if (path === '/_apis/projects') {
    return { body: { value: [] } };
  }
  const [, type] = /\/_apis\/wit\/workitemtypes\/([^/]+)\/states$/.exec(path) ?? [];
  if (type !== undefined) {
    const states = state.states[decodeURIComponent(type)];
    return states ? { body: { count: states.length, value: states } } : NOT_FOUND;
  }
  const [, id] = /\/_apis\/wit\/workitems\/(\d+)$/.exec(path) ?? [];
  if (id !== undefined) {
    const latest = state.revisions.filter((each) => each.id === Number(id)).at(-1);
    return !latest || latest.fields['System.IsDeleted'] === true ? NOT_FOUND : { body: latest };
  }
  if (!path.endsWith('/_apis/wit/reporting/workitemrevisions')) {
    return NOT_FOUND;
  }
  const since = query.get('startDateTime');
  const token = query.get('continuationToken');
  const first = state.revisions.findIndex(
    (each) => Date.parse(each.fields['System.ChangedDate']) >= Date.parse(since ?? '1970-01-01T00:00:00Z'),
  );
  const from = token === null ? (first < 0 ? state.revisions.length : first) : Number(token);
  const to = Math.min(from + state.pageSize, state.revisions.length);
  return {
    body: {
      values: state.revisions.slice(from, to),
      continuationToken: String(to),
      isLastBatch: to >= state.revisions.length,
    },
  };
};

/** Azure DevOps, as far as we ask it. */
export const startFakeAzureDevops = (state: AzureDevopsState): Promise<FakeTool> =>
  startFakeTool((asked) => answer(state, asked));
