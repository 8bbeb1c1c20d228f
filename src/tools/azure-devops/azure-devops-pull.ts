import type { StatusCategory } from '../../domain/tickets/ticket.js';
import { bodyOf, isHidden, lookedAt, onceInRun } from '../asking/answers.js';
import type { Looked, PullCall, PullClient, PullCursor, PullPage, TicketAsked, ToolRequest } from '../pull-client.js';
import { eventsOfRevisions, type FindStates, type StateCategories } from './azure-devops-revisions.js';
import { at, idAt, listAt, textAt } from '../reading/json.js';

const STREAM = 'revisions';
const VERSION = 'api-version=7.1';

const FIELDS = [
  'System.Id',
  'System.Title',
  'System.WorkItemType',
  'System.State',
  'System.Reason',
  'System.Tags',
  'System.AreaPath',
  'System.AssignedTo',
  'System.ChangedBy',
  'System.ChangedDate',
  'System.CreatedDate',
  'System.IsDeleted',
  'System.Parent',
  'System.TeamProject',
  'Microsoft.VSTS.Common.ClosedDate',
  'Microsoft.VSTS.Scheduling.CompletedWork',
  'Microsoft.VSTS.Scheduling.RemainingWork',
  'Microsoft.VSTS.Scheduling.OriginalEstimate',
  'Microsoft.VSTS.Scheduling.StoryPoints',
  'Microsoft.VSTS.Scheduling.Effort',
  'Microsoft.VSTS.Scheduling.Size',
];

const get = ({ credential }: PullCall, path: string): ToolRequest => ({
  method: 'GET',
  path,
  headers: { authorization: `Basic ${Buffer.from(`:${credential}`).toString('base64')}` },
});

const scopeOf = (project: string): string => (project === '' ? '' : `/${encodeURIComponent(project)}`);

const CATEGORIES: ReadonlyMap<string, StatusCategory> = new Map([
  ['Proposed', 'TODO'],
  ['InProgress', 'IN_PROGRESS'],
  ['Resolved', 'IN_PROGRESS'],
  ['Completed', 'DONE'],
  ['Removed', 'CANCELED'],
]);

/** What the states of a type of work items come to in a project: the tool knows, whatever they are called. */
const statesOf = (call: PullCall, project: string, type: string): Promise<StateCategories> =>
  onceInRun(call, `states:${project}:${type}`, async () => {
    const path = `${scopeOf(project)}/_apis/wit/workitemtypes/${encodeURIComponent(type)}/states?${VERSION}`;
    const answer = await call.ask(get(call, path));
    // Of a type that is not there any more, its work items still are.
    const states = answer.status === 200 ? listAt(answer.body, 'value') : [];
    return new Map(
      states.map((state) => [
        textAt(state, 'name') ?? '',
        CATEGORIES.get(textAt(state, 'category') ?? '') ?? 'UNKNOWN',
      ]),
    );
  });

/** What the states of all these work items come to. */
const statesFor = async (call: PullCall, revisions: readonly unknown[]): Promise<FindStates> => {
  const known = new Map<string, StateCategories>();
  for (const revision of revisions) {
    const project = textAt(revision, 'fields', 'System.TeamProject');
    const type = textAt(revision, 'fields', 'System.WorkItemType');
    if (project !== null && type !== null) {
      known.set(`${project}:${type}`, await statesOf(call, project, type));
    }
  }
  return (project, type) => known.get(`${project ?? ''}:${type ?? ''}`) ?? new Map();
};

/**
 * Reads revisions in the order in which they were made. The token of the tool says where they go on, also after the last one there
 * is: so nothing is read twice, and no clock is needed.
 */
const page = async (call: PullCall, project: string, { since, token }: PullCursor): Promise<PullPage> => {
  const from =
    token === null ? `startDateTime=${String(since)}` : `continuationToken=${encodeURIComponent(String(token))}`;
  const path = `${scopeOf(project)}/_apis/wit/reporting/workitemrevisions?${from}&includeDeleted=true&fields=${FIELDS.join(',')}&${VERSION}`;
  const body = bodyOf(
    await call.ask(get(call, path)),
    `the work items of ${project === '' ? 'all projects' : project}`,
  );
  const revisions = listAt(body, 'values');
  return {
    events: eventsOfRevisions(revisions, call.settings, await statesFor(call, revisions)),
    isLast: at(body, 'isLastBatch') !== false,
    cursor: { since: since ?? null, token: idAt(body, 'continuationToken') ?? token ?? null },
  };
};

const ticket = async (call: PullCall, { externalId, key }: TicketAsked): Promise<Looked> => {
  const id = externalId ?? /\d+$/.exec(key ?? '')?.[0];
  if (id === undefined) {
    return { found: 'UNASKABLE', why: 'Azure DevOps is asked for a work item by its number.' };
  }
  const answer = await call.ask(get(call, `/_apis/wit/workitems/${encodeURIComponent(id)}?${VERSION}`));
  const revisions = answer.status === 200 ? [answer.body] : [];
  const states = await statesFor(call, revisions);
  return lookedAt(
    answer,
    'TICKET',
    () => eventsOfRevisions(revisions, call.settings, states),
    () => isHidden(() => call.ask(get(call, `/_apis/projects?${VERSION}`))),
  );
};

/** Azure DevOps, by its reporting API, which gives every revision: an organisation, or a collection of a server. */
export const azureDevopsPull: PullClient = {
  tool: 'AZURE_DEVOPS',
  defaultBaseUrl: null,
  problems: () => [],
  streams: ({ projects }) =>
    (projects.length > 0 ? projects : ['']).map((project) => ({ name: `${STREAM}:${project}`, of: 'CHANGES' })),
  beginning: (_stream, since) => ({ since, token: null }),
  page: (call, stream, cursor) => page(call, stream.slice(STREAM.length + 1), cursor),
  ticket,
  worklog: () => Promise.resolve({ found: 'UNASKABLE', why: 'Azure DevOps keeps no entries of work.' }),
};
