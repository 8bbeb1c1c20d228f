import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { PublishTemplate } from './commands/publish-template.js';
import { TemplateResolver } from './graphql/template.resolver.js';
import { Templates } from './queries/templates.js';

@Module({
  imports: [AuditModule],
  providers: [PublishTemplate, TemplateResolver, Templates],
  exports: [PublishTemplate, Templates],
})
export class TemplatesModule {}
