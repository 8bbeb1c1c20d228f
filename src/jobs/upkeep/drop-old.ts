import { Injectable } from '@nestjs/common';
import { DropOldChanges } from '../../modules/changes/commands/drop-old-changes.js';
import { DropBodies } from '../../modules/deliveries/commands/drop-bodies.js';
import { DropOldSessions } from '../../modules/sessions/commands/drop-old-sessions.js';
import { IdempotencyKeys } from '../../platform/idempotency/idempotency-keys.js';

/** Drops what is kept for a time only: bodies of deliveries for a month, idempotency keys for a week, sessions for a day, what changed for an hour. */
@Injectable()
export class DropOld {
  constructor(
    private readonly bodies: DropBodies,
    private readonly changes: DropOldChanges,
    private readonly sessions: DropOldSessions,
    private readonly keys: IdempotencyKeys,
  ) {}

  async run(): Promise<void> {
    await this.bodies.run();
    await this.changes.run();
    await this.sessions.run();
    await this.keys.dropOld();
  }
}
