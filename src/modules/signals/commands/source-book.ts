import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { UntoldReadings } from '../../../domain/signals/untold-readings.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { SealBroken, Vault } from '../../../platform/vault.js';
import { requireAccess } from '../../identity/access.js';
import { InitiativeTrail, type Stamp } from '../../initiatives/commands/initiative-trail.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { SourceRepository, type SourceSetting } from '../persistence/source.repository.js';
import { SignalSources, type SignalSource } from '../queries/signal-sources.js';

const contextOf = (id: string): string => `signal_source:${id}:token`;

/** What the changes of sources have in common: who may, the lock of the initiative, the seal, and the audit event, without tokens. */
@Injectable()
export class SourceBook {
  constructor(
    private readonly initiatives: Initiatives,
    private readonly sources: SignalSources,
    private readonly repository: SourceRepository,
    private readonly vault: Vault,
    private readonly trail: InitiativeTrail,
  ) {}

  /** The initiative, locked, for who may manage its sources; null for one they may not know of. */
  async lockToManage(viewer: Viewer, initiativeId: string, tx: Tx): Promise<Initiative | null> {
    const initiative = await this.initiatives.lockSeenBy(viewer, initiativeId, tx);
    return initiative && requireAccess(viewer, 'signal:pull', initiative.portfolioId) ? initiative : null;
  }

  stamp(viewer: Viewer): Stamp {
    return this.trail.stamp(viewer);
  }

  sourceOf(initiativeId: string, signal: string, tx: Tx): Promise<SignalSource | null> {
    return this.sources.ofSignal(initiativeId, signal, tx);
  }

  /** A source that is known to be there. */
  async get(initiativeId: string, signal: string, tx: Tx): Promise<SignalSource> {
    const source = await this.sourceOf(initiativeId, signal, tx);
    if (!source) {
      throw new Error(`The source of ${signal} of ${initiativeId} is referred to but not there.`);
    }
    return source;
  }

  tokenOf(tx: Tx, id: string): Promise<Buffer | null> {
    return this.repository.tokenOf(tx, id);
  }

  seal(id: string, token: string): Buffer {
    return this.vault.seal(token, contextOf(id));
  }

  /** The token of a source; null where it was sealed with another key. */
  open(id: string, sealed: Buffer): string | null {
    try {
      return this.vault.open(sealed, contextOf(id));
    } catch (error) {
      if (error instanceof SealBroken) {
        return null;
      }
      throw error;
    }
  }

  async set(tx: Tx, stamp: Stamp, source: Omit<SourceSetting, 'at' | 'by'>): Promise<void> {
    const { signal, url, query, intervalSeconds, token } = source;
    await this.repository.set(tx, { ...source, ...stamp });
    await this.trail.append(tx, { id: source.initiativeId, portfolioId: source.portfolioId }, stamp, {
      action: 'signalSource.set',
      subjectType: 'SignalSource',
      subjectId: source.id,
      changes: { signal, url, query, intervalSeconds, hasBearerToken: token !== null },
    });
  }

  /** Removes a source; what the trail was not told of its readings. */
  async remove(
    tx: Tx,
    stamp: Stamp,
    { id, initiativeId, portfolioId, signal, url }: SignalSource,
  ): Promise<UntoldReadings | null> {
    const untold = await this.repository.remove(tx, id);
    await this.trail.append(tx, { id: initiativeId, portfolioId }, stamp, {
      action: 'signalSource.removed',
      subjectType: 'SignalSource',
      subjectId: id,
      changes: { signal, url },
    });
    return untold;
  }
}
