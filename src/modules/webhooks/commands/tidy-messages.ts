import { Injectable } from '@nestjs/common';
import { instantOf, millisecondsOf } from '../../../domain/basics/instant.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';

const KEPT_MS = 30 * 86_400_000;
const AT_ONCE = 5_000;

const SETTLED = `
  DELETE FROM webhook_message WHERE id IN (SELECT id FROM webhook_message WHERE settled_at < $1 LIMIT ${AT_ONCE})`;
// What waits for one that is disabled or deleted would wait for ever.
const ABANDONED = `
  DELETE FROM webhook_message WHERE id IN (
    SELECT m.id FROM webhook_message m JOIN webhook_endpoint e ON e.id = m.endpoint_id
    WHERE m.status = 'PENDING' AND m.occurred_at < $1 AND num_nonnulls(e.disabled_at, e.deleted_at) > 0 LIMIT ${AT_ONCE})`;
const EVENTS = `
  DELETE FROM outbound_event WHERE (chain, sequence) IN (
    SELECT chain, sequence FROM outbound_event WHERE ready_at < $1 LIMIT ${AT_ONCE})`;

/** Forgets messages and their attempts 30 days after they were delivered or given up, and what waited as long for an endpoint that is off. */
@Injectable()
export class TidyMessages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = instantOf(millisecondsOf(this.clock.now()) - KEPT_MS);
    for (const sql of [SETTLED, ABANDONED, EVENTS]) {
      await this.database.rows(sql, [before]);
    }
  }
}
