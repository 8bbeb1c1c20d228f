import { onceInRun } from '../asking/answers.js';
import type { PullCall, ToolAnswer, ToolRequest } from '../pull-client.js';
import { textAt } from '../reading/json.js';

/** Which of the two kinds of Jira it is; they differ in how issues are listed. */
export type JiraKind = 'CLOUD' | 'DATA_CENTER';

const authorization = ({ credential, settings: { userName } }: PullCall): string =>
  userName === null
    ? `Bearer ${credential}`
    : `Basic ${Buffer.from(`${userName}:${credential}`, 'utf8').toString('base64')}`;

export const get = (call: PullCall, path: string): ToolRequest => ({
  method: 'GET',
  path,
  headers: { authorization: authorization(call) },
});

export const post = (call: PullCall, path: string, body: unknown): ToolRequest => ({
  method: 'POST',
  path,
  headers: { authorization: authorization(call) },
  body,
});

/** By its address where that says it, else Jira is asked; what does not say is taken for a Data Center. */
export const kindOf = (call: PullCall): Promise<JiraKind> =>
  onceInRun(call, 'kind', async () => {
    if (/\.(atlassian\.net|jira\.com)$/.test(new URL(call.baseUrl).hostname)) {
      return 'CLOUD';
    }
    const { body } = await call.ask(get(call, '/rest/api/2/serverInfo'));
    return textAt(body, 'deploymentType')?.toLowerCase() === 'cloud' ? 'CLOUD' : 'DATA_CENTER';
  });

/** The path of a resource in the version of the API that this Jira has. */
export const apiPath = async (call: PullCall, rest: string): Promise<string> =>
  `/rest/api/${(await kindOf(call)) === 'CLOUD' ? 3 : 2}${rest}`;

export const askFor = async (call: PullCall, rest: string): Promise<ToolAnswer> =>
  call.ask(get(call, await apiPath(call, rest)));
