import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';
import { isId } from '../../../platform/ids.js';
import { requireAccess } from '../../identity/access.js';

/** A comment as it stands. */
export interface Comment {
  readonly id: string;
  readonly portfolioId: string;
  readonly initiativeId: string;
  /** Null: on the initiative itself. */
  readonly reviewId: string | null;
  /** Null: it begins a thread. */
  readonly replyToId: string | null;
  /** Null once it was deleted. */
  readonly text: string | null;
  readonly textSha256: string;
  readonly version: number;
  readonly postedAt: Instant;
  readonly authorId: string;
  /** When the text that stands was written; null for the first one. */
  readonly editedAt: Instant | null;
  readonly deletedAt: Instant | null;
  readonly deletedById: string | null;
}

export const COMMENT_COLUMNS = `
  c.id, c.portfolio_id AS "portfolioId", c.initiative_id AS "initiativeId", c.review_id AS "reviewId", c.reply_to_id AS "replyToId",
  t.text, t.text_sha256 AS "textSha256", c.version, c.posted_at AS "postedAt", c.posted_by AS "authorId",
  CASE WHEN c.version > 1 THEN t.written_at END AS "editedAt", c.deleted_at AS "deletedAt", c.deleted_by AS "deletedById"`;
export const COMMENTS = 'comment c JOIN comment_text t ON t.comment_id = c.id AND t.version = c.version';

const BY_IDS = `SELECT ${COMMENT_COLUMNS} FROM ${COMMENTS} WHERE c.id = ANY($1)`;
const LOCK = 'SELECT 1 FROM comment WHERE id = $1 FOR UPDATE';
const MENTIONED = `
  SELECT m.comment_id AS "commentId", m.user_id AS "userId" FROM comment_mention m WHERE m.comment_id = ANY($1)
  ORDER BY m.comment_id, m.mentioned_at, m.user_id`;

@Injectable()
export class Comments {
  constructor(private readonly database: Database) {}

  readonly byId = loader<string, Comment | null>(
    async (ids) => new Map((await this.byIds(ids)).map((comment) => [comment.id, comment])),
    () => null,
  );

  /** The ids of those a comment mentions; of a deleted one nobody. */
  readonly mentionedIn = loader<string, readonly string[]>(
    async (ids) => {
      const rows = await this.database.rows<{ commentId: string; userId: string }>(MENTIONED, [ids]);
      const groups = groupBy(rows, ({ commentId }) => commentId);
      return new Map([...groups].map(([id, own]) => [id, own.map(({ userId }) => userId)]));
    },
    () => [],
  );

  byIds(ids: readonly string[], tx?: Tx): Promise<readonly Comment[]> {
    return this.database.rows<Comment>(BY_IDS, [ids.filter(isId)], tx);
  }

  /** A comment that is known to be there. */
  async get(id: string, tx: Tx): Promise<Comment> {
    const [comment] = await this.byIds([id], tx);
    if (!comment) {
      throw new Error(`Comment ${id} is referred to but not there.`);
    }
    return comment;
  }

  /** The comment with this id, as far as the viewer may know of it. */
  async seenBy(viewer: Viewer, id: string, tx?: Tx): Promise<Comment | null> {
    const [comment] = await this.byIds([id], tx);
    return requireAccess(viewer, 'portfolio:read', comment?.portfolioId) ? (comment ?? null) : null;
  }

  /** The same, locked until the transaction ends, so that of two who change it the second one sees what the first did. */
  async lockSeenBy(viewer: Viewer, id: string, tx: Tx): Promise<Comment | null> {
    if (isId(id)) {
      await this.database.rows(LOCK, [id], tx);
    }
    return this.seenBy(viewer, id, tx);
  }
}
