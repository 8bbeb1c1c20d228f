import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, invalid, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { DEFAULT_TEMPLATE } from '../../../domain/pipeline/default-template.js';
import { checkPortfolio } from '../../../domain/portfolios/check-portfolio.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { fault } from '../../../platform/faults.js';
import { newId } from '../../../platform/ids.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { Templates } from '../../templates/queries/templates.js';
import { PortfolioEntity } from '../persistence/portfolio.entity.js';
import type { Portfolio } from '../queries/portfolios.js';
import { PublishScheme } from './publish-scheme.js';

export interface NewPortfolio {
  readonly key: string;
  readonly name: string;
  readonly timeZone: string | null;
  readonly templateKey: string | null;
}

/**
 * Creates a portfolio, the room of its own that initiatives, people and effort live in. Only an instance admin may. Its key
 * is 2 to 16 capital letters and digits and begins with a letter; initiatives are called KEY-1, KEY-2 and on.
 */
@Injectable()
export class CreatePortfolio {
  constructor(
    private readonly work: UnitOfWork,
    private readonly templates: Templates,
    private readonly schemes: PublishScheme,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, input: NewPortfolio): Promise<Result<Portfolio>> {
    if (!viewer.isInstanceAdmin) {
      throw fault('FORBIDDEN', 'Only an instance admin creates portfolios.');
    }
    return this.work.run(async (tx) => {
      const timeZone = input.timeZone ?? 'UTC';
      const refusals: Refusal[] = [...checkPortfolio({ key: input.key, timeZone })];
      if (refusals.every(({ field }) => !field?.includes('timeZone'))) {
        refusals.push(...(await unknownZone(tx, timeZone)));
      }
      const templateKey = input.templateKey ?? DEFAULT_TEMPLATE.key;
      const template = await this.templates.find(templateKey, null, tx);
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 3))', [input.key]);
      const [taken] = await tx.query('SELECT 1 FROM portfolio WHERE key = $1', [input.key]);
      if (taken) {
        refusals.push({
          code: 'ALREADY_EXISTS',
          message: `There is a portfolio ${input.key} already.`,
          field: ['input', 'key'],
        });
      }
      if (!template) {
        refusals.push({
          code: 'NOT_FOUND',
          message: `There is no published template ${templateKey}.`,
          field: ['input', 'templateKey'],
        });
      }
      if (refusals.length > 0 || !template) {
        return refuse(...refusals);
      }
      const at = this.clock.now();
      const portfolio: Portfolio = {
        id: newId(),
        key: input.key,
        name: input.name,
        timeZone,
        templateId: template.id,
        createdAt: at,
      };
      await tx.manager.insert(PortfolioEntity, portfolio);
      await this.schemes.insertDefault(tx, { portfolioId: portfolio.id, at, by: viewer.userId });
      await this.audit.run(tx, {
        initiativeId: null,
        portfolioId: portfolio.id,
        at,
        actorId: viewer.userId,
        action: 'portfolio.created',
        subjectType: 'Portfolio',
        subjectId: portfolio.id,
        changes: { key: portfolio.key, name: portfolio.name, timeZone, templateKey },
      });
      return accept(portfolio);
    });
  }
}

const KNOWN_ZONE = 'SELECT 1 FROM pg_timezone_names WHERE lower(name) = lower($1)';

/** The database reckons in the zone too, and may know fewer names. */
const unknownZone = async (tx: Tx, timeZone: string): Promise<readonly Refusal[]> => {
  const [known] = await tx.query(KNOWN_ZONE, [timeZone]);
  return known
    ? []
    : [
        invalid(
          ['input', 'timeZone'],
          `The database does not know the time zone ${timeZone}; take another name of it, for instance America/Los_Angeles instead of US/Pacific.`,
        ),
      ];
};
