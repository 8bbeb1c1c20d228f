import { Context, Parent, Resolver } from '@nestjs/graphql';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { Kpis } from '../queries/kpis.js';
import { KpiType } from './kpi.types.js';

@Resolver(() => InitiativeType)
export class InitiativeKpisResolver {
  constructor(private readonly kpisOf: Kpis) {}

  @ResolveField(() => [KpiType], { description: 'Its KPIs, in the order they were defined in.' })
  kpis(@Parent() initiative: Initiative, @Context() context: GraphqlContext) {
    return this.kpisOf.ofInitiative.load(context, initiative.id);
  }
}
