import { Args, Context, Parent, Resolver } from '@nestjs/graphql';
import {
  agingHeadlineOf,
  debtHeadlineOf,
  decisionsHeadlineOf,
  funnelHeadlineOf,
  valueHeadlineOf,
} from '../../../domain/reports/headlines.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { StageAgings } from '../../initiatives/queries/stage-agings.js';
import { PortfolioType } from '../../portfolios/graphql/portfolio.type.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import type { DecisionStatistics } from '../queries/decision-records.js';
import type { Funnel } from '../queries/funnels.js';
import type { GovernanceDebt } from '../queries/governance-debts.js';
import { ValueBalances } from '../queries/value-balances.js';
import { DecisionStatisticsType } from './decision-statistics.types.js';
import { FunnelType } from './funnel.types.js';
import { GovernanceDebtType } from './governance-debt.types.js';
import { AsOfArgs, ReportPeriodArgs } from './report.args.js';

const SAID = 'What it says, as one sentence.';

@Resolver(() => FunnelType)
export class FunnelHeadlineResolver {
  @ResolveField(() => String, { description: SAID })
  headline(@Parent() funnel: Funnel) {
    return funnelHeadlineOf(funnel);
  }
}

@Resolver(() => GovernanceDebtType)
export class DebtHeadlineResolver {
  @ResolveField(() => String, { description: SAID })
  headline(@Parent() { rows }: GovernanceDebt) {
    return debtHeadlineOf(rows);
  }
}

@Resolver(() => DecisionStatisticsType)
export class DecisionsHeadlineResolver {
  @ResolveField(() => String, { description: SAID })
  headline(@Parent() { gates }: DecisionStatistics) {
    return decisionsHeadlineOf(gates);
  }
}

/** Of the reports that are lists, and have no place of their own to say it. */
@Resolver(() => PortfolioType)
export class ListHeadlinesResolver {
  constructor(
    private readonly agings: StageAgings,
    private readonly balances: ValueBalances,
  ) {}

  @ResolveField(() => String, { description: 'What `aging` says, as one sentence.' })
  async agingHeadline(@Parent() portfolio: Portfolio, @Context() context: GraphqlContext, @Args() { asOf }: AsOfArgs) {
    return agingHeadlineOf(await this.agings.shared.load(context, { portfolio, asOf: asOf ?? null }));
  }

  @ResolveField(() => String, { description: 'What `valueBalance` says, as one sentence.' })
  async valueBalanceHeadline(
    @Parent() portfolio: Portfolio,
    @Context() context: GraphqlContext,
    @Args() { from, to, asOf }: ReportPeriodArgs,
  ) {
    return valueHeadlineOf(
      await this.balances.shared.load(context, { portfolio, days: { from, to }, asOf: asOf ?? null }),
    );
  }
}
