import { Module } from '@nestjs/common';
import { ChangesModule } from '../changes/changes.module.js';
import { EffortModule } from '../effort/effort.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { KpisModule } from '../kpis/kpis.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { SignalsModule } from '../signals/signals.module.js';
import { ExportCatalogue } from './http/export-catalogue.js';
import { ExportController } from './http/export.controller.js';
import { EffortFiles } from './http/files/effort-files.js';
import { ListFiles } from './http/files/list-files.js';
import { PeriodFiles } from './http/files/period-files.js';
import { ReportFiles } from './http/files/report-files.js';
import { SignalFiles } from './http/files/signal-files.js';
import { PortfolioReportController } from './http/portfolio-report.controller.js';
import { AttentionRows } from './queries/attention-rows.js';
import { ExportScopes } from './queries/export-scopes.js';
import { MonthDecisions } from './queries/month-decisions.js';
import { MonthFiguresQuery } from './queries/month-figures.js';
import { PortfolioReports } from './queries/portfolio-reports.js';

@Module({
  imports: [
    ChangesModule,
    EffortModule,
    InitiativesModule,
    KpisModule,
    PortfoliosModule,
    ReportsModule,
    SessionsModule,
    SignalsModule,
  ],
  controllers: [PortfolioReportController, ExportController],
  providers: [
    AttentionRows,
    EffortFiles,
    ExportCatalogue,
    ExportScopes,
    ListFiles,
    MonthDecisions,
    MonthFiguresQuery,
    PeriodFiles,
    PortfolioReports,
    ReportFiles,
    SignalFiles,
  ],
})
export class ExportsModule {}
