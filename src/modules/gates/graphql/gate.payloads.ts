import { Field, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { GateDecisionType, GateReviewType } from './review.types.js';

@ObjectType('GateReviewPayload', { description: 'The review, or why not.' })
export class GateReviewPayload extends Payload {
  @Field(() => GateReviewType, { nullable: true, description: 'The review; null when refused.' })
  review?: GateReviewType;
}

@ObjectType('GateDecidePayload', {
  description: 'The decision and what became of the initiative, or every reason why not.',
})
export class GateDecidePayload extends Payload {
  @Field(() => GateDecisionType, { nullable: true, description: 'The decision; null when refused.' })
  decision?: GateDecisionType;

  @Field(() => InitiativeType, { nullable: true, description: 'The initiative after the decision; null when refused.' })
  initiative?: InitiativeType;
}
