import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { KpiClass as Class, KpiDirection as Direction, KpiRole as Role } from '../../../domain/kpis/kpi.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';
import type { KpiVersion } from '../queries/kpi-versions.js';
import { KpiClass, KpiDirection, KpiRole } from './kpi.enums.js';

type Leaf = Omit<KpiVersion, 'kpiId' | 'ownerId' | 'recordedById' | 'baseline' | 'baselineFrozenAt'>;

@ObjectType('KpiVersion', {
  description: 'What a KPI said from one revision to the next. It never changes; a revision is a new version.',
})
export class KpiVersionType implements Leaf {
  @Field(() => Int, { description: 'Its number, from 1.' })
  version: number;

  @Field(() => String, { description: 'What it was called.' })
  name: string;

  @Field(() => String, { description: 'What it was counted in.' })
  unit: string;

  @Field(() => KpiRole, { description: 'What it was there for.' })
  role: Role;

  @Field(() => KpiClass, { description: 'What it was about.' })
  class: Class;

  @Field(() => KpiDirection, { description: 'Where a good value lay.' })
  direction: Direction;

  @Field(() => String, { description: 'Where its values came from.' })
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

  @Field(() => DateScalar, { nullable: true, description: 'By when the target was to be reached.' })
  targetDate: CalendarDate | null;

  @Field(() => DateTimeScalar, { description: 'When it was recorded; it held from then on.' })
  recordedAt: Instant;

  @Field(() => String, { nullable: true, description: 'Why it was made; null for the first version.' })
  reason: string | null;

  @Field(() => Boolean, {
    description:
      'Whether it was made after the baselines of the initiative froze, when it first left a stage of category POC by GO or CONDITIONAL_GO.',
  })
  isAfterFreeze: boolean;
}
