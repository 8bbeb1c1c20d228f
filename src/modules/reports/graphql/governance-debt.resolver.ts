import { Args, Context, Int, Parent, Resolver } from '@nestjs/graphql';
import type { DebtKind } from '../../../domain/reports/governance-debt.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { PortfolioType } from '../../portfolios/graphql/portfolio.type.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { GovernanceDebts, type DebtItem, type GovernanceDebt } from '../queries/governance-debts.js';
import {
  GovernanceDebtItemConnection,
  GovernanceDebtItemType,
  GovernanceDebtKind,
  GovernanceDebtRowType,
  GovernanceDebtType,
} from './governance-debt.types.js';
import { AsOfArgs } from './report.args.js';

@Resolver(() => PortfolioType)
export class PortfolioDebtResolver {
  constructor(private readonly debts: GovernanceDebts) {}

  @ResolveField(() => GovernanceDebtType, {
    description: 'Waivers that are pending or in force and conditions that are not closed, by age.',
  })
  governanceDebt(@Parent() portfolio: Portfolio, @Args() { asOf }: AsOfArgs) {
    return this.debts.ofPortfolio(portfolio, asOf ?? null);
  }
}

@Resolver(() => GovernanceDebtType)
export class GovernanceDebtResolver {
  constructor(private readonly debts: GovernanceDebts) {}

  @ResolveField(() => GovernanceDebtItemConnection, { description: 'All of it, the oldest first, page by page.' })
  items(
    @Parent() debt: GovernanceDebt,
    @Args('kinds', { type: () => [GovernanceDebtKind], nullable: true, description: 'Only of these kinds.' })
    kinds: DebtKind[] | null | undefined,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    return this.debts.items(debt, kinds ?? null, { first: pageSize(first), after: after ?? null });
  }
}

@Resolver(() => GovernanceDebtRowType)
export class GovernanceDebtRowResolver {
  constructor(private readonly debts: GovernanceDebts) {}

  @ResolveField(() => GovernanceDebtItemType, {
    nullable: true,
    description: 'The one that was let go longest; null where there is none.',
  })
  oldest(@Parent() row: GovernanceDebt['rows'][number], @Context() context: GraphqlContext) {
    return this.debts.oldest(context, row);
  }
}

@Resolver(() => GovernanceDebtItemType)
export class GovernanceDebtItemResolver {
  constructor(private readonly initiatives: Initiatives) {}

  @ResolveField(() => InitiativeType, { description: 'The initiative it is about, as it is now.' })
  initiative(@Parent() item: DebtItem, @Context() context: GraphqlContext) {
    return this.initiatives.byId.load(context, item.initiativeId);
  }
}
