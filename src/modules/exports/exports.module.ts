import { Module } from '@nestjs/common';
import { EffortModule } from '../effort/effort.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { KpisModule } from '../kpis/kpis.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { ExportCatalogue } from './http/export-catalogue.js';
import { ExportController } from './http/export.controller.js';
import { EffortFiles } from './http/files/effort-files.js';
import { ListFiles } from './http/files/list-files.js';
import { ReportFiles } from './http/files/report-files.js';
import { ExportScopes } from './queries/export-scopes.js';

@Module({
  imports: [EffortModule, IdentityModule, InitiativesModule, KpisModule, PortfoliosModule, ReportsModule],
  controllers: [ExportController],
  providers: [EffortFiles, ExportCatalogue, ExportScopes, ListFiles, ReportFiles],
})
export class ExportsModule {}
