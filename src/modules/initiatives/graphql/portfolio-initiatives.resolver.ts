import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { pageSize } from '../../../platform/graphql/connection.js';
import { SettleChanges } from '../../changes/commands/settle-changes.js';
import { PortfolioType } from '../../portfolios/graphql/portfolio.type.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { InitiativeList, type InitiativeOrder as Order } from '../queries/initiative-list.js';
import { InitiativeOrder } from './initiative.enums.js';
import { InitiativeFilterInput } from './initiative.inputs.js';
import { InitiativeConnection } from './initiative.type.js';

// A board shows all of a portfolio at once; what hangs on a card goes through loaders, so the statements stay as many.
const MOST = 300;

@Resolver(() => PortfolioType)
export class PortfolioInitiativesResolver {
  constructor(
    private readonly list: InitiativeList,
    private readonly settle: SettleChanges,
  ) {}

  @ResolveField(() => InitiativeConnection, { description: 'Its initiatives, page by page.' })
  async initiatives(
    @Parent() portfolio: Portfolio,
    @Args('filter', { type: () => InitiativeFilterInput, nullable: true, description: 'Which of them.' })
    filter: InitiativeFilterInput | null | undefined,
    @Args('orderBy', {
      type: () => InitiativeOrder,
      nullable: true,
      defaultValue: 'UPDATED_DESC',
      description: 'In which order.',
    })
    orderBy: Order | null,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: 25,
      description: 'How many, 1 to 300: a board is one page.',
    })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    if (filter?.healths || typeof filter?.readyForGate === 'boolean') {
      await this.settle.portfolio(portfolio.id);
    }
    return this.list.page(portfolio, filter ?? {}, orderBy ?? 'UPDATED_DESC', {
      first: pageSize(first, MOST),
      after: after ?? null,
    });
  }
}
