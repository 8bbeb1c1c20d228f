import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import { Viewing } from '../../identity/viewing.js';
import { CancelGateReview } from '../commands/cancel-gate-review.js';
import { CastGateVote } from '../commands/cast-gate-vote.js';
import { DecideGate } from '../commands/decide-gate.js';
import { RequestGateReview } from '../commands/request-gate-review.js';
import { GateReviews } from '../queries/gate-reviews.js';
import { GateDecideInput, GateReviewRequestInput, GateVoteCastInput } from './gate.inputs.js';
import { GateDecidePayload, GateReviewPayload } from './gate.payloads.js';
import { proposalIn } from './proposal-in.js';
import { GateReviewType } from './review.types.js';

@Resolver()
export class GateResolver {
  constructor(
    private readonly reviews: GateReviews,
    private readonly requestReview: RequestGateReview,
    private readonly castVote: CastGateVote,
    private readonly decideGate: DecideGate,
    private readonly cancelReview: CancelGateReview,
  ) {}

  @Query(() => GateReviewType, { nullable: true, description: 'A review by its id; null for one you may not know of.' })
  gateReview(@Viewing() viewer: Viewer, @Args('id', { type: () => ID, description: 'Its id.' }) id: string) {
    return this.reviews.seenBy(viewer, id);
  }

  @Mutation(() => GateReviewPayload, {
    description: 'Asks the gatekeepers to decide the exit gate of the current stage; it takes PROGRAM_MANAGER.',
  })
  async gateReviewRequest(
    @Viewing() viewer: Viewer,
    @Args('initiativeId', { type: () => ID, description: 'The initiative.' }) initiativeId: string,
    @Args('input', { type: () => GateReviewRequestInput, description: 'What they are to know.' })
    input: GateReviewRequestInput,
  ) {
    const { note = null, dueOn = null } = input;
    return payload(await this.requestReview.run(viewer, initiativeId, { note, dueOn }), (review) => ({ review }));
  }

  @Mutation(() => GateReviewPayload, {
    description: "Casts a gatekeeper's vote; the initiative's owner and its sponsor have none.",
  })
  async gateVoteCast(
    @Viewing() viewer: Viewer,
    @Args('reviewId', { type: () => ID, description: 'The review.' }) reviewId: string,
    @Args('input', { type: () => GateVoteCastInput, description: 'The vote.' }) input: GateVoteCastInput,
  ) {
    const { outcome = null, comment = null } = input;
    return payload(await this.castVote.run(viewer, reviewId, { outcome, comment }), (review) => ({ review }));
  }

  @Mutation(() => GateReviewPayload, {
    description: 'Calls an open review off, with a reason; its votes count for nothing. It takes PROGRAM_MANAGER.',
  })
  async gateReviewCancel(
    @Viewing() viewer: Viewer,
    @Args('reviewId', { type: () => ID, description: 'The review.' }) reviewId: string,
    @Args('reason', { type: () => String, description: 'Why, 1 to 4,000 characters.' }) reason: string,
  ) {
    return payload(await this.cancelReview.run(viewer, reviewId, reason), (review) => ({ review }));
  }

  @Mutation(() => GateDecidePayload, {
    description:
      'Decides a gate, by a gatekeeper, whose vote it is too. GO is refused while a must-meet criterion blocks or a condition of an earlier decision is open; every refusal names all its reasons.',
  })
  async gateDecide(
    @Viewing() viewer: Viewer,
    @Args('reviewId', { type: () => ID, description: 'The review.' }) reviewId: string,
    @Args('input', { type: () => GateDecideInput, description: 'The decision.' }) input: GateDecideInput,
  ) {
    const { rationale, expectedVersion } = input;
    const result = await this.decideGate.run(viewer, reviewId, { ...proposalIn(input), rationale, expectedVersion });
    return payload(result, ({ decision, initiative }) => ({ decision, initiative }));
  }
}
