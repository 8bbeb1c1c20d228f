import { Field, InputType, Int } from '@nestjs/graphql';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';
import type { Unreadable } from '../../../platform/graphql/unreadable.js';
import { MayBeNull, Text, Whole } from '../../../platform/graphql/validators.js';

/** Its values are checked row by row by the command, for a bad row refuses itself only. */
@InputType({ description: 'One value of a signal of an accepted monitoring plan.' })
export class SignalReadingInput {
  @Field(() => String, { description: 'The initiative, by key.' })
  initiativeKey: string;

  @Field(() => String, { description: 'The signal, by its name in the monitoring plan in force.' })
  signal: string;

  @Field(() => DateTimeScalar, { description: 'The instant the value is of, at most a day in the future.' })
  at: Instant | Unreadable;

  @Field(() => DecimalScalar, { description: 'The value.' })
  value: Decimal | Unreadable;

  @Field(() => String, { description: 'The system or person it comes from, 1 to 200 characters.' })
  source: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Its identifier at the source, 1 to 500 characters: the same again is not recorded twice. Without one, initiative, signal, source and instant identify it.',
  })
  externalId?: string | null;
}

@InputType({ description: 'A batch of readings; a bad row refuses itself only.' })
export class SignalsRecordInput {
  static readonly isRowByRow = true;

  @Field(() => [SignalReadingInput], { description: 'The readings, at most 5,000.' })
  readings: SignalReadingInput[];
}

@InputType({ description: 'Where the values of a signal are asked for.' })
export class SignalSourceInput {
  @Field(() => String, {
    description:
      'The address of the Prometheus, to which /api/v1/query is added, 1 to 2,000 characters; https, or a network that is allowed.',
  })
  @Text(2_000)
  url: string;

  @Field(() => String, {
    description: 'PromQL that gives one number: a scalar, or a vector of one series. 1 to 4,000 characters.',
  })
  @Text(4_000)
  query: string;

  @Field(() => Int, { description: 'How often it is asked, in seconds, 60 to 604,800.' })
  @Whole(60, 604_800)
  intervalSeconds: number;

  @Field(() => String, {
    nullable: true,
    description:
      'The bearer token to ask with, 1 to 4,000 characters; never shown again. Left out: the one there stays, as long as the server stays; null: none.',
  })
  @MayBeNull()
  @Text(4_000)
  bearerToken?: string | null;
}
