import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, staleVersion, type Refusal, type Result } from '../../../domain/basics/result.js';
import { decideGate } from '../../../domain/gates/decide-gate.js';
import type { Proposal } from '../../../domain/gates/proposal.js';
import { unlessOpen } from '../../../domain/gates/request-review.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { GateHearing } from '../queries/gate-hearing.js';
import { ReviewTables } from '../queries/review-table.js';
import { CarryOutDecision, type MadeDecision } from './carry-out-decision.js';

export interface DecisionRequest extends Proposal {
  readonly rationale: string;
  readonly expectedVersion: number;
}

/**
 * A gatekeeper decides a gate, which counts as that gatekeeper's vote (laws 9 to 12): the decision with its snapshot and
 * conditions, the vote, the move and the audit event are one transaction. WRONG_STATE once the review is closed; else every
 * reason at once: STALE_VERSION when the initiative changed since `expectedVersion`, NOT_FOUND for an owner of a condition
 * who is not known, and all of `decideGate` in the domain.
 */
@Injectable()
export class DecideGate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tables: ReviewTables,
    private readonly hearing: GateHearing,
    private readonly carryOut: CarryOutDecision,
    private readonly trail: InitiativeTrail,
  ) {}

  run(viewer: Viewer, reviewId: string, request: DecisionRequest): Promise<Result<MadeDecision>> {
    return this.work.run(async (tx) => {
      const table = await this.tables.lockSeenBy(viewer, reviewId, tx);
      if (!table || !requireAccess(viewer, 'gate:decide', table.review.portfolioId)) {
        return refuse(notFound('The review', ['reviewId']));
      }
      const closed = unlessOpen(table.review);
      if (closed.length > 0) {
        return refuse(...closed);
      }
      const { initiative } = table;
      const stamp = this.trail.stamp(viewer);
      const hearing = await this.hearing.hear(tx, table, request, stamp.at);
      const { quorum } = hearing.gate.definition;
      const ballot = { voterId: viewer.userId, votes: hearing.votes, quorum, stakeholders: initiative };
      const decided = decideGate(request, ballot, hearing.scene);
      const refusals: Refusal[] = [
        ...(initiative.version === request.expectedVersion
          ? []
          : [staleVersion(initiative.version, request.expectedVersion)]),
        ...(decided.ok ? [] : decided.refusals),
        ...hearing.unknownOwners,
      ];
      if (refusals.length > 0 || !decided.ok) {
        return refuse(...refusals);
      }
      return accept(await this.carryOut.run(tx, { ...table, hearing, decided: decided.value, request }, stamp));
    });
  }
}
