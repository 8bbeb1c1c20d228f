import { happened } from './happened-sql.js';

/** Status updates by the time they were posted. */
export const STATUS_UPDATES = `
  SELECT s.id, i.key AS "initiativeKey", i.name AS "initiativeName", s.health, s.text, s.posted_at AS "postedAt", u.name AS "postedBy"
  FROM status_update s
  JOIN initiative i ON i.id = s.initiative_id
  JOIN app_user u ON u.id = s.posted_by
  WHERE ${happened('s', 's.posted_at')} AND ($5::text[] IS NULL OR s.health = ANY($5::text[]))
  ORDER BY s.posted_at, s.id`;

/** Comments on initiatives and reviews by the time they were posted, each with the text that stands; a deleted one has none. */
export const COMMENT_LIST = `
  SELECT c.id, i.key AS "initiativeKey", i.name AS "initiativeName", c.review_id AS "reviewId", r.gate_key AS "gateKey",
    c.reply_to_id AS "replyToId", t.text, ARRAY(SELECT called.name FROM comment_mention m JOIN app_user called ON called.id = m.user_id
      WHERE m.comment_id = c.id ORDER BY m.mentioned_at, m.user_id) AS mentions,
    c.version, c.posted_at AS "postedAt", u.name AS author, CASE WHEN c.version > 1 THEN t.written_at END AS "editedAt",
    c.deleted_at AS "deletedAt", d.name AS "deletedBy"
  FROM comment c
  JOIN comment_text t ON t.comment_id = c.id AND t.version = c.version
  JOIN initiative i ON i.id = c.initiative_id
  JOIN app_user u ON u.id = c.posted_by
  LEFT JOIN gate_review r ON r.id = c.review_id
  LEFT JOIN app_user d ON d.id = c.deleted_by
  WHERE ${happened('c', 'c.posted_at')}
  ORDER BY c.posted_at, c.id`;
