import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, invalid, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import type { EffortDraft } from '../../../domain/effort/effort-entry.js';
import { UnitOfWork, type Manner } from '../../../platform/database/unit-of-work.js';
import { EffortSurroundings } from '../queries/effort-surroundings.js';
import { EnterEffort, type EffortRecorded } from './enter-effort.js';

export type { EffortRecorded };

export const MOST_ENTRIES = 5_000;

/**
 * Records up to 5,000 entries of effort, row by row and in their order: a bad row refuses itself only. It takes ADMIN,
 * PROGRAM_MANAGER or INTEGRATION. `source` and `externalId` identify an entry: the same values again are a DUPLICATE and
 * change nothing, other values are a correction. A row is refused with INVALID, NOT_FOUND (initiative, category) or
 * OVER_CAPACITY (more than 24 hours a person and day over the whole portfolio). What would write into a closed period is
 * QUEUED for somebody to accept or refuse. A stated category holds; without one the rules in force give it, else the
 * initiative's default, else the entry is uncategorised. Texts are kept in normal form without space at their ends, and a
 * blank note is none. A rehearsal answers the same and changes nothing.
 */
@Injectable()
export class RecordEffort {
  constructor(
    private readonly work: UnitOfWork,
    private readonly surroundings: EffortSurroundings,
    private readonly enter: EnterEffort,
  ) {}

  run(
    viewer: Viewer,
    portfolioKey: string,
    entries: readonly EffortDraft[],
    manner?: Manner,
  ): Promise<Result<EffortRecorded>> {
    return this.work.run(async (tx) => {
      const portfolio = await this.surroundings.portfolio(viewer, portfolioKey, tx);
      if (!portfolio) {
        return refuse(notFound('The portfolio', ['portfolioKey']));
      }
      if (entries.length > MOST_ENTRIES) {
        return refuse(
          invalid(
            ['entries'],
            `entries must be at most 5,000 a call, and were ${entries.length}. Send them in several calls.`,
          ),
        );
      }
      return accept(await this.enter.run(tx, portfolio, viewer.userId, entries));
    }, manner);
  }
}
