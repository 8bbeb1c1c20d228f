import type { Instant } from '../basics/instant.js';
import type { InitiativeFacts, StageDefinition } from '../gates/gate.js';
import { readinessOf } from '../gates/readiness.js';
import { factsAfter, homeAfterMove, type MigrationCase, type MigrationScene } from './plan-migration.js';

/** How near the gate at the exit of a stage is, at an instant. */
export interface GateStanding {
  readonly gateKey: string;
  readonly ready: boolean;
  /** Of the must-meet criteria that apply, how many are MET. */
  readonly metCount: number;
  readonly mustMeetCount: number;
}

export interface StandingsOfMove {
  /** Null in the last stage, which has no gate. */
  readonly before: GateStanding | null;
  /** Null likewise, and where the stage has no home. */
  readonly after: GateStanding | null;
}

const standingAt = (stage: StageDefinition | undefined, facts: InitiativeFacts, at: Instant): GateStanding | null => {
  if (!stage?.exitGate) {
    return null;
  }
  const { ready, metCount, mustMeetCount } = readinessOf(stage.exitGate, facts, at);
  return { gateKey: stage.exitGate.key, ready, metCount, mustMeetCount };
};

/** How the gate an initiative stands at is doing under the version it is on, and how it would under another, at the same instant. */
export const standingsOfMove = (move: MigrationCase & MigrationScene): StandingsOfMove => {
  const { initiative, from, to, facts, at } = move;
  const home = homeAfterMove(move);
  return {
    before: standingAt(
      from.stages.find(({ key }) => key === initiative.stageKey),
      facts,
      at,
    ),
    after: standingAt(
      to.stages.find(({ key }) => key === home),
      factsAfter(move),
      at,
    ),
  };
};
