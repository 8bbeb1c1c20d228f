import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  accessOf,
  ACTIONS,
  mayListUsers,
  mayPublishTemplates,
  portfoliosOf,
  rolesFor,
  rolesIn,
  ROLES,
  type Role,
  type Viewer,
} from './access.js';
import { SYSTEM_USER_ID } from './system-user.js';

const PORTFOLIO = 'portfolio-1';

const member = (...roles: Role[]): Viewer => ({
  userId: 'user-1',
  isInstanceAdmin: false,
  roles: new Map([[PORTFOLIO, roles]]),
});

// Who may do what, as it was agreed: a change of this table is a change of policy.
const TABLE: Readonly<Record<string, string>> = {
  'portfolio:read': 'ADMIN PROCESS_DESIGNER PROGRAM_MANAGER GATEKEEPER EVIDENCE_REVIEWER REVIEWER INTEGRATION',
  'portfolio:manage': 'ADMIN',
  'portfolio:import': 'ADMIN PROGRAM_MANAGER',
  'scheme:publish': 'ADMIN PROCESS_DESIGNER',
  'initiative:create': 'ADMIN PROGRAM_MANAGER',
  'initiative:update': 'ADMIN PROGRAM_MANAGER',
  'initiative:resume': 'ADMIN PROGRAM_MANAGER GATEKEEPER',
  'initiative:reopen': 'ADMIN',
  'template:migrate': 'ADMIN PROCESS_DESIGNER',
  'kpi:define': 'ADMIN PROGRAM_MANAGER',
  'kpi:revise': 'ADMIN PROGRAM_MANAGER',
  'kpi:measure': 'ADMIN PROGRAM_MANAGER INTEGRATION',
  'signal:record': 'ADMIN PROGRAM_MANAGER INTEGRATION',
  'signal:pull': 'ADMIN PROGRAM_MANAGER',
  'benefits:review': 'ADMIN PROGRAM_MANAGER',
  'evidence:submit': 'ADMIN PROGRAM_MANAGER',
  'check:submit': 'ADMIN PROGRAM_MANAGER INTEGRATION',
  'evidence:review': 'EVIDENCE_REVIEWER GATEKEEPER',
  'waiver:request': 'ADMIN PROGRAM_MANAGER',
  'waiver:decide': 'GATEKEEPER',
  'waiver:revoke': 'ADMIN PROGRAM_MANAGER GATEKEEPER',
  'review:request': 'ADMIN PROGRAM_MANAGER',
  'review:cancel': 'ADMIN PROGRAM_MANAGER',
  'gate:vote': 'GATEKEEPER',
  'gate:decide': 'GATEKEEPER',
  'condition:close': 'ADMIN PROGRAM_MANAGER',
  'effort:record': 'ADMIN PROGRAM_MANAGER INTEGRATION',
  'effort:close': 'ADMIN PROGRAM_MANAGER',
  'effort:reopen': 'ADMIN',
  'effort:settle-late': 'ADMIN PROGRAM_MANAGER',
  'rules:publish': 'ADMIN PROCESS_DESIGNER',
  'connection:manage': 'ADMIN',
  'ticket:link': 'ADMIN PROGRAM_MANAGER INTEGRATION',
  'delivery:replay': 'ADMIN PROGRAM_MANAGER',
  'webhook:manage': 'ADMIN',
  'finding:mute': 'ADMIN PROGRAM_MANAGER',
  'status:post': 'ADMIN PROGRAM_MANAGER',
  'comment:post': 'ADMIN PROCESS_DESIGNER PROGRAM_MANAGER GATEKEEPER EVIDENCE_REVIEWER REVIEWER',
  'comment:delete': 'ADMIN',
  'audit:verify': 'ADMIN PROCESS_DESIGNER REVIEWER GATEKEEPER PROGRAM_MANAGER',
};

describe('who may do what', () => {
  it('is what was agreed, for every action there is', () => {
    expect(Object.fromEntries(ACTIONS.map((action) => [action, rolesFor(action).join(' ')]))).toEqual(TABLE);
  });

  it('is decided by the roles held in that portfolio and no other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ACTIONS), fc.subarray([...ROLES], { minLength: 1 }), (action, roles) => {
        const allowed = roles.some((role) => rolesFor(action).includes(role));
        expect(accessOf(member(...roles), action, PORTFOLIO)).toBe(allowed ? 'ALLOWED' : 'FORBIDDEN');
        expect(accessOf(member(...roles), action, 'portfolio-2')).toBe('UNKNOWN');
      }),
    );
  });

  it('opens every portfolio to an instance admin, as ADMIN, who still neither reviews, votes nor decides', () => {
    const admin: Viewer = { userId: 'user-1', isInstanceAdmin: true, roles: new Map() };
    expect(rolesIn(admin, 'any')).toEqual(['ADMIN']);
    expect(accessOf(admin, 'portfolio:manage', 'any')).toBe('ALLOWED');
    for (const action of ['evidence:review', 'waiver:decide', 'gate:vote', 'gate:decide'] as const) {
      expect(accessOf(admin, action, 'any')).toBe('FORBIDDEN');
    }
  });

  it('lets nothing be seen of other portfolios than those of the memberships, and all of them by an instance admin', () => {
    expect(portfoliosOf(member('REVIEWER'))).toEqual([PORTFOLIO]);
    expect(portfoliosOf({ userId: 'user-1', isInstanceAdmin: false, roles: new Map() })).toEqual([]);
    expect(
      portfoliosOf({ userId: 'user-1', isInstanceAdmin: true, roles: new Map([[PORTFOLIO, ['REVIEWER'] as const]]) }),
    ).toBe('ALL');
  });

  it('adds ADMIN once to the roles an instance admin holds', () => {
    const roles = (held: readonly Role[]) =>
      rolesIn({ userId: 'u', isInstanceAdmin: true, roles: new Map([[PORTFOLIO, held]]) }, PORTFOLIO);
    expect(roles(['GATEKEEPER'])).toEqual(['GATEKEEPER', 'ADMIN']);
    expect(roles(['ADMIN'])).toEqual(['ADMIN']);
  });

  it('lets an instance admin and any PROCESS_DESIGNER publish templates, and nobody else', () => {
    expect(mayPublishTemplates(member('PROCESS_DESIGNER'))).toBe(true);
    expect(mayPublishTemplates({ userId: 'u', isInstanceAdmin: true, roles: new Map() })).toBe(true);
    expect(mayPublishTemplates(member('ADMIN', 'GATEKEEPER'))).toBe(false);
    const roles = new Map<string, readonly Role[]>([
      [PORTFOLIO, ['REVIEWER']],
      ['portfolio-2', ['PROCESS_DESIGNER']],
    ]);
    expect(mayPublishTemplates({ userId: 'u', isInstanceAdmin: false, roles })).toBe(true);
  });

  it('lets an instance admin and any ADMIN look users up, and nobody else', () => {
    expect(mayListUsers(member('ADMIN'))).toBe(true);
    expect(mayListUsers({ userId: 'u', isInstanceAdmin: true, roles: new Map() })).toBe(true);
    expect(mayListUsers(member('PROCESS_DESIGNER', 'PROGRAM_MANAGER', 'GATEKEEPER'))).toBe(false);
  });

  it('leaves what nobody asked for to the system, a user with an id like every other and older than all', () => {
    expect(SYSTEM_USER_ID).toMatch(/^0{8}-0{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
