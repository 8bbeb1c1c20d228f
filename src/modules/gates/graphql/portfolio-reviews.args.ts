import { ArgsType, Field, Int } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { GateReviewStatus } from '../../../domain/gates/review.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { GateReviewStatusEnum } from './gate.enums.js';

@ArgsType()
export class PortfolioReviewsArgs {
  @Field(() => GateReviewStatusEnum, { nullable: true, description: 'Only those that stand so.' })
  status?: GateReviewStatus | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Only those to be decided before this day; those without a due date are left out.',
  })
  dueBefore?: CalendarDate | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: open, due within 14 days or overdue, and the gate is not ready; false: all others.',
  })
  inDanger?: boolean | null;

  @Field(() => Int, { nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
  first: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor to go on after.' })
  after?: string | null;
}
