import { Injectable } from '@nestjs/common';
import type { InitiativeFacts } from '../../../domain/gates/gate.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { loader } from '../../../platform/graphql/loader.js';
import { EvidenceLedger } from '../../evidence/queries/evidence-ledger.js';
import { Kpis } from '../../kpis/queries/kpis.js';
import { GateConcessions } from './gate-concessions.js';
import { InitiativeFrames } from './initiative-frames.js';
import { WorkFacts } from './work-facts.js';

/** The whole recorded history that assessments look at, of many initiatives at once. */
@Injectable()
export class InitiativeFactsQuery {
  constructor(
    private readonly frames: InitiativeFrames,
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
    const frames = await this.frames.ofInitiatives(ids, tx);
    const evidence = await this.evidence.factsOf(ids, tx);
    const kpis = await this.kpis.factsOf(ids, tx);
    const { effort, tickets } = await this.work.ofInitiatives(ids, tx);
    const { conditions, waivers } = await this.concessions.ofInitiatives(ids, tx);
    return new Map(
      [...frames].map(([id, frame]) => [
        id,
        {
          ...frame,
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
