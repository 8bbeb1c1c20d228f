import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { accept } from '../../../domain/basics/result.js';
import type { CanonicalEvent } from '../../../domain/tickets/ticket.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Connection } from '../../connections/queries/connections.js';
import { WishRepository, type Wish } from '../persistence/wish.repository.js';
import { TakeInPulled } from './take-in-pulled.js';

/** Notes what became of wishes. */
@Injectable()
export class WishBook {
  constructor(
    private readonly work: UnitOfWork,
    private readonly repository: WishRepository,
    private readonly pulled: TakeInPulled,
    private readonly clock: Clock,
  ) {}

  due(connectionId: string, limit: number): Promise<readonly Wish[]> {
    return this.repository.due(connectionId, this.clock.now(), limit);
  }

  /** Takes in what was asked for, and the wish is gone with it; false where somebody else was faster. */
  async fulfil(connection: Connection, wish: Wish, events: readonly CanonicalEvent[]): Promise<boolean> {
    const result = await this.work.run(async (tx) => {
      const isOurs = await this.repository.fulfil(tx, wish);
      if (isOurs) {
        await this.pulled.run(tx, connection, events, { seenAt: this.clock.now(), onlyNew: false });
      }
      return accept(isOurs);
    });
    return result.ok && result.value;
  }

  async postpone(wish: Wish, dueAt: Instant | null, failure: string, attempts: number): Promise<void> {
    await this.work.run(async (tx) => {
      await this.repository.postpone(tx, wish, dueAt, failure, attempts);
      return accept(null);
    });
  }
}
