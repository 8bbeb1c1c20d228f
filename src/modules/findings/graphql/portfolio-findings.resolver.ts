import { Args, Parent, Resolver } from '@nestjs/graphql';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { SettleChanges } from '../../changes/commands/settle-changes.js';
import { PortfolioType } from '../../portfolios/graphql/portfolio.type.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { FindingList } from '../queries/finding-list.js';
import { AttentionArgs } from './attention.args.js';
import { FindingConnection } from './finding.types.js';

@Resolver(() => PortfolioType)
export class PortfolioFindingsResolver {
  constructor(
    private readonly settle: SettleChanges,
    private readonly findings: FindingList,
  ) {}

  @ResolveField(() => FindingConnection, {
    description:
      'What needs somebody in the portfolio: findings of its initiatives and of itself, the gravest first, and of those what holds longest.',
  })
  async attention(@Parent() portfolio: Portfolio, @Args() args: AttentionArgs) {
    const { codes, levels, includeMuted, asOf, first, after } = args;
    await this.settle.portfolio(portfolio.id);
    return this.findings.page(portfolio, { codes, levels, includeMuted }, asOf ?? null, {
      first: pageSize(first),
      after: after ?? null,
    });
  }
}
