import { Injectable } from '@nestjs/common';
import { addDays, dateAt } from '../../../domain/basics/calendar-date.js';
import { rejudgedFrom, type RejudgedStage } from '../../../domain/pipeline/aging.js';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AgingScales, EXITS_NOW } from '../queries/aging-scales.js';

const TAKE = `
  INSERT INTO stage_measure AS m (portfolio_id, template_key, stage_key, exits, p50, p70, p85)
  SELECT k.portfolio_id, k.template_key, k.stage_key, e.exits, e.p50, e.p70, e.p85
  FROM (SELECT DISTINCT $1::uuid AS portfolio_id, w.key AS template_key, s.stage_key FROM workflow_template w CROSS JOIN unnest($2::text[]) AS s (stage_key)) k
  ${EXITS_NOW}
  WHERE e.exits > 0 OR EXISTS (
    SELECT 1 FROM stage_measure o WHERE (o.portfolio_id, o.template_key, o.stage_key) = (k.portfolio_id, k.template_key, k.stage_key))
  ON CONFLICT (portfolio_id, template_key, stage_key)
  DO UPDATE SET exits = excluded.exits, p50 = excluded.p50, p70 = excluded.p70, p85 = excluded.p85`;

// Whoever folds at the same time waits for a row, finds it gone and leaves it out: nothing is counted twice or lost.
const FOLD = `
  WITH folded AS (
    DELETE FROM stage_exit_count WHERE id IN (
      SELECT unnest(array_agg(id)) FROM stage_exit_count WHERE portfolio_id = $1 AND stage_key = ANY($2)
      GROUP BY template_key, stage_key, days HAVING count(*) > 1
    ) RETURNING template_key, stage_key, days, exits
  )
  INSERT INTO stage_exit_count (portfolio_id, template_key, stage_key, days, exits)
  SELECT $1, template_key, stage_key, days, sum(exits) FROM folded GROUP BY 1, 2, 3, 4 HAVING sum(exits) <> 0`;

/**
 * Takes what the days of those say who left some stages of a portfolio, as what the rules judge by from now on; and tells of whom
 * they now judge otherwise. Nobody else may take it of the same portfolio until the transaction ends. Open to no client by itself.
 */
@Injectable()
export class TakeStageMeasures {
  constructor(
    private readonly scales: AgingScales,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, portfolioId: string, stageKeys: readonly string[]): Promise<readonly RejudgedStage[]> {
    const before = await this.scales.takenOfStages(portfolioId, stageKeys, tx);
    await tx.query(FOLD, [portfolioId, stageKeys]);
    await tx.query(TAKE, [portfolioId, stageKeys]);
    const after = await this.scales.takenOfStages(portfolioId, stageKeys, tx);
    const at = this.clock.now();
    return after.flatMap(({ templateId, stageKey, timeZone, scale }) => {
      const old = before.find((each) => each.templateId === templateId && each.stageKey === stageKey);
      const from = rejudgedFrom(old?.scale ?? scale, scale);
      // A day more than they have here: they may have been looked at by a process for which tomorrow had begun.
      return from === null ? [] : [{ templateId, stageKey, since: addDays(dateAt(at, timeZone), 1 - from) }];
    });
  }
}
