import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { KpiClass as Class, KpiDirection as Direction, KpiRole as Role } from '../../../domain/kpis/kpi.js';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';
import { Text } from '../../../platform/graphql/validators.js';
import { KpiClass, KpiDirection, KpiRole } from './kpi.enums.js';

@InputType({
  description: 'All that a KPI says. Its baseline and its date may still be missing; the gate asks for them.',
})
export class KpiDefineInput {
  @Field(() => String, {
    description: 'What it is called, 1 to 200 characters; unique in the initiative, whatever its case.',
  })
  @Text(200)
  name: string;

  @Field(() => String, { description: 'What it is counted in, 1 to 50 characters, for instance min or %.' })
  @Text(50)
  unit: string;

  @Field(() => KpiRole, { description: 'What it is there for.' })
  role: Role;

  @Field(() => KpiClass, { description: 'What it is about.' })
  class: Class;

  @Field(() => KpiDirection, { description: 'Where a good value lies.' })
  direction: Direction;

  @Field(() => String, { description: 'Where its values come from, 1 to 500 characters.' })
  @Text(500)
  dataSource: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Who answers for it; default: the caller, and in a revision who does so now.',
  })
  ownerId?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What it was before; only together with baselineMeasuredOn.',
  })
  baselineValue?: Decimal | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day the baseline was measured on, not in the future.' })
  baselineMeasuredOn?: CalendarDate | null;

  @Field(() => Int, { nullable: true, description: 'How many observations the baseline rests on, 1 or more.' })
  baselineSampleSize?: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Target of a PRIMARY or LEADING KPI, beyond its baseline in its direction; limit of a GUARDRAIL. Needed for INCREASE and DECREASE.',
  })
  target?: Decimal | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The lowest good value; for RANGE only, and needed there.',
  })
  rangeLow?: Decimal | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The highest good value; for RANGE only, and needed there.',
  })
  rangeHigh?: Decimal | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when the target is to be reached.' })
  targetDate?: CalendarDate | null;
}

@InputType({ description: 'One measured value of a KPI.' })
export class KpiMeasurementInput {
  @Field(() => ID, { description: 'The KPI that was measured.' })
  kpiId: string;

  @Field(() => DecimalScalar, { description: "The value, in the KPI's unit." })
  value: Decimal;

  @Field(() => DateScalar, {
    description: "The day it was measured on, not in the future of the portfolio's time zone.",
  })
  measuredOn: CalendarDate;

  @Field(() => Int, { nullable: true, description: 'How many observations it rests on, 1 or more.' })
  sampleSize?: number | null;

  @Field(() => String, { description: 'The system or person it comes from, 1 to 200 characters.' })
  source: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its identifier at the source, 1 to 200 characters: the same again is not recorded twice.',
  })
  externalId?: string | null;
}
