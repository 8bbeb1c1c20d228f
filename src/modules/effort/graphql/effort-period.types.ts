import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import type { EffortPeriod } from '../queries/effort-periods.js';

@ObjectType('EffortPeriod', {
  implements: () => Node,
  description:
    'Days of which the ledger of effort was closed. While they are, nothing is written into them but late entries that somebody accepted.',
})
export class EffortPeriodType implements Omit<EffortPeriod, 'portfolioId' | 'closedById' | 'reopenedById'> {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => DateScalar, { description: 'The first day of it.' })
  from: CalendarDate;

  @Field(() => DateScalar, { description: 'The last day of it.' })
  to: CalendarDate;

  @Field(() => String, { nullable: true, description: 'What was said when it was closed.' })
  note: string | null;

  @Field(() => DecimalScalar, {
    description: 'What the ledger held of these days in person-days when they were closed; it never changes.',
  })
  personDaysAtClosing: Decimal;

  @Field(() => DateTimeScalar, { description: 'When it was closed.' })
  closedAt: Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was reopened; null while it is closed.' })
  reopenedAt: Instant | null;

  @Field(() => String, { nullable: true, description: 'Why it was reopened; null while it is closed.' })
  reopenReason: string | null;
}

@InputType({ description: 'The days to close.' })
export class EffortPeriodCloseInput {
  @Field(() => DateScalar, { description: "The first day, in the portfolio's time zone." })
  from: CalendarDate;

  @Field(() => DateScalar, { description: 'The last day; before today, and at most ten years after the first.' })
  to: CalendarDate;

  @Field(() => String, { nullable: true, description: 'What is to be said of it, at most 4,000 characters.' })
  note?: string | null;
}

@ObjectType('EffortPeriodPayload', { description: 'The period, or why not.' })
export class EffortPeriodPayload extends Payload {
  @Field(() => EffortPeriodType, { nullable: true, description: 'The period; null when refused.' })
  period?: EffortPeriodType;
}
