import { Injectable } from '@nestjs/common';
import { accept, refuse, staleVersion, type Result } from '../../../domain/basics/result.js';
import type { Initiative, InitiativeAttributes } from '../../../domain/initiatives/initiative.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { attributesOf, InitiativeRepository, type Stamp } from '../persistence/initiative.repository.js';
import { InitiativeSurroundings } from '../queries/initiative-surroundings.js';
import { InitiativeFollowers, type Afterwards } from './initiative-followers.js';
import { InitiativeTrail } from './initiative-trail.js';

/** What of an initiative is to be changed: absent leaves as it is, null clears. */
export type InitiativeChange = Partial<InitiativeAttributes>;

/** An initiative as it stands after a change, and what is to be done once that has committed. */
export interface WrittenChange {
  readonly initiative: Initiative;
  readonly afterwards: readonly Afterwards[];
}

/**
 * Writes the next version of an initiative with its audit event, in the transaction of a caller who has locked it and checked
 * that the viewer may, and has followers follow. NOT_FOUND for unknown people and a default category the portfolio does not
 * know. It is open to no client by itself.
 */
@Injectable()
export class WriteInitiativeChange {
  constructor(
    private readonly surroundings: InitiativeSurroundings,
    private readonly repository: InitiativeRepository,
    private readonly trail: InitiativeTrail,
    private readonly followers: InitiativeFollowers,
  ) {}

  async run(tx: Tx, initiative: Initiative, change: InitiativeChange, stamp: Stamp): Promise<Result<WrittenChange>> {
    const before = attributesOf(initiative);
    const attributes = { ...before, ...change };
    const unknown = [
      ...(await this.surroundings.unknownPeople(attributes, tx)),
      ...(await this.surroundings.unknownCategory(initiative.portfolioId, attributes.defaultCategoryKey, tx)),
    ];
    if (unknown.length > 0) {
      return refuse(...unknown);
    }
    const next = await this.repository.update(tx, initiative, attributes, stamp);
    if (!next) {
      return refuse(staleVersion(initiative.version, initiative.version));
    }
    await this.trail.append(tx, initiative, stamp, {
      action: 'initiative.updated',
      changes: { version: next.version, ...differences(before, attributes) },
    });
    const afterwards = await this.followers.follow(tx, { before: initiative, after: next, stamp });
    return accept({ initiative: next, afterwards });
  }
}

const differences = (before: InitiativeAttributes, after: InitiativeAttributes): Record<string, unknown> =>
  Object.fromEntries(
    (Object.keys(after) as (keyof InitiativeAttributes)[])
      .filter((name) => before[name] !== after[name])
      .map((name) => [name, { from: before[name], to: after[name] }]),
  );
