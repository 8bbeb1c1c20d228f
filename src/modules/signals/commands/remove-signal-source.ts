import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { tidy } from '../../../domain/basics/text.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NoteReadings } from './note-readings.js';
import { SourceBook } from './source-book.js';

/** Has a signal asked for no more; its readings stay, and the trail is told of the last of them. It takes ADMIN or PROGRAM_MANAGER. NOT_FOUND where no source is set. */
@Injectable()
export class RemoveSignalSource {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: SourceBook,
    private readonly notes: NoteReadings,
  ) {}

  run(viewer: Viewer, initiativeId: string, signalName: string): Promise<Result<null>> {
    return this.work.run(async (tx) => {
      const initiative = await this.book.lockToManage(viewer, initiativeId, tx);
      if (!initiative) {
        return refuse(notFound('The initiative', ['initiativeId']));
      }
      const source = await this.book.sourceOf(initiative.id, tidy(signalName), tx);
      if (!source) {
        return refuse(notFound('The source of the signal', ['signalName']));
      }
      const untold = await this.book.remove(tx, this.book.stamp(viewer), source);
      if (untold) {
        await this.notes.ofPulled(tx, initiative, this.notes.systemStamp(), source.signal, untold);
      }
      return accept(null);
    });
  }
}
