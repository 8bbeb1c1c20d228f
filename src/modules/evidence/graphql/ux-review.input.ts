import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { FindingSeverity as Severity, UxMethod as Method } from '../../../domain/gates/evidence.js';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';
import { DecimalBetween, ListOf, MayBeNull, Text, WebAddress, Whole } from '../../../platform/graphql/validators.js';
import { FindingSeverity, UxMethod } from './evidence.enums.js';

@InputType({ description: 'Something a UX review found.' })
export class UxFindingInput {
  @Field(() => FindingSeverity, { description: 'How bad it is.' })
  severity: Severity;

  @Field(() => String, { description: 'What it is, 1 to 500 characters.' })
  @Text(500)
  title: string;

  @Field(() => Boolean, { description: 'Whether it is resolved by now.' })
  resolved: boolean;
}

@InputType({ description: 'How people got on with it.' })
export class UxReviewInput {
  @Field(() => String, { description: 'What came of it, 1 to 4,000 characters.' })
  @Text(4_000)
  summary: string;

  @Field(() => UxMethod, { description: 'How it was done.' })
  method: Method;

  @Field(() => Int, { description: 'How many people took part, 0 or more.' })
  @Whole(0, 1_000_000)
  participants: number;

  @Field(() => DateScalar, { description: 'The day it was done, not in the future; it takes effect on that day.' })
  conductedOn: CalendarDate;

  @Field(() => DecimalScalar, { nullable: true, description: 'System Usability Scale, 0 to 100.' })
  @MayBeNull()
  @DecimalBetween('0', '100')
  susScore?: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How many tasks were done, in percent, 0 to 100.' })
  @MayBeNull()
  @DecimalBetween('0', '100')
  taskSuccessPercent?: Decimal | null;

  @Field(() => [UxFindingInput], { description: 'What was found, at most 500 findings.' })
  @ListOf(0, 500)
  @ValidateNested()
  @Type(() => UxFindingInput)
  findings: UxFindingInput[];

  @Field(() => String, { nullable: true, description: 'The web address of the report.' })
  @MayBeNull()
  @WebAddress()
  url?: string | null;
}
