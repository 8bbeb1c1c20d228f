import { Injectable } from '@nestjs/common';
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

  async exists(id: string, tx?: Tx): Promise<boolean> {
    return (await this.byIds([id], tx)).length > 0;
  }
}
