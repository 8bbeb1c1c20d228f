import { Args, Context, ID, Mutation, Parent, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { Viewing } from '../../identity/viewing.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { ADAPTERS } from '../../../tools/all-tools.js';
import { CreateConnection } from '../commands/create-connection.js';
import { UpdateConnection } from '../commands/update-connection.js';
import { Connections, type Connection } from '../queries/connections.js';
import { IntegrationConnectionCreateInput, IntegrationConnectionUpdateInput } from './connection.inputs.js';
import { IntegrationConnectionPayload, IntegrationConnectionType } from './connection.types.js';

@Resolver(() => IntegrationConnectionType)
export class ConnectionResolver {
  constructor(
    private readonly connections: Connections,
    private readonly portfolios: Portfolios,
    private readonly createConnection: CreateConnection,
    private readonly updateConnection: UpdateConnection,
  ) {}

  @Query(() => IntegrationConnectionType, {
    nullable: true,
    description: 'A connection by its id; null for one that is deleted or that you may not know of.',
  })
  integrationConnection(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The connection.' }) id: string,
  ) {
    return this.connections.seenBy(viewer, id);
  }

  @Query(() => [IntegrationConnectionType], {
    description: 'The connections of a portfolio, by name; none of one you may not know of.',
  })
  async integrationConnections(
    @Viewing() viewer: Viewer,
    @Args('portfolioKey', { type: () => String, description: 'The portfolio.' }) portfolioKey: string,
    @Context() context: GraphqlContext,
  ) {
    const portfolio = await this.portfolios.seenBy(viewer, portfolioKey);
    return portfolio === null ? [] : this.connections.ofPortfolio.load(context, portfolio.id);
  }

  @Mutation(() => IntegrationConnectionPayload, {
    description: 'Connects a portfolio to a ticketing tool; it takes ADMIN. The secret is told this once.',
  })
  async integrationConnectionCreate(
    @Viewing() viewer: Viewer,
    @Args('input', { type: () => IntegrationConnectionCreateInput, description: 'The connection.' })
    { portfolioKey, tool, name, secret = null, settings = null }: IntegrationConnectionCreateInput,
  ) {
    const made = await this.createConnection.run(viewer, { portfolioKey, tool, name, secret, settings });
    return payload(made, ({ connection, secret: told }) => ({ connection, secret: told }));
  }

  @Mutation(() => IntegrationConnectionPayload, {
    description: 'Gives a connection another name or other settings; it takes ADMIN.',
  })
  async integrationConnectionUpdate(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The connection.' }) id: string,
    @Args('input', { type: () => IntegrationConnectionUpdateInput, description: 'What it is to be.' })
    { name, settings, expectedVersion }: IntegrationConnectionUpdateInput,
  ) {
    const update = {
      ...(name === undefined ? {} : { name }),
      ...(settings === undefined ? {} : { settings }),
      expectedVersion,
    };
    return payload(await this.updateConnection.run(viewer, id, update), (connection) => ({ connection }));
  }

  @ResolveField(() => String, {
    description: 'Where the tool has to send to: this path, on the address of this server.',
  })
  webhookPath(@Parent() { id, tool }: Connection): string {
    return `/hooks/${ADAPTERS[tool].slug}/${id}`;
  }
}
