import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { perishableCriteria, ranOutBy, type RanOut } from '../../../domain/gates/ran-out.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { Templates } from '../../templates/queries/templates.js';
import { EvidenceLedger } from './evidence-ledger.js';

const TEMPLATES = `
  SELECT DISTINCT template_id AS "templateId" FROM initiative
  WHERE portfolio_id = $1 AND status IN ('ACTIVE', 'ON_HOLD') ORDER BY 1`;

const AGED = `
  SELECT DISTINCT i.id FROM initiative i
  JOIN evidence e ON e.initiative_id = i.id
  JOIN unnest($3::text[], $4::date[]) AS c (key, ran_out_if_before)
    ON c.key = e.criterion_key AND e.effective_on < c.ran_out_if_before
  WHERE i.portfolio_id = $1 AND i.template_id = $2 AND i.status IN ('ACTIVE', 'ON_HOLD')
    AND NOT EXISTS (SELECT 1 FROM evidence_expiry x WHERE x.evidence_id = e.id)
  ORDER BY i.id`;

const NOTED = 'SELECT evidence_id AS "evidenceId" FROM evidence_expiry WHERE evidence_id = ANY($1)';

const AT_ONCE = 500;

interface Found {
  readonly initiativeId: string;
  readonly lastDay: CalendarDate;
}

/** Evidence that ran out. The database finds what is old enough; whether it is what its criterion rests on is for the rule to say. */
@Injectable()
export class PerishedEvidence {
  constructor(
    private readonly database: Database,
    private readonly initiatives: Initiatives,
    private readonly templates: Templates,
    private readonly ledger: EvidenceLedger,
  ) {}

  /** The initiatives with evidence that ran out before a day and was not noted yet, the one that lost its own first first. */
  async notNoted(portfolioId: string, today: CalendarDate): Promise<readonly string[]> {
    const aged = await this.aged(portfolioId, today);
    const found: Found[] = [];
    for (let start = 0; start < aged.length; start += AT_ONCE) {
      found.push(...(await this.foundAmong(aged.slice(start, start + AT_ONCE), today)));
    }
    const order = ({ lastDay, initiativeId }: Found): string => `${lastDay} ${initiativeId}`;
    const inOrder = found.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
    return [...new Set(inOrder.map(({ initiativeId }) => initiativeId))];
  }

  /** The evidence of an initiative that ran out before a day, noted or not. */
  async of(initiative: Initiative, today: CalendarDate, tx: Tx): Promise<readonly RanOut[]> {
    const template = await this.templates.get(initiative.templateId, tx);
    const facts = await this.ledger.factsOf([initiative.id], tx);
    return ranOutBy(today, template, initiative, facts.get(initiative.id) ?? []);
  }

  private async aged(portfolioId: string, today: CalendarDate): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const { templateId } of await this.database.rows<{ templateId: string }>(TEMPLATES, [portfolioId])) {
      const criteria = perishableCriteria(today, await this.templates.get(templateId));
      const [keys, days] = [criteria.map(({ key }) => key), criteria.map(({ ranOutIfBefore }) => ranOutIfBefore)];
      const rows = await this.database.rows<{ id: string }>(AGED, [portfolioId, templateId, keys, days]);
      ids.push(...rows.map(({ id }) => id));
    }
    return ids;
  }

  private async foundAmong(ids: readonly string[], today: CalendarDate): Promise<readonly Found[]> {
    const facts = await this.ledger.factsOf(ids);
    const ranOut: (Found & RanOut)[] = [];
    for (const initiative of await this.initiatives.byIds(ids)) {
      const template = await this.templates.get(initiative.templateId);
      const own = ranOutBy(today, template, initiative, facts.get(initiative.id) ?? []);
      ranOut.push(...own.map((each) => ({ ...each, initiativeId: initiative.id })));
    }
    const rows = await this.database.rows<{ evidenceId: string }>(NOTED, [ranOut.map(({ evidenceId }) => evidenceId)]);
    const noted = new Set(rows.map(({ evidenceId }) => evidenceId));
    return ranOut.filter(({ evidenceId }) => !noted.has(evidenceId));
  }
}
