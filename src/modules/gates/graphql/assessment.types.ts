import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { CriterionAssessment, CriterionStatus } from '../../../domain/gates/gate.js';
import type { Refusal } from '../../../domain/basics/result.js';
import type { StandingCondition } from '../../../domain/gates/condition.js';
import { UserError } from '../../../platform/graphql/user-error.types.js';
import { CriterionDefinitionType, GateDefinitionType } from '../../templates/graphql/template.types.js';
import { GateConditionType } from './condition.types.js';
import { CriterionStatusEnum } from './gate.enums.js';

@ObjectType('CriterionAssessment', {
  description:
    'What one criterion says at one instant, and why. Computed from the facts, never stored as a truth of its own.',
})
export class CriterionAssessmentType implements Omit<CriterionAssessment, 'evidenceId' | 'waiverId'> {
  @Field(() => CriterionDefinitionType, { description: 'The criterion.' })
  criterion: CriterionDefinitionType;

  @Field(() => CriterionStatusEnum, { description: 'What it says.' })
  status: CriterionStatus;

  @Field(() => Boolean, {
    description:
      'Whether it stands in the way of a GO: a must-meet criterion that is neither MET, WAIVED nor NOT_APPLICABLE.',
  })
  blocks: boolean;

  @Field(() => String, { description: 'One sentence: what is so.' })
  reason: string;

  @Field(() => String, {
    nullable: true,
    description: 'One sentence: what would clear it, and who can; null when there is nothing to clear.',
  })
  remedy: string | null;
}

@ObjectType('GateReadiness', {
  description: 'What all criteria of a gate and the conditions of earlier decisions say at one instant.',
})
export class GateReadinessType {
  @Field(() => Boolean, {
    description:
      'True when GO would not be refused for criteria or open conditions; of a preview, when its outcome would not be refused.',
  })
  ready: boolean;

  @Field(() => [CriterionAssessmentType], { description: 'Every criterion of the gate, in its order.' })
  assessments: readonly CriterionAssessmentType[];

  @Field(() => [GateConditionType], {
    description: 'The conditions of earlier decisions that are not closed, the breached ones too.',
  })
  openConditions: readonly StandingCondition[];

  @Field(() => [UserError], {
    description:
      'Every reason for which GO would be refused, votes aside; of a preview, for which its outcome would be.',
  })
  refusals: readonly Refusal[];

  @Field(() => Int, { description: 'How many must-meet criteria that apply are MET; a WAIVED one is not.' })
  metCount: number;

  @Field(() => Int, { description: 'How many must-meet criteria apply.' })
  mustMeetCount: number;
}

@ObjectType('Gate', { description: 'The exit of a stage, as one initiative meets it.' })
export class GateType {
  @Field(() => GateDefinitionType, { description: 'What it asks for.' })
  definition: GateDefinitionType;
}

@ObjectType('CriterionError', { implements: () => UserError, description: 'A criterion stands in the way.' })
export class CriterionError extends UserError {}
