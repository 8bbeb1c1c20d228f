import { Args, Context, Int, Parent, Resolver } from '@nestjs/graphql';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { WebhookMessages, type WebhookMessage } from '../queries/webhook-messages.js';
import { WebhookAttemptConnection, WebhookMessageType } from './webhook.types.js';

@Resolver(() => WebhookMessageType)
export class WebhookMessageResolver {
  constructor(private readonly messages: WebhookMessages) {}

  @ResolveField(() => WebhookAttemptConnection, { description: 'The attempts to deliver it, the newest first.' })
  attempts(
    @Parent() { id }: WebhookMessage,
    @Context() context: GraphqlContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first?: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'A cursor of this list.' }) after?: string | null,
  ) {
    return this.messages.attemptsOf(context, id, { first: pageSize(first), after: after ?? null });
  }
}
