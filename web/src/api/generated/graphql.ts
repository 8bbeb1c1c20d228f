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

/** How far an initiative is from today’s business. */
export type InvestmentClass =
  /** It takes what is done today to new users or uses. */
  | 'ADJACENT'
  /** It betters what is done today. */
  | 'CORE'
  /** It makes something that is not done today. */
  | 'TRANSFORMATIONAL';

/** What a late entry of effort asks for. */
export type LateEffortKind =
  /** To take back what stands of it. */
  | 'DELETE'
  /** To enter something, in place of what stands of it where something does. */
  | 'RECORD';

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
}>;


export type BoardQuery = { portfolio: { name: string, initiatives: { totalCount: number, nodes: Array<{ id: string, key: string, name: string, health: Health, daysInStage: number, stage: { name: string } }> } } | null };

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

export type PortfolioFlowQueryVariables = Exact<{
  portfolioKey: string;
  from: string;
  to: string;
  yearFrom: string;
  yearTo: string;
  exits: number;
  asOf?: string | null | undefined;
}>;


export type PortfolioFlowQuery = { portfolio: { funnel: { endToEndPercent: string | null, stages: Array<{ entered: number, advanced: number, stopped: number, remaining: number, conversionPercent: string | null, medianDays: string | null, stage: { key: string, name: string } }> }, aging: Array<{ count: number, exits: number, p50: number | null, p70: number | null, p85: number | null, wipLimit: number | null, overWip: boolean, stage: { key: string, name: string, timeBoxDays: number | null }, levels: Array<{ level: AgingLevel, count: number }> }>, valueBalance: Array<{ valueThesis: ValueThesis, initiatives: number, personDays: string, percent: string | null }>, forecast: { enoughHistory: boolean, exits: number, explanation: string, p50Months: number | null, p85Months: number | null, p95Months: number | null, history: Array<{ month: string, exits: number }> }, governanceDebt: { asOf: string, rows: Array<{ kind: GovernanceDebtKind, count: number, oldestDays: number | null, ages: Array<{ fromDays: number, toDays: number | null, count: number }> }>, items: { nodes: Array<{ id: string, kind: GovernanceDebtKind, days: number, until: string, text: string, initiative: { key: string, name: string } }>, pageInfo: { hasNextPage: boolean } } }, decisionStatistics: { gates: Array<{ decisions: number, medianDays: string | null, p85Days: number | null, openReviews: number, oldestOpenDays: number | null, rubberStamp: boolean, gate: { key: string, name: string }, outcomes: Array<{ outcome: GateOutcome, count: number, percent: string | null }> }> } } | null };

export type PortfolioStandingQueryVariables = Exact<{
  portfolioKey: string;
  after?: string | null | undefined;
}>;


export type PortfolioStandingQuery = { portfolio: { initiatives: { totalCount: number, nodes: Array<{ id: string, key: string, name: string, health: Health, daysInStage: number, stage: { key: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

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
export const PortfolioEntriesDocument = new TypedDocumentString(`
    query PortfolioEntries($portfolioKey: String!, $from: Date!, $to: Date!, $categoryKey: String, $uncategorised: Boolean, $investmentClass: InvestmentClass, $valueThesis: ValueThesis, $after: String, $asOf: DateTime) {
  portfolio(key: $portfolioKey) {
    effortEntries(
      first: 50
      after: $after
      from: $from
      to: $to
      categoryKey: $categoryKey
      uncategorised: $uncategorised
      schemeOn: $to
      investmentClass: $investmentClass
      valueThesis: $valueThesis
      asOf: $asOf
    ) {
      nodes {
        id
        workedOn
        personDays
        person
        note
        source
        reverses {
          id
        }
        initiative {
          key
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PortfolioEntriesQuery, PortfolioEntriesQueryVariables>;
export const LateEffortDocument = new TypedDocumentString(`
    query LateEffort($portfolioKey: String!) {
  portfolio(key: $portfolioKey) {
    lateEffort(first: 50, status: PENDING) {
      nodes {
        id
        workedOn
        kind
        personDays
        person
        source
        note
        initiative {
          key
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LateEffortQuery, LateEffortQueryVariables>;
export const AcceptLateEffortDocument = new TypedDocumentString(`
    mutation AcceptLateEffort($portfolioKey: String!, $ids: [ID!]!, $reason: String) {
  effortLateAccept(portfolioKey: $portfolioKey, ids: $ids, reason: $reason) {
    settled
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<AcceptLateEffortMutation, AcceptLateEffortMutationVariables>;
export const RefuseLateEffortDocument = new TypedDocumentString(`
    mutation RefuseLateEffort($portfolioKey: String!, $ids: [ID!]!, $reason: String!) {
  effortLateRefuse(portfolioKey: $portfolioKey, ids: $ids, reason: $reason) {
    settled
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RefuseLateEffortMutation, RefuseLateEffortMutationVariables>;
export const PortfolioAttentionDocument = new TypedDocumentString(`
    query PortfolioAttention($portfolioKey: String!, $first: Int!, $codes: [FindingCode!], $levels: [FindingLevel!], $muted: Boolean!, $asOf: DateTime) {
  portfolio(key: $portfolioKey) {
    attention(
      first: $first
      codes: $codes
      levels: $levels
      includeMuted: $muted
      asOf: $asOf
    ) {
      totalCount
      nodes {
        id
        code
        level
        message
        since
        initiative {
          key
          name
          viewerCan {
            muteFinding {
              allowed
              reason
            }
          }
        }
        mute {
          reason
          until
          mutedBy {
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PortfolioAttentionQuery, PortfolioAttentionQueryVariables>;
export const MuteFindingDocument = new TypedDocumentString(`
    mutation MuteFinding($id: ID!, $input: FindingMuteInput!) {
  findingMute(id: $id, input: $input) {
    finding {
      id
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<MuteFindingMutation, MuteFindingMutationVariables>;
export const UnmuteFindingDocument = new TypedDocumentString(`
    mutation UnmuteFinding($id: ID!) {
  findingUnmute(id: $id) {
    finding {
      id
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<UnmuteFindingMutation, UnmuteFindingMutationVariables>;
export const PortfolioGroundDocument = new TypedDocumentString(`
    query PortfolioGround($portfolioKey: String!) {
  portfolio(key: $portfolioKey) {
    name
    timeZone
    viewerRoles
    governanceDebt {
      asOf
    }
    initiatives(first: 1, filter: {statuses: [ACTIVE, ON_HOLD]}) {
      totalCount
    }
    template {
      stages {
        key
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PortfolioGroundQuery, PortfolioGroundQueryVariables>;
export const PortfolioEffortDocument = new TypedDocumentString(`
    query PortfolioEffort($portfolioKey: String!, $from: Date!, $to: Date!, $trendFrom: Date!, $trendTo: Date!, $asOf: DateTime) {
  portfolio(key: $portfolioKey) {
    effortSplit(from: $from, to: $to, asOf: $asOf) {
      headline
      personDays
      uncategorizedPersonDays
      coveragePercent
      operationalisationPercent
      schemeNote
      scheme {
        version
        coverageFloorPercent
      }
      shares {
        category {
          key
          name
          targetPercent
          tolerancePoints
        }
        personDays
        percent
        deviationPoints
        verdict
      }
      concentration {
        sentence
      }
      spread {
        sentence
      }
      investmentMix {
        headline
        personDays
        shares {
          investmentClass
          personDays
          percent
          targetPercent
          tolerancePoints
          deviationPoints
          verdict
        }
      }
    }
    effortTrend(from: $trendFrom, to: $trendTo, asOf: $asOf) {
      headline
      periods {
        key
        label
        personDays
        coveragePercent
        shares {
          category {
            key
            name
            targetPercent
          }
          percent
          verdict
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PortfolioEffortQuery, PortfolioEffortQueryVariables>;
export const PortfolioFlowDocument = new TypedDocumentString(`
    query PortfolioFlow($portfolioKey: String!, $from: Date!, $to: Date!, $yearFrom: Date!, $yearTo: Date!, $exits: Int!, $asOf: DateTime) {
  portfolio(key: $portfolioKey) {
    funnel(from: $yearFrom, to: $yearTo, asOf: $asOf) {
      endToEndPercent
      stages {
        stage {
          key
          name
        }
        entered
        advanced
        stopped
        remaining
        conversionPercent
        medianDays
      }
    }
    aging(asOf: $asOf) {
      stage {
        key
        name
        timeBoxDays
      }
      count
      exits
      levels {
        level
        count
      }
      p50
      p70
      p85
      wipLimit
      overWip
    }
    valueBalance(from: $from, to: $to, asOf: $asOf) {
      valueThesis
      initiatives
      personDays
      percent
    }
    forecast(exits: $exits, asOf: $asOf) {
      enoughHistory
      exits
      explanation
      p50Months
      p85Months
      p95Months
      history {
        month
        exits
      }
    }
    governanceDebt(asOf: $asOf) {
      asOf
      rows {
        kind
        count
        oldestDays
        ages {
          fromDays
          toDays
          count
        }
      }
      items(first: 8) {
        nodes {
          id
          kind
          days
          until
          text
          initiative {
            key
            name
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
    decisionStatistics(from: $from, to: $to, asOf: $asOf) {
      gates {
        gate {
          key
          name
        }
        decisions
        outcomes {
          outcome
          count
          percent
        }
        medianDays
        p85Days
        openReviews
        oldestOpenDays
        rubberStamp
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PortfolioFlowQuery, PortfolioFlowQueryVariables>;
export const PortfolioStandingDocument = new TypedDocumentString(`
    query PortfolioStanding($portfolioKey: String!, $after: String) {
  portfolio(key: $portfolioKey) {
    initiatives(
      first: 300
      after: $after
      orderBy: KEY_ASC
      filter: {statuses: [ACTIVE, ON_HOLD]}
    ) {
      totalCount
      nodes {
        id
        key
        name
        health
        daysInStage
        stage {
          key
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PortfolioStandingQuery, PortfolioStandingQueryVariables>;
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