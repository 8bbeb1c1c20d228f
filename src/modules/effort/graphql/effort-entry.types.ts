import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type {
  CategorySource as Source,
  EffortMethod as Method,
  EffortUnit as Unit,
} from '../../../domain/effort/effort.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';
import type { EffortEntry } from '../queries/effort-entries.js';
import { CategorySource, EffortMethod, EffortUnit } from './effort.enums.js';

@ObjectType('EffortEntry', {
  implements: () => Node,
  description: 'A row of the append-only ledger of effort. A correction or a deletion adds rows and changes none.',
})
export class EffortEntryType implements Omit<EffortEntry, 'initiativeId' | 'reversesId' | 'lateId' | 'connectionId'> {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'The category it is booked on; null: uncategorised.' })
  categoryKey: string | null;

  @Field(() => CategorySource, { description: 'Where the category comes from.' })
  categorySource: Source;

  @Field(() => String, {
    nullable: true,
    description: 'The classification rule that gave the category; null where none did.',
  })
  ruleName: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version of the classification rules that were asked; null where the category was stated, and where there were no rules.',
  })
  rulesVersion: number | null;

  @Field(() => DecimalScalar, { description: 'The amount as it was sent, in `unit`; never negative.' })
  amount: Decimal;

  @Field(() => EffortUnit, { description: 'What the amount is counted in.' })
  unit: Unit;

  @Field(() => DecimalScalar, {
    description: 'The amount in person-days, exact; negative for what takes another entry back.',
  })
  personDays: Decimal;

  @Field(() => DateScalar, { description: 'The day that was worked.' })
  workedOn: CalendarDate;

  @Field(() => String, {
    nullable: true,
    description: 'Who worked, as the source names them; null where nobody is named.',
  })
  person: string | null;

  @Field(() => String, { nullable: true, description: 'What was done.' })
  note: string | null;

  @Field(() => [String], { description: 'Labels of the work, as the source has them.' })
  labels: string[];

  @Field(() => [String], { description: 'Components the work was on, as the source has them.' })
  components: string[];

  @Field(() => String, { nullable: true, description: 'The type of its ticket; null where none is known.' })
  ticketType: string | null;

  @Field(() => String, { nullable: true, description: 'The project of its ticket; null where none is known.' })
  projectKey: string | null;

  @Field(() => String, { description: 'Which tool or file it comes from.' })
  source: string;

  @Field(() => String, { description: 'What it is called there.' })
  externalId: string;

  @Field(() => EffortMethod, { description: 'How it came to be.' })
  method: Method;

  @Field(() => DateTimeScalar, { description: 'When it was written into the ledger.' })
  recordedAt: Instant;
}

export const EffortEntryConnection = connectionTypes(EffortEntryType, 'EffortEntry', 'entries of effort');
