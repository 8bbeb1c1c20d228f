import { Args, Context, Parent, Resolver } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { PortfolioType } from '../../portfolios/graphql/portfolio.type.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { AgingLevels } from '../queries/aging-levels.js';
import { StageAgings } from '../queries/stage-agings.js';
import { AgingLevelEnum, StageAgingType } from './aging.types.js';
import { InitiativeType } from './initiative.type.js';

@Resolver(() => InitiativeType)
export class InitiativeAgingResolver {
  constructor(private readonly levels: AgingLevels) {}

  @ResolveField(() => AgingLevelEnum, {
    description: 'How its days in the current stage compare with those that left the stage, and with the time box.',
  })
  agingLevel(@Parent() initiative: Initiative, @Context() context: GraphqlContext) {
    return this.levels.ofInitiative.load(context, initiative.id);
  }
}

@Resolver(() => PortfolioType)
export class PortfolioAgingResolver {
  constructor(private readonly agings: StageAgings) {}

  @ResolveField(() => [StageAgingType], { description: 'One row a stage: who is in it now, and how long.' })
  aging(
    @Parent() portfolio: Portfolio,
    @Context() context: GraphqlContext,
    @Args('asOf', {
      type: () => DateTimeScalar,
      nullable: true,
      description: 'As it was known then; null: now.',
    })
    asOf?: Instant | null,
  ) {
    return this.agings.shared.load(context, { portfolio, asOf: asOf ?? null });
  }
}
