import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { Waivers, type Waiver } from './waivers.js';

/** A waiver and its initiative, which stays locked until the transaction ends. */
export interface WaiverTable {
  readonly waiver: Waiver;
  readonly initiative: Initiative;
}

@Injectable()
export class WaiverTables {
  constructor(
    private readonly waivers: Waivers,
    private readonly initiatives: Initiatives,
  ) {}

  /** For whoever decides or revokes: the initiative is locked first, then the waiver is read as it stands. */
  async lockSeenBy(viewer: Viewer, waiverId: string, tx: Tx): Promise<WaiverTable | null> {
    const found = await this.waivers.seenBy(viewer, waiverId, tx);
    const initiative = found && (await this.initiatives.lockSeenBy(viewer, found.initiativeId, tx));
    return initiative && { initiative, waiver: await this.waivers.get(waiverId, tx) };
  }
}
