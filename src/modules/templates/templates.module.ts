import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { PublishTemplate } from './commands/publish-template.js';
import { TemplateResolver } from './graphql/template.resolver.js';
import { TemplateCatalogue } from './queries/template-catalogue.js';
import { Templates } from './queries/templates.js';

@Module({
  imports: [AuditModule],
  providers: [PublishTemplate, TemplateCatalogue, TemplateResolver, Templates],
  exports: [PublishTemplate, Templates],
})
export class TemplatesModule {}
