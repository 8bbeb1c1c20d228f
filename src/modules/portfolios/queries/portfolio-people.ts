import { Injectable } from '@nestjs/common';
import type { Role } from '../../../domain/access/access.js';
import type { Person } from '../../../domain/permissions/permission.js';
import { Database } from '../../../platform/database/database.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';
import { USER_COLUMNS, type User } from '../../identity/queries/users.js';
import { USER_IS_ACTIVE } from '../../identity/queries/viewer-sql.js';

/** Somebody who acts in a portfolio. */
export interface ActingPerson extends Person, User {}

interface Row extends User {
  readonly portfolioId: string;
  readonly isInstanceAdmin: boolean;
  readonly roles: readonly Role[];
}

const OF_PORTFOLIOS = `
  SELECT m.portfolio_id AS "portfolioId", ${USER_COLUMNS}, u.is_instance_admin AS "isInstanceAdmin", m.roles
  FROM portfolio_member m JOIN app_user u ON u.id = m.user_id WHERE m.portfolio_id = ANY($1)
  UNION ALL
  SELECT p.id, ${USER_COLUMNS}, true, '{}'::text[]
  FROM unnest($1::uuid[]) AS p (id) JOIN app_user u ON u.is_instance_admin AND ${USER_IS_ACTIVE}
  WHERE NOT EXISTS (SELECT 1 FROM portfolio_member m WHERE m.portfolio_id = p.id AND m.user_id = u.id)
  ORDER BY 3, 2`;

/** Who acts in a portfolio: its members, and the instance admins, who act in each. */
@Injectable()
export class PortfolioPeople {
  constructor(private readonly database: Database) {}

  /** By name; those without a role in it are instance admins. */
  readonly of = loader<string, readonly ActingPerson[]>(
    async (ids) => {
      const rows = await this.database.rows<Row>(OF_PORTFOLIOS, [ids]);
      const people = groupBy(rows, ({ portfolioId }) => portfolioId);
      return new Map([...people].map(([id, acting]) => [id, acting.map((row) => actingIn(id, row))]));
    },
    () => [],
  );
}

const actingIn = (portfolioId: string, { roles, ...person }: Omit<Row, 'portfolioId'>): ActingPerson => ({
  ...person,
  userId: person.id,
  roles: roles.length > 0 ? new Map([[portfolioId, roles]]) : new Map(),
});
