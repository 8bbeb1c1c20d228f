import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { listLoader } from '../../../platform/graphql/list-loader.js';
import { groupBy, loader, type Loader } from '../../../platform/graphql/loader.js';
import { COMMENT_COLUMNS, COMMENTS, type Comment } from './comments.js';
import { counted, postedPages, type CountedPage, type Paging } from './paging.js';

/** One text of a comment. */
export interface CommentVersion {
  readonly commentId: string;
  readonly version: number;
  /** Null once the comment was deleted. */
  readonly text: string | null;
  readonly writtenAt: Instant;
}

/** Which comments belong to a parent. */
const WHERE = {
  initiative: 'c.initiative_id = asked.id AND c.review_id IS NULL AND c.reply_to_id IS NULL',
  review: 'c.review_id = asked.id AND c.reply_to_id IS NULL',
  thread: 'c.reply_to_id = asked.id',
} as const;
type Parent = keyof typeof WHERE;

const page = (parent: Parent, compares: '<' | '>', order: 'ASC' | 'DESC'): string => `
  SELECT page.* FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
    SELECT ${COMMENT_COLUMNS} FROM ${COMMENTS}
    WHERE ${WHERE[parent]} AND (c.posted_at, c.id) ${compares} ($2::timestamptz, $3::uuid)
    ORDER BY c.posted_at ${order}, c.id ${order} LIMIT $4) AS page`;
const PAGES = {
  initiative: page('initiative', '<', 'DESC'),
  review: page('review', '<', 'DESC'),
  thread: page('thread', '>', 'ASC'),
} as const;

const count = (parent: Parent): string => `
  SELECT asked.id, (SELECT count(*)::int FROM comment c WHERE ${WHERE[parent]}) AS count FROM unnest($1::uuid[]) AS asked (id)`;
const COUNTS = { initiative: count('initiative'), review: count('review'), thread: count('thread') } as const;

const VERSIONS = `
  SELECT page.* FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
    SELECT t.comment_id AS "commentId", t.version, t.text, t.written_at AS "writtenAt" FROM comment_text t
    WHERE t.comment_id = asked.id AND t.version < $2 ORDER BY t.version DESC LIMIT $3) AS page`;
const VERSION_LIST = 'comment-versions';
const AFTER_ALL = 2_147_483_647;

/** Comments as they are read: threads with the newest first, each with its replies in the order they were posted. */
@Injectable()
export class Threads {
  constructor(private readonly database: Database) {}

  private readonly onInitiatives = postedPages<Comment>(
    'comments',
    'NEWEST_FIRST',
    ({ initiativeId }) => initiativeId,
    (ids, from, most) => this.database.rows<Comment>(PAGES.initiative, [ids, ...from, most]),
  );
  private readonly onReviews = postedPages<Comment>(
    'review-comments',
    'NEWEST_FIRST',
    ({ reviewId }) => String(reviewId),
    (ids, from, most) => this.database.rows<Comment>(PAGES.review, [ids, ...from, most]),
  );
  private readonly inThreads = postedPages<Comment>(
    'replies',
    'OLDEST_FIRST',
    ({ replyToId }) => String(replyToId),
    (ids, from, most) => this.database.rows<Comment>(PAGES.thread, [ids, ...from, most]),
  );
  private readonly versions = listLoader<Paging, Page<CommentVersion>>(
    async (ids, { first, after }) => {
      const [before = AFTER_ALL] = decodeCursor(VERSION_LIST, after, ['number']) ?? [];
      const rows = await this.database.rows<CommentVersion>(VERSIONS, [ids, before, first + 1]);
      const pageIn = (own: readonly CommentVersion[]) =>
        pageOf(own, first, after, ({ version }) => encodeCursor(VERSION_LIST, [version]));
      return new Map([...groupBy(rows, ({ commentId }) => commentId)].map(([id, own]) => [id, pageIn(own)]));
    },
    ({ first, after }) => pageOf<CommentVersion>([], first, after, () => ''),
  );

  private readonly countsOn: Readonly<Record<Parent, Loader<string, number>>> = {
    initiative: this.counting('initiative'),
    review: this.counting('review'),
    thread: this.counting('thread'),
  };

  /** A page of the threads on an initiative itself, the one begun last first. */
  async ofInitiative(scope: object, initiativeId: string, paging: Paging): Promise<CountedPage<Comment>> {
    const own = await this.onInitiatives(scope, initiativeId, paging);
    return counted(own, () => this.countsOn.initiative.load(scope, initiativeId));
  }

  /** A page of the threads on a review, the one begun last first. */
  async ofReview(scope: object, reviewId: string, paging: Paging): Promise<CountedPage<Comment>> {
    return counted(await this.onReviews(scope, reviewId, paging), () => this.countsOn.review.load(scope, reviewId));
  }

  /** A page of the replies to a comment, in the order they were posted. */
  async repliesTo(scope: object, commentId: string, paging: Paging): Promise<CountedPage<Comment>> {
    return counted(await this.inThreads(scope, commentId, paging), () => this.countsOn.thread.load(scope, commentId));
  }

  /** A page of the texts of a comment, the newest first. */
  versionsOf(scope: object, commentId: string, paging: Paging): Promise<Page<CommentVersion>> {
    return this.versions.load(scope, commentId, paging);
  }

  private counting(parent: Parent): Loader<string, number> {
    return loader<string, number>(
      async (ids) => {
        const rows = await this.database.rows<{ id: string; count: number }>(COUNTS[parent], [ids]);
        return new Map(rows.map((row) => [row.id, row.count]));
      },
      () => 0,
    );
  }
}
