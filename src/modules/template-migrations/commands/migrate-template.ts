import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, invalid, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import { unlessMigratable } from '../../../domain/pipeline/check-migration.js';
import { blockersOf, homeAfterMove } from '../../../domain/pipeline/plan-migration.js';
import { rehomeVisits } from '../../../domain/pipeline/rehome-visits.js';
import { checkStageMapping, type StageMapping } from '../../../domain/pipeline/stage-mapping.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import {
  CarryOutTemplateMigration,
  type FitInitiative,
} from '../../initiatives/commands/carry-out-template-migration.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { MigrationCandidates, type Candidate } from '../queries/migration-candidates.js';
import { MigrationTargets } from '../queries/migration-targets.js';

export interface MigrationRequest {
  readonly templateKey: string;
  /** Null: the newest. */
  readonly toVersion: number | null;
  readonly mapping: readonly StageMapping[];
  /** Null: all that can. */
  readonly initiativeIds: readonly string[] | null;
  readonly reason: string;
}

export interface Migrated {
  readonly template: WorkflowTemplate;
  readonly migrated: number;
  /** Where all that can were asked for: how many on an older version could not. */
  readonly stayed: number;
}

/**
 * Moves initiatives of a portfolio to a newer version of their template, those that are named or all that can, in one
 * transaction: all or none. It takes ADMIN or PROCESS_DESIGNER. Their clocks go on, for visits keep their dates. NOT_FOUND for
 * an unknown portfolio, version or initiative; INVALID for a version that is not newer and a mapping that cannot be;
 * WRONG_STATE for each named initiative that is killed or retired, has no home in the version or has a review open.
 */
@Injectable()
export class MigrateTemplate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly targets: MigrationTargets,
    private readonly candidates: MigrationCandidates,
    private readonly carryOut: CarryOutTemplateMigration,
    private readonly trail: InitiativeTrail,
  ) {}

  run(viewer: Viewer, portfolioKey: string, request: MigrationRequest): Promise<Result<Migrated>> {
    return this.work.run(async (tx) => {
      const { portfolio, to, older } = await this.targets.find(viewer, { portfolioKey, ...request }, tx);
      if (!portfolio || !requireAccess(viewer, 'template:migrate', portfolio.id)) {
        return refuse(notFound('The portfolio', ['portfolioKey']));
      }
      if (!to) {
        return refuse(unpublished(request));
      }
      const { mapping, initiativeIds, reason } = request;
      const candidates = await this.candidates.lock(tx, portfolio.id, older, initiativeIds);
      const moves = candidates.map((candidate) => ({ ...candidate, to, mapping }));
      const refusals: readonly Refusal[] = [
        ...checkStageMapping(mapping, to, older, ['input', 'stageMapping']),
        ...(initiativeIds === null ? unlessNewer(to, older) : unlessAllFit(initiativeIds, moves)),
      ];
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const fit = moves.flatMap(fitOf);
      if (fit.length > 0) {
        const migration = { portfolioId: portfolio.id, to, mapping, reason };
        await this.carryOut.run(tx, migration, fit, this.trail.stamp(viewer));
      }
      return accept({ template: to, migrated: fit.length, stayed: candidates.length - fit.length });
    });
  }
}

type Move = Candidate & { readonly to: WorkflowTemplate; readonly mapping: readonly StageMapping[] };

const unpublished = ({ templateKey, toVersion }: MigrationRequest): Refusal =>
  toVersion === null
    ? notFound(`A published template ${templateKey}`, ['input', 'templateKey'])
    : notFound(`Version ${toVersion} of a template ${templateKey}`, ['input', 'toVersion']);

const unlessNewer = ({ key, version }: WorkflowTemplate, older: readonly WorkflowTemplate[]): readonly Refusal[] =>
  older.length > 0
    ? []
    : [invalid(['input', 'toVersion'], `Version ${version} of ${key} is its first, so nobody can move there.`)];

const unlessAllFit = (ids: readonly string[], moves: readonly Move[]): readonly Refusal[] =>
  ids.flatMap((id, index) => {
    const field = ['input', 'initiativeIds', String(index)];
    const move = moves.find(({ initiative }) => initiative.id === id);
    return move ? unlessMigratable(move, move.initiative.status, field) : [notFound('The initiative', field)];
  });

const fitOf = (move: Move): readonly FitInitiative[] => {
  const { initiative, from, to, mapping } = move;
  const toStageKey = homeAfterMove(move);
  if (toStageKey === null || blockersOf(move).length > 0) {
    return [];
  }
  const visits = rehomeVisits(move.visits, { from, stageKey: initiative.stageKey, to, mapping }).flatMap(
    ({ visit, home }) => (home ? [{ id: visit.id, stageKey: home.key }] : []),
  );
  return [{ initiative, fromVersion: from.version, toStageKey, visits }];
};
