import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { DefineKpi } from './commands/define-kpi.js';
import { RecordMeasurements } from './commands/record-measurements.js';
import { InitiativeKpisResolver } from './graphql/initiative-kpis.resolver.js';
import { KpiEdgesResolver } from './graphql/kpi-edges.resolver.js';
import { KpiResolver } from './graphql/kpi.resolver.js';
import { KpiMeasurements } from './queries/kpi-measurements.js';
import { Kpis } from './queries/kpis.js';

@Module({
  imports: [IdentityModule, InitiativesModule, PortfoliosModule],
  providers: [
    DefineKpi,
    InitiativeKpisResolver,
    KpiEdgesResolver,
    KpiMeasurements,
    KpiResolver,
    Kpis,
    RecordMeasurements,
  ],
  exports: [DefineKpi, Kpis, KpiMeasurements, RecordMeasurements],
})
export class KpisModule {}
