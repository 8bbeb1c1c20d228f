import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import type { WebhookFormat } from '../../../domain/webhooks/check-endpoint.js';
import type { DisabledReason } from '../../../domain/webhooks/endpoint-health.js';
import type { WebhookEventType } from '../../../domain/webhooks/event-type.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateTimeScalar, JsonScalar } from '../../../platform/graphql/scalars.js';
import type { WebhookEndpoint } from '../queries/webhook-endpoints.js';
import type { MessageStatus, WebhookAttempt, WebhookMessage } from '../queries/webhook-messages.js';
import {
  WebhookDisabledReasonEnum,
  WebhookEventTypeEnum,
  WebhookFormatEnum,
  WebhookMessageStatusEnum,
} from './webhook.enums.js';

@ObjectType('WebhookEndpoint', {
  implements: () => Node,
  description: 'A receiver that is told of events of a portfolio, by messages signed as Standard Webhooks 1.0 has it.',
})
export class WebhookEndpointType implements Omit<WebhookEndpoint, 'portfolioId' | 'createdById'> {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => String, { description: 'Where messages are sent.' })
  url: string;

  @Field(() => [WebhookEventTypeEnum], { description: 'What it is told of.' })
  events: WebhookEventType[];

  @Field(() => WebhookFormatEnum, { description: 'What the body of a message looks like.' })
  format: WebhookFormat;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when every attempt has failed; null where the latest did not. After five days it is disabled.',
  })
  failingSince: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is disabled; null while it is not.' })
  disabledAt: Instant | null;

  @Field(() => WebhookDisabledReasonEnum, { nullable: true, description: 'Why it is disabled; null while it is not.' })
  disabledReason: DisabledReason | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when messages are signed by the secret before too; null where it was never rotated.',
  })
  previousSecretUntil: Instant | null;

  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  createdAt: Instant;
}

@ObjectType('WebhookMessage', {
  implements: () => Node,
  description: 'What one endpoint is told of one event. It is kept for 30 days after it was delivered or given up.',
})
export class WebhookMessageType implements Omit<WebhookMessage, 'portfolioId' | 'endpointId'> {
  @Field(() => ID, { description: 'A UUIDv7: the header `webhook-id`, the same at every attempt.' })
  id: string;

  @Field(() => WebhookEventTypeEnum, { description: 'What it tells of.' })
  eventType: WebhookEventType;

  @Field(() => Int, {
    description: 'The number of the event in its audit chain: of one initiative a later event has a higher one.',
  })
  sequence: number;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  occurredAt: Instant;

  @Field(() => JsonScalar, { description: 'What it tells, as `data` of the message.' })
  data: WebhookMessage['data'];

  @Field(() => WebhookMessageStatusEnum, { description: 'What became of it.' })
  status: MessageStatus;

  @Field(() => Int, { description: 'How many attempts failed since it was first sent, or sent again by hand.' })
  failures: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it is tried next, if none before it of the same initiative waits; null once it is settled.',
  })
  dueAt: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was delivered or given up; null before that.' })
  settledAt: Instant | null;
}

@ObjectType('WebhookAttempt', { description: 'One attempt to deliver a message.' })
export class WebhookAttemptType implements Omit<WebhookAttempt, 'messageId'> {
  @Field(() => Int, { description: 'The first one has 1.' })
  number: number;

  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  attemptedAt: Instant;

  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  durationMs: number;

  @Field(() => JsonScalar, { description: 'The headers that were sent, without the signature.' })
  requestHeaders: Readonly<Record<string, string>>;

  @Field(() => Int, { nullable: true, description: 'The status of HTTP of the answer; null where there was none.' })
  status: number | null;

  @Field(() => String, { nullable: true, description: 'The first 1,024 bytes of the answer.' })
  response: string | null;

  @Field(() => String, { nullable: true, description: 'Why there was no answer; null where there was one.' })
  error: string | null;
}

export const WebhookMessageConnection = connectionTypes(WebhookMessageType, 'WebhookMessage', 'messages');
export const WebhookAttemptConnection = connectionTypes(WebhookAttemptType, 'WebhookAttempt', 'attempts');
