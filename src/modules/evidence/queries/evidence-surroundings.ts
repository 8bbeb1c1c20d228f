import { Injectable } from '@nestjs/common';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { SubmissionSurroundings } from '../../../domain/gates/check-evidence.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Kpis } from '../../kpis/queries/kpis.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { Templates } from '../../templates/queries/templates.js';

/** What a piece of evidence refers to: the criteria and KPIs of its initiative, and the time where that is at home. */
@Injectable()
export class EvidenceSurroundings {
  constructor(
    private readonly templates: Templates,
    private readonly portfolios: Portfolios,
    private readonly kpis: Kpis,
  ) {}

  async of(
    initiative: Initiative,
    now: Instant,
    tx: Tx,
  ): Promise<SubmissionSurroundings & { readonly timeZone: string }> {
    const { timeZone } = await this.portfolios.get(initiative.portfolioId, tx);
    return {
      template: await this.templates.get(initiative.templateId, tx),
      kpiIds: new Set(await this.kpis.idsOf(initiative.id, tx)),
      now,
      today: dateAt(now, timeZone),
      timeZone,
    };
  }
}
