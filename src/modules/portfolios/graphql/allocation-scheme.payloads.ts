import { Field, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import { AllocationSchemeType } from './allocation-scheme.types.js';

@ObjectType('AllocationSchemePayload', { description: 'The scheme, or why not.' })
export class AllocationSchemePayload extends Payload {
  @Field(() => AllocationSchemeType, { nullable: true, description: 'What was published; null when refused.' })
  scheme?: AllocationSchemeType;
}
