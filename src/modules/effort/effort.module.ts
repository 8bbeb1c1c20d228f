import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { CLASSIFICATION_PROVIDERS } from './classification.providers.js';
import { DeleteEffort } from './commands/delete-effort.js';
import { ExtendLedger } from './commands/extend-ledger.js';
import { FoldEffort } from './commands/fold-effort.js';
import { PublishRules } from './commands/publish-rules.js';
import { ReclassifyLater } from './commands/reclassify-later.js';
import { RecordEffort } from './commands/record-effort.js';
import { ClassificationResolver, PortfolioRulesResolver } from './graphql/classification.resolver.js';
import { EffortEntryResolver } from './graphql/effort-entry.resolver.js';
import { EffortResolver } from './graphql/effort.resolver.js';
import { InitiativeEffortResolver } from './graphql/initiative-effort.resolver.js';
import { PortfolioEffortResolver } from './graphql/portfolio-effort.resolver.js';
import { ReclassificationResolver } from './graphql/reclassification.resolver.js';
import { EffortBooks } from './persistence/effort-books.js';
import { VerifyRollups } from './commands/verify-rollups.js';
import { WriteLedger } from './commands/write-ledger.js';
import { EffortRepository } from './persistence/effort.repository.js';
import { Deltas } from './queries/deltas.js';
import { EffortEntries } from './queries/effort-entries.js';
import { EffortLedger } from './queries/effort-ledger.js';
import { EffortSplits } from './queries/effort-splits.js';
import { EffortSums } from './queries/effort-sums.js';
import { EffortSurroundings } from './queries/effort-surroundings.js';

@Module({
  imports: [AuditModule, IdentityModule, InitiativesModule, PortfoliosModule],
  providers: [
    ...CLASSIFICATION_PROVIDERS,
    ClassificationResolver,
    DeleteEffort,
    Deltas,
    EffortBooks,
    EffortEntries,
    EffortEntryResolver,
    EffortLedger,
    EffortRepository,
    EffortResolver,
    EffortSplits,
    EffortSums,
    EffortSurroundings,
    ExtendLedger,
    FoldEffort,
    InitiativeEffortResolver,
    PortfolioEffortResolver,
    PortfolioRulesResolver,
    ReclassificationResolver,
    RecordEffort,
    VerifyRollups,
    WriteLedger,
  ],
  exports: [
    DeleteEffort,
    Deltas,
    EffortLedger,
    EffortSplits,
    ExtendLedger,
    FoldEffort,
    PublishRules,
    ReclassifyLater,
    RecordEffort,
    VerifyRollups,
  ],
})
export class EffortModule {}
