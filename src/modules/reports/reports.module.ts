import { Module } from '@nestjs/common';
import { EffortModule } from '../effort/effort.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { DecisionStatisticsResolver } from './graphql/decision-statistics.resolver.js';
import { ForecastResolver } from './graphql/forecast.resolver.js';
import { FunnelResolver, FunnelStageResolver } from './graphql/funnel.resolver.js';
import {
  GovernanceDebtItemResolver,
  GovernanceDebtResolver,
  GovernanceDebtRowResolver,
  PortfolioDebtResolver,
} from './graphql/governance-debt.resolver.js';
import { ValueBalanceResolver } from './graphql/value-balance.resolver.js';
import {
  DebtHeadlineResolver,
  DecisionsHeadlineResolver,
  FunnelHeadlineResolver,
  ListHeadlinesResolver,
} from './graphql/headlines.resolver.js';
import { DecisionRecords } from './queries/decision-records.js';
import { Forecasts } from './queries/forecasts.js';
import { Funnels } from './queries/funnels.js';
import { GovernanceDebts } from './queries/governance-debts.js';
import { PortfolioStages } from './queries/portfolio-stages.js';
import { ReportMoments } from './queries/report-moments.js';
import { ValueBalances } from './queries/value-balances.js';

@Module({
  imports: [EffortModule, InitiativesModule, PortfoliosModule, TemplatesModule],
  providers: [
    DebtHeadlineResolver,
    DecisionRecords,
    DecisionsHeadlineResolver,
    DecisionStatisticsResolver,
    ForecastResolver,
    Forecasts,
    FunnelHeadlineResolver,
    FunnelResolver,
    Funnels,
    FunnelStageResolver,
    GovernanceDebtItemResolver,
    GovernanceDebtResolver,
    GovernanceDebtRowResolver,
    GovernanceDebts,
    ListHeadlinesResolver,
    PortfolioDebtResolver,
    PortfolioStages,
    ReportMoments,
    ValueBalanceResolver,
    ValueBalances,
  ],
  exports: [DecisionRecords, Forecasts, Funnels, GovernanceDebts, ValueBalances],
})
export class ReportsModule {}
