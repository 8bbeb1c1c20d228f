import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import type { ApiToken } from '../queries/api-tokens.js';

@ObjectType('ApiToken', { description: 'An API token, without its secret, which is shown once and not kept.' })
export class ApiTokenType implements Omit<ApiToken, 'createdById'> {
  @Field(() => ID, { description: 'What to name when it is to be revoked.' })
  id: string;

  @Field(() => String, { description: 'What it is for.' })
  name: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt: Instant;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day it is good for, in UTC; null: it does not end.',
  })
  expiresOn: CalendarDate | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked; null while it was not.' })
  revokedAt: Instant | null;
}

export const ApiTokenConnection = connectionTypes(ApiTokenType, 'ApiToken', 'API tokens');
