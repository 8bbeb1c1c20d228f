import { Field, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import { TREND_STEPS, type TrendStep } from '../../../domain/effort/periods.js';
import type { TrendShare } from '../../../domain/effort/trend.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';
import { AllocationSchemeType } from '../../portfolios/graphql/allocation-scheme.types.js';
import type { EffortTrend } from '../queries/effort-trends.js';
import { EffortShareType } from './effort-split.types.js';

export const EffortTrendStep = graphqlEnum('EffortTrendStep', TREND_STEPS, 'What a trend goes by.', {
  MONTH: 'One month after the other.',
  QUARTER: 'One quarter after the other.',
});

@ObjectType('EffortTrendShare', { description: 'What one category got in a period, and how that moved.' })
export class EffortTrendShareType extends EffortShareType implements TrendShare {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The percent less that of the period right before, in percentage points; null where either has none.',
  })
  changePoints: Decimal | null;
}

@ObjectType('EffortTrendPeriod', {
  description: 'Effort of a month or a quarter against the scheme in force on its last day.',
})
export class EffortTrendPeriodType {
  @Field(() => String, { description: 'The period for machines, for instance `2026-03` or `2026-Q1`.' })
  key: string;

  @Field(() => String, { description: 'The period for people.' })
  label: string;

  @Field(() => DateScalar, { description: 'Its first day, or that of the trend.' })
  from: CalendarDate;

  @Field(() => DateScalar, { description: 'Its last day, or that of the trend.' })
  to: CalendarDate;

  @Field(() => String, { description: 'What its report finds, as one sentence with its numbers.' })
  headline: string;

  @Field(() => AllocationSchemeType, { description: 'The scheme in force on its last day: the yardstick.' })
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
    description: 'Effort worked in a PILOT or PRODUCTION stage, as a share of all; null where there is no effort.',
  })
  operationalisationPercent: Decimal | null;

  @Field(() => [EffortTrendShareType], {
    description: "One share for each category of the scheme, in the scheme's order.",
  })
  shares: EffortTrendShareType[];
}

@ObjectType('EffortTrend', { description: 'How the split of effort moved from period to period.' })
export class EffortTrendType implements Omit<EffortTrend, 'periods'> {
  @Field(() => EffortTrendStep, { description: 'What it goes by.' })
  by: TrendStep;

  @Field(() => String, {
    description:
      'What it finds, as one sentence with its numbers: where the category came from that is furthest off in the last period with a verdict.',
  })
  headline: string;

  @Field(() => [EffortTrendPeriodType], { description: 'Its periods in their order, those without effort too.' })
  periods: EffortTrendPeriodType[];
}
