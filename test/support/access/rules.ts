import { rolesFor, type Action, type Role } from '../../../src/domain/access/access.js';

/**
 * How somebody is answered: let through; FORBIDDEN; as for what is not there (UNKNOWN); or told to come with a token first.
 */
export type Answered = 'ALLOWED' | 'FORBIDDEN' | 'UNKNOWN' | 'UNAUTHENTICATED';

/** Somebody who asks, as far as it decides what they may do. */
export interface Standing {
  /** A column of the table. */
  readonly name: string;
  readonly hasToken: boolean;
  /** In the portfolio that is asked about. */
  readonly roles: readonly Role[];
  /** In another portfolio. */
  readonly rolesElsewhere: readonly Role[];
  readonly isInstanceAdmin: boolean;
  /** What they are to the initiative and its comments. */
  readonly is: 'OWNER' | 'SPONSOR' | null;
}

/** Who may do something, in words for the table and as an answer for each column. */
export interface Rule {
  readonly told: string;
  readonly answers: (who: Standing) => Answered;
}

const withToken =
  (answers: Rule['answers']): Rule['answers'] =>
  (who) =>
    who.hasToken ? answers(who) : 'UNAUTHENTICATED';

const rule = (told: string, answers: Rule['answers']): Rule => ({ told, answers: withToken(answers) });

const rolesOf = ({ roles, isInstanceAdmin }: Standing): readonly Role[] =>
  isInstanceAdmin ? [...roles, 'ADMIN'] : roles;

const byRoles =
  (allowed: readonly Role[]): Rule['answers'] =>
  (who) => {
    const held = rolesOf(who);
    return held.length === 0 ? 'UNKNOWN' : held.some((role) => allowed.includes(role)) ? 'ALLOWED' : 'FORBIDDEN';
  };

/** Whoever holds a role that allows the action, in the very portfolio. */
export const by = (action: Action): Rule => rule(action, byRoles(rolesFor(action)));

/** The same, and who is the owner (or the sponsor) of the initiative, whatever role they hold. */
export const byOr = (action: Action, ...are: readonly ('OWNER' | 'SPONSOR')[]): Rule =>
  rule(`${action}, or ${are.join(' or ').toLowerCase()}`, (who) =>
    who.is !== null && are.includes(who.is) ? 'ALLOWED' : byRoles(rolesFor(action))(who),
  );

const byAuthorOr =
  (allowed: readonly Role[]): Rule['answers'] =>
  (who) =>
    who.is === 'OWNER' ? 'ALLOWED' : byRoles(allowed)(who);

/** What the owner wrote is changed by nobody else, for all the roles there are. */
export const BY_ITS_AUTHOR = rule('its author', byAuthorOr([]));
export const BY_ITS_AUTHOR_OR = (action: Action): Rule =>
  rule(`${action}, or its author`, byAuthorOr(rolesFor(action)));

export const BY_ANYBODY = rule('anybody with a token', () => 'ALLOWED');

export const BY_EVERYBODY: Rule = { told: 'everybody, without a token', answers: () => 'ALLOWED' };

export const BY_INSTANCE_ADMIN = rule('instance admin', (who) => (who.isInstanceAdmin ? 'ALLOWED' : 'FORBIDDEN'));

/** What is of one user and nobody else is to know of, but an instance admin. */
export const BY_ITSELF_OR_INSTANCE_ADMIN = rule('oneself, or instance admin', (who) =>
  who.isInstanceAdmin ? 'ALLOWED' : 'UNKNOWN',
);

const inAnyPortfolio = (role: Role): Rule =>
  rule(`${role} in any portfolio, or instance admin`, ({ isInstanceAdmin, roles, rolesElsewhere }) =>
    isInstanceAdmin || [...roles, ...rolesElsewhere].includes(role) ? 'ALLOWED' : 'FORBIDDEN',
  );

export const BY_PUBLISHER = inAnyPortfolio('PROCESS_DESIGNER');
export const BY_ANY_ADMIN = inAnyPortfolio('ADMIN');
