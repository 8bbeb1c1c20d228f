import { Injectable } from '@nestjs/common';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { isId } from '../../../platform/ids.js';
import { loader } from '../../../platform/graphql/loader.js';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Null for whoever can act. */
  readonly deactivatedAt: Instant | null;
}

/** Columns of the user `u`, as `User` has them. */
export const USER_COLUMNS = 'u.id, u.name, u.email, u.deactivated_at AS "deactivatedAt"';
const BY_IDS = `SELECT ${USER_COLUMNS} FROM app_user u WHERE u.id = ANY($1)`;
const BY_EMAILS = `SELECT ${USER_COLUMNS} FROM app_user u WHERE u.email = ANY($1)`;

@Injectable()
export class Users {
  constructor(private readonly database: Database) {}

  /** Users by id, one question per request and tick. */
  readonly byId = loader<string, User | null>(
    async (ids) => new Map((await this.byIds(ids)).map((user) => [user.id, user])),
    () => null,
  );

  byIds(ids: readonly string[], tx?: Tx): Promise<readonly User[]> {
    return this.database.rows<User>(BY_IDS, [ids.filter(isId)], tx);
  }

  byEmails(emails: readonly string[], tx?: Tx): Promise<readonly User[]> {
    return this.database.rows<User>(BY_EMAILS, [emails.map((email) => email.toLowerCase())], tx);
  }

  /** Those of the ids that are persons or machines who can act; the system itself is neither. */
  async existing(ids: readonly string[], tx?: Tx): Promise<ReadonlySet<string>> {
    const found = await this.byIds(ids, tx);
    return new Set(
      found.filter(({ id, deactivatedAt }) => id !== SYSTEM_USER_ID && deactivatedAt === null).map(({ id }) => id),
    );
  }

  async exists(id: string, tx?: Tx): Promise<boolean> {
    return (await this.existing([id], tx)).has(id);
  }
}
