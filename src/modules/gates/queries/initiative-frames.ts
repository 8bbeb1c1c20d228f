import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { InitiativeFacts, RecordedEntry, RiskTier } from '../../../domain/gates/gate.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** What assessments look at of the initiative itself. */
export type InitiativeFrame = Pick<InitiativeFacts, 'timeZone' | 'pilotEntries' | 'riskTiers'>;

interface FrameRow {
  readonly id: string;
  readonly timeZone: string;
  readonly pilotEntries: readonly RecordedEntry[];
  readonly riskTiers: readonly { readonly riskTier: RiskTier; readonly recordedAt: Instant }[];
}

const told = (instant: string): string => `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const FRAMES = `
  SELECT i.id, p.time_zone AS "timeZone",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('enteredAt', ${told('v.entered_at')}, 'recordedAt', ${told('v.recorded_at')},
       'supersededAt', ${told('v.superseded_at')})), '[]') FROM stage_visit v
     JOIN template_stage s ON s.template_id = v.template_id AND s.key = v.stage_key
     WHERE v.initiative_id = i.id AND s.category = 'PILOT') AS "pilotEntries",
    (SELECT jsonb_agg(jsonb_build_object('riskTier', r.risk_tier, 'recordedAt', ${told('r.recorded_at')}) ORDER BY r.version)
     FROM initiative_revision r WHERE r.initiative_id = i.id) AS "riskTiers"
  FROM initiative i JOIN portfolio p ON p.id = i.portfolio_id
  WHERE i.id = ANY($1)`;

@Injectable()
export class InitiativeFrames {
  constructor(private readonly database: Database) {}

  /** Of many initiatives; those that are not there are left out. */
  async ofInitiatives(ids: readonly string[], tx?: Tx): Promise<ReadonlyMap<string, InitiativeFrame>> {
    const rows = await this.database.rows<FrameRow>(FRAMES, [ids], tx);
    return new Map(rows.map(({ id, ...frame }) => [id, frame]));
  }
}
