import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Kpis } from '../../kpis/queries/kpis.js';
import type { KpiAtReview } from './benefits-reviews.js';

@Injectable()
export class KpisAtReview {
  constructor(private readonly kpis: Kpis) {}

  /** What the KPIs of an initiative have come to, in the order they were defined in, as plain values to be kept. */
  async of(initiativeId: string, tx: Tx): Promise<readonly KpiAtReview[]> {
    const kpis = await this.kpis.byIds(await this.kpis.idsOf(initiativeId, tx), tx);
    return kpis
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, name, unit, role, direction, baseline, target, latest, attainmentPercent, breached }) => ({
        kpiId: id,
        name,
        unit,
        role,
        direction,
        baseline: baseline?.value ?? null,
        target,
        latest: latest?.value ?? null,
        measuredOn: latest?.measuredOn ?? null,
        attainmentPercent,
        breached,
      }));
  }
}
