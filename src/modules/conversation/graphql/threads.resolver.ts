import { Args, Context, Int, Parent, Resolver } from '@nestjs/graphql';
import type { GateReview } from '../../../domain/gates/review.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { GateReviewType } from '../../gates/graphql/review.types.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { Threads } from '../queries/threads.js';
import { CommentConnection } from './comment.types.js';

@Resolver(() => InitiativeType)
export class InitiativeCommentsResolver {
  constructor(private readonly threads: Threads) {}

  @ResolveField(() => CommentConnection, {
    description:
      'What was said to it, the newest thread first; replies stand below what they answer, and what was said to its reviews stands there.',
  })
  comments(
    @Parent() initiative: Initiative,
    @Context() context: GraphqlContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    return this.threads.ofInitiative(context, initiative.id, { first: pageSize(first), after: after ?? null });
  }
}

@Resolver(() => GateReviewType)
export class GateReviewCommentsResolver {
  constructor(private readonly threads: Threads) {}

  @ResolveField(() => CommentConnection, {
    description: 'What was said to it, the newest thread first; replies stand below what they answer.',
  })
  comments(
    @Parent() review: GateReview,
    @Context() context: GraphqlContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    return this.threads.ofReview(context, review.id, { first: pageSize(first), after: after ?? null });
  }
}
