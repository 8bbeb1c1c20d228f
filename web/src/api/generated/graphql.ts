/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** People whose work changes. */
export type AffectedGroupInput = {
  /** What changes for them, 1 to 4,000 characters. */
  impact: string;
  /** Who they are, 1 to 200 characters. */
  name: string;
  /** How many they are, 0 or more. */
  people: number;
  /** How they are trained, 1 to 4,000 characters. */
  training: string;
};

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

/** How a share compares with its target; exact values are compared, not rounded ones. */
export type AllocationVerdict =
  /** Too little of the effort is categorised to tell: the coverage is below the scheme's floor. */
  | 'INSUFFICIENT_DATA'
  /** Above the target by more than the tolerance. */
  | 'OVER'
  /** Below the target by more than the tolerance. */
  | 'UNDER'
  /** No further from the target than the tolerance. */
  | 'WITHIN';

/** An API token to be made. */
export type ApiTokenCreateInput = {
  /** The last day it is good for, at most 366 days ahead; 365 days where none is stated. */
  expiresOn?: string | null | undefined;
  /** What it is for, 1 to 200 characters. */
  name: string;
  /** Whose token it is: oneself, or for an instance admin anybody. */
  userId: string;
};

/** What an initiative in production has brought. */
export type BenefitsOutcome =
  /** What was promised does not come. */
  | 'NOT_REALISED'
  /** Less comes than was promised, or later. */
  | 'OFF_COURSE'
  /** What was promised comes, or has come. */
  | 'ON_COURSE';

/** What an initiative has brought. */
export type BenefitsReviewCompleteInput = {
  /** Why, and what follows, 1 to 4,000 characters. */
  note: string;
  /** What it comes to. */
  outcome: BenefitsOutcome;
};

/** Where the category of an entry comes from. */
export type CategorySource =
  /** It is the initiative's default. */
  | 'DEFAULT'
  /** There is none: the entry is uncategorised, and lowers the coverage. */
  | 'NONE'
  /** A classification rule gave it; `ruleName` says which. */
  | 'RULE'
  /** The entry states it. */
  | 'STATED';

/** How the people concerned are taken along. */
export type ChangePlanInput = {
  /** By when. */
  adoptionTargetDate: string;
  /** How many of them are to use it, in percent, 0 to 100. */
  adoptionTargetPercent: string;
  /** Who answers for the change, 1 to 200 characters. */
  changeOwner: string;
  /** How they are told, 1 to 4,000 characters. */
  communications: string;
  /** The day it takes effect, at most 366 days ahead. */
  effectiveOn: string;
  /** Whose work changes, at most 200 groups. */
  groups: Array<AffectedGroupInput>;
  /** The plan in short, 1 to 4,000 characters. */
  summary: string;
  /** Whom they ask, 1 to 500 characters. */
  supportContact: string;
  /** The web address of the whole plan. */
  url?: string | null | undefined;
};

/** A list of things to be done. */
export type ChecklistInput = {
  /** The day it takes effect, at most 366 days ahead. */
  effectiveOn: string;
  /** Its items, at most 500. */
  items: Array<ChecklistItemInput>;
  /** What it is about, 1 to 4,000 characters. */
  summary: string;
};

/** One item of a checklist. */
export type ChecklistItemInput = {
  /** Whether it is done. */
  done: boolean;
  /** What is to be done, 1 to 500 characters. */
  label: string;
  /** What is to be known about it, 1 to 2,000 characters. */
  note?: string | null | undefined;
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

/** The next text of a comment. */
export type CommentEditInput = {
  /** The version of the text that was changed. */
  expectedVersion: number;
  /** What it is to say from now on, 1 to 10,000 characters, plain or Markdown; kept as typed. `@{user id}` or `@` before an e-mail address, outside of code, tells that person of the portfolio; at most 50 people. */
  text: string;
};

/** A comment, and what it is on: either an initiative or a review. */
export type CommentPostInput = {
  /** The initiative it is on. */
  initiativeId?: string | null | undefined;
  /** The comment it replies to, on the same initiative or review; a reply has no replies. */
  replyToId?: string | null | undefined;
  /** The gate review it is on. */
  reviewId?: string | null | undefined;
  /** What is said, 1 to 10,000 characters, plain or Markdown; kept as typed. `@{user id}` or `@` before an e-mail address, outside of code, tells that person of the portfolio; at most 50 people. */
  text: string;
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

/** A document that can be read elsewhere. */
export type DocumentInput = {
  /** The day it takes effect, at most 366 days ahead. */
  effectiveOn: string;
  /** What it says, 1 to 4,000 characters. */
  summary: string;
  /** Its web address. */
  url: string;
};

/** How an entry of effort came to be. */
export type EffortMethod =
  /** The difference of two readings of a running total. */
  | 'COUNTER'
  /** It was estimated afterwards. */
  | 'ESTIMATED'
  /** A person entered it here. */
  | 'MANUAL'
  /** A person logged it in a tool. */
  | 'WORKLOG';

/** Exactly one of these, of the criterion's kind. */
export type EvidenceInput =
  {   /** For a CHANGE_PLAN. */
  changePlan: ChangePlanInput; checklist?: never; document?: never; externalCheck?: never; monitoringPlan?: never; signOff?: never; uxReview?: never; }
  |  { changePlan?: never;   /** For a CHECKLIST. */
  checklist: ChecklistInput; document?: never; externalCheck?: never; monitoringPlan?: never; signOff?: never; uxReview?: never; }
  |  { changePlan?: never; checklist?: never;   /** For a DOCUMENT. */
  document: DocumentInput; externalCheck?: never; monitoringPlan?: never; signOff?: never; uxReview?: never; }
  |  { changePlan?: never; checklist?: never; document?: never;   /** For an EXTERNAL_CHECK; this one needs no review. */
  externalCheck: ExternalCheckInput; monitoringPlan?: never; signOff?: never; uxReview?: never; }
  |  { changePlan?: never; checklist?: never; document?: never; externalCheck?: never;   /** For a MONITORING_PLAN. */
  monitoringPlan: MonitoringPlanInput; signOff?: never; uxReview?: never; }
  |  { changePlan?: never; checklist?: never; document?: never; externalCheck?: never; monitoringPlan?: never;   /** For a SIGN_OFF. */
  signOff: SignOffInput; uxReview?: never; }
  |  { changePlan?: never; checklist?: never; document?: never; externalCheck?: never; monitoringPlan?: never; signOff?: never;   /** For a UX_REVIEW. */
  uxReview: UxReviewInput; };

/** What a reviewer makes of evidence. */
export type EvidenceReviewInput = {
  /** What the reviewer says, 1 to 4,000 characters; needed when it is returned. */
  comment?: string | null | undefined;
  /** Whether it is accepted or returned. */
  outcome: EvidenceReviewOutcome;
};

/** What a reviewer makes of evidence. */
export type EvidenceReviewOutcome =
  /** It is taken. */
  | 'ACCEPTED'
  /** It is given back; this needs a comment. */
  | 'RETURNED';

/** What became of a piece of evidence. */
export type EvidenceStatus =
  /** A reviewer took it; the newest accepted one counts. */
  | 'ACCEPTED'
  /** A reviewer gave it back, with a comment that says what is missing. */
  | 'RETURNED'
  /** It waits for its review; an external check stays so, and so does a ticket that is done, for they count without one. */
  | 'SUBMITTED'
  /** What it rested on is otherwise: a ticket was reopened, called off or unlinked. reviewComment says which. */
  | 'WITHDRAWN';

/** The result of a check that a machine made. */
export type ExternalCheckInput = {
  /** When it was made, not in the future; it takes effect on that day. */
  checkedAt: string;
  /** Its identifier at the machine, 1 to 200 characters: the same result again is the same evidence. */
  externalId: string;
  /** What was checked, 1 to 200 characters. */
  name: string;
  /** Whether it passed. */
  passed: boolean;
  /** The web address of the result. */
  url: string;
};

/** Which rule found it. */
export type FindingCode =
  /** A category of effort was outside of its tolerance two quarters in a row. */
  | 'ALLOCATION_OFF_TARGET'
  /** The baseline of a primary KPI was not measured before the pilot began. */
  | 'BASELINE_AFTER_PILOT'
  /** A condition of a gate that was passed was not closed by its due date. */
  | 'CONDITION_OVERDUE'
  /** Evidence of a gate that was passed, or that it stands at, runs out within 30 days. */
  | 'EVIDENCE_EXPIRING'
  /** Evidence of a gate that was passed, or that it stands at, ran out. */
  | 'EVIDENCE_STALE'
  /** A guardrail is beyond its limit. */
  | 'GUARDRAIL_BREACHED'
  /** Every primary KPI is of class MODEL. */
  | 'MODEL_METRIC_ONLY'
  /** There is a primary KPI and no guardrail. */
  | 'NO_GUARDRAIL'
  /** A primary KPI has had no measurement for 45 days, in category PILOT or later. */
  | 'NO_MEASUREMENT'
  /** A change plan is met, and nobody has worked on people and process for 60 days. */
  | 'PLAN_WITHOUT_EFFORT'
  /** It is stuck in a proof of concept. */
  | 'POC_TRAP'
  /** Three or more live initiatives of one business unit are chat assistants. */
  | 'POINT_SOLUTION'
  /** A primary KPI is better than its baseline while a guardrail is breached. */
  | 'PRIMARY_UP_GUARDRAIL_BREACHED'
  /** A model KPI was better at three measurements in a row, and no primary KPI is. */
  | 'PROXY_DIVERGENCE'
  /** Over 95 percent of the last 20 decisions of a gate were GO. */
  | 'RUBBER_STAMP'
  /** A signal of the monitoring plan is beyond its breach threshold, or silent for twice its cadence. */
  | 'SIGNAL_BREACHED'
  /** A target was made easier within 30 days before a review, or while it went on. */
  | 'TARGET_EASED'
  /** It stands in category PILOT or later without any accepted UX review. */
  | 'UX_TOO_LATE'
  /** Every primary KPI is of class USAGE. */
  | 'VANITY_METRIC'
  /** A waiver that a criterion rests on ends within 14 days. */
  | 'WAIVER_EXPIRING'
  /** More initiatives stand in a stage than may. */
  | 'WIP_EXCEEDED'
  /** It is stuck, and nobody has done anything for it for 30 days. */
  | 'ZOMBIE';

/** How much a finding matters. */
export type FindingLevel =
  /** Somebody has to act. */
  | 'CRITICAL'
  /** Good to know. */
  | 'INFO'
  /** Somebody has to look at it. */
  | 'WARNING';

/** Why a finding is not to be told for a while, and until when. */
export type FindingMuteInput = {
  /** Why, 1 to 4,000 characters. */
  reason: string;
  /** The last day it is not to be told on, in the portfolio's time zone: today at the earliest, 180 days ahead at the latest. */
  until: string;
};

/** How bad a finding of a UX review is. */
export type FindingSeverity =
  /** People cannot do what they came for; it blocks until it is resolved. */
  | 'CRITICAL'
  /** People do it with trouble. */
  | 'MAJOR'
  /** People notice it. */
  | 'MINOR';

/** How a condition was met. */
export type GateConditionCloseInput = {
  /** What was done, 1 to 4,000 characters. */
  note: string;
  /** Where it can be seen: a web address. */
  url?: string | null | undefined;
};

/** A condition of a CONDITIONAL_GO. */
export type GateConditionInput = {
  /** The criterion of the gate it covers, by its key; null for a condition that covers none. */
  criterionKey?: string | null | undefined;
  /** By when, after today in the portfolio's time zone. */
  dueOn: string;
  /** The user who answers for it. */
  ownerId: string;
  /** What is to be done, 1 to 4,000 characters. */
  text: string;
};

/** Where a condition stands. */
export type GateConditionStatus =
  /** It was still open on the day after its due date, and the initiative went on hold; it can be closed late. */
  | 'BREACHED'
  /** It was closed. */
  | 'CLOSED'
  /** It is to be closed by its due date. */
  | 'OPEN';

/** A decision at a gate. */
export type GateDecideInput = {
  /** For CONDITIONAL_GO, at most 50: each criterion that blocks needs one naming it. */
  conditions?: Array<GateConditionInput> | null | undefined;
  /** The initiative's version the decision was made on; another one is STALE_VERSION. */
  expectedVersion: number;
  /** What is decided; the votes must support it. */
  outcome: GateOutcome;
  /** Why, 1 to 4,000 characters. */
  rationale: string;
  /** Needed for RECYCLE: the key of an earlier stage, or of the same. */
  recycleToStageKey?: string | null | undefined;
};

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

/** What the gatekeepers are to know of a review. */
export type GateReviewRequestInput = {
  /** By when it is to be decided; today or later. */
  dueOn?: string | null | undefined;
  /** What to say to them, 1 to 4,000 characters. */
  note?: string | null | undefined;
};

/** Where a review stands. */
export type GateReviewStatus =
  /** It was called off. */
  | 'CANCELLED'
  /** It was decided. */
  | 'DECIDED'
  /** Gatekeepers vote. */
  | 'OPEN';

/** A vote; it takes the place of the one cast before. */
export type GateVoteCastInput = {
  /** Why, 1 to 4,000 characters. */
  comment?: string | null | undefined;
  /** What to vote for; null abstains. */
  outcome?: GateOutcome | null | undefined;
};

/** What was let go for now and has to be made up for. */
export type GovernanceDebtKind =
  /** A condition that was not closed in time, nor late. */
  | 'BREACHED_CONDITION'
  /** A waiver that is in force. */
  | 'LIVE_WAIVER'
  /** A condition of a CONDITIONAL_GO that is not closed. */
  | 'OPEN_CONDITION'
  /** A waiver that waits for a gatekeeper. */
  | 'PENDING_WAIVER';

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

/** An initiative to be entered. */
export type InitiativeCreateInput = {
  /** The part of the business it is for, 1 to 200 characters. */
  businessUnit?: string | null | undefined;
  /** The category of its effort where neither the sender nor a classification rule gives one. */
  defaultCategoryKey?: string | null | undefined;
  /** For idempotent creation from another system, 1 to 500 characters. */
  externalRef?: string | null | undefined;
  /** How far it is from today’s business. */
  investmentClass?: InvestmentClass | null | undefined;
  /** What it is called, 1 to 200 characters. */
  name: string;
  /** Who answers for it; default: the caller. */
  ownerId?: string | null | undefined;
  /** The portfolio it belongs to, by key. */
  portfolioKey: string;
  /** The business pain, in the words of those who have it, 1 to 10,000 characters. */
  problem: string;
  /** How much harm it could do. */
  riskTier?: RiskTier | null | undefined;
  /** What kind of solution is built. */
  solutionType?: SolutionType | null | undefined;
  /** Who pays for it. */
  sponsorId?: string | null | undefined;
  /** Default: the portfolio's template, newest version. */
  templateKey?: string | null | undefined;
  /** What value it is expected to bring. */
  valueThesis: ValueThesis;
};

/** Whether an initiative moves; where it stands is the stage. */
export type InitiativeStatus =
  /** It is being worked on. */
  | 'ACTIVE'
  /** It was stopped at a gate. */
  | 'KILLED'
  /** It waits; the time on hold is counted apart. */
  | 'ON_HOLD'
  /** It was in use and has been taken out of use. */
  | 'RETIRED';

/** What of an initiative is to be changed: what is absent stays, null clears. */
export type InitiativeUpdateInput = {
  /** The part of the business it is for; null clears it. */
  businessUnit?: string | null | undefined;
  /** The category of its effort where neither the sender nor a classification rule gives one; null clears it. Such effort of open periods follows, by reversal and re-entry. */
  defaultCategoryKey?: string | null | undefined;
  /** The version the change was made on; another one is STALE_VERSION. */
  expectedVersion: number;
  /** How far it is from today’s business; cannot be cleared. */
  investmentClass?: InvestmentClass | null | undefined;
  /** What it is called, 1 to 200 characters. */
  name?: string | null | undefined;
  /** Who answers for it; cannot be cleared. */
  ownerId?: string | null | undefined;
  /** The business pain, 1 to 10,000 characters. */
  problem?: string | null | undefined;
  /** How much harm it could do; cannot be cleared. */
  riskTier?: RiskTier | null | undefined;
  /** What kind of solution is built; null clears it. */
  solutionType?: SolutionType | null | undefined;
  /** Who pays for it; null clears it. */
  sponsorId?: string | null | undefined;
  /** What value it is expected to bring; cannot be cleared. */
  valueThesis?: ValueThesis | null | undefined;
};

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

/** How far an initiative is from today’s business. */
export type InvestmentClass =
  /** It takes what is done today to new users or uses. */
  | 'ADJACENT'
  /** It betters what is done today. */
  | 'CORE'
  /** It makes something that is not done today. */
  | 'TRANSFORMATIONAL';

/** What a KPI is about. */
export type KpiClass =
  /** An outcome the business cares about, for instance handle time. */
  | 'BUSINESS'
  /** What it costs to run. */
  | 'COST'
  /** The quality of a model, for instance its accuracy. */
  | 'MODEL'
  /** What can go wrong, for instance complaints. */
  | 'RISK'
  /** How much something is used, for instance active users. */
  | 'USAGE';

/** All that a KPI says. Its baseline and its date may still be missing; the gate asks for them. */
export type KpiDefineInput = {
  /** The day the baseline was measured on, not in the future. */
  baselineMeasuredOn?: string | null | undefined;
  /** How many observations the baseline rests on, 1 or more. */
  baselineSampleSize?: number | null | undefined;
  /** What it was before; only together with baselineMeasuredOn. */
  baselineValue?: string | null | undefined;
  /** What it is about. */
  class: KpiClass;
  /** Where its values come from, 1 to 500 characters. */
  dataSource: string;
  /** Where a good value lies. */
  direction: KpiDirection;
  /** What it is called, 1 to 200 characters; unique in the initiative, whatever its case. */
  name: string;
  /** Who answers for it; default: the caller, and in a revision who does so now. */
  ownerId?: string | null | undefined;
  /** The highest good value; for RANGE only, and needed there. */
  rangeHigh?: string | null | undefined;
  /** The lowest good value; for RANGE only, and needed there. */
  rangeLow?: string | null | undefined;
  /** What it is there for. */
  role: KpiRole;
  /** Target of a PRIMARY or LEADING KPI, beyond its baseline in its direction; limit of a GUARDRAIL. Needed for INCREASE and DECREASE. */
  target?: string | null | undefined;
  /** By when the target is to be reached. */
  targetDate?: string | null | undefined;
  /** What it is counted in, 1 to 50 characters, for instance min or %. */
  unit: string;
};

/** Where a good value lies. */
export type KpiDirection =
  /** Lower is better; a guardrail is breached above its limit. */
  | 'DECREASE'
  /** Higher is better; a guardrail is breached below its limit. */
  | 'INCREASE'
  /** Good from rangeLow to rangeHigh; breached outside of it. */
  | 'RANGE';

/** One measured value of a KPI. */
export type KpiMeasurementInput = {
  /** Its identifier at the source, 1 to 200 characters: the same again is not recorded twice. */
  externalId?: string | null | undefined;
  /** The KPI that was measured. */
  kpiId: string;
  /** The day it was measured on, not in the future of the portfolio's time zone. */
  measuredOn: string;
  /** How many observations it rests on, 1 or more. */
  sampleSize?: number | null | undefined;
  /** The system or person it comes from, 1 to 200 characters. */
  source: string;
  /** The value, in the KPI's unit. */
  value: string;
};

/** What a KPI is there for. */
export type KpiRole =
  /** What must not suffer for it; it must keep within its limit. */
  | 'GUARDRAIL'
  /** An early sign of where the primary KPIs are going. */
  | 'LEADING'
  /** What the initiative is for; it must reach its target. */
  | 'PRIMARY';

/** What a late entry of effort asks for. */
export type LateEffortKind =
  /** To take back what stands of it. */
  | 'DELETE'
  /** To enter something, in place of what stands of it where something does. */
  | 'RECORD';

/** One thing that is watched in operation, and when to warn. */
export type MonitoredSignalInput = {
  /** Where the alarm goes, 1 to 500 characters. */
  alertChannel: string;
  /** Breached when the value is above this. */
  breachAbove?: string | null | undefined;
  /** Breached when the value is below this. */
  breachBelow?: string | null | undefined;
  /** How often it is looked at, in hours, 1 to 8,784. */
  cadenceHours: number;
  /** What it tells of. */
  kind: SignalKind;
  /** The KPI of the initiative that is watched; needed for kind KPI. */
  kpiId?: string | null | undefined;
  /** What is watched, 1 to 200 characters. */
  name: string;
  /** Who acts on it, 1 to 200 characters. */
  owner: string;
  /** Warn when the value is above this. */
  warnAbove?: string | null | undefined;
  /** Warn when the value is below this. */
  warnBelow?: string | null | undefined;
};

/** How a solution is watched once it runs, and what is done when it goes wrong. */
export type MonitoringPlanInput = {
  /** The day it takes effect, at most 366 days ahead. */
  effectiveOn: string;
  /** Who is called, 1 to 500 characters. */
  onCall: string;
  /** How often the plan itself is reviewed, in days, 1 to 3,660. */
  reviewCadenceDays: number;
  /** How it is taken out of use or set back, 1 to 4,000 characters. */
  rollbackProcedure: string;
  /** The web address of the runbook. */
  runbookUrl: string;
  /** What is watched, at most 200 signals. */
  signals: Array<MonitoredSignalInput>;
  /** The plan in short, 1 to 4,000 characters. */
  summary: string;
  /** The web address of the whole plan. */
  url?: string | null | undefined;
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

/** A statement of somebody who answers for it. */
export type SignOffInput = {
  /** The day it takes effect, at most 366 days ahead. */
  effectiveOn: string;
  /** What is stated, 1 to 4,000 characters. */
  statement: string;
};

/** What a monitored signal tells of. */
export type SignalKind =
  /** What it costs to run. */
  | 'COST'
  /** Whether inputs or outputs move away from what the model was built on. */
  | 'DRIFT'
  /** What went wrong in operation. */
  | 'INCIDENT'
  /** One of the KPIs of the initiative. */
  | 'KPI'
  /** How long answers take. */
  | 'LATENCY'
  /** How good the answers are. */
  | 'QUALITY';

/** Where a monitored signal stands. */
export type SignalLevel =
  /** Its newest value is beyond the breach threshold. */
  | 'BREACHED'
  /** Its newest value is within the thresholds. */
  | 'OK'
  /** It runs in production, and nothing was heard of it for twice its cadence. */
  | 'SILENT'
  /** No value ever came, and none is overdue. */
  | 'UNKNOWN'
  /** Its newest value is beyond the threshold to warn. */
  | 'WARN';

/** What kind of solution is built. */
export type SolutionType =
  /** An agent that acts by itself within limits. */
  | 'AGENT'
  /** An assistant that people chat with. */
  | 'CHAT_ASSISTANT'
  /** A service that scores, ranks or decides. */
  | 'DECISION_SERVICE'
  /** A capability that other solutions build on. */
  | 'PLATFORM_CAPABILITY'
  /** A step inside a workflow people already use. */
  | 'WORKFLOW_EMBEDDED';

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

/** What is to be told of an initiative. */
export type StatusUpdateInput = {
  /** How it is doing: ON_TRACK, AT_RISK or OFF_TRACK. NO_DATA is refused. */
  health: Health;
  /** What happened, what is next and what is needed, 1 to 10,000 characters, plain or Markdown; kept as typed. */
  text: string;
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
  /** What the signals of its accepted monitoring plan do to a gate it has passed is another, or no gate asks for them any more. */
  | 'SIGNALS_CHANGED'
  /** A stage it stands in or has ahead has another key, category, time box or limit. */
  | 'STAGE_CHANGED'
  /** The stage it stands in has no home in the newer version; it cannot move. */
  | 'STAGE_GONE'
  /** The stages ahead are others, or in another order. */
  | 'WAY_CHANGED';

/** A ticket that is to belong to an initiative. */
export type TicketLinkInput = {
  /** The connection it is known by. */
  connectionId: string;
  /** The criterion, of kind TICKETS_DONE, it is to be done for; null: it is linked for the work on it only. */
  criterionKey?: string | null | undefined;
  /** The share of the work on it that belongs to the initiative, in percent above 0 with at most two decimals. Shares of all its initiatives come to at most 100. */
  sharePercent?: string | null | undefined;
  /** The key it has, or had. */
  ticketKey: string;
};

/** What the status of a ticket comes to, whatever it is called. */
export type TicketStatusCategory =
  /** Called off, or closed without being done: no evidence. */
  | 'CANCELED'
  /** Done: evidence for the criteria it is linked to. */
  | 'DONE'
  /** Somebody works on it. */
  | 'IN_PROGRESS'
  /** Not begun. */
  | 'TODO'
  /** The tool has not said; it is asked, or somebody maps the status in the settings of the connection. */
  | 'UNKNOWN';

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

/** A ticket that is to belong to an initiative no longer. */
export type TicketUnlinkInput = {
  /** The connection it is known by. */
  connectionId: string;
  /** Only the link with this criterion; null: that with the initiative, and with all its criteria. */
  criterionKey?: string | null | undefined;
  /** The key it has, or had. */
  ticketKey: string;
};

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

/** Something a UX review found. */
export type UxFindingInput = {
  /** Whether it is resolved by now. */
  resolved: boolean;
  /** How bad it is. */
  severity: FindingSeverity;
  /** What it is, 1 to 500 characters. */
  title: string;
};

/** How a UX review was done. */
export type UxMethod =
  /** It was held against the rules of accessibility. */
  | 'ACCESSIBILITY_AUDIT'
  /** People were watched at their own place of work. */
  | 'FIELD_STUDY'
  /** Experts held it against rules of good design. */
  | 'HEURISTIC_EVALUATION'
  /** People were asked. */
  | 'SURVEY'
  /** People were watched while they did real tasks with it. */
  | 'USABILITY_TEST';

/** How people got on with it. */
export type UxReviewInput = {
  /** The day it was done, not in the future; it takes effect on that day. */
  conductedOn: string;
  /** What was found, at most 500 findings. */
  findings: Array<UxFindingInput>;
  /** How it was done. */
  method: UxMethod;
  /** How many people took part, 0 or more. */
  participants: number;
  /** What came of it, 1 to 4,000 characters. */
  summary: string;
  /** System Usability Scale, 0 to 100. */
  susScore?: string | null | undefined;
  /** How many tasks were done, in percent, 0 to 100. */
  taskSuccessPercent?: string | null | undefined;
  /** The web address of the report. */
  url?: string | null | undefined;
};

/** What value an initiative is expected to bring. */
export type ValueThesis =
  /** Less money spent. */
  | 'COST'
  /** A better experience for those who use it. */
  | 'EXPERIENCE'
  /** More business, or new business. */
  | 'GROWTH'
  /** The same work in less time. */
  | 'PRODUCTIVITY'
  /** Fewer or smaller losses. */
  | 'RISK_REDUCTION';

/** What a gatekeeper makes of a waiver. */
export type WaiverDecideInput = {
  /** True approves it, false denies it. */
  approve: boolean;
  /** Why, 1 to 4,000 characters. */
  comment: string;
};

/** Why a criterion is to go unmet for a while, and what is done instead. */
export type WaiverRequestInput = {
  /** What is done instead while it is waived, 1 to 4,000 characters. */
  compensatingControl: string;
  /** The last day it is to cover, in the portfolio's time zone: today at the earliest, 90 days ahead at the latest. */
  expiresOn: string;
  /** Why, 1 to 4,000 characters. */
  reason: string;
};

/** Where a waiver stands now. */
export type WaiverStatus =
  /** It is in force: the criterion does not block. */
  | 'APPROVED'
  /** A gatekeeper said no. */
  | 'DENIED'
  /** Its last day is over, whether it was decided or not. */
  | 'EXPIRED'
  /** It waits for a gatekeeper. */
  | 'PENDING'
  /** It was taken back. */
  | 'REVOKED';

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

export type MentionableQueryVariables = Exact<{
  initiativeKey: string;
}>;


export type MentionableQuery = { initiativeByKey: { id: string, portfolio: { members: Array<{ user: { id: string, name: string, email: string } }> } } | null };

export type BoardQueryVariables = Exact<{
  portfolioKey: string;
  statuses: Array<InitiativeStatus> | InitiativeStatus;
}>;


export type BoardQuery = { portfolio: { name: string, viewerRoles: Array<Role>, template: { stages: Array<{ key: string, name: string, exitGate: { name: string } | null }> }, aging: Array<{ p50: number | null, p85: number | null, overWip: boolean, wipLimit: number | null, stage: { key: string } }>, onHold: { totalCount: number }, killed: { totalCount: number }, retired: { totalCount: number }, initiatives: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, key: string, name: string, status: InitiativeStatus, investmentClass: InvestmentClass, health: Health, agingLevel: AgingLevel, daysInStage: number, businessUnit: string | null, riskTier: RiskTier, valueThesis: ValueThesis, updatedAt: string, owner: { id: string, name: string }, stage: { key: string, name: string }, gate: { readiness: { metCount: number, mustMeetCount: number, ready: boolean }, currentReview: { dueOn: string | null, isOverdue: boolean } | null } | null }> } } | null };

export type BoardMoreQueryVariables = Exact<{
  portfolioKey: string;
  statuses: Array<InitiativeStatus> | InitiativeStatus;
  after: string;
}>;


export type BoardMoreQuery = { portfolio: { initiatives: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, key: string, name: string, status: InitiativeStatus, investmentClass: InvestmentClass, health: Health, agingLevel: AgingLevel, daysInStage: number, businessUnit: string | null, riskTier: RiskTier, valueThesis: ValueThesis, updatedAt: string, owner: { id: string, name: string }, stage: { key: string, name: string }, gate: { readiness: { metCount: number, mustMeetCount: number, ready: boolean }, currentReview: { dueOn: string | null, isOverdue: boolean } | null } | null }> } } | null };

export type BoardPageFragment = { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, key: string, name: string, status: InitiativeStatus, investmentClass: InvestmentClass, health: Health, agingLevel: AgingLevel, daysInStage: number, businessUnit: string | null, riskTier: RiskTier, valueThesis: ValueThesis, updatedAt: string, owner: { id: string, name: string }, stage: { key: string, name: string }, gate: { readiness: { metCount: number, mustMeetCount: number, ready: boolean }, currentReview: { dueOn: string | null, isOverdue: boolean } | null } | null }> };

export type BoardCardFragment = { id: string, key: string, name: string, status: InitiativeStatus, investmentClass: InvestmentClass, health: Health, agingLevel: AgingLevel, daysInStage: number, businessUnit: string | null, riskTier: RiskTier, valueThesis: ValueThesis, updatedAt: string, owner: { id: string, name: string }, stage: { key: string, name: string }, gate: { readiness: { metCount: number, mustMeetCount: number, ready: boolean }, currentReview: { dueOn: string | null, isOverdue: boolean } | null } | null };

export type RequestReviewOfOneMutationVariables = Exact<{
  initiativeId: string;
  input: GateReviewRequestInput;
}>;


export type RequestReviewOfOneMutation = { gateReviewRequest: { review: { id: string } | null, userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type CloserLookQueryVariables = Exact<{
  key: string;
}>;


export type CloserLookQuery = { initiativeByKey: { id: string, key: string, name: string, investmentClass: InvestmentClass, health: Health, healthReason: string, stage: { name: string }, gate: { definition: { name: string }, readiness: { metCount: number, mustMeetCount: number, ready: boolean, assessments: Array<{ status: CriterionStatus, blocks: boolean, reason: string, remedy: string | null, criterion: { key: string, name: string, kind: CriterionKind, weight: CriterionWeight } }>, openConditions: Array<{ id: string, text: string, dueOn: string, owner: { name: string } }> }, currentReview: { dueOn: string | null, isOverdue: boolean } | null } | null, viewerCan: { decide: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, requestReview: { allowed: boolean, reason: string | null }, submitEvidence: { allowed: boolean, reason: string | null } } } | null };

export type BoardWaitingQueryVariables = Exact<{
  portfolioKey: string;
}>;


export type BoardWaitingQuery = { viewer: { inbox: { nodes: Array<{ initiative: { key: string } }> } } };

export type AgainstFragment = { refusals: Array<
    | { code: UserErrorCode, message: string, field: Array<string> | null, criterion: { remedy: string | null, criterion: { key: string, name: string } } }
    | { code: UserErrorCode, message: string, field: Array<string> | null }
    | { code: UserErrorCode, message: string, field: Array<string> | null }
  > };

export type WhatStandsAgainstQueryVariables = Exact<{
  initiativeId: string;
  stageKey: string;
}>;


export type WhatStandsAgainstQuery = { go: { refusals: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null, criterion: { remedy: string | null, criterion: { key: string, name: string } } }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > }, conditionalGo: { refusals: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null, criterion: { remedy: string | null, criterion: { key: string, name: string } } }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > }, hold: { refusals: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null, criterion: { remedy: string | null, criterion: { key: string, name: string } } }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > }, recycle: { refusals: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null, criterion: { remedy: string | null, criterion: { key: string, name: string } } }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > }, kill: { refusals: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null, criterion: { remedy: string | null, criterion: { key: string, name: string } } }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type RequestReviewMutationVariables = Exact<{
  initiativeId: string;
  input: GateReviewRequestInput;
}>;


export type RequestReviewMutation = { gateReviewRequest: { review: { id: string, initiative: { version: number } } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type DecideMutationVariables = Exact<{
  reviewId: string;
  input: GateDecideInput;
}>;


export type DecideMutation = { gateDecide: { decision: { id: string, outcome: GateOutcome, toStage: { name: string } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type CastVoteMutationVariables = Exact<{
  reviewId: string;
  input: GateVoteCastInput;
}>;


export type CastVoteMutation = { gateVoteCast: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type ChangedSinceQueryVariables = Exact<{
  id: string;
}>;


export type ChangedSinceQuery = { initiative: { version: number, activity: { nodes: Array<{ id: string, at: string, deed: string, actor: { id: string, name: string } | null }> } } | null };

export type CriteriaOfQueryVariables = Exact<{
  key: string;
}>;


export type CriteriaOfQuery = { initiativeByKey: { template: { stages: Array<{ exitGate: { key: string, name: string, criteria: Array<{ key: string, name: string, kind: CriterionKind, veto: boolean, weight: CriterionWeight, guidance: string, example: string | null, validForDays: number | null, settings: unknown }> } | null }> } } | null };

export type SubmitEvidenceMutationVariables = Exact<{
  initiativeId: string;
  criterionKey: string;
  input: EvidenceInput;
}>;


export type SubmitEvidenceMutation = { evidenceSubmit: { evidence: { id: string, status: EvidenceStatus } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type RequestWaiverMutationVariables = Exact<{
  initiativeId: string;
  criterionKey: string;
  input: WaiverRequestInput;
}>;


export type RequestWaiverMutation = { waiverRequest: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type InboxQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type InboxQuery = { viewer: { inbox: { totalCount: number, nodes: Array<{ id: string, kind: InboxKind, subjectId: string, reason: string, link: string, since: string, ageDays: number, dueOn: string | null, isOverdue: boolean, initiative: { key: string, name: string, portfolio: { key: string, name: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type InboxLineFragment = { id: string, kind: InboxKind, subjectId: string, reason: string, link: string, since: string, ageDays: number, dueOn: string | null, isOverdue: boolean, initiative: { key: string, name: string, portfolio: { key: string, name: string } } };

export type ReadMentionsMutationVariables = Exact<{
  ids: Array<string> | string;
}>;


export type ReadMentionsMutation = { mentionsRead: { read: number, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type ActivityOfQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type ActivityOfQuery = { initiative: { activity: { nodes: Array<{ id: string, at: string, deed: string, note: string | null, actor: { name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type BenefitsOfQueryVariables = Exact<{
  id: string;
}>;


export type BenefitsOfQuery = { initiative: { benefitsReviews: Array<{ id: string, dueOn: string, milestoneDays: number, outcome: BenefitsOutcome | null, note: string | null, completedAt: string | null, completedBy: { name: string } | null }> } | null };

export type CompleteBenefitsReviewMutationVariables = Exact<{
  id: string;
  input: BenefitsReviewCompleteInput;
}>;


export type CompleteBenefitsReviewMutation = { benefitsReviewComplete: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type ConversationOfQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type ConversationOfQuery = { initiative: { comments: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, text: string | null, version: number, postedAt: string, editedAt: string | null, deletedAt: string | null, replies: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ id: string, text: string | null, version: number, postedAt: string, editedAt: string | null, deletedAt: string | null, author: { id: string, name: string } }> }, author: { id: string, name: string } }> } } | null };

export type RepliesToQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type RepliesToQuery = { comment: { replies: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, text: string | null, version: number, postedAt: string, editedAt: string | null, deletedAt: string | null, author: { id: string, name: string } }> } } | null };

export type CloseConditionMutationVariables = Exact<{
  id: string;
  input: GateConditionCloseInput;
}>;


export type CloseConditionMutation = { gateConditionClose: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type CreationOfQueryVariables = Exact<{
  portfolioKey: string;
}>;


export type CreationOfQuery = { portfolio: { name: string, viewerRoles: Array<Role>, members: Array<{ user: { id: string, name: string } }>, template: { key: string, name: string }, allocationScheme: { categories: Array<{ key: string, name: string }> } } | null };

export type CreateInitiativeMutationVariables = Exact<{
  input: InitiativeCreateInput;
}>;


export type CreateInitiativeMutation = { initiativeCreate: { initiative: { key: string } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type DecisionsOfQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type DecisionsOfQuery = { initiative: { decisions: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, outcome: GateOutcome, rationale: string, decidedAt: string, snapshotSha256: string, templateVersion: number, decidedBy: { name: string }, fromStage: { name: string }, toStage: { name: string } | null, conditions: Array<{ id: string, text: string, dueOn: string, status: GateConditionStatus, owner: { name: string } }> }> } } | null };

export type UpdateInitiativeMutationVariables = Exact<{
  id: string;
  input: InitiativeUpdateInput;
}>;


export type UpdateInitiativeMutation = { initiativeUpdate: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type EffortOfQueryVariables = Exact<{
  id: string;
}>;


export type EffortOfQuery = { initiative: { effortSplit: { headline: string, from: string, to: string, personDays: string, uncategorizedPersonDays: string, coveragePercent: string, shares: Array<{ personDays: string, percent: string | null, deviationPoints: string | null, verdict: AllocationVerdict, category: { key: string, name: string, targetPercent: string, tolerancePoints: string } }> } } | null };

export type EntriesOfQueryVariables = Exact<{
  portfolioKey: string;
  initiativeKey: string;
  after?: string | null | undefined;
}>;


export type EntriesOfQuery = { portfolio: { effortEntries: { nodes: Array<{ id: string, workedOn: string, personDays: string, categoryKey: string | null, categorySource: CategorySource, method: EffortMethod, source: string, person: string | null, note: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type EvidenceOfQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type EvidenceOfQuery = { initiative: { evidence: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, criterionKey: string, kind: CriterionKind, status: EvidenceStatus, summary: string, url: string | null, content: unknown, effectiveOn: string, expiresOn: string | null, submittedAt: string, reviewComment: string | null, submittedBy: { name: string }, reviewedBy: { name: string } | null, viewerCan: { review: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> } } }> } } | null };

export type ReviewEvidenceMutationVariables = Exact<{
  id: string;
  input: EvidenceReviewInput;
}>;


export type ReviewEvidenceMutation = { evidenceReview: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type PermittedFragment = { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> };

export type OfGateFragment = { definition: { key: string, name: string, quorum: number }, readiness: { ready: boolean, metCount: number, mustMeetCount: number, openConditions: Array<{ id: string, text: string, dueOn: string, status: GateConditionStatus, criterionKey: string | null, owner: { name: string } }>, assessments: Array<{ status: CriterionStatus, reason: string, remedy: string | null, blocks: boolean, criterion: { key: string, name: string, kind: CriterionKind, weight: CriterionWeight, veto: boolean, guidance: string, example: string | null, validForDays: number | null, settings: unknown }, evidence: { id: string, status: EvidenceStatus, effectiveOn: string, expiresOn: string | null, reviewComment: string | null } | null, waiver: { id: string, expiresOn: string, status: WaiverStatus, reason: string } | null }> }, currentReview: { id: string, note: string | null, dueOn: string | null, ageDays: number, isOverdue: boolean, requestedAt: string, requestedBy: { name: string }, votes: Array<{ castAt: string, comment: string | null, outcome: GateOutcome | null, isGatekeeper: boolean, voter: { id: string, name: string } }>, viewerCan: { decide: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, vote: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, cancel: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> } } } | null };

export type OfWaiverFragment = { id: string, criterionKey: string, status: WaiverStatus, reason: string, compensatingControl: string, expiresOn: string, requestedAt: string, decisionComment: string | null, requestedBy: { name: string }, decidedBy: { name: string } | null, viewerCan: { decide: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, revoke: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> } } };

export type ResumeMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type ResumeMutation = { initiativeResume: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type ReopenMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type ReopenMutation = { initiativeReopen: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type DefineKpiMutationVariables = Exact<{
  initiativeId: string;
  input: KpiDefineInput;
}>;


export type DefineKpiMutation = { kpiDefine: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type ReviseKpiMutationVariables = Exact<{
  id: string;
  input: KpiDefineInput;
  reason: string;
}>;


export type ReviseKpiMutation = { kpiRevise: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type KpisOfQueryVariables = Exact<{
  id: string;
}>;


export type KpisOfQuery = { initiative: { kpis: Array<{ id: string, name: string, class: KpiClass, role: KpiRole, direction: KpiDirection, unit: string, target: string | null, targetDate: string | null, rangeLow: string | null, rangeHigh: string | null, breached: boolean, attainmentPercent: string | null, dataSource: string, version: number, owner: { id: string, name: string }, baseline: { value: string, measuredOn: string, sampleSize: number | null, frozenAt: string | null } | null, latest: { value: string, measuredOn: string, source: string, sampleSize: number | null } | null, measurements: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ value: string, measuredOn: string, source: string }> }, versions: Array<{ version: number, recordedAt: string, reason: string | null, isAfterFreeze: boolean, target: string | null, recordedBy: { name: string } }> }> } | null };

export type OfMeasurementFragment = { value: string, measuredOn: string, source: string };

export type MeasurementsOfQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type MeasurementsOfQuery = { initiative: { kpis: Array<{ id: string, measurements: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ value: string, measuredOn: string, source: string }> } }> } | null };

export type LinkTicketMutationVariables = Exact<{
  initiativeId: string;
  input: TicketLinkInput;
}>;


export type LinkTicketMutation = { ticketLink: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type MeasureMutationVariables = Exact<{
  measurements: Array<KpiMeasurementInput> | KpiMeasurementInput;
}>;


export type MeasureMutation = { kpiMeasurementsRecord: { recorded: number, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type OfCommentFragment = { id: string, text: string | null, version: number, postedAt: string, editedAt: string | null, deletedAt: string | null, author: { id: string, name: string } };

export type DeleteCommentMutationVariables = Exact<{
  id: string;
}>;


export type DeleteCommentMutation = { commentDelete: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type InitiativeAtGateQueryVariables = Exact<{
  key: string;
}>;


export type InitiativeAtGateQuery = { viewer: { user: { id: string } }, initiativeByKey: { id: string, key: string, name: string, problem: string, version: number, status: InitiativeStatus, health: Health, healthReason: string, healthDifference: string | null, daysInStage: number, daysOnHold: number, agingLevel: AgingLevel, investmentClass: InvestmentClass, riskTier: RiskTier, valueThesis: ValueThesis, solutionType: SolutionType | null, businessUnit: string | null, defaultCategoryKey: string | null, owner: { id: string, name: string }, sponsor: { id: string, name: string } | null, stage: { key: string, name: string, position: number }, portfolio: { key: string, name: string, today: string, viewerRoles: Array<Role>, members: Array<{ roles: Array<Role>, user: { id: string, name: string } }>, aging: Array<{ p50: number | null, p85: number | null, stage: { key: string } }> }, template: { key: string, version: number, stages: Array<{ key: string, name: string, position: number, exitGate: { key: string, criteria: Array<{ key: string, name: string, kind: CriterionKind }> } | null }> }, attention: Array<{ id: string, code: FindingCode, level: FindingLevel, message: string }>, gate: { definition: { key: string, name: string, quorum: number }, readiness: { ready: boolean, metCount: number, mustMeetCount: number, openConditions: Array<{ id: string, text: string, dueOn: string, status: GateConditionStatus, criterionKey: string | null, owner: { name: string } }>, assessments: Array<{ status: CriterionStatus, reason: string, remedy: string | null, blocks: boolean, criterion: { key: string, name: string, kind: CriterionKind, weight: CriterionWeight, veto: boolean, guidance: string, example: string | null, validForDays: number | null, settings: unknown }, evidence: { id: string, status: EvidenceStatus, effectiveOn: string, expiresOn: string | null, reviewComment: string | null } | null, waiver: { id: string, expiresOn: string, status: WaiverStatus, reason: string } | null }> }, currentReview: { id: string, note: string | null, dueOn: string | null, ageDays: number, isOverdue: boolean, requestedAt: string, requestedBy: { name: string }, votes: Array<{ castAt: string, comment: string | null, outcome: GateOutcome | null, isGatekeeper: boolean, voter: { id: string, name: string } }>, viewerCan: { decide: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, vote: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, cancel: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> } } } | null } | null, waivers: Array<{ id: string, criterionKey: string, status: WaiverStatus, reason: string, compensatingControl: string, expiresOn: string, requestedAt: string, decisionComment: string | null, requestedBy: { name: string }, decidedBy: { name: string } | null, viewerCan: { decide: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, revoke: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> } } }>, viewerCan: { closeCondition: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, comment: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, decide: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, defineKpi: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, linkTicket: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, postStatusUpdate: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, recordMeasurement: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, reopen: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, requestReview: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, requestWaiver: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, resume: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, submitEvidence: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, update: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> } } } | null };

export type CancelReviewMutationVariables = Exact<{
  reviewId: string;
  reason: string;
}>;


export type CancelReviewMutation = { gateReviewCancel: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type SignalsOfQueryVariables = Exact<{
  id: string;
}>;


export type SignalsOfQuery = { initiative: { signals: Array<{ name: string, kind: SignalKind, level: SignalLevel, message: string, lastAt: string | null }> } | null };

export type StatusUpdatesOfQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type StatusUpdatesOfQuery = { initiative: { statusUpdates: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, health: Health, text: string, postedAt: string, postedBy: { name: string } }> } } | null };

export type PostStatusUpdateMutationVariables = Exact<{
  initiativeId: string;
  input: StatusUpdateInput;
}>;


export type PostStatusUpdateMutation = { statusUpdatePost: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type TicketsOfQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type TicketsOfQuery = { initiative: { tickets: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, connectionId: string, key: string, title: string, url: string | null, tool: TicketTool, statusCategory: TicketStatusCategory, statusName: string | null, deleted: boolean, links: Array<{ sharePercent: string, criterionKeys: Array<string>, initiative: { id: string } }> }> } } | null };

export type ConnectionsOfQueryVariables = Exact<{
  portfolioKey: string;
}>;


export type ConnectionsOfQuery = { portfolio: { integrationConnections: Array<{ id: string, name: string, tool: TicketTool }> } | null };

export type UnlinkTicketMutationVariables = Exact<{
  initiativeId: string;
  input: TicketUnlinkInput;
}>;


export type UnlinkTicketMutation = { ticketUnlink: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type DecideWaiverMutationVariables = Exact<{
  id: string;
  input: WaiverDecideInput;
}>;


export type DecideWaiverMutation = { waiverDecide: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type RevokeWaiverMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type RevokeWaiverMutation = { waiverRevoke: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type PostCommentMutationVariables = Exact<{
  input: CommentPostInput;
}>;


export type PostCommentMutation = { commentPost: { unresolvedMentions: Array<string>, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type EditCommentMutationVariables = Exact<{
  id: string;
  input: CommentEditInput;
}>;


export type EditCommentMutation = { commentEdit: { unresolvedMentions: Array<string>, userErrors: Array<
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
  after?: string | null | undefined;
}>;


export type DeliveriesQuery = { inboundDeliveries: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, deliveryKey: string, eventName: string | null, status: InboundDeliveryStatus, reason: string | null, receivedAt: string, attempts: number, repetitions: number, isContentKept: boolean, dismissal: string | null, dismissedAt: string | null, dismissedBy: { name: string } | null }> } };

export type ReplayDeliveryMutationVariables = Exact<{
  id: string;
}>;


export type ReplayDeliveryMutation = { inboundDeliveryReplay: { delivery: { id: string, status: InboundDeliveryStatus, reason: string | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type DismissDeliveryMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type DismissDeliveryMutation = { inboundDeliveryDismiss: { delivery: { id: string, dismissal: string | null } | null, userErrors: Array<
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
  after?: string | null | undefined;
}>;


export type WebhookMessagesQuery = { webhookEndpoint: { messages: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, eventType: WebhookEventType, occurredAt: string, dueAt: string | null, failures: number, status: WebhookMessageStatus, attempts: { nodes: Array<{ attemptedAt: string, status: number | null, error: string | null, response: string | null }> } }> } } | null };

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
  after?: string | null | undefined;
}>;


export type TokensQuery = { apiTokens: { nodes: Array<{ id: string, name: string, createdAt: string, expiresOn: string | null, revokedAt: string | null, createdBy: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

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

export type PortfolioFlowQueryVariables = Exact<{
  portfolioKey: string;
  from: string;
  to: string;
  yearFrom: string;
  yearTo: string;
  exits: number;
  asOf?: string | null | undefined;
}>;


export type PortfolioFlowQuery = { portfolio: { agingHeadline: string, valueBalanceHeadline: string, funnel: { headline: string, endToEndPercent: string | null, stages: Array<{ entered: number, advanced: number, stopped: number, remaining: number, conversionPercent: string | null, medianDays: string | null, stage: { key: string, name: string } }> }, aging: Array<{ count: number, exits: number, p50: number | null, p70: number | null, p85: number | null, wipLimit: number | null, overWip: boolean, stage: { key: string, name: string, timeBoxDays: number | null }, levels: Array<{ level: AgingLevel, count: number }> }>, valueBalance: Array<{ valueThesis: ValueThesis, initiatives: number, personDays: string, percent: string | null }>, forecast: { enoughHistory: boolean, exits: number, explanation: string, p50Months: number | null, p85Months: number | null, p95Months: number | null, history: Array<{ month: string, exits: number }> }, governanceDebt: { headline: string, asOf: string, rows: Array<{ kind: GovernanceDebtKind, count: number, oldestDays: number | null, ages: Array<{ fromDays: number, toDays: number | null, count: number }> }>, items: { nodes: Array<{ id: string, kind: GovernanceDebtKind, days: number, until: string, text: string, initiative: { key: string, name: string } }>, pageInfo: { hasNextPage: boolean } } }, decisionStatistics: { headline: string, gates: Array<{ decisions: number, medianDays: string | null, p85Days: number | null, openReviews: number, oldestOpenDays: number | null, rubberStamp: boolean, gate: { key: string, name: string }, outcomes: Array<{ outcome: GateOutcome, count: number, percent: string | null }> }> } } | null };

export type PortfolioEntriesQueryVariables = Exact<{
  portfolioKey: string;
  from: string;
  to: string;
  categoryKey?: string | null | undefined;
  uncategorised?: boolean | null | undefined;
  investmentClass?: InvestmentClass | null | undefined;
  valueThesis?: ValueThesis | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type PortfolioEntriesQuery = { portfolio: { effortEntries: { nodes: Array<{ id: string, workedOn: string, personDays: string, person: string | null, note: string | null, source: string, reverses: { id: string } | null, initiative: { key: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type LateEffortQueryVariables = Exact<{
  portfolioKey: string;
}>;


export type LateEffortQuery = { portfolio: { lateEffort: { nodes: Array<{ id: string, workedOn: string, kind: LateEffortKind, personDays: string, person: string | null, source: string, note: string | null, initiative: { key: string, name: string } }> } } | null };

export type AcceptLateEffortMutationVariables = Exact<{
  portfolioKey: string;
  ids: Array<string> | string;
  reason?: string | null | undefined;
}>;


export type AcceptLateEffortMutation = { effortLateAccept: { settled: number, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type RefuseLateEffortMutationVariables = Exact<{
  portfolioKey: string;
  ids: Array<string> | string;
  reason: string;
}>;


export type RefuseLateEffortMutation = { effortLateRefuse: { settled: number, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type PortfolioAttentionQueryVariables = Exact<{
  portfolioKey: string;
  first: number;
  codes?: Array<FindingCode> | FindingCode | null | undefined;
  levels?: Array<FindingLevel> | FindingLevel | null | undefined;
  muted: boolean;
  asOf?: string | null | undefined;
}>;


export type PortfolioAttentionQuery = { portfolio: { attention: { totalCount: number, nodes: Array<{ id: string, code: FindingCode, level: FindingLevel, message: string, since: string, initiative: { key: string, name: string, viewerCan: { muteFinding: { allowed: boolean, reason: string | null } } } | null, mute: { reason: string, until: string, mutedBy: { name: string } } | null }> } } | null };

export type MuteFindingMutationVariables = Exact<{
  id: string;
  input: FindingMuteInput;
}>;


export type MuteFindingMutation = { findingMute: { finding: { id: string } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type UnmuteFindingMutationVariables = Exact<{
  id: string;
}>;


export type UnmuteFindingMutation = { findingUnmute: { finding: { id: string } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type PortfolioGroundQueryVariables = Exact<{
  portfolioKey: string;
}>;


export type PortfolioGroundQuery = { portfolio: { name: string, timeZone: string, viewerRoles: Array<Role>, governanceDebt: { asOf: string }, initiatives: { totalCount: number }, template: { stages: Array<{ key: string, name: string }> } } | null };

export type PortfolioEffortQueryVariables = Exact<{
  portfolioKey: string;
  from: string;
  to: string;
  trendFrom: string;
  trendTo: string;
  asOf?: string | null | undefined;
}>;


export type PortfolioEffortQuery = { portfolio: { effortSplit: { headline: string, personDays: string, uncategorizedPersonDays: string, coveragePercent: string, operationalisationPercent: string | null, schemeNote: string | null, scheme: { version: number, coverageFloorPercent: string }, shares: Array<{ personDays: string, percent: string | null, deviationPoints: string | null, verdict: AllocationVerdict, category: { key: string, name: string, targetPercent: string, tolerancePoints: string } }>, concentration: Array<{ sentence: string }> | null, spread: Array<{ sentence: string }> | null, investmentMix: { headline: string, personDays: string, shares: Array<{ investmentClass: InvestmentClass, personDays: string, percent: string | null, targetPercent: string, tolerancePoints: string, deviationPoints: string | null, verdict: AllocationVerdict }> } | null }, effortTrend: { headline: string, periods: Array<{ key: string, label: string, personDays: string, coveragePercent: string, shares: Array<{ percent: string | null, verdict: AllocationVerdict, category: { key: string, name: string, targetPercent: string } }> }> } } | null };

export type PortfolioStandingQueryVariables = Exact<{
  portfolioKey: string;
  after?: string | null | undefined;
}>;


export type PortfolioStandingQuery = { portfolio: { initiatives: { totalCount: number, nodes: Array<{ id: string, key: string, name: string, health: Health, daysInStage: number, stage: { key: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ScheduledReviewsQueryVariables = Exact<{
  portfolioKey: string;
  after?: string | null | undefined;
}>;


export type ScheduledReviewsQuery = { portfolio: { key: string, gateReviews: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, dueOn: string | null, ageDays: number, isOverdue: boolean, votes: Array<{ outcome: GateOutcome | null, isGatekeeper: boolean }>, viewerCan: { decide: { allowed: boolean }, vote: { allowed: boolean } }, initiative: { key: string, name: string, stage: { name: string }, gate: { definition: { name: string, quorum: number }, readiness: { ready: boolean, metCount: number, mustMeetCount: number } } | null } }> } } | null };

export type ReviewLineFragment = { id: string, dueOn: string | null, ageDays: number, isOverdue: boolean, votes: Array<{ outcome: GateOutcome | null, isGatekeeper: boolean }>, viewerCan: { decide: { allowed: boolean }, vote: { allowed: boolean } }, initiative: { key: string, name: string, stage: { name: string }, gate: { definition: { name: string, quorum: number }, readiness: { ready: boolean, metCount: number, mustMeetCount: number } } | null } };

export type ReadyInitiativesQueryVariables = Exact<{
  portfolioKey: string;
  after?: string | null | undefined;
}>;


export type ReadyInitiativesQuery = { portfolio: { initiatives: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, key: string, name: string, daysInStage: number, agingLevel: AgingLevel, stage: { name: string }, gate: { definition: { name: string } } | null, viewerCan: { requestReview: { allowed: boolean, reason: string | null } } }> } } | null };

export type ReviewsInDangerQueryVariables = Exact<{
  portfolioKey: string;
  after?: string | null | undefined;
}>;


export type ReviewsInDangerQuery = { portfolio: { gateReviews: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, dueOn: string | null, ageDays: number, isOverdue: boolean, initiative: { key: string, name: string, gate: { readiness: { ready: boolean, metCount: number, mustMeetCount: number, assessments: Array<{ blocks: boolean, reason: string, status: CriterionStatus, criterion: { key: string, name: string } }>, openConditions: Array<{ id: string, text: string, dueOn: string }> }, definition: { name: string, quorum: number } } | null, stage: { name: string } }, votes: Array<{ outcome: GateOutcome | null, isGatekeeper: boolean }>, viewerCan: { decide: { allowed: boolean }, vote: { allowed: boolean } } }> } } | null };

export type MeetingItemQueryVariables = Exact<{
  id: string;
}>;


export type MeetingItemQuery = { gateReview: { id: string, status: GateReviewStatus, dueOn: string | null, isOverdue: boolean, ageDays: number, note: string | null, requestedBy: { name: string }, votes: Array<{ outcome: GateOutcome | null, comment: string | null, isGatekeeper: boolean, voter: { id: string, name: string } }>, viewerCan: { decide: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, vote: { allowed: boolean, reason: string | null } }, initiative: { key: string, name: string, problem: string, daysInStage: number, health: Health, healthReason: string, owner: { name: string }, stage: { name: string }, gate: { definition: { name: string, quorum: number }, readiness: { ready: boolean, metCount: number, mustMeetCount: number, assessments: Array<{ blocks: boolean, status: CriterionStatus, reason: string, criterion: { key: string, name: string, kind: CriterionKind, weight: CriterionWeight } }>, openConditions: Array<{ id: string, text: string, dueOn: string, owner: { name: string } }> } } | null } } | null };

export type TemplatesQueryVariables = Exact<{ [key: string]: never; }>;


export type TemplatesQuery = { viewer: { mayPublishTemplates: boolean }, portfolios: Array<{ name: string, template: { key: string } }>, workflowTemplates: Array<{ key: string, newest: { name: string, version: number, publishedAt: string, stages: Array<{ key: string }> }, versions: Array<{ initiatives: number, template: { version: number } }> }> };

export type TemplateQueryVariables = Exact<{
  key: string;
  version?: number | null | undefined;
}>;


export type TemplateQuery = { viewer: { mayPublishTemplates: boolean }, portfolios: Array<{ key: string, template: { key: string } }>, workflowTemplates: Array<{ key: string, newest: { version: number }, versions: Array<{ initiatives: number, template: { version: number } }> }>, workflowTemplate: { key: string, name: string, version: number, publishedAt: string, stages: Array<{ key: string, name: string, category: StageCategory, position: number, timeBoxDays: number | null, wipLimit: number | null, exitGate: { key: string, name: string, quorum: number, recycleLimit: number | null, slaDays: number | null, criteria: Array<{ key: string, name: string, kind: CriterionKind, weight: CriterionWeight, veto: boolean, guidance: string, example: string | null, validForDays: number | null, riskTiers: Array<RiskTier> | null, settings: unknown }> } | null }> } | null };

export type TemplateVersionFragment = { key: string, name: string, version: number, publishedAt: string, stages: Array<{ key: string, name: string, category: StageCategory, position: number, timeBoxDays: number | null, wipLimit: number | null, exitGate: { key: string, name: string, quorum: number, recycleLimit: number | null, slaDays: number | null, criteria: Array<{ key: string, name: string, kind: CriterionKind, weight: CriterionWeight, veto: boolean, guidance: string, example: string | null, validForDays: number | null, riskTiers: Array<RiskTier> | null, settings: unknown }> } | null }> };

export type PublishTemplateMutationVariables = Exact<{
  input: WorkflowTemplatePublishInput;
}>;


export type PublishTemplateMutation = { workflowTemplatePublish: { template: { key: string, version: number } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type DryRunQueryVariables = Exact<{
  portfolioKey: string;
  input: WorkflowTemplatePublishInput;
}>;


export type DryRunQuery = { workflowTemplateDryRun: { version: number | null, previews: { totalCount: number, nodes: Array<{ canMove: boolean, fromVersion: number, initiative: { key: string, name: string }, standingBefore: { ready: boolean } | null, standingAfter: { ready: boolean, metCount: number, mustMeetCount: number } | null, effects: Array<{ kind: TemplateMigrationEffectKind, blocks: boolean, message: string }> }> } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type MigrationEffectsQueryVariables = Exact<{
  portfolioKey: string;
  templateKey: string;
}>;


export type MigrationEffectsQuery = { templateMigrationPreview: { totalCount: number, nodes: Array<{ canMove: boolean, fromVersion: number, initiative: { key: string, name: string }, standingBefore: { ready: boolean } | null, standingAfter: { ready: boolean, metCount: number, mustMeetCount: number } | null, effects: Array<{ kind: TemplateMigrationEffectKind, blocks: boolean, message: string }> }> } };

export type PreviewsFragment = { totalCount: number, nodes: Array<{ canMove: boolean, fromVersion: number, initiative: { key: string, name: string }, standingBefore: { ready: boolean } | null, standingAfter: { ready: boolean, metCount: number, mustMeetCount: number } | null, effects: Array<{ kind: TemplateMigrationEffectKind, blocks: boolean, message: string }> }> };

export type FindInitiativesQueryVariables = Exact<{
  portfolioKey: string;
  search?: string | null | undefined;
}>;


export type FindInitiativesQuery = { portfolio: { initiatives: { nodes: Array<{ id: string, key: string, name: string, stage: { name: string } }> } } | null };

export type MyPortfoliosQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPortfoliosQuery = { viewer: { isInstanceAdmin: boolean, user: { id: string, name: string }, inbox: { totalCount: number } }, portfolios: Array<{ key: string, name: string, timeZone: string }> };

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
export const BoardCardFragmentDoc = new TypedDocumentString(`
    fragment BoardCard on Initiative {
  id
  key
  name
  status
  investmentClass
  health
  agingLevel
  daysInStage
  businessUnit
  riskTier
  valueThesis
  updatedAt
  owner {
    id
    name
  }
  stage {
    key
    name
  }
  gate {
    readiness {
      metCount
      mustMeetCount
      ready
    }
    currentReview {
      dueOn
      isOverdue
    }
  }
}
    `, {"fragmentName":"BoardCard"}) as unknown as TypedDocumentString<BoardCardFragment, unknown>;
export const BoardPageFragmentDoc = new TypedDocumentString(`
    fragment BoardPage on InitiativeConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...BoardCard
  }
}
    fragment BoardCard on Initiative {
  id
  key
  name
  status
  investmentClass
  health
  agingLevel
  daysInStage
  businessUnit
  riskTier
  valueThesis
  updatedAt
  owner {
    id
    name
  }
  stage {
    key
    name
  }
  gate {
    readiness {
      metCount
      mustMeetCount
      ready
    }
    currentReview {
      dueOn
      isOverdue
    }
  }
}`, {"fragmentName":"BoardPage"}) as unknown as TypedDocumentString<BoardPageFragment, unknown>;
export const AgainstFragmentDoc = new TypedDocumentString(`
    fragment Against on GateReadiness {
  refusals {
    code
    message
    field
    ... on CriterionError {
      criterion {
        remedy
        criterion {
          key
          name
        }
      }
    }
  }
}
    `, {"fragmentName":"Against"}) as unknown as TypedDocumentString<AgainstFragment, unknown>;
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
export const PermittedFragmentDoc = new TypedDocumentString(`
    fragment Permitted on ViewerPermission {
  allowed
  reason
  whoCan {
    id
    name
  }
}
    `, {"fragmentName":"Permitted"}) as unknown as TypedDocumentString<PermittedFragment, unknown>;
export const OfGateFragmentDoc = new TypedDocumentString(`
    fragment OfGate on Gate {
  definition {
    key
    name
    quorum
  }
  readiness {
    ready
    metCount
    mustMeetCount
    openConditions {
      id
      text
      dueOn
      status
      criterionKey
      owner {
        name
      }
    }
    assessments {
      status
      reason
      remedy
      blocks
      criterion {
        key
        name
        kind
        weight
        veto
        guidance
        example
        validForDays
        settings
      }
      evidence {
        id
        status
        effectiveOn
        expiresOn
        reviewComment
      }
      waiver {
        id
        expiresOn
        status
        reason
      }
    }
  }
  currentReview {
    id
    note
    dueOn
    ageDays
    isOverdue
    requestedAt
    requestedBy {
      name
    }
    votes {
      castAt
      comment
      outcome
      isGatekeeper
      voter {
        id
        name
      }
    }
    viewerCan {
      decide {
        ...Permitted
      }
      vote {
        ...Permitted
      }
      cancel {
        ...Permitted
      }
    }
  }
}
    fragment Permitted on ViewerPermission {
  allowed
  reason
  whoCan {
    id
    name
  }
}`, {"fragmentName":"OfGate"}) as unknown as TypedDocumentString<OfGateFragment, unknown>;
export const OfWaiverFragmentDoc = new TypedDocumentString(`
    fragment OfWaiver on Waiver {
  id
  criterionKey
  status
  reason
  compensatingControl
  expiresOn
  requestedAt
  requestedBy {
    name
  }
  decidedBy {
    name
  }
  decisionComment
  viewerCan {
    decide {
      ...Permitted
    }
    revoke {
      ...Permitted
    }
  }
}
    fragment Permitted on ViewerPermission {
  allowed
  reason
  whoCan {
    id
    name
  }
}`, {"fragmentName":"OfWaiver"}) as unknown as TypedDocumentString<OfWaiverFragment, unknown>;
export const OfMeasurementFragmentDoc = new TypedDocumentString(`
    fragment OfMeasurement on KpiMeasurement {
  value
  measuredOn
  source
}
    `, {"fragmentName":"OfMeasurement"}) as unknown as TypedDocumentString<OfMeasurementFragment, unknown>;
export const OfCommentFragmentDoc = new TypedDocumentString(`
    fragment OfComment on Comment {
  id
  text
  version
  postedAt
  editedAt
  deletedAt
  author {
    id
    name
  }
}
    `, {"fragmentName":"OfComment"}) as unknown as TypedDocumentString<OfCommentFragment, unknown>;
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
export const PreviewsFragmentDoc = new TypedDocumentString(`
    fragment Previews on TemplateMigrationPreviewConnection {
  totalCount
  nodes {
    canMove
    fromVersion
    initiative {
      key
      name
    }
    standingBefore {
      ready
    }
    standingAfter {
      ready
      metCount
      mustMeetCount
    }
    effects {
      kind
      blocks
      message
    }
  }
}
    `, {"fragmentName":"Previews"}) as unknown as TypedDocumentString<PreviewsFragment, unknown>;
export const MentionableDocument = {"__meta__":{"name":"Mentionable","hash":"sha256:1044e5d9c50450e0956c4af6a93d1422da83ff5089be6d3f66b542f941a07a99"}} as unknown as TypedDocumentString<MentionableQuery, MentionableQueryVariables>;
export const BoardDocument = {"__meta__":{"name":"Board","hash":"sha256:96b8af045c8400b03e7565466ad303a242bd9d8ee1f7d431b2e75ba979dc3f22"}} as unknown as TypedDocumentString<BoardQuery, BoardQueryVariables>;
export const BoardMoreDocument = {"__meta__":{"name":"BoardMore","hash":"sha256:7da5da5823a82c647d266b51834fc451f6cfe32854b231e7981c4aa47eb67260"}} as unknown as TypedDocumentString<BoardMoreQuery, BoardMoreQueryVariables>;
export const RequestReviewOfOneDocument = {"__meta__":{"name":"RequestReviewOfOne","hash":"sha256:f05852f737053ff8f636241446fb13b418350ea62c60566b7e6c690025573568"}} as unknown as TypedDocumentString<RequestReviewOfOneMutation, RequestReviewOfOneMutationVariables>;
export const CloserLookDocument = {"__meta__":{"name":"CloserLook","hash":"sha256:a9a5fc62e97ac8f3f6c0bbd5db4d3cffeaae5f288e7fb562edc4898f546d0a3c"}} as unknown as TypedDocumentString<CloserLookQuery, CloserLookQueryVariables>;
export const BoardWaitingDocument = {"__meta__":{"name":"BoardWaiting","hash":"sha256:ab6c4cc64bb74742d953e3548a27eb31f285e96b2948fa946113a0599b344f17"}} as unknown as TypedDocumentString<BoardWaitingQuery, BoardWaitingQueryVariables>;
export const WhatStandsAgainstDocument = {"__meta__":{"name":"WhatStandsAgainst","hash":"sha256:a4bf6c18c7b802394ce830ca8e5a13dbca42a45ba099fa2b6d38aeedc009a284"}} as unknown as TypedDocumentString<WhatStandsAgainstQuery, WhatStandsAgainstQueryVariables>;
export const RequestReviewDocument = {"__meta__":{"name":"RequestReview","hash":"sha256:2a85b8278108da78d3d01be0df856d4253bf8a8e0e28b2902f9279b47c7379bf"}} as unknown as TypedDocumentString<RequestReviewMutation, RequestReviewMutationVariables>;
export const DecideDocument = {"__meta__":{"name":"Decide","hash":"sha256:d47aba00346ddf4edbe7cd3b177f52b828722f7ba21fe1b75ce52420cc05196e"}} as unknown as TypedDocumentString<DecideMutation, DecideMutationVariables>;
export const CastVoteDocument = {"__meta__":{"name":"CastVote","hash":"sha256:12e0f07bb42a760cfaa3cfdf35c70ff7b8538529b24e9bbd95792f3b138aaf00"}} as unknown as TypedDocumentString<CastVoteMutation, CastVoteMutationVariables>;
export const ChangedSinceDocument = {"__meta__":{"name":"ChangedSince","hash":"sha256:f8663406ab6c4af2c56ad88fc722eb2487173b723986c7b01883c379e9dbc369"}} as unknown as TypedDocumentString<ChangedSinceQuery, ChangedSinceQueryVariables>;
export const CriteriaOfDocument = {"__meta__":{"name":"CriteriaOf","hash":"sha256:06603c2bd32f6d233c245a12b3d017889e6883f65164840801fea5c38d459f47"}} as unknown as TypedDocumentString<CriteriaOfQuery, CriteriaOfQueryVariables>;
export const SubmitEvidenceDocument = {"__meta__":{"name":"SubmitEvidence","hash":"sha256:196f0badc1a4e0bb35eb5f928be423072f5c48338529d5db0335a1fa15eb543c"}} as unknown as TypedDocumentString<SubmitEvidenceMutation, SubmitEvidenceMutationVariables>;
export const RequestWaiverDocument = {"__meta__":{"name":"RequestWaiver","hash":"sha256:da2b84820708e6546911bfbe7e0d93b22798738184855286ffe8359eee49b557"}} as unknown as TypedDocumentString<RequestWaiverMutation, RequestWaiverMutationVariables>;
export const InboxDocument = {"__meta__":{"name":"Inbox","hash":"sha256:37008575bba448bee193325d33941bc2baeca2ae57f60ea446484d388df04f8a"}} as unknown as TypedDocumentString<InboxQuery, InboxQueryVariables>;
export const ReadMentionsDocument = {"__meta__":{"name":"ReadMentions","hash":"sha256:6e0bb1db7c536758fc8e6dbcb64c62bbb3e14900a0876fa72efa07ad0c0c9020"}} as unknown as TypedDocumentString<ReadMentionsMutation, ReadMentionsMutationVariables>;
export const ActivityOfDocument = {"__meta__":{"name":"ActivityOf","hash":"sha256:1459d572c438d153f89e686de548b918d49bf558dca6e8f004c288a4d6595971"}} as unknown as TypedDocumentString<ActivityOfQuery, ActivityOfQueryVariables>;
export const BenefitsOfDocument = {"__meta__":{"name":"BenefitsOf","hash":"sha256:c39f3a899a92ef8433257a794c48169924b95d4da3ad047155f985fbb7493d1e"}} as unknown as TypedDocumentString<BenefitsOfQuery, BenefitsOfQueryVariables>;
export const CompleteBenefitsReviewDocument = {"__meta__":{"name":"CompleteBenefitsReview","hash":"sha256:52ebce7c660f7583fd8290d86e4023f6fe025388a9d18d11425e0a33f16aee12"}} as unknown as TypedDocumentString<CompleteBenefitsReviewMutation, CompleteBenefitsReviewMutationVariables>;
export const ConversationOfDocument = {"__meta__":{"name":"ConversationOf","hash":"sha256:e2ad1245630f6398ecda86ceaa6808d7f5e0d4e05d850d34f8e696a1e19acef4"}} as unknown as TypedDocumentString<ConversationOfQuery, ConversationOfQueryVariables>;
export const RepliesToDocument = {"__meta__":{"name":"RepliesTo","hash":"sha256:5fc391d43d254490acf0d39f6f701c38c6e47b7683679e4215cbeebcc5206ae6"}} as unknown as TypedDocumentString<RepliesToQuery, RepliesToQueryVariables>;
export const CloseConditionDocument = {"__meta__":{"name":"CloseCondition","hash":"sha256:9b402f384b4a28061b97ac191b31d1cae7e348eed6bec89bd79fd61e98c5e227"}} as unknown as TypedDocumentString<CloseConditionMutation, CloseConditionMutationVariables>;
export const CreationOfDocument = {"__meta__":{"name":"CreationOf","hash":"sha256:0e9388141123ea25a34032c461f828022319f157316647f73a4f0d3594dd494e"}} as unknown as TypedDocumentString<CreationOfQuery, CreationOfQueryVariables>;
export const CreateInitiativeDocument = {"__meta__":{"name":"CreateInitiative","hash":"sha256:5a0b75e9ce6786960d3a350aa31a5ace1d36b49f0b50a7196927da3a7dc5db27"}} as unknown as TypedDocumentString<CreateInitiativeMutation, CreateInitiativeMutationVariables>;
export const DecisionsOfDocument = {"__meta__":{"name":"DecisionsOf","hash":"sha256:00be3c49d62ce23bd6ab675158aad7c1f5c1e13a95ede656abde823c999afd07"}} as unknown as TypedDocumentString<DecisionsOfQuery, DecisionsOfQueryVariables>;
export const UpdateInitiativeDocument = {"__meta__":{"name":"UpdateInitiative","hash":"sha256:f301edaf4969a2b54966ac0960ea7436c61f1abcc721f1f62bb56b4e82fa2b84"}} as unknown as TypedDocumentString<UpdateInitiativeMutation, UpdateInitiativeMutationVariables>;
export const EffortOfDocument = {"__meta__":{"name":"EffortOf","hash":"sha256:14d2f62dfe83438defae824245b3922c0b8ed2167c4642026f8b47536cc889f6"}} as unknown as TypedDocumentString<EffortOfQuery, EffortOfQueryVariables>;
export const EntriesOfDocument = {"__meta__":{"name":"EntriesOf","hash":"sha256:0ddb1bdf5d3245a9574b7fb9cd10fc48d175a5888a68207287706aa53dd5fd68"}} as unknown as TypedDocumentString<EntriesOfQuery, EntriesOfQueryVariables>;
export const EvidenceOfDocument = {"__meta__":{"name":"EvidenceOf","hash":"sha256:70140ea9b376801b7890555ec09a9fd27dac467503642a25c9879bce9e7085a2"}} as unknown as TypedDocumentString<EvidenceOfQuery, EvidenceOfQueryVariables>;
export const ReviewEvidenceDocument = {"__meta__":{"name":"ReviewEvidence","hash":"sha256:bdad7c975c0b455fedb56039d92a687283e2d0dc674f561973f5bc96efa16da8"}} as unknown as TypedDocumentString<ReviewEvidenceMutation, ReviewEvidenceMutationVariables>;
export const ResumeDocument = {"__meta__":{"name":"Resume","hash":"sha256:0d246f6da0949ce1b3de59f2eb58bfb8cb0a1afaa93a2785e6b24c4422fd53a4"}} as unknown as TypedDocumentString<ResumeMutation, ResumeMutationVariables>;
export const ReopenDocument = {"__meta__":{"name":"Reopen","hash":"sha256:fa150db3d3be05a041120f3df46b373ce2a9c7f40657caed31c6b2252ff266d6"}} as unknown as TypedDocumentString<ReopenMutation, ReopenMutationVariables>;
export const DefineKpiDocument = {"__meta__":{"name":"DefineKpi","hash":"sha256:4121b40d2d14b7be333468a1a6684560ae67292e48b3ae5f6dd54ee4727ad9bb"}} as unknown as TypedDocumentString<DefineKpiMutation, DefineKpiMutationVariables>;
export const ReviseKpiDocument = {"__meta__":{"name":"ReviseKpi","hash":"sha256:25a0a6defdd2f9f42895f38b61b3b3bb07d6ce89c5a5bdaeae3add83f4a0f735"}} as unknown as TypedDocumentString<ReviseKpiMutation, ReviseKpiMutationVariables>;
export const KpisOfDocument = {"__meta__":{"name":"KpisOf","hash":"sha256:7fdbde769490385999cf0fe16471e59eed8967c4a0e97b4c6e2f3275b68376bd"}} as unknown as TypedDocumentString<KpisOfQuery, KpisOfQueryVariables>;
export const MeasurementsOfDocument = {"__meta__":{"name":"MeasurementsOf","hash":"sha256:b1b557eb5af382c709a9517ea84e74e7f2f21a0759f561b5cca0e9e5566dee83"}} as unknown as TypedDocumentString<MeasurementsOfQuery, MeasurementsOfQueryVariables>;
export const LinkTicketDocument = {"__meta__":{"name":"LinkTicket","hash":"sha256:ed0a355243470d02bd66c212aa28b1a288edb0ad2fad0f3f21da5476fb362c94"}} as unknown as TypedDocumentString<LinkTicketMutation, LinkTicketMutationVariables>;
export const MeasureDocument = {"__meta__":{"name":"Measure","hash":"sha256:9ef221fafed50154ab4d45b11a3a6b459328e6bc839b11b3f2601bb4ae2b1949"}} as unknown as TypedDocumentString<MeasureMutation, MeasureMutationVariables>;
export const DeleteCommentDocument = {"__meta__":{"name":"DeleteComment","hash":"sha256:b80c0f2012e4eed33d98f0e5715dc9f6305b0af0bf1df038ee6c4532c109bea5"}} as unknown as TypedDocumentString<DeleteCommentMutation, DeleteCommentMutationVariables>;
export const InitiativeAtGateDocument = {"__meta__":{"name":"InitiativeAtGate","hash":"sha256:3af79641d4da8122f2074f33aed7d97416c3d7aa323ca5b876defaf6e0203456"}} as unknown as TypedDocumentString<InitiativeAtGateQuery, InitiativeAtGateQueryVariables>;
export const CancelReviewDocument = {"__meta__":{"name":"CancelReview","hash":"sha256:26c0f331c250491d69c234c8c05c9a645f0a267c42abba23405710b2fa5d109b"}} as unknown as TypedDocumentString<CancelReviewMutation, CancelReviewMutationVariables>;
export const SignalsOfDocument = {"__meta__":{"name":"SignalsOf","hash":"sha256:598cebc9accde742251b3620e504877909a2e890d81dfd7ebcf76414a29d8e4c"}} as unknown as TypedDocumentString<SignalsOfQuery, SignalsOfQueryVariables>;
export const StatusUpdatesOfDocument = {"__meta__":{"name":"StatusUpdatesOf","hash":"sha256:271576c8757f0eb7fa91a8e7be52a2e152fcfcdc9b1c2596953f28e6857e3852"}} as unknown as TypedDocumentString<StatusUpdatesOfQuery, StatusUpdatesOfQueryVariables>;
export const PostStatusUpdateDocument = {"__meta__":{"name":"PostStatusUpdate","hash":"sha256:e159356ceb69aa1a2cbbba743891e0fc0458320c798a4d8c046a815842bc196e"}} as unknown as TypedDocumentString<PostStatusUpdateMutation, PostStatusUpdateMutationVariables>;
export const TicketsOfDocument = {"__meta__":{"name":"TicketsOf","hash":"sha256:a993b1c00cddaf5dd545fd7b72c9339e61a1a28e07d1ad14bb3c8d57032afc98"}} as unknown as TypedDocumentString<TicketsOfQuery, TicketsOfQueryVariables>;
export const ConnectionsOfDocument = {"__meta__":{"name":"ConnectionsOf","hash":"sha256:a2ccbccbcb043815beea655b7c0e744fd078b25b80a2a741b57144dc5dce2e58"}} as unknown as TypedDocumentString<ConnectionsOfQuery, ConnectionsOfQueryVariables>;
export const UnlinkTicketDocument = {"__meta__":{"name":"UnlinkTicket","hash":"sha256:3cb9c79bee567779e9ed6ee6a773ba0cbd86feefb700d8b97a79695bfb4e4bab"}} as unknown as TypedDocumentString<UnlinkTicketMutation, UnlinkTicketMutationVariables>;
export const DecideWaiverDocument = {"__meta__":{"name":"DecideWaiver","hash":"sha256:1dacf0e7310ebc33def066cd6344f45f1deee7189f90acc99ed5cbac126d73a9"}} as unknown as TypedDocumentString<DecideWaiverMutation, DecideWaiverMutationVariables>;
export const RevokeWaiverDocument = {"__meta__":{"name":"RevokeWaiver","hash":"sha256:317adcfd7246f3bef49c9b164e5843c406d17f79661df7ca175ad04ec7bd2250"}} as unknown as TypedDocumentString<RevokeWaiverMutation, RevokeWaiverMutationVariables>;
export const PostCommentDocument = {"__meta__":{"name":"PostComment","hash":"sha256:cd591ccaf59c4fae9441532a062a357152af6b2cd930d0e1af9a86c9bcf66365"}} as unknown as TypedDocumentString<PostCommentMutation, PostCommentMutationVariables>;
export const EditCommentDocument = {"__meta__":{"name":"EditComment","hash":"sha256:c83d96ae650905b358cdc0929bf0af3ddf540cf9294a3f56627646de7ef0c615"}} as unknown as TypedDocumentString<EditCommentMutation, EditCommentMutationVariables>;
export const IntegrationsDocument = {"__meta__":{"name":"Integrations","hash":"sha256:9b24f495090decad454874e2a5a0aeb207b7bac40890389da443050c763c4cbd"}} as unknown as TypedDocumentString<IntegrationsQuery, IntegrationsQueryVariables>;
export const PullRunsDocument = {"__meta__":{"name":"PullRuns","hash":"sha256:dfce4c4db47dfa6e27af44a62238676d40e8a2c2ad4135854ca81f9e151886bb"}} as unknown as TypedDocumentString<PullRunsQuery, PullRunsQueryVariables>;
export const CreateConnectionDocument = {"__meta__":{"name":"CreateConnection","hash":"sha256:f041b3d89c199ab662d75bcd3451181387baf6143a10ff484d4861f260320433"}} as unknown as TypedDocumentString<CreateConnectionMutation, CreateConnectionMutationVariables>;
export const SetConnectionPausedDocument = {"__meta__":{"name":"SetConnectionPaused","hash":"sha256:df8d76178f86df54e2ca84a4fa1435d3ce414a64b5aecaf222eaeb7caf9341d8"}} as unknown as TypedDocumentString<SetConnectionPausedMutation, SetConnectionPausedMutationVariables>;
export const RotateConnectionSecretDocument = {"__meta__":{"name":"RotateConnectionSecret","hash":"sha256:8ca60f329dd764ce1476018c5d0fe9da947080ff4a6ffc24f0c0fced20a2a448"}} as unknown as TypedDocumentString<RotateConnectionSecretMutation, RotateConnectionSecretMutationVariables>;
export const ReconcileConnectionDocument = {"__meta__":{"name":"ReconcileConnection","hash":"sha256:b1e245f4e2935728b03b3a1ae31da33a79fee2fa874bf051f9f93005b564f569"}} as unknown as TypedDocumentString<ReconcileConnectionMutation, ReconcileConnectionMutationVariables>;
export const BackfillConnectionDocument = {"__meta__":{"name":"BackfillConnection","hash":"sha256:580713c2a3fe32026b1560b6f6dcc10058967084f2fbaa48640c29228632f735"}} as unknown as TypedDocumentString<BackfillConnectionMutation, BackfillConnectionMutationVariables>;
export const SetConnectionCredentialDocument = {"__meta__":{"name":"SetConnectionCredential","hash":"sha256:dde15336aeb2764c269ad3abcc428169a1c1f26087d19e1ef06806a9dde7c1f7"}} as unknown as TypedDocumentString<SetConnectionCredentialMutation, SetConnectionCredentialMutationVariables>;
export const DeliveriesDocument = {"__meta__":{"name":"Deliveries","hash":"sha256:dc436df86fa42418c6bff6974087715bd1d59d3a759faf77d278a344aeda9d4d"}} as unknown as TypedDocumentString<DeliveriesQuery, DeliveriesQueryVariables>;
export const ReplayDeliveryDocument = {"__meta__":{"name":"ReplayDelivery","hash":"sha256:db917839f0650b2cdc0813b733cc352b0e80fd0a98abec487d206a56f379c1ec"}} as unknown as TypedDocumentString<ReplayDeliveryMutation, ReplayDeliveryMutationVariables>;
export const DismissDeliveryDocument = {"__meta__":{"name":"DismissDelivery","hash":"sha256:e050f0a274dc353da8c5f1c1a5f02f312f046971be3c29b921daaa723d01e827"}} as unknown as TypedDocumentString<DismissDeliveryMutation, DismissDeliveryMutationVariables>;
export const ReplayDeliveriesDocument = {"__meta__":{"name":"ReplayDeliveries","hash":"sha256:b19ef6657103b7b86007d0e36dfdb5b67c9df1707b8367167996bbbd55c3fce9"}} as unknown as TypedDocumentString<ReplayDeliveriesMutation, ReplayDeliveriesMutationVariables>;
export const RulesDocument = {"__meta__":{"name":"Rules","hash":"sha256:d4093d440be4bed8be5fada8b03ef4916727b1b7c3eeee21f8e62cba39866268"}} as unknown as TypedDocumentString<RulesQuery, RulesQueryVariables>;
export const PreviewRulesDocument = {"__meta__":{"name":"PreviewRules","hash":"sha256:88df957d406c123d37737a48f5c054a985bd24b5e09fee70b8b2e1af27be6985"}} as unknown as TypedDocumentString<PreviewRulesMutation, PreviewRulesMutationVariables>;
export const PublishRulesDocument = {"__meta__":{"name":"PublishRules","hash":"sha256:abc1d6dbf02cf067cf8b91e78d4877ac0035ac70b3d346f67f78d9f308447e2f"}} as unknown as TypedDocumentString<PublishRulesMutation, PublishRulesMutationVariables>;
export const WebhookEndpointsDocument = {"__meta__":{"name":"WebhookEndpoints","hash":"sha256:e0adcb14b4de9b0b8a6d4604cd65d3befabc33d2b0111a941240a0997b7a4f52"}} as unknown as TypedDocumentString<WebhookEndpointsQuery, WebhookEndpointsQueryVariables>;
export const CreateEndpointDocument = {"__meta__":{"name":"CreateEndpoint","hash":"sha256:218f3ab2ced869608d8a9197e137b53c47aec014e30065ee96dfc647bb9b8315"}} as unknown as TypedDocumentString<CreateEndpointMutation, CreateEndpointMutationVariables>;
export const UpdateEndpointDocument = {"__meta__":{"name":"UpdateEndpoint","hash":"sha256:3cbd36768d23dc0803d03d8663ad6f456c0ceed8074f5b0becd500142f6b214c"}} as unknown as TypedDocumentString<UpdateEndpointMutation, UpdateEndpointMutationVariables>;
export const RotateEndpointDocument = {"__meta__":{"name":"RotateEndpoint","hash":"sha256:b39fce52c8befc01a8639133ee2512c1a1ab62ea76d58f51eb4880671a02e035"}} as unknown as TypedDocumentString<RotateEndpointMutation, RotateEndpointMutationVariables>;
export const PingEndpointDocument = {"__meta__":{"name":"PingEndpoint","hash":"sha256:acd63b7b9217c572af5f4cb69eaf11e7b447f9cac2eeb775685b40114be37e71"}} as unknown as TypedDocumentString<PingEndpointMutation, PingEndpointMutationVariables>;
export const WebhookMessagesDocument = {"__meta__":{"name":"WebhookMessages","hash":"sha256:1091e8f7ce19d59903fbf3aaef2954a28e0af91af66a96d67cb06587f22d9a9c"}} as unknown as TypedDocumentString<WebhookMessagesQuery, WebhookMessagesQueryVariables>;
export const ResendMessageDocument = {"__meta__":{"name":"ResendMessage","hash":"sha256:94e1c52a5e376cc1746da99755c879640bfa5ed089604c315b0600bf90b2a828"}} as unknown as TypedDocumentString<ResendMessageMutation, ResendMessageMutationVariables>;
export const PeopleDocument = {"__meta__":{"name":"People","hash":"sha256:56e4afe99103178eadcecfc03a811d1850fe5735cae5c18be8a5c05f305a06b1"}} as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const FindUsersDocument = {"__meta__":{"name":"FindUsers","hash":"sha256:e0d40a45685fad00b129fa93e57441d08a651c05fc257126a6e4dc3a42bcb882"}} as unknown as TypedDocumentString<FindUsersQuery, FindUsersQueryVariables>;
export const SetMemberDocument = {"__meta__":{"name":"SetMember","hash":"sha256:805ce48771570a117eb2f540daef2bd4b39d738933396ca6f3b3ace9ee6da53e"}} as unknown as TypedDocumentString<SetMemberMutation, SetMemberMutationVariables>;
export const CreateUserDocument = {"__meta__":{"name":"CreateUser","hash":"sha256:e712ff831a89bc8cbdb1bbb12bb7f1a902e87bf6f23623beb5974832a6159b0f"}} as unknown as TypedDocumentString<CreateUserMutation, CreateUserMutationVariables>;
export const TokensDocument = {"__meta__":{"name":"Tokens","hash":"sha256:f021240567d05ba30480e3f3a18a450dc85b1891f6c6b7e08045183785f00d27"}} as unknown as TypedDocumentString<TokensQuery, TokensQueryVariables>;
export const CreateTokenDocument = {"__meta__":{"name":"CreateToken","hash":"sha256:af0ca1de92922b9c4e8d23fa66c528ba1037c4e87c9af76f5a399ea807030851"}} as unknown as TypedDocumentString<CreateTokenMutation, CreateTokenMutationVariables>;
export const RevokeTokenDocument = {"__meta__":{"name":"RevokeToken","hash":"sha256:2b93f9725a10731f5dabf97146133d41dc7f520766a7ecec53235259d4e3fb6d"}} as unknown as TypedDocumentString<RevokeTokenMutation, RevokeTokenMutationVariables>;
export const PortfolioFlowDocument = {"__meta__":{"name":"PortfolioFlow","hash":"sha256:309bfc4f71a6f18ac33fd7b4896c80e7039ea69d445655a29122a49fa0860350"}} as unknown as TypedDocumentString<PortfolioFlowQuery, PortfolioFlowQueryVariables>;
export const PortfolioEntriesDocument = {"__meta__":{"name":"PortfolioEntries","hash":"sha256:2033a90ebc70d48399fd6de77db3948f768fdafcba5d58d8f20aa6efab8837ea"}} as unknown as TypedDocumentString<PortfolioEntriesQuery, PortfolioEntriesQueryVariables>;
export const LateEffortDocument = {"__meta__":{"name":"LateEffort","hash":"sha256:83731573060876a2fe1738da112eb5e480c51db982f1b7bb79e854dfaff973ac"}} as unknown as TypedDocumentString<LateEffortQuery, LateEffortQueryVariables>;
export const AcceptLateEffortDocument = {"__meta__":{"name":"AcceptLateEffort","hash":"sha256:f615f994100dcb1c5e087fe7894df4ea0a0e1bf42bb1a9dc7b007a85615166d4"}} as unknown as TypedDocumentString<AcceptLateEffortMutation, AcceptLateEffortMutationVariables>;
export const RefuseLateEffortDocument = {"__meta__":{"name":"RefuseLateEffort","hash":"sha256:e7a4803dec03a9f17b7a4721c83adef2ef4eeddc25ec9813be2f91f07a483c67"}} as unknown as TypedDocumentString<RefuseLateEffortMutation, RefuseLateEffortMutationVariables>;
export const PortfolioAttentionDocument = {"__meta__":{"name":"PortfolioAttention","hash":"sha256:f0a9451ffe4cbee8c130d1e3a37e901733409cdf34458949968550e1be377017"}} as unknown as TypedDocumentString<PortfolioAttentionQuery, PortfolioAttentionQueryVariables>;
export const MuteFindingDocument = {"__meta__":{"name":"MuteFinding","hash":"sha256:a8212a0d11f0df0e05947538c6d640170a17b9fac14e8f988c1852d5610f10e9"}} as unknown as TypedDocumentString<MuteFindingMutation, MuteFindingMutationVariables>;
export const UnmuteFindingDocument = {"__meta__":{"name":"UnmuteFinding","hash":"sha256:7b1726a1d83d9a64cb4650b44a89cd6226ac5bf831a606651bf78dba00105cca"}} as unknown as TypedDocumentString<UnmuteFindingMutation, UnmuteFindingMutationVariables>;
export const PortfolioGroundDocument = {"__meta__":{"name":"PortfolioGround","hash":"sha256:6299174aadf330c47fcd920783e5e5c93dc8fca5eae421da9ce3fef17a5eda84"}} as unknown as TypedDocumentString<PortfolioGroundQuery, PortfolioGroundQueryVariables>;
export const PortfolioEffortDocument = {"__meta__":{"name":"PortfolioEffort","hash":"sha256:06f28abcd8fe7790cb870141d2f04e660517ed07c05b7d468a43c7acd4d60f9b"}} as unknown as TypedDocumentString<PortfolioEffortQuery, PortfolioEffortQueryVariables>;
export const PortfolioStandingDocument = {"__meta__":{"name":"PortfolioStanding","hash":"sha256:f92d4cf9aad99f524fd3e77d2e3a4de2b410f91a4ac9bddd7489337823770246"}} as unknown as TypedDocumentString<PortfolioStandingQuery, PortfolioStandingQueryVariables>;
export const ScheduledReviewsDocument = {"__meta__":{"name":"ScheduledReviews","hash":"sha256:1b9fb53e3c52996efd4e94e826f97472424f20bc76086bc48817f90325108deb"}} as unknown as TypedDocumentString<ScheduledReviewsQuery, ScheduledReviewsQueryVariables>;
export const ReadyInitiativesDocument = {"__meta__":{"name":"ReadyInitiatives","hash":"sha256:f44f8f89ad4500459d357cf8cee6b0f144db56cf0de8e05495e8d4a76de6c9ca"}} as unknown as TypedDocumentString<ReadyInitiativesQuery, ReadyInitiativesQueryVariables>;
export const ReviewsInDangerDocument = {"__meta__":{"name":"ReviewsInDanger","hash":"sha256:ba72e06c31548d8ff84d7bcd4c90e37eb6bfec8197dbcf149774200890a6e1f1"}} as unknown as TypedDocumentString<ReviewsInDangerQuery, ReviewsInDangerQueryVariables>;
export const MeetingItemDocument = {"__meta__":{"name":"MeetingItem","hash":"sha256:2df31c84ffc4501c61b7024526ec9696f98ea7695db4ee2306bab465cfeede6e"}} as unknown as TypedDocumentString<MeetingItemQuery, MeetingItemQueryVariables>;
export const TemplatesDocument = {"__meta__":{"name":"Templates","hash":"sha256:ff6ab22890b9a27a3497d0e140369c5a2f0b58b2e667cf8d9c8b46d0eb1e4df5"}} as unknown as TypedDocumentString<TemplatesQuery, TemplatesQueryVariables>;
export const TemplateDocument = {"__meta__":{"name":"Template","hash":"sha256:c94bc504189b45bff0ef0ba21637c9bdf80317d648b6120768c22fc1f0b6596f"}} as unknown as TypedDocumentString<TemplateQuery, TemplateQueryVariables>;
export const PublishTemplateDocument = {"__meta__":{"name":"PublishTemplate","hash":"sha256:f2730dfa7bc62433a160954dc9831707fe9a754bc708a9cfa0186a7bd45e4c5b"}} as unknown as TypedDocumentString<PublishTemplateMutation, PublishTemplateMutationVariables>;
export const DryRunDocument = {"__meta__":{"name":"DryRun","hash":"sha256:46ff62389114d5fa3a2ec678ce7521cbcf28306d6263649c8980391cfe15c71d"}} as unknown as TypedDocumentString<DryRunQuery, DryRunQueryVariables>;
export const MigrationEffectsDocument = {"__meta__":{"name":"MigrationEffects","hash":"sha256:83dcf8ca5df26fa915e1c423134142fa800299711399e14ede9af877c9b91cd8"}} as unknown as TypedDocumentString<MigrationEffectsQuery, MigrationEffectsQueryVariables>;
export const FindInitiativesDocument = {"__meta__":{"name":"FindInitiatives","hash":"sha256:c98b38330fd8bb5a495faf750a5c671f88d69132799f1a089f68fbab0dfcca07"}} as unknown as TypedDocumentString<FindInitiativesQuery, FindInitiativesQueryVariables>;
export const MyPortfoliosDocument = {"__meta__":{"name":"MyPortfolios","hash":"sha256:268587ac32045775b0b627c54cb12f7e4cd74a0639ad8901e858c04db541907e"}} as unknown as TypedDocumentString<MyPortfoliosQuery, MyPortfoliosQueryVariables>;