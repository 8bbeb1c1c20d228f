import { Injectable } from '@nestjs/common';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { SubmissionSurroundings } from '../../../domain/gates/check-evidence.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { isId } from '../../../platform/ids.js';
import { Templates } from '../../templates/queries/templates.js';

/** What evidence refers to beside the template: the KPIs of its initiative, and where that is at home. */
export interface EvidenceFrame {
  readonly kpiIds: readonly string[];
  readonly timeZone: string;
}

const FRAME = `
  SELECT p.time_zone AS "timeZone", ARRAY(SELECT k.id FROM kpi k WHERE k.initiative_id = i.id) AS "kpiIds"
  FROM initiative i JOIN portfolio p ON p.id = i.portfolio_id WHERE i.id = $1`;

const NOWHERE: EvidenceFrame = { kpiIds: [], timeZone: 'UTC' };

/** What a piece of evidence refers to: the criteria and KPIs of its initiative, and the time where that is at home. */
@Injectable()
export class EvidenceSurroundings {
  constructor(
    private readonly templates: Templates,
    private readonly database: Database,
  ) {}

  /** What is read beside the initiative itself, under its lock; something that is of no use where there is no initiative with this id. */
  async frame(initiativeId: string, tx: Tx): Promise<EvidenceFrame> {
    return (isId(initiativeId) ? await this.database.row<EvidenceFrame>(FRAME, [initiativeId], tx) : null) ?? NOWHERE;
  }

  async of(
    initiative: Initiative,
    { kpiIds, timeZone }: EvidenceFrame,
    now: Instant,
    tx: Tx,
  ): Promise<SubmissionSurroundings> {
    return {
      template: await this.templates.get(initiative.templateId, tx),
      kpiIds: new Set(kpiIds),
      now,
      today: dateAt(now, timeZone),
    };
  }
}
