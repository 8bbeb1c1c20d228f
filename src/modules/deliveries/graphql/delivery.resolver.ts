import { Args, Context, ID, Mutation, Parent, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { InboundDeliveryStatus } from '../../../domain/deliveries/inbound-delivery.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import { IntegrationConnectionType } from '../../connections/graphql/connection.types.js';
import { Connections } from '../../connections/queries/connections.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { Viewing } from '../../identity/viewing.js';
import { ReplayDeliveries } from '../commands/replay-deliveries.js';
import { ReplayDelivery } from '../commands/replay-delivery.js';
import { InboundDeliveries, type InboundDelivery } from '../queries/inbound-deliveries.js';
import { InboundDeliveriesArgs } from './delivery.args.js';
import { InboundDeliveryStatusEnum } from './delivery.enums.js';
import {
  InboundDeliveriesReplayPayload,
  InboundDeliveryConnection,
  InboundDeliveryPayload,
  InboundDeliveryType,
} from './delivery.types.js';

@Resolver(() => InboundDeliveryType)
export class DeliveryResolver {
  constructor(
    private readonly deliveries: InboundDeliveries,
    private readonly replayDelivery: ReplayDelivery,
    private readonly replayDeliveries: ReplayDeliveries,
    private readonly connections: Connections,
  ) {}

  @Query(() => InboundDeliveryConnection, {
    name: 'inboundDeliveries',
    description: 'What came by a connection to a ticketing tool, the newest first.',
  })
  inboundDeliveries(@Viewing() viewer: Viewer, @Args() asked: InboundDeliveriesArgs) {
    const { connectionId, status = null, dismissed = null, first, after = null } = asked;
    return this.deliveries.pageSeenBy(viewer, connectionId, { status, dismissed, first: pageSize(first), after });
  }

  @Mutation(() => InboundDeliveryPayload, {
    description:
      'Applies a delivery anew, at once, whatever became of it before; it takes ADMIN or PROGRAM_MANAGER. Its content must still be kept, and its connection not be paused.',
  })
  async inboundDeliveryReplay(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The delivery.' }) id: string,
  ) {
    return payload(await this.replayDelivery.run(viewer, id), (delivery) => ({ delivery }));
  }

  @Mutation(() => InboundDeliveriesReplayPayload, {
    description:
      'Has all deliveries of a connection that came since an instant applied anew, in a moment; it takes ADMIN or PROGRAM_MANAGER. Those whose content is not kept, or that somebody dismissed, are left out.',
  })
  async inboundDeliveriesReplay(
    @Viewing() viewer: Viewer,
    @Args('connectionId', { type: () => ID, description: 'The connection.' }) connectionId: string,
    @Args('since', { type: () => DateTimeScalar, description: 'Those that came then or later.' }) since: Instant,
    @Args('statuses', {
      type: () => [InboundDeliveryStatusEnum],
      defaultValue: ['FAILED', 'QUARANTINED'],
      description: 'Those that stand at one of these.',
    })
    statuses: readonly InboundDeliveryStatus[],
  ) {
    return payload(await this.replayDeliveries.run(viewer, connectionId, { since, statuses }), (count) => ({ count }));
  }

  @ResolveField(() => IntegrationConnectionType, { description: 'The connection it came by.' })
  connection(@Parent() delivery: InboundDelivery, @Context() context: GraphqlContext) {
    return this.connections.byId.load(context, delivery.connectionId);
  }
}
