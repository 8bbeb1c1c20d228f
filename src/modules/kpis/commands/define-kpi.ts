import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { unlessStopped } from '../../../domain/initiatives/stopped.js';
import { baselineIn, type KpiTerms } from '../../../domain/kpis/revise.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { requireAccess } from '../../identity/access.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { insertDefinition } from '../persistence/insert-definition.js';
import { KpiEntity } from '../persistence/kpi.entity.js';
import { KpiSurroundings } from '../queries/kpi-surroundings.js';
import type { Kpi } from '../queries/kpis.js';

/** What a KPI is to mean; where no owner is stated, the caller owns a new one, and a revised one stays with its owner. */
export interface KpiRequest extends Omit<KpiTerms, 'ownerId'> {
  readonly ownerId: string | null;
}

/**
 * Defines a KPI of an initiative, as its version 1. It takes PROGRAM_MANAGER. NOT_FOUND for an unknown initiative or owner,
 * INVALID for a definition that contradicts itself, ALREADY_EXISTS where the initiative has a KPI of that name in whatever
 * case, WRONG_STATE for an initiative that is KILLED or RETIRED.
 */
@Injectable()
export class DefineKpi {
  constructor(
    private readonly work: UnitOfWork,
    private readonly initiatives: Initiatives,
    private readonly surroundings: KpiSurroundings,
    private readonly trail: InitiativeTrail,
  ) {}

  run(viewer: Viewer, initiativeId: string, request: KpiRequest): Promise<Result<Kpi>> {
    return this.work.run(async (tx) => {
      const initiative = await this.initiatives.lockSeenBy(viewer, initiativeId, tx);
      if (!initiative || !requireAccess(viewer, 'kpi:define', initiative.portfolioId)) {
        return refuse(notFound('The initiative', ['initiativeId']));
      }
      const stamp = this.trail.stamp(viewer);
      const terms: KpiTerms = { ...request, ownerId: request.ownerId ?? viewer.userId };
      const refusals = [
        ...unlessStopped(initiative, 'takes no KPI', ['initiativeId']),
        ...(await this.surroundings.problemsOf(tx, initiative, { kpiId: null, terms, at: stamp.at })),
      ];
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const id = newId();
      const { portfolioId } = initiative;
      await tx.manager.insert(KpiEntity, { id, portfolioId, initiativeId: initiative.id, createdAt: stamp.at });
      await insertDefinition(tx, { kpiId: id, portfolioId, version: 1, terms, reason: null }, stamp);
      await this.trail.append(tx, initiative, stamp, {
        action: 'kpi.defined',
        subjectType: 'Kpi',
        subjectId: id,
        changes: { version: 1, ...terms },
      });
      return accept({
        ...terms,
        id,
        portfolioId,
        initiativeId: initiative.id,
        version: 1,
        recordedAt: stamp.at,
        baseline: baselineIn(terms),
        latest: null,
        attainmentPercent: null,
        breached: false,
      });
    });
  }
}
