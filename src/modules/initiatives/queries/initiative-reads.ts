import { Injectable } from '@nestjs/common';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { AgingLevel } from '../../../domain/pipeline/aging.js';
import { Clock } from '../../../platform/clock.js';
import { LongReads, type Pieces } from '../../../platform/database/long-reads.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { AgingScales, scaleParameter } from './aging-scales.js';
import { daysOnDay, LEVEL, OWN_SCALE, scalesFrom } from './aging-sql.js';
import { conditionsOf, type InitiativeFilter } from './initiative-filter.js';

/** An initiative as it is exported. */
export interface ReadInitiative {
  readonly key: string;
  readonly name: string;
  readonly stage: string;
  readonly stageName: string;
  readonly stageCategory: string;
  readonly status: string;
  readonly owner: string;
  readonly sponsor: string | null;
  readonly businessUnit: string | null;
  readonly valueThesis: string;
  readonly solutionType: string | null;
  readonly investmentClass: string;
  readonly riskTier: string;
  readonly daysInStage: number;
  readonly daysOnHold: number;
  readonly agingLevel: AgingLevel;
  readonly templateVersion: number;
  readonly version: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly externalRef: string | null;
  /** As of the last look; null before the first. */
  readonly health: string | null;
  readonly healthReason: string | null;
  readonly readyForGate: boolean | null;
  readonly findings: number;
}

/** How many midnights initiative `i` was ON_HOLD at in all its visits, by now (`s.at`), in a zone; as `daysOnHold` of the domain. */
const daysOnHold = (zone: string): string => `(
  SELECT coalesce(sum((least(v.left_at, c.until, s.at) AT TIME ZONE ${zone}::text)::date
    - (greatest(v.entered_at, c.changed_at) AT TIME ZONE ${zone}::text)::date), 0)
  FROM (
    SELECT h.status, h.changed_at, lead(h.changed_at) OVER (ORDER BY h.sequence) AS until FROM status_change h WHERE h.initiative_id = i.id
  ) c
  JOIN stage_visit v ON v.portfolio_id = i.portfolio_id AND v.initiative_id = i.id AND v.superseded_at IS NULL
  WHERE c.status = 'ON_HOLD' AND greatest(v.entered_at, c.changed_at) < least(v.left_at, c.until, s.at))`;

const initiatives = (where: string, [scales, zone, levels]: readonly [string, string, string]): string => `
  SELECT * FROM (
    SELECT i.key, i.name, i.stage_key AS stage, d.name AS "stageName", d.category AS "stageCategory", i.status, o.name AS owner,
      p.name AS sponsor, i.business_unit AS "businessUnit", i.value_thesis AS "valueThesis", i.solution_type AS "solutionType",
      i.investment_class AS "investmentClass", i.risk_tier AS "riskTier", ${daysOnDay('s.today')} AS "daysInStage",
      ${daysOnHold(zone)} AS "daysOnHold", ${LEVEL} AS "agingLevel", t.version AS "templateVersion", i.version,
      i.created_at AS "createdAt", i.updated_at AS "updatedAt", i.external_ref AS "externalRef", i.number,
      n.health, n.health_reason AS "healthReason", n.is_ready AS "readyForGate",
      (SELECT count(*) FROM finding f WHERE f.initiative_id = i.id AND f.superseded_at IS NULL) AS findings
    FROM initiative i
    JOIN ${scalesFrom(scales)} ON ${OWN_SCALE}
    JOIN template_stage d ON d.template_id = i.template_id AND d.key = i.stage_key
    JOIN workflow_template t ON t.id = i.template_id
    JOIN app_user o ON o.id = i.owner_id
    LEFT JOIN app_user p ON p.id = i.sponsor_id
    LEFT JOIN initiative_insight n ON n.initiative_id = i.id
    WHERE ${where}
  ) listed
  WHERE ${levels}::text[] IS NULL OR "agingLevel" = ANY(${levels}::text[])
  ORDER BY number`;

/** The initiatives of a portfolio from one end to the other. */
@Injectable()
export class InitiativeReads {
  constructor(
    private readonly reads: LongReads,
    private readonly scales: AgingScales,
    private readonly clock: Clock,
  ) {}

  /** Begins to read those that pass the filter as they stand at this moment, by key; days and levels are as of now. */
  async begin({ id, timeZone }: Portfolio, filter: InitiativeFilter): Promise<Pieces<ReadInitiative>> {
    const at = this.clock.now();
    const day = { at, today: dateAt(at, timeZone) };
    const scales = scaleParameter(await this.scales.ofPortfolio(id), () => day);
    const { where, parameters } = conditionsOf(id, filter);
    const [own, zone, levels] = [1, 2, 3].map((more) => `$${parameters.length + more}`) as [string, string, string];
    return this.reads.begin<ReadInitiative>(initiatives(where, [own, zone, levels]), [
      ...parameters,
      scales,
      timeZone,
      filter.agingLevels ?? null,
    ]);
  }
}
