import { Module } from '@nestjs/common';
import { ChangesModule } from '../changes/changes.module.js';
import { EffortModule } from '../effort/effort.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { KpisModule } from '../kpis/kpis.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { SignalsModule } from '../signals/signals.module.js';
import { TicketsModule } from '../tickets/tickets.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { WaiversModule } from '../waivers/waivers.module.js';
import { CarryOutDecision } from './commands/carry-out-decision.js';
import { CastGateVote } from './commands/cast-gate-vote.js';
import { DecideGate } from './commands/decide-gate.js';
import { NoteOverdueReviews } from './commands/note-overdue-reviews.js';
import { RequestGateReview } from './commands/request-gate-review.js';
import { ReviewStuckPocs } from './commands/review-stuck-pocs.js';
import { CriterionAssessmentResolver, CriterionErrorResolver } from './graphql/assessment.resolver.js';
import { GateResolver } from './graphql/gate.resolver.js';
import { InitiativeGateResolver, StandingGateResolver } from './graphql/initiative-gate.resolver.js';
import {
  GateDecisionEdgesResolver,
  GateReviewEdgesResolver,
  GateVoteEdgesResolver,
} from './graphql/review-edges.resolver.js';
import { PortfolioReviewsResolver } from './graphql/portfolio-reviews.resolver.js';
import { ReviewClockResolver } from './graphql/review-clock.resolver.js';
import { GateRepository } from './persistence/gate.repository.js';
import { GateDecisions } from './queries/gate-decisions.js';
import { GateHearing } from './queries/gate-hearing.js';
import { GateReadinessQuery } from './queries/gate-readiness.js';
import { GateReviews } from './queries/gate-reviews.js';
import { GateSurroundings } from './queries/gate-surroundings.js';
import { ReviewList } from './queries/review-list.js';
import { GatesInForce } from './queries/gates-in-force.js';
import { InitiativeFrames } from './queries/initiative-frames.js';
import { StandingFacts } from './queries/standing-facts.js';
import { StandingReadiness } from './queries/standing-readiness.js';
import { InitiativeFactsQuery } from './queries/initiative-facts.js';
import { OverdueReviews } from './queries/overdue-reviews.js';
import { ReviewTables } from './queries/review-table.js';
import { StuckPocs } from './queries/stuck-pocs.js';
import { WorkFacts } from './queries/work-facts.js';

import { BreachCondition } from './commands/breach-condition.js';
import { BreachConditions } from './commands/breach-conditions.js';
import { CancelGateReview } from './commands/cancel-gate-review.js';
import { CloseGateCondition } from './commands/close-gate-condition.js';
import { GateConditionResolver, GateDecisionConditionsResolver } from './graphql/condition.resolver.js';
import { CriterionChanges } from './queries/criterion-changes.js';
import { FactsOfSignals } from './queries/facts-of-signals.js';
import { GateConcessions } from './queries/gate-concessions.js';
import { GateConditions } from './queries/gate-conditions.js';
import { GatePreview } from './queries/gate-preview.js';
import { GateScenes } from './queries/gate-scenes.js';

@Module({
  imports: [
    ChangesModule,
    EffortModule,
    EvidenceModule,
    IdentityModule,
    InitiativesModule,
    KpisModule,
    PortfoliosModule,
    SignalsModule,
    TemplatesModule,
    TicketsModule,
    WaiversModule,
  ],
  providers: [
    BreachCondition,
    BreachConditions,
    CancelGateReview,
    CloseGateCondition,
    GateConditionResolver,
    GateConcessions,
    GateConditions,
    GateDecisionConditionsResolver,
    GatePreview,
    GateScenes,
    CarryOutDecision,
    CastGateVote,
    CriterionAssessmentResolver,
    CriterionChanges,
    CriterionErrorResolver,
    DecideGate,
    FactsOfSignals,
    GateDecisionEdgesResolver,
    GateDecisions,
    GateHearing,
    GateReadinessQuery,
    GateRepository,
    GateResolver,
    GateReviewEdgesResolver,
    GateReviews,
    GatesInForce,
    GateSurroundings,
    GateVoteEdgesResolver,
    InitiativeFactsQuery,
    InitiativeFrames,
    InitiativeGateResolver,
    NoteOverdueReviews,
    OverdueReviews,
    PortfolioReviewsResolver,
    RequestGateReview,
    ReviewList,
    ReviewStuckPocs,
    ReviewClockResolver,
    ReviewTables,
    StandingFacts,
    StandingGateResolver,
    StandingReadiness,
    StuckPocs,
    WorkFacts,
  ],
  exports: [
    BreachConditions,
    CastGateVote,
    CriterionChanges,
    DecideGate,
    GateReviews,
    InitiativeFactsQuery,
    NoteOverdueReviews,
    RequestGateReview,
    ReviewStuckPocs,
  ],
})
export class GatesModule {}
