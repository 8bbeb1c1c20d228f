import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import type { StageMapping } from '../../../domain/pipeline/stage-mapping.js';
import { WorkflowTemplatePublishInput } from '../../templates/graphql/template.inputs.js';
import { ListOf, MayBeNull, Text, Whole } from '../../../platform/graphql/validators.js';

const NEWEST = 2_147_483_647;
const LONGEST_KEY = 40;
const MOST_STAGES = 100;
const MOST_INITIATIVES = 1_000;

@InputType({
  description:
    'Where those go who stand in a stage that the newer version has no more: to a stage of the same category or an earlier one.',
})
export class StageMappingInput implements StageMapping {
  @Field(() => String, { description: 'The stage of an older version, by its key.' })
  @Text(LONGEST_KEY)
  from: string;

  @Field(() => String, { description: 'The stage of the newer version that it becomes, by its key.' })
  @Text(LONGEST_KEY)
  to: string;
}

@InputType({ description: 'Which initiatives are to move to which version of their template.' })
export class TemplateMigrateInput {
  @Field(() => String, { description: 'The template, by its key.' })
  templateKey: string;

  @Field(() => Int, { nullable: true, description: 'The version to move to; without it, the newest.' })
  @MayBeNull()
  @Whole(1, NEWEST)
  toVersion?: number | null;

  @Field(() => [StageMappingInput], {
    nullable: true,
    description: 'What becomes of stages that the version has no more, at most 100.',
  })
  @MayBeNull()
  @ListOf(0, MOST_STAGES)
  @ValidateNested()
  @Type(() => StageMappingInput)
  stageMapping?: StageMappingInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'These initiatives, 1 to 1,000, all of them or none; without it, all on an older version that can move.',
  })
  @MayBeNull()
  @ListOf(1, MOST_INITIATIVES)
  initiativeIds?: string[] | null;

  @Field(() => String, { description: 'Why, 1 to 4,000 characters.' })
  @Text(4_000)
  reason: string;
}

/** Which move is to be previewed, and which page of it. */
@ArgsType()
export class TemplateMigrationPreviewArgs {
  @Field(() => String, { description: 'The portfolio, by its key.' })
  portfolioKey: string;

  @Field(() => String, { description: 'The template, by its key.' })
  templateKey: string;

  @Field(() => Int, { nullable: true, description: 'The version to move to; without it, the newest.' })
  @MayBeNull()
  @Whole(1, NEWEST)
  toVersion?: number | null;

  @Field(() => [StageMappingInput], {
    nullable: true,
    description: 'What becomes of stages that the version has no more, at most 100.',
  })
  @MayBeNull()
  @ListOf(0, MOST_STAGES)
  @ValidateNested()
  @Type(() => StageMappingInput)
  stageMapping?: StageMappingInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only these initiatives, at most 1,000; without it, all on an older version.',
  })
  @MayBeNull()
  @ListOf(0, MOST_INITIATIVES)
  initiativeIds?: string[] | null;

  @Field(() => Int, { nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor to go on after.' })
  after?: string | null;
}

/** Which draft is to be tried on which portfolio, and which page of what it would do. */
@ArgsType()
export class WorkflowTemplateDryRunArgs {
  @Field(() => String, { description: 'The portfolio, by its key.' })
  portfolioKey: string;

  @Field(() => WorkflowTemplatePublishInput, { description: 'The draft, as it would be handed in to be published.' })
  @ValidateNested()
  @Type(() => WorkflowTemplatePublishInput)
  input: WorkflowTemplatePublishInput;

  @Field(() => [StageMappingInput], {
    nullable: true,
    description: 'What would become of stages that the draft has no more, at most 100.',
  })
  @MayBeNull()
  @ListOf(0, MOST_STAGES)
  @ValidateNested()
  @Type(() => StageMappingInput)
  stageMapping?: StageMappingInput[] | null;

  @Field(() => Int, { nullable: true, defaultValue: 25, description: 'How many initiatives, 1 to 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor to go on after.' })
  after?: string | null;
}
