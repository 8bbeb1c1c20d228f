import type { Role, Viewer } from '../../../domain/access/access.js';

/** What `VIEWER_COLUMNS` gives. */
export interface ViewerRow {
  readonly user_id: string;
  readonly is_instance_admin: boolean;
  readonly roles: Readonly<Record<string, readonly Role[]>> | null;
}

/** Columns of the user `u`: who it is, with the roles held now. */
export const VIEWER_COLUMNS = `u.id AS user_id, u.is_instance_admin,
    (SELECT jsonb_object_agg(m.portfolio_id, m.roles) FROM portfolio_member m WHERE m.user_id = u.id) AS roles`;

/** Whether the user `u` can act at all. */
export const USER_IS_ACTIVE = 'u.deactivated_at IS NULL';

/** Whether the API token `t` is good on a day, stated as a parameter such as `$2`. */
export const tokenIsGood = (today: string): string =>
  `t.revoked_at IS NULL AND (t.expires_on IS NULL OR t.expires_on >= ${today})`;

export const viewerIn = (row: ViewerRow): Viewer => ({
  userId: row.user_id,
  isInstanceAdmin: row.is_instance_admin,
  roles: new Map(Object.entries(row.roles ?? {})),
});
