import { Field, InputType, Int } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { GateOutcome } from '../../../domain/gates/vote.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { MayBeNull, Text, Whole } from '../../../platform/graphql/validators.js';
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

@InputType({ description: 'A decision at a gate.' })
export class GateDecideInput {
  @Field(() => GateOutcomeEnum, { description: 'GO, HOLD or KILL; the votes must support it.' })
  outcome: GateOutcome;

  @Field(() => String, { description: 'Why, 1 to 4,000 characters.' })
  @Text(4_000)
  rationale: string;

  @Field(() => Int, { description: "The initiative's version the decision was made on; another one is STALE_VERSION." })
  @Whole(1, 2_147_483_647)
  expectedVersion: number;
}
