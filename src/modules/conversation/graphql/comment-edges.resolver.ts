import { Args, Context, Int, Parent, Resolver } from '@nestjs/graphql';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { GateReviewType } from '../../gates/graphql/review.types.js';
import { GateReviews } from '../../gates/queries/gate-reviews.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { Comments, type Comment } from '../queries/comments.js';
import { Threads } from '../queries/threads.js';
import { CommentConnection, CommentType, CommentVersionConnection } from './comment.types.js';

@Resolver(() => CommentType)
export class CommentEdgesResolver {
  constructor(
    private readonly initiatives: Initiatives,
    private readonly reviews: GateReviews,
    private readonly users: Users,
    private readonly comments: Comments,
    private readonly threads: Threads,
  ) {}

  @ResolveField(() => InitiativeType, { description: 'The initiative it is on, or whose review it is on.' })
  initiative(@Parent() comment: Comment, @Context() context: GraphqlContext) {
    return this.initiatives.byId.load(context, comment.initiativeId);
  }

  @ResolveField(() => GateReviewType, {
    nullable: true,
    description: 'The review it is on; null for one on the initiative itself.',
  })
  review(@Parent() { reviewId }: Comment, @Context() context: GraphqlContext) {
    return reviewId === null ? null : this.reviews.byId.load(context, reviewId);
  }

  @ResolveField(() => UserType, { description: 'Who posted it.' })
  author(@Parent() comment: Comment, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, comment.authorId);
  }

  @ResolveField(() => UserType, { nullable: true, description: 'Who deleted it; null where nobody did.' })
  deletedBy(@Parent() { deletedById }: Comment, @Context() context: GraphqlContext) {
    return deletedById === null ? null : this.users.byId.load(context, deletedById);
  }

  @ResolveField(() => [UserType], {
    description: 'Whom its text mentions, at most 50; empty once it was deleted.',
  })
  async mentions(@Parent() comment: Comment, @Context() context: GraphqlContext) {
    const ids = await this.comments.mentionedIn.load(context, comment.id);
    return Promise.all(ids.map((id) => this.users.byId.load(context, id)));
  }

  @ResolveField(() => CommentConnection, {
    description: 'The replies to it in the order they were posted; a reply has none.',
  })
  replies(
    @Parent() comment: Comment,
    @Context() context: GraphqlContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    return this.threads.repliesTo(context, comment.id, { first: pageSize(first), after: after ?? null });
  }

  @ResolveField(() => CommentVersionConnection, { description: 'Every text it ever had, the newest first.' })
  versions(
    @Parent() comment: Comment,
    @Context() context: GraphqlContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    return this.threads.versionsOf(context, comment.id, { first: pageSize(first), after: after ?? null });
  }
}
