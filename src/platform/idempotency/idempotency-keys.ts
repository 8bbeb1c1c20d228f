import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { instantOf, millisecondsOf } from '../../domain/basics/instant.js';
import { accept } from '../../domain/basics/result.js';
import { Clock } from '../clock.js';
import { RequestTransaction } from '../database/request-scope.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { fault } from '../faults.js';
import { SealBroken, Vault } from '../vault.js';

const KEY = /^[\x21-\x7e]{1,255}$/;
const KEPT_MS = 7 * 86_400_000;
const AT_ONCE = 1_000;
/** For so long one that comes again waits for the first, and holds a connection; then it is told to come once more. */
const CLAIM_WAITS = '3s';

// Whoever sends the same key meanwhile waits here until it is known what became of the first. One that is out of date is taken over.
const CLAIM = `
  INSERT INTO idempotency_key AS known (user_id, key, request_sha256, created_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (user_id, key) DO UPDATE
    SET request_sha256 = excluded.request_sha256, created_at = excluded.created_at, answer = NULL
    WHERE known.created_at < $5
  RETURNING key`;
const FIND = 'SELECT request_sha256, answer FROM idempotency_key WHERE user_id = $1 AND key = $2';
const ANSWER = 'UPDATE idempotency_key SET answer = $3 WHERE user_id = $1 AND key = $2';
const DROP = `
  WITH dropped AS (
    DELETE FROM idempotency_key
    WHERE (user_id, key) IN (
      SELECT user_id, key FROM idempotency_key WHERE created_at < $1 ORDER BY created_at LIMIT ${AT_ONCE}
    ) RETURNING 1
  )
  SELECT count(*)::int AS count FROM dropped`;

/** A request that may come again: who sends it, by which key, and what it is. */
export interface RepeatableRequest {
  readonly userId: string;
  readonly key: string;
  readonly requestSha256: string;
}

const placeOf = (userId: string, key: string): string => `idempotency_key:${userId}:${key}`;

/** The transaction to do it in, or what was answered before. */
export type Claim = { readonly transaction: RequestTransaction } | { readonly answer: string };

/** Lets a request have one effect and one answer, however often it is sent: both are kept in one transaction, the answer sealed, for 7 days. */
@Injectable()
export class IdempotencyKeys {
  constructor(
    private readonly source: DataSource,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  /**
   * Claims a key. The same request is answered as before, and waits where it is still under way. BAD_USER_INPUT for a key that is not 1 to 255
   * printable characters without spaces, IDEMPOTENCY_KEY_REUSED for another request of the same user by the same key.
   */
  async claim({ userId, key, requestSha256 }: RepeatableRequest): Promise<Claim> {
    if (!KEY.test(key)) {
      throw fault('BAD_USER_INPUT', 'Idempotency-Key must be 1 to 255 printable characters without spaces.');
    }
    const now = this.clock.now();
    const transaction = await RequestTransaction.begin(this.source);
    try {
      const outdated = instantOf(millisecondsOf(now) - KEPT_MS);
      transaction.later(`SET LOCAL lock_timeout = '${CLAIM_WAITS}'`);
      const claimed = await transaction.query(CLAIM, [userId, key, requestSha256, now, outdated]);
      if (claimed.length > 0) {
        transaction.later('SET LOCAL lock_timeout TO DEFAULT');
        return { transaction };
      }
      const [known] = await transaction.query<{ request_sha256: string; answer: Uint8Array }>(FIND, [userId, key]);
      if (known?.request_sha256 !== requestSha256) {
        throw fault(
          'IDEMPOTENCY_KEY_REUSED',
          `The Idempotency-Key ${key} was used for another request of yours within 7 days. Take a new key for a new request.`,
        );
      }
      await transaction.rollback();
      return { answer: this.opened(known.answer, userId, key) };
    } catch (error) {
      await transaction.rollback().catch(() => undefined);
      throw error;
    }
  }

  private opened(answer: Uint8Array, userId: string, key: string): string {
    try {
      return this.vault.open(answer, placeOf(userId, key));
    } catch (error) {
      if (error instanceof SealBroken) {
        throw fault(
          'IDEMPOTENCY_KEY_REUSED',
          `What the Idempotency-Key ${key} was sent for was done, but its answer was sealed with another key and cannot be told any more. Look at what stands.`,
        );
      }
      throw error;
    }
  }

  /** Keeps the answer with the effect. */
  async keep(transaction: RequestTransaction, { userId, key }: RepeatableRequest, answer: string): Promise<void> {
    try {
      transaction.mustBeWhole();
      transaction.later(ANSWER, [userId, key, this.vault.seal(answer, placeOf(userId, key))]);
      await transaction.commit();
    } catch (error) {
      await transaction.rollback().catch(() => undefined);
      throw error;
    }
  }

  /** Forgets what is older than 7 days, at most 1,000 at a time; answers how many there were. */
  async dropOld(): Promise<number> {
    const before = instantOf(millisecondsOf(this.clock.now()) - KEPT_MS);
    const dropped = await this.work.run(async (tx) => accept(await tx.query<{ count: number }>(DROP, [before])));
    return dropped.ok ? (dropped.value[0]?.count ?? 0) : 0;
  }
}
