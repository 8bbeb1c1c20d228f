import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import {
  FINDING_CODES,
  FINDING_LEVELS,
  type FindingCode,
  type FindingLevel,
} from '../../../domain/findings/finding.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';
import { DateScalar, DateTimeScalar, JsonScalar } from '../../../platform/graphql/scalars.js';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import { Text } from '../../../platform/graphql/validators.js';
import type { FindingMute } from '../queries/finding-list.js';

export const FindingCodeEnum = graphqlEnum('FindingCode', FINDING_CODES, 'Which rule found it.', {
  PRIMARY_UP_GUARDRAIL_BREACHED: 'A primary KPI is better than its baseline while a guardrail is breached.',
  SIGNAL_BREACHED: 'A signal of the monitoring plan is beyond its breach threshold, or silent for twice its cadence.',
  CONDITION_OVERDUE: 'A condition of a gate that was passed was not closed by its due date.',
  ZOMBIE: 'It is stuck, and nobody has done anything for it for 30 days.',
  GUARDRAIL_BREACHED: 'A guardrail is beyond its limit.',
  POC_TRAP: 'It is stuck in a proof of concept.',
  PROXY_DIVERGENCE: 'A model KPI was better at three measurements in a row, and no primary KPI is.',
  TARGET_EASED: 'A target was made easier within 30 days before a review, or while it went on.',
  MODEL_METRIC_ONLY: 'Every primary KPI is of class MODEL.',
  VANITY_METRIC: 'Every primary KPI is of class USAGE.',
  NO_GUARDRAIL: 'There is a primary KPI and no guardrail.',
  BASELINE_AFTER_PILOT: 'The baseline of a primary KPI was not measured before the pilot began.',
  UX_TOO_LATE: 'It stands in category PILOT or later without any accepted UX review.',
  NO_MEASUREMENT: 'A primary KPI has had no measurement for 45 days, in category PILOT or later.',
  EVIDENCE_STALE: 'Evidence of a gate that was passed, or that it stands at, ran out.',
  WAIVER_EXPIRING: 'A waiver that a criterion rests on ends within 14 days.',
  PLAN_WITHOUT_EFFORT: 'A change plan is met, and nobody has worked on people and process for 60 days.',
  EVIDENCE_EXPIRING: 'Evidence of a gate that was passed, or that it stands at, runs out within 30 days.',
  RUBBER_STAMP: 'Over 95 percent of the last 20 decisions of a gate were GO.',
  ALLOCATION_OFF_TARGET: 'A category of effort was outside of its tolerance two quarters in a row.',
  WIP_EXCEEDED: 'More initiatives stand in a stage than may.',
  POINT_SOLUTION: 'Three or more live initiatives of one business unit are chat assistants.',
});

export const FindingLevelEnum = graphqlEnum('FindingLevel', FINDING_LEVELS, 'How much a finding matters.', {
  INFO: 'Good to know.',
  WARNING: 'Somebody has to look at it.',
  CRITICAL: 'Somebody has to act.',
});

@ObjectType('FindingMute', {
  description:
    'That somebody does not want to be told of a finding for a while. It is looked at, and counts for health, as before.',
})
export class FindingMuteType implements Omit<FindingMute, 'id' | 'mutedById' | 'endedById'> {
  @Field(() => String, { description: 'Why.' })
  reason: string;

  @Field(() => DateScalar, { description: "The last day it holds on, in the portfolio's time zone." })
  until: CalendarDate;

  @Field(() => DateTimeScalar, { description: 'When it was muted.' })
  mutedAt: Instant;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When somebody ended it, by unmuting the finding or by muting it anew; null: it ends with its last day.',
  })
  endedAt: Instant | null;
}

@ObjectType('Finding', {
  description: 'What an explainable rule found, with the facts it rests on; never a score.',
})
export class FindingType {
  @Field(() => ID, { description: 'The same from being raised until being cleared.' })
  id: string;

  @Field(() => FindingCodeEnum, { description: 'Which rule found it.' })
  code: FindingCode;

  @Field(() => FindingLevelEnum, { description: 'How much it matters.' })
  level: FindingLevel;

  @Field(() => DateTimeScalar, { description: 'Since when it holds without a break.' })
  since: Instant;

  @Field(() => String, { description: 'One sentence: what was found, and why it matters.' })
  message: string;

  @Field(() => JsonScalar, { description: 'The facts the sentence is made of.' })
  facts: Readonly<Record<string, unknown>>;

  @Field(() => DateTimeScalar, { description: 'When it was noticed: at the earliest when it began to hold.' })
  raisedAt: Instant;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was noticed that it holds no more; null: it holds.',
  })
  clearedAt: Instant | null;

  @Field(() => FindingMuteType, { nullable: true, description: 'Its mute, where it is muted today.' })
  mute: FindingMute | null;
}

export const FindingConnection = connectionTypes(FindingType, 'Finding', 'findings', true);

@ObjectType('FindingPayload', { description: 'The finding, or why not.' })
export class FindingPayload extends Payload {
  @Field(() => FindingType, { nullable: true, description: 'The finding; null when refused.' })
  finding?: FindingType;
}

@InputType({ description: 'Why a finding is not to be told for a while, and until when.' })
export class FindingMuteInput {
  @Field(() => String, { description: 'Why, 1 to 4,000 characters.' })
  @Text(4_000)
  reason: string;

  @Field(() => DateScalar, {
    description:
      "The last day it is not to be told on, in the portfolio's time zone: today at the earliest, 180 days ahead at the latest.",
  })
  until: CalendarDate;
}
