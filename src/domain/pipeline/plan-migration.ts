import type { Instant } from '../basics/instant.js';
import type { InitiativeFacts, WorkflowTemplate } from '../gates/gate.js';
import { orphanEffects, type CriterionReference } from './criterion-references.js';
import { askedFrom, criterionEffects, stagesBefore, stagesFrom } from './criterion-effects.js';
import { effect, type MigrationEffect } from './migration-effect.js';
import { rehomeVisits, type VisitedStage } from './rehome-visits.js';
import { signalEffects } from './signal-effects.js';
import { stageEffects } from './stage-effects.js';
import { homeOf, type MappedStage, type StageMapping } from './stage-mapping.js';

/** An initiative that is to move to a newer version of its template. */
export interface MigrationCase {
  readonly initiative: { readonly key: string; readonly stageKey: string };
  /** The version it is on, which has the stage it stands in. */
  readonly from: WorkflowTemplate;
  readonly to: WorkflowTemplate;
  readonly mapping: readonly StageMapping[];
  /** The gate whose review is open; null where none is. */
  readonly openReviewGateKey: string | null;
}

/** What is known of an initiative at the instant its move is planned. */
export interface MigrationScene {
  readonly at: Instant;
  readonly facts: InitiativeFacts;
  /** The visits that stand. */
  readonly visits: readonly (VisitedStage & { readonly enteredAt: Instant })[];
  readonly references: readonly CriterionReference[];
}

export interface MigrationPlan {
  /** Where it would stand; null where that has no home. */
  readonly toStageKey: string | null;
  readonly canMove: boolean;
  /** Never empty: where nothing changes, NO_CHANGE says so. */
  readonly effects: readonly MigrationEffect[];
}

const standingStage = ({ initiative, from }: MigrationCase): MappedStage | undefined =>
  from.stages.find(({ key }) => key === initiative.stageKey);

/** The key of the stage in which an initiative would stand after the move; null where it has no home. */
export const homeAfterMove = (move: MigrationCase): string | null => {
  const stage = standingStage(move);
  return (stage && homeOf(stage, move.to, move.mapping)?.key) ?? null;
};

/** Why an initiative cannot be moved: the stage it stands in has no home in the newer version, or a review is open. */
export const blockersOf = (move: MigrationCase): readonly MigrationEffect[] => {
  const { initiative, to, openReviewGateKey } = move;
  return [
    ...(homeAfterMove(move) === null
      ? [
          effect(
            'STAGE_GONE',
            `${initiative.key} stands in ${initiative.stageKey}, which has no home in version ${to.version}; map it to a stage of the same category or an earlier one.`,
            { blocks: true, stageKey: initiative.stageKey },
          ),
        ]
      : []),
    ...(openReviewGateKey === null
      ? []
      : [
          effect(
            'OPEN_REVIEW',
            `A review of ${initiative.key} is open at gate ${openReviewGateKey}; it moves once that is decided or called off.`,
            { blocks: true, gateKey: openReviewGateKey },
          ),
        ]),
  ];
};

/**
 * What an initiative would gain or lose by a move to a newer version of its template, as of an instant: blockers first, then
 * the stages, gates and criteria it has still to pass, then what signals do to gates it has passed, then the evidence that
 * would count no more. Gates it has passed are passed. Where the stage it stands in has no home, nothing can be said of what is ahead.
 */
export const planMigration = (move: MigrationCase & MigrationScene): MigrationPlan => {
  const { initiative, from, to } = move;
  const toStageKey = homeAfterMove(move);
  const blockers = blockersOf(move);
  const effects = [
    ...blockers,
    ...(toStageKey === null ? [] : effectsAhead(move, toStageKey)),
    ...orphanEffects(move.references, from, to),
  ];
  const none = `Nothing changes for ${initiative.key}: version ${to.version} asks the same of it as version ${from.version}.`;
  return {
    toStageKey,
    canMove: blockers.length === 0,
    effects: effects.length > 0 ? effects : [effect('NO_CHANGE', none, {})],
  };
};

const effectsAhead = (move: MigrationCase & MigrationScene, toStageKey: string): readonly MigrationEffect[] => {
  const { initiative, from, to, mapping, facts, at } = move;
  const [before, after] = [stagesFrom(from, initiative.stageKey), stagesFrom(to, toStageKey)];
  const moved = factsAfter(move);
  const [asked, next] = [askedFrom(before, facts, at), askedFrom(after, moved, at)];
  return [
    ...stageEffects({ before, after, to, mapping }),
    ...criterionEffects(asked, next),
    ...signalEffects(
      { passed: askedFrom(stagesBefore(from, initiative.stageKey), facts, at), ahead: asked },
      { passed: askedFrom(stagesBefore(to, toStageKey), moved, at), ahead: next },
      { to, signals: facts.signalsAt?.find((known) => known.at === at)?.standings.length ?? 0 },
    ),
  ];
};

/** Visits keep their dates, but what was a pilot may be none in the newer version, and the other way round. */
export const factsAfter = (move: MigrationCase & MigrationScene): InitiativeFacts => {
  const { initiative, from, to, mapping, visits, facts, at } = move;
  const rehomed = rehomeVisits(visits, { from, stageKey: initiative.stageKey, to, mapping });
  return {
    ...facts,
    pilotEntries: rehomed
      .filter(({ visit, home }) => (home ?? visit.stage).category === 'PILOT')
      .map(({ visit }) => ({ enteredAt: visit.enteredAt, recordedAt: at, supersededAt: null })),
  };
};
