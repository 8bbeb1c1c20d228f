import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { BENEFITS_OUTCOMES, type BenefitsOutcome } from '../../../domain/benefits/milestones.js';
import type { KpiDirection as Direction, KpiRole as Role } from '../../../domain/kpis/kpi.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import { Text } from '../../../platform/graphql/validators.js';
import { KpiDirection, KpiRole } from '../../kpis/graphql/kpi.enums.js';
import type { BenefitsReview, KpiAtReview } from '../queries/benefits-reviews.js';

export const BenefitsOutcomeEnum = graphqlEnum(
  'BenefitsOutcome',
  BENEFITS_OUTCOMES,
  'What an initiative in production has brought.',
  {
    ON_COURSE: 'What was promised comes, or has come.',
    OFF_COURSE: 'Less comes than was promised, or later.',
    NOT_REALISED: 'What was promised does not come.',
  },
);

@ObjectType('KpiAtReview', { description: 'What a KPI had come to when a review of benefits was completed.' })
export class KpiAtReviewType implements KpiAtReview {
  @Field(() => ID, { description: 'The KPI.' })
  kpiId: string;

  @Field(() => String, { description: 'What it was called.' })
  name: string;

  @Field(() => String, { description: 'What it was counted in.' })
  unit: string;

  @Field(() => KpiRole, { description: 'What it was there for.' })
  role: Role;

  @Field(() => KpiDirection, { description: 'Where a good value lay.' })
  direction: Direction;

  @Field(() => DecimalScalar, { nullable: true, description: 'What it was before; null where nothing was measured.' })
  baseline: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Where it was to get, or its limit; null of a range.' })
  target: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Its latest value; null where none was measured.' })
  latest: Decimal | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day that was measured on.' })
  measuredOn: CalendarDate | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'How much of the way was done, in percent; null of a guardrail, a range, and without the numbers.',
  })
  attainmentPercent: Decimal | null;

  @Field(() => Boolean, { description: 'Whether it was beyond its limit.' })
  breached: boolean;
}

@ObjectType('BenefitsReview', {
  implements: () => Node,
  description: 'The review of what an initiative brought, so many days after it entered production.',
})
export class BenefitsReviewType implements Omit<BenefitsReview, 'portfolioId' | 'initiativeId' | 'completedById'> {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => Int, { description: 'How many days after it entered production: 30, 60 or 90.' })
  milestoneDays: number;

  @Field(() => DateScalar, { description: 'The day it entered its first stage of category PRODUCTION.' })
  productionEnteredOn: CalendarDate;

  @Field(() => DateScalar, { description: 'The last day in time: 14 days after it was opened.' })
  dueOn: CalendarDate;

  @Field(() => DateTimeScalar, { description: 'When the system opened it.' })
  openedAt: Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was completed; null while it is open.' })
  completedAt: Instant | null;

  @Field(() => BenefitsOutcomeEnum, { nullable: true, description: 'What it came to; null while it is open.' })
  outcome: BenefitsOutcome | null;

  @Field(() => String, { nullable: true, description: 'What was said to it; null while it is open.' })
  note: string | null;

  @Field(() => [KpiAtReviewType], {
    nullable: true,
    description: 'What the KPIs had come to when it was completed, kept as it was; null while it is open.',
  })
  kpis: KpiAtReviewType[] | null;
}

@InputType({ description: 'What an initiative has brought.' })
export class BenefitsReviewCompleteInput {
  @Field(() => BenefitsOutcomeEnum, { description: 'What it comes to.' })
  outcome: BenefitsOutcome;

  @Field(() => String, { description: 'Why, and what follows, 1 to 4,000 characters.' })
  @Text(4_000)
  note: string;
}

@ObjectType('BenefitsReviewPayload', { description: 'The review, or why not.' })
export class BenefitsReviewPayload extends Payload {
  @Field(() => BenefitsReviewType, { nullable: true, description: 'The review; null when refused.' })
  review?: BenefitsReviewType;
}
