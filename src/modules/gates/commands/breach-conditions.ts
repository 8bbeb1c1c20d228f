import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { accept, type Result } from '../../../domain/basics/result.js';
import { isOverdue } from '../../../domain/gates/condition.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { itemByItem } from '../../../platform/jobs/item-by-item.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { GateConditions } from '../queries/gate-conditions.js';
import { BreachCondition } from './breach-condition.js';

/**
 * Marks every condition of a portfolio that was due before a day and is still open as BREACHED, those due first first, and
 * puts its initiative ON_HOLD (law 13). Each is a transaction of its own, with one audit event: done again, or begun anew in
 * the middle, nothing is done twice, and one that fails does not keep the others from being done.
 */
@Injectable()
export class BreachConditions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly initiatives: Initiatives,
    private readonly conditions: GateConditions,
    private readonly breach: BreachCondition,
  ) {}

  async run(portfolioId: string, today: CalendarDate): Promise<void> {
    await itemByItem(await this.conditions.overdue(portfolioId, today), ({ id, initiativeId }) =>
      this.work.run(async (tx): Promise<Result<null>> => {
        const initiative = await this.initiatives.lock(initiativeId, tx);
        const condition = await this.conditions.byId(id, tx);
        if (initiative && condition && isOverdue(condition, today)) {
          await this.breach.run(tx, initiative, condition);
        }
        return accept(null);
      }),
    );
  }
}
