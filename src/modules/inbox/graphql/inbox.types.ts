import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { INBOX_KINDS, type InboxKind } from '../../../domain/inbox/inbox-item.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import type { InboxItem } from '../queries/inbox.js';

export const InboxKindEnum = graphqlEnum('InboxKind', INBOX_KINDS, 'What waits for somebody.', {
  VOTE: 'An open review in which a gatekeeper has not voted.',
  DECIDE: 'An open review whose quorum is full: a gatekeeper can decide.',
  REVIEW_EVIDENCE: 'Evidence that is to be accepted or returned.',
  RESUBMIT_EVIDENCE: 'Evidence that was returned to its submitter.',
  CLOSE_CONDITION: 'A condition that its owner has to see done.',
  DECIDE_WAIVER: 'A waiver that was requested.',
  SETTLE_LATE_EFFORT: 'Late entries of effort on an initiative, for periods that are closed.',
  ANSWER_MENTION: 'A comment that mentions you, until you reply in its thread or mark it as read.',
  REVIEW_BENEFITS: 'A review of what an initiative of yours has brought in production.',
});

@ObjectType('InboxItem', {
  description: 'One thing that waits for you. It is gone once it is settled, by you or by somebody else who can.',
})
export class InboxItemType implements Pick<
  InboxItem,
  'id' | 'kind' | 'subjectId' | 'reason' | 'link' | 'since' | 'ageDays' | 'dueOn' | 'isOverdue'
> {
  @Field(() => ID, { description: 'The same for as long as the same thing waits, so that nobody need be told twice.' })
  id: string;

  @Field(() => InboxKindEnum, { description: 'What waits.' })
  kind: InboxKind;

  @Field(() => ID, {
    description:
      'The review (of a gate or of benefits), evidence, condition, waiver or comment; of late entries of effort their initiative.',
  })
  subjectId: string;

  @Field(() => String, { description: 'One sentence: what waits, and for what.' })
  reason: string;

  @Field(() => String, { description: 'The path on the board where it is settled.' })
  link: string;

  @Field(() => DateTimeScalar, { description: 'Since when it waits.' })
  since: Instant;

  @Field(() => Int, { description: "How long it waits, in days of the portfolio's calendar." })
  ageDays: number;

  @Field(() => DateScalar, { nullable: true, description: 'The last day in time; null where there is none.' })
  dueOn: CalendarDate | null;

  @Field(() => Boolean, { description: 'Whether that day has passed.' })
  isOverdue: boolean;
}

export const InboxConnection = connectionTypes(InboxItemType, 'InboxItem', 'things that wait', true);
