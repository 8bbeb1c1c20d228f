import type { Instant } from '../basics/instant.js';
import { assessGate } from '../gates/assess-gate.js';
import { listed } from '../gates/criteria/wording.js';
import { settingsOf } from '../gates/criterion-settings.js';
import type {
  CriterionAssessment,
  CriterionStatus,
  InitiativeFacts,
  StageDefinition,
  WorkflowTemplate,
} from '../gates/gate.js';
import { differences, effect, type MigrationEffect } from './migration-effect.js';

/** A criterion that an initiative has still to pass, with what it says today. */
export type AskedCriterion = CriterionAssessment & { readonly gateKey: string };

/** The stage with this key, which the template must have, and those behind it. */
export const stagesFrom = ({ stages }: WorkflowTemplate, stageKey: string): readonly StageDefinition[] =>
  stages.slice(stages.findIndex(({ key }) => key === stageKey));

/** The stages before that with this key, which the template must have. */
export const stagesBefore = ({ stages }: WorkflowTemplate, stageKey: string): readonly StageDefinition[] =>
  stages.slice(
    0,
    stages.findIndex(({ key }) => key === stageKey),
  );

/** Everything that is asked of an initiative in some stages, gate by gate, and what it says at an instant. */
export const askedFrom = (
  stages: readonly StageDefinition[],
  facts: InitiativeFacts,
  at: Instant,
): readonly AskedCriterion[] =>
  stages.flatMap(({ exitGate }) =>
    exitGate ? assessGate(exitGate, facts, at).map((each) => ({ ...each, gateKey: exitGate.key })) : [],
  );

const OPEN: readonly CriterionStatus[] = ['MISSING', 'SUBMITTED', 'NOT_MET', 'STALE'];

/**
 * What becomes of the criteria that an initiative has still to pass: which are new to it, and whether what it has meets
 * them; which are asked otherwise; which are asked no more. One of another kind is a new one. What only words say, name,
 * guidance and example, does not count.
 */
export const criterionEffects = (
  before: readonly AskedCriterion[],
  after: readonly AskedCriterion[],
): readonly MigrationEffect[] => [
  ...after.flatMap((asked) => {
    const was = before.find(({ criterion }) => criterion.key === asked.criterion.key);
    return was?.criterion.kind === asked.criterion.kind ? changed(was, asked) : [added(was, asked)];
  }),
  ...before
    .filter((was) => !after.some(({ criterion }) => criterion.key === was.criterion.key))
    .map((was) =>
      effect(
        'CRITERION_DROPPED',
        `${called(was)} would not be asked for any more; at gate ${was.gateKey} it is ${was.status} today.`,
        { criterionKey: was.criterion.key, gateKey: was.gateKey, statusBefore: was.status },
      ),
    ),
];

const called = ({ criterion }: AskedCriterion): string => `${criterion.name} (${criterion.key})`;

const added = (was: AskedCriterion | undefined, asked: AskedCriterion): MigrationEffect => {
  const { criterion, gateKey, status, reason } = asked;
  const kind = was ? ` as ${criterion.kind} instead of ${was.criterion.kind}` : '';
  const weight = criterion.weight === 'SHOULD_MEET' ? ' It is should-meet and blocks nothing.' : '';
  return effect(
    OPEN.includes(status) ? 'NEW_OPEN_CRITERION' : 'NEW_MET_CRITERION',
    `${called(asked)} would be asked for at gate ${gateKey}${kind}, and is ${status}: ${reason}${weight}`,
    { criterionKey: criterion.key, gateKey, statusBefore: was?.status ?? null, statusAfter: status },
  );
};

const changed = (was: AskedCriterion, asked: AskedCriterion): readonly MigrationEffect[] => {
  const what = differences(asksOf(was), asksOf(asked));
  if (what.length === 0 && was.status === asked.status) {
    return [];
  }
  const otherwise = what.length > 0 ? `would be asked for otherwise: ${listed(what)}. It` : '';
  const status =
    was.status === asked.status
      ? `stays ${was.status}.`
      : `is ${was.status} today and would be ${asked.status}: ${asked.reason}`;
  return [
    effect('CRITERION_CHANGED', [called(asked), otherwise, status].filter(Boolean).join(' '), {
      criterionKey: asked.criterion.key,
      gateKey: asked.gateKey,
      statusBefore: was.status,
      statusAfter: asked.status,
    }),
  ];
};

const asksOf = ({ criterion, gateKey }: AskedCriterion): Readonly<Record<string, unknown>> => ({
  gate: gateKey,
  weight: criterion.weight,
  veto: criterion.veto,
  validForDays: criterion.validForDays,
  riskTiers: criterion.riskTiers?.toSorted() ?? 'all',
  ...settingsOf(criterion.kind, criterion.settings),
});
