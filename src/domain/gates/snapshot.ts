import type { Instant } from '../basics/instant.js';
import type { CriterionAssessment, CriterionKind, CriterionStatus, CriterionWeight, WorkflowTemplate } from './gate.js';
import type { ProposedCondition } from './proposal.js';
import type { GateOutcome, Vote } from './vote.js';

/** What the gatekeepers saw when they decided, as plain JSON that needs no other record to be read. */
export interface DecisionSnapshot {
  readonly gateKey: string;
  readonly template: { readonly key: string; readonly version: number };
  readonly initiative: { readonly key: string; readonly version: number };
  readonly outcome: GateOutcome;
  readonly decidedAt: Instant;
  readonly votes: readonly { readonly voterId: string; readonly outcome: GateOutcome | null }[];
  /** Those the decision was made under. */
  readonly conditions: readonly ProposedCondition[];
  readonly assessments: readonly {
    readonly criterionKey: string;
    readonly name: string;
    readonly kind: CriterionKind;
    readonly weight: CriterionWeight;
    readonly status: CriterionStatus;
    readonly blocks: boolean;
    readonly reason: string;
    readonly evidenceId: string | null;
    readonly waiverId: string | null;
  }[];
}

/** What a snapshot is taken of. */
export interface DecisionScene {
  readonly gateKey: string;
  readonly template: Pick<WorkflowTemplate, 'key' | 'version'>;
  /** The version the decision was made on. */
  readonly initiative: { readonly key: string; readonly version: number };
  readonly outcome: GateOutcome;
  readonly decidedAt: Instant;
  readonly votes: readonly Vote[];
  readonly conditions: readonly ProposedCondition[];
  readonly assessments: readonly CriterionAssessment[];
}

/** A decision keeps what it was made on, frozen, every assessment of the gate with it, the unmet ones too (law 12). */
export const snapshotOf = (scene: DecisionScene): DecisionSnapshot => ({
  gateKey: scene.gateKey,
  template: { key: scene.template.key, version: scene.template.version },
  initiative: { key: scene.initiative.key, version: scene.initiative.version },
  outcome: scene.outcome,
  decidedAt: scene.decidedAt,
  votes: scene.votes.map(({ voterId, outcome }) => ({ voterId, outcome })),
  conditions: scene.conditions.map(({ text, ownerId, dueOn, criterionKey }) => ({
    text,
    ownerId,
    dueOn,
    criterionKey,
  })),
  assessments: scene.assessments.map(({ criterion, status, blocks, reason, evidenceId, waiverId }) => ({
    criterionKey: criterion.key,
    name: criterion.name,
    kind: criterion.kind,
    weight: criterion.weight,
    status,
    blocks,
    reason,
    evidenceId,
    waiverId,
  })),
});
