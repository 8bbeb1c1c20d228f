import { Context, Parent, Resolver } from '@nestjs/graphql';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { PortfolioType } from '../../portfolios/graphql/portfolio.type.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { Connections } from '../queries/connections.js';
import { IntegrationConnectionType } from './connection.types.js';

@Resolver(() => PortfolioType)
export class PortfolioConnectionsResolver {
  constructor(private readonly connections: Connections) {}

  @ResolveField(() => [IntegrationConnectionType], { description: 'Its connections to ticketing tools, by name.' })
  integrationConnections(@Parent() portfolio: Portfolio, @Context() context: GraphqlContext) {
    return this.connections.ofPortfolio.load(context, portfolio.id);
  }
}
