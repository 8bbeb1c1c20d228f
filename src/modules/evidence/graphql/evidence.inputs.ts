import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import type { EvidenceOutcome } from '../../../domain/gates/check-evidence-review.js';
import { MayBeNull, Text } from '../../../platform/graphql/validators.js';
import { EvidenceReviewOutcome } from './evidence.enums.js';
import { ChangePlanInput, MonitoringPlanInput } from './plan.inputs.js';
import { ChecklistInput, DocumentInput, ExternalCheckInput, SignOffInput } from './statement.inputs.js';
import { UxReviewInput } from './ux-review.input.js';

@InputType({ isOneOf: true, description: "Exactly one of these, of the criterion's kind." })
export class EvidenceInput {
  @Field(() => UxReviewInput, { nullable: true, description: 'For a UX_REVIEW.' })
  @MayBeNull()
  @ValidateNested()
  @Type(() => UxReviewInput)
  uxReview?: UxReviewInput;

  @Field(() => MonitoringPlanInput, { nullable: true, description: 'For a MONITORING_PLAN.' })
  @MayBeNull()
  @ValidateNested()
  @Type(() => MonitoringPlanInput)
  monitoringPlan?: MonitoringPlanInput;

  @Field(() => ChangePlanInput, { nullable: true, description: 'For a CHANGE_PLAN.' })
  @MayBeNull()
  @ValidateNested()
  @Type(() => ChangePlanInput)
  changePlan?: ChangePlanInput;

  @Field(() => DocumentInput, { nullable: true, description: 'For a DOCUMENT.' })
  @MayBeNull()
  @ValidateNested()
  @Type(() => DocumentInput)
  document?: DocumentInput;

  @Field(() => ChecklistInput, { nullable: true, description: 'For a CHECKLIST.' })
  @MayBeNull()
  @ValidateNested()
  @Type(() => ChecklistInput)
  checklist?: ChecklistInput;

  @Field(() => SignOffInput, { nullable: true, description: 'For a SIGN_OFF.' })
  @MayBeNull()
  @ValidateNested()
  @Type(() => SignOffInput)
  signOff?: SignOffInput;

  @Field(() => ExternalCheckInput, { nullable: true, description: 'For an EXTERNAL_CHECK; this one needs no review.' })
  @MayBeNull()
  @ValidateNested()
  @Type(() => ExternalCheckInput)
  externalCheck?: ExternalCheckInput;
}

@InputType({ description: 'What a reviewer makes of evidence.' })
export class EvidenceReviewInput {
  @Field(() => EvidenceReviewOutcome, { description: 'Whether it is accepted or returned.' })
  outcome: EvidenceOutcome;

  @Field(() => String, {
    nullable: true,
    description: 'What the reviewer says, 1 to 4,000 characters; needed when it is returned.',
  })
  @MayBeNull()
  @Text(4_000)
  comment?: string | null;
}
