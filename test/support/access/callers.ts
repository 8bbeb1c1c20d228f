import { ROLES, type Role } from '../../../src/domain/access/access.js';
import type { Member } from '../company.js';
import type { TestServer } from '../server.js';
import type { Standing } from './rules.js';

const NOBODY_YET: Omit<Standing, 'name'> = {
  hasToken: true,
  roles: [],
  rolesElsewhere: [],
  isInstanceAdmin: false,
  is: null,
};

/** The columns of the table: each role alone, those who have a stake, and those from outside. */
export const STANDINGS = [
  ...ROLES.map((role): Standing => ({ ...NOBODY_YET, name: role, roles: [role] })),
  { ...NOBODY_YET, name: 'OWNER', roles: ['REVIEWER'], is: 'OWNER' },
  { ...NOBODY_YET, name: 'SPONSOR', roles: ['REVIEWER'], is: 'SPONSOR' },
  { ...NOBODY_YET, name: 'INSTANCE ADMIN', isInstanceAdmin: true },
  { ...NOBODY_YET, name: 'FOREIGN', rolesElsewhere: ROLES },
  { ...NOBODY_YET, name: 'NO PORTFOLIO' },
  { ...NOBODY_YET, name: 'NO TOKEN', hasToken: false },
] as const satisfies readonly Standing[];

/** Somebody who asks, with a token; empty for who has none. */
export interface Caller extends Standing {
  readonly token: string;
  readonly userId: string;
}

/** People who stand as the columns say, towards one portfolio and another. */
export const makeCallers = async (
  server: TestServer,
  portfolioKey: string,
  otherKey: string,
): Promise<readonly Caller[]> => {
  const { viewer } = await server.admin.ask('{ viewer { user { id } } }');
  const callers: Caller[] = [];
  for (const standing of STANDINGS) {
    if (standing.isInstanceAdmin) {
      callers.push({ ...standing, token: server.admin.token, userId: viewer.user.id as string });
    } else if (standing.hasToken) {
      const [key, roles] = placeOf(standing, portfolioKey, otherKey);
      const { token, userId } = await server.member(standing.name, key, roles);
      callers.push({ ...standing, token, userId });
    } else {
      callers.push({ ...standing, token: '', userId: '' });
    }
  }
  return callers;
};

const placeOf = (standing: Standing, own: string, other: string): readonly [string, readonly Role[]] =>
  standing.rolesElsewhere.length > 0 ? [other, standing.rolesElsewhere] : [own, standing.roles];

export const clientOf = (server: TestServer, caller: Caller): Member => ({
  ...server.as(caller.token),
  userId: caller.userId,
});
