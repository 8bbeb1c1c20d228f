import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import type { InboundDeliveryStatus } from '../../../domain/deliveries/inbound-delivery.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import type { InboundDelivery } from '../queries/inbound-deliveries.js';
import { InboundDeliveryStatusEnum } from './delivery.enums.js';

@ObjectType('InboundDelivery', {
  implements: () => Node,
  description: 'What a ticketing tool sent, once, and what became of it.',
})
export class InboundDeliveryType implements Omit<InboundDelivery, 'portfolioId' | 'connectionId' | 'dismissedById'> {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => String, {
    description: 'What identifies it within its connection: an id of the tool, or the hash of what was sent.',
  })
  deliveryKey: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the tool calls what happened, for instance `issues.opened`; null where that cannot be told.',
  })
  eventName: string | null;

  @Field(() => InboundDeliveryStatusEnum, { description: 'What became of it.' })
  status: InboundDeliveryStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Why it stands there; with RECEIVED why the last attempt failed; null where there is nothing to say.',
  })
  reason: string | null;

  @Field(() => DateTimeScalar, { description: 'When it came, the first time.' })
  receivedAt: Instant;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it came to stand where it does; null with RECEIVED.',
  })
  settledAt: Instant | null;

  @Field(() => Int, { description: 'How often it was tried to apply it since it came or was replayed.' })
  attempts: number;

  @Field(() => Int, { description: 'How often the same delivery came again. That changes nothing else.' })
  repetitions: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it is applied, or tried again; null once it is settled, and while its connection is paused.',
  })
  nextAttemptAt: Instant | null;

  @Field(() => Boolean, {
    description: 'Whether its content is kept, so that it can be replayed: for 30 days, and never of comments.',
  })
  isContentKept: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When somebody let it be that it could not be applied; null where nobody did.',
  })
  dismissedAt: Instant | null;

  @Field(() => String, { nullable: true, description: 'Why it was let be; null where it was not.' })
  dismissal: string | null;
}

export const InboundDeliveryConnection = connectionTypes(InboundDeliveryType, 'InboundDelivery', 'inbound deliveries');

@ObjectType('InboundDeliveryPayload', { description: 'A delivery that was replayed or dismissed, or why not.' })
export class InboundDeliveryPayload extends Payload {
  @Field(() => InboundDeliveryType, {
    nullable: true,
    description: 'The delivery as it stands now; null when refused.',
  })
  delivery?: InboundDeliveryType;
}

@ObjectType('InboundDeliveriesReplayPayload', { description: 'How many deliveries are replayed, or why none.' })
export class InboundDeliveriesReplayPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many are applied anew in a moment; null when refused.' })
  count?: number;
}
