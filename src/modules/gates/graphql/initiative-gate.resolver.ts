import { Args, Context, Int, Parent, Resolver } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { GateDecisions } from '../queries/gate-decisions.js';
import { GateReadinessQuery, type StandingGate } from '../queries/gate-readiness.js';
import { GateReviews } from '../queries/gate-reviews.js';
import { GatesInForce } from '../queries/gates-in-force.js';
import { GateReadinessType, GateType } from './assessment.types.js';
import { GateDecisionConnection, GateReviewType } from './review.types.js';

@Resolver(() => InitiativeType)
export class InitiativeGateResolver {
  constructor(
    private readonly inForce: GatesInForce,
    private readonly gateDecisions: GateDecisions,
  ) {}

  @ResolveField(() => GateType, {
    nullable: true,
    description: 'The exit gate of the current stage; null in the last one.',
  })
  gate(@Parent() initiative: Initiative) {
    return this.inForce.exitOf(initiative);
  }

  @ResolveField(() => [GateType], {
    description:
      'Every gate of the template version in force at an instant, in order, those it has passed too; readiness is asked of that instant where it names none.',
  })
  gates(
    @Parent() initiative: Initiative,
    @Context() context: GraphqlContext,
    @Args('asOf', {
      type: () => DateTimeScalar,
      nullable: true,
      description: 'The instant that is asked about; default now.',
    })
    asOf?: Instant | null,
  ) {
    return this.inForce.ofInitiative(context, initiative, asOf ?? null);
  }

  @ResolveField(() => GateDecisionConnection, { description: 'What was decided of it, newest first.' })
  decisions(
    @Parent() initiative: Initiative,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    return this.gateDecisions.pageOfInitiative(initiative.id, pageSize(first), after);
  }
}

@Resolver(() => GateType)
export class StandingGateResolver {
  constructor(
    private readonly gates: GateReadinessQuery,
    private readonly reviews: GateReviews,
  ) {}

  @ResolveField(() => GateReadinessType, {
    description:
      'What its criteria say now, or said at a past instant under the template version in force then; where that version had no gate of this key, what this gate asks for is assessed.',
  })
  readiness(
    @Parent() gate: StandingGate,
    @Context() context: GraphqlContext,
    @Args('asOf', {
      type: () => DateTimeScalar,
      nullable: true,
      description: 'The instant that is asked about; default: that of the list of gates it is in, else now.',
    })
    asOf?: Instant | null,
  ) {
    return this.gates.readiness(context, gate, asOf ?? null);
  }

  @ResolveField(() => GateReviewType, {
    nullable: true,
    description: 'The review that is open at it; null when none is.',
  })
  async currentReview(@Parent() gate: StandingGate, @Context() context: GraphqlContext) {
    const review = await this.reviews.openOf.load(context, gate.initiativeId);
    return review?.gateKey === gate.definition.key ? review : null;
  }
}
