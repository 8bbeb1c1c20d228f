import { Injectable } from '@nestjs/common';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Stamp } from '../persistence/initiative.repository.js';

/** A change of what is said of an initiative. */
export interface InitiativeChanged {
  readonly before: Initiative;
  readonly after: Initiative;
  readonly stamp: Stamp;
}

/** What is to be done once the change has committed. It must not fail the change, which stands by then. */
export type Afterwards = () => Promise<void>;

/** What follows elsewhere from a change of an initiative: in its transaction, and once that has committed (null: nothing). */
export type InitiativeFollower = (tx: Tx, change: InitiativeChanged) => Promise<Afterwards | null>;

/** Those who follow the changes of initiatives; modules that build on this one add theirs when they are made. */
@Injectable()
export class InitiativeFollowers {
  private readonly all: InitiativeFollower[] = [];

  add(follower: InitiativeFollower): void {
    this.all.push(follower);
  }

  /** Has all follow in the transaction of the change, and answers with what is to be done after it. */
  async follow(tx: Tx, change: InitiativeChanged): Promise<readonly Afterwards[]> {
    const afterwards: Afterwards[] = [];
    for (const follower of this.all) {
      const next = await follower(tx, change);
      afterwards.push(...(next ? [next] : []));
    }
    return afterwards;
  }
}
