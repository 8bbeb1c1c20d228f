import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { CataloguedTemplate } from '../queries/template-catalogue.js';
import { TemplateStateEnum, type TemplateState } from './template.enums.js';
import { WorkflowTemplateType } from './template.types.js';

@ObjectType('CataloguedTemplateVersion', { description: 'A published version of a template, and how many go by it.' })
export class CataloguedTemplateVersionType {
  @Field(() => WorkflowTemplateType, { description: 'The version.' })
  template: WorkflowTemplateType;

  @Field(() => TemplateStateEnum, { description: 'Where it stands.' })
  state: TemplateState;

  @Field(() => Int, {
    description: 'How many initiatives are on it that are ACTIVE or ON_HOLD, in the portfolios you may know of.',
  })
  initiatives: number;
}

@ObjectType('CataloguedTemplate', { description: 'A template with all its published versions.' })
export class CataloguedTemplateType implements Pick<CataloguedTemplate, 'key'> {
  @Field(() => String, { description: 'Its key, the same for all versions.' })
  key: string;

  @Field(() => WorkflowTemplateType, { description: 'The version that new initiatives begin with.' })
  newest: WorkflowTemplateType;

  @Field(() => [CataloguedTemplateVersionType], { description: 'All of them, the newest first.' })
  versions: CataloguedTemplateVersionType[];
}
