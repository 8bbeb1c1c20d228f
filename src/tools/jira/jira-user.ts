import type { ExternalUser } from '../../domain/tickets/ticket.js';
import { externalUser } from '../reading/users.js';

/** A person of Jira: in Cloud the account, in Data Center the key, of old versions the name. Anonymous ones are null. */
export const jiraUser = (user: unknown): ExternalUser | null =>
  externalUser(user, ['accountId', 'key', 'name'], ['displayName']);
