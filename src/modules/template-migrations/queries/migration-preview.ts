import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { StageDefinition, WorkflowTemplate } from '../../../domain/gates/gate.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { MigrationEffect } from '../../../domain/pipeline/migration-effect.js';
import { referencesIn } from '../../../domain/pipeline/criterion-references.js';
import { standingsOfMove, type GateStanding } from '../../../domain/pipeline/migration-readiness.js';
import { planMigration } from '../../../domain/pipeline/plan-migration.js';
import { checkStageMapping, type StageMapping } from '../../../domain/pipeline/stage-mapping.js';
import { Clock } from '../../../platform/clock.js';
import { fault } from '../../../platform/faults.js';
import type { Page } from '../../../platform/graphql/connection.js';
import { stageOf } from '../../templates/queries/templates.js';
import { MigratingInitiatives } from './migrating-initiatives.js';
import { MigrationCandidates } from './migration-candidates.js';
import { MigrationFacts } from './migration-facts.js';
import { MigrationTargets, type TargetRequest } from './migration-targets.js';

export interface PreviewRequest extends TargetRequest {
  readonly mapping: readonly StageMapping[];
  /** Null: all on an older version. */
  readonly initiativeIds: readonly string[] | null;
}

/** What a move to a newer version would do to one initiative. */
export interface PreviewedMigration {
  readonly initiative: Initiative;
  readonly fromVersion: number;
  readonly fromStage: StageDefinition;
  /** Null where the stage it stands in has no home. */
  readonly toStage: StageDefinition | null;
  readonly canMove: boolean;
  readonly effects: readonly MigrationEffect[];
  readonly standingBefore: GateStanding | null;
  readonly standingAfter: GateStanding | null;
}

/** A move of initiatives of one portfolio whose version, published or not, is known to be well-formed. */
export interface PlannedMove {
  readonly portfolioId: string;
  readonly to: WorkflowTemplate;
  readonly older: readonly WorkflowTemplate[];
  readonly mapping: readonly StageMapping[];
  /** Null: all on an older version. */
  readonly initiativeIds: readonly string[] | null;
}

interface Paging {
  readonly first: number;
  readonly after: string | null;
}

export interface PreviewPage extends Page<PreviewedMigration> {
  readonly totalCount: Promise<number>;
}

@Injectable()
export class MigrationPreview {
  constructor(
    private readonly targets: MigrationTargets,
    private readonly initiatives: MigratingInitiatives,
    private readonly candidates: MigrationCandidates,
    private readonly facts: MigrationFacts,
    private readonly clock: Clock,
  ) {}

  /**
   * What a newer version of a template would give to and take from each initiative of a portfolio on an older one, by number
   * of the initiative. Killed and retired ones stay where they are and are left out. BAD_USER_INPUT for a portfolio the viewer
   * may not know of, a version that is not published, and a mapping that cannot be.
   */
  async page(viewer: Viewer, request: PreviewRequest, paging: Paging): Promise<PreviewPage> {
    const { mapping, initiativeIds } = request;
    const { portfolio, to, older } = await this.targets.find(viewer, request);
    if (!portfolio) {
      throw fault('BAD_USER_INPUT', `There is no portfolio ${request.portfolioKey}, or you may not know of it.`);
    }
    if (!to) {
      const version = request.toVersion === null ? '' : ` with a version ${request.toVersion}`;
      throw fault('BAD_USER_INPUT', `There is no published template ${request.templateKey}${version}.`);
    }
    const problems = checkStageMapping(mapping, to, older, ['stageMapping']);
    if (problems.length > 0) {
      throw fault('BAD_USER_INPUT', problems.map(({ message }) => message).join(' '));
    }
    return this.pageOf({ portfolioId: portfolio.id, to, older, mapping, initiativeIds }, paging);
  }

  /** The same of a move whose portfolio the viewer may know of and whose mapping was checked. */
  async pageOf({ portfolioId, to, older, mapping, initiativeIds }: PlannedMove, paging: Paging): Promise<PreviewPage> {
    const filter = { portfolioId, templateIds: older.map(({ id }) => id), initiativeIds };
    const page = await this.initiatives.page(filter, paging.first, paging.after);
    const previews = await this.previews(page.nodes, to, mapping);
    const edges = page.edges.flatMap(({ cursor, node }) => {
      const preview = previews.get(node.id);
      return preview ? [{ cursor, node: preview }] : [];
    });
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: page.pageInfo,
      get totalCount() {
        return page.totalCount;
      },
    };
  }

  private async previews(
    initiatives: readonly Initiative[],
    to: WorkflowTemplate,
    mapping: readonly StageMapping[],
  ): Promise<ReadonlyMap<string, PreviewedMigration>> {
    const at = this.clock.now();
    const known = await this.facts.ofInitiatives(
      initiatives.map(({ id }) => id),
      at,
    );
    const previews = new Map<string, PreviewedMigration>();
    for (const { initiative, ...candidate } of await this.candidates.of(initiatives)) {
      const facts = known.get(initiative.id);
      if (facts) {
        const references = referencesIn(facts, at);
        const move = { ...candidate, initiative, to, mapping, at, facts, references };
        const plan = planMigration(move);
        const { before, after } = standingsOfMove(move);
        previews.set(initiative.id, {
          initiative,
          fromVersion: candidate.from.version,
          fromStage: stageOf(candidate.from, initiative.stageKey),
          toStage: plan.toStageKey === null ? null : stageOf(to, plan.toStageKey),
          canMove: plan.canMove,
          effects: plan.effects,
          standingBefore: before,
          standingAfter: after,
        });
      }
    }
    return previews;
  }
}
