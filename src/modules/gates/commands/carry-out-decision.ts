import { Injectable } from '@nestjs/common';
import type { Decided } from '../../../domain/gates/decide-gate.js';
import type { Proposal, ProposedCondition } from '../../../domain/gates/proposal.js';
import type { GateCondition, GateDecision } from '../../../domain/gates/review.js';
import { snapshotOf } from '../../../domain/gates/snapshot.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { canonicalJson } from '../../../platform/canonical-json.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { sha256Of } from '../../../platform/sha256.js';
import { InitiativeTrail, type Stamp } from '../../initiatives/commands/initiative-trail.js';
import { MoveInitiative } from '../../initiatives/commands/move-initiative.js';
import { GateRepository } from '../persistence/gate.repository.js';
import type { Hearing } from '../queries/gate-hearing.js';
import type { ReviewTable } from '../queries/review-table.js';

export interface MadeDecision {
  readonly decision: GateDecision;
  readonly initiative: Initiative;
}

/** A decision that was found lawful, with all it rests on. */
export interface LawfulDecision extends ReviewTable {
  readonly hearing: Hearing;
  readonly decided: Decided;
  readonly request: Proposal & { readonly rationale: string };
}

/**
 * Writes a lawful decision: the decider's vote, the decision with its frozen snapshot and its conditions, the move, and one
 * audit event. It decides nothing.
 */
@Injectable()
export class CarryOutDecision {
  constructor(
    private readonly repository: GateRepository,
    private readonly move: MoveInitiative,
    private readonly trail: InitiativeTrail,
  ) {}

  async run(tx: Tx, lawful: LawfulDecision, stamp: Stamp): Promise<MadeDecision> {
    const { review, decided, request } = lawful;
    const vote = { reviewId: review.id, voterId: stamp.by, outcome: request.outcome, comment: null, castAt: stamp.at };
    await this.repository.insertVote(tx, review.portfolioId, vote);
    const decision = decisionOf(lawful, stamp);
    await this.repository.insertDecision(tx, decision);
    const conditions = request.conditions.map((condition) => conditionOf(condition, decision));
    await this.repository.insertConditions(tx, conditions);
    const initiative = await this.moved(tx, lawful, stamp);
    await this.trail.append(tx, initiative, stamp, {
      action: 'gate.decided',
      subjectType: 'GateDecision',
      subjectId: decision.id,
      changes: {
        gateKey: decision.gateKey,
        outcome: decision.outcome,
        rationale: decision.rationale,
        conditions: conditions.map(({ id, text, ownerId, dueOn, criterionKey }) => ({
          id,
          text,
          ownerId,
          dueOn,
          criterionKey,
        })),
        stage: { from: decision.fromStageKey, to: initiative.stageKey },
        status: { from: lawful.initiative.status, to: decided.status },
        snapshotSha256: decision.snapshotSha256,
      },
    });
    return { decision, initiative };
  }

  private moved(tx: Tx, { initiative, decided, request }: LawfulDecision, stamp: Stamp): Promise<Initiative> {
    return decided.toStageKey === null
      ? this.move.toStatus(tx, initiative, decided.status, request.rationale, stamp)
      : this.move.toStage(tx, initiative, decided.toStageKey, stamp);
  }
}

const decisionOf = ({ review, initiative, hearing, decided, request }: LawfulDecision, stamp: Stamp): GateDecision => {
  const { template, scene } = hearing;
  const snapshot = canonicalJson(
    snapshotOf({
      gateKey: review.gateKey,
      template,
      initiative,
      outcome: request.outcome,
      decidedAt: stamp.at,
      votes: decided.votes,
      conditions: request.conditions,
      assessments: scene.assessments,
    }),
  );
  return {
    id: newId(),
    portfolioId: initiative.portfolioId,
    initiativeId: initiative.id,
    reviewId: review.id,
    gateKey: review.gateKey,
    outcome: request.outcome,
    rationale: request.rationale,
    templateId: template.id,
    fromStageKey: initiative.stageKey,
    toStageKey: decided.toStageKey,
    snapshot,
    snapshotSha256: sha256Of(snapshot),
    decidedAt: stamp.at,
    decidedBy: stamp.by,
  };
};

const conditionOf = (proposed: ProposedCondition, decision: GateDecision): GateCondition => ({
  id: newId(),
  portfolioId: decision.portfolioId,
  initiativeId: decision.initiativeId,
  decisionId: decision.id,
  text: proposed.text,
  ownerId: proposed.ownerId,
  dueOn: proposed.dueOn,
  criterionKey: proposed.criterionKey,
  status: 'OPEN',
  madeAt: decision.decidedAt,
  breachedAt: null,
  closedAt: null,
  closedBy: null,
  closeNote: null,
  closeUrl: null,
});
