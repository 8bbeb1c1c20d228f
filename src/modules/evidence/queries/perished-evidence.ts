import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { perishableCriteria, ranOutBy, type RanOut } from '../../../domain/gates/ran-out.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Templates } from '../../templates/queries/templates.js';
import { EvidenceLedger } from './evidence-ledger.js';

const TEMPLATES = `
  SELECT DISTINCT template_id AS "templateId" FROM initiative
  WHERE portfolio_id = $1 AND status IN ('ACTIVE', 'ON_HOLD') ORDER BY 1`;

const CANDIDATES = `
  SELECT i.id, min(e.effective_on) AS "oldest" FROM initiative i
  JOIN evidence e ON e.initiative_id = i.id
  JOIN unnest($3::text[], $4::date[]) AS c (key, ran_out_if_before)
    ON c.key = e.criterion_key AND e.effective_on < c.ran_out_if_before
  WHERE i.portfolio_id = $1 AND i.template_id = $2 AND i.status IN ('ACTIVE', 'ON_HOLD')
    AND NOT EXISTS (SELECT 1 FROM evidence_expiry x WHERE x.evidence_id = e.id)
  GROUP BY i.id`;

interface Candidate {
  readonly id: string;
  readonly oldest: CalendarDate;
}

@Injectable()
export class PerishedEvidence {
  constructor(
    private readonly database: Database,
    private readonly templates: Templates,
    private readonly ledger: EvidenceLedger,
  ) {}

  /**
   * The initiatives, ACTIVE or ON_HOLD, that have evidence of an age at which it has run out and which was not noted yet,
   * the oldest first. Whether that is the evidence that counts is for the rule to say.
   */
  async candidates(portfolioId: string, today: CalendarDate): Promise<readonly string[]> {
    const found: Candidate[] = [];
    for (const { templateId } of await this.database.rows<{ templateId: string }>(TEMPLATES, [portfolioId])) {
      const criteria = perishableCriteria(today, await this.templates.get(templateId));
      const [keys, days] = [criteria.map(({ key }) => key), criteria.map(({ ranOutIfBefore }) => ranOutIfBefore)];
      found.push(...(await this.database.rows<Candidate>(CANDIDATES, [portfolioId, templateId, keys, days])));
    }
    const order = ({ oldest, id }: Candidate): string => `${oldest} ${id}`;
    return found.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).map(({ id }) => id);
  }

  /** The evidence of an initiative that ran out by a day, noted or not. */
  async of(initiative: Initiative, today: CalendarDate, tx: Tx): Promise<readonly RanOut[]> {
    const template = await this.templates.get(initiative.templateId, tx);
    const facts = await this.ledger.factsOf([initiative.id], tx);
    return ranOutBy(today, template, initiative, facts.get(initiative.id) ?? []);
  }
}
