import { Args, Context, ID, Mutation, Parent, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import type { StandingCondition } from '../../../domain/gates/condition.js';
import type { GateDecision } from '../../../domain/gates/review.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { Viewing } from '../../identity/viewing.js';
import { CloseGateCondition } from '../commands/close-gate-condition.js';
import { GateConditions } from '../queries/gate-conditions.js';
import { GatePreview } from '../queries/gate-preview.js';
import { GateReadinessType } from './assessment.types.js';
import { GateConditionPayload, GateConditionType } from './condition.types.js';
import { GateConditionCloseInput } from './gate.inputs.js';
import { GatePreviewArgs } from './gate-preview.args.js';
import { proposalIn } from './proposal-in.js';
import { GateDecisionType } from './review.types.js';

@Resolver(() => GateConditionType)
export class GateConditionResolver {
  constructor(
    private readonly users: Users,
    private readonly closeCondition: CloseGateCondition,
    private readonly preview: GatePreview,
  ) {}

  @Query(() => GateReadinessType, {
    description:
      'Would this outcome be refused at the gate where the initiative stands, and for what? `ready` tells whether not, `refusals` every reason. Votes are counted only where that is asked for. Changes nothing.',
  })
  gatePreview(@Viewing() viewer: Viewer, @Args() args: GatePreviewArgs) {
    return this.preview.of(viewer, args.initiativeId, proposalIn(args), args.withVotes ?? false);
  }

  @Mutation(() => GateConditionPayload, {
    description: 'Closes a condition of an earlier decision, late as well as in time; it takes PROGRAM_MANAGER.',
  })
  async gateConditionClose(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The condition.' }) id: string,
    @Args('input', { type: () => GateConditionCloseInput, description: 'How it was met.' })
    { note, url = null }: GateConditionCloseInput,
  ) {
    return payload(await this.closeCondition.run(viewer, id, { note, url }), (condition) => ({ condition }));
  }

  @ResolveField(() => UserType, { description: 'Who answers for it.' })
  owner(@Parent() condition: StandingCondition, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, condition.ownerId);
  }
}

@Resolver(() => GateDecisionType)
export class GateDecisionConditionsResolver {
  constructor(private readonly conditions: GateConditions) {}

  @ResolveField(() => [GateConditionType], {
    name: 'conditions',
    description: 'What it was made under, as that stands now; empty but for a CONDITIONAL_GO.',
  })
  conditionsOf(@Parent() decision: GateDecision, @Context() context: GraphqlContext) {
    return this.conditions.ofDecision.load(context, decision.id);
  }
}
