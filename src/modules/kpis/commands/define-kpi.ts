import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import { accept, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { checkKpi, type KpiStatement } from '../../../domain/kpis/check-kpi.js';
import type { KpiDefinition } from '../../../domain/kpis/kpi.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { requireAccess } from '../../identity/access.js';
import { Users } from '../../identity/queries/users.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { KpiDefinitionEntity } from '../persistence/kpi-definition.entity.js';
import { KpiEntity } from '../persistence/kpi.entity.js';
import type { Kpi } from '../queries/kpis.js';

/** What a new KPI is to mean; the caller owns it where no owner is stated. */
export interface KpiRequest extends KpiStatement, Pick<KpiDefinition, 'name' | 'unit' | 'class' | 'dataSource'> {
  readonly ownerId: string | null;
}

const NAMES = `
  SELECT DISTINCT ON (d.kpi_id) d.name FROM kpi k JOIN kpi_definition d ON d.kpi_id = k.id
  WHERE k.initiative_id = $1 ORDER BY d.kpi_id, d.version DESC`;

/**
 * Defines a KPI of an initiative, as its version 1. It takes PROGRAM_MANAGER. NOT_FOUND for an unknown initiative or owner,
 * INVALID for a definition that contradicts itself, ALREADY_EXISTS where the initiative has a KPI of that name in whatever case.
 */
@Injectable()
export class DefineKpi {
  constructor(
    private readonly work: UnitOfWork,
    private readonly initiatives: Initiatives,
    private readonly portfolios: Portfolios,
    private readonly users: Users,
    private readonly trail: InitiativeTrail,
  ) {}

  run(viewer: Viewer, initiativeId: string, request: KpiRequest): Promise<Result<Kpi>> {
    return this.work.run(async (tx) => {
      const initiative = await this.initiatives.lockSeenBy(viewer, initiativeId, tx);
      if (!initiative || !requireAccess(viewer, 'kpi:define', initiative.portfolioId)) {
        return refuse(notFound('The initiative', ['initiativeId']));
      }
      const stamp = this.trail.stamp(viewer);
      const { timeZone } = await this.portfolios.get(initiative.portfolioId, tx);
      const ownerId = request.ownerId ?? viewer.userId;
      const refusals: Refusal[] = [
        ...checkKpi(request, dateAt(stamp.at, timeZone)),
        ...((await this.users.exists(ownerId, tx)) ? [] : [notFound('The owner', ['input', 'ownerId'])]),
        ...(await this.nameTaken(tx, initiative.id, request.name)),
      ];
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const id = newId();
      const { portfolioId } = initiative;
      const { name, unit, class: kpiClass, dataSource, ...statement } = request;
      const stated = { ...statement, name, unit, class: kpiClass, dataSource, ownerId };
      await tx.manager.insert(KpiEntity, { id, portfolioId, initiativeId: initiative.id, createdAt: stamp.at });
      await tx.manager.insert(KpiDefinitionEntity, {
        ...stated,
        kpiId: id,
        version: 1,
        portfolioId,
        recordedAt: stamp.at,
        recordedBy: stamp.by,
      });
      await this.trail.append(tx, initiative, stamp, {
        action: 'kpi.defined',
        subjectType: 'Kpi',
        subjectId: id,
        changes: { version: 1, ...stated },
      });
      return accept({
        ...stated,
        id,
        portfolioId,
        initiativeId: initiative.id,
        version: 1,
        recordedAt: stamp.at,
        baseline: baselineIn(request),
        latest: null,
        attainmentPercent: null,
        breached: false,
      });
    });
  }

  private async nameTaken(tx: Tx, initiativeId: string, name: string): Promise<readonly Refusal[]> {
    const known = await tx.query<{ name: string }>(NAMES, [initiativeId]);
    const taken = known.find((kpi) => kpi.name.toLowerCase() === name.toLowerCase());
    return taken
      ? [
          {
            code: 'ALREADY_EXISTS',
            message: `The initiative has a KPI called ${taken.name} already; give this one another name.`,
            field: ['input', 'name'],
          },
        ]
      : [];
  }
}

const baselineIn = ({
  baselineValue,
  baselineMeasuredOn,
  baselineSampleSize,
}: KpiStatement): KpiDefinition['baseline'] =>
  baselineValue !== null && baselineMeasuredOn !== null
    ? { value: baselineValue, measuredOn: baselineMeasuredOn, sampleSize: baselineSampleSize }
    : null;
