import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { RefusedAs } from '../../../platform/graphql/refusal.interceptor.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import { Viewing } from '../../identity/viewing.js';
import { PingEndpoint } from '../commands/ping-endpoint.js';
import { ResendMessages } from '../commands/resend-messages.js';
import { WebhookMessagePayload, WebhookPingPayload, WebhookResendPayload } from './webhook.payloads.js';

const NOTHING_RESENT = { resent: 0 };

@Resolver()
export class WebhookSendingResolver {
  constructor(
    private readonly ping: PingEndpoint,
    private readonly resend: ResendMessages,
  ) {}

  @Mutation(() => WebhookPingPayload, {
    description: 'Sends a `ping` to an endpoint at once and tells what came of it; it takes ADMIN.',
  })
  async webhookEndpointPing(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The endpoint.' }) id: string,
  ) {
    return payload(await this.ping.run(viewer, id), (pinged) => pinged);
  }

  @Mutation(() => WebhookMessagePayload, {
    description: 'Sends one message again under its id, or at once where it waits; it takes ADMIN.',
  })
  async webhookMessageResend(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The message.' }) id: string,
  ) {
    return payload(await this.resend.one(viewer, id), (message) => ({ messageId: message.id }));
  }

  @Mutation(() => WebhookResendPayload, {
    description: 'Sends messages of an endpoint again, each under its id; it takes ADMIN.',
  })
  @RefusedAs(NOTHING_RESENT)
  async webhookMessagesResend(
    @Viewing() viewer: Viewer,
    @Args('endpointId', { type: () => ID, description: 'The endpoint.' }) endpointId: string,
    @Args('since', { type: () => DateTimeScalar, description: 'Those that tell of what happened since then.' })
    since: Instant,
    @Args('onlyFailed', {
      type: () => Boolean,
      nullable: true,
      defaultValue: true,
      description: 'True: only those that were given up. False: the delivered ones too.',
    })
    onlyFailed?: boolean | null,
  ) {
    const result = await this.resend.since(viewer, endpointId, since, onlyFailed ?? true);
    return { ...NOTHING_RESENT, ...payload(result, ({ resent }) => ({ resent })) };
  }
}
