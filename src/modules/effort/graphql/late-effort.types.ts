import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { EffortMethod as Method, EffortUnit as Unit } from '../../../domain/effort/effort.js';
import { LATE_KINDS, LATE_STATUSES, type LateKind, type LateStatus } from '../../../domain/effort/late-effort.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';
import { Payload, UserError } from '../../../platform/graphql/user-error.types.js';
import type { LateEffort } from '../queries/late-efforts.js';
import { EffortMethod, EffortUnit } from './effort.enums.js';

export const LateEffortKind = graphqlEnum('LateEffortKind', LATE_KINDS, 'What a late entry of effort asks for.', {
  RECORD: 'To enter something, in place of what stands of it where something does.',
  DELETE: 'To take back what stands of it.',
});

export const LateEffortStatus = graphqlEnum('LateEffortStatus', LATE_STATUSES, 'What became of a late entry.', {
  PENDING: 'It waits to be accepted or refused.',
  ACCEPTED: 'It was let into the ledger.',
  REFUSED: 'It was not; `reason` says why.',
  SUPERSEDED: 'Its source sent something newer of the same entry, which counts in its place.',
});

type Leaf = Omit<LateEffort, 'initiativeId' | 'connectionId' | 'receivedById' | 'decidedById'>;

@ObjectType('LateEffort', {
  implements: () => Node,
  description:
    'What was sent for days that were closed, as it was sent. It changes nothing unless somebody accepts it.',
})
export class LateEffortType implements Leaf {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => LateEffortKind, { description: 'What it asks for.' })
  kind: LateKind;

  @Field(() => LateEffortStatus, { description: 'What became of it.' })
  status: LateStatus;

  @Field(() => String, {
    nullable: true,
    description:
      'The category that was stated; null: to be classified by rules. Of a deletion the one it is booked on.',
  })
  categoryKey: string | null;

  @Field(() => DecimalScalar, { description: 'The amount, in `unit`; of a deletion the one to be taken back.' })
  amount: Decimal;

  @Field(() => EffortUnit, { description: 'What the amount is counted in.' })
  unit: Unit;

  @Field(() => DecimalScalar, { description: 'The amount in person-days, exact.' })
  personDays: Decimal;

  @Field(() => DateScalar, { description: 'The day that was worked.' })
  workedOn: CalendarDate;

  @Field(() => String, { nullable: true, description: 'Who worked; null where nobody is named.' })
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

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of the entry it was to take back when it came; null where there was none.',
  })
  replacesOn: CalendarDate | null;

  @Field(() => DateTimeScalar, { description: 'When it came.' })
  receivedAt: Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it waits no longer; null while it does.' })
  decidedAt: Instant | null;

  @Field(() => String, { nullable: true, description: 'Why it was accepted or refused; null where nobody said.' })
  reason: string | null;
}

export const LateEffortConnection = connectionTypes(LateEffortType, 'LateEffort', 'late entries of effort');

@ObjectType('EffortLateRow', { description: 'What became of one late entry.' })
export class EffortLateRow {
  @Field(() => ID, { description: 'The id that was sent.' })
  id: string;

  @Field(() => Int, { description: 'Where it first stands in what was sent, from 0.' })
  index: number;

  @Field(() => [UserError], { description: 'Why it was not settled; empty when it was.' })
  userErrors: UserError[];
}

@ObjectType('EffortLatePayload', { description: 'Row by row: what cannot be settled leaves the others alone.' })
export class EffortLatePayload extends Payload {
  @Field(() => Int, { description: 'How many late entries were settled by this call.' })
  settled: number;

  @Field(() => [EffortLateRow], { description: 'Every id once, in the order sent.' })
  rows: EffortLateRow[];
}
