import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { ListedFinding } from '../queries/finding-list.js';
import { MuteBook } from './mute-book.js';

/** Has a finding told again before its mute ends. It takes ADMIN or PROGRAM_MANAGER; WRONG_STATE where it is not muted. */
@Injectable()
export class UnmuteFinding {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: MuteBook,
  ) {}

  run(viewer: Viewer, id: string): Promise<Result<ListedFinding>> {
    return this.work.run(async (tx) => {
      const seen = await this.book.open(viewer, id, tx);
      if (!seen) {
        return refuse(notFound('The finding', ['id']));
      }
      if (seen.finding.mute === null) {
        return refuse({ code: 'WRONG_STATE', message: 'It is not muted.', field: ['id'] });
      }
      await this.book.end(tx, seen.finding, seen.stamp);
      await this.book.note(tx, seen.finding, seen.stamp, 'finding.unmuted', {});
      return accept(await this.book.read(tx, seen));
    });
  }
}
