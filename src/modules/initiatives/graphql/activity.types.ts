import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import { ACTIVITY_KINDS, type Activity, type ActivityKind } from '../../../domain/activity/activity.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';

export const ActivityKindEnum = graphqlEnum('ActivityKind', ACTIVITY_KINDS, 'What an activity is about.', {
  MOVE: 'It was resumed or reopened, or moved to another version of the workflow; moves by a gate are a DECISION.',
  DECISION: 'A gate was decided.',
  REVIEW: 'A review was requested, called off or overdue, or somebody voted.',
  EVIDENCE: 'Evidence was handed in or reviewed, or ran out.',
  WAIVER: 'A waiver was asked for, decided, revoked or over.',
  CONDITION: 'A condition was closed or breached.',
  KPI: 'A KPI was defined or revised, or measurements were recorded.',
  SIGNAL: 'Readings of signals were recorded, or where they come from was changed.',
  STATUS_UPDATE: 'Somebody told how it is doing.',
  COMMENT: 'A comment was posted, edited or deleted.',
  TICKET: 'A ticket was linked or unlinked, or the tickets of a criterion were done or open again.',
  EFFORT: 'Effort was booked, reversed, or came too late.',
  BENEFITS: 'A benefits review was opened or completed.',
  FINDING: 'A finding was raised, cleared, muted or unmuted.',
  CHANGE: 'It was entered, or what is said of it was changed; all else too.',
});

@ObjectType('Activity', {
  description:
    'Something that happened to an initiative, told for people; the audit event of the same id has the proof.',
})
export class ActivityType implements Activity {
  @Field(() => ID, { description: 'That of the audit event.' })
  id: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at: Instant;

  @Field(() => ActivityKindEnum, { description: 'What it is about.' })
  kind: ActivityKind;

  @Field(() => String, {
    description: 'What was done, to be read after the name of who did it, for instance `decided gate Scale-up: go`.',
  })
  deed: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What was said with it: the reason, note or title. Null where nothing was; comments keep their words to themselves.',
  })
  note: string | null;

  @Field(() => String, { nullable: true, description: 'The gate it is about, by its key.' })
  gateKey: string | null;

  @Field(() => String, { nullable: true, description: 'The criterion it is about, by its key.' })
  criterionKey: string | null;

  @Field(() => String, { description: 'The type of what was changed, as the API names it.' })
  subjectType: string;

  @Field(() => ID, { description: 'The id of what was changed.' })
  subjectId: string;
}

export const ActivityConnection = connectionTypes(ActivityType, 'Activity', 'activities');
