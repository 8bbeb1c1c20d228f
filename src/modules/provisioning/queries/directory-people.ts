import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { fault } from '../../../platform/faults.js';
import { isId } from '../../../platform/ids.js';

/** A user as a directory knows it. */
export interface DirectoryPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly externalId: string | null;
  readonly createdAt: Instant;
  readonly deactivatedAt: Instant | null;
}

/** Who is looked for: the one of an e-mail address in whatever case, or the one the directory calls so. */
export interface Sought {
  readonly by: 'email' | 'externalId';
  readonly text: string;
}

export interface PeoplePage {
  readonly total: number;
  readonly people: readonly DirectoryPerson[];
}

const COLUMNS = `
  u.id, u.name, u.email, u.external_id AS "externalId", u.created_at AS "createdAt", u.deactivated_at AS "deactivatedAt"`;
const ONE = `SELECT ${COLUMNS} FROM app_user u WHERE u.id = $1 AND u.id <> '${SYSTEM_USER_ID}'`;
const WHERE = `
  WHERE u.id <> '${SYSTEM_USER_ID}' AND ($1::text IS NULL OR u.email = $1) AND ($2::text IS NULL OR u.external_id = $2)`;
const PAGE = `SELECT ${COLUMNS} FROM app_user u ${WHERE} ORDER BY u.created_at, u.id OFFSET $3 LIMIT $4`;
const COUNT = `SELECT count(*)::int AS total FROM app_user u ${WHERE}`;

/** The users of the instance for a directory, those who left too; the system itself is none of them. Only for an instance admin. */
@Injectable()
export class DirectoryPeople {
  constructor(private readonly database: Database) {}

  async byId(viewer: Viewer, id: string, tx?: Tx): Promise<DirectoryPerson | null> {
    mustBeInstanceAdmin(viewer);
    return isId(id) ? this.database.row<DirectoryPerson>(ONE, [id], tx) : null;
  }

  /** Oldest first, so that whoever comes meanwhile moves nobody to another page. */
  async page(viewer: Viewer, sought: Sought | null, from: number, count: number): Promise<PeoplePage> {
    mustBeInstanceAdmin(viewer);
    const given = [
      sought?.by === 'email' ? sought.text.toLowerCase() : null,
      sought?.by === 'externalId' ? sought.text : null,
    ];
    const [counted, people] = [
      await this.database.row<{ total: number }>(COUNT, given),
      await this.database.rows<DirectoryPerson>(PAGE, [...given, from, count]),
    ];
    return { total: counted?.total ?? 0, people };
  }
}

const mustBeInstanceAdmin = (viewer: Viewer): void => {
  if (!viewer.isInstanceAdmin) {
    throw fault('FORBIDDEN', 'Provisioning users takes the API token of an instance admin.');
  }
};
