import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Refusal } from '../../../domain/basics/result.js';
import { checkProposal } from '../../../domain/gates/check-proposal.js';
import { refusalsOfVotes, type Ballot } from '../../../domain/gates/decide-gate.js';
import type { Proposal } from '../../../domain/gates/proposal.js';
import { Clock } from '../../../platform/clock.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { fault } from '../../../platform/faults.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import type { GateReadiness } from './gate-answer.js';
import { GateReviews } from './gate-reviews.js';
import { GateScenes, type SceneAtGate } from './gate-scenes.js';

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
    private readonly reviews: GateReviews,
    private readonly clock: Clock,
  ) {}

  /**
   * What stands against an outcome at the gate where the initiative stands now, all reasons at once; `ready` when there is
   * none. With votes it is as if the viewer decided, by the votes of the open review; else they are left out, for they are seen
   * there. BAD_USER_INPUT for an initiative that is unknown to the viewer.
   */
  async of(viewer: Viewer, initiativeId: string, proposal: Proposal, withVotes = false): Promise<GateReadiness> {
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
      ...(withVotes ? refusalsOfVotes(await this.ballotOf(viewer, initiative, found), proposal.outcome) : []),
      ...checkProposal(proposal, found.scene),
      ...(await this.scenes.unknownOwners(proposal.conditions)),
    ];
    return { ...found.readiness, ready: refusals.length === 0, refusals };
  }

  private async ballotOf({ userId }: Viewer, initiative: Initiative, { gate }: SceneAtGate): Promise<Ballot> {
    const open = await this.reviews.openOfInitiatives([initiative.id]);
    const votes = await this.reviews.votesOfReviews(open.map(({ id }) => id));
    return { voterId: userId, votes, quorum: gate.definition.quorum, stakeholders: initiative };
  }
}
