import { Injectable } from '@nestjs/common';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { notFound, type Refusal } from '../../../domain/basics/result.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { checkKpi } from '../../../domain/kpis/check-kpi.js';
import type { KpiTerms } from '../../../domain/kpis/revise.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Users } from '../../identity/queries/users.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';

/** A definition that somebody states; `kpiId` is null for a new KPI. */
export interface StatedDefinition {
  readonly kpiId: string | null;
  readonly terms: KpiTerms;
  readonly at: Instant;
}

// A name that a KPI had in an earlier version is free again.
const NAMES = `
  SELECT DISTINCT ON (d.kpi_id) d.kpi_id AS id, d.name FROM kpi k JOIN kpi_definition d ON d.kpi_id = k.id
  WHERE k.initiative_id = $1 ORDER BY d.kpi_id, d.version DESC`;

/** What a definition is held against: itself, the day where the portfolio is, the people there are, and the other KPIs. */
@Injectable()
export class KpiSurroundings {
  constructor(
    private readonly portfolios: Portfolios,
    private readonly users: Users,
  ) {}

  /** All that speaks against it; the initiative must be locked, so that no other KPI takes the name meanwhile. */
  async problemsOf(
    tx: Tx,
    initiative: Initiative,
    { kpiId, terms, at }: StatedDefinition,
  ): Promise<readonly Refusal[]> {
    const { timeZone } = await this.portfolios.get(initiative.portfolioId, tx);
    return [
      ...checkKpi(terms, dateAt(at, timeZone)),
      ...((await this.users.exists(terms.ownerId, tx)) ? [] : [notFound('The owner', ['input', 'ownerId'])]),
      ...(await this.nameTaken(tx, initiative.id, kpiId, terms.name)),
    ];
  }

  private async nameTaken(
    tx: Tx,
    initiativeId: string,
    kpiId: string | null,
    name: string,
  ): Promise<readonly Refusal[]> {
    const known = await tx.query<{ id: string; name: string }>(NAMES, [initiativeId]);
    const taken = known.find((kpi) => kpi.id !== kpiId && kpi.name.toLowerCase() === name.toLowerCase());
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
