import { Args, Context, ID, Mutation, Parent, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { Viewing } from '../../identity/viewing.js';
import { ReviewEvidence } from '../commands/review-evidence.js';
import { SubmitEvidence } from '../commands/submit-evidence.js';
import type { Evidence } from '../queries/evidence-ledger.js';
import { contentOf } from './evidence-content.js';
import { EvidenceInput, EvidenceReviewInput } from './evidence.inputs.js';
import { EvidencePayload } from './evidence.payloads.js';
import { EvidenceType } from './evidence.types.js';

@Resolver(() => EvidenceType)
export class EvidenceResolver {
  constructor(
    private readonly submitEvidence: SubmitEvidence,
    private readonly reviewEvidence: ReviewEvidence,
    private readonly users: Users,
  ) {}

  @Mutation(() => EvidencePayload, {
    description:
      'Submits evidence for a criterion; it takes PROGRAM_MANAGER, and INTEGRATION may report external checks. The newest accepted evidence counts.',
  })
  async evidenceSubmit(
    @Viewing() viewer: Viewer,
    @Args('initiativeId', { type: () => ID, description: 'The initiative.' }) initiativeId: string,
    @Args('criterionKey', { type: () => String, description: 'The criterion, at whichever gate of its template.' })
    criterionKey: string,
    @Args('input', { type: () => EvidenceInput, description: "The evidence, of the criterion's kind." })
    input: EvidenceInput,
  ) {
    const result = await this.submitEvidence.run(viewer, initiativeId, criterionKey, contentOf(input));
    return payload(result, (evidence) => ({ evidence }));
  }

  @Mutation(() => EvidencePayload, {
    description:
      "Accepts evidence or returns it, once; it takes EVIDENCE_REVIEWER or GATEKEEPER, and neither its submitter nor the initiative's owner.",
  })
  async evidenceReview(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The evidence.' }) id: string,
    @Args('input', { type: () => EvidenceReviewInput, description: 'What the reviewer makes of it.' })
    input: EvidenceReviewInput,
  ) {
    const { outcome, comment = null } = input;
    return payload(await this.reviewEvidence.run(viewer, id, { outcome, comment }), (evidence) => ({ evidence }));
  }

  @ResolveField(() => UserType, { description: 'Who submitted it.' })
  submittedBy(@Parent() evidence: Evidence, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, evidence.submittedById);
  }

  @ResolveField(() => UserType, { nullable: true, description: 'Who accepted or returned it; null before that.' })
  reviewedBy(@Parent() evidence: Evidence, @Context() context: GraphqlContext) {
    return evidence.reviewedById === null ? null : this.users.byId.load(context, evidence.reviewedById);
  }
}
