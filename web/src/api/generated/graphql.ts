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

/** A vote; it takes the place of the one cast before. */
export type GateVoteCastInput = {
  /** Why, 1 to 4,000 characters. */
  comment?: string | null | undefined;
  /** What to vote for; null abstains. */
  outcome?: GateOutcome | null | undefined;
};

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

/** What is to be told of an initiative. */
export type StatusUpdateInput = {
  /** How it is doing: ON_TRACK, AT_RISK or OFF_TRACK. NO_DATA is refused. */
  health: Health;
  /** What happened, what is next and what is needed, 1 to 10,000 characters, plain or Markdown; kept as typed. */
  text: string;
};

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

export type BoardQueryVariables = Exact<{
  portfolioKey: string;
}>;


export type BoardQuery = { portfolio: { name: string, initiatives: { totalCount: number, nodes: Array<{ id: string, key: string, name: string, health: Health, daysInStage: number, stage: { name: string } }> } } | null };

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


export type ChangedSinceQuery = { initiative: { version: number, auditEvents: { nodes: Array<{ id: string, at: string, action: string, subjectType: string, changes: unknown, actor: { name: string } | null }> } } | null };

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

export type ActivityOfQueryVariables = Exact<{
  id: string;
}>;


export type ActivityOfQuery = { initiative: { auditEvents: { nodes: Array<{ id: string, at: string, action: string, subjectType: string, changes: unknown, hash: string, actor: { name: string } | null }>, pageInfo: { hasNextPage: boolean } } } | null };

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

export type OfCommentFragment = { id: string, text: string | null, version: number, postedAt: string, editedAt: string | null, deletedAt: string | null, author: { id: string, name: string } };

export type ConversationOfQueryVariables = Exact<{
  id: string;
}>;


export type ConversationOfQuery = { initiative: { comments: { totalCount: number, nodes: Array<{ id: string, text: string | null, version: number, postedAt: string, editedAt: string | null, deletedAt: string | null, replies: { nodes: Array<{ id: string, text: string | null, version: number, postedAt: string, editedAt: string | null, deletedAt: string | null, author: { id: string, name: string } }> }, author: { id: string, name: string } }> } } | null };

export type DeleteCommentMutationVariables = Exact<{
  id: string;
}>;


export type DeleteCommentMutation = { commentDelete: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type CloseConditionMutationVariables = Exact<{
  id: string;
  input: GateConditionCloseInput;
}>;


export type CloseConditionMutation = { gateConditionClose: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type DecisionsOfQueryVariables = Exact<{
  id: string;
}>;


export type DecisionsOfQuery = { initiative: { decisions: { nodes: Array<{ id: string, outcome: GateOutcome, rationale: string, decidedAt: string, snapshotSha256: string, templateVersion: number, decidedBy: { name: string }, fromStage: { name: string }, toStage: { name: string } | null, conditions: Array<{ id: string, text: string, dueOn: string, status: GateConditionStatus, owner: { name: string } }> }> } } | null };

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
  portfolioKey: string;
  initiativeKey: string;
}>;


export type EffortOfQuery = { initiative: { effortSplit: { headline: string, from: string, to: string, personDays: string, uncategorizedPersonDays: string, coveragePercent: string, shares: Array<{ personDays: string, percent: string | null, deviationPoints: string | null, verdict: AllocationVerdict, category: { key: string, name: string, targetPercent: string, tolerancePoints: string } }> } } | null, portfolio: { effortEntries: { nodes: Array<{ id: string, workedOn: string, personDays: string, categoryKey: string | null, categorySource: CategorySource, method: EffortMethod, source: string, person: string | null, note: string | null }>, pageInfo: { hasNextPage: boolean } } } | null };

export type EvidenceOfQueryVariables = Exact<{
  id: string;
}>;


export type EvidenceOfQuery = { initiative: { evidence: { nodes: Array<{ id: string, criterionKey: string, kind: CriterionKind, status: EvidenceStatus, summary: string, url: string | null, content: unknown, effectiveOn: string, expiresOn: string | null, submittedAt: string, reviewComment: string | null, submittedBy: { name: string }, reviewedBy: { name: string } | null, viewerCan: { review: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> } } }> } } | null };

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


export type KpisOfQuery = { initiative: { kpis: Array<{ id: string, name: string, class: KpiClass, role: KpiRole, direction: KpiDirection, unit: string, target: string | null, targetDate: string | null, rangeLow: string | null, rangeHigh: string | null, breached: boolean, attainmentPercent: string | null, dataSource: string, version: number, owner: { id: string, name: string }, baseline: { value: string, measuredOn: string, sampleSize: number | null, frozenAt: string | null } | null, latest: { value: string, measuredOn: string, source: string, sampleSize: number | null } | null, measurements: { nodes: Array<{ value: string, measuredOn: string, source: string }> }, versions: Array<{ version: number, recordedAt: string, reason: string | null, isAfterFreeze: boolean, target: string | null, recordedBy: { name: string } }> }> } | null };

export type MeasureMutationVariables = Exact<{
  measurements: Array<KpiMeasurementInput> | KpiMeasurementInput;
}>;


export type MeasureMutation = { kpiMeasurementsRecord: { recorded: number, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

export type InitiativeAtGateQueryVariables = Exact<{
  key: string;
}>;


export type InitiativeAtGateQuery = { viewer: { user: { id: string } }, initiativeByKey: { id: string, key: string, name: string, problem: string, version: number, status: InitiativeStatus, health: Health, healthReason: string, healthDifference: string | null, daysInStage: number, daysOnHold: number, agingLevel: AgingLevel, investmentClass: InvestmentClass, riskTier: RiskTier, valueThesis: ValueThesis, solutionType: SolutionType | null, businessUnit: string | null, defaultCategoryKey: string | null, owner: { id: string, name: string }, sponsor: { id: string, name: string } | null, stage: { key: string, name: string, position: number }, portfolio: { key: string, name: string, viewerRoles: Array<Role>, members: Array<{ roles: Array<Role>, user: { id: string, name: string } }>, aging: Array<{ p50: number | null, p85: number | null, stage: { key: string } }> }, template: { key: string, version: number, stages: Array<{ key: string, name: string, position: number, exitGate: { key: string, criteria: Array<{ key: string, name: string, kind: CriterionKind }> } | null }> }, attention: Array<{ id: string, code: FindingCode, level: FindingLevel, message: string }>, gate: { definition: { key: string, name: string, quorum: number }, readiness: { ready: boolean, metCount: number, mustMeetCount: number, openConditions: Array<{ id: string, text: string, dueOn: string, status: GateConditionStatus, criterionKey: string | null, owner: { name: string } }>, assessments: Array<{ status: CriterionStatus, reason: string, remedy: string | null, blocks: boolean, criterion: { key: string, name: string, kind: CriterionKind, weight: CriterionWeight, veto: boolean, guidance: string, example: string | null, validForDays: number | null, settings: unknown }, evidence: { id: string, status: EvidenceStatus, effectiveOn: string, expiresOn: string | null, reviewComment: string | null } | null, waiver: { id: string, expiresOn: string, status: WaiverStatus, reason: string } | null }> }, currentReview: { id: string, note: string | null, dueOn: string | null, ageDays: number, isOverdue: boolean, requestedAt: string, requestedBy: { name: string }, votes: Array<{ castAt: string, comment: string | null, outcome: GateOutcome | null, isGatekeeper: boolean, voter: { id: string, name: string } }>, viewerCan: { decide: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, vote: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, cancel: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> } } } | null } | null, waivers: Array<{ id: string, criterionKey: string, status: WaiverStatus, reason: string, compensatingControl: string, expiresOn: string, requestedAt: string, decisionComment: string | null, requestedBy: { name: string }, decidedBy: { name: string } | null, viewerCan: { decide: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, revoke: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> } } }>, viewerCan: { closeCondition: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, comment: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, decide: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, defineKpi: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, linkTicket: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, postStatusUpdate: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, recordMeasurement: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, reopen: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, requestReview: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, requestWaiver: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, resume: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, submitEvidence: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> }, update: { allowed: boolean, reason: string | null, whoCan: Array<{ id: string, name: string }> } } } | null };

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
}>;


export type StatusUpdatesOfQuery = { initiative: { statusUpdates: { nodes: Array<{ id: string, health: Health, text: string, postedAt: string, postedBy: { name: string } }> } } | null };

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
  portfolioKey: string;
}>;


export type TicketsOfQuery = { initiative: { tickets: { nodes: Array<{ id: string, key: string, title: string, url: string | null, tool: TicketTool, statusCategory: TicketStatusCategory, statusName: string | null, deleted: boolean, links: Array<{ sharePercent: string, criterionKeys: Array<string>, initiative: { id: string } }> }> } } | null, portfolio: { integrationConnections: Array<{ id: string, name: string, tool: TicketTool }> } | null };

export type LinkTicketMutationVariables = Exact<{
  initiativeId: string;
  input: TicketLinkInput;
}>;


export type LinkTicketMutation = { ticketLink: { userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } };

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
export const WhatStandsAgainstDocument = new TypedDocumentString(`
    query WhatStandsAgainst($initiativeId: ID!, $stageKey: String!) {
  go: gatePreview(initiativeId: $initiativeId, outcome: GO) {
    ...Against
  }
  conditionalGo: gatePreview(initiativeId: $initiativeId, outcome: CONDITIONAL_GO) {
    ...Against
  }
  hold: gatePreview(initiativeId: $initiativeId, outcome: HOLD) {
    ...Against
  }
  recycle: gatePreview(
    initiativeId: $initiativeId
    outcome: RECYCLE
    recycleToStageKey: $stageKey
  ) {
    ...Against
  }
  kill: gatePreview(initiativeId: $initiativeId, outcome: KILL) {
    ...Against
  }
}
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
}`) as unknown as TypedDocumentString<WhatStandsAgainstQuery, WhatStandsAgainstQueryVariables>;
export const RequestReviewDocument = new TypedDocumentString(`
    mutation RequestReview($initiativeId: ID!, $input: GateReviewRequestInput!) {
  gateReviewRequest(initiativeId: $initiativeId, input: $input) {
    review {
      id
      initiative {
        version
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RequestReviewMutation, RequestReviewMutationVariables>;
export const DecideDocument = new TypedDocumentString(`
    mutation Decide($reviewId: ID!, $input: GateDecideInput!) {
  gateDecide(reviewId: $reviewId, input: $input) {
    decision {
      id
      outcome
      toStage {
        name
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<DecideMutation, DecideMutationVariables>;
export const CastVoteDocument = new TypedDocumentString(`
    mutation CastVote($reviewId: ID!, $input: GateVoteCastInput!) {
  gateVoteCast(reviewId: $reviewId, input: $input) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CastVoteMutation, CastVoteMutationVariables>;
export const ChangedSinceDocument = new TypedDocumentString(`
    query ChangedSince($id: ID!) {
  initiative(id: $id) {
    version
    auditEvents(first: 10) {
      nodes {
        id
        at
        action
        subjectType
        changes
        actor {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChangedSinceQuery, ChangedSinceQueryVariables>;
export const CriteriaOfDocument = new TypedDocumentString(`
    query CriteriaOf($key: String!) {
  initiativeByKey(key: $key) {
    template {
      stages {
        exitGate {
          key
          name
          criteria {
            key
            name
            kind
            veto
            weight
            guidance
            example
            validForDays
            settings
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CriteriaOfQuery, CriteriaOfQueryVariables>;
export const SubmitEvidenceDocument = new TypedDocumentString(`
    mutation SubmitEvidence($initiativeId: ID!, $criterionKey: String!, $input: EvidenceInput!) {
  evidenceSubmit(
    initiativeId: $initiativeId
    criterionKey: $criterionKey
    input: $input
  ) {
    evidence {
      id
      status
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SubmitEvidenceMutation, SubmitEvidenceMutationVariables>;
export const RequestWaiverDocument = new TypedDocumentString(`
    mutation RequestWaiver($initiativeId: ID!, $criterionKey: String!, $input: WaiverRequestInput!) {
  waiverRequest(
    initiativeId: $initiativeId
    criterionKey: $criterionKey
    input: $input
  ) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RequestWaiverMutation, RequestWaiverMutationVariables>;
export const ActivityOfDocument = new TypedDocumentString(`
    query ActivityOf($id: ID!) {
  initiative(id: $id) {
    auditEvents(first: 100) {
      nodes {
        id
        at
        action
        subjectType
        changes
        hash
        actor {
          name
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ActivityOfQuery, ActivityOfQueryVariables>;
export const BenefitsOfDocument = new TypedDocumentString(`
    query BenefitsOf($id: ID!) {
  initiative(id: $id) {
    benefitsReviews {
      id
      dueOn
      milestoneDays
      outcome
      note
      completedAt
      completedBy {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BenefitsOfQuery, BenefitsOfQueryVariables>;
export const CompleteBenefitsReviewDocument = new TypedDocumentString(`
    mutation CompleteBenefitsReview($id: ID!, $input: BenefitsReviewCompleteInput!) {
  benefitsReviewComplete(id: $id, input: $input) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CompleteBenefitsReviewMutation, CompleteBenefitsReviewMutationVariables>;
export const ConversationOfDocument = new TypedDocumentString(`
    query ConversationOf($id: ID!) {
  initiative(id: $id) {
    comments(first: 50) {
      totalCount
      nodes {
        ...OfComment
        replies(first: 50) {
          nodes {
            ...OfComment
          }
        }
      }
    }
  }
}
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
}`) as unknown as TypedDocumentString<ConversationOfQuery, ConversationOfQueryVariables>;
export const DeleteCommentDocument = new TypedDocumentString(`
    mutation DeleteComment($id: ID!) {
  commentDelete(id: $id) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteCommentMutation, DeleteCommentMutationVariables>;
export const CloseConditionDocument = new TypedDocumentString(`
    mutation CloseCondition($id: ID!, $input: GateConditionCloseInput!) {
  gateConditionClose(id: $id, input: $input) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CloseConditionMutation, CloseConditionMutationVariables>;
export const DecisionsOfDocument = new TypedDocumentString(`
    query DecisionsOf($id: ID!) {
  initiative(id: $id) {
    decisions(first: 10) {
      nodes {
        id
        outcome
        rationale
        decidedAt
        snapshotSha256
        templateVersion
        decidedBy {
          name
        }
        fromStage {
          name
        }
        toStage {
          name
        }
        conditions {
          id
          text
          dueOn
          status
          owner {
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DecisionsOfQuery, DecisionsOfQueryVariables>;
export const UpdateInitiativeDocument = new TypedDocumentString(`
    mutation UpdateInitiative($id: ID!, $input: InitiativeUpdateInput!) {
  initiativeUpdate(id: $id, input: $input) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateInitiativeMutation, UpdateInitiativeMutationVariables>;
export const EffortOfDocument = new TypedDocumentString(`
    query EffortOf($id: ID!, $portfolioKey: String!, $initiativeKey: String!) {
  initiative(id: $id) {
    effortSplit {
      headline
      from
      to
      personDays
      uncategorizedPersonDays
      coveragePercent
      shares {
        personDays
        percent
        deviationPoints
        verdict
        category {
          key
          name
          targetPercent
          tolerancePoints
        }
      }
    }
  }
  portfolio(key: $portfolioKey) {
    effortEntries(initiativeKey: $initiativeKey, first: 50) {
      nodes {
        id
        workedOn
        personDays
        categoryKey
        categorySource
        method
        source
        person
        note
      }
      pageInfo {
        hasNextPage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EffortOfQuery, EffortOfQueryVariables>;
export const EvidenceOfDocument = new TypedDocumentString(`
    query EvidenceOf($id: ID!) {
  initiative(id: $id) {
    evidence(first: 100) {
      nodes {
        id
        criterionKey
        kind
        status
        summary
        url
        content
        effectiveOn
        expiresOn
        submittedAt
        reviewComment
        submittedBy {
          name
        }
        reviewedBy {
          name
        }
        viewerCan {
          review {
            ...Permitted
          }
        }
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
}`) as unknown as TypedDocumentString<EvidenceOfQuery, EvidenceOfQueryVariables>;
export const ReviewEvidenceDocument = new TypedDocumentString(`
    mutation ReviewEvidence($id: ID!, $input: EvidenceReviewInput!) {
  evidenceReview(id: $id, input: $input) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ReviewEvidenceMutation, ReviewEvidenceMutationVariables>;
export const ResumeDocument = new TypedDocumentString(`
    mutation Resume($id: ID!, $reason: String!) {
  initiativeResume(id: $id, reason: $reason) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ResumeMutation, ResumeMutationVariables>;
export const ReopenDocument = new TypedDocumentString(`
    mutation Reopen($id: ID!, $reason: String!) {
  initiativeReopen(id: $id, reason: $reason) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ReopenMutation, ReopenMutationVariables>;
export const DefineKpiDocument = new TypedDocumentString(`
    mutation DefineKpi($initiativeId: ID!, $input: KpiDefineInput!) {
  kpiDefine(initiativeId: $initiativeId, input: $input) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<DefineKpiMutation, DefineKpiMutationVariables>;
export const ReviseKpiDocument = new TypedDocumentString(`
    mutation ReviseKpi($id: ID!, $input: KpiDefineInput!, $reason: String!) {
  kpiRevise(id: $id, input: $input, reason: $reason) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ReviseKpiMutation, ReviseKpiMutationVariables>;
export const KpisOfDocument = new TypedDocumentString(`
    query KpisOf($id: ID!) {
  initiative(id: $id) {
    kpis {
      id
      name
      class
      role
      direction
      unit
      target
      targetDate
      rangeLow
      rangeHigh
      breached
      attainmentPercent
      dataSource
      version
      owner {
        id
        name
      }
      baseline {
        value
        measuredOn
        sampleSize
        frozenAt
      }
      latest {
        value
        measuredOn
        source
        sampleSize
      }
      measurements(first: 100) {
        nodes {
          value
          measuredOn
          source
        }
      }
      versions {
        version
        recordedAt
        reason
        isAfterFreeze
        target
        recordedBy {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KpisOfQuery, KpisOfQueryVariables>;
export const MeasureDocument = new TypedDocumentString(`
    mutation Measure($measurements: [KpiMeasurementInput!]!) {
  kpiMeasurementsRecord(measurements: $measurements) {
    recorded
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<MeasureMutation, MeasureMutationVariables>;
export const InitiativeAtGateDocument = new TypedDocumentString(`
    query InitiativeAtGate($key: String!) {
  viewer {
    user {
      id
    }
  }
  initiativeByKey(key: $key) {
    id
    key
    name
    problem
    version
    status
    health
    healthReason
    healthDifference
    daysInStage
    daysOnHold
    agingLevel
    investmentClass
    riskTier
    valueThesis
    solutionType
    businessUnit
    defaultCategoryKey
    owner {
      id
      name
    }
    sponsor {
      id
      name
    }
    stage {
      key
      name
      position
    }
    portfolio {
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
      aging {
        p50
        p85
        stage {
          key
        }
      }
    }
    template {
      key
      version
      stages {
        key
        name
        position
        exitGate {
          key
          criteria {
            key
            name
            kind
          }
        }
      }
    }
    attention {
      id
      code
      level
      message
    }
    gate {
      ...OfGate
    }
    waivers {
      ...OfWaiver
    }
    viewerCan {
      closeCondition {
        ...Permitted
      }
      comment {
        ...Permitted
      }
      decide {
        ...Permitted
      }
      defineKpi {
        ...Permitted
      }
      linkTicket {
        ...Permitted
      }
      postStatusUpdate {
        ...Permitted
      }
      recordMeasurement {
        ...Permitted
      }
      reopen {
        ...Permitted
      }
      requestReview {
        ...Permitted
      }
      requestWaiver {
        ...Permitted
      }
      resume {
        ...Permitted
      }
      submitEvidence {
        ...Permitted
      }
      update {
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
}
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
}`) as unknown as TypedDocumentString<InitiativeAtGateQuery, InitiativeAtGateQueryVariables>;
export const CancelReviewDocument = new TypedDocumentString(`
    mutation CancelReview($reviewId: ID!, $reason: String!) {
  gateReviewCancel(reviewId: $reviewId, reason: $reason) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CancelReviewMutation, CancelReviewMutationVariables>;
export const SignalsOfDocument = new TypedDocumentString(`
    query SignalsOf($id: ID!) {
  initiative(id: $id) {
    signals {
      name
      kind
      level
      message
      lastAt
    }
  }
}
    `) as unknown as TypedDocumentString<SignalsOfQuery, SignalsOfQueryVariables>;
export const StatusUpdatesOfDocument = new TypedDocumentString(`
    query StatusUpdatesOf($id: ID!) {
  initiative(id: $id) {
    statusUpdates(first: 20) {
      nodes {
        id
        health
        text
        postedAt
        postedBy {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StatusUpdatesOfQuery, StatusUpdatesOfQueryVariables>;
export const PostStatusUpdateDocument = new TypedDocumentString(`
    mutation PostStatusUpdate($initiativeId: ID!, $input: StatusUpdateInput!) {
  statusUpdatePost(initiativeId: $initiativeId, input: $input) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<PostStatusUpdateMutation, PostStatusUpdateMutationVariables>;
export const TicketsOfDocument = new TypedDocumentString(`
    query TicketsOf($id: ID!, $portfolioKey: String!) {
  initiative(id: $id) {
    tickets(first: 100) {
      nodes {
        id
        key
        title
        url
        tool
        statusCategory
        statusName
        deleted
        links {
          sharePercent
          criterionKeys
          initiative {
            id
          }
        }
      }
    }
  }
  portfolio(key: $portfolioKey) {
    integrationConnections {
      id
      name
      tool
    }
  }
}
    `) as unknown as TypedDocumentString<TicketsOfQuery, TicketsOfQueryVariables>;
export const LinkTicketDocument = new TypedDocumentString(`
    mutation LinkTicket($initiativeId: ID!, $input: TicketLinkInput!) {
  ticketLink(initiativeId: $initiativeId, input: $input) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<LinkTicketMutation, LinkTicketMutationVariables>;
export const UnlinkTicketDocument = new TypedDocumentString(`
    mutation UnlinkTicket($initiativeId: ID!, $input: TicketUnlinkInput!) {
  ticketUnlink(initiativeId: $initiativeId, input: $input) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<UnlinkTicketMutation, UnlinkTicketMutationVariables>;
export const DecideWaiverDocument = new TypedDocumentString(`
    mutation DecideWaiver($id: ID!, $input: WaiverDecideInput!) {
  waiverDecide(id: $id, input: $input) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<DecideWaiverMutation, DecideWaiverMutationVariables>;
export const RevokeWaiverDocument = new TypedDocumentString(`
    mutation RevokeWaiver($id: ID!, $reason: String!) {
  waiverRevoke(id: $id, reason: $reason) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeWaiverMutation, RevokeWaiverMutationVariables>;
export const PostCommentDocument = new TypedDocumentString(`
    mutation PostComment($input: CommentPostInput!) {
  commentPost(input: $input) {
    unresolvedMentions
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<PostCommentMutation, PostCommentMutationVariables>;
export const EditCommentDocument = new TypedDocumentString(`
    mutation EditComment($id: ID!, $input: CommentEditInput!) {
  commentEdit(id: $id, input: $input) {
    unresolvedMentions
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<EditCommentMutation, EditCommentMutationVariables>;
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