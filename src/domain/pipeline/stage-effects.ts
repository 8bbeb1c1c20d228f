import { listed } from '../gates/criteria/wording.js';
import type { GateDefinition, StageDefinition, WorkflowTemplate } from '../gates/gate.js';
import { differences, effect, type MigrationEffect } from './migration-effect.js';
import { homeOf, type StageMapping } from './stage-mapping.js';

/** The stage an initiative stands in and those ahead of it, in the version it is on and in the one it is to move to. */
export interface WayAhead {
  readonly before: readonly StageDefinition[];
  readonly after: readonly StageDefinition[];
  readonly to: WorkflowTemplate;
  readonly mapping: readonly StageMapping[];
}

/**
 * What becomes of the stages and gates ahead: stages of another key, category, time box or limit; another order or number of
 * them; gates of another quorum, recycle limit or time for a review. What the gates ask for is told by `criterionEffects`.
 */
export const stageEffects = ({ before, after, to, mapping }: WayAhead): readonly MigrationEffect[] => {
  const homes = before.map((stage) => ({ stage, home: homeOf(stage, to, mapping) }));
  const [expected, actual] = [homes.map(({ home, stage }) => (home ?? stage).key), after.map(({ key }) => key)];
  return [
    ...homes.flatMap(({ stage, home }) => (home ? changedStage(stage, home) : [])),
    ...(expected.join(' ') === actual.join(' ')
      ? []
      : [
          effect(
            'WAY_CHANGED',
            `The way would lead through ${listed(actual)}, and not through ${listed(expected)}.`,
            {},
          ),
        ]),
    ...gatesOf(before).flatMap((gate) => changedGate(gate, gatesOf(after))),
  ];
};

const changedStage = (stage: StageDefinition, home: StageDefinition): readonly MigrationEffect[] => {
  const what = differences(shapeOf(stage), shapeOf(home));
  return what.length === 0
    ? []
    : [effect('STAGE_CHANGED', `The stage ${stage.key} would be otherwise: ${listed(what)}.`, { stageKey: stage.key })];
};

const shapeOf = ({ key, category, timeBoxDays, wipLimit }: StageDefinition) => ({
  key,
  category,
  timeBoxDays,
  wipLimit,
});

const gatesOf = (stages: readonly StageDefinition[]): readonly GateDefinition[] =>
  stages.flatMap(({ exitGate }) => exitGate ?? []);

const changedGate = (gate: GateDefinition, after: readonly GateDefinition[]): readonly MigrationEffect[] => {
  const next = after.find(({ key }) => key === gate.key);
  const what = next ? differences(rulesOf(gate), rulesOf(next)) : [];
  return what.length === 0
    ? []
    : [
        effect('GATE_CHANGED', `The gate ${gate.key} would be decided otherwise: ${listed(what)}.`, {
          gateKey: gate.key,
        }),
      ];
};

const rulesOf = ({ quorum, recycleLimit, slaDays }: GateDefinition) => ({
  quorum,
  recycleLimit: recycleLimit ?? 'the usual',
  slaDays,
});
