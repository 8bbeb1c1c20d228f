import { createHmac, randomUUID } from 'node:crypto';
import type { TicketTool } from '../../src/domain/tickets/ticket.js';

const hex = (secret: string, body: string | Uint8Array): string =>
  createHmac('sha256', secret).update(body).digest('hex');

/** Headers of Standard Webhooks, which sign the id and the instant too. */
const standard = (secret: string, body: string | Uint8Array, sentAt: number): Record<string, string> => {
  const [id, timestamp] = [randomUUID(), String(Math.floor(sentAt / 1_000))];
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
};

/** The headers by which a tool proves that these bytes are its own, as one delivery more of an issue. */
export const signedBy = (
  tool: TicketTool,
  secret: string,
  body: string | Uint8Array,
  sentAt: number,
): Record<string, string> => {
  switch (tool) {
    case 'JIRA':
      return { 'x-hub-signature': `sha256=${hex(secret, body)}`, 'x-atlassian-webhook-identifier': randomUUID() };
    case 'GITHUB':
      return {
        'x-github-event': 'issues',
        'x-github-delivery': randomUUID(),
        'x-hub-signature-256': `sha256=${hex(secret, body)}`,
      };
    case 'GITLAB':
      return { ...standard(secret, body, sentAt), 'x-gitlab-event': 'Issue Hook' };
    case 'LINEAR':
      return { 'linear-signature': hex(secret, body), 'linear-delivery': randomUUID(), 'linear-event': 'Issue' };
    case 'AZURE_DEVOPS':
      return { authorization: `Basic ${Buffer.from(secret).toString('base64')}` };
    case 'GENERIC':
      return standard(secret, body, sentAt);
  }
};
