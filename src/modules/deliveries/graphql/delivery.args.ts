import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import type { InboundDeliveryStatus } from '../../../domain/deliveries/inbound-delivery.js';
import { InboundDeliveryStatusEnum } from './delivery.enums.js';

/** Which deliveries of a connection are asked for. */
@ArgsType()
export class InboundDeliveriesArgs {
  @Field(() => ID, { description: 'The connection.' })
  connectionId: string;

  @Field(() => InboundDeliveryStatusEnum, { nullable: true, description: 'Only what stands there.' })
  status?: InboundDeliveryStatus | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether to tell only of what somebody let be, or with false only of the rest.',
  })
  dismissed?: boolean | null;

  @Field(() => Int, { nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor to go on after.' })
  after?: string | null;
}
