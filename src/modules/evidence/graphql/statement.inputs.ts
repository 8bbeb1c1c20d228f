import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { ListOf, MayBeNull, Text, WebAddress } from '../../../platform/graphql/validators.js';

@InputType({ description: 'A document that can be read elsewhere.' })
export class DocumentInput {
  @Field(() => String, { description: 'What it says, 1 to 4,000 characters.' })
  @Text(4_000)
  summary: string;

  @Field(() => String, { description: 'Its web address.' })
  @WebAddress()
  url: string;

  @Field(() => DateScalar, { description: 'The day it takes effect, at most 366 days ahead.' })
  effectiveOn: CalendarDate;
}

@InputType({ description: 'One item of a checklist.' })
export class ChecklistItemInput {
  @Field(() => String, { description: 'What is to be done, 1 to 500 characters.' })
  @Text(500)
  label: string;

  @Field(() => Boolean, { description: 'Whether it is done.' })
  done: boolean;

  @Field(() => String, { nullable: true, description: 'What is to be known about it, 1 to 2,000 characters.' })
  @MayBeNull()
  @Text(2_000)
  note?: string | null;
}

@InputType({ description: 'A list of things to be done.' })
export class ChecklistInput {
  @Field(() => String, { description: 'What it is about, 1 to 4,000 characters.' })
  @Text(4_000)
  summary: string;

  @Field(() => DateScalar, { description: 'The day it takes effect, at most 366 days ahead.' })
  effectiveOn: CalendarDate;

  @Field(() => [ChecklistItemInput], { description: 'Its items, at most 500.' })
  @ListOf(0, 500)
  @ValidateNested()
  @Type(() => ChecklistItemInput)
  items: ChecklistItemInput[];
}

@InputType({ description: 'A statement of somebody who answers for it.' })
export class SignOffInput {
  @Field(() => String, { description: 'What is stated, 1 to 4,000 characters.' })
  @Text(4_000)
  statement: string;

  @Field(() => DateScalar, { description: 'The day it takes effect, at most 366 days ahead.' })
  effectiveOn: CalendarDate;
}

@InputType({ description: 'The result of a check that a machine made.' })
export class ExternalCheckInput {
  @Field(() => String, { description: 'What was checked, 1 to 200 characters.' })
  @Text(200)
  name: string;

  @Field(() => Boolean, { description: 'Whether it passed.' })
  passed: boolean;

  @Field(() => String, { description: 'The web address of the result.' })
  @WebAddress()
  url: string;

  @Field(() => DateTimeScalar, { description: 'When it was made, not in the future; it takes effect on that day.' })
  checkedAt: Instant;

  @Field(() => String, {
    description: 'Its identifier at the machine, 1 to 200 characters: the same result again is the same evidence.',
  })
  @Text(200)
  externalId: string;
}
