import { unstorable } from '../basics/text.js';
import type { TicketTool } from './ticket.js';

const FEWEST = 16;
const LONGEST = 500;
const WHSEC = /^whsec_([A-Za-z0-9+/]+={0,2})$/;

/** The number of bytes of a text in base64, with or without its padding. */
const bytesOf = (base64: string): number => Math.floor((base64.replace(/=+$/, '').length * 3) / 4);

/** Whether a text is a key of Standard Webhooks: `whsec_` and 24 to 64 bytes in base64. */
const isStandardKey = (secret: string): boolean => {
  const [, base64] = WHSEC.exec(secret) ?? [];
  return base64 !== undefined && bytesOf(base64) >= 24 && bytesOf(base64) <= 64;
};

/**
 * What is wrong with a secret that somebody states for the hook of a tool; null when all is well. It has 16 to 500
 * characters without space at its ends; Azure DevOps takes `user:password`, GENERIC a key of Standard Webhooks.
 */
export const secretProblem = (tool: TicketTool, secret: string): string | null => {
  if (unstorable(secret) !== null || secret !== secret.trim() || secret.length < FEWEST || secret.length > LONGEST) {
    return `secret must have ${FEWEST} to ${LONGEST} characters, without space at its ends; leave it out to have one made.`;
  }
  if (tool === 'AZURE_DEVOPS' && !/^[^:]+:.+$/s.test(secret)) {
    return 'secret must be user:password, as it is entered in the service hook for basic authentication.';
  }
  if (tool === 'GENERIC' && !isStandardKey(secret)) {
    return 'secret must be a key of Standard Webhooks: whsec_ and 24 to 64 bytes in base64.';
  }
  return null;
};

/** The secret for a tool from 32 random bytes, given in base64 and in base64url. */
export const secretOf = (tool: TicketTool, random: { readonly base64: string; readonly base64url: string }): string => {
  switch (tool) {
    case 'GITLAB':
    case 'GENERIC':
      return `whsec_${random.base64}`;
    case 'AZURE_DEVOPS':
      return `tollgate:${random.base64url}`;
    case 'GITHUB':
    case 'JIRA':
    case 'LINEAR':
      return random.base64url;
  }
};
