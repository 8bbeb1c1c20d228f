import type { StatusCategory } from './ticket.js';

export const EFFORT_SOURCES = ['WORKLOGS', 'COUNTER', 'NONE'] as const;
/** Where the effort on the tickets of a connection comes from. There is one, so that no hour is counted twice. */
export type EffortSource = (typeof EFFORT_SOURCES)[number];

/** How a connection to a ticketing tool is used. */
export interface ConnectionSettings {
  readonly effort: EffortSource;
  /** Whether time that was spent before we listened counts as effort, at the day of the first reading of a counter. */
  readonly countOpeningBalance: boolean;
  /** What a status comes to, by its name as the tool writes it; it outweighs what the tool itself says. */
  readonly statusCategories: Readonly<Record<string, StatusCategory>>;
  /** The field that holds story points: of Jira the id, `customfield_10016`; of GitHub the name. Null: none. */
  readonly pointsField: string | null;
  /** The field of GitHub that holds the hours spent so far. Null: none. */
  readonly hoursField: string | null;
  /** Users of the tool, by their ids there, whose changes are our own and are dropped. */
  readonly ignoredUserIds: readonly string[];
  /** Where the tool is, to ask it: `https://acme.atlassian.net`. Null: it is never asked. */
  readonly baseUrl: string | null;
  /** What of it is read when it is asked: keys of Jira projects, `owner/name` of GitHub, ids or paths of GitLab projects, keys of Linear teams, projects of Azure DevOps. Empty: whatever the credential sees, where the tool can be asked so. */
  readonly projects: readonly string[];
  /** Whose credential it is, where the tool wants a name beside it: the e-mail address of Jira Cloud. */
  readonly userName: string | null;
}
