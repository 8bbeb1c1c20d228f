import { Field, ObjectType } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import {
  FINDING_CODES,
  FINDING_LEVELS,
  type Finding,
  type FindingCode,
  type FindingLevel,
} from '../../../domain/findings/finding.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';
import { DateTimeScalar, JsonScalar } from '../../../platform/graphql/scalars.js';

export const FindingCodeEnum = graphqlEnum('FindingCode', FINDING_CODES, 'Which rule found it.', {
  PRIMARY_UP_GUARDRAIL_BREACHED: 'A primary KPI is better than its baseline while a guardrail is breached.',
  GUARDRAIL_BREACHED: 'A guardrail is beyond its limit.',
  CONDITION_OVERDUE: 'A condition of a gate that was passed was not closed by its due date.',
  ZOMBIE: 'It is stuck, and nobody has done anything for it for 30 days.',
  POC_TRAP: 'It is stuck in a proof of concept.',
  PLAN_WITHOUT_EFFORT: 'A change plan is met, and nobody has worked on people and process for 60 days.',
});

export const FindingLevelEnum = graphqlEnum('FindingLevel', FINDING_LEVELS, 'How much a finding matters.', {
  INFO: 'Good to know.',
  WARNING: 'Somebody has to look at it.',
  CRITICAL: 'Somebody has to act.',
});

@ObjectType('Finding', {
  description: 'What an explainable rule found, with the facts it rests on; never a score.',
})
export class FindingType implements Finding {
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
}
