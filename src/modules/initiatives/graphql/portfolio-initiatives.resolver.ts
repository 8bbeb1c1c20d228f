import { Args, Context, Parent, Resolver } from '@nestjs/graphql';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { SettleChanges } from '../../changes/commands/settle-changes.js';
import { PortfolioType } from '../../portfolios/graphql/portfolio.type.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { InitiativeCompanions } from '../queries/initiative-companions.js';
import { InitiativeList } from '../queries/initiative-list.js';
import { InitiativeConnection } from './initiative.type.js';
import { InitiativesArgs } from './initiatives.args.js';

// A board shows all of a portfolio at once; what hangs on a card goes through loaders, so the statements stay as many.
const MOST = 300;

@Resolver(() => PortfolioType)
export class PortfolioInitiativesResolver {
  constructor(
    private readonly list: InitiativeList,
    private readonly settle: SettleChanges,
    private readonly companions: InitiativeCompanions,
  ) {}

  @ResolveField(() => InitiativeConnection, { description: 'Its initiatives, page by page.' })
  async initiatives(
    @Parent() portfolio: Portfolio,
    @Context() context: GraphqlContext,
    @Args() { filter, orderBy, first, after }: InitiativesArgs,
  ) {
    if (filter?.healths || typeof filter?.readyForGate === 'boolean') {
      await this.settle.portfolio(portfolio.id);
    }
    const page = await this.list.page(portfolio, filter ?? {}, orderBy ?? 'UPDATED_DESC', {
      first: pageSize(first, MOST),
      after: after ?? null,
    });
    this.companions.note(context, page.nodes);
    return page;
  }
}
