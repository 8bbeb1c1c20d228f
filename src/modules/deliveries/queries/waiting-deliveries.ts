import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';

const WAITING = 'SELECT count(*)::int AS count FROM inbound_delivery WHERE due_at IS NOT NULL';
const OLDEST = `
  SELECT coalesce(extract(epoch FROM $1::timestamptz - min(due_at)), 0)::float8 AS seconds FROM inbound_delivery
  WHERE due_at <= $1`;

/** Tells what has come in and is not applied yet. */
@Injectable()
export class WaitingDeliveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** How many wait for their turn or to be tried again; those of paused connections are not among them. */
  async count(): Promise<number> {
    return (await this.database.row<{ count: number }>(WAITING))?.count ?? 0;
  }

  /** For how many seconds the one that is due longest has been waiting; 0 when none is due. */
  async oldestSeconds(): Promise<number> {
    return (await this.database.row<{ seconds: number }>(OLDEST, [this.clock.now()]))?.seconds ?? 0;
  }
}
