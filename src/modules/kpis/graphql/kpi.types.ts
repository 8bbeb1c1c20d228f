import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type {
  KpiBaseline,
  KpiClass as Class,
  KpiDirection as Direction,
  KpiMeasurement,
  KpiRole as Role,
} from '../../../domain/kpis/kpi.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';
import type { Kpi } from '../queries/kpis.js';
import { KpiClass, KpiDirection, KpiRole } from './kpi.enums.js';

@ObjectType('KpiBaseline', { description: 'What a KPI was before the initiative changed anything.' })
export class KpiBaselineType implements KpiBaseline {
  @Field(() => DecimalScalar, { description: 'The value, as it was stated.' })
  value: Decimal;

  @Field(() => DateScalar, { description: 'The day it was measured on.' })
  measuredOn: CalendarDate;

  @Field(() => Int, { nullable: true, description: 'How many observations it rests on; null where nobody said.' })
  sampleSize: number | null;
}

@ObjectType('KpiMeasurement', { description: 'One measured value of a KPI.' })
export class KpiMeasurementType implements Omit<KpiMeasurement, 'recordedAt'> {
  @Field(() => DecimalScalar, { description: 'The value, as it was stated.' })
  value: Decimal;

  @Field(() => DateScalar, { description: 'The day it was measured on.' })
  measuredOn: CalendarDate;

  @Field(() => Int, { nullable: true, description: 'How many observations it rests on; null where nobody said.' })
  sampleSize: number | null;

  @Field(() => String, { description: 'The system or person it came from.' })
  source: string;
}

export const KpiMeasurementConnection = connectionTypes(KpiMeasurementType, 'KpiMeasurement', 'measurements');

type Leaf = Omit<Kpi, 'ownerId' | 'portfolioId' | 'initiativeId' | 'recordedAt' | 'baseline' | 'latest'>;

@ObjectType('Kpi', {
  implements: () => Node,
  description:
    'What an initiative promises to change, or to keep, in numbers: its newest definition and where it stands.',
})
export class KpiType implements Leaf {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => String, { description: 'What it is called.' })
  name: string;

  @Field(() => String, { description: 'What it is counted in, for instance min or %.' })
  unit: string;

  @Field(() => KpiRole, { description: 'What it is there for.' })
  role: Role;

  @Field(() => KpiClass, { description: 'What it is about.' })
  class: Class;

  @Field(() => KpiDirection, { description: 'Where a good value lies.' })
  direction: Direction;

  @Field(() => String, { description: 'Where its values come from.' })
  dataSource: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Target for PRIMARY and LEADING, limit for GUARDRAIL; null for RANGE.',
  })
  target: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The lowest good value; for RANGE only.' })
  rangeLow: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The highest good value; for RANGE only.' })
  rangeHigh: Decimal | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when the target is to be reached.' })
  targetDate: CalendarDate | null;

  @Field(() => KpiMeasurementType, {
    nullable: true,
    description: 'The measurement of the latest day, of that day the one recorded last; null before the first.',
  })
  latest: KpiMeasurementType | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      '(latest - baseline) / (target - baseline) x 100, rounded half-up to one decimal; null without baseline or measurement, and for RANGE and GUARDRAIL.',
  })
  attainmentPercent: Decimal | null;

  @Field(() => Boolean, {
    description: 'Whether the latest value of a GUARDRAIL is beyond its limit, or that of a RANGE outside of it.',
  })
  breached: boolean;

  @Field(() => Int, { description: 'The version of its definition, from 1.' })
  version: number;
}
