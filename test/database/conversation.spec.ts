import { createHash, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

// What the database refuses of comments and status updates by itself, whatever program asks, and how it finds them.

const NOW = '2026-03-02T09:00:00.000Z';

let database: TestDatabase;
/** A transaction that is rolled back after each test. */
let tx: QueryRunner;

const author = randomUUID();
const template = randomUUID();
const portfolio = randomUUID();
const otherPortfolio = randomUUID();
const [initiative, another, foreign] = [randomUUID(), randomUUID(), randomUUID()];
const review = randomUUID();

beforeAll(async () => {
  database = await createTestDatabase();
  await database.source.transaction(async (setup) => {
    await setup.query('INSERT INTO app_user (id, name, email, created_at) VALUES ($1, $2, $3, $4)', [
      author,
      'Ada',
      'ada@example.com',
      NOW,
    ]);
    await setup.query(
      `INSERT INTO workflow_template (id, key, version, name, published_at) VALUES ($1, 'default', 1, 'Default', $2)`,
      [template, NOW],
    );
    await setup.query(
      `INSERT INTO template_stage (template_id, key, position, name, category) VALUES ($1, 'poc', 1, 'PoC', 'POC')`,
      [template],
    );
    for (const [id, key] of [
      [portfolio, 'AI'],
      [otherPortfolio, 'OTHER'],
    ]) {
      await setup.query(
        `INSERT INTO portfolio (id, key, name, time_zone, template_id, created_at) VALUES ($1, $2, $2, 'UTC', $3, $4)`,
        [id, key, template, NOW],
      );
    }
    for (const [id, of, number, key] of [
      [initiative, portfolio, 1, 'AI-1'],
      [another, portfolio, 2, 'AI-2'],
      [foreign, otherPortfolio, 1, 'OTHER-1'],
    ]) {
      await setup.query(
        `INSERT INTO initiative (id, portfolio_id, number, key, name, problem, value_thesis, investment_class, risk_tier, owner_id,
           template_id, stage_key, status, version, created_at, updated_at)
         VALUES ($1, $2, $3, $4, 'Triage', 'Slow', 'COST', 'CORE', 'LIMITED', $5, $6, 'poc', 'ACTIVE', 1, $7, $7)`,
        [id, of, number, key, author, template, NOW],
      );
      await setup.query(
        `INSERT INTO stage_visit (id, initiative_id, portfolio_id, template_id, stage_key, entered_at, is_open, recorded_at)
         VALUES ($1, $2, $3, $4, 'poc', $5, true, $5)`,
        [randomUUID(), id, of, template, NOW],
      );
    }
    await setup.query(
      `INSERT INTO gate_review (id, portfolio_id, initiative_id, gate_key, status, requested_at, requested_by)
       VALUES ($1, $2, $3, 'g2', 'OPEN', $4, $5)`,
      [review, portfolio, initiative, NOW, author],
    );
  });
});

afterAll(() => database.drop());

beforeEach(async () => {
  tx = database.source.createQueryRunner();
  await tx.startTransaction();
});

afterEach(async () => {
  await tx.rollbackTransaction();
  await tx.release();
});

const refused = (constraint: string): Record<string, unknown> => ({
  driverError: expect.objectContaining({ constraint }),
});

interface Place {
  readonly portfolioId?: string;
  readonly initiativeId?: string;
  readonly reviewId?: string | null;
  readonly replyToId?: string | null;
}

const write = (commentId: string, version: number, text: string | null, sha256?: string): Promise<unknown> =>
  tx.query(
    `INSERT INTO comment_text (comment_id, version, text, text_sha256, written_at, written_by) VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      commentId,
      version,
      text,
      sha256 ??
        createHash('sha256')
          .update(text ?? '')
          .digest('hex'),
      NOW,
      author,
    ],
  );

const post = async (place: Place = {}, text = 'Well done.'): Promise<string> => {
  const id = randomUUID();
  await tx.query(
    `INSERT INTO comment (id, portfolio_id, initiative_id, review_id, reply_to_id, version, posted_at, posted_by)
     VALUES ($1, $2, $3, $4, $5, 1, $6, $7)`,
    [
      id,
      place.portfolioId ?? portfolio,
      place.initiativeId ?? initiative,
      place.reviewId ?? null,
      place.replyToId ?? null,
      NOW,
      author,
    ],
  );
  await write(id, 1, text);
  return id;
};

const remove = (id: string): Promise<unknown> =>
  tx.query('UPDATE comment SET deleted_at = $2, deleted_by = $3 WHERE id = $1', [id, NOW, author]);

describe('a comment', () => {
  it('stands in the portfolio of its initiative, its review and what it answers', async () => {
    await expect(post({ portfolioId: otherPortfolio })).rejects.toMatchObject(refused('comment_initiative_fk'));
  });

  it('is on a review of its own initiative', async () => {
    await expect(post({ reviewId: review })).resolves.toBeDefined();
    await expect(post({ initiativeId: another, reviewId: review })).rejects.toMatchObject(
      refused('comment_one_subject'),
    );
  });

  it.each([
    ['of another initiative', () => ({ initiativeId: another })],
    ['on the review', () => ({ reviewId: review })],
    ['that is a reply', async () => ({ replyToId: await post() })],
  ])('replies to none %s', async (_, place) => {
    const comment = await post(await place());
    await expect(post({ replyToId: comment })).rejects.toMatchObject(refused('comment_one_level'));
  });

  it('has the text that stands at the end of every transaction', async () => {
    const id = await post();
    await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
    await tx.query('SET CONSTRAINTS ALL DEFERRED');
    await tx.query('UPDATE comment SET version = 2 WHERE id = $1', [id]);
    await expect(tx.query('SET CONSTRAINTS ALL IMMEDIATE')).rejects.toMatchObject(refused('comment_text_stands_fk'));
  });

  it.each([
    ['skips no version', 'version = 3'],
    ['goes to no earlier version', 'version = 0'],
    ['changes no author', 'posted_by = posted_by, posted_at = now()'],
    ['changes no place', 'review_id = NULL'],
    ['is not deleted with its text changed', `version = 2, deleted_at = now(), deleted_by = posted_by`],
  ])('%s', async (_, change) => {
    const id = await post({ reviewId: review });
    await expect(tx.query(`UPDATE comment SET ${change} WHERE id = $1`, [id])).rejects.toMatchObject(
      refused('comment_unchanged'),
    );
  });

  it('is deleted once, for good, and by somebody', async () => {
    const id = await post();
    await tx.query('SAVEPOINT before');
    await expect(tx.query('UPDATE comment SET deleted_at = now() WHERE id = $1', [id])).rejects.toMatchObject(
      refused('comment_deletion'),
    );
    await tx.query('ROLLBACK TO SAVEPOINT before');
    await remove(id);
    await tx.query('SAVEPOINT deleted');
    await expect(remove(id)).rejects.toMatchObject(refused('comment_unchanged'));
    await tx.query('ROLLBACK TO SAVEPOINT deleted');
    await expect(tx.query('UPDATE comment SET version = 2 WHERE id = $1', [id])).rejects.toMatchObject(
      refused('comment_unchanged'),
    );
  });

  it.each(['DELETE FROM comment', 'TRUNCATE comment CASCADE'])('refuses %s', async (statement) => {
    await post();
    // TRUNCATE does not wait for checks that are still to come.
    await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
    await expect(tx.query(statement)).rejects.toMatchObject(refused('comment_kept'));
  });
});

describe('the text of a comment', () => {
  it.each([
    ['is the next one of its comment', (id: string) => write(id, 2, 'More'), 'comment_text_follows'],
    ['says something', (id: string) => write(id, 1, null), 'comment_text_follows'],
    [
      'has the hash of its words',
      async (id: string) => {
        await tx.query('UPDATE comment SET version = 2 WHERE id = $1', [id]);
        await write(id, 2, 'More', 'a'.repeat(64));
      },
      'comment_text_hash',
    ],
    [
      'stays as it was written',
      (id: string) => tx.query(`UPDATE comment_text SET text = 'Other' WHERE comment_id = $1`, [id]),
      'comment_text_kept',
    ],
    [
      'is not erased while its comment stands',
      (id: string) => tx.query('UPDATE comment_text SET text = NULL WHERE comment_id = $1', [id]),
      'comment_text_kept',
    ],
    [
      'is not removed',
      (id: string) => tx.query('DELETE FROM comment_text WHERE comment_id = $1', [id]),
      'comment_text_kept',
    ],
  ])('%s', async (_, attempt, constraint) => {
    const id = await post();
    await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
    await tx.query('SET CONSTRAINTS ALL DEFERRED');
    await expect(attempt(id)).rejects.toMatchObject(refused(constraint));
  });

  it('is gone with its mentions as soon as the comment is deleted, whoever does it; its hash stays', async () => {
    const id = await post({}, 'In confidence');
    await tx.query(
      'INSERT INTO comment_mention (comment_id, portfolio_id, user_id, mentioned_at) VALUES ($1, $2, $3, $4)',
      [id, portfolio, author, NOW],
    );
    await remove(id);
    expect(await tx.query('SELECT text, text_sha256 FROM comment_text WHERE comment_id = $1', [id])).toEqual([
      { text: null, text_sha256: createHash('sha256').update('In confidence').digest('hex') },
    ]);
    expect(await tx.query('SELECT 1 FROM comment_mention WHERE comment_id = $1', [id])).toEqual([]);
    await expect(write(id, 2, 'Again')).rejects.toMatchObject(refused('comment_text_follows'));
  });
});

describe('a status update', () => {
  const tell = (health: string, text = 'On we go', of = portfolio): Promise<unknown> =>
    tx.query(
      `INSERT INTO status_update (id, portfolio_id, initiative_id, health, text, posted_at, posted_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [randomUUID(), of, initiative, health, text, NOW, author],
    );

  it.each([
    ['tells a health', () => tell('NO_DATA'), 'status_update_health_told'],
    ['holds a text', () => tell('AT_RISK', ''), 'status_update_length'],
    [
      'stands in the portfolio of its initiative',
      () => tell('AT_RISK', 'x', otherPortfolio),
      'status_update_initiative_fk',
    ],
  ])('%s', async (_, attempt, constraint) => {
    await expect(attempt()).rejects.toMatchObject(refused(constraint));
  });
});

describe('what was said', () => {
  /** The plan of a statement for the many that stand there, as text. */
  const planOf = async (sql: string): Promise<string> => {
    const rows: { 'QUERY PLAN': string }[] = await tx.query(`EXPLAIN ${sql}`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };

  it('is found by an index: threads, replies, updates, what waits for whom and how much somebody has written', async () => {
    await tx.query('SET LOCAL session_replication_role = replica');
    await tx.query(
      `INSERT INTO comment (id, portfolio_id, initiative_id, reply_to_id, review_id, version, posted_at, posted_by)
       SELECT gen_random_uuid(), $1, gen_random_uuid(), CASE g % 3 WHEN 0 THEN gen_random_uuid() END,
         CASE g % 3 WHEN 1 THEN gen_random_uuid() END, 1, $2::timestamptz + g * interval '1 second', gen_random_uuid()
       FROM generate_series(1, 20000) g`,
      [portfolio, NOW],
    );
    await tx.query(
      `INSERT INTO comment_text (comment_id, version, text, text_sha256, written_at, written_by)
       SELECT id, 1, 'x', encode(sha256('x'), 'hex'), posted_at, posted_by FROM comment`,
    );
    await tx.query(
      `INSERT INTO status_update (id, portfolio_id, initiative_id, health, text, posted_at, posted_by)
       SELECT id, portfolio_id, initiative_id, 'AT_RISK', 'x', posted_at, posted_by FROM comment`,
    );
    await tx.query(
      `INSERT INTO comment_mention (comment_id, user_id, portfolio_id, mentioned_at)
       SELECT id, posted_by, portfolio_id, posted_at FROM comment`,
    );
    await tx.query('ANALYZE comment; ANALYZE comment_text; ANALYZE status_update; ANALYZE comment_mention');
    const statements = [
      `SELECT * FROM comment c WHERE c.initiative_id = '${initiative}' AND c.review_id IS NULL AND c.reply_to_id IS NULL ORDER BY c.posted_at DESC, c.id DESC LIMIT 26`,
      `SELECT * FROM comment c WHERE c.review_id = '${review}' AND c.reply_to_id IS NULL ORDER BY c.posted_at DESC, c.id DESC LIMIT 26`,
      `SELECT * FROM comment c WHERE c.reply_to_id = '${review}' ORDER BY c.posted_at, c.id LIMIT 26`,
      `SELECT * FROM status_update u WHERE u.initiative_id = '${initiative}' ORDER BY u.posted_at DESC, u.id DESC LIMIT 1`,
      `SELECT count(*) FROM status_update u WHERE u.posted_by = '${author}' AND u.posted_at > now()`,
      `SELECT count(*) FROM comment_text t WHERE t.written_by = '${author}' AND t.written_at > now()`,
      `SELECT * FROM comment_mention m WHERE m.user_id = '${author}' AND m.read_at IS NULL`,
    ];
    const plans: string[] = [];
    for (const statement of statements) {
      plans.push(await planOf(statement));
    }
    const indexes = plans.map((plan) => /Index (?:Only )?Scan (?:Backward )?(?:using|on) (\w+)/.exec(plan)?.[1]);
    expect(indexes).toEqual([
      'comment_of_initiative_idx',
      'comment_of_review_idx',
      'comment_replies_idx',
      'status_update_history_idx',
      'status_update_poster_idx',
      'comment_text_writer_idx',
      'comment_mention_waiting_idx',
    ]);
    expect(plans.filter((plan) => plan.includes('Seq Scan'))).toEqual([]);
  });
});
