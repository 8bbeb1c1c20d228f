import { Field, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { AllocationVerdict as Verdict, EffortShare } from '../../../domain/effort/split-effort.js';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';
import { AllocationCategoryType, AllocationSchemeType } from '../../portfolios/graphql/allocation-scheme.types.js';
import type { EffortGroup, EffortSplit } from '../queries/effort-splits.js';
import { AllocationVerdict } from './effort.enums.js';

@ObjectType('EffortShare', {
  description: 'What one category got. Percentages have one decimal and add up to exactly 100.0.',
})
export class EffortShareType implements EffortShare {
  @Field(() => AllocationCategoryType, { description: 'The category, with its target.' })
  category: AllocationCategoryType;

  @Field(() => DecimalScalar, { description: 'Effort booked on it, in person-days.' })
  personDays: Decimal;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Its share of the categorised effort, in percent; null where nothing is categorised.',
  })
  percent: Decimal | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The percent less the target, in percentage points; null where there is no percent.',
  })
  deviationPoints: Decimal | null;

  @Field(() => AllocationVerdict, { description: 'How it compares with the target.' })
  verdict: Verdict;
}

@ObjectType('EffortGroup', {
  description: 'The part of the effort that one initiative, unit, person or month stands for.',
})
export class EffortGroupType implements EffortGroup {
  @Field(() => String, { description: 'What it is grouped by, for machines; groups come in the order of their keys.' })
  key: string;

  @Field(() => String, { description: 'What it is grouped by, for people.' })
  label: string;

  @Field(() => DecimalScalar, { description: 'All effort of the group, in person-days.' })
  personDays: Decimal;

  @Field(() => DecimalScalar, { description: 'Categorised share of all effort of the group, in percent.' })
  coveragePercent: Decimal;

  @Field(() => [EffortShareType], { description: "One share for each category of the scheme, in the scheme's order." })
  shares: EffortShareType[];
}

@ObjectType('EffortSplit', {
  description: 'Effort of a period against the scheme in force on its last day: the 70/20/10 report.',
})
export class EffortSplitType implements EffortSplit {
  @Field(() => DateScalar, { description: 'The first day that counts.' })
  from: CalendarDate;

  @Field(() => DateScalar, { description: 'The last day that counts.' })
  to: CalendarDate;

  @Field(() => AllocationSchemeType, { description: 'The scheme in force on the last day: the yardstick.' })
  scheme: AllocationSchemeType;

  @Field(() => DecimalScalar, { description: 'All effort of the period, in person-days.' })
  personDays: Decimal;

  @Field(() => DecimalScalar, { description: 'Effort without a category of this scheme, in person-days.' })
  uncategorizedPersonDays: Decimal;

  @Field(() => DecimalScalar, {
    description: 'Categorised share of all effort, in percent; 0.0 where there is no effort.',
  })
  coveragePercent: Decimal;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Effort worked while the initiative stood in a PILOT or PRODUCTION stage at the end of that day, as a share of all, in percent: to operationalise rather than to experiment. Null where there is no effort.',
  })
  operationalisationPercent: Decimal | null;

  @Field(() => [EffortShareType], { description: "One share for each category of the scheme, in the scheme's order." })
  shares: EffortShareType[];

  @Field(() => [EffortGroupType], {
    description: 'The same by group, in the order of their keys; empty unless grouping was asked for.',
  })
  groups: EffortGroupType[];
}
