import { Injectable } from '@nestjs/common';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { notFound, type Refusal } from '../../../domain/basics/result.js';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import type { GateScene, ProposedCondition } from '../../../domain/gates/proposal.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Users } from '../../identity/queries/users.js';
import { GateDecisions } from './gate-decisions.js';
import type { GateReadiness } from './gate-answer.js';
import { GateReadinessQuery, type StandingGate } from './gate-readiness.js';
import { GateSurroundings } from './gate-surroundings.js';

/** The gate an initiative stands at, with all that an outcome rests on but the votes. */
export interface SceneAtGate {
  readonly template: WorkflowTemplate;
  readonly gate: StandingGate;
  readonly readiness: GateReadiness;
  readonly scene: GateScene;
}

@Injectable()
export class GateScenes {
  constructor(
    private readonly surroundings: GateSurroundings,
    private readonly readiness: GateReadinessQuery,
    private readonly decisions: GateDecisions,
    private readonly users: Users,
  ) {}

  /** The scene at an instant; null in the last stage, which has no gate. Inside a unit of work it is the one the transaction sees. */
  async of(initiative: Initiative, at: Instant, tx?: Tx): Promise<SceneAtGate | null> {
    const { template, timeZone, gate } = await this.surroundings.of(initiative, tx);
    if (!gate) {
      return null;
    }
    const readiness = await this.readiness.at(gate, at, tx);
    const scene: GateScene = {
      status: initiative.status,
      assessments: readiness.assessments,
      conditions: readiness.openConditions,
      stageKey: initiative.stageKey,
      stageKeys: template.stages.map(({ key }) => key),
      recycles: await this.decisions.recyclesAt(initiative.id, gate.definition.key, tx),
      recycleLimit: gate.definition.recycleLimit,
      today: dateAt(at, timeZone),
    };
    return { template, gate, readiness, scene };
  }

  /** A refusal for each condition whose owner is not known to the instance. */
  async unknownOwners(conditions: readonly ProposedCondition[], tx?: Tx): Promise<readonly Refusal[]> {
    const known = await this.users.existing(
      conditions.map(({ ownerId }) => ownerId),
      tx,
    );
    return conditions.flatMap(({ ownerId }, position) =>
      known.has(ownerId) ? [] : [notFound('The owner', ['input', 'conditions', String(position), 'ownerId'])],
    );
  }
}
