import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { onceCommitted } from '../../../platform/database/request-scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { Connections } from '../../connections/queries/connections.js';
import { requireAccess } from '../../identity/access.js';
import type { PullRun } from '../queries/pull-runs.js';
import { BeginPull, type Beginning } from './begin-pull.js';
import { PullsUnderWay } from './pulls-under-way.js';

/** Begins to read a tool in the name of a person, with one audit event, and goes on with it once that has committed. */
@Injectable()
export class StartPull {
  constructor(
    private readonly work: UnitOfWork,
    private readonly connections: Connections,
    private readonly begin: BeginPull,
    private readonly audit: AppendAudit,
    private readonly underWay: PullsUnderWay,
  ) {}

  async run(
    viewer: Viewer,
    id: string,
    beginning: Omit<Beginning, 'startedBy'>,
    refusals: readonly Refusal[] = [],
  ): Promise<Result<PullRun>> {
    const begun = await this.work.run<PullRun, Refusal>(async (tx) => {
      const connection = await this.connections.seenBy(viewer, id, tx);
      if (!connection || !requireAccess(viewer, 'connection:manage', connection.portfolioId)) {
        return refuse(notFound('The connection', ['id']));
      }
      const result = await this.begin.run(tx, connection, { ...beginning, startedBy: viewer.userId });
      if (!result.ok || refusals.length > 0) {
        return refuse(...refusals, ...(result.ok ? [] : result.refusals));
      }
      await this.audit.run(tx, {
        initiativeId: null,
        portfolioId: connection.portfolioId,
        at: result.value.startedAt,
        actorId: viewer.userId,
        action:
          beginning.kind === 'BACKFILL'
            ? 'integrationConnection.backfillBegun'
            : 'integrationConnection.reconcileBegun',
        subjectType: 'IntegrationConnection',
        subjectId: id,
        changes: { runId: result.value.id, ...(beginning.since ? { since: beginning.since } : {}) },
      });
      return accept(result.value);
    });
    if (begun.ok) {
      onceCommitted(() => {
        this.underWay.start(begun.value);
      });
    }
    return begun;
  }
}
