import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Refusal } from '../../../domain/basics/result.js';
import { checkProposal } from '../../../domain/gates/check-proposal.js';
import type { Proposal } from '../../../domain/gates/proposal.js';
import { Clock } from '../../../platform/clock.js';
import { fault } from '../../../platform/faults.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import type { GateReadiness } from './gate-readiness.js';
import { GateScenes } from './gate-scenes.js';

const LAST_STAGE: Refusal = {
  code: 'WRONG_STATE',
  message: 'The initiative stands in the last stage, which has no exit gate.',
};

/** Would an outcome be refused, and for what? Changes nothing. */
@Injectable()
export class GatePreview {
  constructor(
    private readonly initiatives: Initiatives,
    private readonly scenes: GateScenes,
    private readonly clock: Clock,
  ) {}

  /**
   * What stands against an outcome at the gate where the initiative stands now, all reasons at once; `ready` when there is
   * none. Votes are left out: they are seen in the review. BAD_USER_INPUT for an initiative that is unknown to the viewer.
   */
  async of(viewer: Viewer, initiativeId: string, proposal: Proposal): Promise<GateReadiness> {
    const initiative = await this.initiatives.seenBy(viewer, initiativeId);
    if (!initiative) {
      throw fault('BAD_USER_INPUT', `There is no initiative ${initiativeId}, or you may not know of it.`);
    }
    const found = await this.scenes.of(initiative, this.clock.now());
    if (!found) {
      return {
        ready: false,
        assessments: [],
        openConditions: [],
        metCount: 0,
        mustMeetCount: 0,
        refusals: [LAST_STAGE],
      };
    }
    const refusals = [
      ...checkProposal(proposal, found.scene),
      ...(await this.scenes.unknownOwners(proposal.conditions)),
    ];
    return { ...found.readiness, ready: refusals.length === 0, refusals };
  }
}
