import { Args, Context, ID, Int, Mutation, Parent, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { Viewing } from '../../identity/viewing.js';
import { CreateInitiative } from '../commands/create-initiative.js';
import { UpdateInitiative } from '../commands/update-initiative.js';
import { InitiativeCompanions } from '../queries/initiative-companions.js';
import { TimeInStage } from '../queries/time-in-stage.js';
import { InitiativeCreateInput, InitiativeUpdateInput } from './initiative.inputs.js';
import { InitiativePayload } from './initiative.payloads.js';
import { InitiativeType } from './initiative.type.js';
import { StageVisitType } from './stage-visit.type.js';

@Resolver(() => InitiativeType)
export class InitiativeResolver {
  constructor(
    private readonly initiatives: InitiativeCompanions,
    private readonly users: Users,
    private readonly timeInStage: TimeInStage,
    private readonly createInitiative: CreateInitiative,
    private readonly updateInitiative: UpdateInitiative,
  ) {}

  @Query(() => InitiativeType, {
    nullable: true,
    description: 'An initiative by its id; null for one you may not know of.',
  })
  initiative(
    @Viewing() viewer: Viewer,
    @Context() context: GraphqlContext,
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
  ) {
    return this.initiatives.seenBy(context, viewer, id);
  }

  @Query(() => InitiativeType, {
    nullable: true,
    description: 'An initiative by its key; null for one you may not know of.',
  })
  initiativeByKey(
    @Viewing() viewer: Viewer,
    @Context() context: GraphqlContext,
    @Args('key', { type: () => String, description: 'Its key, for instance CLAIMS-42.' }) key: string,
  ) {
    return this.initiatives.seenByKey(context, viewer, key);
  }

  @ResolveField(() => UserType, { description: 'Who answers for it.' })
  owner(@Parent() initiative: Initiative, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, initiative.ownerId);
  }

  @ResolveField(() => UserType, { nullable: true, description: 'Who pays for it; null where nobody is named.' })
  sponsor(@Parent() initiative: Initiative, @Context() context: GraphqlContext) {
    return initiative.sponsorId === null ? null : this.users.byId.load(context, initiative.sponsorId);
  }

  @ResolveField(() => Int, {
    description:
      'Days in the current stage over all visits to it, without the time on hold: midnights passed in the portfolio’s time zone.',
  })
  daysInStage(@Parent() initiative: Initiative, @Context() context: GraphqlContext) {
    return this.timeInStage.daysInStage(context, initiative);
  }

  @ResolveField(() => Int, { description: 'Days on hold over all its stages.' })
  daysOnHold(@Parent() initiative: Initiative, @Context() context: GraphqlContext) {
    return this.timeInStage.daysOnHold(context, initiative);
  }

  @ResolveField(() => [StageVisitType], { description: 'Where it stood and when, oldest first; the last one lasts.' })
  stageVisits(@Parent() initiative: Initiative, @Context() context: GraphqlContext) {
    return this.timeInStage.visits(context, initiative);
  }

  @Mutation(() => InitiativePayload, {
    description: 'Enters an initiative at the first stage of its template; it takes PROGRAM_MANAGER.',
  })
  async initiativeCreate(
    @Viewing() viewer: Viewer,
    @Args('input', { type: () => InitiativeCreateInput, description: 'The initiative.' }) input: InitiativeCreateInput,
  ) {
    const result = await this.createInitiative.run(viewer, {
      portfolioKey: input.portfolioKey,
      name: input.name,
      problem: input.problem,
      valueThesis: input.valueThesis,
      solutionType: input.solutionType ?? null,
      investmentClass: input.investmentClass ?? 'CORE',
      riskTier: input.riskTier ?? 'LIMITED',
      businessUnit: input.businessUnit ?? null,
      ownerId: input.ownerId ?? null,
      sponsorId: input.sponsorId ?? null,
      defaultCategoryKey: input.defaultCategoryKey ?? null,
      templateKey: input.templateKey ?? null,
      externalRef: input.externalRef ?? null,
    });
    return payload(result, (initiative) => ({ initiative }));
  }

  @Mutation(() => InitiativePayload, {
    description: 'Changes what is said of an initiative, as its next version; it takes PROGRAM_MANAGER.',
  })
  async initiativeUpdate(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The initiative.' }) id: string,
    @Args('input', { type: () => InitiativeUpdateInput, description: 'What changes.' }) input: InitiativeUpdateInput,
  ) {
    const { expectedVersion, ...change } = input;
    return payload(await this.updateInitiative.run(viewer, id, change, expectedVersion), (initiative) => ({
      initiative,
    }));
  }
}
