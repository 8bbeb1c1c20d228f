import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../platform/graphql/user-error.types.js';

@ObjectType('WebhookEndpointPayload', { description: 'The endpoint, or why not.' })
export class WebhookEndpointPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The endpoint; null when refused.' })
  endpointId?: string;

  @Field(() => String, {
    nullable: true,
    description: 'The new secret (`whsec_...`), shown this once; null where none was made.',
  })
  secret?: string;
}

@ObjectType('WebhookPingPayload', { description: 'What came of a test, or why there was none.' })
export class WebhookPingPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'Whether the receiver answered 200 to 299.' })
  delivered?: boolean;

  @Field(() => Int, { nullable: true, description: 'The status of HTTP of the answer; null where there was none.' })
  status?: number | null;

  @Field(() => Int, { nullable: true, description: 'How long it took, in milliseconds.' })
  durationMs?: number;

  @Field(() => String, { nullable: true, description: 'The first 1,024 bytes of the answer.' })
  response?: string | null;

  @Field(() => String, { nullable: true, description: 'Why there was no answer; null where there was one.' })
  error?: string | null;
}

@ObjectType('WebhookMessagePayload', { description: 'The message, or why not.' })
export class WebhookMessagePayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The message; null when refused.' })
  messageId?: string;
}

@ObjectType('WebhookResendPayload', { description: 'How much is sent again, or why nothing.' })
export class WebhookResendPayload extends Payload {
  @Field(() => Int, { description: 'How many messages are sent again; 0 when refused.' })
  resent: number;
}
