import { Injectable } from '@nestjs/common';
import type { GateReview } from '../../../domain/gates/review.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import {
  cancelDeed,
  commentOnReviewDeed,
  decideDeed,
  decideWaiverDeed,
  reviewEvidenceDeed,
  revokeWaiverDeed,
  voteDeed,
} from '../../../domain/permissions/gate-deeds.js';
import type { Permission } from '../../../domain/permissions/permission.js';
import type { Evidence } from '../../evidence/queries/evidence-ledger.js';
import { GateReviews } from '../../gates/queries/gate-reviews.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import type { ActingPerson } from '../../portfolios/queries/portfolio-people.js';
import { stageOf, Templates } from '../../templates/queries/templates.js';
import type { Waiver } from '../../waivers/queries/waivers.js';
import { Permissions } from './permissions.js';

type Told = Promise<Permission<ActingPerson>>;

/** What the viewer may do with a review, with evidence and with a waiver, by the rules their commands refuse by. */
@Injectable()
export class GatePermissions {
  constructor(
    private readonly permissions: Permissions,
    private readonly initiatives: Initiatives,
    private readonly templates: Templates,
    private readonly reviews: GateReviews,
  ) {}

  async vote(context: GraphqlContext, review: GateReview): Told {
    const initiative = await this.initiativeOf(context, review);
    return this.permissions.of(context, review.portfolioId, voteDeed({ review, initiative }));
  }

  async decide(context: GraphqlContext, review: GateReview): Told {
    const initiative = await this.initiativeOf(context, review);
    const template = await this.templates.get(initiative.templateId);
    // Of a review that is closed the initiative may have moved on since, and its quorum matters no more.
    const quorum = stageOf(template, initiative.stageKey).exitGate?.quorum ?? 0;
    const votes = await this.reviews.votesOf.load(context, review.id);
    return this.permissions.of(context, review.portfolioId, decideDeed({ review, initiative, votes, quorum }));
  }

  cancel(context: GraphqlContext, review: GateReview): Told {
    return this.permissions.of(context, review.portfolioId, cancelDeed(review));
  }

  comment(context: GraphqlContext, review: GateReview): Told {
    return this.permissions.of(context, review.portfolioId, commentOnReviewDeed());
  }

  async reviewEvidence(context: GraphqlContext, evidence: Evidence): Told {
    const { ownerId } = await this.initiativeOf(context, evidence);
    const { kind, submittedById: submittedBy, status } = evidence;
    const outcome = status === 'ACCEPTED' || status === 'RETURNED' ? status : null;
    const deed = reviewEvidenceDeed({ kind, submittedBy, initiativeOwnerId: ownerId, outcome });
    return this.permissions.of(context, evidence.portfolioId, deed);
  }

  async decideWaiver(context: GraphqlContext, waiver: Waiver): Told {
    const initiative = await this.initiativeOf(context, waiver);
    const standing = { status: waiver.status, requestedBy: waiver.requestedById };
    return this.permissions.of(context, waiver.portfolioId, decideWaiverDeed(standing, initiative));
  }

  async revokeWaiver(context: GraphqlContext, waiver: Waiver): Told {
    const initiative = await this.initiativeOf(context, waiver);
    const standing = { status: waiver.status, requestedBy: waiver.requestedById };
    return this.permissions.of(context, waiver.portfolioId, revokeWaiverDeed(standing, initiative));
  }

  private async initiativeOf(
    context: GraphqlContext,
    { initiativeId }: { readonly initiativeId: string },
  ): Promise<Initiative> {
    const initiative = await this.initiatives.byId.load(context, initiativeId);
    if (!initiative) {
      throw new Error(`Initiative ${initiativeId} is referred to but not there.`);
    }
    return initiative;
  }
}
