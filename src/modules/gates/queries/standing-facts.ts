import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { AskedFacts } from '../../../domain/gates/asked-facts.js';
import type { InitiativeFacts } from '../../../domain/gates/gate.js';
import { EvidenceLedger } from '../../evidence/queries/evidence-ledger.js';
import { Kpis } from '../../kpis/queries/kpis.js';
import { GateConcessions } from './gate-concessions.js';
import { InitiativeFrames } from './initiative-frames.js';
import { WorkFacts } from './work-facts.js';

/** What the audit trail of an initiative tells of when it changes. */
export type ToldFacts = Omit<InitiativeFacts, 'effort' | 'tickets' | 'signalsAt'>;

/** What gates look at as of now: of all that was recorded, that alone (see `InitiativeFactsQuery` for all of it). */
@Injectable()
export class StandingFacts {
  constructor(
    private readonly frames: InitiativeFrames,
    private readonly evidence: EvidenceLedger,
    private readonly kpis: Kpis,
    private readonly concessions: GateConcessions,
    private readonly work: WorkFacts,
  ) {}

  /** Of many initiatives, without their work. */
  async told(ids: readonly string[], asked: AskedFacts, at: Instant): Promise<ReadonlyMap<string, ToldFacts>> {
    const [frames, evidence, kpis, { conditions, waivers }] = await Promise.all([
      this.frames.ofInitiatives(ids),
      this.evidence.factsOf(ids, undefined, asked.criterionKeys),
      asked.kpis ? this.kpis.factsAt(ids, at) : null,
      this.concessions.ofInitiatives(ids),
    ]);
    return new Map(
      [...frames].map(([id, frame]) => [
        id,
        {
          ...frame,
          evidence: evidence.get(id) ?? [],
          kpis: kpis?.get(id) ?? [],
          conditions: conditions.get(id) ?? [],
          waivers: waivers.get(id) ?? [],
        },
      ]),
    );
  }

  /** The same with the work on them, which the trail does not tell of. */
  async withWork(
    told: ReadonlyMap<string, ToldFacts>,
    asked: AskedFacts,
    at: Instant,
  ): Promise<ReadonlyMap<string, InitiativeFacts>> {
    const { effort, tickets } = await this.work.askedOf([...told.keys()], asked, at);
    return new Map(
      [...told].map(([id, facts]) => [id, { ...facts, effort: effort.get(id) ?? [], tickets: tickets.get(id) ?? [] }]),
    );
  }
}
