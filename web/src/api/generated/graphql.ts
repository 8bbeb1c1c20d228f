/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How long an initiative has been in its stage, against all that left the stage before, or against the time box while fewer than ten did. */
export type AgingLevel =
  /** As long as p70 of them, or longer; while fewer than ten have left, past 70 % of the time box. */
  | 'AGING'
  /** No longer than usual. */
  | 'FRESH'
  /** Longer than p85 of them and than the time box; while fewer than ten have left, past the time box. */
  | 'STUCK'
  /** As long as p50 of those that left the stage, or longer. */
  | 'WATCH'
  /** STUCK, ACTIVE, and without any evidence, effort, measurement or update for 30 days. */
  | 'ZOMBIE';

/** An API token to be made. */
export type ApiTokenCreateInput = {
  /** The last day it is good for, at most 366 days ahead; 365 days where none is stated. */
  expiresOn?: string | null | undefined;
  /** What it is for, 1 to 200 characters. */
  name: string;
  /** Whose token it is: oneself, or for an instance admin anybody. */
  userId: string;
};

/** A rule: work that meets every condition stated is of this category, tickets like it belong to this initiative, or both. It states at least one condition and at least one of the two. */
export type ClassificationRuleInput = {
  /** The category that effort like this is of. */
  categoryKey?: string | null | undefined;
  /** Is on any of these components, in whichever case; at most 100. Empty: no condition. */
  components?: Array<string> | null | undefined;
  /** Came in by this connection. */
  connectionId?: string | null | undefined;
  /** The criterion of that initiative, of kind TICKETS_DONE, that tickets like this are to be done for. */
  criterionKey?: string | null | undefined;
  /** The initiative that tickets like this belong to, by key. It links tickets; effort stays on the initiative it was sent for, and a rule without a category classifies nothing. */
  initiativeKey?: string | null | undefined;
  /** Has any of these labels, in whichever case; at most 100 of 1 to 200 characters. Empty: no condition. */
  labels?: Array<string> | null | undefined;
  /** What people call it, 1 to 200 characters; unique among the rules. */
  name: string;
  /** Its ticket is in any of these projects, in whichever case; at most 100. Empty: no condition. */
  projectKeys?: Array<string> | null | undefined;
  /** Its ticket is of any of these types, in whichever case; at most 100. Empty: no condition. */
  ticketTypes?: Array<string> | null | undefined;
};

/** Rules that give effort its category. They take the place of all that were in force. */
export type ClassificationRulesPublishInput = {
  /** Show their effect from this day through today; null: of the last whole quarter. */
  dryRunFrom?: string | null | undefined;
  /** The rules, at most 200, in the order of their rank: the first match wins. */
  rules: Array<ClassificationRuleInput>;
};

/** How a connection is doing. */
export type ConnectionStatus =
  /** The tool could not be read when it was asked last: the message says why. */
  | 'ASKING_FAILS'
  /** Deliveries failed or could not be read within the last seven days: look at their reasons and replay them. */
  | 'FAILING'
  /** A delivery has been waiting for five minutes or longer. */
  | 'LAGGING'
  /** Nothing was ever received. */
  | 'NEVER_HEARD'
  /** It works. */
  | 'OK'
  /** Somebody paused it. */
  | 'PAUSED'
  /** Its secrets were sealed with another key of the vault: put that one back, or enter them anew. */
  | 'SECRET_UNREADABLE'
  /** Five or more deliveries failed their signature within ten minutes; perhaps the secret was rotated. */
  | 'SIGNATURES_FAIL'
  /** Nothing was received for seven days although something was before. */
  | 'SILENT';

/** One thing a gate asks for. */
export type CriterionDefinitionInput = {
  /** An example of good evidence, 1 to 4,000 characters. */
  example?: string | null | undefined;
  /** What is expected, in plain words, 1 to 4,000 characters. */
  guidance: string;
  /** Its key, unique over the whole template: 1 to 40 small letters, digits and hyphens, beginning with a letter. */
  key: string;
  /** What it looks at. */
  kind: CriterionKind;
  /** What people call it, 1 to 200 characters. */
  name: string;
  /** The risk tiers it is asked of, at least one; without it, all of them. */
  riskTiers?: Array<RiskTier> | null | undefined;
  /** Thresholds of the kind: KPI_CONTRACT requireBaseline (true), KPI_ATTAINMENT maxAgeDays (30) and minSample, UX_REVIEW minParticipants (1), EFFORT_SHARE category, minPercent and windowDays (90). Other kinds take none. */
  settings?: unknown;
  /** For how many days evidence holds after the day it took effect, 1 to 3650; without it, for good. */
  validForDays?: number | null | undefined;
  /** A veto cannot be covered by a condition of a CONDITIONAL_GO; only for a MUST_MEET criterion. */
  veto?: boolean | null | undefined;
  /** Whether it can hold an initiative up. */
  weight?: CriterionWeight | null | undefined;
};

/** What a criterion looks at when it is assessed. */
export type CriterionKind =
  /** An accepted plan for the people concerned, with a target and a date for adoption. */
  | 'CHANGE_PLAN'
  /** An accepted checklist with every item done. */
  | 'CHECKLIST'
  /** An accepted document. */
  | 'DOCUMENT'
  /** A share of effort in a category over a window, for instance PEOPLE_PROCESS >= 30 % of 90 days. */
  | 'EFFORT_SHARE'
  /** Reported by a machine: pass or fail, with a link. */
  | 'EXTERNAL_CHECK'
  /** Primary KPIs reach their target, guardrails hold, measurements are fresh. */
  | 'KPI_ATTAINMENT'
  /** A primary business KPI and a guardrail exist, with owner, source, baseline, target and date. */
  | 'KPI_CONTRACT'
  /** An accepted plan that watches every primary KPI and guardrail, and drift or quality, with thresholds. */
  | 'MONITORING_PLAN'
  /** An accepted statement of somebody who answers for it. */
  | 'SIGN_OFF'
  /** Every ticket linked to the criterion is done. */
  | 'TICKETS_DONE'
  /** An accepted UX review with enough participants and no critical finding unresolved. */
  | 'UX_REVIEW';

/** What one criterion says at one instant. */
export type CriterionStatus =
  /** It is met. */
  | 'MET'
  /** Nothing was submitted. */
  | 'MISSING'
  /** It is asked of another risk tier. */
  | 'NOT_APPLICABLE'
  /** What is there is not good enough. */
  | 'NOT_MET'
  /** It was met, and its evidence ran out. */
  | 'STALE'
  /** Evidence waits for its review. */
  | 'SUBMITTED'
  /** It is not met, and a waiver in force stands in for it. */
  | 'WAIVED';

/** Whether a criterion can hold an initiative up. */
export type CriterionWeight =
  /** It blocks the gate until it is met; nothing else makes up for it. */
  | 'MUST_MEET'
  /** It is shown to those who decide, and blocks nothing. */
  | 'SHOULD_MEET';

/** The exit of a stage. */
export type GateDefinitionInput = {
  /** What it asks for, in order: 1 to 40 criteria. */
  criteria: Array<CriterionDefinitionInput>;
  /** Its key, unique in the template: 1 to 40 small letters, digits and hyphens, beginning with a letter. */
  key: string;
  /** What people call it, 1 to 200 characters. */
  name: string;
  /** How many non-abstaining votes must be in before it can be decided, 1 to 20. */
  quorum?: number | null | undefined;
  /** How many times an initiative may be sent back at this gate, 0 to 20; without it, the usual 2. */
  recycleLimit?: number | null | undefined;
  /** Within how many days of its request a review should be decided, 1 to 365; without it, nobody counts. */
  slaDays?: number | null | undefined;
};

/** What can become of an initiative at a gate, from the boldest to the most cautious. */
export type GateOutcome =
  /** On to the next stage, with conditions that have an owner and a date. */
  | 'CONDITIONAL_GO'
  /** On to the next stage. */
  | 'GO'
  /** It waits. */
  | 'HOLD'
  /** It ends. */
  | 'KILL'
  /** Back to an earlier stage, or once more through this one. */
  | 'RECYCLE';

/** Where a review stands. */
export type GateReviewStatus =
  /** It was called off. */
  | 'CANCELLED'
  /** It was decided. */
  | 'DECIDED'
  /** Gatekeepers vote. */
  | 'OPEN';

/** How an initiative is doing. */
export type Health =
  /** It may miss its goal if nothing is done. */
  | 'AT_RISK'
  /** Nothing was measured that would tell; only computed, never told by a person. */
  | 'NO_DATA'
  /** It misses its goal as it stands. */
  | 'OFF_TRACK'
  /** Nothing speaks against its goal. */
  | 'ON_TRACK';

/** What became of what a ticketing tool sent. */
export type InboundDeliveryStatus =
  /** Something is other than before, or the tool is asked for what is so. */
  | 'APPLIED'
  /** All of it was known. */
  | 'DUPLICATE'
  /** It could not be applied at any attempt, or in time; it stays until somebody replays it. */
  | 'FAILED'
  /** Nothing of it concerns us, or what else was told of the same moment counts; the reason says so. */
  | 'IGNORED'
  /** It is authentic and cannot be read; somebody should look at it. */
  | 'QUARANTINED'
  /** It is to be applied: in a moment, at its next attempt, or once its connection is resumed. */
  | 'RECEIVED';

/** What waits for somebody. */
export type InboxKind =
  /** A comment that mentions you, until you reply in its thread or mark it as read. */
  | 'ANSWER_MENTION'
  /** A condition that its owner has to see done. */
  | 'CLOSE_CONDITION'
  /** An open review whose quorum is full: a gatekeeper can decide. */
  | 'DECIDE'
  /** A waiver that was requested. */
  | 'DECIDE_WAIVER'
  /** Evidence that was returned to its submitter. */
  | 'RESUBMIT_EVIDENCE'
  /** A review of what an initiative of yours has brought in production. */
  | 'REVIEW_BENEFITS'
  /** Evidence that is to be accepted or returned. */
  | 'REVIEW_EVIDENCE'
  /** Late entries of effort on an initiative, for periods that are closed. */
  | 'SETTLE_LATE_EFFORT'
  /** An open review in which a gatekeeper has not voted. */
  | 'VOTE';

/** A connection to a ticketing tool. */
export type IntegrationConnectionCreateInput = {
  /** What people call it, 1 to 100 characters, unique in the portfolio. */
  name: string;
  /** The portfolio. */
  portfolioKey: string;
  /** The secret of its hook, at least 16 characters: of AZURE_DEVOPS `user:password`, of GENERIC a `whsec_` key. Left out: one is made. */
  secret?: string | null | undefined;
  /** How it is used: effort (WORKLOGS, COUNTER or NONE), countOpeningBalance, statusCategories, pointsField, hoursField, ignoredUserIds, baseUrl, projects, userName; what is left out takes the default of the tool. */
  settings?: unknown;
  /** Which tool it is to. */
  tool: TicketTool;
};

/** The roles a user is to have in a portfolio. */
export type PortfolioMemberSetInput = {
  /** Exactly these roles; none at all ends the membership. */
  roles: Array<Role>;
  /** The user. */
  userId: string;
};

/** What a tool was asked for. */
export type PullKind =
  /** The past, from an instant on. */
  | 'BACKFILL'
  /** Every linked ticket, one by one: so deletions are seen that the tool lists nowhere. */
  | 'COMPARE'
  /** What has changed since it was asked last. */
  | 'RECONCILE';

/** How a run stands. */
export type PullStatus =
  /** It has read everything up to when it ended. */
  | 'DONE'
  /** It could not go on; the next run goes on from there. */
  | 'FAILED'
  /** It is under way. */
  | 'RUNNING';

/** How much harm an initiative could do if it went wrong. */
export type RiskTier =
  /** Much: it bears on rights, safety, health or money of people, and needs an independent review. */
  | 'HIGH'
  /** Some: people deal with it and must be told that they do. */
  | 'LIMITED'
  /** Hardly any: no decision about people rests on it. */
  | 'MINIMAL';

/** What a member of a portfolio may do. */
export type Role =
  /** Everything in the portfolio, its members and integrations included; it neither reviews evidence nor votes. */
  | 'ADMIN'
  /** Accepts or returns evidence (UX, risk, operations). */
  | 'EVIDENCE_REVIEWER'
  /** Votes and decides at gates; decides waivers. */
  | 'GATEKEEPER'
  /** A machine: records effort, measurements, signals, tickets and external checks. */
  | 'INTEGRATION'
  /** Publishes workflow templates, allocation schemes and classification rules. */
  | 'PROCESS_DESIGNER'
  /** Creates initiatives, submits evidence, requests reviews, closes conditions; records effort, closes its periods and settles what comes late. */
  | 'PROGRAM_MANAGER'
  /** Reads everything in the portfolio, comments. */
  | 'REVIEWER';

/** What kind of work a stage is, the same over all templates. */
export type StageCategory =
  /** The idea is described and examined; nothing is built yet. */
  | 'INTAKE'
  /** Real people work with it, in a limited setting. */
  | 'PILOT'
  /** A proof of concept shows whether it can work at all. */
  | 'POC'
  /** It is rolled out or runs in daily operation. */
  | 'PRODUCTION';

/** A stage of a workflow, with the gate at its exit. */
export type StageDefinitionInput = {
  /** What kind of work it is; categories never go backwards. */
  category: StageCategory;
  /** The gate at its exit: every stage has one but the last. */
  exitGate?: GateDefinitionInput | null | undefined;
  /** Its key, unique in the template: 1 to 40 small letters, digits and hyphens, beginning with a letter. */
  key: string;
  /** What people call it, 1 to 200 characters. */
  name: string;
  /** How many days an initiative should need here at most, 1 to 3650; without it, there is no limit. */
  timeBoxDays?: number | null | undefined;
  /** How many initiatives should be here at once at most, 1 to 1000; without it, there is no limit. */
  wipLimit?: number | null | undefined;
};

/** What a move to a newer version of its template does to an initiative. */
export type TemplateMigrationEffectKind =
  /** A criterion ahead is asked for otherwise, or what it says is another. */
  | 'CRITERION_CHANGED'
  /** A criterion ahead is not asked for any more. */
  | 'CRITERION_DROPPED'
  /** A gate ahead has another quorum, recycle limit or time for a review. */
  | 'GATE_CHANGED'
  /** A gate ahead asks for something new that is met by what is there, or is not asked of it. */
  | 'NEW_MET_CRITERION'
  /** A gate ahead asks for something new, or of another kind, that is not met by what is there. */
  | 'NEW_OPEN_CRITERION'
  /** The newer version asks the same of it. */
  | 'NO_CHANGE'
  /** Gatekeepers vote on it; it cannot move until that is decided or called off. */
  | 'OPEN_REVIEW'
  /** What was handed in for a criterion would count for none any more. */
  | 'ORPHANED_EVIDENCE'
  /** A stage it stands in or has ahead has another key, category, time box or limit. */
  | 'STAGE_CHANGED'
  /** The stage it stands in has no home in the newer version; it cannot move. */
  | 'STAGE_GONE'
  /** The stages ahead are others, or in another order. */
  | 'WAY_CHANGED';

/** A ticketing tool. */
export type TicketTool =
  /** Azure DevOps work items. */
  | 'AZURE_DEVOPS'
  /** Anything that sends the canonical event, signed by Standard Webhooks. */
  | 'GENERIC'
  /** GitHub issues. */
  | 'GITHUB'
  /** GitLab issues and tasks. */
  | 'GITLAB'
  /** Jira, Cloud or Data Center. */
  | 'JIRA'
  /** Linear. */
  | 'LINEAR';

/** A user to be made known to the instance. */
export type UserCreateInput = {
  /** The e-mail address; unique, whatever its case. */
  email: string;
  /** How it is called, 1 to 200 characters. */
  name: string;
};

/** Why a mutation was refused; for machines. */
export type UserErrorCode =
  /** There is one already. */
  | 'ALREADY_EXISTS'
  /** A condition cannot be set as it is stated. */
  | 'CONDITION_INVALID'
  /** A condition of an earlier decision is not closed yet. */
  | 'CONDITION_OPEN'
  /** A must-meet criterion is not met, waived, or covered by a condition. */
  | 'CRITERION_UNMET'
  /** A criterion marked as veto cannot be covered by a condition. */
  | 'CRITERION_VETO'
  /** The same identifier was used before with other values. */
  | 'IDEMPOTENCY_MISMATCH'
  /** An argument is at fault; `field` names it. */
  | 'INVALID'
  /** There is no such thing, or you may not know of it. */
  | 'NOT_FOUND'
  /** Another outcome has the votes. */
  | 'OUTCOME_NOT_SUPPORTED'
  /** More than 24 hours of one person on one day. */
  | 'OVER_CAPACITY'
  /** The initiative's owner and its sponsor neither vote nor decide. */
  | 'OWNER_CANNOT_VOTE'
  /** Fewer votes are in than the gate asks for. */
  | 'QUORUM_NOT_MET'
  /** The gate has sent the initiative back as often as it may. */
  | 'RECYCLE_LIMIT'
  /** Nobody reviews what is their own. */
  | 'SELF_REVIEW'
  /** Somebody else changed it first; read it again and look at what changed. */
  | 'STALE_VERSION'
  /** The targets of a scheme must add up to exactly 100 percent. */
  | 'TARGETS_NOT_100'
  /** A stage of the template can never be reached. */
  | 'TEMPLATE_UNREACHABLE_STAGE'
  /** A waiver of the criterion is pending or in force already. */
  | 'WAIVER_EXISTS'
  /** A waiver ends at most 90 days ahead. */
  | 'WAIVER_TOO_LONG'
  /** It is not in a state for this. */
  | 'WRONG_STATE';

/** Why nothing is sent to an endpoint. */
export type WebhookDisabledReason =
  /** Somebody disabled it. */
  | 'BY_HAND'
  /** Every attempt failed for five days. */
  | 'FAILING'
  /** The receiver answered 410 Gone. */
  | 'GONE';

/** An endpoint to be told of events of a portfolio. */
export type WebhookEndpointCreateInput = {
  /** What it is told of, at least one. */
  events: Array<WebhookEventType>;
  /** What the body of a message looks like. */
  format?: WebhookFormat | null | undefined;
  /** The portfolio, by key. */
  portfolioKey: string;
  /** Where messages are sent, at most 2,000 characters: https, and nothing inside of a network that is not allowed (TOLLGATE_ALLOWED_NETWORKS). */
  url: string;
};

/** What is to change of an endpoint; what is left out, or null, stays as it is. */
export type WebhookEndpointUpdateInput = {
  /** False: nothing is sent, and what happens meanwhile is not told later. True: what waited before is sent. */
  enabled?: boolean | null | undefined;
  /** What it is told of, at least one. */
  events?: Array<WebhookEventType> | null | undefined;
  /** What the body of a message looks like. */
  format?: WebhookFormat | null | undefined;
  /** Where messages are sent. */
  url?: string | null | undefined;
};

/** What an endpoint can be told of. */
export type WebhookEventType =
  /** A condition of a decision was not closed by its due date (`gate.condition.breached`). */
  | 'CONDITION_BREACHED'
  /** Criteria of the gate that an initiative stands before have another status than before (`exit_criterion.changed`). What changes by effort alone is told with the next event of the initiative that changes one. */
  | 'CRITERION_CHANGED'
  /** A period of effort was closed whose split is off target in a category (`effort.off_target`). */
  | 'EFFORT_OFF_TARGET'
  /** A rule found something about an initiative that it did not find before (`finding.raised`). */
  | 'FINDING_RAISED'
  /** A gate was decided (`gate.decision.recorded`). */
  | 'GATE_DECIDED'
  /** A review of a gate was requested (`gate.review.requested`). */
  | 'GATE_REVIEW_REQUESTED'
  /** An initiative was entered, by hand or by an import (`initiative.created`). */
  | 'INITIATIVE_CREATED'
  /** An initiative came to another stage: by a decision, an import, or a newer template version (`initiative.stage.changed`). */
  | 'STAGE_CHANGED';

/** What the body of a message looks like. */
export type WebhookFormat =
  /** CloudEvents 1.0 in structured mode, with the same id and data. */
  | 'CLOUD_EVENTS'
  /** Block Kit, for an incoming webhook of Slack. */
  | 'SLACK'
  /** Standard Webhooks: `type`, `timestamp` and `data`. */
  | 'STANDARD'
  /** An Adaptive Card, for a webhook of Teams Workflows. */
  | 'TEAMS';

/** What became of a message. */
export type WebhookMessageStatus =
  /** The receiver answered 200 to 299. */
  | 'DELIVERED'
  /** Eight attempts failed; it is kept for 30 days, and can be sent again. */
  | 'GIVEN_UP'
  /** It waits for its first or next attempt. */
  | 'PENDING';

/** A workflow to be published. */
export type WorkflowTemplatePublishInput = {
  /** Its key, the same for all versions: 1 to 40 small letters, digits and hyphens, beginning with a letter. */
  key: string;
  /** What people call it, 1 to 200 characters. */
  name: string;
  /** Its stages, in order: 2 to 30. */
  stages: Array<StageDefinitionInput>;
};

export type BoardQueryVariables = Exact<{
  portfolioKey: string;
}>;


export type BoardQuery = { portfolio: { name: string, initiatives: { totalCount: number, nodes: Array<{ id: string, key: string, name: string, health: Health, daysInStage: number, stage: { name: string } }> } } | null };

export type InboxQueryVariables = Exact<{ [key: string]: never; }>;


export type InboxQuery = { viewer: { inbox: { nodes: Array<{ id: string, kind: InboxKind, subjectId: string, reason: string, link: string, since: string, ageDays: number, dueOn: string | null, isOverdue: boolean, initiative: { key: string, name: string, portfolio: { key: string, name: string } } }>, pageInfo: { hasNextPage: boolean } } } };

export type InboxLineFragment = { id: string, kind: InboxKind, subjectId: string, reason: string, link: string, since: string, ageDays: number, dueOn: string | null, isOverdue: boolean, initiative: { key: string, name: string, portfolio: { key: string, name: string } } };

export type ReadMentionsMutationVariables = Exact<{
  ids: Array<string> | string;
}>;


export type ReadMentionsMutation = { mentionsRead: { read: number, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type IntegrationsQueryVariables = Exact<{
  portfolioKey: string;
}>;


export type IntegrationsQuery = { portfolio: { key: string, name: string, viewerRoles: Array<Role>, members: Array<{ roles: Array<Role>, user: { id: string, name: string } }>, integrationConnections: Array<{ id: string, name: string, tool: TicketTool, paused: boolean, webhookPath: string, lastDeliveryAt: string | null, lastReconcileAt: string | null, foundByReconcile: number, hasCredential: boolean, previousSecretUntil: string | null, version: number, settings: unknown, health: { status: ConnectionStatus, message: string, waiting: number, failed: number, quarantined: number } }> } | null };

export type ConnectionFragment = { id: string, name: string, tool: TicketTool, paused: boolean, webhookPath: string, lastDeliveryAt: string | null, lastReconcileAt: string | null, foundByReconcile: number, hasCredential: boolean, previousSecretUntil: string | null, version: number, settings: unknown, health: { status: ConnectionStatus, message: string, waiting: number, failed: number, quarantined: number } };

export type PullRunsQueryVariables = Exact<{
  id: string;
}>;


export type PullRunsQuery = { integrationConnection: { pullRuns: Array<{ id: string, kind: PullKind, status: PullStatus, startedAt: string, endedAt: string | null, changed: number, found: number, failure: string | null }> } | null };

export type CreateConnectionMutationVariables = Exact<{
  input: IntegrationConnectionCreateInput;
}>;


export type CreateConnectionMutation = { integrationConnectionCreate: { secret: string | null, connection: { id: string, name: string, webhookPath: string, tool: TicketTool } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type SetConnectionPausedMutationVariables = Exact<{
  id: string;
  paused: boolean;
}>;


export type SetConnectionPausedMutation = { integrationConnectionSetPaused: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type RotateConnectionSecretMutationVariables = Exact<{
  id: string;
}>;


export type RotateConnectionSecretMutation = { integrationConnectionRotateSecret: { secret: string | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type ReconcileConnectionMutationVariables = Exact<{
  id: string;
}>;


export type ReconcileConnectionMutation = { integrationConnectionReconcile: { run: { id: string } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type BackfillConnectionMutationVariables = Exact<{
  id: string;
  since: string;
}>;


export type BackfillConnectionMutation = { integrationConnectionBackfill: { run: { id: string } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type SetConnectionCredentialMutationVariables = Exact<{
  id: string;
  credential?: string | null | undefined;
}>;


export type SetConnectionCredentialMutation = { integrationConnectionSetCredential: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type DeliveriesQueryVariables = Exact<{
  connectionId: string;
  status?: InboundDeliveryStatus | null | undefined;
}>;


export type DeliveriesQuery = { inboundDeliveries: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ id: string, deliveryKey: string, eventName: string | null, status: InboundDeliveryStatus, reason: string | null, receivedAt: string, attempts: number, repetitions: number, isContentKept: boolean }> } };

export type ReplayDeliveryMutationVariables = Exact<{
  id: string;
}>;


export type ReplayDeliveryMutation = { inboundDeliveryReplay: { delivery: { id: string, status: InboundDeliveryStatus, reason: string | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type ReplayDeliveriesMutationVariables = Exact<{
  connectionId: string;
  since: string;
}>;


export type ReplayDeliveriesMutation = { inboundDeliveriesReplay: { count: number | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type RulesQueryVariables = Exact<{
  portfolioKey: string;
}>;


export type RulesQuery = { portfolio: { classificationRules: { version: number, publishedAt: string, publishedBy: { name: string }, rules: Array<{ name: string, categoryKey: string | null, initiativeKey: string | null, criterionKey: string | null, connectionId: string | null, labels: Array<string>, projectKeys: Array<string>, ticketTypes: Array<string>, components: Array<string> }> } | null, allocationScheme: { categories: Array<{ key: string, name: string }> }, integrationConnections: Array<{ id: string, name: string }> } | null };

export type PreviewRulesMutationVariables = Exact<{
  portfolioKey: string;
  input: ClassificationRulesPublishInput;
}>;


export type PreviewRulesMutation = { classificationRulesPreview: { version: number | null, changedEntries: number, closedEntries: number, isFinished: boolean, before: { shares: Array<{ percent: string | null, category: { key: string, name: string } }> } | null, after: { shares: Array<{ percent: string | null, category: { key: string, name: string } }> } | null, changes: Array<{ categoryKey: string | null, ruleName: string | null, entry: { id: string, workedOn: string, personDays: string, categoryKey: string | null, note: string | null, initiative: { key: string } } }>, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type RulesEffectFragment = { version: number | null, changedEntries: number, closedEntries: number, isFinished: boolean, before: { shares: Array<{ percent: string | null, category: { key: string, name: string } }> } | null, after: { shares: Array<{ percent: string | null, category: { key: string, name: string } }> } | null, changes: Array<{ categoryKey: string | null, ruleName: string | null, entry: { id: string, workedOn: string, personDays: string, categoryKey: string | null, note: string | null, initiative: { key: string } } }>, userErrors: Array<
    | { code: UserErrorCode, message: string, field: Array<string> | null }
    | { code: UserErrorCode, message: string, field: Array<string> | null }
    | { code: UserErrorCode, message: string, field: Array<string> | null }
  > };

export type PublishRulesMutationVariables = Exact<{
  portfolioKey: string;
  input: ClassificationRulesPublishInput;
}>;


export type PublishRulesMutation = { classificationRulesPublish: { version: number | null, changedEntries: number, isFinished: boolean, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type WebhookEndpointsQueryVariables = Exact<{
  portfolioKey: string;
}>;


export type WebhookEndpointsQuery = { webhookEndpoints: Array<{ id: string, url: string, format: WebhookFormat, events: Array<WebhookEventType>, enabled: boolean, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, failingSince: string | null, notice: string | null, pendingMessages: number, previousSecretUntil: string | null }> };

export type EndpointFragment = { id: string, url: string, format: WebhookFormat, events: Array<WebhookEventType>, enabled: boolean, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, failingSince: string | null, notice: string | null, pendingMessages: number, previousSecretUntil: string | null };

export type CreateEndpointMutationVariables = Exact<{
  input: WebhookEndpointCreateInput;
}>;


export type CreateEndpointMutation = { webhookEndpointCreate: { endpointId: string | null, secret: string | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type UpdateEndpointMutationVariables = Exact<{
  id: string;
  input: WebhookEndpointUpdateInput;
}>;


export type UpdateEndpointMutation = { webhookEndpointUpdate: { endpointId: string | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type RotateEndpointMutationVariables = Exact<{
  id: string;
}>;


export type RotateEndpointMutation = { webhookEndpointRotateSecret: { secret: string | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type PingEndpointMutationVariables = Exact<{
  id: string;
}>;


export type PingEndpointMutation = { webhookEndpointPing: { delivered: boolean | null, status: number | null, error: string | null, durationMs: number | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type WebhookMessagesQueryVariables = Exact<{
  id: string;
  status?: WebhookMessageStatus | null | undefined;
}>;


export type WebhookMessagesQuery = { webhookEndpoint: { messages: { nodes: Array<{ id: string, eventType: WebhookEventType, occurredAt: string, dueAt: string | null, failures: number, status: WebhookMessageStatus, attempts: { nodes: Array<{ attemptedAt: string, status: number | null, error: string | null, response: string | null }> } }> } } | null };

export type ResendMessageMutationVariables = Exact<{
  id: string;
}>;


export type ResendMessageMutation = { webhookMessageResend: { messageId: string | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type PeopleQueryVariables = Exact<{
  portfolioKey: string;
}>;


export type PeopleQuery = { viewer: { isInstanceAdmin: boolean, user: { id: string, name: string } }, portfolio: { name: string, viewerRoles: Array<Role>, members: Array<{ roles: Array<Role>, user: { id: string, name: string, email: string } }> } | null };

export type MembershipFragment = { roles: Array<Role>, user: { id: string, name: string, email: string } };

export type FindUsersQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type FindUsersQuery = { users: { totalCount: number, nodes: Array<{ id: string, name: string, email: string }> } };

export type SetMemberMutationVariables = Exact<{
  portfolioKey: string;
  input: PortfolioMemberSetInput;
}>;


export type SetMemberMutation = { portfolioMemberSet: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type CreateUserMutationVariables = Exact<{
  input: UserCreateInput;
}>;


export type CreateUserMutation = { userCreate: { user: { id: string, name: string, email: string } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type TokensQueryVariables = Exact<{
  userId?: string | null | undefined;
}>;


export type TokensQuery = { apiTokens: { nodes: Array<{ id: string, name: string, createdAt: string, expiresOn: string | null, revokedAt: string | null, createdBy: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean } } };

export type CreateTokenMutationVariables = Exact<{
  input: ApiTokenCreateInput;
}>;


export type CreateTokenMutation = { apiTokenCreate: { token: string | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type RevokeTokenMutationVariables = Exact<{
  id: string;
}>;


export type RevokeTokenMutation = { apiTokenRevoke: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type ReviewsQueryVariables = Exact<{
  portfolioKey: string;
}>;


export type ReviewsQuery = { portfolio: { name: string, scheduled: { totalCount: number, nodes: Array<{ id: string, dueOn: string | null, ageDays: number, isOverdue: boolean, votes: Array<{ outcome: GateOutcome | null, isGatekeeper: boolean }>, viewerCan: { decide: { allowed: boolean }, vote: { allowed: boolean } }, initiative: { key: string, name: string, stage: { name: string }, gate: { definition: { name: string, quorum: number }, readiness: { ready: boolean, metCount: number, mustMeetCount: number } } | null } }> }, ready: { totalCount: number, nodes: Array<{ id: string, key: string, name: string, daysInStage: number, agingLevel: AgingLevel, stage: { name: string }, gate: { definition: { name: string } } | null, viewerCan: { requestReview: { allowed: boolean, reason: string | null } } }> }, inDanger: { totalCount: number, nodes: Array<{ id: string, dueOn: string | null, ageDays: number, isOverdue: boolean, initiative: { key: string, name: string, gate: { readiness: { ready: boolean, metCount: number, mustMeetCount: number, assessments: Array<{ blocks: boolean, reason: string, status: CriterionStatus, criterion: { key: string, name: string } }>, openConditions: Array<{ id: string, text: string, dueOn: string }> }, definition: { name: string, quorum: number } } | null, stage: { name: string } }, votes: Array<{ outcome: GateOutcome | null, isGatekeeper: boolean }>, viewerCan: { decide: { allowed: boolean }, vote: { allowed: boolean } } }> } } | null };

export type ReviewLineFragment = { id: string, dueOn: string | null, ageDays: number, isOverdue: boolean, votes: Array<{ outcome: GateOutcome | null, isGatekeeper: boolean }>, viewerCan: { decide: { allowed: boolean }, vote: { allowed: boolean } }, initiative: { key: string, name: string, stage: { name: string }, gate: { definition: { name: string, quorum: number }, readiness: { ready: boolean, metCount: number, mustMeetCount: number } } | null } };

export type MeetingItemQueryVariables = Exact<{
  id: string;
}>;


export type MeetingItemQuery = { gateReview: { id: string, status: GateReviewStatus, dueOn: string | null, isOverdue: boolean, ageDays: number, note: string | null, requestedBy: { name: string }, votes: Array<{ outcome: GateOutcome | null, comment: string | null, isGatekeeper: boolean, voter: { id: string, name: string } }>, viewerCan: { decide: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, vote: { allowed: boolean, reason: string | null } }, initiative: { key: string, name: string, problem: string, daysInStage: number, health: Health, healthReason: string, owner: { name: string }, stage: { name: string }, gate: { definition: { name: string, quorum: number }, readiness: { ready: boolean, metCount: number, mustMeetCount: number, assessments: Array<{ blocks: boolean, status: CriterionStatus, reason: string, criterion: { key: string, name: string, kind: CriterionKind, weight: CriterionWeight } }>, openConditions: Array<{ id: string, text: string, dueOn: string, owner: { name: string } }> } } | null } } | null };

export type TemplatesQueryVariables = Exact<{ [key: string]: never; }>;


export type TemplatesQuery = { viewer: { isInstanceAdmin: boolean }, portfolios: Array<{ key: string, name: string, viewerRoles: Array<Role>, template: { key: string, name: string, version: number, publishedAt: string, stages: Array<{ key: string }> } }> };

export type TemplateQueryVariables = Exact<{
  key: string;
  version?: number | null | undefined;
}>;


export type TemplateQuery = { viewer: { isInstanceAdmin: boolean }, portfolios: Array<{ key: string, viewerRoles: Array<Role>, template: { key: string } }>, newest: { version: number } | null, workflowTemplate: { key: string, name: string, version: number, publishedAt: string, stages: Array<{ key: string, name: string, category: StageCategory, position: number, timeBoxDays: number | null, wipLimit: number | null, exitGate: { key: string, name: string, quorum: number, recycleLimit: number | null, slaDays: number | null, criteria: Array<{ key: string, name: string, kind: CriterionKind, weight: CriterionWeight, veto: boolean, guidance: string, example: string | null, validForDays: number | null, riskTiers: Array<RiskTier> | null, settings: unknown }> } | null }> } | null };

export type TemplateVersionFragment = { key: string, name: string, version: number, publishedAt: string, stages: Array<{ key: string, name: string, category: StageCategory, position: number, timeBoxDays: number | null, wipLimit: number | null, exitGate: { key: string, name: string, quorum: number, recycleLimit: number | null, slaDays: number | null, criteria: Array<{ key: string, name: string, kind: CriterionKind, weight: CriterionWeight, veto: boolean, guidance: string, example: string | null, validForDays: number | null, riskTiers: Array<RiskTier> | null, settings: unknown }> } | null }> };

export type PublishTemplateMutationVariables = Exact<{
  input: WorkflowTemplatePublishInput;
}>;


export type PublishTemplateMutation = { workflowTemplatePublish: { template: { key: string, version: number } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type MigrationEffectsQueryVariables = Exact<{
  portfolioKey: string;
  templateKey: string;
}>;


export type MigrationEffectsQuery = { templateMigrationPreview: { totalCount: number, nodes: Array<{ canMove: boolean, fromVersion: number, initiative: { key: string, name: string }, effects: Array<{ kind: TemplateMigrationEffectKind, blocks: boolean, message: string }> }> } };

export type FindInitiativesQueryVariables = Exact<{
  portfolioKey: string;
  search?: string | null | undefined;
}>;


export type FindInitiativesQuery = { portfolio: { initiatives: { nodes: Array<{ id: string, key: string, name: string, stage: { name: string } }> } } | null };

export type MyPortfoliosQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPortfoliosQuery = { viewer: { isInstanceAdmin: boolean, user: { id: string, name: string }, inbox: { nodes: Array<{ id: string }>, pageInfo: { hasNextPage: boolean } } }, portfolios: Array<{ key: string, name: string, timeZone: string }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const InboxLineFragmentDoc = new TypedDocumentString(`
    fragment InboxLine on InboxItem {
  id
  kind
  subjectId
  reason
  link
  since
  ageDays
  dueOn
  isOverdue
  initiative {
    key
    name
    portfolio {
      key
      name
    }
  }
}
    `, {"fragmentName":"InboxLine"}) as unknown as TypedDocumentString<InboxLineFragment, unknown>;
export const ConnectionFragmentDoc = new TypedDocumentString(`
    fragment Connection on IntegrationConnection {
  id
  name
  tool
  paused
  webhookPath
  lastDeliveryAt
  lastReconcileAt
  foundByReconcile
  hasCredential
  previousSecretUntil
  version
  settings
  health {
    status
    message
    waiting
    failed
    quarantined
  }
}
    `, {"fragmentName":"Connection"}) as unknown as TypedDocumentString<ConnectionFragment, unknown>;
export const RulesEffectFragmentDoc = new TypedDocumentString(`
    fragment RulesEffect on ClassificationRulesPayload {
  version
  changedEntries
  closedEntries
  isFinished
  before {
    shares {
      category {
        key
        name
      }
      percent
    }
  }
  after {
    shares {
      category {
        key
        name
      }
      percent
    }
  }
  changes {
    categoryKey
    ruleName
    entry {
      id
      workedOn
      personDays
      categoryKey
      note
      initiative {
        key
      }
    }
  }
  userErrors {
    code
    message
    field
  }
}
    `, {"fragmentName":"RulesEffect"}) as unknown as TypedDocumentString<RulesEffectFragment, unknown>;
export const EndpointFragmentDoc = new TypedDocumentString(`
    fragment Endpoint on WebhookEndpoint {
  id
  url
  format
  events
  enabled
  disabledReason
  disabledAt
  failingSince
  notice
  pendingMessages
  previousSecretUntil
}
    `, {"fragmentName":"Endpoint"}) as unknown as TypedDocumentString<EndpointFragment, unknown>;
export const MembershipFragmentDoc = new TypedDocumentString(`
    fragment Membership on PortfolioMember {
  roles
  user {
    id
    name
    email
  }
}
    `, {"fragmentName":"Membership"}) as unknown as TypedDocumentString<MembershipFragment, unknown>;
export const ReviewLineFragmentDoc = new TypedDocumentString(`
    fragment ReviewLine on GateReview {
  id
  dueOn
  ageDays
  isOverdue
  votes {
    outcome
    isGatekeeper
  }
  viewerCan {
    decide {
      allowed
    }
    vote {
      allowed
    }
  }
  initiative {
    key
    name
    stage {
      name
    }
    gate {
      definition {
        name
        quorum
      }
      readiness {
        ready
        metCount
        mustMeetCount
      }
    }
  }
}
    `, {"fragmentName":"ReviewLine"}) as unknown as TypedDocumentString<ReviewLineFragment, unknown>;
export const TemplateVersionFragmentDoc = new TypedDocumentString(`
    fragment TemplateVersion on WorkflowTemplate {
  key
  name
  version
  publishedAt
  stages {
    key
    name
    category
    position
    timeBoxDays
    wipLimit
    exitGate {
      key
      name
      quorum
      recycleLimit
      slaDays
      criteria {
        key
        name
        kind
        weight
        veto
        guidance
        example
        validForDays
        riskTiers
        settings
      }
    }
  }
}
    `, {"fragmentName":"TemplateVersion"}) as unknown as TypedDocumentString<TemplateVersionFragment, unknown>;
export const BoardDocument = new TypedDocumentString(`
    query Board($portfolioKey: String!) {
  portfolio(key: $portfolioKey) {
    name
    initiatives(first: 100) {
      totalCount
      nodes {
        id
        key
        name
        health
        daysInStage
        stage {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BoardQuery, BoardQueryVariables>;
export const InboxDocument = new TypedDocumentString(`
    query Inbox {
  viewer {
    inbox(first: 100) {
      nodes {
        ...InboxLine
      }
      pageInfo {
        hasNextPage
      }
    }
  }
}
    fragment InboxLine on InboxItem {
  id
  kind
  subjectId
  reason
  link
  since
  ageDays
  dueOn
  isOverdue
  initiative {
    key
    name
    portfolio {
      key
      name
    }
  }
}`) as unknown as TypedDocumentString<InboxQuery, InboxQueryVariables>;
export const ReadMentionsDocument = new TypedDocumentString(`
    mutation ReadMentions($ids: [ID!]!) {
  mentionsRead(ids: $ids) {
    read
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ReadMentionsMutation, ReadMentionsMutationVariables>;
export const IntegrationsDocument = new TypedDocumentString(`
    query Integrations($portfolioKey: String!) {
  portfolio(key: $portfolioKey) {
    key
    name
    viewerRoles
    members {
      roles
      user {
        id
        name
      }
    }
    integrationConnections {
      ...Connection
    }
  }
}
    fragment Connection on IntegrationConnection {
  id
  name
  tool
  paused
  webhookPath
  lastDeliveryAt
  lastReconcileAt
  foundByReconcile
  hasCredential
  previousSecretUntil
  version
  settings
  health {
    status
    message
    waiting
    failed
    quarantined
  }
}`) as unknown as TypedDocumentString<IntegrationsQuery, IntegrationsQueryVariables>;
export const PullRunsDocument = new TypedDocumentString(`
    query PullRuns($id: ID!) {
  integrationConnection(id: $id) {
    pullRuns(first: 5) {
      id
      kind
      status
      startedAt
      endedAt
      changed
      found
      failure
    }
  }
}
    `) as unknown as TypedDocumentString<PullRunsQuery, PullRunsQueryVariables>;
export const CreateConnectionDocument = new TypedDocumentString(`
    mutation CreateConnection($input: IntegrationConnectionCreateInput!) {
  integrationConnectionCreate(input: $input) {
    secret
    connection {
      id
      name
      webhookPath
      tool
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreateConnectionMutation, CreateConnectionMutationVariables>;
export const SetConnectionPausedDocument = new TypedDocumentString(`
    mutation SetConnectionPaused($id: ID!, $paused: Boolean!) {
  integrationConnectionSetPaused(id: $id, paused: $paused) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetConnectionPausedMutation, SetConnectionPausedMutationVariables>;
export const RotateConnectionSecretDocument = new TypedDocumentString(`
    mutation RotateConnectionSecret($id: ID!) {
  integrationConnectionRotateSecret(id: $id) {
    secret
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RotateConnectionSecretMutation, RotateConnectionSecretMutationVariables>;
export const ReconcileConnectionDocument = new TypedDocumentString(`
    mutation ReconcileConnection($id: ID!) {
  integrationConnectionReconcile(id: $id) {
    run {
      id
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ReconcileConnectionMutation, ReconcileConnectionMutationVariables>;
export const BackfillConnectionDocument = new TypedDocumentString(`
    mutation BackfillConnection($id: ID!, $since: DateTime!) {
  integrationConnectionBackfill(id: $id, since: $since) {
    run {
      id
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<BackfillConnectionMutation, BackfillConnectionMutationVariables>;
export const SetConnectionCredentialDocument = new TypedDocumentString(`
    mutation SetConnectionCredential($id: ID!, $credential: String) {
  integrationConnectionSetCredential(id: $id, credential: $credential) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetConnectionCredentialMutation, SetConnectionCredentialMutationVariables>;
export const DeliveriesDocument = new TypedDocumentString(`
    query Deliveries($connectionId: ID!, $status: InboundDeliveryStatus) {
  inboundDeliveries(connectionId: $connectionId, status: $status, first: 50) {
    pageInfo {
      hasNextPage
    }
    nodes {
      id
      deliveryKey
      eventName
      status
      reason
      receivedAt
      attempts
      repetitions
      isContentKept
    }
  }
}
    `) as unknown as TypedDocumentString<DeliveriesQuery, DeliveriesQueryVariables>;
export const ReplayDeliveryDocument = new TypedDocumentString(`
    mutation ReplayDelivery($id: ID!) {
  inboundDeliveryReplay(id: $id) {
    delivery {
      id
      status
      reason
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayDeliveryMutation, ReplayDeliveryMutationVariables>;
export const ReplayDeliveriesDocument = new TypedDocumentString(`
    mutation ReplayDeliveries($connectionId: ID!, $since: DateTime!) {
  inboundDeliveriesReplay(connectionId: $connectionId, since: $since) {
    count
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayDeliveriesMutation, ReplayDeliveriesMutationVariables>;
export const RulesDocument = new TypedDocumentString(`
    query Rules($portfolioKey: String!) {
  portfolio(key: $portfolioKey) {
    classificationRules {
      version
      publishedAt
      publishedBy {
        name
      }
      rules {
        name
        categoryKey
        initiativeKey
        criterionKey
        connectionId
        labels
        projectKeys
        ticketTypes
        components
      }
    }
    allocationScheme {
      categories {
        key
        name
      }
    }
    integrationConnections {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<RulesQuery, RulesQueryVariables>;
export const PreviewRulesDocument = new TypedDocumentString(`
    mutation PreviewRules($portfolioKey: String!, $input: ClassificationRulesPublishInput!) {
  classificationRulesPreview(portfolioKey: $portfolioKey, input: $input) {
    ...RulesEffect
  }
}
    fragment RulesEffect on ClassificationRulesPayload {
  version
  changedEntries
  closedEntries
  isFinished
  before {
    shares {
      category {
        key
        name
      }
      percent
    }
  }
  after {
    shares {
      category {
        key
        name
      }
      percent
    }
  }
  changes {
    categoryKey
    ruleName
    entry {
      id
      workedOn
      personDays
      categoryKey
      note
      initiative {
        key
      }
    }
  }
  userErrors {
    code
    message
    field
  }
}`) as unknown as TypedDocumentString<PreviewRulesMutation, PreviewRulesMutationVariables>;
export const PublishRulesDocument = new TypedDocumentString(`
    mutation PublishRules($portfolioKey: String!, $input: ClassificationRulesPublishInput!) {
  classificationRulesPublish(portfolioKey: $portfolioKey, input: $input) {
    version
    changedEntries
    isFinished
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<PublishRulesMutation, PublishRulesMutationVariables>;
export const WebhookEndpointsDocument = new TypedDocumentString(`
    query WebhookEndpoints($portfolioKey: String!) {
  webhookEndpoints(portfolioKey: $portfolioKey) {
    ...Endpoint
  }
}
    fragment Endpoint on WebhookEndpoint {
  id
  url
  format
  events
  enabled
  disabledReason
  disabledAt
  failingSince
  notice
  pendingMessages
  previousSecretUntil
}`) as unknown as TypedDocumentString<WebhookEndpointsQuery, WebhookEndpointsQueryVariables>;
export const CreateEndpointDocument = new TypedDocumentString(`
    mutation CreateEndpoint($input: WebhookEndpointCreateInput!) {
  webhookEndpointCreate(input: $input) {
    endpointId
    secret
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreateEndpointMutation, CreateEndpointMutationVariables>;
export const UpdateEndpointDocument = new TypedDocumentString(`
    mutation UpdateEndpoint($id: ID!, $input: WebhookEndpointUpdateInput!) {
  webhookEndpointUpdate(id: $id, input: $input) {
    endpointId
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateEndpointMutation, UpdateEndpointMutationVariables>;
export const RotateEndpointDocument = new TypedDocumentString(`
    mutation RotateEndpoint($id: ID!) {
  webhookEndpointRotateSecret(id: $id) {
    secret
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RotateEndpointMutation, RotateEndpointMutationVariables>;
export const PingEndpointDocument = new TypedDocumentString(`
    mutation PingEndpoint($id: ID!) {
  webhookEndpointPing(id: $id) {
    delivered
    status
    error
    durationMs
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<PingEndpointMutation, PingEndpointMutationVariables>;
export const WebhookMessagesDocument = new TypedDocumentString(`
    query WebhookMessages($id: ID!, $status: WebhookMessageStatus) {
  webhookEndpoint(id: $id) {
    messages(first: 25, status: $status) {
      nodes {
        id
        eventType
        occurredAt
        dueAt
        failures
        status
        attempts(first: 1) {
          nodes {
            attemptedAt
            status
            error
            response
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebhookMessagesQuery, WebhookMessagesQueryVariables>;
export const ResendMessageDocument = new TypedDocumentString(`
    mutation ResendMessage($id: ID!) {
  webhookMessageResend(id: $id) {
    messageId
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ResendMessageMutation, ResendMessageMutationVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People($portfolioKey: String!) {
  viewer {
    isInstanceAdmin
    user {
      id
      name
    }
  }
  portfolio(key: $portfolioKey) {
    name
    viewerRoles
    members {
      ...Membership
    }
  }
}
    fragment Membership on PortfolioMember {
  roles
  user {
    id
    name
    email
  }
}`) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const FindUsersDocument = new TypedDocumentString(`
    query FindUsers($search: String) {
  users(first: 20, search: $search) {
    totalCount
    nodes {
      id
      name
      email
    }
  }
}
    `) as unknown as TypedDocumentString<FindUsersQuery, FindUsersQueryVariables>;
export const SetMemberDocument = new TypedDocumentString(`
    mutation SetMember($portfolioKey: String!, $input: PortfolioMemberSetInput!) {
  portfolioMemberSet(portfolioKey: $portfolioKey, input: $input) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetMemberMutation, SetMemberMutationVariables>;
export const CreateUserDocument = new TypedDocumentString(`
    mutation CreateUser($input: UserCreateInput!) {
  userCreate(input: $input) {
    user {
      id
      name
      email
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreateUserMutation, CreateUserMutationVariables>;
export const TokensDocument = new TypedDocumentString(`
    query Tokens($userId: ID) {
  apiTokens(first: 100, userId: $userId) {
    nodes {
      id
      name
      createdAt
      expiresOn
      revokedAt
      createdBy {
        id
        name
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<TokensQuery, TokensQueryVariables>;
export const CreateTokenDocument = new TypedDocumentString(`
    mutation CreateToken($input: ApiTokenCreateInput!) {
  apiTokenCreate(input: $input) {
    token
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreateTokenMutation, CreateTokenMutationVariables>;
export const RevokeTokenDocument = new TypedDocumentString(`
    mutation RevokeToken($id: ID!) {
  apiTokenRevoke(apiTokenId: $id) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeTokenMutation, RevokeTokenMutationVariables>;
export const ReviewsDocument = new TypedDocumentString(`
    query Reviews($portfolioKey: String!) {
  portfolio(key: $portfolioKey) {
    name
    scheduled: gateReviews(status: OPEN, first: 100) {
      totalCount
      nodes {
        ...ReviewLine
      }
    }
    ready: initiatives(
      first: 100
      filter: {statuses: [ACTIVE], readyForGate: true, hasOpenReview: false}
      orderBy: DAYS_IN_STAGE_DESC
    ) {
      totalCount
      nodes {
        id
        key
        name
        daysInStage
        agingLevel
        stage {
          name
        }
        gate {
          definition {
            name
          }
        }
        viewerCan {
          requestReview {
            allowed
            reason
          }
        }
      }
    }
    inDanger: gateReviews(inDanger: true, first: 50) {
      totalCount
      nodes {
        ...ReviewLine
        initiative {
          gate {
            readiness {
              assessments {
                blocks
                reason
                criterion {
                  key
                  name
                }
                status
              }
              openConditions {
                id
                text
                dueOn
              }
            }
          }
        }
      }
    }
  }
}
    fragment ReviewLine on GateReview {
  id
  dueOn
  ageDays
  isOverdue
  votes {
    outcome
    isGatekeeper
  }
  viewerCan {
    decide {
      allowed
    }
    vote {
      allowed
    }
  }
  initiative {
    key
    name
    stage {
      name
    }
    gate {
      definition {
        name
        quorum
      }
      readiness {
        ready
        metCount
        mustMeetCount
      }
    }
  }
}`) as unknown as TypedDocumentString<ReviewsQuery, ReviewsQueryVariables>;
export const MeetingItemDocument = new TypedDocumentString(`
    query MeetingItem($id: ID!) {
  gateReview(id: $id) {
    id
    status
    dueOn
    isOverdue
    ageDays
    note
    requestedBy {
      name
    }
    votes {
      outcome
      comment
      isGatekeeper
      voter {
        id
        name
      }
    }
    viewerCan {
      decide {
        allowed
        reason
        whoCan {
          id
          name
        }
      }
      vote {
        allowed
        reason
      }
    }
    initiative {
      key
      name
      problem
      daysInStage
      health
      healthReason
      owner {
        name
      }
      stage {
        name
      }
      gate {
        definition {
          name
          quorum
        }
        readiness {
          ready
          metCount
          mustMeetCount
          assessments {
            blocks
            status
            reason
            criterion {
              key
              name
              kind
              weight
            }
          }
          openConditions {
            id
            text
            dueOn
            owner {
              name
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingItemQuery, MeetingItemQueryVariables>;
export const TemplatesDocument = new TypedDocumentString(`
    query Templates {
  viewer {
    isInstanceAdmin
  }
  portfolios {
    key
    name
    viewerRoles
    template {
      key
      name
      version
      publishedAt
      stages {
        key
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TemplatesQuery, TemplatesQueryVariables>;
export const TemplateDocument = new TypedDocumentString(`
    query Template($key: String!, $version: Int) {
  viewer {
    isInstanceAdmin
  }
  portfolios {
    key
    viewerRoles
    template {
      key
    }
  }
  newest: workflowTemplate(key: $key) {
    version
  }
  workflowTemplate(key: $key, version: $version) {
    ...TemplateVersion
  }
}
    fragment TemplateVersion on WorkflowTemplate {
  key
  name
  version
  publishedAt
  stages {
    key
    name
    category
    position
    timeBoxDays
    wipLimit
    exitGate {
      key
      name
      quorum
      recycleLimit
      slaDays
      criteria {
        key
        name
        kind
        weight
        veto
        guidance
        example
        validForDays
        riskTiers
        settings
      }
    }
  }
}`) as unknown as TypedDocumentString<TemplateQuery, TemplateQueryVariables>;
export const PublishTemplateDocument = new TypedDocumentString(`
    mutation PublishTemplate($input: WorkflowTemplatePublishInput!) {
  workflowTemplatePublish(input: $input) {
    template {
      key
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<PublishTemplateMutation, PublishTemplateMutationVariables>;
export const MigrationEffectsDocument = new TypedDocumentString(`
    query MigrationEffects($portfolioKey: String!, $templateKey: String!) {
  templateMigrationPreview(
    portfolioKey: $portfolioKey
    templateKey: $templateKey
    first: 100
  ) {
    totalCount
    nodes {
      canMove
      fromVersion
      initiative {
        key
        name
      }
      effects {
        kind
        blocks
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MigrationEffectsQuery, MigrationEffectsQueryVariables>;
export const FindInitiativesDocument = new TypedDocumentString(`
    query FindInitiatives($portfolioKey: String!, $search: String) {
  portfolio(key: $portfolioKey) {
    initiatives(first: 8, filter: {search: $search}) {
      nodes {
        id
        key
        name
        stage {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FindInitiativesQuery, FindInitiativesQueryVariables>;
export const MyPortfoliosDocument = new TypedDocumentString(`
    query MyPortfolios {
  viewer {
    user {
      id
      name
    }
    isInstanceAdmin
    inbox(first: 50) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
      }
    }
  }
  portfolios {
    key
    name
    timeZone
  }
}
    `) as unknown as TypedDocumentString<MyPortfoliosQuery, MyPortfoliosQueryVariables>;