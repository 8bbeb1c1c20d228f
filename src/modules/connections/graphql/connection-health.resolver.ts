import { Context, Parent, Resolver } from '@nestjs/graphql';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { IntegrationConnectionType } from './connection.types.js';
import type { Connection } from '../queries/connections.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { ConnectionHealths } from '../queries/connection-healths.js';
import { ConnectionHealthType } from './health.types.js';

@Resolver(() => IntegrationConnectionType)
export class ConnectionHealthResolver {
  constructor(private readonly healths: ConnectionHealths) {}

  @ResolveField(() => ConnectionHealthType, { description: 'How it is doing now, and what to do about it.' })
  health(@Parent() connection: Connection, @Context() context: GraphqlContext) {
    return this.healths.of.load(context, connection.id);
  }

  @ResolveField(() => DateTimeScalar, { nullable: true, description: 'When the last delivery was received.' })
  lastDeliveryAt(@Parent() connection: Connection, @Context() context: GraphqlContext) {
    return this.healths.lastDeliveryAt.load(context, connection.id);
  }
}
