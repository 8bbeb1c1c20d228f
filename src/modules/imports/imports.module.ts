import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { ImportBatch } from './commands/import-batch.js';
import { ImportInitiatives } from './commands/import-initiatives.js';
import { ImportController } from './http/import.controller.js';

@Module({
  imports: [IdentityModule, InitiativesModule, PortfoliosModule, TemplatesModule],
  controllers: [ImportController],
  providers: [ImportBatch, ImportInitiatives],
  exports: [ImportInitiatives],
})
export class ImportsModule {}
