import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { GateOutcome } from '../../../domain/gates/vote.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { ListOf, MayBeNull, Text, WebAddress, Whole } from '../../../platform/graphql/validators.js';
import { GateOutcomeEnum } from './gate.enums.js';

@InputType({ description: 'What the gatekeepers are to know of a review.' })
export class GateReviewRequestInput {
  @Field(() => String, { nullable: true, description: 'What to say to them, 1 to 4,000 characters.' })
  @MayBeNull()
  @Text(4_000)
  note?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when it is to be decided; today or later.' })
  dueOn?: CalendarDate | null;
}

@InputType({ description: 'A vote; it takes the place of the one cast before.' })
export class GateVoteCastInput {
  @Field(() => GateOutcomeEnum, { nullable: true, description: 'What to vote for; null abstains.' })
  outcome?: GateOutcome | null;

  @Field(() => String, { nullable: true, description: 'Why, 1 to 4,000 characters.' })
  @MayBeNull()
  @Text(4_000)
  comment?: string | null;
}

@InputType({ description: 'A condition of a CONDITIONAL_GO.' })
export class GateConditionInput {
  @Field(() => String, { description: 'What is to be done, 1 to 4,000 characters.' })
  @Text(4_000)
  text: string;

  @Field(() => ID, { description: 'The user who answers for it.' })
  ownerId: string;

  @Field(() => DateScalar, { description: "By when, after today in the portfolio's time zone." })
  dueOn: CalendarDate;

  @Field(() => String, {
    nullable: true,
    description: 'The criterion of the gate it covers, by its key; null for a condition that covers none.',
  })
  criterionKey?: string | null;
}

@InputType({ description: 'How a condition was met.' })
export class GateConditionCloseInput {
  @Field(() => String, { description: 'What was done, 1 to 4,000 characters.' })
  @Text(4_000)
  note: string;

  @Field(() => String, { nullable: true, description: 'Where it can be seen: a web address.' })
  @MayBeNull()
  @WebAddress()
  url?: string | null;
}

@InputType({ description: 'A decision at a gate.' })
export class GateDecideInput {
  @Field(() => GateOutcomeEnum, { description: 'What is decided; the votes must support it.' })
  outcome: GateOutcome;

  @Field(() => String, { description: 'Why, 1 to 4,000 characters.' })
  @Text(4_000)
  rationale: string;

  @Field(() => [GateConditionInput], {
    nullable: true,
    description: 'For CONDITIONAL_GO, at most 50: each criterion that blocks needs one naming it.',
  })
  @MayBeNull()
  @ListOf(0, 50)
  @ValidateNested({ each: true })
  @Type(() => GateConditionInput)
  conditions?: GateConditionInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Needed for RECYCLE: the key of an earlier stage, or of the same.',
  })
  recycleToStageKey?: string | null;

  @Field(() => Int, { description: "The initiative's version the decision was made on; another one is STALE_VERSION." })
  @Whole(1, 2_147_483_647)
  expectedVersion: number;
}
