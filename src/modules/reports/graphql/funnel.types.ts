import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { FunnelStage } from '../../../domain/reports/funnel.js';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';
import { StageDefinitionType } from '../../templates/graphql/template.types.js';
import type { Funnel } from '../queries/funnels.js';

@ObjectType('FunnelStage', {
  description:
    'Who entered a stage in a period, each initiative once, and what had become of them by its end: entered is advanced, stopped and remaining together.',
})
export class FunnelStageType implements FunnelStage {
  @Field(() => StageDefinitionType, { description: 'The stage.' })
  stage: StageDefinitionType;

  @Field(() => Int, { description: 'How many initiatives entered it in the period.' })
  entered: number;

  @Field(() => Int, { description: 'How many of these reached a later stage since, whatever became of them there.' })
  advanced: number;

  @Field(() => Int, { description: 'How many of these were KILLED or RETIRED without having advanced.' })
  stopped: number;

  @Field(() => Int, { description: 'All others of these: there still, on hold, or sent back.' })
  remaining: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Advanced of entered, in percent with one decimal; null where nobody entered.',
  })
  conversionPercent: Decimal | null;
}

@ObjectType('Funnel', {
  description:
    'How initiatives get on from stage to stage: who entered each stage in a period, and what had become of them by its end.',
})
export class FunnelType implements Pick<Funnel, 'from' | 'to' | 'stages' | 'endToEndPercent'> {
  @Field(() => DateScalar, { description: 'The first day that counts.' })
  from: CalendarDate;

  @Field(() => DateScalar, { description: 'The last day that counts.' })
  to: CalendarDate;

  @Field(() => [FunnelStageType], {
    description:
      "A row for each stage, in the order of the version of the template in force; others' stages go by key.",
  })
  stages: (FunnelStageType & Funnel['stages'][number])[];

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'How many entered the first PRODUCTION stage of how many entered the first stage, in percent with one decimal. Both by the rows, so it can pass 100. Null where nobody entered the first stage.',
  })
  endToEndPercent: Decimal | null;
}
