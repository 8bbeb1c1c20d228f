import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { WaiverStatus } from '../../../domain/gates/waiver.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import type { Waiver } from '../queries/waivers.js';
import { WaiverStatusEnum } from './waiver.enums.js';

type Leaf = Omit<Waiver, 'portfolioId' | 'initiativeId' | 'requestedById' | 'decidedById' | 'revokedById'>;

@ObjectType('Waiver', {
  implements: () => Node,
  description:
    'Leave to let one criterion of one gate go unmet for a while, requested by one person and decided by another.',
})
export class WaiverType implements Leaf {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => String, { description: 'The criterion it is for.' })
  criterionKey: string;

  @Field(() => String, { description: 'The gate that asks for the criterion.' })
  gateKey: string;

  @Field(() => WaiverStatusEnum, { description: 'Where it stands now.' })
  status: WaiverStatus;

  @Field(() => String, { description: 'Why it was requested.' })
  reason: string;

  @Field(() => String, { description: 'What is done instead while it is in force.' })
  compensatingControl: string;

  @Field(() => DateScalar, {
    description:
      "The last day it covers, in the portfolio's time zone; the day after, the criterion speaks for itself again.",
  })
  expiresOn: CalendarDate;

  @Field(() => Int, { description: 'How often the criterion was waived at this gate before.' })
  renewals: number;

  @Field(() => DateTimeScalar, { description: 'When it was requested.' })
  requestedAt: Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was approved or denied; null before that.' })
  decidedAt: Instant | null;

  @Field(() => String, { nullable: true, description: 'What the gatekeeper said to it.' })
  decisionComment: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back; null where it was not.' })
  revokedAt: Instant | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back.' })
  revokeReason: string | null;
}

@ObjectType('WaiverPayload', { description: 'The waiver, or why not.' })
export class WaiverPayload extends Payload {
  @Field(() => WaiverType, { nullable: true, description: 'The waiver; null when refused.' })
  waiver?: WaiverType;
}
