import { Args, Context, ID, Int, Parent, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { fault } from '../../../platform/faults.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { requireAccess } from '../../identity/access.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { Viewing } from '../../identity/viewing.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { WebhookEndpoints, type WebhookEndpoint } from '../queries/webhook-endpoints.js';
import { WebhookMessages, type MessageStatus } from '../queries/webhook-messages.js';
import { WebhookMessageStatusEnum } from './webhook.enums.js';
import { WebhookEndpointType, WebhookMessageConnection } from './webhook.types.js';

@Resolver(() => WebhookEndpointType)
export class WebhookEndpointResolver {
  constructor(
    private readonly endpoints: WebhookEndpoints,
    private readonly messagesOf: WebhookMessages,
    private readonly portfolios: Portfolios,
    private readonly users: Users,
  ) {}

  @Query(() => [WebhookEndpointType], {
    description: 'The endpoints of a portfolio, the oldest first; it takes ADMIN.',
  })
  async webhookEndpoints(
    @Viewing() viewer: Viewer,
    @Args('portfolioKey', { type: () => String, description: 'The portfolio.' }) portfolioKey: string,
  ) {
    const portfolio = await this.portfolios.seenBy(viewer, portfolioKey);
    if (!portfolio || !requireAccess(viewer, 'webhook:manage', portfolio.id)) {
      throw fault('BAD_USER_INPUT', `There is no portfolio ${portfolioKey}, or you may not know of it.`);
    }
    return this.endpoints.ofPortfolio(portfolio.id);
  }

  @Query(() => WebhookEndpointType, {
    nullable: true,
    description: 'An endpoint; null where there is none, or you may not know of it. It takes ADMIN.',
  })
  webhookEndpoint(@Viewing() viewer: Viewer, @Args('id', { type: () => ID, description: 'The endpoint.' }) id: string) {
    return this.endpoints.seenBy(viewer, id);
  }

  @ResolveField(() => Boolean, { description: 'Whether messages are sent to it.' })
  enabled(@Parent() endpoint: WebhookEndpoint) {
    return endpoint.disabledAt === null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'What somebody should know who looks after it: that it has failed for 50, 70 or 90 percent of the five days after which it is disabled, or that it was. Null where all is well.',
  })
  notice(@Parent() endpoint: WebhookEndpoint) {
    return this.endpoints.noticeOf(endpoint);
  }

  @ResolveField(() => Int, { description: 'How many messages wait for it.' })
  pendingMessages(@Parent() { id }: WebhookEndpoint, @Context() context: GraphqlContext) {
    return this.endpoints.pending.load(context, id);
  }

  @ResolveField(() => UserType, { description: 'Who added it.' })
  createdBy(@Parent() { createdById }: WebhookEndpoint, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, createdById);
  }

  @ResolveField(() => WebhookMessageConnection, { description: 'What it was and is to be told, the newest first.' })
  messages(
    @Parent() { id }: WebhookEndpoint,
    @Context() context: GraphqlContext,
    @Args('status', { type: () => WebhookMessageStatusEnum, nullable: true, description: 'Only those that stand so.' })
    status?: MessageStatus | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first?: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'A cursor of this list.' }) after?: string | null,
  ) {
    const paging = { status: status ?? null, first: pageSize(first), after: after ?? null };
    return this.messagesOf.pageOfEndpoint(context, id, paging);
  }
}
