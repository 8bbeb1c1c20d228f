export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  Date: { input: string; output: string; }
  DateTime: { input: string; output: string; }
  Decimal: { input: string; output: string; }
  JSON: { input: unknown; output: unknown; }
};

export type Activity = {
  __typename?: 'Activity';
  actor?: Maybe<User>;
  at: Scalars['DateTime']['output'];
  criterionKey?: Maybe<Scalars['String']['output']>;
  deed: Scalars['String']['output'];
  gateKey?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  kind: ActivityKind;
  note?: Maybe<Scalars['String']['output']>;
  subjectId: Scalars['ID']['output'];
  subjectType: Scalars['String']['output'];
};

export type ActivityConnection = {
  __typename?: 'ActivityConnection';
  edges: Array<ActivityEdge>;
  nodes: Array<Activity>;
  pageInfo: PageInfo;
};

export type ActivityEdge = {
  __typename?: 'ActivityEdge';
  cursor: Scalars['String']['output'];
  node: Activity;
};

export type ActivityKind =
  | 'BENEFITS'
  | 'CHANGE'
  | 'COMMENT'
  | 'CONDITION'
  | 'DECISION'
  | 'EFFORT'
  | 'EVIDENCE'
  | 'FINDING'
  | 'KPI'
  | 'MOVE'
  | 'REVIEW'
  | 'SIGNAL'
  | 'STATUS_UPDATE'
  | 'TICKET'
  | 'WAIVER';

export type AffectedGroupInput = {
  impact: Scalars['String']['input'];
  name: Scalars['String']['input'];
  people: Scalars['Int']['input'];
  training: Scalars['String']['input'];
};

export type AgingCount = {
  __typename?: 'AgingCount';
  count: Scalars['Int']['output'];
  level: AgingLevel;
};

export type AgingLevel =
  | 'AGING'
  | 'FRESH'
  | 'STUCK'
  | 'WATCH'
  | 'ZOMBIE';

export type AllocationCategory = {
  __typename?: 'AllocationCategory';
  key: Scalars['String']['output'];
  name: Scalars['String']['output'];
  targetPercent: Scalars['Decimal']['output'];
  tolerancePoints: Scalars['Decimal']['output'];
};

export type AllocationCategoryInput = {
  key: Scalars['String']['input'];
  name: Scalars['String']['input'];
  targetPercent: Scalars['Decimal']['input'];
  tolerancePoints?: InputMaybe<Scalars['Decimal']['input']>;
};

export type AllocationScheme = Node & {
  __typename?: 'AllocationScheme';
  categories: Array<AllocationCategory>;
  coverageFloorPercent: Scalars['Decimal']['output'];
  id: Scalars['ID']['output'];
  key: Scalars['String']['output'];
  publishedAt: Scalars['DateTime']['output'];
  validFrom: Scalars['Date']['output'];
  version: Scalars['Int']['output'];
};

export type AllocationSchemePayload = {
  __typename?: 'AllocationSchemePayload';
  scheme?: Maybe<AllocationScheme>;
  userErrors: Array<UserError>;
};

export type AllocationSchemePublishInput = {
  categories: Array<AllocationCategoryInput>;
  coverageFloorPercent?: InputMaybe<Scalars['Decimal']['input']>;
  key: Scalars['String']['input'];
  validFrom: Scalars['Date']['input'];
};

export type AllocationVerdict =
  | 'INSUFFICIENT_DATA'
  | 'OVER'
  | 'UNDER'
  | 'WITHIN';

export type ApiToken = {
  __typename?: 'ApiToken';
  createdAt: Scalars['DateTime']['output'];
  createdBy: User;
  expiresOn?: Maybe<Scalars['Date']['output']>;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
};

export type ApiTokenConnection = {
  __typename?: 'ApiTokenConnection';
  edges: Array<ApiTokenEdge>;
  nodes: Array<ApiToken>;
  pageInfo: PageInfo;
};

export type ApiTokenCreateInput = {
  expiresOn?: InputMaybe<Scalars['Date']['input']>;
  name: Scalars['String']['input'];
  userId: Scalars['ID']['input'];
};

export type ApiTokenEdge = {
  __typename?: 'ApiTokenEdge';
  cursor: Scalars['String']['output'];
  node: ApiToken;
};

export type ApiTokenPayload = {
  __typename?: 'ApiTokenPayload';
  apiTokenId?: Maybe<Scalars['ID']['output']>;
  token?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type AuditBreak = {
  __typename?: 'AuditBreak';
  chain: Scalars['String']['output'];
  reason: Scalars['String']['output'];
  sequence: Scalars['Int']['output'];
};

export type AuditEvent = Node & {
  __typename?: 'AuditEvent';
  action: Scalars['String']['output'];
  actor?: Maybe<User>;
  at: Scalars['DateTime']['output'];
  chain: Scalars['String']['output'];
  changes: Scalars['JSON']['output'];
  hash: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  previousHash: Scalars['String']['output'];
  sequence: Scalars['Int']['output'];
  subjectId: Scalars['ID']['output'];
  subjectType: Scalars['String']['output'];
};

export type AuditEventConnection = {
  __typename?: 'AuditEventConnection';
  edges: Array<AuditEventEdge>;
  nodes: Array<AuditEvent>;
  pageInfo: PageInfo;
};

export type AuditEventEdge = {
  __typename?: 'AuditEventEdge';
  cursor: Scalars['String']['output'];
  node: AuditEvent;
};

export type AuditVerification = {
  __typename?: 'AuditVerification';
  chains: Scalars['Int']['output'];
  checked: Scalars['Int']['output'];
  firstBroken?: Maybe<AuditBreak>;
  ok: Scalars['Boolean']['output'];
};

export type BasisChange = {
  __typename?: 'BasisChange';
  criterionKey: Scalars['String']['output'];
  notedAt: Scalars['DateTime']['output'];
  reason: Scalars['String']['output'];
  ticket: Ticket;
};

export type BenefitsOutcome =
  | 'NOT_REALISED'
  | 'OFF_COURSE'
  | 'ON_COURSE';

export type BenefitsReview = Node & {
  __typename?: 'BenefitsReview';
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  completedBy?: Maybe<User>;
  dueOn: Scalars['Date']['output'];
  id: Scalars['ID']['output'];
  kpis?: Maybe<Array<KpiAtReview>>;
  milestoneDays: Scalars['Int']['output'];
  note?: Maybe<Scalars['String']['output']>;
  openedAt: Scalars['DateTime']['output'];
  outcome?: Maybe<BenefitsOutcome>;
  productionEnteredOn: Scalars['Date']['output'];
};

export type BenefitsReviewCompleteInput = {
  note: Scalars['String']['input'];
  outcome: BenefitsOutcome;
};

export type BenefitsReviewPayload = {
  __typename?: 'BenefitsReviewPayload';
  review?: Maybe<BenefitsReview>;
  userErrors: Array<UserError>;
};

export type CataloguedTemplate = {
  __typename?: 'CataloguedTemplate';
  key: Scalars['String']['output'];
  newest: WorkflowTemplate;
  versions: Array<CataloguedTemplateVersion>;
};

export type CataloguedTemplateVersion = {
  __typename?: 'CataloguedTemplateVersion';
  initiatives: Scalars['Int']['output'];
  state: TemplateState;
  template: WorkflowTemplate;
};

export type CategorySource =
  | 'DEFAULT'
  | 'NONE'
  | 'RULE'
  | 'STATED';

export type ChangePlanInput = {
  adoptionTargetDate: Scalars['Date']['input'];
  adoptionTargetPercent: Scalars['Decimal']['input'];
  changeOwner: Scalars['String']['input'];
  communications: Scalars['String']['input'];
  effectiveOn: Scalars['Date']['input'];
  groups: Array<AffectedGroupInput>;
  summary: Scalars['String']['input'];
  supportContact: Scalars['String']['input'];
  url?: InputMaybe<Scalars['String']['input']>;
};

export type ChecklistInput = {
  effectiveOn: Scalars['Date']['input'];
  items: Array<ChecklistItemInput>;
  summary: Scalars['String']['input'];
};

export type ChecklistItemInput = {
  done: Scalars['Boolean']['input'];
  label: Scalars['String']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};

export type ClassificationRule = {
  __typename?: 'ClassificationRule';
  categoryKey?: Maybe<Scalars['String']['output']>;
  components: Array<Scalars['String']['output']>;
  connectionId?: Maybe<Scalars['ID']['output']>;
  criterionKey?: Maybe<Scalars['String']['output']>;
  initiativeKey?: Maybe<Scalars['String']['output']>;
  labels: Array<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  projectKeys: Array<Scalars['String']['output']>;
  ticketTypes: Array<Scalars['String']['output']>;
};

export type ClassificationRuleInput = {
  categoryKey?: InputMaybe<Scalars['String']['input']>;
  components?: InputMaybe<Array<Scalars['String']['input']>>;
  connectionId?: InputMaybe<Scalars['ID']['input']>;
  criterionKey?: InputMaybe<Scalars['String']['input']>;
  initiativeKey?: InputMaybe<Scalars['String']['input']>;
  labels?: InputMaybe<Array<Scalars['String']['input']>>;
  name: Scalars['String']['input'];
  projectKeys?: InputMaybe<Array<Scalars['String']['input']>>;
  ticketTypes?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type ClassificationRules = {
  __typename?: 'ClassificationRules';
  publishedAt: Scalars['DateTime']['output'];
  publishedBy: User;
  rules: Array<ClassificationRule>;
  version: Scalars['Int']['output'];
};

export type ClassificationRulesPayload = {
  __typename?: 'ClassificationRulesPayload';
  after?: Maybe<EffortSplit>;
  before?: Maybe<EffortSplit>;
  changedEntries: Scalars['Int']['output'];
  changes: Array<EffortReclassification>;
  closedChanges: Array<EffortReclassification>;
  closedEntries: Scalars['Int']['output'];
  isFinished: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
  version?: Maybe<Scalars['Int']['output']>;
};

export type ClassificationRulesPublishInput = {
  dryRunFrom?: InputMaybe<Scalars['Date']['input']>;
  rules: Array<ClassificationRuleInput>;
};

export type Comment = Node & {
  __typename?: 'Comment';
  author: User;
  deletedAt?: Maybe<Scalars['DateTime']['output']>;
  deletedBy?: Maybe<User>;
  editedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  initiative: Initiative;
  mentions: Array<User>;
  postedAt: Scalars['DateTime']['output'];
  replies: CommentConnection;
  replyToId?: Maybe<Scalars['ID']['output']>;
  review?: Maybe<GateReview>;
  text?: Maybe<Scalars['String']['output']>;
  version: Scalars['Int']['output'];
  versions: CommentVersionConnection;
};


export type CommentRepliesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type CommentVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type CommentConnection = {
  __typename?: 'CommentConnection';
  edges: Array<CommentEdge>;
  nodes: Array<Comment>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type CommentDeletePayload = {
  __typename?: 'CommentDeletePayload';
  comment?: Maybe<Comment>;
  userErrors: Array<UserError>;
};

export type CommentEdge = {
  __typename?: 'CommentEdge';
  cursor: Scalars['String']['output'];
  node: Comment;
};

export type CommentEditInput = {
  expectedVersion: Scalars['Int']['input'];
  text: Scalars['String']['input'];
};

export type CommentPayload = {
  __typename?: 'CommentPayload';
  comment?: Maybe<Comment>;
  unresolvedMentions: Array<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type CommentPostInput = {
  initiativeId?: InputMaybe<Scalars['ID']['input']>;
  replyToId?: InputMaybe<Scalars['ID']['input']>;
  reviewId?: InputMaybe<Scalars['ID']['input']>;
  text: Scalars['String']['input'];
};

export type CommentVersion = {
  __typename?: 'CommentVersion';
  text?: Maybe<Scalars['String']['output']>;
  version: Scalars['Int']['output'];
  writtenAt: Scalars['DateTime']['output'];
};

export type CommentVersionConnection = {
  __typename?: 'CommentVersionConnection';
  edges: Array<CommentVersionEdge>;
  nodes: Array<CommentVersion>;
  pageInfo: PageInfo;
};

export type CommentVersionEdge = {
  __typename?: 'CommentVersionEdge';
  cursor: Scalars['String']['output'];
  node: CommentVersion;
};

export type ConnectionHealth = {
  __typename?: 'ConnectionHealth';
  failed: Scalars['Int']['output'];
  lagSeconds?: Maybe<Scalars['Int']['output']>;
  lastAppliedAt?: Maybe<Scalars['DateTime']['output']>;
  lastDeliveryAt?: Maybe<Scalars['DateTime']['output']>;
  message: Scalars['String']['output'];
  quarantined: Scalars['Int']['output'];
  recentSignatureFailures: Array<SignatureFailure>;
  signatureAlarm: Scalars['Boolean']['output'];
  signatureFailures: Scalars['Int']['output'];
  status: ConnectionStatus;
  waiting: Scalars['Int']['output'];
};

export type ConnectionStatus =
  | 'ASKING_FAILS'
  | 'FAILING'
  | 'LAGGING'
  | 'NEVER_HEARD'
  | 'OK'
  | 'PAUSED'
  | 'SECRET_UNREADABLE'
  | 'SIGNATURES_FAIL'
  | 'SILENT';

export type CriterionAssessment = {
  __typename?: 'CriterionAssessment';
  blocks: Scalars['Boolean']['output'];
  criterion: CriterionDefinition;
  evidence?: Maybe<Evidence>;
  reason: Scalars['String']['output'];
  remedy?: Maybe<Scalars['String']['output']>;
  status: CriterionStatus;
  waiver?: Maybe<Waiver>;
};

export type CriterionDefinition = {
  __typename?: 'CriterionDefinition';
  example?: Maybe<Scalars['String']['output']>;
  guidance: Scalars['String']['output'];
  key: Scalars['String']['output'];
  kind: CriterionKind;
  name: Scalars['String']['output'];
  riskTiers?: Maybe<Array<RiskTier>>;
  settings: Scalars['JSON']['output'];
  validForDays?: Maybe<Scalars['Int']['output']>;
  veto: Scalars['Boolean']['output'];
  weight: CriterionWeight;
};

export type CriterionDefinitionInput = {
  example?: InputMaybe<Scalars['String']['input']>;
  guidance: Scalars['String']['input'];
  key: Scalars['String']['input'];
  kind: CriterionKind;
  name: Scalars['String']['input'];
  riskTiers?: InputMaybe<Array<RiskTier>>;
  settings?: InputMaybe<Scalars['JSON']['input']>;
  validForDays?: InputMaybe<Scalars['Int']['input']>;
  veto?: InputMaybe<Scalars['Boolean']['input']>;
  weight?: InputMaybe<CriterionWeight>;
};

export type CriterionError = UserError & {
  __typename?: 'CriterionError';
  code: UserErrorCode;
  criterion: CriterionAssessment;
  field?: Maybe<Array<Scalars['String']['output']>>;
  message: Scalars['String']['output'];
};

export type CriterionKind =
  | 'CHANGE_PLAN'
  | 'CHECKLIST'
  | 'DOCUMENT'
  | 'EFFORT_SHARE'
  | 'EXTERNAL_CHECK'
  | 'KPI_ATTAINMENT'
  | 'KPI_CONTRACT'
  | 'MONITORING_PLAN'
  | 'SIGN_OFF'
  | 'TICKETS_DONE'
  | 'UX_REVIEW';

export type CriterionStatus =
  | 'MET'
  | 'MISSING'
  | 'NOT_APPLICABLE'
  | 'NOT_MET'
  | 'STALE'
  | 'SUBMITTED'
  | 'WAIVED';

export type CriterionWeight =
  | 'MUST_MEET'
  | 'SHOULD_MEET';

export type DebtAge = {
  __typename?: 'DebtAge';
  count: Scalars['Int']['output'];
  fromDays: Scalars['Int']['output'];
  toDays?: Maybe<Scalars['Int']['output']>;
};

export type DecisionStatistics = {
  __typename?: 'DecisionStatistics';
  from: Scalars['Date']['output'];
  gates: Array<GateStatistics>;
  headline: Scalars['String']['output'];
  to: Scalars['Date']['output'];
};

export type DocumentInput = {
  effectiveOn: Scalars['Date']['input'];
  summary: Scalars['String']['input'];
  url: Scalars['String']['input'];
};

export type EffortConcentration = {
  __typename?: 'EffortConcentration';
  category?: Maybe<AllocationCategory>;
  holders: Scalars['Int']['output'];
  initiativeKeys: Array<Scalars['String']['output']>;
  of: Scalars['Int']['output'];
  percent?: Maybe<Scalars['Decimal']['output']>;
  sentence: Scalars['String']['output'];
};

export type EffortDeletePayload = {
  __typename?: 'EffortDeletePayload';
  deleted: Scalars['Int']['output'];
  queued: Scalars['Int']['output'];
  userErrors: Array<UserError>;
};

export type EffortEntry = Node & {
  __typename?: 'EffortEntry';
  amount: Scalars['Decimal']['output'];
  categoryKey?: Maybe<Scalars['String']['output']>;
  categorySource: CategorySource;
  components: Array<Scalars['String']['output']>;
  externalId: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  initiative: Initiative;
  labels: Array<Scalars['String']['output']>;
  lateEffort?: Maybe<LateEffort>;
  method: EffortMethod;
  note?: Maybe<Scalars['String']['output']>;
  person?: Maybe<Scalars['String']['output']>;
  personDays: Scalars['Decimal']['output'];
  projectKey?: Maybe<Scalars['String']['output']>;
  recordedAt: Scalars['DateTime']['output'];
  reverses?: Maybe<EffortEntry>;
  ruleName?: Maybe<Scalars['String']['output']>;
  rulesVersion?: Maybe<Scalars['Int']['output']>;
  source: Scalars['String']['output'];
  ticketType?: Maybe<Scalars['String']['output']>;
  unit: EffortUnit;
  workedOn: Scalars['Date']['output'];
};

export type EffortEntryConnection = {
  __typename?: 'EffortEntryConnection';
  edges: Array<EffortEntryEdge>;
  nodes: Array<EffortEntry>;
  pageInfo: PageInfo;
};

export type EffortEntryEdge = {
  __typename?: 'EffortEntryEdge';
  cursor: Scalars['String']['output'];
  node: EffortEntry;
};

export type EffortEntryInput = {
  amount: Scalars['Decimal']['input'];
  categoryKey?: InputMaybe<Scalars['String']['input']>;
  components?: InputMaybe<Array<Scalars['String']['input']>>;
  externalId: Scalars['String']['input'];
  initiativeKey: Scalars['String']['input'];
  labels?: InputMaybe<Array<Scalars['String']['input']>>;
  method?: InputMaybe<EffortMethod>;
  note?: InputMaybe<Scalars['String']['input']>;
  person?: InputMaybe<Scalars['String']['input']>;
  projectKey?: InputMaybe<Scalars['String']['input']>;
  source: Scalars['String']['input'];
  ticketType?: InputMaybe<Scalars['String']['input']>;
  unit?: InputMaybe<EffortUnit>;
  workedOn: Scalars['Date']['input'];
};

export type EffortGroup = {
  __typename?: 'EffortGroup';
  coveragePercent: Scalars['Decimal']['output'];
  key: Scalars['String']['output'];
  label: Scalars['String']['output'];
  personDays: Scalars['Decimal']['output'];
  shares: Array<EffortShare>;
};

export type EffortGroupBy =
  | 'BUSINESS_UNIT'
  | 'INITIATIVE'
  | 'INVESTMENT_CLASS'
  | 'MONTH'
  | 'NONE'
  | 'PERSON'
  | 'QUARTER'
  | 'STAGE_CATEGORY'
  | 'VALUE_THESIS';

export type EffortLatePayload = {
  __typename?: 'EffortLatePayload';
  rows: Array<EffortLateRow>;
  settled: Scalars['Int']['output'];
  userErrors: Array<UserError>;
};

export type EffortLateRow = {
  __typename?: 'EffortLateRow';
  id: Scalars['ID']['output'];
  index: Scalars['Int']['output'];
  lateEffort?: Maybe<LateEffort>;
  userErrors: Array<UserError>;
};

export type EffortMethod =
  | 'COUNTER'
  | 'ESTIMATED'
  | 'MANUAL'
  | 'WORKLOG';

export type EffortPeriod = Node & {
  __typename?: 'EffortPeriod';
  closedAt: Scalars['DateTime']['output'];
  closedBy: User;
  from: Scalars['Date']['output'];
  id: Scalars['ID']['output'];
  lateEffortPending: Scalars['Int']['output'];
  note?: Maybe<Scalars['String']['output']>;
  personDaysAtClosing: Scalars['Decimal']['output'];
  personDaysNow: Scalars['Decimal']['output'];
  reopenReason?: Maybe<Scalars['String']['output']>;
  reopenedAt?: Maybe<Scalars['DateTime']['output']>;
  reopenedBy?: Maybe<User>;
  to: Scalars['Date']['output'];
};

export type EffortPeriodCloseInput = {
  from: Scalars['Date']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  to: Scalars['Date']['input'];
};

export type EffortPeriodPayload = {
  __typename?: 'EffortPeriodPayload';
  period?: Maybe<EffortPeriod>;
  userErrors: Array<UserError>;
};

export type EffortReclassification = {
  __typename?: 'EffortReclassification';
  categoryKey?: Maybe<Scalars['String']['output']>;
  categorySource: CategorySource;
  entry: EffortEntry;
  ruleName?: Maybe<Scalars['String']['output']>;
};

export type EffortRecordPayload = {
  __typename?: 'EffortRecordPayload';
  corrected: Scalars['Int']['output'];
  duplicates: Scalars['Int']['output'];
  queued: Scalars['Int']['output'];
  recorded: Scalars['Int']['output'];
  refused: Scalars['Int']['output'];
  rows: Array<EffortRecordRow>;
  userErrors: Array<UserError>;
};

export type EffortRecordRow = {
  __typename?: 'EffortRecordRow';
  index: Scalars['Int']['output'];
  status: EffortRecordStatus;
  userErrors: Array<UserError>;
};

export type EffortRecordStatus =
  | 'CORRECTED'
  | 'DUPLICATE'
  | 'QUEUED'
  | 'RECORDED'
  | 'REFUSED';

export type EffortShare = {
  __typename?: 'EffortShare';
  category: AllocationCategory;
  deviationPoints?: Maybe<Scalars['Decimal']['output']>;
  percent?: Maybe<Scalars['Decimal']['output']>;
  personDays: Scalars['Decimal']['output'];
  verdict: AllocationVerdict;
};

export type EffortSplit = {
  __typename?: 'EffortSplit';
  concentration?: Maybe<Array<EffortConcentration>>;
  coveragePercent: Scalars['Decimal']['output'];
  from: Scalars['Date']['output'];
  groups: Array<EffortGroup>;
  headline: Scalars['String']['output'];
  investmentMix?: Maybe<InvestmentMix>;
  operationalisationPercent?: Maybe<Scalars['Decimal']['output']>;
  personDays: Scalars['Decimal']['output'];
  scheme: AllocationScheme;
  schemeNote?: Maybe<Scalars['String']['output']>;
  shares: Array<EffortShare>;
  spread?: Maybe<Array<EffortSpread>>;
  to: Scalars['Date']['output'];
  uncategorizedPersonDays: Scalars['Decimal']['output'];
};

export type EffortSpread = {
  __typename?: 'EffortSpread';
  category: AllocationCategory;
  initiatives: Scalars['Int']['output'];
  medianPercent?: Maybe<Scalars['Decimal']['output']>;
  percent?: Maybe<Scalars['Decimal']['output']>;
  sentence: Scalars['String']['output'];
};

export type EffortTrend = {
  __typename?: 'EffortTrend';
  by: EffortTrendStep;
  headline: Scalars['String']['output'];
  periods: Array<EffortTrendPeriod>;
};

export type EffortTrendPeriod = {
  __typename?: 'EffortTrendPeriod';
  coveragePercent: Scalars['Decimal']['output'];
  from: Scalars['Date']['output'];
  headline: Scalars['String']['output'];
  key: Scalars['String']['output'];
  label: Scalars['String']['output'];
  operationalisationPercent?: Maybe<Scalars['Decimal']['output']>;
  personDays: Scalars['Decimal']['output'];
  scheme: AllocationScheme;
  shares: Array<EffortTrendShare>;
  to: Scalars['Date']['output'];
  uncategorizedPersonDays: Scalars['Decimal']['output'];
};

export type EffortTrendShare = {
  __typename?: 'EffortTrendShare';
  category: AllocationCategory;
  changePoints?: Maybe<Scalars['Decimal']['output']>;
  deviationPoints?: Maybe<Scalars['Decimal']['output']>;
  percent?: Maybe<Scalars['Decimal']['output']>;
  personDays: Scalars['Decimal']['output'];
  verdict: AllocationVerdict;
};

export type EffortTrendStep =
  | 'MONTH'
  | 'QUARTER';

export type EffortUnit =
  | 'FTE_MONTHS'
  | 'HOURS'
  | 'PERSON_DAYS';

export type Evidence = Node & {
  __typename?: 'Evidence';
  content: Scalars['JSON']['output'];
  criterionKey: Scalars['String']['output'];
  effectiveOn: Scalars['Date']['output'];
  expiresOn?: Maybe<Scalars['Date']['output']>;
  id: Scalars['ID']['output'];
  kind: CriterionKind;
  reviewComment?: Maybe<Scalars['String']['output']>;
  reviewedAt?: Maybe<Scalars['DateTime']['output']>;
  reviewedBy?: Maybe<User>;
  status: EvidenceStatus;
  submittedAt: Scalars['DateTime']['output'];
  submittedBy: User;
  summary: Scalars['String']['output'];
  url?: Maybe<Scalars['String']['output']>;
  viewerCan: EvidencePermissions;
};

export type EvidenceConnection = {
  __typename?: 'EvidenceConnection';
  edges: Array<EvidenceEdge>;
  nodes: Array<Evidence>;
  pageInfo: PageInfo;
};

export type EvidenceEdge = {
  __typename?: 'EvidenceEdge';
  cursor: Scalars['String']['output'];
  node: Evidence;
};

export type EvidenceInput =
  { changePlan: ChangePlanInput; checklist?: never; document?: never; externalCheck?: never; monitoringPlan?: never; signOff?: never; uxReview?: never; }
  |  { changePlan?: never; checklist: ChecklistInput; document?: never; externalCheck?: never; monitoringPlan?: never; signOff?: never; uxReview?: never; }
  |  { changePlan?: never; checklist?: never; document: DocumentInput; externalCheck?: never; monitoringPlan?: never; signOff?: never; uxReview?: never; }
  |  { changePlan?: never; checklist?: never; document?: never; externalCheck: ExternalCheckInput; monitoringPlan?: never; signOff?: never; uxReview?: never; }
  |  { changePlan?: never; checklist?: never; document?: never; externalCheck?: never; monitoringPlan: MonitoringPlanInput; signOff?: never; uxReview?: never; }
  |  { changePlan?: never; checklist?: never; document?: never; externalCheck?: never; monitoringPlan?: never; signOff: SignOffInput; uxReview?: never; }
  |  { changePlan?: never; checklist?: never; document?: never; externalCheck?: never; monitoringPlan?: never; signOff?: never; uxReview: UxReviewInput; };

export type EvidencePayload = {
  __typename?: 'EvidencePayload';
  evidence?: Maybe<Evidence>;
  userErrors: Array<UserError>;
};

export type EvidencePermissions = {
  __typename?: 'EvidencePermissions';
  review: ViewerPermission;
};

export type EvidenceReviewInput = {
  comment?: InputMaybe<Scalars['String']['input']>;
  outcome: EvidenceReviewOutcome;
};

export type EvidenceReviewOutcome =
  | 'ACCEPTED'
  | 'RETURNED';

export type EvidenceStatus =
  | 'ACCEPTED'
  | 'RETURNED'
  | 'SUBMITTED'
  | 'WITHDRAWN';

export type ExternalCheckInput = {
  checkedAt: Scalars['DateTime']['input'];
  externalId: Scalars['String']['input'];
  name: Scalars['String']['input'];
  passed: Scalars['Boolean']['input'];
  url: Scalars['String']['input'];
};

export type Finding = {
  __typename?: 'Finding';
  clearedAt?: Maybe<Scalars['DateTime']['output']>;
  code: FindingCode;
  facts: Scalars['JSON']['output'];
  id: Scalars['ID']['output'];
  initiative?: Maybe<Initiative>;
  level: FindingLevel;
  message: Scalars['String']['output'];
  mute?: Maybe<FindingMute>;
  mutes: Array<FindingMute>;
  raisedAt: Scalars['DateTime']['output'];
  since: Scalars['DateTime']['output'];
};

export type FindingCode =
  | 'ALLOCATION_OFF_TARGET'
  | 'BASELINE_AFTER_PILOT'
  | 'CONDITION_OVERDUE'
  | 'EVIDENCE_EXPIRING'
  | 'EVIDENCE_STALE'
  | 'GUARDRAIL_BREACHED'
  | 'MODEL_METRIC_ONLY'
  | 'NO_GUARDRAIL'
  | 'NO_MEASUREMENT'
  | 'PLAN_WITHOUT_EFFORT'
  | 'POC_TRAP'
  | 'POINT_SOLUTION'
  | 'PRIMARY_UP_GUARDRAIL_BREACHED'
  | 'PROXY_DIVERGENCE'
  | 'RUBBER_STAMP'
  | 'SIGNAL_BREACHED'
  | 'TARGET_EASED'
  | 'UX_TOO_LATE'
  | 'VANITY_METRIC'
  | 'WAIVER_EXPIRING'
  | 'WIP_EXCEEDED'
  | 'ZOMBIE';

export type FindingConnection = {
  __typename?: 'FindingConnection';
  edges: Array<FindingEdge>;
  nodes: Array<Finding>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type FindingEdge = {
  __typename?: 'FindingEdge';
  cursor: Scalars['String']['output'];
  node: Finding;
};

export type FindingLevel =
  | 'CRITICAL'
  | 'INFO'
  | 'WARNING';

export type FindingMute = {
  __typename?: 'FindingMute';
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  endedBy?: Maybe<User>;
  mutedAt: Scalars['DateTime']['output'];
  mutedBy: User;
  reason: Scalars['String']['output'];
  until: Scalars['Date']['output'];
};

export type FindingMuteInput = {
  reason: Scalars['String']['input'];
  until: Scalars['Date']['input'];
};

export type FindingPayload = {
  __typename?: 'FindingPayload';
  finding?: Maybe<Finding>;
  userErrors: Array<UserError>;
};

export type FindingSeverity =
  | 'CRITICAL'
  | 'MAJOR'
  | 'MINOR';

export type Forecast = {
  __typename?: 'Forecast';
  enoughHistory: Scalars['Boolean']['output'];
  exits: Scalars['Int']['output'];
  explanation: Scalars['String']['output'];
  history: Array<MonthOfExits>;
  p50Months?: Maybe<Scalars['Int']['output']>;
  p85Months?: Maybe<Scalars['Int']['output']>;
  p95Months?: Maybe<Scalars['Int']['output']>;
};

export type Funnel = {
  __typename?: 'Funnel';
  endToEndPercent?: Maybe<Scalars['Decimal']['output']>;
  from: Scalars['Date']['output'];
  headline: Scalars['String']['output'];
  stages: Array<FunnelStage>;
  to: Scalars['Date']['output'];
};

export type FunnelStage = {
  __typename?: 'FunnelStage';
  advanced: Scalars['Int']['output'];
  conversionPercent?: Maybe<Scalars['Decimal']['output']>;
  entered: Scalars['Int']['output'];
  medianDays?: Maybe<Scalars['Decimal']['output']>;
  remaining: Scalars['Int']['output'];
  stage: StageDefinition;
  stopped: Scalars['Int']['output'];
};

export type Gate = {
  __typename?: 'Gate';
  currentReview?: Maybe<GateReview>;
  definition: GateDefinition;
  readiness: GateReadiness;
};


export type GateReadinessArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};

export type GateCondition = Node & {
  __typename?: 'GateCondition';
  breachedAt?: Maybe<Scalars['DateTime']['output']>;
  closeNote?: Maybe<Scalars['String']['output']>;
  closeUrl?: Maybe<Scalars['String']['output']>;
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  criterionKey?: Maybe<Scalars['String']['output']>;
  dueOn: Scalars['Date']['output'];
  id: Scalars['ID']['output'];
  madeAt: Scalars['DateTime']['output'];
  owner: User;
  status: GateConditionStatus;
  text: Scalars['String']['output'];
};

export type GateConditionCloseInput = {
  note: Scalars['String']['input'];
  url?: InputMaybe<Scalars['String']['input']>;
};

export type GateConditionInput = {
  criterionKey?: InputMaybe<Scalars['String']['input']>;
  dueOn: Scalars['Date']['input'];
  ownerId: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};

export type GateConditionPayload = {
  __typename?: 'GateConditionPayload';
  condition?: Maybe<GateCondition>;
  userErrors: Array<UserError>;
};

export type GateConditionStatus =
  | 'BREACHED'
  | 'CLOSED'
  | 'OPEN';

export type GateDecideInput = {
  conditions?: InputMaybe<Array<GateConditionInput>>;
  expectedVersion: Scalars['Int']['input'];
  outcome: GateOutcome;
  rationale: Scalars['String']['input'];
  recycleToStageKey?: InputMaybe<Scalars['String']['input']>;
};

export type GateDecidePayload = {
  __typename?: 'GateDecidePayload';
  decision?: Maybe<GateDecision>;
  initiative?: Maybe<Initiative>;
  userErrors: Array<UserError>;
};

export type GateDecision = Node & {
  __typename?: 'GateDecision';
  basisChanges: Array<BasisChange>;
  conditions: Array<GateCondition>;
  decidedAt: Scalars['DateTime']['output'];
  decidedBy: User;
  fromStage: StageDefinition;
  gateKey: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  initiative: Initiative;
  outcome: GateOutcome;
  rationale: Scalars['String']['output'];
  snapshot: Scalars['JSON']['output'];
  snapshotSha256: Scalars['String']['output'];
  templateVersion: Scalars['Int']['output'];
  toStage?: Maybe<StageDefinition>;
};

export type GateDecisionConnection = {
  __typename?: 'GateDecisionConnection';
  edges: Array<GateDecisionEdge>;
  nodes: Array<GateDecision>;
  pageInfo: PageInfo;
};

export type GateDecisionEdge = {
  __typename?: 'GateDecisionEdge';
  cursor: Scalars['String']['output'];
  node: GateDecision;
};

export type GateDefinition = {
  __typename?: 'GateDefinition';
  criteria: Array<CriterionDefinition>;
  key: Scalars['String']['output'];
  name: Scalars['String']['output'];
  quorum: Scalars['Int']['output'];
  recycleLimit?: Maybe<Scalars['Int']['output']>;
  slaDays?: Maybe<Scalars['Int']['output']>;
};

export type GateDefinitionInput = {
  criteria: Array<CriterionDefinitionInput>;
  key: Scalars['String']['input'];
  name: Scalars['String']['input'];
  quorum?: InputMaybe<Scalars['Int']['input']>;
  recycleLimit?: InputMaybe<Scalars['Int']['input']>;
  slaDays?: InputMaybe<Scalars['Int']['input']>;
};

export type GateOutcome =
  | 'CONDITIONAL_GO'
  | 'GO'
  | 'HOLD'
  | 'KILL'
  | 'RECYCLE';

export type GateReadiness = {
  __typename?: 'GateReadiness';
  assessments: Array<CriterionAssessment>;
  metCount: Scalars['Int']['output'];
  mustMeetCount: Scalars['Int']['output'];
  openConditions: Array<GateCondition>;
  ready: Scalars['Boolean']['output'];
  refusals: Array<UserError>;
};

export type GateReview = Node & {
  __typename?: 'GateReview';
  ageDays: Scalars['Int']['output'];
  cancelReason?: Maybe<Scalars['String']['output']>;
  cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  comments: CommentConnection;
  decision?: Maybe<GateDecision>;
  dueOn?: Maybe<Scalars['Date']['output']>;
  gateKey: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  initiative: Initiative;
  isOverdue: Scalars['Boolean']['output'];
  note?: Maybe<Scalars['String']['output']>;
  requestedAt: Scalars['DateTime']['output'];
  requestedBy: User;
  status: GateReviewStatus;
  viewerCan: GateReviewPermissions;
  votes: Array<GateVote>;
};


export type GateReviewCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type GateReviewConnection = {
  __typename?: 'GateReviewConnection';
  edges: Array<GateReviewEdge>;
  nodes: Array<GateReview>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type GateReviewEdge = {
  __typename?: 'GateReviewEdge';
  cursor: Scalars['String']['output'];
  node: GateReview;
};

export type GateReviewPayload = {
  __typename?: 'GateReviewPayload';
  review?: Maybe<GateReview>;
  userErrors: Array<UserError>;
};

export type GateReviewPermissions = {
  __typename?: 'GateReviewPermissions';
  cancel: ViewerPermission;
  comment: ViewerPermission;
  decide: ViewerPermission;
  vote: ViewerPermission;
};

export type GateReviewRequestInput = {
  dueOn?: InputMaybe<Scalars['Date']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
};

export type GateReviewStatus =
  | 'CANCELLED'
  | 'DECIDED'
  | 'OPEN';

export type GateStanding = {
  __typename?: 'GateStanding';
  gateKey: Scalars['String']['output'];
  metCount: Scalars['Int']['output'];
  mustMeetCount: Scalars['Int']['output'];
  ready: Scalars['Boolean']['output'];
};

export type GateStatistics = {
  __typename?: 'GateStatistics';
  cancelled: Scalars['Int']['output'];
  decisions: Scalars['Int']['output'];
  gate: GateDefinition;
  medianDays?: Maybe<Scalars['Decimal']['output']>;
  medianOpenDays?: Maybe<Scalars['Decimal']['output']>;
  oldestOpenDays?: Maybe<Scalars['Int']['output']>;
  openReviews: Scalars['Int']['output'];
  outcomes: Array<OutcomeShare>;
  p85Days?: Maybe<Scalars['Int']['output']>;
  rubberStamp: Scalars['Boolean']['output'];
};

export type GateVote = {
  __typename?: 'GateVote';
  castAt: Scalars['DateTime']['output'];
  comment?: Maybe<Scalars['String']['output']>;
  isGatekeeper: Scalars['Boolean']['output'];
  outcome?: Maybe<GateOutcome>;
  voter: User;
};

export type GateVoteCastInput = {
  comment?: InputMaybe<Scalars['String']['input']>;
  outcome?: InputMaybe<GateOutcome>;
};

export type GovernanceDebt = {
  __typename?: 'GovernanceDebt';
  asOf: Scalars['DateTime']['output'];
  headline: Scalars['String']['output'];
  items: GovernanceDebtItemConnection;
  rows: Array<GovernanceDebtRow>;
};


export type GovernanceDebtItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<Array<GovernanceDebtKind>>;
};

export type GovernanceDebtItem = {
  __typename?: 'GovernanceDebtItem';
  criterionKey?: Maybe<Scalars['String']['output']>;
  days: Scalars['Int']['output'];
  gateKey: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  initiative: Initiative;
  kind: GovernanceDebtKind;
  since: Scalars['DateTime']['output'];
  text: Scalars['String']['output'];
  until: Scalars['Date']['output'];
};

export type GovernanceDebtItemConnection = {
  __typename?: 'GovernanceDebtItemConnection';
  edges: Array<GovernanceDebtItemEdge>;
  nodes: Array<GovernanceDebtItem>;
  pageInfo: PageInfo;
};

export type GovernanceDebtItemEdge = {
  __typename?: 'GovernanceDebtItemEdge';
  cursor: Scalars['String']['output'];
  node: GovernanceDebtItem;
};

export type GovernanceDebtKind =
  | 'BREACHED_CONDITION'
  | 'LIVE_WAIVER'
  | 'OPEN_CONDITION'
  | 'PENDING_WAIVER';

export type GovernanceDebtRow = {
  __typename?: 'GovernanceDebtRow';
  ages: Array<DebtAge>;
  count: Scalars['Int']['output'];
  kind: GovernanceDebtKind;
  oldest?: Maybe<GovernanceDebtItem>;
  oldestDays?: Maybe<Scalars['Int']['output']>;
};

export type Health =
  | 'AT_RISK'
  | 'NO_DATA'
  | 'OFF_TRACK'
  | 'ON_TRACK';

export type InboundDeliveriesReplayPayload = {
  __typename?: 'InboundDeliveriesReplayPayload';
  count?: Maybe<Scalars['Int']['output']>;
  userErrors: Array<UserError>;
};

export type InboundDelivery = Node & {
  __typename?: 'InboundDelivery';
  attempts: Scalars['Int']['output'];
  connection: IntegrationConnection;
  deliveryKey: Scalars['String']['output'];
  dismissal?: Maybe<Scalars['String']['output']>;
  dismissedAt?: Maybe<Scalars['DateTime']['output']>;
  dismissedBy?: Maybe<User>;
  eventName?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  isContentKept: Scalars['Boolean']['output'];
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  reason?: Maybe<Scalars['String']['output']>;
  receivedAt: Scalars['DateTime']['output'];
  repetitions: Scalars['Int']['output'];
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  status: InboundDeliveryStatus;
};

export type InboundDeliveryConnection = {
  __typename?: 'InboundDeliveryConnection';
  edges: Array<InboundDeliveryEdge>;
  nodes: Array<InboundDelivery>;
  pageInfo: PageInfo;
};

export type InboundDeliveryEdge = {
  __typename?: 'InboundDeliveryEdge';
  cursor: Scalars['String']['output'];
  node: InboundDelivery;
};

export type InboundDeliveryPayload = {
  __typename?: 'InboundDeliveryPayload';
  delivery?: Maybe<InboundDelivery>;
  userErrors: Array<UserError>;
};

export type InboundDeliveryStatus =
  | 'APPLIED'
  | 'DUPLICATE'
  | 'FAILED'
  | 'IGNORED'
  | 'QUARANTINED'
  | 'RECEIVED';

export type InboxItem = {
  __typename?: 'InboxItem';
  ageDays: Scalars['Int']['output'];
  dueOn?: Maybe<Scalars['Date']['output']>;
  id: Scalars['ID']['output'];
  initiative: Initiative;
  isOverdue: Scalars['Boolean']['output'];
  kind: InboxKind;
  link: Scalars['String']['output'];
  reason: Scalars['String']['output'];
  since: Scalars['DateTime']['output'];
  subjectId: Scalars['ID']['output'];
};

export type InboxItemConnection = {
  __typename?: 'InboxItemConnection';
  edges: Array<InboxItemEdge>;
  nodes: Array<InboxItem>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type InboxItemEdge = {
  __typename?: 'InboxItemEdge';
  cursor: Scalars['String']['output'];
  node: InboxItem;
};

export type InboxKind =
  | 'ANSWER_MENTION'
  | 'CLOSE_CONDITION'
  | 'DECIDE'
  | 'DECIDE_WAIVER'
  | 'RESUBMIT_EVIDENCE'
  | 'REVIEW_BENEFITS'
  | 'REVIEW_EVIDENCE'
  | 'SETTLE_LATE_EFFORT'
  | 'VOTE';

export type Initiative = Node & {
  __typename?: 'Initiative';
  activity: ActivityConnection;
  agingLevel: AgingLevel;
  attention: Array<Finding>;
  auditEvents: AuditEventConnection;
  benefitsReviews: Array<BenefitsReview>;
  businessUnit?: Maybe<Scalars['String']['output']>;
  comments: CommentConnection;
  createdAt: Scalars['DateTime']['output'];
  daysInStage: Scalars['Int']['output'];
  daysOnHold: Scalars['Int']['output'];
  decisions: GateDecisionConnection;
  defaultCategoryKey?: Maybe<Scalars['String']['output']>;
  effortSplit: EffortSplit;
  evidence: EvidenceConnection;
  externalRef?: Maybe<Scalars['String']['output']>;
  findingHistory: FindingConnection;
  gate?: Maybe<Gate>;
  gates: Array<Gate>;
  health: Health;
  healthDifference?: Maybe<Scalars['String']['output']>;
  healthReason: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  investmentClass: InvestmentClass;
  key: Scalars['String']['output'];
  kpis: Array<Kpi>;
  latestStatusUpdate?: Maybe<StatusUpdate>;
  name: Scalars['String']['output'];
  owner: User;
  portfolio: Portfolio;
  problem: Scalars['String']['output'];
  riskTier: RiskTier;
  signalSources: Array<SignalSource>;
  signals: Array<Signal>;
  solutionType?: Maybe<SolutionType>;
  sponsor?: Maybe<User>;
  stage: StageDefinition;
  stageVisits: Array<StageVisit>;
  status: InitiativeStatus;
  statusUpdates: StatusUpdateConnection;
  template: WorkflowTemplate;
  tickets: TicketConnection;
  updatedAt: Scalars['DateTime']['output'];
  valueThesis: ValueThesis;
  version: Scalars['Int']['output'];
  viewerCan: InitiativePermissions;
  waivers: Array<Waiver>;
};


export type InitiativeActivityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type InitiativeAttentionArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  includeMuted?: InputMaybe<Scalars['Boolean']['input']>;
};


export type InitiativeAuditEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type InitiativeCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type InitiativeDecisionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type InitiativeEffortSplitArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};


export type InitiativeEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  criterionKey?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type InitiativeFindingHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type InitiativeGatesArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


export type InitiativeSignalsArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


export type InitiativeStatusUpdatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type InitiativeTicketsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type InitiativeConnection = {
  __typename?: 'InitiativeConnection';
  edges: Array<InitiativeEdge>;
  nodes: Array<Initiative>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type InitiativeCreateInput = {
  businessUnit?: InputMaybe<Scalars['String']['input']>;
  defaultCategoryKey?: InputMaybe<Scalars['String']['input']>;
  externalRef?: InputMaybe<Scalars['String']['input']>;
  investmentClass?: InputMaybe<InvestmentClass>;
  name: Scalars['String']['input'];
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  portfolioKey: Scalars['String']['input'];
  problem: Scalars['String']['input'];
  riskTier?: InputMaybe<RiskTier>;
  solutionType?: InputMaybe<SolutionType>;
  sponsorId?: InputMaybe<Scalars['ID']['input']>;
  templateKey?: InputMaybe<Scalars['String']['input']>;
  valueThesis: ValueThesis;
};

export type InitiativeEdge = {
  __typename?: 'InitiativeEdge';
  cursor: Scalars['String']['output'];
  node: Initiative;
};

export type InitiativeFilter = {
  agingLevels?: InputMaybe<Array<AgingLevel>>;
  businessUnit?: InputMaybe<Scalars['String']['input']>;
  hasOpenReview?: InputMaybe<Scalars['Boolean']['input']>;
  healths?: InputMaybe<Array<Health>>;
  investmentClasses?: InputMaybe<Array<InvestmentClass>>;
  keys?: InputMaybe<Array<Scalars['String']['input']>>;
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  ownerIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  readyForGate?: InputMaybe<Scalars['Boolean']['input']>;
  riskTier?: InputMaybe<RiskTier>;
  search?: InputMaybe<Scalars['String']['input']>;
  stageCategories?: InputMaybe<Array<StageCategory>>;
  stageKeys?: InputMaybe<Array<Scalars['String']['input']>>;
  statuses?: InputMaybe<Array<InitiativeStatus>>;
  valueThesis?: InputMaybe<ValueThesis>;
};

export type InitiativeOrder =
  | 'DAYS_IN_STAGE_DESC'
  | 'KEY_ASC'
  | 'NAME_ASC'
  | 'UPDATED_DESC';

export type InitiativePayload = {
  __typename?: 'InitiativePayload';
  initiative?: Maybe<Initiative>;
  userErrors: Array<UserError>;
};

export type InitiativePermissions = {
  __typename?: 'InitiativePermissions';
  closeCondition: ViewerPermission;
  comment: ViewerPermission;
  decide: ViewerPermission;
  defineKpi: ViewerPermission;
  linkTicket: ViewerPermission;
  muteFinding: ViewerPermission;
  postStatusUpdate: ViewerPermission;
  recordEffort: ViewerPermission;
  recordMeasurement: ViewerPermission;
  reopen: ViewerPermission;
  requestReview: ViewerPermission;
  requestWaiver: ViewerPermission;
  resume: ViewerPermission;
  reviewEvidence: ViewerPermission;
  submitEvidence: ViewerPermission;
  update: ViewerPermission;
};

export type InitiativeStatus =
  | 'ACTIVE'
  | 'KILLED'
  | 'ON_HOLD'
  | 'RETIRED';

export type InitiativeUpdateInput = {
  businessUnit?: InputMaybe<Scalars['String']['input']>;
  defaultCategoryKey?: InputMaybe<Scalars['String']['input']>;
  expectedVersion: Scalars['Int']['input'];
  investmentClass?: InputMaybe<InvestmentClass>;
  name?: InputMaybe<Scalars['String']['input']>;
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  problem?: InputMaybe<Scalars['String']['input']>;
  riskTier?: InputMaybe<RiskTier>;
  solutionType?: InputMaybe<SolutionType>;
  sponsorId?: InputMaybe<Scalars['ID']['input']>;
  valueThesis?: InputMaybe<ValueThesis>;
};

export type InputError = UserError & {
  __typename?: 'InputError';
  code: UserErrorCode;
  field?: Maybe<Array<Scalars['String']['output']>>;
  message: Scalars['String']['output'];
};

export type IntegrationConnection = Node & {
  __typename?: 'IntegrationConnection';
  createdAt: Scalars['DateTime']['output'];
  foundByReconcile: Scalars['Int']['output'];
  hasCredential: Scalars['Boolean']['output'];
  health: ConnectionHealth;
  id: Scalars['ID']['output'];
  lastDeliveryAt?: Maybe<Scalars['DateTime']['output']>;
  lastReconcileAt?: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  paused: Scalars['Boolean']['output'];
  previousSecretUntil?: Maybe<Scalars['DateTime']['output']>;
  pullRuns: Array<PullRun>;
  settings: Scalars['JSON']['output'];
  tool: TicketTool;
  version: Scalars['Int']['output'];
  webhookPath: Scalars['String']['output'];
};


export type IntegrationConnectionPullRunsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type IntegrationConnectionCreateInput = {
  name: Scalars['String']['input'];
  portfolioKey: Scalars['String']['input'];
  secret?: InputMaybe<Scalars['String']['input']>;
  settings?: InputMaybe<Scalars['JSON']['input']>;
  tool: TicketTool;
};

export type IntegrationConnectionPayload = {
  __typename?: 'IntegrationConnectionPayload';
  connection?: Maybe<IntegrationConnection>;
  notice?: Maybe<Scalars['String']['output']>;
  secret?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type IntegrationConnectionUpdateInput = {
  expectedVersion: Scalars['Int']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  settings?: InputMaybe<Scalars['JSON']['input']>;
};

export type InvestmentClass =
  | 'ADJACENT'
  | 'CORE'
  | 'TRANSFORMATIONAL';

export type InvestmentMix = {
  __typename?: 'InvestmentMix';
  headline: Scalars['String']['output'];
  personDays: Scalars['Decimal']['output'];
  shares: Array<InvestmentShare>;
};

export type InvestmentShare = {
  __typename?: 'InvestmentShare';
  deviationPoints?: Maybe<Scalars['Decimal']['output']>;
  investmentClass: InvestmentClass;
  percent?: Maybe<Scalars['Decimal']['output']>;
  personDays: Scalars['Decimal']['output'];
  targetPercent: Scalars['Decimal']['output'];
  tolerancePoints: Scalars['Decimal']['output'];
  verdict: AllocationVerdict;
};

export type Job = {
  __typename?: 'Job';
  attempts: Scalars['Int']['output'];
  createdAt: Scalars['DateTime']['output'];
  day?: Maybe<Scalars['Date']['output']>;
  id: Scalars['ID']['output'];
  lastError?: Maybe<Scalars['String']['output']>;
  maxAttempts: Scalars['Int']['output'];
  portfolioKey?: Maybe<Scalars['String']['output']>;
  runAt: Scalars['DateTime']['output'];
  status: JobStatus;
  task: Scalars['String']['output'];
};

export type JobConnection = {
  __typename?: 'JobConnection';
  edges: Array<JobEdge>;
  nodes: Array<Job>;
  pageInfo: PageInfo;
};

export type JobEdge = {
  __typename?: 'JobEdge';
  cursor: Scalars['String']['output'];
  node: Job;
};

export type JobPayload = {
  __typename?: 'JobPayload';
  job?: Maybe<Job>;
  userErrors: Array<UserError>;
};

export type JobStatus =
  | 'FAILED'
  | 'RETRYING'
  | 'RUNNING'
  | 'WAITING';

export type Kpi = Node & {
  __typename?: 'Kpi';
  attainmentPercent?: Maybe<Scalars['Decimal']['output']>;
  baseline?: Maybe<KpiBaseline>;
  breached: Scalars['Boolean']['output'];
  class: KpiClass;
  dataSource: Scalars['String']['output'];
  direction: KpiDirection;
  id: Scalars['ID']['output'];
  latest?: Maybe<KpiMeasurement>;
  measurements: KpiMeasurementConnection;
  name: Scalars['String']['output'];
  owner: User;
  rangeHigh?: Maybe<Scalars['Decimal']['output']>;
  rangeLow?: Maybe<Scalars['Decimal']['output']>;
  role: KpiRole;
  target?: Maybe<Scalars['Decimal']['output']>;
  targetDate?: Maybe<Scalars['Date']['output']>;
  unit: Scalars['String']['output'];
  version: Scalars['Int']['output'];
  versions: Array<KpiVersion>;
};


export type KpiMeasurementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  latestFirst?: InputMaybe<Scalars['Boolean']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type KpiAtReview = {
  __typename?: 'KpiAtReview';
  attainmentPercent?: Maybe<Scalars['Decimal']['output']>;
  baseline?: Maybe<Scalars['Decimal']['output']>;
  breached: Scalars['Boolean']['output'];
  direction: KpiDirection;
  kpiId: Scalars['ID']['output'];
  latest?: Maybe<Scalars['Decimal']['output']>;
  measuredOn?: Maybe<Scalars['Date']['output']>;
  name: Scalars['String']['output'];
  role: KpiRole;
  target?: Maybe<Scalars['Decimal']['output']>;
  unit: Scalars['String']['output'];
};

export type KpiBaseline = {
  __typename?: 'KpiBaseline';
  frozenAt?: Maybe<Scalars['DateTime']['output']>;
  measuredOn: Scalars['Date']['output'];
  sampleSize?: Maybe<Scalars['Int']['output']>;
  value: Scalars['Decimal']['output'];
};

export type KpiClass =
  | 'BUSINESS'
  | 'COST'
  | 'MODEL'
  | 'RISK'
  | 'USAGE';

export type KpiDefineInput = {
  baselineMeasuredOn?: InputMaybe<Scalars['Date']['input']>;
  baselineSampleSize?: InputMaybe<Scalars['Int']['input']>;
  baselineValue?: InputMaybe<Scalars['Decimal']['input']>;
  class: KpiClass;
  dataSource: Scalars['String']['input'];
  direction: KpiDirection;
  name: Scalars['String']['input'];
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  rangeHigh?: InputMaybe<Scalars['Decimal']['input']>;
  rangeLow?: InputMaybe<Scalars['Decimal']['input']>;
  role: KpiRole;
  target?: InputMaybe<Scalars['Decimal']['input']>;
  targetDate?: InputMaybe<Scalars['Date']['input']>;
  unit: Scalars['String']['input'];
};

export type KpiDirection =
  | 'DECREASE'
  | 'INCREASE'
  | 'RANGE';

export type KpiMeasurement = {
  __typename?: 'KpiMeasurement';
  measuredOn: Scalars['Date']['output'];
  sampleSize?: Maybe<Scalars['Int']['output']>;
  source: Scalars['String']['output'];
  value: Scalars['Decimal']['output'];
};

export type KpiMeasurementConnection = {
  __typename?: 'KpiMeasurementConnection';
  edges: Array<KpiMeasurementEdge>;
  nodes: Array<KpiMeasurement>;
  pageInfo: PageInfo;
};

export type KpiMeasurementEdge = {
  __typename?: 'KpiMeasurementEdge';
  cursor: Scalars['String']['output'];
  node: KpiMeasurement;
};

export type KpiMeasurementInput = {
  externalId?: InputMaybe<Scalars['String']['input']>;
  kpiId: Scalars['ID']['input'];
  measuredOn: Scalars['Date']['input'];
  sampleSize?: InputMaybe<Scalars['Int']['input']>;
  source: Scalars['String']['input'];
  value: Scalars['Decimal']['input'];
};

export type KpiMeasurementsPayload = {
  __typename?: 'KpiMeasurementsPayload';
  duplicates: Scalars['Int']['output'];
  recorded: Scalars['Int']['output'];
  userErrors: Array<UserError>;
};

export type KpiPayload = {
  __typename?: 'KpiPayload';
  kpi?: Maybe<Kpi>;
  userErrors: Array<UserError>;
};

export type KpiRole =
  | 'GUARDRAIL'
  | 'LEADING'
  | 'PRIMARY';

export type KpiVersion = {
  __typename?: 'KpiVersion';
  baseline?: Maybe<KpiBaseline>;
  class: KpiClass;
  dataSource: Scalars['String']['output'];
  direction: KpiDirection;
  isAfterFreeze: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
  owner: User;
  rangeHigh?: Maybe<Scalars['Decimal']['output']>;
  rangeLow?: Maybe<Scalars['Decimal']['output']>;
  reason?: Maybe<Scalars['String']['output']>;
  recordedAt: Scalars['DateTime']['output'];
  recordedBy: User;
  role: KpiRole;
  target?: Maybe<Scalars['Decimal']['output']>;
  targetDate?: Maybe<Scalars['Date']['output']>;
  unit: Scalars['String']['output'];
  version: Scalars['Int']['output'];
};

export type LateEffort = Node & {
  __typename?: 'LateEffort';
  amount: Scalars['Decimal']['output'];
  categoryKey?: Maybe<Scalars['String']['output']>;
  components: Array<Scalars['String']['output']>;
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  decidedBy?: Maybe<User>;
  externalId: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  initiative: Initiative;
  kind: LateEffortKind;
  labels: Array<Scalars['String']['output']>;
  method: EffortMethod;
  note?: Maybe<Scalars['String']['output']>;
  person?: Maybe<Scalars['String']['output']>;
  personDays: Scalars['Decimal']['output'];
  projectKey?: Maybe<Scalars['String']['output']>;
  reason?: Maybe<Scalars['String']['output']>;
  receivedAt: Scalars['DateTime']['output'];
  receivedBy: User;
  replacesOn?: Maybe<Scalars['Date']['output']>;
  source: Scalars['String']['output'];
  status: LateEffortStatus;
  ticketType?: Maybe<Scalars['String']['output']>;
  unit: EffortUnit;
  workedOn: Scalars['Date']['output'];
};

export type LateEffortConnection = {
  __typename?: 'LateEffortConnection';
  edges: Array<LateEffortEdge>;
  nodes: Array<LateEffort>;
  pageInfo: PageInfo;
};

export type LateEffortEdge = {
  __typename?: 'LateEffortEdge';
  cursor: Scalars['String']['output'];
  node: LateEffort;
};

export type LateEffortKind =
  | 'DELETE'
  | 'RECORD';

export type LateEffortStatus =
  | 'ACCEPTED'
  | 'PENDING'
  | 'REFUSED'
  | 'SUPERSEDED';

export type MentionsReadPayload = {
  __typename?: 'MentionsReadPayload';
  read: Scalars['Int']['output'];
  userErrors: Array<UserError>;
};

export type MonitoredSignalInput = {
  alertChannel: Scalars['String']['input'];
  breachAbove?: InputMaybe<Scalars['Decimal']['input']>;
  breachBelow?: InputMaybe<Scalars['Decimal']['input']>;
  cadenceHours: Scalars['Int']['input'];
  kind: SignalKind;
  kpiId?: InputMaybe<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
  owner: Scalars['String']['input'];
  warnAbove?: InputMaybe<Scalars['Decimal']['input']>;
  warnBelow?: InputMaybe<Scalars['Decimal']['input']>;
};

export type MonitoringPlanInput = {
  effectiveOn: Scalars['Date']['input'];
  onCall: Scalars['String']['input'];
  reviewCadenceDays: Scalars['Int']['input'];
  rollbackProcedure: Scalars['String']['input'];
  runbookUrl: Scalars['String']['input'];
  signals: Array<MonitoredSignalInput>;
  summary: Scalars['String']['input'];
  url?: InputMaybe<Scalars['String']['input']>;
};

export type MonthOfExits = {
  __typename?: 'MonthOfExits';
  exits: Scalars['Int']['output'];
  month: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  allocationSchemePublish: AllocationSchemePayload;
  apiTokenCreate: ApiTokenPayload;
  apiTokenRevoke: ApiTokenPayload;
  benefitsReviewComplete: BenefitsReviewPayload;
  classificationRulesPreview: ClassificationRulesPayload;
  classificationRulesPublish: ClassificationRulesPayload;
  commentDelete: CommentDeletePayload;
  commentEdit: CommentPayload;
  commentPost: CommentPayload;
  effortDelete: EffortDeletePayload;
  effortLateAccept: EffortLatePayload;
  effortLateRefuse: EffortLatePayload;
  effortPeriodClose: EffortPeriodPayload;
  effortPeriodReopen: EffortPeriodPayload;
  effortRecord: EffortRecordPayload;
  evidenceReview: EvidencePayload;
  evidenceSubmit: EvidencePayload;
  findingMute: FindingPayload;
  findingUnmute: FindingPayload;
  gateConditionClose: GateConditionPayload;
  gateDecide: GateDecidePayload;
  gateReviewCancel: GateReviewPayload;
  gateReviewRequest: GateReviewPayload;
  gateVoteCast: GateReviewPayload;
  inboundDeliveriesReplay: InboundDeliveriesReplayPayload;
  inboundDeliveryDismiss: InboundDeliveryPayload;
  inboundDeliveryReplay: InboundDeliveryPayload;
  initiativeCreate: InitiativePayload;
  initiativeReopen: InitiativePayload;
  initiativeResume: InitiativePayload;
  initiativeUpdate: InitiativePayload;
  integrationConnectionBackfill: PullRunPayload;
  integrationConnectionCreate: IntegrationConnectionPayload;
  integrationConnectionDelete: IntegrationConnectionPayload;
  integrationConnectionReconcile: PullRunPayload;
  integrationConnectionRotateSecret: IntegrationConnectionPayload;
  integrationConnectionSetCredential: IntegrationConnectionPayload;
  integrationConnectionSetPaused: IntegrationConnectionPayload;
  integrationConnectionUpdate: IntegrationConnectionPayload;
  jobRetry: JobPayload;
  kpiDefine: KpiPayload;
  kpiMeasurementsRecord: KpiMeasurementsPayload;
  kpiRevise: KpiPayload;
  mentionsRead: MentionsReadPayload;
  portfolioCreate: PortfolioPayload;
  portfolioMemberSet: PortfolioPayload;
  signalSourceRemove: SignalSourcePayload;
  signalSourceSet: SignalSourcePayload;
  signalsRecord: SignalsRecordPayload;
  statusUpdatePost: StatusUpdatePayload;
  templateMigrate: TemplateMigratePayload;
  ticketLink: TicketLinkPayload;
  ticketUnlink: TicketLinkPayload;
  userCreate: UserPayload;
  userDeactivate: UserPayload;
  userReactivate: UserPayload;
  waiverDecide: WaiverPayload;
  waiverRequest: WaiverPayload;
  waiverRevoke: WaiverPayload;
  webhookEndpointCreate: WebhookEndpointPayload;
  webhookEndpointDelete: WebhookEndpointPayload;
  webhookEndpointPing: WebhookPingPayload;
  webhookEndpointRotateSecret: WebhookEndpointPayload;
  webhookEndpointUpdate: WebhookEndpointPayload;
  webhookMessageResend: WebhookMessagePayload;
  webhookMessagesResend: WebhookResendPayload;
  workflowTemplatePublish: WorkflowTemplatePayload;
};


export type MutationAllocationSchemePublishArgs = {
  input: AllocationSchemePublishInput;
  portfolioKey: Scalars['String']['input'];
};


export type MutationApiTokenCreateArgs = {
  input: ApiTokenCreateInput;
};


export type MutationApiTokenRevokeArgs = {
  apiTokenId: Scalars['ID']['input'];
};


export type MutationBenefitsReviewCompleteArgs = {
  id: Scalars['ID']['input'];
  input: BenefitsReviewCompleteInput;
};


export type MutationClassificationRulesPreviewArgs = {
  input: ClassificationRulesPublishInput;
  portfolioKey: Scalars['String']['input'];
};


export type MutationClassificationRulesPublishArgs = {
  input: ClassificationRulesPublishInput;
  portfolioKey: Scalars['String']['input'];
};


export type MutationCommentDeleteArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCommentEditArgs = {
  id: Scalars['ID']['input'];
  input: CommentEditInput;
};


export type MutationCommentPostArgs = {
  input: CommentPostInput;
};


export type MutationEffortDeleteArgs = {
  externalIds: Array<Scalars['String']['input']>;
  portfolioKey: Scalars['String']['input'];
  source: Scalars['String']['input'];
};


export type MutationEffortLateAcceptArgs = {
  ids: Array<Scalars['ID']['input']>;
  portfolioKey: Scalars['String']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationEffortLateRefuseArgs = {
  ids: Array<Scalars['ID']['input']>;
  portfolioKey: Scalars['String']['input'];
  reason: Scalars['String']['input'];
};


export type MutationEffortPeriodCloseArgs = {
  input: EffortPeriodCloseInput;
  portfolioKey: Scalars['String']['input'];
};


export type MutationEffortPeriodReopenArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationEffortRecordArgs = {
  entries: Array<EffortEntryInput>;
  portfolioKey: Scalars['String']['input'];
};


export type MutationEvidenceReviewArgs = {
  id: Scalars['ID']['input'];
  input: EvidenceReviewInput;
};


export type MutationEvidenceSubmitArgs = {
  criterionKey: Scalars['String']['input'];
  initiativeId: Scalars['ID']['input'];
  input: EvidenceInput;
};


export type MutationFindingMuteArgs = {
  id: Scalars['ID']['input'];
  input: FindingMuteInput;
};


export type MutationFindingUnmuteArgs = {
  id: Scalars['ID']['input'];
};


export type MutationGateConditionCloseArgs = {
  id: Scalars['ID']['input'];
  input: GateConditionCloseInput;
};


export type MutationGateDecideArgs = {
  input: GateDecideInput;
  reviewId: Scalars['ID']['input'];
};


export type MutationGateReviewCancelArgs = {
  reason: Scalars['String']['input'];
  reviewId: Scalars['ID']['input'];
};


export type MutationGateReviewRequestArgs = {
  initiativeId: Scalars['ID']['input'];
  input: GateReviewRequestInput;
};


export type MutationGateVoteCastArgs = {
  input: GateVoteCastInput;
  reviewId: Scalars['ID']['input'];
};


export type MutationInboundDeliveriesReplayArgs = {
  connectionId: Scalars['ID']['input'];
  since: Scalars['DateTime']['input'];
  statuses?: Array<InboundDeliveryStatus>;
};


export type MutationInboundDeliveryDismissArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationInboundDeliveryReplayArgs = {
  id: Scalars['ID']['input'];
};


export type MutationInitiativeCreateArgs = {
  input: InitiativeCreateInput;
};


export type MutationInitiativeReopenArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationInitiativeResumeArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationInitiativeUpdateArgs = {
  id: Scalars['ID']['input'];
  input: InitiativeUpdateInput;
};


export type MutationIntegrationConnectionBackfillArgs = {
  id: Scalars['ID']['input'];
  since: Scalars['DateTime']['input'];
};


export type MutationIntegrationConnectionCreateArgs = {
  input: IntegrationConnectionCreateInput;
};


export type MutationIntegrationConnectionDeleteArgs = {
  id: Scalars['ID']['input'];
};


export type MutationIntegrationConnectionReconcileArgs = {
  id: Scalars['ID']['input'];
};


export type MutationIntegrationConnectionRotateSecretArgs = {
  id: Scalars['ID']['input'];
  secret?: InputMaybe<Scalars['String']['input']>;
};


export type MutationIntegrationConnectionSetCredentialArgs = {
  credential?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
};


export type MutationIntegrationConnectionSetPausedArgs = {
  id: Scalars['ID']['input'];
  paused: Scalars['Boolean']['input'];
};


export type MutationIntegrationConnectionUpdateArgs = {
  id: Scalars['ID']['input'];
  input: IntegrationConnectionUpdateInput;
};


export type MutationJobRetryArgs = {
  id: Scalars['ID']['input'];
};


export type MutationKpiDefineArgs = {
  initiativeId: Scalars['ID']['input'];
  input: KpiDefineInput;
};


export type MutationKpiMeasurementsRecordArgs = {
  measurements: Array<KpiMeasurementInput>;
};


export type MutationKpiReviseArgs = {
  id: Scalars['ID']['input'];
  input: KpiDefineInput;
  reason: Scalars['String']['input'];
};


export type MutationMentionsReadArgs = {
  ids: Array<Scalars['ID']['input']>;
};


export type MutationPortfolioCreateArgs = {
  input: PortfolioCreateInput;
};


export type MutationPortfolioMemberSetArgs = {
  input: PortfolioMemberSetInput;
  portfolioKey: Scalars['String']['input'];
};


export type MutationSignalSourceRemoveArgs = {
  initiativeId: Scalars['ID']['input'];
  signalName: Scalars['String']['input'];
};


export type MutationSignalSourceSetArgs = {
  initiativeId: Scalars['ID']['input'];
  input: SignalSourceInput;
  signalName: Scalars['String']['input'];
};


export type MutationSignalsRecordArgs = {
  input: SignalsRecordInput;
};


export type MutationStatusUpdatePostArgs = {
  initiativeId: Scalars['ID']['input'];
  input: StatusUpdateInput;
};


export type MutationTemplateMigrateArgs = {
  input: TemplateMigrateInput;
  portfolioKey: Scalars['String']['input'];
};


export type MutationTicketLinkArgs = {
  initiativeId: Scalars['ID']['input'];
  input: TicketLinkInput;
};


export type MutationTicketUnlinkArgs = {
  initiativeId: Scalars['ID']['input'];
  input: TicketUnlinkInput;
};


export type MutationUserCreateArgs = {
  input: UserCreateInput;
};


export type MutationUserDeactivateArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUserReactivateArgs = {
  id: Scalars['ID']['input'];
};


export type MutationWaiverDecideArgs = {
  id: Scalars['ID']['input'];
  input: WaiverDecideInput;
};


export type MutationWaiverRequestArgs = {
  criterionKey: Scalars['String']['input'];
  initiativeId: Scalars['ID']['input'];
  input: WaiverRequestInput;
};


export type MutationWaiverRevokeArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationWebhookEndpointCreateArgs = {
  input: WebhookEndpointCreateInput;
};


export type MutationWebhookEndpointDeleteArgs = {
  id: Scalars['ID']['input'];
};


export type MutationWebhookEndpointPingArgs = {
  id: Scalars['ID']['input'];
};


export type MutationWebhookEndpointRotateSecretArgs = {
  id: Scalars['ID']['input'];
};


export type MutationWebhookEndpointUpdateArgs = {
  id: Scalars['ID']['input'];
  input: WebhookEndpointUpdateInput;
};


export type MutationWebhookMessageResendArgs = {
  id: Scalars['ID']['input'];
};


export type MutationWebhookMessagesResendArgs = {
  endpointId: Scalars['ID']['input'];
  onlyFailed?: InputMaybe<Scalars['Boolean']['input']>;
  since: Scalars['DateTime']['input'];
};


export type MutationWorkflowTemplatePublishArgs = {
  input: WorkflowTemplatePublishInput;
};

export type Node = {
  id: Scalars['ID']['output'];
};

export type OutcomeShare = {
  __typename?: 'OutcomeShare';
  count: Scalars['Int']['output'];
  outcome: GateOutcome;
  percent?: Maybe<Scalars['Decimal']['output']>;
};

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type Portfolio = Node & {
  __typename?: 'Portfolio';
  aging: Array<StageAging>;
  agingHeadline: Scalars['String']['output'];
  allocationScheme: AllocationScheme;
  allocationSchemes: Array<AllocationScheme>;
  attention: FindingConnection;
  classificationRules?: Maybe<ClassificationRules>;
  decisionStatistics: DecisionStatistics;
  effortEntries: EffortEntryConnection;
  effortPeriods: Array<EffortPeriod>;
  effortSplit: EffortSplit;
  effortTrend: EffortTrend;
  forecast: Forecast;
  funnel: Funnel;
  gateReviews: GateReviewConnection;
  governanceDebt: GovernanceDebt;
  id: Scalars['ID']['output'];
  initiatives: InitiativeConnection;
  integrationConnections: Array<IntegrationConnection>;
  key: Scalars['String']['output'];
  lateEffort: LateEffortConnection;
  members: Array<PortfolioMember>;
  name: Scalars['String']['output'];
  template: WorkflowTemplate;
  timeZone: Scalars['String']['output'];
  today: Scalars['Date']['output'];
  valueBalance: Array<ValueBalanceRow>;
  valueBalanceHeadline: Scalars['String']['output'];
  viewerRoles: Array<Role>;
};


export type PortfolioAgingArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


export type PortfolioAgingHeadlineArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


export type PortfolioAllocationSchemeArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
};


export type PortfolioAttentionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  codes?: InputMaybe<Array<FindingCode>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeMuted?: InputMaybe<Scalars['Boolean']['input']>;
  levels?: InputMaybe<Array<FindingLevel>>;
};


export type PortfolioClassificationRulesArgs = {
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type PortfolioDecisionStatisticsArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type PortfolioEffortEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  businessUnit?: InputMaybe<Scalars['String']['input']>;
  categoryKey?: InputMaybe<Scalars['String']['input']>;
  categorySource?: InputMaybe<CategorySource>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  initiativeKey?: InputMaybe<Scalars['String']['input']>;
  investmentClass?: InputMaybe<InvestmentClass>;
  method?: InputMaybe<EffortMethod>;
  person?: InputMaybe<Scalars['String']['input']>;
  ruleName?: InputMaybe<Scalars['String']['input']>;
  schemeOn?: InputMaybe<Scalars['Date']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
  stageCategory?: InputMaybe<StageCategory>;
  to?: InputMaybe<Scalars['Date']['input']>;
  uncategorised?: InputMaybe<Scalars['Boolean']['input']>;
  valueThesis?: InputMaybe<ValueThesis>;
};


export type PortfolioEffortSplitArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  from: Scalars['Date']['input'];
  groupBy?: InputMaybe<EffortGroupBy>;
  to: Scalars['Date']['input'];
};


export type PortfolioEffortTrendArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  by?: InputMaybe<EffortTrendStep>;
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type PortfolioForecastArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  exits: Scalars['Int']['input'];
};


export type PortfolioFunnelArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type PortfolioGateReviewsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  dueBefore?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inDanger?: InputMaybe<Scalars['Boolean']['input']>;
  status?: InputMaybe<GateReviewStatus>;
};


export type PortfolioGovernanceDebtArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


export type PortfolioInitiativesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InitiativeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InitiativeOrder>;
};


export type PortfolioLateEffortArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<LateEffortStatus>;
};


export type PortfolioValueBalanceArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type PortfolioValueBalanceHeadlineArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};

export type PortfolioCreateInput = {
  key: Scalars['String']['input'];
  name: Scalars['String']['input'];
  templateKey?: InputMaybe<Scalars['String']['input']>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

export type PortfolioMember = {
  __typename?: 'PortfolioMember';
  roles: Array<Role>;
  user: User;
};

export type PortfolioMemberSetInput = {
  roles: Array<Role>;
  userId: Scalars['ID']['input'];
};

export type PortfolioPayload = {
  __typename?: 'PortfolioPayload';
  portfolio?: Maybe<Portfolio>;
  userErrors: Array<UserError>;
};

export type PullKind =
  | 'BACKFILL'
  | 'COMPARE'
  | 'RECONCILE';

export type PullRun = Node & {
  __typename?: 'PullRun';
  changed: Scalars['Int']['output'];
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  failure?: Maybe<Scalars['String']['output']>;
  found: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  kind: PullKind;
  notBefore?: Maybe<Scalars['DateTime']['output']>;
  pages: Scalars['Int']['output'];
  startedAt: Scalars['DateTime']['output'];
  startedBy: User;
  status: PullStatus;
};

export type PullRunPayload = {
  __typename?: 'PullRunPayload';
  run?: Maybe<PullRun>;
  userErrors: Array<UserError>;
};

export type PullStatus =
  | 'DONE'
  | 'FAILED'
  | 'RUNNING';

export type Query = {
  __typename?: 'Query';
  apiTokens: ApiTokenConnection;
  auditVerify: AuditVerification;
  comment?: Maybe<Comment>;
  gatePreview: GateReadiness;
  gateReview?: Maybe<GateReview>;
  inboundDeliveries: InboundDeliveryConnection;
  initiative?: Maybe<Initiative>;
  initiativeByKey?: Maybe<Initiative>;
  integrationConnection?: Maybe<IntegrationConnection>;
  integrationConnections: Array<IntegrationConnection>;
  jobs: JobConnection;
  portfolio?: Maybe<Portfolio>;
  portfolios: Array<Portfolio>;
  templateMigrationPreview: TemplateMigrationPreviewConnection;
  tickets: TicketConnection;
  users: UserConnection;
  viewer: Viewer;
  webhookEndpoint?: Maybe<WebhookEndpoint>;
  webhookEndpoints: Array<WebhookEndpoint>;
  workflowTemplate?: Maybe<WorkflowTemplate>;
  workflowTemplateDryRun: WorkflowTemplateDryRunPayload;
  workflowTemplates: Array<CataloguedTemplate>;
};


export type QueryApiTokensArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  userId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryAuditVerifyArgs = {
  portfolioKey: Scalars['String']['input'];
};


export type QueryCommentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryGatePreviewArgs = {
  conditions?: InputMaybe<Array<GateConditionInput>>;
  initiativeId: Scalars['ID']['input'];
  outcome: GateOutcome;
  recycleToStageKey?: InputMaybe<Scalars['String']['input']>;
  withVotes?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryGateReviewArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInboundDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  connectionId: Scalars['ID']['input'];
  dismissed?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<InboundDeliveryStatus>;
};


export type QueryInitiativeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInitiativeByKeyArgs = {
  key: Scalars['String']['input'];
};


export type QueryIntegrationConnectionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryIntegrationConnectionsArgs = {
  portfolioKey: Scalars['String']['input'];
};


export type QueryJobsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<JobStatus>;
};


export type QueryPortfolioArgs = {
  key: Scalars['String']['input'];
};


export type QueryTemplateMigrationPreviewArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  initiativeIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  portfolioKey: Scalars['String']['input'];
  stageMapping?: InputMaybe<Array<StageMappingInput>>;
  templateKey: Scalars['String']['input'];
  toVersion?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTicketsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  connectionId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  key?: InputMaybe<Scalars['String']['input']>;
  unlinked?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryWebhookEndpointArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWebhookEndpointsArgs = {
  portfolioKey: Scalars['String']['input'];
};


export type QueryWorkflowTemplateArgs = {
  key: Scalars['String']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryWorkflowTemplateDryRunArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  input: WorkflowTemplatePublishInput;
  portfolioKey: Scalars['String']['input'];
  stageMapping?: InputMaybe<Array<StageMappingInput>>;
};

export type RiskTier =
  | 'HIGH'
  | 'LIMITED'
  | 'MINIMAL';

export type Role =
  | 'ADMIN'
  | 'EVIDENCE_REVIEWER'
  | 'GATEKEEPER'
  | 'INTEGRATION'
  | 'PROCESS_DESIGNER'
  | 'PROGRAM_MANAGER'
  | 'REVIEWER';

export type SignOffInput = {
  effectiveOn: Scalars['Date']['input'];
  statement: Scalars['String']['input'];
};

export type Signal = {
  __typename?: 'Signal';
  breachAbove?: Maybe<Scalars['Decimal']['output']>;
  breachBelow?: Maybe<Scalars['Decimal']['output']>;
  cadenceHours: Scalars['Int']['output'];
  kind: SignalKind;
  lastAt?: Maybe<Scalars['DateTime']['output']>;
  level: SignalLevel;
  message: Scalars['String']['output'];
  name: Scalars['String']['output'];
  readings: SignalReadingConnection;
  since: Scalars['DateTime']['output'];
  threshold?: Maybe<Scalars['Decimal']['output']>;
  unit?: Maybe<Scalars['String']['output']>;
  value?: Maybe<Scalars['Decimal']['output']>;
  warnAbove?: Maybe<Scalars['Decimal']['output']>;
  warnBelow?: Maybe<Scalars['Decimal']['output']>;
};


export type SignalReadingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type SignalKind =
  | 'COST'
  | 'DRIFT'
  | 'INCIDENT'
  | 'KPI'
  | 'LATENCY'
  | 'QUALITY';

export type SignalLevel =
  | 'BREACHED'
  | 'OK'
  | 'SILENT'
  | 'UNKNOWN'
  | 'WARN';

export type SignalReading = {
  __typename?: 'SignalReading';
  at: Scalars['DateTime']['output'];
  externalId?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  recordedAt: Scalars['DateTime']['output'];
  recordedBy: User;
  source: Scalars['String']['output'];
  value: Scalars['Decimal']['output'];
};

export type SignalReadingConnection = {
  __typename?: 'SignalReadingConnection';
  edges: Array<SignalReadingEdge>;
  nodes: Array<SignalReading>;
  pageInfo: PageInfo;
};

export type SignalReadingEdge = {
  __typename?: 'SignalReadingEdge';
  cursor: Scalars['String']['output'];
  node: SignalReading;
};

export type SignalReadingInput = {
  at: Scalars['DateTime']['input'];
  externalId?: InputMaybe<Scalars['String']['input']>;
  initiativeKey: Scalars['String']['input'];
  signal: Scalars['String']['input'];
  source: Scalars['String']['input'];
  value: Scalars['Decimal']['input'];
};

export type SignalRecordRow = {
  __typename?: 'SignalRecordRow';
  index: Scalars['Int']['output'];
  status: SignalRecordStatus;
  userErrors: Array<UserError>;
};

export type SignalRecordStatus =
  | 'DUPLICATE'
  | 'RECORDED'
  | 'REFUSED';

export type SignalSource = {
  __typename?: 'SignalSource';
  hasBearerToken: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  intervalSeconds: Scalars['Int']['output'];
  lastProblem?: Maybe<Scalars['String']['output']>;
  lastPulledAt?: Maybe<Scalars['DateTime']['output']>;
  query: Scalars['String']['output'];
  setAt: Scalars['DateTime']['output'];
  signal: Scalars['String']['output'];
  url: Scalars['String']['output'];
};

export type SignalSourceInput = {
  bearerToken?: InputMaybe<Scalars['String']['input']>;
  intervalSeconds: Scalars['Int']['input'];
  query: Scalars['String']['input'];
  url: Scalars['String']['input'];
};

export type SignalSourcePayload = {
  __typename?: 'SignalSourcePayload';
  source?: Maybe<SignalSource>;
  userErrors: Array<UserError>;
};

export type SignalsRecordInput = {
  readings: Array<SignalReadingInput>;
};

export type SignalsRecordPayload = {
  __typename?: 'SignalsRecordPayload';
  duplicates: Scalars['Int']['output'];
  recorded: Scalars['Int']['output'];
  refused: Scalars['Int']['output'];
  rows: Array<SignalRecordRow>;
  userErrors: Array<UserError>;
};

export type SignatureFailure = {
  __typename?: 'SignatureFailure';
  at: Scalars['DateTime']['output'];
  why: SignatureFailureReason;
};

export type SignatureFailureReason =
  | 'MISSING'
  | 'STALE'
  | 'WRONG';

export type SolutionType =
  | 'AGENT'
  | 'CHAT_ASSISTANT'
  | 'DECISION_SERVICE'
  | 'PLATFORM_CAPABILITY'
  | 'WORKFLOW_EMBEDDED';

export type StageAging = {
  __typename?: 'StageAging';
  count: Scalars['Int']['output'];
  exits: Scalars['Int']['output'];
  levels: Array<AgingCount>;
  overWip: Scalars['Boolean']['output'];
  p50?: Maybe<Scalars['Int']['output']>;
  p70?: Maybe<Scalars['Int']['output']>;
  p85?: Maybe<Scalars['Int']['output']>;
  stage: StageDefinition;
  wipLimit?: Maybe<Scalars['Int']['output']>;
};

export type StageCategory =
  | 'INTAKE'
  | 'PILOT'
  | 'POC'
  | 'PRODUCTION';

export type StageDefinition = {
  __typename?: 'StageDefinition';
  category: StageCategory;
  exitGate?: Maybe<GateDefinition>;
  key: Scalars['String']['output'];
  name: Scalars['String']['output'];
  position: Scalars['Int']['output'];
  timeBoxDays?: Maybe<Scalars['Int']['output']>;
  wipLimit?: Maybe<Scalars['Int']['output']>;
};

export type StageDefinitionInput = {
  category: StageCategory;
  exitGate?: InputMaybe<GateDefinitionInput>;
  key: Scalars['String']['input'];
  name: Scalars['String']['input'];
  timeBoxDays?: InputMaybe<Scalars['Int']['input']>;
  wipLimit?: InputMaybe<Scalars['Int']['input']>;
};

export type StageMappingInput = {
  from: Scalars['String']['input'];
  to: Scalars['String']['input'];
};

export type StageVisit = {
  __typename?: 'StageVisit';
  daysOnHold: Scalars['Int']['output'];
  enteredAt: Scalars['DateTime']['output'];
  leftAt?: Maybe<Scalars['DateTime']['output']>;
  stage: StageDefinition;
};

export type StaleVersionError = UserError & {
  __typename?: 'StaleVersionError';
  code: UserErrorCode;
  currentVersion: Scalars['Int']['output'];
  field?: Maybe<Array<Scalars['String']['output']>>;
  message: Scalars['String']['output'];
};

export type StatusUpdate = Node & {
  __typename?: 'StatusUpdate';
  health: Health;
  id: Scalars['ID']['output'];
  initiative: Initiative;
  postedAt: Scalars['DateTime']['output'];
  postedBy: User;
  text: Scalars['String']['output'];
};

export type StatusUpdateConnection = {
  __typename?: 'StatusUpdateConnection';
  edges: Array<StatusUpdateEdge>;
  nodes: Array<StatusUpdate>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type StatusUpdateEdge = {
  __typename?: 'StatusUpdateEdge';
  cursor: Scalars['String']['output'];
  node: StatusUpdate;
};

export type StatusUpdateInput = {
  health: Health;
  text: Scalars['String']['input'];
};

export type StatusUpdatePayload = {
  __typename?: 'StatusUpdatePayload';
  statusUpdate?: Maybe<StatusUpdate>;
  userErrors: Array<UserError>;
};

export type Subscription = {
  __typename?: 'Subscription';
  initiativeChanged: Initiative;
};


export type SubscriptionInitiativeChangedArgs = {
  portfolioKey: Scalars['String']['input'];
};

export type TemplateMigrateInput = {
  initiativeIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  reason: Scalars['String']['input'];
  stageMapping?: InputMaybe<Array<StageMappingInput>>;
  templateKey: Scalars['String']['input'];
  toVersion?: InputMaybe<Scalars['Int']['input']>;
};

export type TemplateMigratePayload = {
  __typename?: 'TemplateMigratePayload';
  migrated: Scalars['Int']['output'];
  stayed: Scalars['Int']['output'];
  template?: Maybe<WorkflowTemplate>;
  userErrors: Array<UserError>;
};

export type TemplateMigrationEffect = {
  __typename?: 'TemplateMigrationEffect';
  blocks: Scalars['Boolean']['output'];
  criterionKey?: Maybe<Scalars['String']['output']>;
  gateKey?: Maybe<Scalars['String']['output']>;
  kind: TemplateMigrationEffectKind;
  message: Scalars['String']['output'];
  referenceIds: Array<Scalars['ID']['output']>;
  stageKey?: Maybe<Scalars['String']['output']>;
  statusAfter?: Maybe<CriterionStatus>;
  statusBefore?: Maybe<CriterionStatus>;
};

export type TemplateMigrationEffectKind =
  | 'CRITERION_CHANGED'
  | 'CRITERION_DROPPED'
  | 'GATE_CHANGED'
  | 'NEW_MET_CRITERION'
  | 'NEW_OPEN_CRITERION'
  | 'NO_CHANGE'
  | 'OPEN_REVIEW'
  | 'ORPHANED_EVIDENCE'
  | 'SIGNALS_CHANGED'
  | 'STAGE_CHANGED'
  | 'STAGE_GONE'
  | 'WAY_CHANGED';

export type TemplateMigrationPreview = {
  __typename?: 'TemplateMigrationPreview';
  canMove: Scalars['Boolean']['output'];
  effects: Array<TemplateMigrationEffect>;
  fromStage: StageDefinition;
  fromVersion: Scalars['Int']['output'];
  initiative: Initiative;
  standingAfter?: Maybe<GateStanding>;
  standingBefore?: Maybe<GateStanding>;
  toStage?: Maybe<StageDefinition>;
};

export type TemplateMigrationPreviewConnection = {
  __typename?: 'TemplateMigrationPreviewConnection';
  edges: Array<TemplateMigrationPreviewEdge>;
  nodes: Array<TemplateMigrationPreview>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type TemplateMigrationPreviewEdge = {
  __typename?: 'TemplateMigrationPreviewEdge';
  cursor: Scalars['String']['output'];
  node: TemplateMigrationPreview;
};

export type TemplateState =
  | 'NEWEST'
  | 'SUPERSEDED';

export type Ticket = Node & {
  __typename?: 'Ticket';
  components: Array<Scalars['String']['output']>;
  connectionId: Scalars['ID']['output'];
  deleted: Scalars['Boolean']['output'];
  effortProblem?: Maybe<Scalars['String']['output']>;
  externalId: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  key: Scalars['String']['output'];
  knownKeys: Array<Scalars['String']['output']>;
  labels: Array<Scalars['String']['output']>;
  links: Array<TicketLink>;
  points?: Maybe<Scalars['Decimal']['output']>;
  projectKey?: Maybe<Scalars['String']['output']>;
  statusCategory: TicketStatusCategory;
  statusName?: Maybe<Scalars['String']['output']>;
  timeSpentSeconds?: Maybe<Scalars['Int']['output']>;
  title: Scalars['String']['output'];
  tool: TicketTool;
  toolUpdatedAt?: Maybe<Scalars['DateTime']['output']>;
  type?: Maybe<Scalars['String']['output']>;
  url?: Maybe<Scalars['String']['output']>;
};

export type TicketConnection = {
  __typename?: 'TicketConnection';
  edges: Array<TicketEdge>;
  nodes: Array<Ticket>;
  pageInfo: PageInfo;
};

export type TicketEdge = {
  __typename?: 'TicketEdge';
  cursor: Scalars['String']['output'];
  node: Ticket;
};

export type TicketLink = {
  __typename?: 'TicketLink';
  criterionKeys: Array<Scalars['String']['output']>;
  initiative: Initiative;
  linkedAt: Scalars['DateTime']['output'];
  ruleName?: Maybe<Scalars['String']['output']>;
  sharePercent: Scalars['Decimal']['output'];
};

export type TicketLinkInput = {
  connectionId: Scalars['ID']['input'];
  criterionKey?: InputMaybe<Scalars['String']['input']>;
  sharePercent?: InputMaybe<Scalars['Decimal']['input']>;
  ticketKey: Scalars['String']['input'];
};

export type TicketLinkPayload = {
  __typename?: 'TicketLinkPayload';
  ticket?: Maybe<Ticket>;
  userErrors: Array<UserError>;
};

export type TicketStatusCategory =
  | 'CANCELED'
  | 'DONE'
  | 'IN_PROGRESS'
  | 'TODO'
  | 'UNKNOWN';

export type TicketTool =
  | 'AZURE_DEVOPS'
  | 'GENERIC'
  | 'GITHUB'
  | 'GITLAB'
  | 'JIRA'
  | 'LINEAR';

export type TicketUnlinkInput = {
  connectionId: Scalars['ID']['input'];
  criterionKey?: InputMaybe<Scalars['String']['input']>;
  ticketKey: Scalars['String']['input'];
};

export type User = Node & {
  __typename?: 'User';
  deactivatedAt?: Maybe<Scalars['DateTime']['output']>;
  email: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
};

export type UserConnection = {
  __typename?: 'UserConnection';
  edges: Array<UserEdge>;
  nodes: Array<User>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type UserCreateInput = {
  email: Scalars['String']['input'];
  name: Scalars['String']['input'];
};

export type UserEdge = {
  __typename?: 'UserEdge';
  cursor: Scalars['String']['output'];
  node: User;
};

export type UserError = {
  code: UserErrorCode;
  field?: Maybe<Array<Scalars['String']['output']>>;
  message: Scalars['String']['output'];
};

export type UserErrorCode =
  | 'ALREADY_EXISTS'
  | 'CONDITION_INVALID'
  | 'CONDITION_OPEN'
  | 'CRITERION_UNMET'
  | 'CRITERION_VETO'
  | 'IDEMPOTENCY_MISMATCH'
  | 'INVALID'
  | 'NOT_FOUND'
  | 'OUTCOME_NOT_SUPPORTED'
  | 'OVER_CAPACITY'
  | 'OWNER_CANNOT_VOTE'
  | 'QUORUM_NOT_MET'
  | 'RECYCLE_LIMIT'
  | 'SELF_REVIEW'
  | 'STALE_VERSION'
  | 'TARGETS_NOT_100'
  | 'TEMPLATE_UNREACHABLE_STAGE'
  | 'WAIVER_EXISTS'
  | 'WAIVER_TOO_LONG'
  | 'WRONG_STATE';

export type UserPayload = {
  __typename?: 'UserPayload';
  user?: Maybe<User>;
  userErrors: Array<UserError>;
};

export type UxFindingInput = {
  resolved: Scalars['Boolean']['input'];
  severity: FindingSeverity;
  title: Scalars['String']['input'];
};

export type UxMethod =
  | 'ACCESSIBILITY_AUDIT'
  | 'FIELD_STUDY'
  | 'HEURISTIC_EVALUATION'
  | 'SURVEY'
  | 'USABILITY_TEST';

export type UxReviewInput = {
  conductedOn: Scalars['Date']['input'];
  findings: Array<UxFindingInput>;
  method: UxMethod;
  participants: Scalars['Int']['input'];
  summary: Scalars['String']['input'];
  susScore?: InputMaybe<Scalars['Decimal']['input']>;
  taskSuccessPercent?: InputMaybe<Scalars['Decimal']['input']>;
  url?: InputMaybe<Scalars['String']['input']>;
};

export type ValueBalanceRow = {
  __typename?: 'ValueBalanceRow';
  initiatives: Scalars['Int']['output'];
  percent?: Maybe<Scalars['Decimal']['output']>;
  personDays: Scalars['Decimal']['output'];
  valueThesis: ValueThesis;
};

export type ValueThesis =
  | 'COST'
  | 'EXPERIENCE'
  | 'GROWTH'
  | 'PRODUCTIVITY'
  | 'RISK_REDUCTION';

export type Viewer = {
  __typename?: 'Viewer';
  inbox: InboxItemConnection;
  isInstanceAdmin: Scalars['Boolean']['output'];
  mayPublishTemplates: Scalars['Boolean']['output'];
  roles: Array<Role>;
  user: User;
};


export type ViewerInboxArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  portfolioKey?: InputMaybe<Scalars['String']['input']>;
};


export type ViewerRolesArgs = {
  portfolioKey: Scalars['String']['input'];
};

export type ViewerPermission = {
  __typename?: 'ViewerPermission';
  allowed: Scalars['Boolean']['output'];
  reason?: Maybe<Scalars['String']['output']>;
  whoCan: Array<User>;
};

export type Waiver = Node & {
  __typename?: 'Waiver';
  compensatingControl: Scalars['String']['output'];
  criterionKey: Scalars['String']['output'];
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  decidedBy?: Maybe<User>;
  decisionComment?: Maybe<Scalars['String']['output']>;
  expiresOn: Scalars['Date']['output'];
  gateKey: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  reason: Scalars['String']['output'];
  renewals: Scalars['Int']['output'];
  requestedAt: Scalars['DateTime']['output'];
  requestedBy: User;
  revokeReason?: Maybe<Scalars['String']['output']>;
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  revokedBy?: Maybe<User>;
  status: WaiverStatus;
  viewerCan: WaiverPermissions;
};

export type WaiverDecideInput = {
  approve: Scalars['Boolean']['input'];
  comment: Scalars['String']['input'];
};

export type WaiverPayload = {
  __typename?: 'WaiverPayload';
  userErrors: Array<UserError>;
  waiver?: Maybe<Waiver>;
};

export type WaiverPermissions = {
  __typename?: 'WaiverPermissions';
  decide: ViewerPermission;
  revoke: ViewerPermission;
};

export type WaiverRequestInput = {
  compensatingControl: Scalars['String']['input'];
  expiresOn: Scalars['Date']['input'];
  reason: Scalars['String']['input'];
};

export type WaiverStatus =
  | 'APPROVED'
  | 'DENIED'
  | 'EXPIRED'
  | 'PENDING'
  | 'REVOKED';

export type WebhookAttempt = {
  __typename?: 'WebhookAttempt';
  attemptedAt: Scalars['DateTime']['output'];
  durationMs: Scalars['Int']['output'];
  error?: Maybe<Scalars['String']['output']>;
  number: Scalars['Int']['output'];
  requestHeaders: Scalars['JSON']['output'];
  response?: Maybe<Scalars['String']['output']>;
  status?: Maybe<Scalars['Int']['output']>;
};

export type WebhookAttemptConnection = {
  __typename?: 'WebhookAttemptConnection';
  edges: Array<WebhookAttemptEdge>;
  nodes: Array<WebhookAttempt>;
  pageInfo: PageInfo;
};

export type WebhookAttemptEdge = {
  __typename?: 'WebhookAttemptEdge';
  cursor: Scalars['String']['output'];
  node: WebhookAttempt;
};

export type WebhookDisabledReason =
  | 'BY_HAND'
  | 'FAILING'
  | 'GONE';

export type WebhookEndpoint = Node & {
  __typename?: 'WebhookEndpoint';
  createdAt: Scalars['DateTime']['output'];
  createdBy: User;
  disabledAt?: Maybe<Scalars['DateTime']['output']>;
  disabledReason?: Maybe<WebhookDisabledReason>;
  enabled: Scalars['Boolean']['output'];
  events: Array<WebhookEventType>;
  failingSince?: Maybe<Scalars['DateTime']['output']>;
  format: WebhookFormat;
  id: Scalars['ID']['output'];
  messages: WebhookMessageConnection;
  notice?: Maybe<Scalars['String']['output']>;
  pendingMessages: Scalars['Int']['output'];
  previousSecretUntil?: Maybe<Scalars['DateTime']['output']>;
  url: Scalars['String']['output'];
};


export type WebhookEndpointMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<WebhookMessageStatus>;
};

export type WebhookEndpointCreateInput = {
  events: Array<WebhookEventType>;
  format?: InputMaybe<WebhookFormat>;
  portfolioKey: Scalars['String']['input'];
  url: Scalars['String']['input'];
};

export type WebhookEndpointPayload = {
  __typename?: 'WebhookEndpointPayload';
  endpointId?: Maybe<Scalars['ID']['output']>;
  secret?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type WebhookEndpointUpdateInput = {
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  events?: InputMaybe<Array<WebhookEventType>>;
  format?: InputMaybe<WebhookFormat>;
  url?: InputMaybe<Scalars['String']['input']>;
};

export type WebhookEventType =
  | 'CONDITION_BREACHED'
  | 'CRITERION_CHANGED'
  | 'EFFORT_OFF_TARGET'
  | 'FINDING_RAISED'
  | 'GATE_DECIDED'
  | 'GATE_REVIEW_REQUESTED'
  | 'INITIATIVE_CREATED'
  | 'STAGE_CHANGED';

export type WebhookFormat =
  | 'CLOUD_EVENTS'
  | 'SLACK'
  | 'STANDARD'
  | 'TEAMS';

export type WebhookMessage = Node & {
  __typename?: 'WebhookMessage';
  attempts: WebhookAttemptConnection;
  data: Scalars['JSON']['output'];
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  eventType: WebhookEventType;
  failures: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  occurredAt: Scalars['DateTime']['output'];
  sequence: Scalars['Int']['output'];
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  status: WebhookMessageStatus;
};


export type WebhookMessageAttemptsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type WebhookMessageConnection = {
  __typename?: 'WebhookMessageConnection';
  edges: Array<WebhookMessageEdge>;
  nodes: Array<WebhookMessage>;
  pageInfo: PageInfo;
};

export type WebhookMessageEdge = {
  __typename?: 'WebhookMessageEdge';
  cursor: Scalars['String']['output'];
  node: WebhookMessage;
};

export type WebhookMessagePayload = {
  __typename?: 'WebhookMessagePayload';
  messageId?: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

export type WebhookMessageStatus =
  | 'DELIVERED'
  | 'GIVEN_UP'
  | 'PENDING';

export type WebhookPingPayload = {
  __typename?: 'WebhookPingPayload';
  delivered?: Maybe<Scalars['Boolean']['output']>;
  durationMs?: Maybe<Scalars['Int']['output']>;
  error?: Maybe<Scalars['String']['output']>;
  response?: Maybe<Scalars['String']['output']>;
  status?: Maybe<Scalars['Int']['output']>;
  userErrors: Array<UserError>;
};

export type WebhookResendPayload = {
  __typename?: 'WebhookResendPayload';
  resent: Scalars['Int']['output'];
  userErrors: Array<UserError>;
};

export type WorkflowTemplate = Node & {
  __typename?: 'WorkflowTemplate';
  id: Scalars['ID']['output'];
  key: Scalars['String']['output'];
  name: Scalars['String']['output'];
  publishedAt: Scalars['DateTime']['output'];
  stages: Array<StageDefinition>;
  version: Scalars['Int']['output'];
};

export type WorkflowTemplateDryRunPayload = {
  __typename?: 'WorkflowTemplateDryRunPayload';
  previews?: Maybe<TemplateMigrationPreviewConnection>;
  userErrors: Array<UserError>;
  version?: Maybe<Scalars['Int']['output']>;
};

export type WorkflowTemplatePayload = {
  __typename?: 'WorkflowTemplatePayload';
  template?: Maybe<WorkflowTemplate>;
  userErrors: Array<UserError>;
};

export type WorkflowTemplatePublishInput = {
  key: Scalars['String']['input'];
  name: Scalars['String']['input'];
  stages: Array<StageDefinitionInput>;
};
