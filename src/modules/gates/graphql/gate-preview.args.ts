import { ArgsType, Field, ID } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import type { GateOutcome } from '../../../domain/gates/vote.js';
import { ListOf, MayBeNull } from '../../../platform/graphql/validators.js';
import { GateOutcomeEnum } from './gate.enums.js';
import { GateConditionInput } from './gate.inputs.js';

@ArgsType()
export class GatePreviewArgs {
  @Field(() => ID, { description: 'The initiative.' })
  initiativeId: string;

  @Field(() => GateOutcomeEnum, { description: 'The outcome that is asked about.' })
  outcome: GateOutcome;

  @Field(() => [GateConditionInput], {
    nullable: true,
    description: 'The conditions it would come with, for CONDITIONAL_GO, at most 50.',
  })
  @MayBeNull()
  @ListOf(0, 50)
  @ValidateNested({ each: true })
  @Type(() => GateConditionInput)
  conditions?: GateConditionInput[] | null;

  @Field(() => String, { nullable: true, description: 'The stage it would go back to, for RECYCLE.' })
  recycleToStageKey?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Whether to count the votes of the open review too, with one of yours for this outcome, as if you decided; whether you may at all is told by viewerCan.',
  })
  withVotes?: boolean | null;
}
