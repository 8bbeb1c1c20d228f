import { Module } from '@nestjs/common';
import { EffortModule } from '../effort/effort.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { ImportBatch } from './commands/import-batch.js';
import { ImportEffortBatch } from './commands/import-effort-batch.js';
import { ImportEffort } from './commands/import-effort.js';
import { ImportInitiatives } from './commands/import-initiatives.js';
import { ImportController } from './http/import.controller.js';

@Module({
  imports: [EffortModule, IdentityModule, InitiativesModule, PortfoliosModule, SessionsModule, TemplatesModule],
  controllers: [ImportController],
  providers: [ImportBatch, ImportEffort, ImportEffortBatch, ImportInitiatives],
  exports: [ImportInitiatives],
})
export class ImportsModule {}
