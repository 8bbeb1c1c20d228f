import { ArgsType, Field, Int } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { MayBeNull, Whole } from '../../../platform/graphql/validators.js';
import type { EffortFilter } from '../queries/effort-entries.js';

/** Which entries of the ledger, and which page of them. */
@ArgsType()
export class EffortEntriesArgs implements EffortFilter {
  @Field(() => DateScalar, { nullable: true, description: 'The first day worked; null for no limit.' })
  from?: CalendarDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day worked; null for no limit.' })
  to?: CalendarDate | null;

  @Field(() => String, { nullable: true, description: 'Only of this initiative, by key.' })
  initiativeKey?: string | null;

  @Field(() => String, { nullable: true, description: 'Only on this category.' })
  categoryKey?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only without a category; false: only with one.' })
  uncategorised?: boolean | null;

  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'How many, 1 to 100.' })
  @MayBeNull()
  @Whole(1, 100)
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor to go on after.' })
  after?: string | null;
}
