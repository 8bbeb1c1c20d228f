import { Webhook } from 'standardwebhooks';
import { millisecondsOf, type Instant } from '../../../domain/basics/instant.js';

type Headers = Readonly<Record<string, string>>;

/** The headers of Standard Webhooks 1.0 for a message that is sent at `at`: which it is, and one signature by each of the secrets. */
export const signMessage = (
  message: { readonly id: string; readonly body: string },
  at: Instant,
  secrets: readonly string[],
): { readonly identity: Headers; readonly signature: Headers } => {
  const sent = new Date(millisecondsOf(at));
  const signatures = secrets.map((secret) => new Webhook(secret).sign(message.id, sent, message.body));
  return {
    identity: { 'webhook-id': message.id, 'webhook-timestamp': String(Math.floor(sent.getTime() / 1_000)) },
    signature: { 'webhook-signature': signatures.join(' ') },
  };
};
