import { Field, InputType } from '@nestjs/graphql';
import type { WebhookFormat } from '../../../domain/webhooks/check-endpoint.js';
import type { WebhookEventType } from '../../../domain/webhooks/event-type.js';
import { WebhookEventTypeEnum, WebhookFormatEnum } from './webhook.enums.js';

@InputType({ description: 'An endpoint to be told of events of a portfolio.' })
export class WebhookEndpointCreateInput {
  @Field(() => String, { description: 'The portfolio, by key.' })
  portfolioKey: string;

  @Field(() => String, {
    description:
      'Where messages are sent, at most 2,000 characters: https, and nothing inside of a network that is not allowed (TOLLGATE_ALLOWED_NETWORKS).',
  })
  url: string;

  @Field(() => [WebhookEventTypeEnum], { description: 'What it is told of, at least one.' })
  events: WebhookEventType[];

  @Field(() => WebhookFormatEnum, {
    nullable: true,
    defaultValue: 'STANDARD',
    description: 'What the body of a message looks like.',
  })
  format?: WebhookFormat | null;
}

@InputType({ description: 'What is to change of an endpoint; what is left out, or null, stays as it is.' })
export class WebhookEndpointUpdateInput {
  @Field(() => String, { nullable: true, description: 'Where messages are sent.' })
  url?: string | null;

  @Field(() => [WebhookEventTypeEnum], { nullable: true, description: 'What it is told of, at least one.' })
  events?: WebhookEventType[] | null;

  @Field(() => WebhookFormatEnum, { nullable: true, description: 'What the body of a message looks like.' })
  format?: WebhookFormat | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'False: nothing is sent, and what happens meanwhile is not told later. True: what waited before is sent.',
  })
  enabled?: boolean | null;
}
