import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Refusal } from '../../../domain/basics/result.js';
import type { Proposal } from '../../../domain/gates/proposal.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { GateReviews, type VoteInReview } from './gate-reviews.js';
import { GateScenes, type SceneAtGate } from './gate-scenes.js';
import type { ReviewTable } from './review-table.js';

/** All that a decision of a review rests on, as it stands in the transaction. */
export interface Hearing extends SceneAtGate {
  /** In the order they were cast. */
  readonly votes: readonly VoteInReview[];
  /** A refusal for each condition whose owner is not known to the instance. */
  readonly unknownOwners: readonly Refusal[];
}

@Injectable()
export class GateHearing {
  constructor(
    private readonly scenes: GateScenes,
    private readonly reviews: GateReviews,
  ) {}

  async hear(tx: Tx, { review, initiative }: ReviewTable, proposal: Proposal, at: Instant): Promise<Hearing> {
    const found = await this.scenes.of(initiative, at, tx);
    if (found?.gate.definition.key !== review.gateKey) {
      throw new Error(`Review ${review.id} is open at a gate where ${initiative.key} does not stand.`);
    }
    return {
      ...found,
      votes: await this.reviews.votesOfReviews([review.id], tx),
      unknownOwners: await this.scenes.unknownOwners(proposal.conditions, tx),
    };
  }
}
