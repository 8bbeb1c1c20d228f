import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { CLASSIFICATION_PROVIDERS } from './classification.providers.js';
import { DeleteEffort } from './commands/delete-effort.js';
import { EnterEffort } from './commands/enter-effort.js';
import { ExtendLedger } from './commands/extend-ledger.js';
import { FoldEffort } from './commands/fold-effort.js';
import { JoinBooks } from './commands/join-books.js';
import { PublishRules } from './commands/publish-rules.js';
import { ReclassifyLater } from './commands/reclassify-later.js';
import { RecordEffort } from './commands/record-effort.js';
import { ClassificationResolver, PortfolioRulesResolver } from './graphql/classification.resolver.js';
import { AcceptLateEffort } from './commands/accept-late-effort.js';
import { ClosePeriod } from './commands/close-period.js';
import { LateBook } from './commands/late-book.js';
import { LateQueue } from './commands/late-queue.js';
import { PeriodBook } from './commands/period-book.js';
import { RefuseLateEffort } from './commands/refuse-late-effort.js';
import { ReopenPeriod } from './commands/reopen-period.js';
import { EffortEntryResolver } from './graphql/effort-entry.resolver.js';
import { EffortPeriodResolver } from './graphql/effort-period.resolver.js';
import { EffortSplitResolver } from './graphql/effort-split.resolver.js';
import { EffortTrendResolver } from './graphql/effort-trend.resolver.js';
import { EffortResolver } from './graphql/effort.resolver.js';
import { InitiativeEffortResolver } from './graphql/initiative-effort.resolver.js';
import { EffortLateRowResolver, LateEffortResolver } from './graphql/late-effort.resolver.js';
import { PortfolioEffortResolver } from './graphql/portfolio-effort.resolver.js';
import { ReclassificationResolver } from './graphql/reclassification.resolver.js';
import { PortfolioPeriodsResolver } from './graphql/portfolio-periods.resolver.js';
import { EffortBooks } from './commands/effort-books.js';
import { TakeBackEffort } from './commands/take-back-effort.js';
import { VerifyRollups } from './commands/verify-rollups.js';
import { WriteLedger } from './commands/write-ledger.js';
import { EffortPeriodRepository } from './persistence/effort-period.repository.js';
import { EffortRepository } from './persistence/effort.repository.js';
import { ClassificationRules } from './queries/classification-rules.js';
import { ClosedPeriods } from './queries/closed-periods.js';
import { CategorySources } from './queries/category-sources.js';
import { Deltas } from './queries/deltas.js';
import { LedgerQuarters } from './queries/ledger-quarters.js';
import { LateEffortRepository } from './persistence/late-effort.repository.js';
import { EffortBreakdowns } from './queries/effort-breakdowns.js';
import { EffortEntries } from './queries/effort-entries.js';
import { EffortLedger } from './queries/effort-ledger.js';
import { EffortPeriods } from './queries/effort-periods.js';
import { EffortSplits } from './queries/effort-splits.js';
import { EffortSums } from './queries/effort-sums.js';
import { EffortSurroundings } from './queries/effort-surroundings.js';
import { LateEfforts } from './queries/late-efforts.js';
import { EffortTrends } from './queries/effort-trends.js';
import { LateReads } from './queries/late-reads.js';
import { LedgerReads } from './queries/ledger-reads.js';
import { PeriodReads } from './queries/period-reads.js';

@Module({
  imports: [AuditModule, ConnectionsModule, IdentityModule, InitiativesModule, PortfoliosModule],
  providers: [
    ...CLASSIFICATION_PROVIDERS,
    ClassificationResolver,
    AcceptLateEffort,
    ClosedPeriods,
    ClosePeriod,
    DeleteEffort,
    CategorySources,
    Deltas,
    LedgerQuarters,
    EffortBooks,
    EffortBreakdowns,
    EffortEntries,
    EffortEntryResolver,
    EffortLateRowResolver,
    EffortLedger,
    EffortPeriodRepository,
    EffortPeriodResolver,
    EffortPeriods,
    EffortRepository,
    EffortResolver,
    EffortSplitResolver,
    EffortSplits,
    EffortSums,
    EffortSurroundings,
    EffortTrendResolver,
    EffortTrends,
    EnterEffort,
    ExtendLedger,
    FoldEffort,
    InitiativeEffortResolver,
    JoinBooks,
    LateBook,
    LateEffortRepository,
    LateEffortResolver,
    LateEfforts,
    LateQueue,
    LateReads,
    LedgerReads,
    PeriodBook,
    PeriodReads,
    PortfolioEffortResolver,
    PortfolioRulesResolver,
    ReclassificationResolver,
    PortfolioPeriodsResolver,
    RecordEffort,
    RefuseLateEffort,
    ReopenPeriod,
    TakeBackEffort,
    VerifyRollups,
    WriteLedger,
  ],
  exports: [
    ClassificationRules,
    DeleteEffort,
    CategorySources,
    Deltas,
    LedgerQuarters,
    EffortLedger,
    EffortSplits,
    EffortTrends,
    EnterEffort,
    ExtendLedger,
    FoldEffort,
    JoinBooks,
    PublishRules,
    ReclassifyLater,
    LateReads,
    LedgerReads,
    PeriodReads,
    RecordEffort,
    TakeBackEffort,
    VerifyRollups,
  ],
})
export class EffortModule {}
