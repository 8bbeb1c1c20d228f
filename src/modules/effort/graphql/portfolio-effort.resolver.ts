import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { EffortGrouping } from '../../../domain/effort/effort-groups.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { PortfolioType } from '../../portfolios/graphql/portfolio.type.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { EffortEntries } from '../queries/effort-entries.js';
import { EffortSplits } from '../queries/effort-splits.js';
import { EffortEntryConnection } from './effort-entry.types.js';
import { EffortSplitType } from './effort-split.types.js';
import { EffortEntriesArgs } from './effort.args.js';
import { EffortGroupBy } from './effort.enums.js';

@Resolver(() => PortfolioType)
export class PortfolioEffortResolver {
  constructor(
    private readonly splits: EffortSplits,
    private readonly entries: EffortEntries,
  ) {}

  @ResolveField(() => EffortSplitType, {
    description: 'How the effort of a period was split, against the scheme in force on its last day.',
  })
  effortSplit(
    @Parent() portfolio: Portfolio,
    @Args('from', { type: () => DateScalar, description: 'The first day that counts.' }) from: CalendarDate,
    @Args('to', { type: () => DateScalar, description: 'The last day that counts, at most 100 years later.' })
    to: CalendarDate,
    @Args('groupBy', {
      type: () => EffortGroupBy,
      nullable: true,
      defaultValue: 'NONE',
      description: 'What to group by as well.',
    })
    groupBy: EffortGrouping | null,
    @Args('asOf', {
      type: () => DateTimeScalar,
      nullable: true,
      description: 'Only what was recorded by then counts; null: all of it. An instant still to come is taken for now.',
    })
    asOf?: Instant | null,
  ) {
    return this.splits.ofPortfolio(portfolio, { from, to, asOf: asOf ?? null }, groupBy ?? 'NONE');
  }

  @ResolveField(() => EffortEntryConnection, {
    description:
      'The ledger of effort, the last day worked first, page by page; what was taken back and its reversals included.',
  })
  effortEntries(@Parent() portfolio: Portfolio, @Args() { first, after, ...filter }: EffortEntriesArgs) {
    return this.entries.page(portfolio.id, filter, { first: first ?? 50, after: after ?? null });
  }
}
