import { Injectable } from '@nestjs/common';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { StageMapping } from '../../../domain/pipeline/stage-mapping.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { InitiativeMigrationRepository } from '../persistence/initiative-migration.repository.js';
import type { Stamp } from '../persistence/initiative.repository.js';

/** An initiative that was found fit to move, locked, and where it goes. */
export interface FitInitiative {
  readonly initiative: Initiative;
  /** The number of the version it is on. */
  readonly fromVersion: number;
  readonly toStageKey: string;
  /** The visits that go with it, and the stage of the newer version that each is recorded in. */
  readonly visits: readonly { readonly id: string; readonly stageKey: string }[];
}

export interface TemplateMigration {
  readonly portfolioId: string;
  readonly to: WorkflowTemplate;
  readonly mapping: readonly StageMapping[];
  readonly reason: string;
}

/**
 * Carries out the move of initiatives to a newer version of their template, in the transaction of the command that decided
 * it: the visits, the move, a revision and an audit event each, and one event for the portfolio. It decides nothing and is open
 * to no client.
 */
@Injectable()
export class CarryOutTemplateMigration {
  constructor(
    private readonly repository: InitiativeMigrationRepository,
    private readonly audit: AppendAudit,
  ) {}

  async run(tx: Tx, migration: TemplateMigration, fit: readonly FitInitiative[], stamp: Stamp): Promise<void> {
    const { portfolioId, to, mapping, reason } = migration;
    const migrated = fit.map((each) => ({
      ...each,
      before: each.initiative,
      next: {
        ...each.initiative,
        templateId: to.id,
        stageKey: each.toStageKey,
        version: each.initiative.version + 1,
        updatedAt: stamp.at,
      },
    }));
    await this.repository.migrate(tx, migrated, reason, stamp);
    await this.audit.runAll(tx, [
      ...migrated.map(({ before, next, fromVersion }) => ({
        initiativeId: next.id,
        portfolioId,
        at: stamp.at,
        actorId: stamp.by,
        action: 'initiative.templateMigrated',
        subjectType: 'Initiative',
        subjectId: next.id,
        changes: {
          version: next.version,
          template: to.key,
          templateVersion: { from: fromVersion, to: to.version },
          stage: { from: before.stageKey, to: next.stageKey },
          reason,
        },
      })),
      {
        initiativeId: null,
        portfolioId,
        at: stamp.at,
        actorId: stamp.by,
        action: 'template.migrated',
        subjectType: 'WorkflowTemplate',
        subjectId: to.id,
        changes: { key: to.key, version: to.version, stageMapping: mapping, initiatives: migrated.length, reason },
      },
    ]);
  }
}
