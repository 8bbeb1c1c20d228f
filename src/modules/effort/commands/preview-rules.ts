import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, type Result } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ClassificationRules } from '../queries/classification-rules.js';
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
    private readonly published: ClassificationRules,
    private readonly effects: RulesEffects,
  ) {}

  async run(viewer: Viewer, portfolioKey: string, draft: RulesDraft): Promise<Result<EffectOfRules>> {
    const planned = await this.work.run((tx) => this.plan.run(tx, viewer, portfolioKey, draft));
    if (!planned.ok) {
      return planned;
    }
    const { portfolio, rules, window } = planned.value;
    const inForce = await this.published.inForce(portfolio.id);
    const version = (inForce?.version ?? 0) + 1;
    return accept(await this.effects.of(portfolio, { version, rules }, window));
  }
}
