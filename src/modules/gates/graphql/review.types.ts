import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { GateDecision, GateReview, GateReviewStatus, GateVote } from '../../../domain/gates/review.js';
import type { GateOutcome } from '../../../domain/gates/vote.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { GateOutcomeEnum, GateReviewStatusEnum } from './gate.enums.js';

@ObjectType('GateReview', {
  implements: () => Node,
  description:
    'A review at a gate: gatekeepers vote in it until one of them decides. An initiative has at most one that is open.',
})
export class GateReviewType implements Omit<
  GateReview,
  'portfolioId' | 'initiativeId' | 'requestedBy' | 'cancelledBy'
> {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => String, { description: 'The gate, by its key.' })
  gateKey: string;

  @Field(() => GateReviewStatusEnum, { description: 'Where it stands.' })
  status: GateReviewStatus;

  @Field(() => DateTimeScalar, { description: 'When it was requested.' })
  requestedAt: Instant;

  @Field(() => DateScalar, { nullable: true, description: 'By when it is to be decided.' })
  dueOn: CalendarDate | null;

  @Field(() => String, { nullable: true, description: 'What was said to the gatekeepers.' })
  note: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was called off; null where it was not.' })
  cancelledAt: Instant | null;

  @Field(() => String, { nullable: true, description: 'Why it was called off; null where it was not.' })
  cancelReason: string | null;
}

export const GateReviewConnection = connectionTypes(GateReviewType, 'GateReview', 'reviews', true);

@ObjectType('GateVote', { description: "A gatekeeper's live vote: the one cast last." })
export class GateVoteType implements Omit<GateVote, 'voterId' | 'reviewId'> {
  @Field(() => GateOutcomeEnum, { nullable: true, description: 'What is voted for; null abstains.' })
  outcome: GateOutcome | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  comment: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was cast.' })
  castAt: Instant;

  @Field(() => Boolean, {
    description: 'Whether the voter still is a gatekeeper of the portfolio; the vote of who is not does not count.',
  })
  isGatekeeper: boolean;
}

@ObjectType('GateDecision', {
  implements: () => Node,
  description: 'What was decided at a gate, by whom and on what. It is never changed; a later decision is a new one.',
})
export class GateDecisionType implements Pick<
  GateDecision,
  'id' | 'gateKey' | 'outcome' | 'rationale' | 'decidedAt' | 'snapshotSha256'
> {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => String, { description: 'The gate, by its key.' })
  gateKey: string;

  @Field(() => GateOutcomeEnum, { description: 'What was decided.' })
  outcome: GateOutcome;

  @Field(() => String, { description: 'Why.' })
  rationale: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  decidedAt: Instant;

  @Field(() => String, { description: "SHA-256 of the snapshot's canonical JSON (RFC 8785), hex." })
  snapshotSha256: string;
}

export const GateDecisionConnection = connectionTypes(GateDecisionType, 'GateDecision', 'decisions');
