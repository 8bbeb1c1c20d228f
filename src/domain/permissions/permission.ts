import { accessOf, rolesFor, type Action, type Role, type Viewer } from '../access/access.js';
import type { Refusal } from '../basics/result.js';

/** Somebody who could be asked to do it, with the roles held in the portfolio. */
export interface Person extends Viewer {
  readonly name: string;
}

/** A portfolio and who acts in it: its members, and the instance admins, who act in each. */
export interface Circle<P extends Person = Person> {
  readonly portfolioId: string;
  readonly portfolioKey: string;
  /** By name. */
  readonly people: readonly P[];
}

/** Who is entitled to do something, whatever the state of things. */
export interface Entitlement {
  readonly may: (person: Viewer, portfolioId: string) => boolean;
  /** In words: `gatekeepers of DEMO`. */
  readonly who: (portfolioKey: string) => string;
}

/** Something a person may want to do, with the very rules its command refuses by. */
export interface Deed {
  readonly entitled: Entitlement;
  /** What such people do, in words: `decide a gate`. */
  readonly what: string;
  /** What stands against one person doing it now; for the empty id, against whoever has no part in it yet. */
  readonly against: (userId: string) => readonly Refusal[];
}

/** Whether somebody may do something now, why not, and who may. */
export interface Permission<P extends Person = Person> {
  readonly allowed: boolean;
  /** Null when allowed; else why not, and what to do or whom to ask. */
  readonly reason: string | null;
  /** The people of the portfolio who may do it now, by name; the instance admins only where no member may. */
  readonly whoCan: readonly P[];
}

const PLURALS: Readonly<Record<Role, string>> = {
  ADMIN: 'admins',
  PROCESS_DESIGNER: 'process designers',
  PROGRAM_MANAGER: 'program managers',
  GATEKEEPER: 'gatekeepers',
  EVIDENCE_REVIEWER: 'evidence reviewers',
  REVIEWER: 'reviewers',
  INTEGRATION: 'integrations',
};
const MOST_NAMED = 3;

const joined = (words: readonly string[], last: 'and' | 'or'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.slice(-1).join('')}`;

/** The roles that allow an action, in words: `admins and program managers of DEMO`. */
export const holdersOf = (action: Action, portfolioKey: string): string =>
  `${joined(
    rolesFor(action).map((role) => PLURALS[role]),
    'and',
  )} of ${portfolioKey}`;

/** Whoever holds a role that allows the action is entitled to it, and nobody else. */
export const byRole = (action: Action): Entitlement => ({
  may: (person, portfolioId) => accessOf(person, action, portfolioId) === 'ALLOWED',
  who: (portfolioKey) => holdersOf(action, portfolioKey),
});

/** Nothing stands against it but a missing role. */
export const nothing = (): readonly Refusal[] => [];

const isPerson = ({ roles }: Viewer, portfolioId: string): boolean =>
  (roles.get(portfolioId) ?? []).some((role) => role !== 'INTEGRATION');

const namesOf = (people: readonly Person[]): string => {
  const names = people.map(({ name }) => name);
  const rest = names.length - MOST_NAMED + 1;
  return joined(names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED - 1), `${rest} others`] : names, 'or');
};

const told = (refusals: readonly Refusal[]): string => refusals.map(({ message }) => message).join(' ');

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const whoCanOf = <P extends Person>(deed: Deed, { portfolioId, people }: Circle<P>): readonly P[] => {
  const able = people.filter(
    (person) => deed.entitled.may(person, portfolioId) && deed.against(person.userId).length === 0,
  );
  const members = able.filter((person) => isPerson(person, portfolioId));
  return members.length > 0 ? members : able.filter(({ isInstanceAdmin }) => isInstanceAdmin);
};

const helpFrom = (deed: Deed, { portfolioKey }: Circle, isEntitled: boolean): string => {
  const anybody = deed.against('');
  if (anybody.length > 0) {
    return isEntitled ? '' : ` ${told(anybody)}`;
  }
  return ` Nobody${isEntitled ? ' else' : ''} of ${portfolioKey} can at present; an admin can give somebody the role.`;
};

/**
 * Whether the viewer may do something now. It takes to be entitled and nothing that stands against it, as for the command
 * itself; the reason says all that is missing, and names at most three of those who can. Machines are never named.
 */
export const permissionOf = <P extends Person>(viewer: Viewer, deed: Deed, circle: Circle<P>): Permission<P> => {
  const isEntitled = deed.entitled.may(viewer, circle.portfolioId);
  const against = deed.against(viewer.userId);
  const whoCan = whoCanOf(deed, circle);
  if (isEntitled && against.length === 0) {
    return { allowed: true, reason: null, whoCan };
  }
  const why = isEntitled ? told(against) : `Only ${deed.entitled.who(circle.portfolioKey)} ${deed.what}.`;
  const names = namesOf(whoCan);
  const help = isEntitled ? ` ${capitalised(names)} can.` : ` Ask ${names}.`;
  return { allowed: false, reason: why + (whoCan.length > 0 ? help : helpFrom(deed, circle, isEntitled)), whoCan };
};
