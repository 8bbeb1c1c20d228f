import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { GateOutcome } from '../../../domain/gates/vote.js';
import type { GateStatistics, OutcomeShare } from '../../../domain/reports/decision-statistics.js';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';
import { GateOutcomeEnum } from '../../gates/graphql/gate.enums.js';
import { GateDefinitionType } from '../../templates/graphql/template.types.js';
import type { DecisionStatistics } from '../queries/decision-records.js';

@ObjectType('OutcomeShare', { description: 'How often a gate decided one way.' })
export class OutcomeShareType implements OutcomeShare {
  @Field(() => GateOutcomeEnum, { description: 'What was decided.' })
  outcome: GateOutcome;

  @Field(() => Int, { description: 'How often.' })
  count: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Of all decisions, in percent with one decimal; the outcomes add up to exactly 100.0. Null without decisions.',
  })
  percent: Decimal | null;
}

@ObjectType('GateStatistics', { description: 'How one gate decides, and what waits there.' })
export class GateStatisticsType implements GateStatistics {
  @Field(() => GateDefinitionType, { description: 'The gate.' })
  gate: GateDefinitionType;

  @Field(() => Int, { description: 'Decisions in the period.' })
  decisions: number;

  @Field(() => [OutcomeShareType], { description: 'The decisions by outcome: all five, from the boldest.' })
  outcomes: OutcomeShareType[];

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The median of the days from the request of a review to its decision; null without decisions.',
  })
  medianDays: Decimal | null;

  @Field(() => Int, {
    nullable: true,
    description: '85 % of the decisions took no more days than this; null without decisions.',
  })
  p85Days: number | null;

  @Field(() => Int, { description: 'Reviews that were called off in the period.' })
  cancelled: number;

  @Field(() => Int, { description: 'Reviews that are open, now or as of then.' })
  openReviews: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The median of the days since these were requested; null where none is open.',
  })
  medianOpenDays: Decimal | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The days since the oldest of these was requested; null where none is open.',
  })
  oldestOpenDays: number | null;

  @Field(() => Boolean, {
    description: 'Whether over 95 % of the last 20 decisions, now or as of then, were GO. False while there are fewer.',
  })
  rubberStamp: boolean;
}

@ObjectType('DecisionStatistics', { description: 'How the gates of a portfolio decide, and how long that takes.' })
export class DecisionStatisticsType implements Pick<DecisionStatistics, 'from' | 'to' | 'gates'> {
  @Field(() => DateScalar, { description: 'The first day that counts.' })
  from: CalendarDate;

  @Field(() => DateScalar, { description: 'The last day that counts.' })
  to: CalendarDate;

  @Field(() => [GateStatisticsType], {
    description:
      'A row for each gate, in the order of the version of the template in force; then those of older versions at which there was something.',
  })
  gates: GateStatisticsType[];
}
