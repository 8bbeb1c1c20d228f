import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { CanonicalEvent } from '../../domain/tickets/ticket.js';
import { at } from '../reading/json.js';
import { readIssue } from './github-issue.js';

/** The repository an issue says it is in: it may have been moved from the one it was asked for in. */
const repositoryOf = (issue: unknown, asked: string): string => {
  const url = at(issue, 'repository_url');
  return (typeof url === 'string' ? /\/repos\/([^/]+\/[^/]+)$/.exec(url)?.[1] : undefined) ?? asked;
};

/**
 * What an issue as the REST API gives it comes to: the ticket, and its running total where that is counted in a field. The
 * API lists pull requests among issues; they are none.
 */
export const eventsOfGithubIssue = (
  issue: unknown,
  repository: string,
  settings: ConnectionSettings,
): readonly CanonicalEvent[] => {
  if (at(issue, 'pull_request') !== undefined) {
    return [];
  }
  const ticket = readIssue({ issue, repository: { full_name: repositoryOf(issue, repository) } }, settings);
  if (ticket === null) {
    return [{ type: 'unreadable', why: 'An issue without an id, a number, a title or a date.' }];
  }
  const told: CanonicalEvent = { type: 'ticket.upserted', ticket, changes: [] };
  return settings.effort !== 'COUNTER' || ticket.timeSpentSeconds === null
    ? [told]
    : [
        told,
        {
          type: 'effort.counter',
          ticketExternalId: ticket.externalId,
          cumulativeSeconds: ticket.timeSpentSeconds,
          previousSeconds: null,
          by: null,
          at: ticket.updatedAt,
          revision: null,
        },
      ];
};
