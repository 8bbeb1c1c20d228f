import { DecideWaiver } from '../../modules/waivers/commands/decide-waiver.js';
import { RequestWaiver } from '../../modules/waivers/commands/request-waiver.js';
import type { INestApplicationContext } from '@nestjs/common';
import type { Result } from '../../domain/basics/result.js';
import { EnactRules } from '../../modules/effort/commands/enact-rules.js';
import { PlanRules } from '../../modules/effort/commands/plan-rules.js';
import { RecordEffort } from '../../modules/effort/commands/record-effort.js';
import { ReviewEvidence } from '../../modules/evidence/commands/review-evidence.js';
import { SubmitEvidence } from '../../modules/evidence/commands/submit-evidence.js';
import { CastGateVote } from '../../modules/gates/commands/cast-gate-vote.js';
import { DecideGate } from '../../modules/gates/commands/decide-gate.js';
import { RequestGateReview } from '../../modules/gates/commands/request-gate-review.js';
import { CreateUser } from '../../modules/identity/commands/create-user.js';
import { CreateInitiative } from '../../modules/initiatives/commands/create-initiative.js';
import { Initiatives } from '../../modules/initiatives/queries/initiatives.js';
import { DefineKpi } from '../../modules/kpis/commands/define-kpi.js';
import { PostComment } from '../../modules/conversation/commands/post-comment.js';
import { PostStatusUpdate } from '../../modules/conversation/commands/post-status-update.js';
import { RecordMeasurements } from '../../modules/kpis/commands/record-measurements.js';
import { CreatePortfolio } from '../../modules/portfolios/commands/create-portfolio.js';
import { SetMember } from '../../modules/portfolios/commands/set-member.js';
import { RecordSignals } from '../../modules/signals/commands/record-signals.js';
import { CountDaysFrom } from '../../modules/schedule/commands/count-days-from.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** The commands the sample is told by: the same that serve the API, so no law is bent for it. */
export const verbsOf = (context: INestApplicationContext) => ({
  createUser: context.get(CreateUser),
  createPortfolio: context.get(CreatePortfolio),
  setMember: context.get(SetMember),
  createInitiative: context.get(CreateInitiative),
  initiatives: context.get(Initiatives),
  defineKpi: context.get(DefineKpi),
  recordMeasurements: context.get(RecordMeasurements),
  submitEvidence: context.get(SubmitEvidence),
  reviewEvidence: context.get(ReviewEvidence),
  requestGateReview: context.get(RequestGateReview),
  castGateVote: context.get(CastGateVote),
  decideGate: context.get(DecideGate),
  requestWaiver: context.get(RequestWaiver),
  decideWaiver: context.get(DecideWaiver),
  postComment: context.get(PostComment),
  postStatusUpdate: context.get(PostStatusUpdate),
  recordSignals: context.get(RecordSignals, { strict: false }),
  recordEffort: context.get(RecordEffort),
  planRules: context.get(PlanRules),
  enactRules: context.get(EnactRules),
  countDaysFrom: context.get(CountDaysFrom),
  work: context.get(UnitOfWork),
});
export type Verbs = ReturnType<typeof verbsOf>;

/** What a command accepted. Throws where it refused: then a law has changed and the tables of the sample have not. */
export const done = <T>(result: Result<T>, what: string): T => {
  if (!result.ok) {
    throw new Error(
      `The sample portfolio breaks a law. ${what}: ${result.refusals.map((each) => each.message).join(' ')}`,
    );
  }
  return result.value;
};
