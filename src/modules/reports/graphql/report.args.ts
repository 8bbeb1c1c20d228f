import { ArgsType, Field } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';

@ArgsType()
export class AsOfArgs {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'As it was known then; null: now. An instant still to come is taken for now.',
  })
  asOf?: Instant | null;
}

@ArgsType()
export class ReportPeriodArgs extends AsOfArgs {
  @Field(() => DateScalar, { description: 'The first day that counts.' })
  from: CalendarDate;

  @Field(() => DateScalar, { description: 'The last day that counts, at most 100 years later.' })
  to: CalendarDate;
}
