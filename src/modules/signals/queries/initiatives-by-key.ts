import { Injectable } from '@nestjs/common';
import { unstorable } from '../../../domain/basics/text.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** An initiative by the key that people and machines call it by. */
export interface KeyedInitiative {
  readonly id: string;
  readonly key: string;
  readonly portfolioId: string;
}

const BY_KEYS = 'SELECT id, key, portfolio_id AS "portfolioId" FROM initiative WHERE key = ANY($1) ORDER BY id';

@Injectable()
export class InitiativesByKey {
  constructor(private readonly database: Database) {}

  /** Those of these keys that there are, whoever may know of them. */
  of(keys: readonly string[], tx: Tx): Promise<readonly KeyedInitiative[]> {
    return this.database.rows<KeyedInitiative>(BY_KEYS, [keys.filter((key) => unstorable(key) === null)], tx);
  }
}
