import type {
  AgingLevel,
  AllocationVerdict,
  CriterionKind,
  CriterionStatus,
  FindingLevel,
  GateOutcome,
  Health,
  InitiativeStatus,
  InvestmentClass,
  Role,
  StageCategory,
} from '../api/generated/schema';

// The words for what the API names: one place, so that a thing is called alike on every screen.

export const HEALTH: Readonly<Record<Health, { word: string; glyph: string; tone: string }>> = {
  ON_TRACK: { word: 'On track', glyph: '●', tone: 'good' },
  AT_RISK: { word: 'At risk', glyph: '▲', tone: 'warn' },
  OFF_TRACK: { word: 'Off track', glyph: '■', tone: 'bad' },
  NO_DATA: { word: 'No data', glyph: '○', tone: 'none' },
};

export const CRITERION_STATUS: Readonly<Record<CriterionStatus, { word: string; glyph: string; tone: string }>> = {
  MET: { word: 'Met', glyph: '✓', tone: 'good' },
  WAIVED: { word: 'Waived', glyph: '~', tone: 'warn' },
  SUBMITTED: { word: 'Waits for review', glyph: '◔', tone: 'warn' },
  STALE: { word: 'Expired', glyph: '!', tone: 'bad' },
  NOT_MET: { word: 'Not met', glyph: '✕', tone: 'bad' },
  MISSING: { word: 'Missing', glyph: '○', tone: 'bad' },
  NOT_APPLICABLE: { word: 'Does not apply', glyph: '–', tone: 'none' },
};

export const CRITERION_KIND: Readonly<Record<CriterionKind, string>> = {
  CHANGE_PLAN: 'Change plan',
  CHECKLIST: 'Checklist',
  DOCUMENT: 'Document',
  EFFORT_SHARE: 'Effort share',
  EXTERNAL_CHECK: 'External check',
  KPI_ATTAINMENT: 'KPI attainment',
  KPI_CONTRACT: 'KPI contract',
  MONITORING_PLAN: 'Monitoring plan',
  SIGN_OFF: 'Sign-off',
  TICKETS_DONE: 'Tickets done',
  UX_REVIEW: 'UX review',
};

export const OUTCOME: Readonly<Record<GateOutcome, string>> = {
  GO: 'Go',
  CONDITIONAL_GO: 'Conditional go',
  HOLD: 'Hold',
  RECYCLE: 'Recycle',
  KILL: 'Kill',
};

export const INITIATIVE_STATUS: Readonly<Record<InitiativeStatus, string>> = {
  ACTIVE: 'Active',
  ON_HOLD: 'On hold',
  KILLED: 'Killed',
  RETIRED: 'Retired',
};

export const AGING: Readonly<Record<AgingLevel, { word: string; tone: string }>> = {
  FRESH: { word: 'Fresh', tone: 'none' },
  WATCH: { word: 'Watch', tone: 'none' },
  AGING: { word: 'Aging', tone: 'warn' },
  STUCK: { word: 'Stuck', tone: 'bad' },
  ZOMBIE: { word: 'Zombie', tone: 'bad' },
};

export const INVESTMENT_CLASS: Readonly<Record<InvestmentClass, string>> = {
  CORE: 'Core',
  ADJACENT: 'Adjacent',
  TRANSFORMATIONAL: 'Transformational',
};

export const STAGE_CATEGORY: Readonly<Record<StageCategory, string>> = {
  INTAKE: 'Intake',
  POC: 'PoC',
  PILOT: 'Pilot',
  PRODUCTION: 'Production',
};

export const FINDING_LEVEL: Readonly<Record<FindingLevel, { word: string; glyph: string; tone: string }>> = {
  CRITICAL: { word: 'Critical', glyph: '■', tone: 'bad' },
  WARNING: { word: 'Warning', glyph: '▲', tone: 'warn' },
  INFO: { word: 'Info', glyph: '●', tone: 'none' },
};

export const VERDICT: Readonly<Record<AllocationVerdict, { word: string; glyph: string; tone: string }>> = {
  WITHIN: { word: 'Within', glyph: '●', tone: 'good' },
  OVER: { word: 'Over', glyph: '■', tone: 'bad' },
  UNDER: { word: 'Under', glyph: '■', tone: 'bad' },
  INSUFFICIENT_DATA: { word: 'Too little data', glyph: '○', tone: 'none' },
};

export const ROLE: Readonly<Record<Role, string>> = {
  ADMIN: 'Admin',
  EVIDENCE_REVIEWER: 'Evidence reviewer',
  GATEKEEPER: 'Gatekeeper',
  INTEGRATION: 'Integration',
  PROCESS_DESIGNER: 'Process designer',
  PROGRAM_MANAGER: 'Program manager',
  REVIEWER: 'Portfolio reviewer',
};

/** A name of the API without words of its own: `COST_SAVING` as "Cost saving". */
export const wordsOf = (name: string): string => {
  const words = name
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/\b(ux|kpi|wip)\b/g, (short) => short.toUpperCase())
    .replace(/\bpoc\b/g, 'PoC');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
