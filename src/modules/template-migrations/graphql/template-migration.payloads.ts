import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import { TemplateMigrationPreviewConnection } from './template-migration.types.js';
import { WorkflowTemplateType } from '../../templates/graphql/template.types.js';

@ObjectType('TemplateMigratePayload', {
  description: 'How many moved and to which version, or every reason why none did.',
})
export class TemplateMigratePayload extends Payload {
  @Field(() => Int, { description: 'How many initiatives moved; 0 when refused.' })
  migrated: number;

  @Field(() => Int, {
    description:
      'How many on an older version stayed because they cannot move, where all that can were asked for; else 0.',
  })
  stayed: number;

  @Field(() => WorkflowTemplateType, { nullable: true, description: 'The version they are on now; null when refused.' })
  template?: WorkflowTemplateType;
}

@ObjectType('WorkflowTemplateDryRunPayload', {
  description: 'What a draft would come to, or every reason why it could not be published or moved to.',
})
export class WorkflowTemplateDryRunPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'The version it would be published as; null when refused.' })
  version?: number;

  @Field(() => TemplateMigrationPreviewConnection, {
    nullable: true,
    description: 'What it would do to each initiative on an older version, by number; null when refused.',
  })
  previews?: unknown;
}
