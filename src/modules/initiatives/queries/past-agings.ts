import { Injectable } from '@nestjs/common';
import { dateAt, startOfDay } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { livelyFrom } from '../../../domain/pipeline/aging.js';
import type { StageAging } from '../../../domain/pipeline/stage-aging.js';
import { Database } from '../../../platform/database/database.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { SettledKnowledge } from '../../portfolios/queries/settled-knowledge.js';
import { Templates } from '../../templates/queries/templates.js';
import { AgingScales, type ExitCount } from './aging-scales.js';
import { PAST_COUNTS } from './past-aging-sql.js';
import { stageRows, type StandingCount } from './stage-rows.js';

type ExitRow = ExitCount & { readonly status: null };

@Injectable()
export class PastAgings {
  constructor(
    private readonly database: Database,
    private readonly templates: Templates,
    private readonly scales: AgingScales,
    private readonly knowledge: SettledKnowledge,
  ) {}

  /**
   * The aging of a portfolio as it was known at an instant that is not ahead: of those whose history was written in since then from
   * recorded history, visits as they were recorded then; of the others from what is kept, for it was so then. The database
   * counts, in one question; it waits as `SettledKnowledge` does. SERVICE_UNAVAILABLE after ten seconds.
   */
  async ofPortfolio({ id, timeZone, templateId }: Portfolio, at: Instant): Promise<readonly StageAging[]> {
    await this.knowledge.settle(id, at);
    const { key, stages } = await this.templates.newestAt(templateId, at);
    const today = dateAt(at, timeZone);
    const from = livelyFrom(today);
    const counts = await this.database.rows<ExitRow | StandingCount>(PAST_COUNTS, [
      id,
      at,
      timeZone,
      today,
      from,
      startOfDay(from, timeZone),
      key,
    ]);
    const exits = counts.filter((row) => row.status === null);
    const scales = await this.scales.ofExits({ portfolioId: id, timeZone, templateKey: key }, exits);
    return stageRows(
      stages,
      scales,
      counts.filter((row) => row.status !== null),
    );
  }
}
