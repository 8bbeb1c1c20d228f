import { addDays } from '../../src/domain/basics/calendar-date.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import type {
  Finding,
  FindingRule,
  FindingScene,
  PortfolioScene,
  RecordedStay,
} from '../../src/domain/findings/finding.js';
import type { StageCategory, StageDefinition } from '../../src/domain/gates/gate.js';
import { DEFAULT_TEMPLATE } from '../../src/domain/pipeline/default-template.js';
import { day, facts, noon } from './gate-facts.js';

/** Scenes for specs of findings: noon of 1 August 2026 in Berlin, on the default workflow, unless something else is said. */

export const AT = noon('2026-08-01');

export const STAGES: readonly StageDefinition[] = DEFAULT_TEMPLATE.stages.map((stage, position) => ({
  ...stage,
  position: position + 1,
}));

const categoryOf = (stageKey: string): StageCategory =>
  STAGES.find(({ key }) => key === stageKey)?.category ?? 'INTAKE';

/** Entered at noon of a day, recorded when it happened, and left at noon of another one, or not at all. */
export const aStay = (
  stageKey: string,
  from: string,
  until: string | null = null,
  other: Partial<RecordedStay> = {},
): RecordedStay => ({
  stageKey,
  category: categoryOf(stageKey),
  enteredAt: noon(from),
  leftAt: until === null ? null : noon(until),
  recordedAt: noon(from),
  supersededAt: null,
  ...other,
});

export const aFindingScene = (other: Partial<FindingScene> = {}): FindingScene => ({
  ...facts({ timeZone: 'Europe/Berlin' }),
  at: AT,
  status: 'ACTIVE',
  stages: STAGES,
  stays: [],
  reviews: [],
  stuck: null,
  signals: [],
  ...other,
});

export const aPortfolioScene = (other: Partial<PortfolioScene> = {}): PortfolioScene => ({
  at: AT,
  timeZone: 'Europe/Berlin',
  stages: [],
  gates: [],
  chatAssistants: [],
  quarters: [],
  ...other,
});

/** What one rule finds of a scene. */
export const foundBy =
  (rule: FindingRule) =>
  (other: Partial<FindingScene>): readonly Finding[] =>
    rule(aFindingScene(other));

/** The midnight in Berlin with which a day of summer begins. */
export const summerMidnight = (date: string): Instant => `${addDays(day(date), -1)}T22:00:00.000Z` as Instant;
