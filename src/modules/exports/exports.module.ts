import { Module } from '@nestjs/common';
import { EffortModule } from '../effort/effort.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { ExportController } from './http/export.controller.js';
import { EffortExports } from './queries/effort-exports.js';

@Module({
  imports: [EffortModule, IdentityModule, InitiativesModule, PortfoliosModule],
  controllers: [ExportController],
  providers: [EffortExports],
})
export class ExportsModule {}
