import type { Role, Viewer } from '../../domain/access/access.js';
import { done, type Verbs } from './verbs.js';

export const UNITS = {
  claims: 'Claims',
  service: 'Customer Service',
  underwriting: 'Underwriting',
  finance: 'Finance',
  sales: 'Sales and Distribution',
  it: 'IT and Operations',
} as const;
export type UnitKey = keyof typeof UNITS;

export const GATEKEEPERS = ['board', 'risk', 'architecture'] as const;
export type Gatekeeper = (typeof GATEKEEPERS)[number];
export const EVIDENCE_REVIEWERS = ['ux', 'operations'] as const;
export type EvidenceReviewer = (typeof EVIDENCE_REVIEWERS)[number];

export type PersonKey = `${UnitKey}.pm` | `${UnitKey}.head` | Gatekeeper | EvidenceReviewer | 'portfolio' | 'interface';

interface SamplePerson {
  readonly key: PersonKey;
  readonly name: string;
  readonly role: Role;
}

const person = (key: PersonKey, name: string, role: Role): SamplePerson => ({ key, name, role });

export const emailOf = (key: PersonKey): string => `${key}@sample.example`;

/** Everybody is a role and nobody a person; nobody of them has a token until an admin makes one. */
const PEOPLE: readonly SamplePerson[] = [
  ...(Object.keys(UNITS) as UnitKey[]).flatMap((unit) => [
    person(`${unit}.pm`, `Program manager, ${UNITS[unit]}`, 'PROGRAM_MANAGER'),
    person(`${unit}.head`, `Head of ${UNITS[unit]}`, 'REVIEWER'),
  ]),
  person('board', 'Gatekeeper, AI board', 'GATEKEEPER'),
  person('risk', 'Gatekeeper, Risk and compliance', 'GATEKEEPER'),
  person('architecture', 'Gatekeeper, Enterprise architecture', 'GATEKEEPER'),
  person('ux', 'Evidence reviewer, UX', 'EVIDENCE_REVIEWER'),
  person('operations', 'Evidence reviewer, Operations', 'EVIDENCE_REVIEWER'),
  person('portfolio', 'Portfolio reviewer', 'REVIEWER'),
  person('interface', 'Interface, timesheets and monitoring', 'INTEGRATION'),
];

/** Users by their part in the sample. */
export type Users = ReadonlyMap<PersonKey, string>;
/** The same as they act in the portfolio. */
export type Cast = Readonly<Record<PersonKey, Viewer>>;

/** Makes the users of the sample known to the instance. */
export const createPeople = async (verbs: Verbs, admin: Viewer): Promise<Users> => {
  const users = new Map<PersonKey, string>();
  for (const { key, name } of PEOPLE) {
    const user = done(await verbs.createUser.run(admin, { name, email: emailOf(key) }), name);
    users.set(key, user.id);
  }
  return users;
};

/** Gives each of them the role in the portfolio. */
export const castPeople = async (
  verbs: Verbs,
  admin: Viewer,
  portfolio: { readonly id: string; readonly key: string },
  users: Users,
): Promise<Cast> => {
  const cast: [PersonKey, Viewer][] = [];
  for (const { key, name, role } of PEOPLE) {
    const userId = users.get(key) ?? '';
    done(await verbs.setMember.run(admin, portfolio.key, { userId, roles: [role] }), name);
    cast.push([key, { userId, isInstanceAdmin: false, roles: new Map([[portfolio.id, [role]]]) }]);
  }
  return Object.fromEntries(cast) as Cast;
};
