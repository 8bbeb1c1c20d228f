import { Injectable } from '@nestjs/common';
import type { Action, Viewer } from '../../../domain/access/access.js';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { accept, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { requireAccess } from '../../identity/access.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { AllocationSchemes } from '../../portfolios/queries/allocation-schemes.js';
import { Portfolios, type Portfolio } from '../../portfolios/queries/portfolios.js';

/** What is exported of: a portfolio, by who may read it, at a moment. */
export interface ExportScope {
  readonly portfolio: Portfolio;
  readonly now: Instant;
  /** The day it is now in the portfolio's zone. */
  readonly today: CalendarDate;
}

/** What an export names; null or left out where it names none. */
export interface Named {
  readonly portfolio: string;
  readonly initiativeKey?: string | null;
  readonly categoryKey?: string | null;
}

/** Whether a viewer may have an export, and of what. */
@Injectable()
export class ExportScopes {
  constructor(
    private readonly portfolios: Portfolios,
    private readonly initiatives: Initiatives,
    private readonly schemes: AllocationSchemes,
    private readonly clock: Clock,
  ) {}

  /**
   * The portfolio as the viewer may know of it; the initiative and the category that are named are of it. NOT_FOUND for
   * each of them that is not there for the viewer; FORBIDDEN for a member whose roles do not allow the action.
   */
  async of(viewer: Viewer, named: Named, action: Action): Promise<Result<ExportScope>> {
    const portfolio = await this.portfolios.seenBy(viewer, named.portfolio);
    if (!portfolio || !requireAccess(viewer, action, portfolio.id)) {
      return refuse(notFound('The portfolio', ['portfolio']));
    }
    const missing = await this.missingIn(viewer, portfolio, named);
    const now = this.clock.now();
    return missing.length > 0 ? refuse(...missing) : accept({ portfolio, now, today: dateAt(now, portfolio.timeZone) });
  }

  private async missingIn(
    viewer: Viewer,
    portfolio: Portfolio,
    { initiativeKey, categoryKey }: Named,
  ): Promise<readonly Refusal[]> {
    const missing: Refusal[] = [];
    if (initiativeKey) {
      const initiative = await this.initiatives.seenByKey(viewer, initiativeKey);
      if (initiative?.portfolioId !== portfolio.id) {
        missing.push(notFound(`The initiative "${initiativeKey}"`, ['initiativeKey']));
      }
    }
    if (categoryKey && !(await this.schemes.categoryKeys(portfolio.id)).has(categoryKey)) {
      missing.push(notFound(`The category "${categoryKey}"`, ['categoryKey']));
    }
    return missing;
  }
}
