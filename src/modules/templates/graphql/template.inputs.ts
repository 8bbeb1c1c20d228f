import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import type { CriterionKind, CriterionWeight, RiskTier, StageCategory } from '../../../domain/gates/gate.js';
import { JsonScalar } from '../../../platform/graphql/scalars.js';
import { ListOf, MayBeNull, Tidied } from '../../../platform/graphql/validators.js';
import { CriterionKindEnum, CriterionWeightEnum, RiskTierEnum, StageCategoryEnum } from './template.enums.js';

const KEY = '1 to 40 small letters, digits and hyphens, beginning with a letter';

@InputType({ description: 'One thing a gate asks for.' })
export class CriterionDefinitionInput {
  @Field(() => String, { description: `Its key, unique over the whole template: ${KEY}.` })
  key: string;

  @Field(() => String, { description: 'What people call it, 1 to 200 characters.' })
  @Tidied()
  name: string;

  @Field(() => CriterionKindEnum, { description: 'What it looks at.' })
  kind: CriterionKind;

  @Field(() => CriterionWeightEnum, {
    nullable: true,
    defaultValue: 'MUST_MEET',
    description: 'Whether it can hold an initiative up.',
  })
  weight?: CriterionWeight | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'A veto cannot be covered by a condition of a CONDITIONAL_GO; only for a MUST_MEET criterion.',
  })
  veto?: boolean | null;

  @Field(() => String, { description: 'What is expected, in plain words, 1 to 4,000 characters.' })
  @Tidied()
  guidance: string;

  @Field(() => String, { nullable: true, description: 'An example of good evidence, 1 to 4,000 characters.' })
  @Tidied()
  example?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many days evidence holds after the day it took effect, 1 to 3650; without it, for good.',
  })
  validForDays?: number | null;

  @Field(() => [RiskTierEnum], {
    nullable: true,
    description: 'The risk tiers it is asked of, at least one; without it, all of them.',
  })
  riskTiers?: RiskTier[] | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description:
      'Thresholds of the kind: KPI_CONTRACT requireBaseline (true), KPI_ATTAINMENT maxAgeDays (30) and minSample, UX_REVIEW minParticipants (1), EFFORT_SHARE category, minPercent and windowDays (90). Other kinds take none.',
  })
  @MayBeNull()
  @IsObject({ message: 'settings must be an object, for instance {"minParticipants": 5}.' })
  settings?: Record<string, unknown> | null;
}

@InputType({ description: 'The exit of a stage.' })
export class GateDefinitionInput {
  @Field(() => String, { description: `Its key, unique in the template: ${KEY}.` })
  key: string;

  @Field(() => String, { description: 'What people call it, 1 to 200 characters.' })
  @Tidied()
  name: string;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 1,
    description: 'How many non-abstaining votes must be in before it can be decided, 1 to 20.',
  })
  quorum?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many times an initiative may be sent back at this gate, 0 to 20; without it, the usual 2.',
  })
  recycleLimit?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Within how many days of its request a review should be decided, 1 to 365; without it, nobody counts.',
  })
  slaDays?: number | null;

  @Field(() => [CriterionDefinitionInput], { description: 'What it asks for, in order: 1 to 40 criteria.' })
  @ListOf(0, 40)
  @ValidateNested()
  @Type(() => CriterionDefinitionInput)
  criteria: CriterionDefinitionInput[];
}

@InputType({ description: 'A stage of a workflow, with the gate at its exit.' })
export class StageDefinitionInput {
  @Field(() => String, { description: `Its key, unique in the template: ${KEY}.` })
  key: string;

  @Field(() => String, { description: 'What people call it, 1 to 200 characters.' })
  @Tidied()
  name: string;

  @Field(() => StageCategoryEnum, { description: 'What kind of work it is; categories never go backwards.' })
  category: StageCategory;

  @Field(() => Int, {
    nullable: true,
    description: 'How many days an initiative should need here at most, 1 to 3650; without it, there is no limit.',
  })
  timeBoxDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many initiatives should be here at once at most, 1 to 1000; without it, there is no limit.',
  })
  wipLimit?: number | null;

  @Field(() => GateDefinitionInput, {
    nullable: true,
    description: 'The gate at its exit: every stage has one but the last.',
  })
  @MayBeNull()
  @ValidateNested()
  @Type(() => GateDefinitionInput)
  exitGate?: GateDefinitionInput | null;
}

@InputType({ description: 'A workflow to be published.' })
export class WorkflowTemplatePublishInput {
  @Field(() => String, { description: `Its key, the same for all versions: ${KEY}.` })
  key: string;

  @Field(() => String, { description: 'What people call it, 1 to 200 characters.' })
  @Tidied()
  name: string;

  @Field(() => [StageDefinitionInput], { description: 'Its stages, in order: 2 to 30.' })
  @ListOf(0, 30)
  @ValidateNested()
  @Type(() => StageDefinitionInput)
  stages: StageDefinitionInput[];
}
