import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { accept, type Result } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { itemByItem } from '../../../platform/jobs/item-by-item.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { ExpiryRepository } from '../persistence/expiry.repository.js';
import { PerishedEvidence } from '../queries/perished-evidence.js';

/**
 * Notes, at the beginning of a day of a portfolio, the evidence that ran out before that day (law 4) of initiatives that are
 * ACTIVE or ON_HOLD: each piece once, as the audit event `evidence.ranOut`, initiative by initiative. Evidence that another
 * has taken the place of is let be.
 */
@Injectable()
export class NoteStaleEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly initiatives: Initiatives,
    private readonly perished: PerishedEvidence,
    private readonly repository: ExpiryRepository,
    private readonly trail: InitiativeTrail,
  ) {}

  async run(portfolioId: string, today: CalendarDate): Promise<void> {
    await itemByItem(await this.perished.notNoted(portfolioId, today), (id) => this.note(id, today));
  }

  private note(initiativeId: string, today: CalendarDate): Promise<Result<null>> {
    return this.work.run(async (tx) => {
      const initiative = await this.initiatives.lock(initiativeId, tx);
      const stamp = this.trail.systemStamp();
      for (const ranOut of initiative ? await this.perished.of(initiative, today, tx) : []) {
        if (initiative && (await this.repository.note(tx, ranOut, stamp.at))) {
          const { evidenceId, criterionKey, lastDay } = ranOut;
          await this.trail.append(tx, initiative, stamp, {
            action: 'evidence.ranOut',
            subjectType: 'Evidence',
            subjectId: evidenceId,
            changes: { criterionKey, lastDay, on: today },
          });
        }
      }
      return accept(null);
    });
  }
}
