import { Injectable } from '@nestjs/common';
import type { ClassificationRule, RulesVersion } from '../../../domain/effort/classification-rule.js';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { sha256Of } from '../../../platform/sha256.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { ClassificationRulesRepository } from '../persistence/classification-rules.repository.js';
import type { LedgerStamp } from '../persistence/effort.repository.js';
import { ClassificationRules } from '../queries/classification-rules.js';

/** A version as it was written. */
export interface WrittenRules extends RulesVersion {
  readonly stamp: LedgerStamp;
}

/**
 * Writes rules as the next version of a portfolio's, with an event on its audit chain, in the transaction of a caller who
 * has closed the books. It is open to no client by itself.
 */
@Injectable()
export class WriteRules {
  constructor(
    private readonly published: ClassificationRules,
    private readonly repository: ClassificationRulesRepository,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, portfolioId: string, by: string, rules: readonly ClassificationRule[]): Promise<WrittenRules> {
    const stamp: LedgerStamp = { portfolioId, at: this.clock.now(), by };
    const inForce = await this.published.inForce(portfolioId, tx);
    const version = (inForce?.version ?? 0) + 1;
    await this.repository.insert(tx, stamp, version, rules);
    await this.audit.run(tx, {
      initiativeId: null,
      portfolioId,
      at: stamp.at,
      actorId: stamp.by,
      action: 'rules.published',
      subjectType: 'Portfolio',
      subjectId: portfolioId,
      changes: { version, rules: rules.map(({ name }) => name), rulesSha256: sha256Of(JSON.stringify(rules)) },
    });
    return { stamp, version, rules };
  }
}
