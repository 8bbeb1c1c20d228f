import { PortfolioInsightEntity } from './modules/findings/persistence/portfolio-insight.entity.js';
import { InitiativeInsightEntity } from './modules/findings/persistence/initiative-insight.entity.js';
import { FindingMuteEntity } from './modules/findings/persistence/finding-mute.entity.js';
import { FindingEntity } from './modules/findings/persistence/finding.entity.js';
import { InitiativeChangeEntity } from './modules/changes/persistence/initiative-change.entity.js';
import { PendingMarkEntity } from './modules/changes/persistence/pending-mark.entity.js';
import { ChangeFeedEntity } from './modules/changes/persistence/change-feed.entity.js';
import { AuditChainEntity } from './modules/audit/persistence/audit-chain.entity.js';
import { AuditEventEntity } from './modules/audit/persistence/audit-event.entity.js';
import { ClassificationRuleEntity } from './modules/effort/persistence/classification-rule.entity.js';
import { ClassificationRulesEntity } from './modules/effort/persistence/classification-rules.entity.js';
import { CommentMentionEntity } from './modules/conversation/persistence/comment-mention.entity.js';
import { CommentTextEntity } from './modules/conversation/persistence/comment-text.entity.js';
import { CommentEntity } from './modules/conversation/persistence/comment.entity.js';
import { StatusUpdateEntity } from './modules/conversation/persistence/status-update.entity.js';
import { EffortDayEntity } from './modules/effort/persistence/effort-day.entity.js';
import { EffortDeltaEntity } from './modules/effort/persistence/effort-delta.entity.js';
import { EffortEntryEntity } from './modules/effort/persistence/effort-entry.entity.js';
import { EffortReclassificationEntity } from './modules/effort/persistence/effort-reclassification.entity.js';
import { EffortPeriodClosingEntity } from './modules/effort/persistence/effort-period-closing.entity.js';
import { LateEffortEntity } from './modules/effort/persistence/late-effort.entity.js';
import { EvidenceExpiryEntity } from './modules/evidence/persistence/evidence-expiry.entity.js';
import { EvidenceReviewEntity } from './modules/evidence/persistence/evidence-review.entity.js';
import { EvidenceEntity } from './modules/evidence/persistence/evidence.entity.js';
import { GateConditionEntity } from './modules/gates/persistence/gate-condition.entity.js';
import { GateDecisionEntity } from './modules/gates/persistence/gate-decision.entity.js';
import { GateReviewEntity } from './modules/gates/persistence/gate-review.entity.js';
import { GateVoteEntity } from './modules/gates/persistence/gate-vote.entity.js';
import { OverdueReviewEntity } from './modules/gates/persistence/overdue-review.entity.js';
import { ApiTokenEntity } from './modules/identity/persistence/api-token.entity.js';
import { AppUserEntity } from './modules/identity/persistence/app-user.entity.js';
import { InitiativeRevisionEntity } from './modules/initiatives/persistence/initiative-revision.entity.js';
import { InitiativeEntity } from './modules/initiatives/persistence/initiative.entity.js';
import { StageExitCountEntity } from './modules/initiatives/persistence/stage-exit-count.entity.js';
import { StageMeasureEntity } from './modules/initiatives/persistence/stage-measure.entity.js';
import { StageTotalEntity } from './modules/initiatives/persistence/stage-total.entity.js';
import { StageVisitEntity } from './modules/initiatives/persistence/stage-visit.entity.js';
import { StatusChangeEntity } from './modules/initiatives/persistence/status-change.entity.js';
import { TemplateMigrationEntity } from './modules/initiatives/persistence/template-migration.entity.js';
import { KpiDefinitionEntity } from './modules/kpis/persistence/kpi-definition.entity.js';
import { KpiMeasurementEntity } from './modules/kpis/persistence/kpi-measurement.entity.js';
import { KpiEntity } from './modules/kpis/persistence/kpi.entity.js';
import { AllocationCategoryEntity } from './modules/portfolios/persistence/allocation-category.entity.js';
import { AllocationSchemeEntity } from './modules/portfolios/persistence/allocation-scheme.entity.js';
import { EffortIdentityEntity } from './modules/effort/persistence/effort-identity.entity.js';
import { EffortRollupEntity } from './modules/effort/persistence/effort-rollup.entity.js';
import { EffortCategoryEntity } from './modules/portfolios/persistence/effort-category.entity.js';
import { PortfolioMemberEntity } from './modules/portfolios/persistence/portfolio-member.entity.js';
import { SignatureFailureEntity } from './modules/connections/persistence/signature-failure.entity.js';
import { IntegrationConnectionEntity } from './modules/connections/persistence/integration-connection.entity.js';
import { InboundDeliveryEntity } from './modules/deliveries/persistence/inbound-delivery.entity.js';
import { BasisChangeEntity } from './modules/tickets/persistence/basis-change.entity.js';
import { CarriedEffortEntity } from './modules/tickets/persistence/carried-effort.entity.js';
import { CounterReadingEntity } from './modules/tickets/persistence/counter-reading.entity.js';
import { TicketCriterionEntity } from './modules/tickets/persistence/ticket-criterion.entity.js';
import { TicketEffortEntity } from './modules/tickets/persistence/ticket-effort.entity.js';
import { TicketLinkEntity } from './modules/tickets/persistence/ticket-link.entity.js';
import { TicketStateEntity } from './modules/tickets/persistence/ticket-state.entity.js';
import { TicketEntity } from './modules/tickets/persistence/ticket.entity.js';
import { WorklogEntity } from './modules/tickets/persistence/worklog.entity.js';
import { EvidenceWithdrawalEntity } from './modules/evidence/persistence/evidence-withdrawal.entity.js';
import { PullRunEntity } from './modules/pulls/persistence/pull-run.entity.js';
import { SyncCursorEntity } from './modules/pulls/persistence/sync-cursor.entity.js';
import { RefetchWishEntity } from './modules/tickets/persistence/refetch-wish.entity.js';
import { PortfolioEntity } from './modules/portfolios/persistence/portfolio.entity.js';
import { PortfolioDayEntity } from './modules/schedule/persistence/portfolio-day.entity.js';
import { BenefitsReviewEntity } from './modules/benefits/persistence/benefits-review.entity.js';
import { WebSessionEntity } from './modules/sessions/persistence/web-session.entity.js';
import { SignalReadingEntity } from './modules/signals/persistence/signal-reading.entity.js';
import { SignalSourceEntity } from './modules/signals/persistence/signal-source.entity.js';
import { TemplateStageEntity } from './modules/templates/persistence/template-stage.entity.js';
import { WorkflowTemplateEntity } from './modules/templates/persistence/workflow-template.entity.js';
import { WaiverEntity } from './modules/waivers/persistence/waiver.entity.js';
import { OutboundEventEntity } from './modules/webhooks/persistence/outbound-event.entity.js';
import { WebhookAttemptEntity } from './modules/webhooks/persistence/webhook-attempt.entity.js';
import { WebhookEndpointEntity } from './modules/webhooks/persistence/webhook-endpoint.entity.js';
import { WebhookMessageEntity } from './modules/webhooks/persistence/webhook-message.entity.js';
import { PersistedDocumentEntity } from './modules/web/persistence/persisted-document.entity.js';
import { IdempotencyKeyEntity } from './platform/idempotency/idempotency-key.entity.js';

/** Every table of the product, for the data source and the test of drift. */
export const ENTITIES = [
  IdempotencyKeyEntity,
  PersistedDocumentEntity,
  AuditChainEntity,
  AuditEventEntity,
  ClassificationRuleEntity,
  ClassificationRulesEntity,
  CommentMentionEntity,
  CommentTextEntity,
  CommentEntity,
  StatusUpdateEntity,
  EffortDayEntity,
  EffortDeltaEntity,
  EffortEntryEntity,
  EffortIdentityEntity,
  EffortRollupEntity,
  EffortReclassificationEntity,
  EffortPeriodClosingEntity,
  LateEffortEntity,
  EvidenceExpiryEntity,
  EvidenceReviewEntity,
  EvidenceWithdrawalEntity,
  EvidenceEntity,
  GateConditionEntity,
  GateDecisionEntity,
  GateReviewEntity,
  GateVoteEntity,
  OverdueReviewEntity,
  ApiTokenEntity,
  AppUserEntity,
  InitiativeRevisionEntity,
  InitiativeEntity,
  StageExitCountEntity,
  StageMeasureEntity,
  StageTotalEntity,
  StageVisitEntity,
  StatusChangeEntity,
  TemplateMigrationEntity,
  InboundDeliveryEntity,
  IntegrationConnectionEntity,
  KpiDefinitionEntity,
  KpiMeasurementEntity,
  KpiEntity,
  AllocationCategoryEntity,
  AllocationSchemeEntity,
  EffortCategoryEntity,
  PortfolioMemberEntity,
  PortfolioEntity,
  PortfolioDayEntity,
  PullRunEntity,
  SyncCursorEntity,
  RefetchWishEntity,
  SignatureFailureEntity,
  BasisChangeEntity,
  CarriedEffortEntity,
  CounterReadingEntity,
  TicketCriterionEntity,
  TicketEffortEntity,
  TicketLinkEntity,
  TicketStateEntity,
  TicketEntity,
  WorklogEntity,
  TemplateStageEntity,
  WorkflowTemplateEntity,
  BenefitsReviewEntity,
  WebSessionEntity,
  SignalReadingEntity,
  SignalSourceEntity,
  WaiverEntity,
  OutboundEventEntity,
  WebhookAttemptEntity,
  WebhookEndpointEntity,
  WebhookMessageEntity,
  ChangeFeedEntity,
  PendingMarkEntity,
  InitiativeChangeEntity,
  FindingEntity,
  FindingMuteEntity,
  InitiativeInsightEntity,
  PortfolioInsightEntity,
];
