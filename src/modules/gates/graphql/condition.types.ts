import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { GateConditionStatus, StandingCondition } from '../../../domain/gates/condition.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import { GateConditionStatusEnum } from './gate.enums.js';

@ObjectType('GateCondition', {
  implements: () => Node,
  description:
    'A condition of a CONDITIONAL_GO: until it is closed the next gate stays locked. It holds through the whole of its due date.',
})
export class GateConditionType implements Omit<StandingCondition, 'ownerId'> {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => String, { description: 'What is to be done.' })
  text: string;

  @Field(() => DateScalar, { description: "By when, in the portfolio's time zone; that day still counts." })
  dueOn: CalendarDate;

  @Field(() => String, { nullable: true, description: 'The criterion it covers; null for one that covers none.' })
  criterionKey: string | null;

  @Field(() => GateConditionStatusEnum, { description: 'Where it stands, or stood at the instant that was asked for.' })
  status: GateConditionStatus;

  @Field(() => DateTimeScalar, { description: 'When it was made: with the decision.' })
  madeAt: Instant;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the system found it overdue; null where it did not.',
  })
  breachedAt: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed; null until then.' })
  closedAt: Instant | null;

  @Field(() => String, { nullable: true, description: 'How it was met; null until it is closed.' })
  closeNote?: string | null;

  @Field(() => String, { nullable: true, description: 'Where that can be seen.' })
  closeUrl?: string | null;
}

@ObjectType('GateConditionPayload', { description: 'The condition, or every reason why not.' })
export class GateConditionPayload extends Payload {
  @Field(() => GateConditionType, { nullable: true, description: 'The condition; null when refused.' })
  condition?: GateConditionType;
}
