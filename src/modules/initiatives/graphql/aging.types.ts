import { Field, Int, ObjectType } from '@nestjs/graphql';
import { AGING_LEVELS, type AgingLevel } from '../../../domain/pipeline/aging.js';
import type { StageAging } from '../../../domain/pipeline/stage-aging.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';
import { StageDefinitionType } from '../../templates/graphql/template.types.js';

export const AgingLevelEnum = graphqlEnum(
  'AgingLevel',
  AGING_LEVELS,
  'How long an initiative has been in its stage, against all that left the stage before, or against the time box while fewer than ten did.',
  {
    FRESH: 'No longer than usual.',
    WATCH: 'As long as p50 of those that left the stage, or longer.',
    AGING: 'As long as p70 of them, or longer; while fewer than ten have left, past 70 % of the time box.',
    STUCK: 'Longer than p85 of them and than the time box; while fewer than ten have left, past the time box.',
    ZOMBIE: 'STUCK, ACTIVE, and without any evidence, effort, measurement or update for 30 days.',
  },
);

@ObjectType('AgingCount', { description: 'How many of those in a stage are on one level.' })
export class AgingCountType {
  @Field(() => AgingLevelEnum, { description: 'The level.' })
  level: AgingLevel;

  @Field(() => Int, { description: 'How many are on it.' })
  count: number;
}

@ObjectType('StageAging', { description: 'Who is in a stage and how long, against those that left it.' })
export class StageAgingType implements StageAging {
  @Field(() => StageDefinitionType, { description: 'The stage.' })
  stage: StageDefinitionType;

  @Field(() => Int, { description: 'How many are in it, ACTIVE or ON_HOLD.' })
  count: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Half of those that left needed no more days than this. Null while fewer than ten have left.',
  })
  p50: number | null;

  @Field(() => Int, {
    nullable: true,
    description: '70 % of those that left needed no more days than this. Null while fewer than ten have left.',
  })
  p70: number | null;

  @Field(() => Int, {
    nullable: true,
    description: '85 % of those that left needed no more days than this. Null while fewer than ten have left.',
  })
  p85: number | null;

  @Field(() => Int, {
    description: 'How many left it, under any version of the template, and are not in it again.',
  })
  exits: number;

  @Field(() => [AgingCountType], { description: 'How many of those in it are on each level: all levels, rising.' })
  levels: AgingCountType[];

  @Field(() => Int, {
    nullable: true,
    description: 'How many should be in it at once at most. Null for no limit.',
  })
  wipLimit: number | null;

  @Field(() => Boolean, { description: 'Whether more are in it than should be.' })
  overWip: boolean;
}
