import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import type { FindingCode, FindingLevel } from '../../../domain/findings/finding.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { SettleChanges } from '../../changes/commands/settle-changes.js';
import { PortfolioType } from '../../portfolios/graphql/portfolio.type.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { FindingList } from '../queries/finding-list.js';
import { FindingCodeEnum, FindingConnection, FindingLevelEnum } from './finding.types.js';

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
  async attention(
    @Parent() portfolio: Portfolio,
    @Args('codes', { type: () => [FindingCodeEnum], nullable: true, description: 'Only what these rules found.' })
    codes: FindingCode[] | null | undefined,
    @Args('levels', { type: () => [FindingLevelEnum], nullable: true, description: 'Only what matters this much.' })
    levels: FindingLevel[] | null | undefined,
    @Args('includeMuted', {
      type: () => Boolean,
      nullable: true,
      defaultValue: false,
      description: 'Whether to tell of muted ones too.',
    })
    includeMuted: boolean | null,
    @Args('asOf', { type: () => DateTimeScalar, nullable: true, description: 'As it was known then; null: now.' })
    asOf: Instant | null | undefined,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    await this.settle.portfolio(portfolio.id);
    return this.findings.page(portfolio, { codes, levels, includeMuted }, asOf ?? null, {
      first: pageSize(first),
      after: after ?? null,
    });
  }
}
