import { Args, Context, ID, Mutation, Parent, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { Viewing } from '../../identity/viewing.js';
import { DismissDelivery } from '../commands/dismiss-delivery.js';
import type { InboundDelivery } from '../queries/inbound-deliveries.js';
import { InboundDeliveryPayload, InboundDeliveryType } from './delivery.types.js';

@Resolver(() => InboundDeliveryType)
export class DismissalResolver {
  constructor(
    private readonly dismissDelivery: DismissDelivery,
    private readonly users: Users,
  ) {}

  @Mutation(() => InboundDeliveryPayload, {
    description:
      'Lets a delivery be that is QUARANTINED or FAILED, with a reason; it takes ADMIN or PROGRAM_MANAGER. The health of its connection counts it no more. It stays, and can be replayed.',
  })
  async inboundDeliveryDismiss(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The delivery.' }) id: string,
    @Args('reason', { type: () => String, description: 'Why it may be let be, 1 to 4,000 characters.' }) reason: string,
  ) {
    return payload(await this.dismissDelivery.run(viewer, id, reason), (delivery) => ({ delivery }));
  }

  @ResolveField(() => UserType, { nullable: true, description: 'Who let it be; null where nobody did.' })
  dismissedBy(@Parent() { dismissedById }: InboundDelivery, @Context() context: GraphqlContext) {
    return dismissedById === null ? null : this.users.byId.load(context, dismissedById);
  }
}
