import { Field, InputType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { EffortMethod as Method, EffortUnit as Unit } from '../../../domain/effort/effort.js';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';
import type { Unreadable } from '../../../platform/graphql/unreadable.js';
import { EffortMethod, EffortUnit } from './effort.enums.js';

/** Its values are checked row by row by the command, for a bad row refuses itself only. */
@InputType({ description: 'An entry of effort; source and externalId identify it within the portfolio.' })
export class EffortEntryInput {
  @Field(() => String, { description: 'The initiative that was worked on, by key.' })
  initiativeKey: string;

  @Field(() => String, {
    nullable: true,
    description:
      "A category of the allocation scheme. Null: that of the first classification rule that matches, else the initiative's default, else none.",
  })
  categoryKey?: string | null;

  @Field(() => DecimalScalar, { description: 'How much, above 0 and at most 1,000,000.' })
  amount: Decimal | Unreadable;

  @Field(() => EffortUnit, { nullable: true, defaultValue: 'HOURS', description: 'What the amount is counted in.' })
  unit?: Unit | null;

  @Field(() => DateScalar, { description: 'The day that was worked, at most a day in the future.' })
  workedOn: CalendarDate | Unreadable;

  @Field(() => String, {
    nullable: true,
    description:
      'Who worked, 1 to 200 characters. A person has 24 hours a day over the whole portfolio, FTE-months aside.',
  })
  person?: string | null;

  @Field(() => String, { nullable: true, description: 'What was done, at most 4,000 characters.' })
  note?: string | null;

  @Field(() => [String], { nullable: true, description: 'Labels of the work, at most 50 of 1 to 200 characters.' })
  labels?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Components it was on, at most 50 of 1 to 200 characters; classification rules may look at them.',
  })
  components?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The type of its ticket, 1 to 200 characters, for instance Story; classification rules may look at it.',
  })
  ticketType?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The project of its ticket, 1 to 200 characters; classification rules may look at it.',
  })
  projectKey?: string | null;

  @Field(() => String, { description: 'Which tool or file it comes from, 1 to 200 characters.' })
  source: string;

  @Field(() => String, { description: 'What it is called there, 1 to 500 characters.' })
  externalId: string;

  @Field(() => EffortMethod, { nullable: true, defaultValue: 'MANUAL', description: 'How it came to be.' })
  method?: Method | null;
}
