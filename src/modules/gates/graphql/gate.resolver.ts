import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { DECIDABLE_OUTCOMES } from '../../../domain/gates/decide-gate.js';
import { invalid, refuse } from '../../../domain/basics/result.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import { Viewing } from '../../identity/viewing.js';
import { CastGateVote } from '../commands/cast-gate-vote.js';
import { DecideGate } from '../commands/decide-gate.js';
import { RequestGateReview } from '../commands/request-gate-review.js';
import { GateReviews } from '../queries/gate-reviews.js';
import { isDecidable } from './gate.enums.js';
import { GateDecideInput, GateReviewRequestInput, GateVoteCastInput } from './gate.inputs.js';
import { GateDecidePayload, GateReviewPayload } from './gate.payloads.js';
import { GateReviewType } from './review.types.js';

@Resolver()
export class GateResolver {
  constructor(
    private readonly reviews: GateReviews,
    private readonly requestReview: RequestGateReview,
    private readonly castVote: CastGateVote,
    private readonly decideGate: DecideGate,
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

  @Mutation(() => GateDecidePayload, {
    description:
      'Decides a gate, by a gatekeeper, whose vote it is too. GO is refused while a must-meet criterion blocks; every refusal names all its reasons.',
  })
  async gateDecide(
    @Viewing() viewer: Viewer,
    @Args('reviewId', { type: () => ID, description: 'The review.' }) reviewId: string,
    @Args('input', { type: () => GateDecideInput, description: 'The decision.' }) input: GateDecideInput,
  ) {
    const { outcome, rationale, expectedVersion } = input;
    if (!isDecidable(outcome)) {
      const message = `${outcome} cannot be decided yet; decide one of ${DECIDABLE_OUTCOMES.join(', ')}.`;
      return payload(refuse(invalid(['input', 'outcome'], message)), () => ({}));
    }
    const result = await this.decideGate.run(viewer, reviewId, { outcome, rationale, expectedVersion });
    return payload(result, ({ decision, initiative }) => ({ decision, initiative }));
  }
}
