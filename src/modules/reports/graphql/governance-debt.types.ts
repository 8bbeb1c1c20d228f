import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { DEBT_KINDS, type AgeBucket, type DebtKind, type DebtRow } from '../../../domain/reports/governance-debt.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import type { DebtItem, GovernanceDebt } from '../queries/governance-debts.js';

export const GovernanceDebtKind = graphqlEnum(
  'GovernanceDebtKind',
  DEBT_KINDS,
  'What was let go for now and has to be made up for.',
  {
    PENDING_WAIVER: 'A waiver that waits for a gatekeeper.',
    LIVE_WAIVER: 'A waiver that is in force.',
    OPEN_CONDITION: 'A condition of a CONDITIONAL_GO that is not closed.',
    BREACHED_CONDITION: 'A condition that was not closed in time, nor late.',
  },
);

@ObjectType('DebtAge', { description: 'How many of a kind of debt are of an age.' })
export class DebtAgeType implements AgeBucket {
  @Field(() => Int, { description: 'So many days old at least.' })
  fromDays: number;

  @Field(() => Int, { nullable: true, description: 'So many days old at most; null: no limit.' })
  toDays: number | null;

  @Field(() => Int, { description: 'How many are.' })
  count: number;
}

@ObjectType('GovernanceDebtItem', { description: 'One waiver or condition, as it stood then.' })
export class GovernanceDebtItemType implements Omit<DebtItem, 'initiativeId'> {
  @Field(() => ID, { description: 'The id of the waiver or condition.' })
  id: string;

  @Field(() => GovernanceDebtKind, { description: 'What it is.' })
  kind: DebtKind;

  @Field(() => DateTimeScalar, { description: 'When the waiver was requested, or the condition made.' })
  since: Instant;

  @Field(() => Int, { description: "How long ago that was, in days of the portfolio's calendar." })
  days: number;

  @Field(() => DateScalar, { description: 'The last day of the waiver, or the one by which the condition is due.' })
  until: CalendarDate;

  @Field(() => String, { description: 'The gate, by its key.' })
  gateKey: string;

  @Field(() => String, {
    nullable: true,
    description: 'The criterion, by its key; null for a condition that covers none.',
  })
  criterionKey: string | null;

  @Field(() => String, { description: 'Why the waiver was requested, or what the condition demands.' })
  text: string;
}

export const GovernanceDebtItemConnection = connectionTypes(
  GovernanceDebtItemType,
  'GovernanceDebtItem',
  'waivers and conditions',
);

@ObjectType('GovernanceDebtRow', { description: 'How much there is of one kind of debt, and how old it is.' })
export class GovernanceDebtRowType implements DebtRow {
  @Field(() => GovernanceDebtKind, { description: 'The kind.' })
  kind: DebtKind;

  @Field(() => Int, { description: 'How many there are.' })
  count: number;

  @Field(() => [DebtAgeType], { description: 'How many are up to 30, 60 and 90 days old, and older.' })
  ages: DebtAgeType[];

  @Field(() => Int, { nullable: true, description: 'How many days old the oldest is; null where there is none.' })
  oldestDays: number | null;
}

@ObjectType('GovernanceDebt', {
  description:
    'What a portfolio let go for now and has to make up for: waivers and conditions that are open, of initiatives that were not stopped.',
})
export class GovernanceDebtType implements Pick<GovernanceDebt, 'asOf' | 'rows'> {
  @Field(() => DateTimeScalar, { description: 'The instant this is of.' })
  asOf: Instant;

  @Field(() => [GovernanceDebtRowType], { description: 'A row for each kind, also where there is nothing.' })
  rows: (GovernanceDebtRowType & GovernanceDebt['rows'][number])[];
}
