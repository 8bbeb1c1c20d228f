import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import type {
  CriterionDefinition,
  CriterionKind,
  CriterionWeight,
  GateDefinition,
  RiskTier,
  StageCategory,
  StageDefinition,
  WorkflowTemplate,
} from '../../../domain/gates/gate.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateTimeScalar, JsonScalar } from '../../../platform/graphql/scalars.js';
import { CriterionKindEnum, CriterionWeightEnum, RiskTierEnum, StageCategoryEnum } from './template.enums.js';

@ObjectType('CriterionDefinition', { description: 'One thing a gate asks for.' })
export class CriterionDefinitionType implements CriterionDefinition {
  @Field(() => String, { description: 'Its key, unique over the whole template; evidence names it.' })
  key: string;

  @Field(() => String, { description: 'What people call it.' })
  name: string;

  @Field(() => CriterionKindEnum, { description: 'What it looks at.' })
  kind: CriterionKind;

  @Field(() => CriterionWeightEnum, { description: 'Whether it can hold an initiative up.' })
  weight: CriterionWeight;

  @Field(() => Boolean, { description: 'A veto cannot be covered by a condition of a CONDITIONAL_GO.' })
  veto: boolean;

  @Field(() => String, { description: 'What is expected, in plain words.' })
  guidance: string;

  @Field(() => String, { nullable: true, description: 'An example of good evidence.' })
  example: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Evidence holds through the whole of the day this many days after it took effect; null when it never runs out.',
  })
  validForDays: number | null;

  @Field(() => [RiskTierEnum], { nullable: true, description: 'The risk tiers it is asked of. Null: for all tiers.' })
  riskTiers: RiskTier[] | null;

  @Field(() => JsonScalar, {
    description:
      'Thresholds of the kind, for instance {"minParticipants": 5} or {"category": "PEOPLE_PROCESS", "minPercent": "30", "windowDays": 90}.',
  })
  settings: Record<string, unknown>;
}

@ObjectType('GateDefinition', { description: 'The exit of a stage: what it asks for and how it is decided.' })
export class GateDefinitionType implements GateDefinition {
  @Field(() => String, { description: 'Its key, unique in the template.' })
  key: string;

  @Field(() => String, { description: 'What people call it.' })
  name: string;

  @Field(() => Int, { description: 'How many non-abstaining votes must be in before it can be decided.' })
  quorum: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many times an initiative may be sent back at this gate. Null: the usual 2.',
  })
  recycleLimit: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Within how many days of its request a review should be decided; null when nobody counts.',
  })
  slaDays: number | null;

  @Field(() => [CriterionDefinitionType], { description: 'What it asks for, in the order it was published in.' })
  criteria: CriterionDefinitionType[];
}

@ObjectType('StageDefinition', { description: 'A stage of a workflow, with the gate at its exit.' })
export class StageDefinitionType implements StageDefinition {
  @Field(() => String, { description: 'Its key, unique in the template.' })
  key: string;

  @Field(() => String, { description: 'What people call it.' })
  name: string;

  @Field(() => StageCategoryEnum, { description: 'What kind of work it is.' })
  category: StageCategory;

  @Field(() => Int, { description: 'Its place in the workflow, from 1.' })
  position: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many days an initiative should need here at most; null for no limit.',
  })
  timeBoxDays: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many initiatives should be here at once at most; null for no limit.',
  })
  wipLimit: number | null;

  @Field(() => GateDefinitionType, { nullable: true, description: 'The gate at its exit. Null for the last stage.' })
  exitGate: GateDefinitionType | null;
}

@ObjectType('WorkflowTemplate', {
  implements: () => Node,
  description: 'One published version of a workflow. It never changes; a change is published as the next version.',
})
export class WorkflowTemplateType implements WorkflowTemplate {
  @Field(() => ID, { description: 'A UUIDv7, one for each version.' })
  id: string;

  @Field(() => String, { description: 'Its key, the same for all versions.' })
  key: string;

  @Field(() => String, { description: 'What people call it.' })
  name: string;

  @Field(() => Int, { description: 'The version, from 1.' })
  version: number;

  @Field(() => DateTimeScalar, { description: 'When this version was published.' })
  publishedAt: Instant;

  @Field(() => [StageDefinitionType], { description: 'Its stages, in order.' })
  stages: StageDefinitionType[];
}
