import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, staleVersion, type Result } from '../../../domain/basics/result.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import { Initiatives } from '../queries/initiatives.js';
import { InitiativeTrail } from './initiative-trail.js';
import { WriteInitiativeChange, type InitiativeChange } from './write-initiative-change.js';

export type { InitiativeChange };

/**
 * Changes what is said of an initiative, as its next version. It takes PROGRAM_MANAGER. STALE_VERSION, with the version
 * that stands, when somebody else changed it since `expectedVersion` was read; NOT_FOUND for unknown people and an unknown
 * default category. Effort follows a changed default category before the answer, as far as 15 seconds go.
 */
@Injectable()
export class UpdateInitiative {
  constructor(
    private readonly work: UnitOfWork,
    private readonly initiatives: Initiatives,
    private readonly trail: InitiativeTrail,
    private readonly write: WriteInitiativeChange,
  ) {}

  async run(
    viewer: Viewer,
    id: string,
    change: InitiativeChange,
    expectedVersion: number,
  ): Promise<Result<Initiative>> {
    const written = await this.work.run(async (tx) => {
      const initiative = await this.initiatives.lockSeenBy(viewer, id, tx);
      if (!initiative || !requireAccess(viewer, 'initiative:update', initiative.portfolioId)) {
        return refuse(notFound('The initiative', ['id']));
      }
      if (initiative.version !== expectedVersion) {
        return refuse(staleVersion(initiative.version, expectedVersion));
      }
      return this.write.run(tx, initiative, change, this.trail.stamp(viewer));
    });
    if (!written.ok) {
      return written;
    }
    for (const next of written.value.afterwards) {
      await next();
    }
    return accept(written.value.initiative);
  }
}
