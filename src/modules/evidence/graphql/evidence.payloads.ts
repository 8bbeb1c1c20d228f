import { Field, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import { EvidenceType } from './evidence.types.js';

@ObjectType('EvidencePayload', { description: 'The evidence, or why not.' })
export class EvidencePayload extends Payload {
  @Field(() => EvidenceType, { nullable: true, description: 'The evidence; null when refused.' })
  evidence?: EvidenceType;
}
