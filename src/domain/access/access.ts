export const ROLES = [
  'ADMIN',
  'PROCESS_DESIGNER',
  'PROGRAM_MANAGER',
  'GATEKEEPER',
  'EVIDENCE_REVIEWER',
  'REVIEWER',
  'INTEGRATION',
] as const;
export type Role = (typeof ROLES)[number];

/** Who is asking: a person or a machine with a valid API token, and the roles held in each portfolio. */
export interface Viewer {
  readonly userId: string;
  readonly isInstanceAdmin: boolean;
  /** Roles by portfolio id; a portfolio that is not in it does not exist for this viewer. */
  readonly roles: ReadonlyMap<string, readonly Role[]>;
}

const EVERY_MEMBER = ROLES;

/** Which roles of a portfolio may do what. An action that is not here cannot be asked for, so nothing is allowed by default. */
const ROLES_FOR = {
  'portfolio:read': EVERY_MEMBER,
  'portfolio:manage': ['ADMIN'],
  'portfolio:import': ['ADMIN', 'PROGRAM_MANAGER'],
  'scheme:publish': ['ADMIN', 'PROCESS_DESIGNER'],
  'initiative:create': ['ADMIN', 'PROGRAM_MANAGER'],
  'initiative:update': ['ADMIN', 'PROGRAM_MANAGER'],
  'initiative:resume': ['ADMIN', 'PROGRAM_MANAGER', 'GATEKEEPER'],
  'initiative:reopen': ['ADMIN'],
  'template:migrate': ['ADMIN', 'PROCESS_DESIGNER'],
  'kpi:define': ['ADMIN', 'PROGRAM_MANAGER'],
  'kpi:revise': ['ADMIN', 'PROGRAM_MANAGER'],
  'kpi:measure': ['ADMIN', 'PROGRAM_MANAGER', 'INTEGRATION'],
  'signal:record': ['ADMIN', 'PROGRAM_MANAGER', 'INTEGRATION'],
  'signal:pull': ['ADMIN', 'PROGRAM_MANAGER'],
  'benefits:review': ['ADMIN', 'PROGRAM_MANAGER'],
  'evidence:submit': ['ADMIN', 'PROGRAM_MANAGER'],
  'check:submit': ['ADMIN', 'PROGRAM_MANAGER', 'INTEGRATION'],
  'evidence:review': ['EVIDENCE_REVIEWER', 'GATEKEEPER'],
  'waiver:request': ['ADMIN', 'PROGRAM_MANAGER'],
  'waiver:decide': ['GATEKEEPER'],
  'waiver:revoke': ['ADMIN', 'PROGRAM_MANAGER', 'GATEKEEPER'],
  'review:request': ['ADMIN', 'PROGRAM_MANAGER'],
  'review:cancel': ['ADMIN', 'PROGRAM_MANAGER'],
  'gate:vote': ['GATEKEEPER'],
  'gate:decide': ['GATEKEEPER'],
  'condition:close': ['ADMIN', 'PROGRAM_MANAGER'],
  'effort:record': ['ADMIN', 'PROGRAM_MANAGER', 'INTEGRATION'],
  'effort:close': ['ADMIN', 'PROGRAM_MANAGER'],
  'effort:reopen': ['ADMIN'],
  'effort:settle-late': ['ADMIN', 'PROGRAM_MANAGER'],
  'rules:publish': ['ADMIN', 'PROCESS_DESIGNER'],
  'connection:manage': ['ADMIN'],
  'ticket:link': ['ADMIN', 'PROGRAM_MANAGER', 'INTEGRATION'],
  'delivery:replay': ['ADMIN', 'PROGRAM_MANAGER'],
  'webhook:manage': ['ADMIN'],
  'finding:mute': ['ADMIN', 'PROGRAM_MANAGER'],
  'status:post': ['ADMIN', 'PROGRAM_MANAGER'],
  'comment:post': ['ADMIN', 'PROCESS_DESIGNER', 'PROGRAM_MANAGER', 'GATEKEEPER', 'EVIDENCE_REVIEWER', 'REVIEWER'],
  'comment:delete': ['ADMIN'],
  'audit:verify': ['ADMIN', 'PROCESS_DESIGNER', 'REVIEWER', 'GATEKEEPER', 'PROGRAM_MANAGER'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof ROLES_FOR;

/** Every action, for the table of who may what. */
export const ACTIONS = Object.keys(ROLES_FOR) as readonly Action[];

export const rolesFor = (action: Action): readonly Role[] => ROLES_FOR[action];

/**
 * The roles a viewer acts with in a portfolio: those of the membership, and ADMIN for an instance admin. Separation of
 * duties holds for both: ADMIN neither reviews evidence nor votes nor decides, for that takes the role itself.
 */
export const rolesIn = (viewer: Viewer, portfolioId: string): readonly Role[] => {
  const own = viewer.roles.get(portfolioId) ?? [];
  return viewer.isInstanceAdmin && !own.includes('ADMIN') ? [...own, 'ADMIN'] : own;
};

export type Access = 'ALLOWED' | 'FORBIDDEN' | 'UNKNOWN';

/**
 * May this viewer do this in this portfolio? UNKNOWN for whoever is no member: such a viewer must get the same answer as
 * for a portfolio that does not exist. FORBIDDEN for a member without a role that allows it.
 */
export const accessOf = (viewer: Viewer, action: Action, portfolioId: string): Access => {
  const held = rolesIn(viewer, portfolioId);
  if (held.length === 0) {
    return 'UNKNOWN';
  }
  const allowed: readonly Role[] = ROLES_FOR[action];
  return held.some((role) => allowed.includes(role)) ? 'ALLOWED' : 'FORBIDDEN';
};

/** The portfolios that anything of can be seen by a viewer: all for an instance admin, else those of the memberships. */
export const portfoliosOf = (viewer: Viewer): 'ALL' | readonly string[] =>
  viewer.isInstanceAdmin ? 'ALL' : [...viewer.roles.keys()];

/** Whoever gives roles must find the people to give them to: an instance admin, or who is ADMIN in any portfolio, sees all users. */
export const mayListUsers = (viewer: Viewer): boolean =>
  viewer.isInstanceAdmin || [...viewer.roles.values()].some((roles) => roles.includes('ADMIN'));

/** Templates are shared by the instance: an instance admin, or who is PROCESS_DESIGNER in any portfolio, publishes them. */
export const mayPublishTemplates = (viewer: Viewer): boolean =>
  viewer.isInstanceAdmin || [...viewer.roles.values()].some((roles) => roles.includes('PROCESS_DESIGNER'));
