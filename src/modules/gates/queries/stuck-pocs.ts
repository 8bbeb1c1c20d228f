import { Injectable } from '@nestjs/common';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { isToBeAsked } from '../../../domain/gates/review-stuck-poc.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AgingLevels, type StuckPoc } from '../../initiatives/queries/aging-levels.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { GateSurroundings, type Surroundings } from './gate-surroundings.js';

/** A stuck proof of concept with its gate; it stays locked until the transaction ends. */
export interface StuckTable {
  readonly stuck: StuckPoc;
  readonly initiative: Initiative;
  readonly surroundings: Surroundings;
}

interface AskedRow {
  readonly initiativeId: string;
  readonly lastAskedAt: Instant | null;
  readonly isOpen: boolean;
}

const ASKED = `
  SELECT initiative_id AS "initiativeId", max(requested_at) FILTER (WHERE requested_by = '${SYSTEM_USER_ID}') AS "lastAskedAt",
    bool_or(status = 'OPEN') AS "isOpen"
  FROM gate_review WHERE initiative_id = ANY($1) GROUP BY initiative_id`;

/** Who stands in a stage of category POC for too long, and of whom the system has yet to ask for a review. */
@Injectable()
export class StuckPocs {
  constructor(
    private readonly database: Database,
    private readonly levels: AgingLevels,
    private readonly initiatives: Initiatives,
    private readonly surroundings: GateSurroundings,
  ) {}

  /** Those of a portfolio on a day; none under review. */
  async toBeAsked(portfolioId: string, today: CalendarDate): Promise<readonly string[]> {
    const stuck = await this.levels.stuckPocs(portfolioId, today);
    return (await this.unasked(stuck)).map(({ initiativeId }) => initiativeId);
  }

  /** One of them as of now, looked at again once nobody else can change it: null where it is no longer so. */
  async lock(initiativeId: string, tx: Tx): Promise<StuckTable | null> {
    const initiative = await this.initiatives.lock(initiativeId, tx);
    const found = initiative && (await this.levels.stuckPocs(initiative.portfolioId, null, initiativeId, tx));
    const [stuck] = await this.unasked(found ?? [], tx);
    return initiative && stuck ? { stuck, initiative, surroundings: await this.surroundings.of(initiative, tx) } : null;
  }

  private async unasked(stuck: readonly StuckPoc[], tx?: Tx): Promise<readonly StuckPoc[]> {
    const ids = stuck.map(({ initiativeId }) => initiativeId);
    const rows = await this.database.rows<AskedRow>(ASKED, [ids], tx);
    const asked = new Map(rows.map((row) => [row.initiativeId, row]));
    return stuck.filter(({ initiativeId, enteredAt }) => {
      const { isOpen, lastAskedAt } = asked.get(initiativeId) ?? { isOpen: false, lastAskedAt: null };
      return !isOpen && isToBeAsked({ enteredAt, lastAskedAt });
    });
  }
}
