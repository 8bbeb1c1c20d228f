import { Injectable } from '@nestjs/common';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { AgingLevel, AgingMeasure } from '../../../domain/pipeline/aging.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { loader } from '../../../platform/graphql/loader.js';
import { AgingScales, scaleParameter, type StageScale } from './aging-scales.js';
import { daysOnDay, LEVEL, OWN_SCALE, scalesFrom } from './aging-sql.js';

interface LevelRow {
  readonly id: string;
  readonly level: AgingLevel;
}

/** An initiative that stands in a stage of category POC for too long. */
export interface StuckPoc extends AgingMeasure {
  readonly initiativeId: string;
  readonly level: Extract<AgingLevel, 'STUCK' | 'ZOMBIE'>;
  readonly days: number;
  readonly exits: number;
  /** When it entered the stage, or came back to it, the last time. */
  readonly enteredAt: Instant;
}

type StuckRow = Pick<StuckPoc, 'initiativeId' | 'level' | 'days' | 'enteredAt'> & {
  readonly templateId: string;
  readonly stageKey: string;
};

const LEVELS = `SELECT i.id, ${LEVEL} AS level FROM initiative i JOIN ${scalesFrom('$2')} ON ${OWN_SCALE} WHERE i.id = ANY($1)`;

const STUCK_POCS = `
  SELECT * FROM (
    SELECT i.id AS "initiativeId", i.template_id AS "templateId", i.stage_key AS "stageKey", v.entered_at AS "enteredAt",
      ${daysOnDay('s.today')} AS days, ${LEVEL} AS level
    FROM initiative i
    JOIN ${scalesFrom('$2')} ON ${OWN_SCALE}
    JOIN template_stage d ON d.template_id = i.template_id AND d.key = i.stage_key
    JOIN stage_visit v ON v.initiative_id = i.id AND v.is_open
    WHERE i.portfolio_id = $1 AND i.status = 'ACTIVE' AND d.category = 'POC' AND ($3::uuid IS NULL OR i.id = $3)
  ) stuck WHERE level IN ('STUCK', 'ZOMBIE') ORDER BY "initiativeId"`;

/** How the days of initiatives in their stages compare with those of others and with the time box. */
@Injectable()
export class AgingLevels {
  constructor(
    private readonly database: Database,
    private readonly scales: AgingScales,
    private readonly clock: Clock,
  ) {}

  /** The level of an initiative as of now. */
  readonly ofInitiative = loader<string, AgingLevel>(
    (ids) => this.ofInitiatives(ids),
    (id) => {
      throw new Error(`Initiative ${id} is referred to but not there.`);
    },
  );

  async ofInitiatives(ids: readonly string[], tx?: Tx): Promise<ReadonlyMap<string, AgingLevel>> {
    const at = this.clock.now();
    const scales = scaleParameter(await this.scales.ofInitiatives(ids, tx), ({ timeZone }) => ({
      at,
      today: dateAt(at, timeZone),
    }));
    const rows = await this.database.rows<LevelRow>(LEVELS, [ids, scales], tx);
    return new Map(rows.map(({ id, level }) => [id, level]));
  }

  /**
   * The ACTIVE initiatives of a portfolio that are STUCK or ZOMBIE in a stage of category POC; one of them where one is named.
   * On a day, or where none is given now.
   */
  async stuckPocs(
    portfolioId: string,
    day: CalendarDate | null,
    initiativeId: string | null = null,
    tx?: Tx,
  ): Promise<readonly StuckPoc[]> {
    const scales = await (initiativeId === null
      ? this.scales.ofPortfolio(portfolioId, tx)
      : this.scales.ofInitiatives([initiativeId], tx));
    const at = this.clock.now();
    const rows = await this.database.rows<StuckRow>(
      STUCK_POCS,
      [
        portfolioId,
        scaleParameter(scales, ({ timeZone }) => ({ at, today: day ?? dateAt(at, timeZone) })),
        initiativeId,
      ],
      tx,
    );
    return rows.map(({ templateId, stageKey, ...row }) => ({
      ...row,
      ...measureOf(scales.find((scale) => scale.templateId === templateId && scale.stageKey === stageKey)),
    }));
  }
}

const measureOf = (scale: StageScale | undefined): Pick<StuckPoc, 'thresholds' | 'timeBoxDays' | 'exits'> => ({
  thresholds: scale?.thresholds ?? null,
  timeBoxDays: scale?.timeBoxDays ?? null,
  exits: scale?.exits ?? 0,
});
