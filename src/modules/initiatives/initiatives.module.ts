import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ChangesModule } from '../changes/changes.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { CarryOutTemplateMigration } from './commands/carry-out-template-migration.js';
import { CreateInitiative } from './commands/create-initiative.js';
import { InitiativeFollowers } from './commands/initiative-followers.js';
import { InitiativeTrail } from './commands/initiative-trail.js';
import { MoveInitiative } from './commands/move-initiative.js';
import { TakeInInitiatives } from './commands/take-in-initiatives.js';
import { TakeStageMeasures } from './commands/take-stage-measures.js';
import { UpdateInitiative } from './commands/update-initiative.js';
import { WriteInitiativeChange } from './commands/write-initiative-change.js';
import { InitiativeAgingResolver, PortfolioAgingResolver } from './graphql/aging.resolver.js';
import { ActivityResolver, InitiativeActivityResolver } from './graphql/initiative-activity.resolver.js';
import { InitiativeSurroundingsResolver } from './graphql/initiative-surroundings.resolver.js';
import { InitiativeResolver } from './graphql/initiative.resolver.js';
import { PortfolioInitiativesResolver } from './graphql/portfolio-initiatives.resolver.js';
import { InitiativeIntakeRepository } from './persistence/initiative-intake.repository.js';
import { InitiativeMigrationRepository } from './persistence/initiative-migration.repository.js';
import { InitiativeRepository } from './persistence/initiative.repository.js';
import { AgingLevels } from './queries/aging-levels.js';
import { AgingScales } from './queries/aging-scales.js';
import { InitiativeCompanions } from './queries/initiative-companions.js';
import { InitiativeKeys } from './queries/initiative-keys.js';
import { InitiativeList } from './queries/initiative-list.js';
import { InitiativeSurroundings } from './queries/initiative-surroundings.js';
import { InitiativesByReference } from './queries/initiatives-by-reference.js';
import { InitiativeReads } from './queries/initiative-reads.js';
import { Initiatives } from './queries/initiatives.js';
import { PastAgings } from './queries/past-agings.js';
import { StageAgings } from './queries/stage-agings.js';
import { StageHistories } from './queries/stage-history.js';
import { StuckInitiatives } from './queries/stuck-initiatives.js';
import { TemplateHistories } from './queries/template-histories.js';
import { TimeInStage } from './queries/time-in-stage.js';

import { MoveAgain } from './commands/move-again.js';
import { MovingAgainResolver } from './graphql/moving-again.resolver.js';

@Module({
  imports: [AuditModule, ChangesModule, IdentityModule, PortfoliosModule, TemplatesModule],
  providers: [
    ActivityResolver,
    AgingLevels,
    AgingScales,
    CarryOutTemplateMigration,
    CreateInitiative,
    InitiativeActivityResolver,
    InitiativeAgingResolver,
    InitiativeCompanions,
    InitiativeFollowers,
    InitiativeSurroundingsResolver,
    InitiativeIntakeRepository,
    InitiativeKeys,
    InitiativeList,
    InitiativeMigrationRepository,
    InitiativeReads,
    InitiativeRepository,
    InitiativeResolver,
    Initiatives,
    InitiativesByReference,
    InitiativeSurroundings,
    InitiativeTrail,
    MoveAgain,
    MoveInitiative,
    MovingAgainResolver,
    PastAgings,
    PortfolioAgingResolver,
    PortfolioInitiativesResolver,
    StageAgings,
    StageHistories,
    StuckInitiatives,
    TakeInInitiatives,
    TakeStageMeasures,
    TemplateHistories,
    TimeInStage,
    UpdateInitiative,
    WriteInitiativeChange,
  ],
  exports: [
    InitiativeCompanions,
    AgingLevels,
    CarryOutTemplateMigration,
    CreateInitiative,
    InitiativeFollowers,
    InitiativeKeys,
    InitiativeReads,
    Initiatives,
    InitiativeTrail,
    MoveInitiative,
    StageAgings,
    StageHistories,
    StuckInitiatives,
    TakeInInitiatives,
    TakeStageMeasures,
    TemplateHistories,
  ],
})
export class InitiativesModule {}
