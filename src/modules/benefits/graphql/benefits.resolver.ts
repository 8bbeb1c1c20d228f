import { Args, Context, ID, Mutation, Parent, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { Viewing } from '../../identity/viewing.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { CompleteBenefitsReview } from '../commands/complete-benefits-review.js';
import { BenefitsReviews, type BenefitsReview } from '../queries/benefits-reviews.js';
import { BenefitsReviewCompleteInput, BenefitsReviewPayload, BenefitsReviewType } from './benefits.types.js';

@Resolver(() => BenefitsReviewType)
export class BenefitsReviewResolver {
  constructor(
    private readonly completeReview: CompleteBenefitsReview,
    private readonly users: Users,
  ) {}

  @Mutation(() => BenefitsReviewPayload, {
    description:
      "Says what an initiative has brought by a milestone, once; it takes the initiative's owner, ADMIN or PROGRAM_MANAGER. What its KPIs have come to is kept with it.",
  })
  async benefitsReviewComplete(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The review.' }) id: string,
    @Args('input', { type: () => BenefitsReviewCompleteInput, description: 'What it comes to, and why.' })
    { outcome, note }: BenefitsReviewCompleteInput,
  ) {
    return payload(await this.completeReview.run(viewer, id, { outcome, note }), (review) => ({ review }));
  }

  @ResolveField(() => UserType, { nullable: true, description: 'Who completed it; null while it is open.' })
  completedBy(@Parent() { completedById }: BenefitsReview, @Context() context: GraphqlContext) {
    return completedById === null ? null : this.users.byId.load(context, completedById);
  }
}

@Resolver(() => InitiativeType)
export class InitiativeBenefitsResolver {
  constructor(private readonly reviews: BenefitsReviews) {}

  @ResolveField(() => [BenefitsReviewType], {
    description: 'The reviews of its benefits that were opened, 30, 60 and 90 days after it entered production.',
  })
  benefitsReviews(@Parent() { id }: Initiative, @Context() context: GraphqlContext) {
    return this.reviews.ofInitiative.load(context, id);
  }
}
