import { Field, InputType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { Text } from '../../../platform/graphql/validators.js';

@InputType({ description: 'Why a criterion is to go unmet for a while, and what is done instead.' })
export class WaiverRequestInput {
  @Field(() => String, { description: 'Why, 1 to 4,000 characters.' })
  @Text(4_000)
  reason: string;

  @Field(() => String, { description: 'What is done instead while it is waived, 1 to 4,000 characters.' })
  @Text(4_000)
  compensatingControl: string;

  @Field(() => DateScalar, {
    description:
      "The last day it is to cover, in the portfolio's time zone: today at the earliest, 90 days ahead at the latest.",
  })
  expiresOn: CalendarDate;
}

@InputType({ description: 'What a gatekeeper makes of a waiver.' })
export class WaiverDecideInput {
  @Field(() => Boolean, { description: 'True approves it, false denies it.' })
  approve: boolean;

  @Field(() => String, { description: 'Why, 1 to 4,000 characters.' })
  @Text(4_000)
  comment: string;
}
