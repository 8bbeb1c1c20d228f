import type { Viewer } from './access.js';
import { SYSTEM_USER_ID } from './system-user.js';

/** The system itself as who acts: it knows of every portfolio. No request is ever made in its name. */
export const SYSTEM: Viewer = { userId: SYSTEM_USER_ID, isInstanceAdmin: true, roles: new Map() };
