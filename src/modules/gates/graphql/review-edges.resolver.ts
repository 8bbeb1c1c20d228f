import { Context, Int, Parent, Resolver } from '@nestjs/graphql';
import type { GateDecision, GateReview, GateVote } from '../../../domain/gates/review.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { JsonScalar } from '../../../platform/graphql/scalars.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { StageDefinitionType } from '../../templates/graphql/template.types.js';
import { stageOf, Templates } from '../../templates/queries/templates.js';
import { BasisChangeType } from '../../tickets/graphql/ticket.types.js';
import { BasisChanges } from '../../tickets/queries/basis-changes.js';
import { GateDecisions } from '../queries/gate-decisions.js';
import { GateReviews } from '../queries/gate-reviews.js';
import { GateDecisionType, GateReviewType, GateVoteType } from './review.types.js';

@Resolver(() => GateReviewType)
export class GateReviewEdgesResolver {
  constructor(
    private readonly initiatives: Initiatives,
    private readonly users: Users,
    private readonly reviews: GateReviews,
    private readonly decisions: GateDecisions,
  ) {}

  @ResolveField(() => InitiativeType, { description: 'What is reviewed.' })
  initiative(@Parent() review: GateReview, @Context() context: GraphqlContext) {
    return this.initiatives.byId.load(context, review.initiativeId);
  }

  @ResolveField(() => UserType, { description: 'Who requested it.' })
  requestedBy(@Parent() review: GateReview, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, review.requestedBy);
  }

  @ResolveField(() => [GateVoteType], { description: 'The live votes, one per gatekeeper.' })
  votes(@Parent() review: GateReview, @Context() context: GraphqlContext) {
    return this.reviews.votesOf.load(context, review.id);
  }

  @ResolveField(() => GateDecisionType, { nullable: true, description: 'What was decided; null until then.' })
  decision(@Parent() review: GateReview, @Context() context: GraphqlContext) {
    return this.decisions.ofReview.load(context, review.id);
  }
}

@Resolver(() => GateVoteType)
export class GateVoteEdgesResolver {
  constructor(private readonly users: Users) {}

  @ResolveField(() => UserType, { description: 'Who voted.' })
  voter(@Parent() vote: GateVote, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, vote.voterId);
  }
}

@Resolver(() => GateDecisionType)
export class GateDecisionEdgesResolver {
  constructor(
    private readonly initiatives: Initiatives,
    private readonly users: Users,
    private readonly templates: Templates,
    private readonly basis: BasisChanges,
  ) {}

  @ResolveField(() => InitiativeType, { description: 'What was decided on.' })
  initiative(@Parent() decision: GateDecision, @Context() context: GraphqlContext) {
    return this.initiatives.byId.load(context, decision.initiativeId);
  }

  @ResolveField(() => UserType, { description: 'Who decided.' })
  decidedBy(@Parent() decision: GateDecision, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, decision.decidedBy);
  }

  @ResolveField(() => Int, { description: 'The template version it was made under.' })
  async templateVersion(@Parent() decision: GateDecision) {
    return (await this.templates.get(decision.templateId)).version;
  }

  @ResolveField(() => StageDefinitionType, { description: 'The stage whose exit was decided.' })
  async fromStage(@Parent() decision: GateDecision) {
    return stageOf(await this.templates.get(decision.templateId), decision.fromStageKey);
  }

  @ResolveField(() => StageDefinitionType, { nullable: true, description: 'Where it went; null where it stayed.' })
  async toStage(@Parent() { templateId, toStageKey }: GateDecision) {
    return toStageKey === null ? null : stageOf(await this.templates.get(templateId), toStageKey);
  }

  @ResolveField(() => [BasisChangeType], {
    description: 'What of its basis is otherwise since: tickets that were done and no longer are.',
  })
  basisChanges(@Parent() decision: GateDecision, @Context() context: GraphqlContext) {
    return this.basis.ofDecision.load(context, decision.id);
  }

  @ResolveField(() => JsonScalar, { description: 'What the gatekeepers saw: every assessment, frozen.' })
  snapshot(@Parent() decision: GateDecision): unknown {
    return JSON.parse(decision.snapshot);
  }
}
