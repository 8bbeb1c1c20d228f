import { createHmac, randomUUID } from 'node:crypto';
import type { TestServer } from './server.js';

/** What the server answered to a delivery. */
export interface HookAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

export const SECRET = 'a-secret-of-sixteen-or-more';

/** Sends bytes to a hook. */
export const post = async (
  server: TestServer,
  path: string,
  body: string | Uint8Array,
  headers: Record<string, string>,
): Promise<HookAnswer> => {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: Buffer.from(body),
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
};

/** The headers with which GitHub would send these bytes. */
export const githubHeaders = (
  body: string | Uint8Array,
  { event = 'issues', id = randomUUID(), secret = SECRET }: { event?: string; id?: string; secret?: string } = {},
): Record<string, string> => ({
  'x-github-event': event,
  'x-github-delivery': id,
  'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
});

/** What GitHub sends of an issue that was opened. */
export const issueOpened = (number: number, title = `Issue ${number}`): string =>
  JSON.stringify({
    action: 'opened',
    issue: {
      id: 1_000 + number,
      node_id: `I_${number}`,
      number,
      title,
      state: 'open',
      state_reason: null,
      html_url: `https://github.com/acme/app/issues/${number}`,
      labels: [],
      created_at: '2026-03-02T08:00:00Z',
      updated_at: '2026-03-02T08:00:00Z',
      closed_at: null,
    },
    repository: { full_name: 'acme/app' },
    sender: { id: 77, login: 'octocat' },
  });
