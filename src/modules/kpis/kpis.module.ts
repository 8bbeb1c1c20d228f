import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { DefineKpi } from './commands/define-kpi.js';
import { RecordMeasurements } from './commands/record-measurements.js';
import { ReviseKpi } from './commands/revise-kpi.js';
import { InitiativeKpisResolver } from './graphql/initiative-kpis.resolver.js';
import { KpiEdgesResolver } from './graphql/kpi-edges.resolver.js';
import { KpiBaselineResolver, KpiVersionResolver, KpiVersionsResolver } from './graphql/kpi-versions.resolver.js';
import { KpiResolver } from './graphql/kpi.resolver.js';
import { KpiMeasurementsController } from './http/kpi-measurements.controller.js';
import { KpiReads } from './queries/kpi-reads.js';
import { KpiMeasurements } from './queries/kpi-measurements.js';
import { KpiSurroundings } from './queries/kpi-surroundings.js';
import { KpiVersions } from './queries/kpi-versions.js';
import { Kpis } from './queries/kpis.js';

@Module({
  imports: [IdentityModule, InitiativesModule, PortfoliosModule, SessionsModule],
  controllers: [KpiMeasurementsController],
  providers: [
    DefineKpi,
    InitiativeKpisResolver,
    KpiBaselineResolver,
    KpiEdgesResolver,
    KpiMeasurements,
    KpiReads,
    KpiResolver,
    Kpis,
    KpiSurroundings,
    KpiVersionResolver,
    KpiVersions,
    KpiVersionsResolver,
    RecordMeasurements,
    ReviseKpi,
  ],
  exports: [DefineKpi, KpiReads, Kpis, KpiMeasurements, RecordMeasurements, ReviseKpi],
})
export class KpisModule {}
