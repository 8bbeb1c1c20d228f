import { Injectable } from '@nestjs/common';
import { isDueToBeNoted } from '../../../domain/access/session-term.js';
import { accept } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Session } from '../queries/sessions.js';

const NOTE = 'UPDATE web_session SET seen_at = $2 WHERE id = $1 AND seen_at < $2';

/** Notes that a session is used, at most once a minute. */
@Injectable()
export class NoteSeen {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run({ id, seenAt }: Session): Promise<void> {
    const now = this.clock.now();
    if (isDueToBeNoted(seenAt, now)) {
      await this.work.run(async (tx) => accept(await tx.query(NOTE, [id, now])));
    }
  }
}
