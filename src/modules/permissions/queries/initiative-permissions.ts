import { Injectable } from '@nestjs/common';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { decideDeed } from '../../../domain/permissions/gate-deeds.js';
import {
  decideWithoutReview,
  INITIATIVE_DEEDS,
  requestReviewDeed,
  type InitiativeDeed,
} from '../../../domain/permissions/initiative-deeds.js';
import type { Deed, Permission } from '../../../domain/permissions/permission.js';
import { Clock } from '../../../platform/clock.js';
import { GateReviews } from '../../gates/queries/gate-reviews.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import type { ActingPerson } from '../../portfolios/queries/portfolio-people.js';
import { stageOf, Templates } from '../../templates/queries/templates.js';
import { Permissions } from './permissions.js';

/** What the viewer may do with an initiative, by the rules its commands refuse by. */
@Injectable()
export class InitiativePermissions {
  constructor(
    private readonly permissions: Permissions,
    private readonly templates: Templates,
    private readonly reviews: GateReviews,
    private readonly clock: Clock,
  ) {}

  async of(context: GraphqlContext, initiative: Initiative, name: InitiativeDeed): Promise<Permission<ActingPerson>> {
    const gateKey = await this.gateKeyOf(initiative);
    return this.permissions.of(context, initiative.portfolioId, INITIATIVE_DEEDS[name]({ ...initiative, gateKey }));
  }

  async requestReview(context: GraphqlContext, initiative: Initiative): Promise<Permission<ActingPerson>> {
    const { timeZone } = await this.permissions.portfolio(context, initiative.portfolioId);
    const openReview = await this.reviews.openOf.load(context, initiative.id);
    const today = dateAt(this.clock.now(), timeZone);
    const gateKey = await this.gateKeyOf(initiative);
    const deed = requestReviewDeed({ ...initiative, gateKey, openReview, today });
    return this.permissions.of(context, initiative.portfolioId, deed);
  }

  async decide(context: GraphqlContext, initiative: Initiative): Promise<Permission<ActingPerson>> {
    return this.permissions.of(context, initiative.portfolioId, await this.decision(context, initiative));
  }

  private async decision(context: GraphqlContext, initiative: Initiative): Promise<Deed> {
    const stage = stageOf(await this.templates.get(initiative.templateId), initiative.stageKey);
    const review = await this.reviews.openOf.load(context, initiative.id);
    if (!review || !stage.exitGate) {
      return decideWithoutReview({ ...initiative, gateKey: stage.exitGate?.key ?? null });
    }
    const votes = await this.reviews.votesOf.load(context, review.id);
    return decideDeed({ review, initiative, votes, quorum: stage.exitGate.quorum });
  }

  private async gateKeyOf({ templateId, stageKey }: Initiative): Promise<string | null> {
    return stageOf(await this.templates.get(templateId), stageKey).exitGate?.key ?? null;
  }
}
