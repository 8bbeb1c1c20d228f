import { Field, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import { InitiativeType } from './initiative.type.js';

@ObjectType('InitiativePayload', { description: 'The initiative, or why not.' })
export class InitiativePayload extends Payload {
  @Field(() => InitiativeType, { nullable: true, description: 'The initiative; null when refused.' })
  initiative?: InitiativeType;
}
