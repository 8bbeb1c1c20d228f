import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { isId } from '../../../platform/ids.js';

/** An API token as it can be told of: its secret is not kept. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly createdById: string;
  /** In UTC; null: without an end. */
  readonly expiresOn: CalendarDate | null;
  readonly revokedAt: Instant | null;
}

const PAGE = `
  SELECT id, name, created_at AS "createdAt", created_by AS "createdById", expires_on AS "expiresOn", revoked_at AS "revokedAt"
  FROM api_token WHERE user_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
  ORDER BY created_at DESC, id DESC LIMIT $4`;

@Injectable()
export class ApiTokens {
  constructor(private readonly database: Database) {}

  /** A page of the API tokens of a user, newest first, revoked and expired ones too; none for whoever is neither that user nor an instance admin. */
  async page(viewer: Viewer, userId: string, first: number, after: string | null): Promise<Page<ApiToken>> {
    const list = `apiTokens:${userId}`;
    const position = decodeCursor(list, after, ['instant', 'id']);
    const isOpen = isId(userId) && (viewer.isInstanceAdmin || viewer.userId === userId);
    const rows = isOpen
      ? await this.database.rows<ApiToken>(PAGE, [userId, ...(position ?? [null, null]), first + 1])
      : [];
    return pageOf(rows, first, after, ({ createdAt, id }) => encodeCursor(list, [createdAt, id]));
  }
}
