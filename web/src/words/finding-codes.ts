import type { FindingCode, FindingLevel } from '../api/generated/schema';
import { wordsOf } from './labels';

/** All codes, as a record so that one that is missing does not compile. */
const ALL: Readonly<Record<FindingCode, true>> = {
  ALLOCATION_OFF_TARGET: true,
  BASELINE_AFTER_PILOT: true,
  CONDITION_OVERDUE: true,
  EVIDENCE_EXPIRING: true,
  EVIDENCE_STALE: true,
  GUARDRAIL_BREACHED: true,
  MODEL_METRIC_ONLY: true,
  NO_GUARDRAIL: true,
  NO_MEASUREMENT: true,
  PLAN_WITHOUT_EFFORT: true,
  POC_TRAP: true,
  POINT_SOLUTION: true,
  PRIMARY_UP_GUARDRAIL_BREACHED: true,
  PROXY_DIVERGENCE: true,
  RUBBER_STAMP: true,
  SIGNAL_BREACHED: true,
  TARGET_EASED: true,
  UX_TOO_LATE: true,
  VANITY_METRIC: true,
  WAIVER_EXPIRING: true,
  WIP_EXCEEDED: true,
  ZOMBIE: true,
};

const isCode = (text: string): text is FindingCode => text in ALL;

export const CODES: readonly FindingCode[] = Object.keys(ALL).filter(isCode);
/** A sentence of the API with the words for the codes of findings that it names. */
export const plainly = (sentence: string): string =>
  sentence.replace(/\b[A-Z]+(?:_[A-Z]+)*\b/g, (name) => (isCode(name) ? withinSentence(wordsOf(name)) : name));

const withinSentence = (words: string): string => words.replace(/^[A-Z](?=[a-z]+\b)/, (first) => first.toLowerCase());

export const LEVELS: readonly FindingLevel[] = ['CRITICAL', 'WARNING', 'INFO'];
