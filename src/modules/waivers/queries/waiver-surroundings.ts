import { Injectable } from '@nestjs/common';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { WaiverScene } from '../../../domain/gates/waiver-rules.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { Templates } from '../../templates/queries/templates.js';
import { Waivers } from './waivers.js';

/** What a request for a waiver meets: the criteria of its initiative, the waivers there were, and the day where that is at home. */
@Injectable()
export class WaiverSurroundings {
  constructor(
    private readonly templates: Templates,
    private readonly portfolios: Portfolios,
    private readonly waivers: Waivers,
  ) {}

  async of(initiative: Initiative, now: Instant, tx: Tx): Promise<WaiverScene> {
    const { timeZone } = await this.portfolios.get(initiative.portfolioId, tx);
    const waivers = await this.waivers.factsOf([initiative.id], tx);
    return {
      initiative,
      template: await this.templates.get(initiative.templateId, tx),
      waivers: waivers.get(initiative.id) ?? [],
      today: dateAt(now, timeZone),
    };
  }
}
