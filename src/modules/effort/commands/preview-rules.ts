import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, type Result } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { RulesEffects, type EffectOfRules } from '../queries/rules-effects.js';
import { PlanRules, type RulesDraft } from './plan-rules.js';

/**
 * What publishing these rules would change, without publishing them: it takes and refuses what publish-rules does, and
 * counts what that would take back and enter again if nothing else was recorded meanwhile.
 */
@Injectable()
export class PreviewRules {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plan: PlanRules,
    private readonly effects: RulesEffects,
  ) {}

  run(viewer: Viewer, portfolioKey: string, draft: RulesDraft): Promise<Result<EffectOfRules>> {
    return this.work.run(
      async (tx) => {
        await this.effects.readOneState(tx);
        const planned = await this.plan.run(tx, viewer, portfolioKey, draft);
        return planned.ok ? accept(await this.effects.of(planned.value, tx)) : planned;
      },
      { isApart: true },
    );
  }
}
