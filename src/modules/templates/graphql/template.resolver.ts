import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import { Viewing } from '../../identity/viewing.js';
import { PublishTemplate } from '../commands/publish-template.js';
import { TemplateCatalogue } from '../queries/template-catalogue.js';
import { Templates } from '../queries/templates.js';
import { CataloguedTemplateType } from './template-catalogue.types.js';
import { draftOf } from './template-draft.js';
import { WorkflowTemplatePublishInput } from './template.inputs.js';
import { WorkflowTemplatePayload } from './template.payloads.js';
import { WorkflowTemplateType } from './template.types.js';

@Resolver()
export class TemplateResolver {
  constructor(
    private readonly templates: Templates,
    private readonly catalogue: TemplateCatalogue,
    private readonly publishTemplate: PublishTemplate,
  ) {}

  @Query(() => [CataloguedTemplateType], {
    description:
      'Every template with all its versions, by key. Templates are shared, so everybody with an API token sees them; initiatives are counted where you may know of them.',
  })
  async workflowTemplates(@Viewing() viewer: Viewer) {
    const templates = await this.catalogue.of(viewer);
    return templates.map(({ versions, ...template }) => ({
      ...template,
      versions: versions.map(({ isNewest, ...version }) => ({ ...version, state: isNewest ? 'NEWEST' : 'SUPERSEDED' })),
    }));
  }

  @Query(() => WorkflowTemplateType, {
    nullable: true,
    description:
      'A published workflow; templates are shared, so everybody with an API token sees them. Null when there is none.',
  })
  workflowTemplate(
    @Viewing() _viewer: Viewer,
    @Args('key', { type: () => String, description: 'Its key, for instance ai-poc-to-production.' }) key: string,
    @Args('version', { type: () => Int, nullable: true, description: 'The version; without it, the newest.' })
    version: number | null | undefined,
  ) {
    return this.templates.find(key, version ?? null);
  }

  @Mutation(() => WorkflowTemplatePayload, {
    description:
      'Publishes a workflow: version 1 of a new key, else the next version. Initiatives stay on the version they began with. It takes PROCESS_DESIGNER in any portfolio, or an instance admin.',
  })
  async workflowTemplatePublish(
    @Viewing() viewer: Viewer,
    @Args('input', { type: () => WorkflowTemplatePublishInput, description: 'The workflow.' })
    input: WorkflowTemplatePublishInput,
  ) {
    return payload(await this.publishTemplate.run(viewer, draftOf(input)), (template) => ({ template }));
  }
}
