import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { InitiativeFacts, RecordedEntry, RiskTier } from '../../../domain/gates/gate.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { loader } from '../../../platform/graphql/loader.js';
import { EvidenceLedger } from '../../evidence/queries/evidence-ledger.js';
import { Kpis } from '../../kpis/queries/kpis.js';
import { GateConcessions } from './gate-concessions.js';
import { WorkFacts } from './work-facts.js';

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

/** The whole recorded history that assessments look at, of many initiatives at once. */
@Injectable()
export class InitiativeFactsQuery {
  constructor(
    private readonly database: Database,
    private readonly evidence: EvidenceLedger,
    private readonly kpis: Kpis,
    private readonly work: WorkFacts,
    private readonly concessions: GateConcessions,
  ) {}

  readonly ofInitiative = loader<string, InitiativeFacts>(
    (ids) => this.ofInitiatives(ids),
    (id) => {
      throw new Error(`Initiative ${id} is referred to but not there.`);
    },
  );

  async ofInitiatives(ids: readonly string[], tx?: Tx): Promise<ReadonlyMap<string, InitiativeFacts>> {
    const frames = await this.database.rows<FrameRow>(FRAMES, [ids], tx);
    const evidence = await this.evidence.factsOf(ids, tx);
    const kpis = await this.kpis.factsOf(ids, tx);
    const { effort, tickets } = await this.work.ofInitiatives(ids, tx);
    const { conditions, waivers } = await this.concessions.ofInitiatives(ids, tx);
    return new Map(
      frames.map(({ id, timeZone, pilotEntries, riskTiers }) => [
        id,
        {
          timeZone,
          pilotEntries,
          riskTiers,
          evidence: evidence.get(id) ?? [],
          kpis: kpis.get(id) ?? [],
          effort: effort.get(id) ?? [],
          tickets: tickets.get(id) ?? [],
          conditions: conditions.get(id) ?? [],
          waivers: waivers.get(id) ?? [],
        },
      ]),
    );
  }
}
