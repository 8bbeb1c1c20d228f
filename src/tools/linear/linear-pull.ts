import { parseInstant, type Instant } from '../../domain/basics/instant.js';
import { bodyOf } from '../asking/answers.js';
import { earlier, OVERLAP_MS } from '../asking/changed-since.js';
import {
  ToolRefused,
  type Looked,
  type PullCall,
  type PullClient,
  type PullCursor,
  type PullPage,
  type TicketAsked,
  type ToolAnswer,
} from '../pull-client.js';
import { eventsOfLinearNode } from './linear-node.js';
import { at, listAt, textAt } from '../reading/json.js';

const STREAM = 'issues';

const FIELDS = `id identifier previousIdentifiers url title estimate createdAt updatedAt completedAt canceledAt archivedAt trashed
  team { id key name } project { id name } parent { id } state { id name type } labels(first: 50) { nodes { id name } }
  assignee { id name }`;
const CHANGED = `query ($filter: IssueFilter, $after: String) {
  issues(filter: $filter, orderBy: updatedAt, includeArchived: true, first: 50, after: $after) {
    nodes { ${FIELDS} } pageInfo { hasNextPage endCursor }
  }
}`;
const ONE = `query ($id: String!) { issue(id: $id) { ${FIELDS} } }`;

const ask = (call: PullCall, query: string, variables: Readonly<Record<string, unknown>>): Promise<ToolAnswer> => {
  const { credential } = call;
  // Keys that people make are sent as they are, tokens of OAuth as bearers.
  const authorization = credential.startsWith('lin_api_') ? credential : `Bearer ${credential}`;
  return call.ask({ method: 'POST', path: '/graphql', headers: { authorization }, body: { query, variables } });
};

/** What GraphQL answered. It says what went wrong in the body, and the status may be 200 all the same. */
const dataOf = (answer: ToolAnswer): unknown => {
  const message = textAt(answer.body, 'errors', 0, 'message');
  if (message === null) {
    return at(bodyOf(answer, 'the issues'), 'data');
  }
  const isUnknown = /authenticat/i.test(`${message} ${textAt(answer.body, 'errors', 0, 'extensions', 'code') ?? ''}`);
  throw new ToolRefused(
    isUnknown
      ? 'Linear does not accept the credential. Make a new key in its settings and set it.'
      : `Linear did not give the issues. It said: ${message.slice(0, 200)}`,
    answer.status,
  );
};

/**
 * Lists from the issue that was changed last backwards. What is changed meanwhile moves to the front, where this sweep has been:
 * so the next sweep begins where this one began, and not where it ended.
 */
const page = async (call: PullCall, { since, after, begunAt }: PullCursor): Promise<PullPage> => {
  const { projects } = call.settings;
  const from = earlier(parseInstant(String(since)) ?? call.now, OVERLAP_MS);
  const filter = {
    updatedAt: { gte: from },
    ...(projects.length > 0 ? { team: { key: { in: projects } } } : {}),
  };
  const data = dataOf(await ask(call, CHANGED, { filter, after: after ?? null }));
  const issues = listAt(data, 'issues', 'nodes');
  const next =
    at(data, 'issues', 'pageInfo', 'hasNextPage') === true ? textAt(data, 'issues', 'pageInfo', 'endCursor') : null;
  const newest = after === null ? newestOf(issues) : begunAt;
  return {
    events: issues.flatMap((issue) => eventsOfLinearNode(issue, call.settings)),
    isLast: next === null,
    cursor:
      next === null
        ? { since: newest ?? since ?? from, after: null, begunAt: null }
        : { since: since ?? from, after: next, begunAt: newest ?? null },
  };
};

/** When the first of the list was changed: Linear's clock, and not ours. */
const newestOf = (issues: readonly unknown[]): Instant | null => parseInstant(textAt(issues[0], 'updatedAt') ?? '');

const ticket = async (call: PullCall, { externalId, key }: TicketAsked): Promise<Looked> => {
  const answer = await ask(call, ONE, { id: externalId ?? key });
  const message = textAt(answer.body, 'errors', 0, 'message') ?? '';
  if (/entity not found/i.test(message)) {
    return { found: 'GONE', what: 'TICKET' };
  }
  if (answer.status === 403 || /forbidden|not allowed|permission/i.test(message)) {
    return { found: 'NO_ACCESS' };
  }
  return { found: 'THERE', events: eventsOfLinearNode(at(dataOf(answer), 'issue'), call.settings) };
};

/** Linear, by GraphQL. It keeps no time. */
export const linearPull: PullClient = {
  tool: 'LINEAR',
  defaultBaseUrl: 'https://api.linear.app',
  problems: () => [],
  streams: () => [{ name: STREAM, of: 'CHANGES' }],
  beginning: (_stream, since) => ({ since, after: null, begunAt: null }),
  page: (call, _stream, cursor) => page(call, cursor),
  ticket,
  worklog: () => Promise.resolve({ found: 'UNASKABLE', why: 'Linear keeps no time.' }),
};
