import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { CriterionAssessment, WorkflowTemplate } from '../../../domain/gates/gate.js';
import type { GateVote } from '../../../domain/gates/review.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { GateReadinessQuery } from './gate-readiness.js';
import { GateReviews } from './gate-reviews.js';
import { GateSurroundings } from './gate-surroundings.js';
import type { ReviewTable } from './review-table.js';

/** All that a decision of a review rests on, as it stands in the transaction. */
export interface Hearing {
  readonly template: WorkflowTemplate;
  readonly quorum: number;
  readonly nextStageKey: string;
  /** In the order they were cast. */
  readonly votes: readonly GateVote[];
  readonly assessments: readonly CriterionAssessment[];
}

@Injectable()
export class GateHearing {
  constructor(
    private readonly surroundings: GateSurroundings,
    private readonly readiness: GateReadinessQuery,
    private readonly reviews: GateReviews,
  ) {}

  async hear(tx: Tx, { review, initiative }: ReviewTable, at: Instant): Promise<Hearing> {
    const { template, gate } = await this.surroundings.of(tx, initiative);
    const position = template.stages.findIndex((stage) => stage.key === initiative.stageKey);
    const nextStage = template.stages[position + 1];
    if (!gate || !nextStage || gate.definition.key !== review.gateKey) {
      throw new Error(`Review ${review.id} is open at a gate where ${initiative.key} does not stand.`);
    }
    return {
      template,
      quorum: gate.definition.quorum,
      nextStageKey: nextStage.key,
      votes: await this.reviews.votesOfReviews([review.id], tx),
      assessments: await this.readiness.assess(tx, gate, at),
    };
  }
}
