import { Injectable } from '@nestjs/common';
import { instantOf, millisecondsOf, type Instant } from '../../../domain/basics/instant.js';
import { accept } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import type { PullPage } from '../../../tools/pull-client.js';
import type { Connection } from '../../connections/queries/connections.js';
import { PullRepository, type StoredCursor } from '../persistence/pull.repository.js';
import type { PullRun } from '../queries/pull-runs.js';
import { TakeInPulled } from './take-in-pulled.js';

/** A delivery that is not worked off for longer than this is no excuse any more. */
const UNDER_WAY_MS = 300_000;

/** The run was ended by somebody else, or somebody else reads the same. */
export class Interrupted extends Error {}

/** Notes what a run does. */
@Injectable()
export class PullBook {
  constructor(
    private readonly work: UnitOfWork,
    private readonly repository: PullRepository,
    private readonly pulled: TakeInPulled,
    private readonly clock: Clock,
  ) {}

  /** Where a stream stands. */
  async cursor({ connectionId }: PullRun, stream: string): Promise<StoredCursor> {
    const cursor = await this.inOne(async (tx) =>
      (await this.repository.cursors(tx, connectionId)).find((each) => each.stream === stream),
    );
    if (!cursor) {
      throw new Interrupted();
    }
    return cursor;
  }

  /**
   * Takes in what a step read and moves its cursor. A change counts as found where it was new and a hook should have told of
   * it: not of the past, and not while deliveries of the last five minutes still wait to be worked off.
   */
  async takeIn(tx: Tx, run: PullRun, connection: Connection, cursor: StoredCursor, page: PullPage): Promise<void> {
    const now = this.clock.now();
    const isPlaced = await this.repository.advance(tx, run.connectionId, cursor, page.cursor, page.isLast ? now : null);
    const isCounted = !cursor.isHistory && !(await this.deliveriesWait(tx, run.connectionId, now));
    const changed = await this.pulled.run(tx, connection, page.events, {
      seenAt: run.kind === 'COMPARE' ? now : null,
      onlyNew: !cursor.isHistory,
    });
    const isOurs = await this.repository.step(tx, {
      runId: run.id,
      events: page.events.length,
      changed,
      found: isCounted ? changed : 0,
      at: now,
    });
    if (!isPlaced || !isOurs) {
      throw new Interrupted();
    }
  }

  async seen(run: PullRun): Promise<void> {
    await this.inOne((tx) => this.repository.seen(tx, run.id, this.clock.now()));
  }

  async end(run: PullRun, failure: string | null, notBefore: Instant | null = null): Promise<void> {
    await this.inOne((tx) => this.repository.end(tx, run.id, this.clock.now(), failure, notBefore));
  }

  private async deliveriesWait(tx: Tx, connectionId: string, now: Instant): Promise<boolean> {
    const [row] = await tx.query<{ wait: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM inbound_delivery
         WHERE connection_id = $1 AND status = 'RECEIVED' AND received_at >= $2) AS wait`,
      [connectionId, instantOf(millisecondsOf(now) - UNDER_WAY_MS)],
    );
    return row?.wait ?? false;
  }

  private async inOne<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await this.work.run(async (tx) => accept(await work(tx)));
    return (result as { value: T }).value;
  }
}
