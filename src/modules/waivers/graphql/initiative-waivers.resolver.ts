import { Context, Parent, Resolver } from '@nestjs/graphql';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { Waivers } from '../queries/waivers.js';
import { WaiverType } from './waiver.types.js';

@Resolver(() => InitiativeType)
export class InitiativeWaiversResolver {
  constructor(private readonly waiversOf: Waivers) {}

  @ResolveField(() => [WaiverType], { description: 'The waivers of its criteria, the one requested last first.' })
  waivers(@Parent() initiative: Initiative, @Context() context: GraphqlContext) {
    return this.waiversOf.ofInitiative.load(context, initiative.id);
  }
}
