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

/** What the gatekeepers are to know of a review. */
export type GateReviewRequestInput = {
  /** By when it is to be decided; today or later. */
  dueOn?: string | null | undefined;
  /** What to say to them, 1 to 4,000 characters. */
  note?: string | null | undefined;
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

/** How far an initiative is from today’s business. */
export type InvestmentClass =
  /** It takes what is done today to new users or uses. */
  | 'ADJACENT'
  /** It betters what is done today. */
  | 'CORE'
  /** It makes something that is not done today. */
  | 'TRANSFORMATIONAL';

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
export const BoardDocument = new TypedDocumentString(`
    query Board($portfolioKey: String!, $statuses: [InitiativeStatus!]!) {
  portfolio(key: $portfolioKey) {
    name
    viewerRoles
    template {
      stages {
        key
        name
        exitGate {
          name
        }
      }
    }
    aging {
      p50
      p85
      overWip
      wipLimit
      stage {
        key
      }
    }
    onHold: initiatives(first: 1, filter: {statuses: [ON_HOLD]}) {
      totalCount
    }
    killed: initiatives(first: 1, filter: {statuses: [KILLED]}) {
      totalCount
    }
    retired: initiatives(first: 1, filter: {statuses: [RETIRED]}) {
      totalCount
    }
    initiatives(first: 300, filter: {statuses: $statuses}, orderBy: KEY_ASC) {
      ...BoardPage
    }
  }
}
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
}`) as unknown as TypedDocumentString<BoardQuery, BoardQueryVariables>;
export const BoardMoreDocument = new TypedDocumentString(`
    query BoardMore($portfolioKey: String!, $statuses: [InitiativeStatus!]!, $after: String!) {
  portfolio(key: $portfolioKey) {
    initiatives(
      first: 300
      after: $after
      filter: {statuses: $statuses}
      orderBy: KEY_ASC
    ) {
      ...BoardPage
    }
  }
}
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
}`) as unknown as TypedDocumentString<BoardMoreQuery, BoardMoreQueryVariables>;
export const RequestReviewOfOneDocument = new TypedDocumentString(`
    mutation RequestReviewOfOne($initiativeId: ID!, $input: GateReviewRequestInput!) {
  gateReviewRequest(initiativeId: $initiativeId, input: $input) {
    review {
      id
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RequestReviewOfOneMutation, RequestReviewOfOneMutationVariables>;
export const CloserLookDocument = new TypedDocumentString(`
    query CloserLook($key: String!) {
  initiativeByKey(key: $key) {
    id
    key
    name
    investmentClass
    health
    healthReason
    stage {
      name
    }
    gate {
      definition {
        name
      }
      readiness {
        metCount
        mustMeetCount
        ready
        assessments {
          status
          blocks
          reason
          remedy
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
      currentReview {
        dueOn
        isOverdue
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
      requestReview {
        allowed
        reason
      }
      submitEvidence {
        allowed
        reason
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CloserLookQuery, CloserLookQueryVariables>;
export const BoardWaitingDocument = new TypedDocumentString(`
    query BoardWaiting($portfolioKey: String!) {
  viewer {
    inbox(first: 100, portfolioKey: $portfolioKey) {
      nodes {
        initiative {
          key
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BoardWaitingQuery, BoardWaitingQueryVariables>;
export const CreationOfDocument = new TypedDocumentString(`
    query CreationOf($portfolioKey: String!) {
  portfolio(key: $portfolioKey) {
    name
    viewerRoles
    members {
      user {
        id
        name
      }
    }
    template {
      key
      name
    }
    allocationScheme {
      categories {
        key
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CreationOfQuery, CreationOfQueryVariables>;
export const CreateInitiativeDocument = new TypedDocumentString(`
    mutation CreateInitiative($input: InitiativeCreateInput!) {
  initiativeCreate(input: $input) {
    initiative {
      key
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreateInitiativeMutation, CreateInitiativeMutationVariables>;
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