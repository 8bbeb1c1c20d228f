import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { checkRules, tidyRule } from '../../../domain/effort/check-rules.js';
import type { ClassificationRule } from '../../../domain/effort/classification-rule.js';
import { dryRunWindow } from '../../../domain/effort/dry-run-window.js';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { RulesToTry } from '../queries/rules-effects.js';
import { RulesSurroundings } from '../queries/rules-surroundings.js';

/** Rules as they are sent, and the first day their effect is to be shown for; null: that of the last quarter. */
export interface RulesDraft {
  readonly rules: readonly ClassificationRule[];
  readonly dryRunFrom: CalendarDate | null;
}

/**
 * What stands between rules as they were sent and their publication: the portfolio, which it takes ADMIN or PROCESS_DESIGNER
 * to know of for this, and everything check-rules and dry-run-window refuse, all at once.
 */
@Injectable()
export class PlanRules {
  constructor(
    private readonly surroundings: RulesSurroundings,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, viewer: Viewer, portfolioKey: string, draft: RulesDraft): Promise<Result<RulesToTry>> {
    const portfolio = await this.surroundings.portfolio(viewer, portfolioKey, tx);
    if (!portfolio) {
      return refuse(notFound('The portfolio', ['portfolioKey']));
    }
    const rules = draft.rules.map(tidyRule);
    const window = dryRunWindow(draft.dryRunFrom, dateAt(this.clock.now(), portfolio.timeZone));
    const refusals = checkRules(rules, await this.surroundings.of(portfolio.id, rules, tx));
    if (!window.ok) {
      return refuse(...refusals, ...window.refusals);
    }
    return refusals.length > 0 ? refuse(...refusals) : accept({ portfolio, rules, window: window.value });
  }
}
