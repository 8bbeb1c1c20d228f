import { Injectable } from '@nestjs/common';
import type { InitiativeFacts } from '../../../domain/gates/gate.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Waivers } from '../../waivers/queries/waivers.js';
import { GateConditions } from './gate-conditions.js';

export interface Concessions {
  readonly conditions: ReadonlyMap<string, InitiativeFacts['conditions']>;
  readonly waivers: ReadonlyMap<string, InitiativeFacts['waivers']>;
}

/** What gatekeepers let pass for a while: the conditions of decisions, and waivers. */
@Injectable()
export class GateConcessions {
  constructor(
    private readonly conditions: GateConditions,
    private readonly waivers: Waivers,
  ) {}

  /** Of many initiatives, by initiative. */
  async ofInitiatives(ids: readonly string[], tx?: Tx): Promise<Concessions> {
    const [conditions, waivers] = await Promise.all([
      this.conditions.ofInitiatives(ids, tx),
      this.waivers.factsOf(ids, tx),
    ]);
    return { conditions, waivers };
  }
}
