import { Injectable } from '@nestjs/common';
import { mayListUsers, type Viewer } from '../../../domain/access/access.js';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import { Database } from '../../../platform/database/database.js';
import { fault } from '../../../platform/faults.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { USER_COLUMNS, type User } from './users.js';

export interface CountedUsers extends Page<User> {
  readonly totalCount: Promise<number>;
}

// % and _ are letters like any other.
const WHERE = `
  WHERE u.id <> '${SYSTEM_USER_ID}' AND ($1::text IS NULL OR u.name || ' ' || u.email ILIKE $1)`;
const PAGE = `
  SELECT ${USER_COLUMNS} FROM app_user u ${WHERE} AND ($2::text IS NULL OR (u.name, u.id) > ($2, $3::uuid))
  ORDER BY u.name, u.id LIMIT $4`;
const COUNT = `SELECT count(*) AS count FROM app_user u ${WHERE}`;
const LIST = 'users';

@Injectable()
export class UserList {
  constructor(private readonly database: Database) {}

  /**
   * A page of the users of the instance whose name or e-mail address holds a text, by name; the system itself is none of them.
   * FORBIDDEN for whoever is neither an instance admin nor ADMIN in any portfolio.
   */
  async page(viewer: Viewer, search: string | null, first: number, after: string | null): Promise<CountedUsers> {
    if (!mayListUsers(viewer)) {
      throw fault('FORBIDDEN', 'Looking users up takes the role ADMIN in a portfolio, or an instance admin.');
    }
    const pattern = search === null ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    const position = decodeCursor(LIST, after, ['text', 'id']);
    const rows = await this.database.rows<User>(PAGE, [pattern, ...(position ?? [null, null]), first + 1]);
    const count = async (): Promise<number> =>
      (await this.database.row<{ count: number }>(COUNT, [pattern]))?.count ?? 0;
    return {
      ...pageOf(rows, first, after, ({ name, id }) => encodeCursor(LIST, [name, id])),
      // Counted only when it is asked for.
      get totalCount() {
        return count();
      },
    };
  }
}
