import { Injectable } from '@nestjs/common';
import type { Role, Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { requireAccess } from '../../identity/access.js';
import { Users } from '../../identity/queries/users.js';
import { Portfolios, type Portfolio } from '../queries/portfolios.js';

export interface Membership {
  readonly userId: string;
  readonly roles: readonly Role[];
}

/** Gives a user exactly these roles in a portfolio; none at all ends the membership. It takes ADMIN in the portfolio. */
@Injectable()
export class SetMember {
  constructor(
    private readonly work: UnitOfWork,
    private readonly portfolios: Portfolios,
    private readonly users: Users,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, portfolioKey: string, input: Membership): Promise<Result<Portfolio>> {
    return this.work.run(async (tx) => {
      const portfolio = await this.portfolios.seenBy(viewer, portfolioKey, tx);
      if (!portfolio || !requireAccess(viewer, 'portfolio:manage', portfolio.id)) {
        return refuse(notFound('The portfolio', ['portfolioKey']));
      }
      if (!(await this.users.exists(input.userId, tx))) {
        return refuse(notFound('The user', ['input', 'userId']));
      }
      const roles = [...new Set(input.roles)].sort();
      if (roles.length === 0) {
        tx.later('DELETE FROM portfolio_member WHERE portfolio_id = $1 AND user_id = $2', [portfolio.id, input.userId]);
      } else {
        tx.later(
          `INSERT INTO portfolio_member (portfolio_id, user_id, roles) VALUES ($1, $2, $3)
           ON CONFLICT (portfolio_id, user_id) DO UPDATE SET roles = excluded.roles`,
          [portfolio.id, input.userId, roles],
        );
      }
      await this.audit.run(tx, {
        initiativeId: null,
        portfolioId: portfolio.id,
        at: this.clock.now(),
        actorId: viewer.userId,
        action: 'member.set',
        subjectType: 'User',
        subjectId: input.userId,
        changes: { roles },
      });
      return accept(portfolio);
    });
  }
}
