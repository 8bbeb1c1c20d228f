import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { StatusUpdateDraft } from '../../../domain/conversation/status-update.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { sha256Of } from '../../../platform/sha256.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { StatusUpdateRepository } from '../persistence/status-update.repository.js';

/** Writes a status update with its one audit event. It decides nothing; the initiative must be locked. */
@Injectable()
export class StatusUpdateBook {
  constructor(
    private readonly repository: StatusUpdateRepository,
    private readonly trail: InitiativeTrail,
  ) {}

  /** Answers with the id of the status update. */
  async post(tx: Tx, viewer: Viewer, initiative: Initiative, { health, text }: StatusUpdateDraft): Promise<string> {
    const id = newId();
    const stamp = this.trail.stamp(viewer);
    const { id: initiativeId, portfolioId } = initiative;
    const posted = { postedAt: stamp.at, postedBy: stamp.by };
    await this.repository.insert(tx, { id, portfolioId, initiativeId, health, text, ...posted });
    await this.trail.append(tx, initiative, stamp, {
      action: 'statusUpdate.posted',
      subjectType: 'StatusUpdate',
      subjectId: id,
      changes: { health, textSha256: sha256Of(text) },
    });
    return id;
  }
}
