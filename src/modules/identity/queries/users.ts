import { Injectable } from '@nestjs/common';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { isId } from '../../../platform/ids.js';
import { loader } from '../../../platform/graphql/loader.js';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const BY_IDS = 'SELECT id, name, email FROM app_user WHERE id = ANY($1)';
const BY_EMAILS = 'SELECT id, name, email FROM app_user WHERE email = ANY($1)';

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

  /** Those of the ids that are persons or machines; the system itself is neither. */
  async existing(ids: readonly string[], tx?: Tx): Promise<ReadonlySet<string>> {
    const found = await this.byIds(ids, tx);
    return new Set(found.map((user) => user.id).filter((id) => id !== SYSTEM_USER_ID));
  }

  async exists(id: string, tx?: Tx): Promise<boolean> {
    return (await this.existing([id], tx)).has(id);
  }
}
