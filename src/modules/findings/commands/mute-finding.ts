import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { tidy } from '../../../domain/basics/text.js';
import { checkMute, type MuteDraft } from '../../../domain/findings/check-mute.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { ListedFinding } from '../queries/finding-list.js';
import { MuteBook } from './mute-book.js';

/**
 * Takes a finding out of what is told for a while, with a reason and a last day; it goes on being looked at, and counts for
 * health as before. It takes ADMIN or PROGRAM_MANAGER. A mute takes the place of the one before. INVALID and WRONG_STATE as
 * `checkMute` says.
 */
@Injectable()
export class MuteFinding {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: MuteBook,
  ) {}

  run(viewer: Viewer, id: string, draft: MuteDraft): Promise<Result<ListedFinding>> {
    return this.work.run(async (tx) => {
      const seen = await this.book.open(viewer, id, tx);
      if (!seen) {
        return refuse(notFound('The finding', ['id']));
      }
      const { finding, timeZone, stamp } = seen;
      const refusals = checkMute(draft, { today: dateAt(stamp.at, timeZone), isCleared: finding.clearedAt !== null });
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      await this.book.end(tx, finding, stamp);
      await this.book.begin(tx, finding, { ...draft, reason: tidy(draft.reason) }, stamp);
      return accept(await this.book.read(tx, seen));
    });
  }
}
