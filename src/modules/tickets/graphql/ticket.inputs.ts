import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Decimal } from '../../../domain/basics/decimal.js';
import { DecimalScalar } from '../../../platform/graphql/scalars.js';
import { Tidied } from '../../../platform/graphql/validators.js';

// The types of Nest take the class of a scalar for that of its values.
const WHOLE = '100' as never;

@InputType({ description: 'A ticket that is to belong to an initiative.' })
export class TicketLinkInput {
  @Field(() => ID, { description: 'The connection it is known by.' })
  connectionId: string;

  @Field(() => String, { description: 'The key it has, or had.' })
  @Tidied()
  ticketKey: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The criterion, of kind TICKETS_DONE, it is to be done for; null: it is linked for the work on it only.',
  })
  criterionKey?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    defaultValue: WHOLE,
    description:
      'The share of the work on it that belongs to the initiative, in percent above 0 with at most two decimals. Shares of all its initiatives come to at most 100.',
  })
  sharePercent: Decimal | null;
}

@InputType({ description: 'A ticket that is to belong to an initiative no longer.' })
export class TicketUnlinkInput {
  @Field(() => ID, { description: 'The connection it is known by.' })
  connectionId: string;

  @Field(() => String, { description: 'The key it has, or had.' })
  @Tidied()
  ticketKey: string;

  @Field(() => String, {
    nullable: true,
    description: 'Only the link with this criterion; null: that with the initiative, and with all its criteria.',
  })
  criterionKey?: string | null;
}

/** Which tickets of a connection are asked for. */
@ArgsType()
export class TicketsArgs {
  @Field(() => ID, { description: 'The connection.' })
  connectionId: string;

  @Field(() => Int, { nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
  first: number | null;

  @Field(() => String, { nullable: true, description: 'Only the one that has, or had, this key.' })
  key?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Only those that belong to no initiative.',
  })
  unlinked: boolean | null;

  @Field(() => String, { nullable: true, description: 'The cursor to go on after.' })
  after?: string | null;
}
