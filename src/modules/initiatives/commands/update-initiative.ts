import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, staleVersion, type Result } from '../../../domain/basics/result.js';
import type { Initiative, InitiativeAttributes } from '../../../domain/initiatives/initiative.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import { attributesOf, InitiativeRepository } from '../persistence/initiative.repository.js';
import { InitiativeSurroundings } from '../queries/initiative-surroundings.js';
import { Initiatives } from '../queries/initiatives.js';
import { InitiativeFollowers, type Afterwards } from './initiative-followers.js';
import { InitiativeTrail } from './initiative-trail.js';

/** What of an initiative is to be changed: absent leaves as it is, null clears. */
export type InitiativeChange = Partial<InitiativeAttributes>;

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
    private readonly surroundings: InitiativeSurroundings,
    private readonly repository: InitiativeRepository,
    private readonly trail: InitiativeTrail,
    private readonly followers: InitiativeFollowers,
  ) {}

  async run(
    viewer: Viewer,
    id: string,
    change: InitiativeChange,
    expectedVersion: number,
  ): Promise<Result<Initiative>> {
    const changed = await this.change(viewer, id, change, expectedVersion);
    if (!changed.ok) {
      return changed;
    }
    for (const afterwards of changed.value.afterwards) {
      await afterwards();
    }
    return accept(changed.value.initiative);
  }

  private change(
    viewer: Viewer,
    id: string,
    change: InitiativeChange,
    expectedVersion: number,
  ): Promise<Result<{ readonly initiative: Initiative; readonly afterwards: readonly Afterwards[] }>> {
    return this.work.run(async (tx) => {
      const initiative = await this.initiatives.lockSeenBy(viewer, id, tx);
      if (!initiative || !requireAccess(viewer, 'initiative:update', initiative.portfolioId)) {
        return refuse(notFound('The initiative', ['id']));
      }
      if (initiative.version !== expectedVersion) {
        return refuse(staleVersion(initiative.version, expectedVersion));
      }
      const before = attributesOf(initiative);
      const attributes = { ...before, ...change };
      const unknown = [
        ...(await this.surroundings.unknownPeople(attributes, tx)),
        ...(await this.surroundings.unknownCategory(initiative.portfolioId, attributes.defaultCategoryKey, tx)),
      ];
      if (unknown.length > 0) {
        return refuse(...unknown);
      }
      const stamp = this.trail.stamp(viewer);
      const next = await this.repository.update(tx, initiative, attributes, stamp);
      if (!next) {
        return refuse(staleVersion(initiative.version, expectedVersion));
      }
      await this.trail.append(tx, initiative, stamp, {
        action: 'initiative.updated',
        changes: { version: next.version, ...differences(before, attributes) },
      });
      const afterwards = await this.followers.follow(tx, { before: initiative, after: next, stamp });
      return accept({ initiative: next, afterwards });
    });
  }
}

const differences = (before: InitiativeAttributes, after: InitiativeAttributes): Record<string, unknown> =>
  Object.fromEntries(
    (Object.keys(after) as (keyof InitiativeAttributes)[])
      .filter((name) => before[name] !== after[name])
      .map((name) => [name, { from: before[name], to: after[name] }]),
  );
