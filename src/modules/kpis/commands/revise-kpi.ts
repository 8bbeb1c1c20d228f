import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { tidy } from '../../../domain/basics/text.js';
import { unlessStopped } from '../../../domain/initiatives/stopped.js';
import { changesOf, checkRevision, termsOf, type KpiTerms } from '../../../domain/kpis/revise.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { insertDefinition } from '../persistence/insert-definition.js';
import { KpiSurroundings } from '../queries/kpi-surroundings.js';
import { Kpis, type Kpi } from '../queries/kpis.js';
import type { KpiRequest } from './define-kpi.js';

// Held against the key of the KPI that a new measurement refers to: none comes in while this looks whether there are any.
const LOCK = 'SELECT id FROM kpi WHERE id = $1 FOR UPDATE';
const IS_MEASURED = 'SELECT EXISTS (SELECT 1 FROM kpi_measurement WHERE kpi_id = $1) AS "isMeasured"';

/**
 * Makes the next version of a KPI, with a reason; the versions before it stay (law 7). It takes PROGRAM_MANAGER. Every reason
 * against it at once: INVALID for a definition that contradicts itself, a revision that changes nothing, another unit once it
 * was measured, and a reason that is blank; NOT_FOUND for an unknown KPI or owner, ALREADY_EXISTS for the name of another KPI,
 * WRONG_STATE for an initiative that is KILLED or RETIRED.
 */
@Injectable()
export class ReviseKpi {
  constructor(
    private readonly work: UnitOfWork,
    private readonly initiatives: Initiatives,
    private readonly surroundings: KpiSurroundings,
    private readonly kpis: Kpis,
    private readonly trail: InitiativeTrail,
  ) {}

  run(viewer: Viewer, id: string, request: KpiRequest, reason: string): Promise<Result<Kpi>> {
    return this.work.run(async (tx) => {
      const [found] = await this.kpis.byIds([id], tx);
      const initiative = found ? await this.initiatives.lockSeenBy(viewer, found.initiativeId, tx) : null;
      if (!initiative || !requireAccess(viewer, 'kpi:revise', initiative.portfolioId)) {
        return refuse(notFound('The KPI', ['id']));
      }
      const stamp = this.trail.stamp(viewer);
      await tx.query(LOCK, [id]);
      // Read again under the lock: somebody else may have revised it while this waited.
      const kpi = await this.standing(id, tx);
      const before = termsOf(kpi);
      const terms: KpiTerms = { ...request, ownerId: request.ownerId ?? kpi.ownerId };
      const [row] = await tx.query<{ isMeasured: boolean }>(IS_MEASURED, [id]);
      const refusals = [
        ...unlessStopped(initiative, 'does not revise its KPIs', ['id']),
        ...checkRevision(before, terms, { reason, isMeasured: row?.isMeasured === true }),
        ...(await this.surroundings.problemsOf(tx, initiative, { kpiId: id, terms, at: stamp.at })),
      ];
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const version = kpi.version + 1;
      const why = tidy(reason);
      await insertDefinition(tx, { kpiId: id, portfolioId: kpi.portfolioId, version, terms, reason: why }, stamp);
      await this.trail.append(tx, initiative, stamp, {
        action: 'kpi.revised',
        subjectType: 'Kpi',
        subjectId: id,
        changes: { version, reason: why, ...changesOf(before, terms) },
      });
      return accept(await this.standing(id, tx));
    });
  }

  private async standing(id: string, tx: Tx): Promise<Kpi> {
    const [kpi] = await this.kpis.byIds([id], tx);
    if (!kpi) {
      throw new Error(`KPI ${id} was there and is gone.`);
    }
    return kpi;
  }
}
