import { Injectable } from '@nestjs/common';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import type { GateReview } from '../../../domain/gates/review.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { Templates } from '../../templates/queries/templates.js';
import { GatesInForce, type StandingGate } from './gates-in-force.js';
import { GateReviews } from './gate-reviews.js';

export interface Surroundings {
  readonly template: WorkflowTemplate;
  readonly timeZone: string;
  /** Null in the last stage. */
  readonly gate: StandingGate | null;
  readonly openReview: GateReview | null;
}

/** Where an initiative stands: its template, its gate, and the review that is open there. */
@Injectable()
export class GateSurroundings {
  constructor(
    private readonly portfolios: Portfolios,
    private readonly templates: Templates,
    private readonly inForce: GatesInForce,
    private readonly reviews: GateReviews,
  ) {}

  async of(initiative: Initiative, tx?: Tx): Promise<Surroundings> {
    const [openReview = null] = await this.reviews.openOfInitiatives([initiative.id], tx);
    return {
      template: await this.templates.get(initiative.templateId, tx),
      timeZone: (await this.portfolios.get(initiative.portfolioId, tx)).timeZone,
      gate: await this.inForce.exitOf(initiative),
      openReview,
    };
  }
}
