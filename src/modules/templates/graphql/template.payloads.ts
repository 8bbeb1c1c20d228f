import { Field, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import { WorkflowTemplateType } from './template.types.js';

@ObjectType('WorkflowTemplatePayload', { description: 'The version that was published, or why not.' })
export class WorkflowTemplatePayload extends Payload {
  @Field(() => WorkflowTemplateType, {
    nullable: true,
    description: 'The version that was published; null when refused.',
  })
  template?: WorkflowTemplateType;
}
