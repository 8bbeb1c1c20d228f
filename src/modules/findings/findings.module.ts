import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ChangesModule } from '../changes/changes.module.js';
import { ConversationModule } from '../conversation/conversation.module.js';
import { EffortModule } from '../effort/effort.module.js';
import { GatesModule } from '../gates/gates.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { SignalsModule } from '../signals/signals.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { FindingBook } from './commands/finding-book.js';
import { LookAtInitiatives } from './commands/look-at-initiatives.js';
import { LookAtPortfolios } from './commands/look-at-portfolios.js';
import { LookWhenAsked } from './commands/look-when-asked.js';
import { MarkChanges } from './commands/mark-changes.js';
import { MuteBook } from './commands/mute-book.js';
import { MuteFinding } from './commands/mute-finding.js';
import { UnmuteFinding } from './commands/unmute-finding.js';
import { FindingMuteResolver, FindingResolver } from './graphql/finding.resolver.js';
import { InitiativeFindingsResolver } from './graphql/initiative-findings.resolver.js';
import { PortfolioFindingsResolver } from './graphql/portfolio-findings.resolver.js';
import { FindingRepository } from './persistence/finding.repository.js';
import { InsightRepository } from './persistence/insight.repository.js';
import { FindingHistory } from './queries/finding-history.js';
import { FindingCounts } from './queries/finding-counts.js';
import { FindingList } from './queries/finding-list.js';
import { FindingMoments } from './queries/finding-moments.js';
import { FindingScenes } from './queries/finding-scenes.js';
import { DueInsights } from './queries/due-insights.js';
import { InitiativeCourses } from './queries/initiative-courses.js';
import { Insights } from './graphql/insights.js';
import { PortfolioScenes } from './queries/portfolio-scenes.js';
import { Verdicts } from './queries/verdicts.js';

@Module({
  imports: [
    AuditModule,
    ChangesModule,
    ConversationModule,
    EffortModule,
    GatesModule,
    IdentityModule,
    InitiativesModule,
    PortfoliosModule,
    SignalsModule,
    TemplatesModule,
  ],
  providers: [
    DueInsights,
    FindingBook,
    FindingHistory,
    FindingCounts,
    FindingList,
    FindingMoments,
    FindingMuteResolver,
    FindingRepository,
    FindingResolver,
    FindingScenes,
    InitiativeFindingsResolver,
    InitiativeCourses,
    InsightRepository,
    Insights,
    LookAtInitiatives,
    LookAtPortfolios,
    LookWhenAsked,
    MarkChanges,
    MuteBook,
    MuteFinding,
    PortfolioFindingsResolver,
    PortfolioScenes,
    UnmuteFinding,
    Verdicts,
  ],
  exports: [FindingCounts, FindingScenes, LookAtInitiatives, LookAtPortfolios, MarkChanges],
})
export class FindingsModule {}
