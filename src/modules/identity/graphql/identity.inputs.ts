import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEmail } from 'class-validator';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { Text } from '../../../platform/graphql/validators.js';

@InputType({ description: 'A user to be made known to the instance.' })
export class UserCreateInput {
  @Field(() => String, { description: 'How it is called, 1 to 200 characters.' })
  @Text(200)
  name: string;

  @Field(() => String, { description: 'The e-mail address; unique, whatever its case.' })
  @Text(254)
  @IsEmail({}, { message: 'email must be an e-mail address, for instance sam@example.org.' })
  email: string;
}

@InputType({ description: 'An API token to be made.' })
export class ApiTokenCreateInput {
  @Field(() => ID, { description: 'Whose token it is: oneself, or for an instance admin anybody.' })
  userId: string;

  @Field(() => String, { description: 'What it is for, 1 to 200 characters.' })
  @Text(200)
  name: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day it is good for, at most 366 days ahead; 365 days where none is stated.',
  })
  expiresOn?: CalendarDate | null;
}
