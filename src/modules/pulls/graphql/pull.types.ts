import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import { PULL_KINDS, PULL_STATUSES, type PullKind, type PullRun, type PullStatus } from '../queries/pull-runs.js';

export const PullKindEnum = graphqlEnum('PullKind', PULL_KINDS, 'What a tool was asked for.', {
  BACKFILL: 'The past, from an instant on.',
  RECONCILE: 'What has changed since it was asked last.',
  COMPARE: 'Every linked ticket, one by one: so deletions are seen that the tool lists nowhere.',
});

export const PullStatusEnum = graphqlEnum('PullStatus', PULL_STATUSES, 'How a run stands.', {
  RUNNING: 'It is under way.',
  DONE: 'It has read everything up to when it ended.',
  FAILED: 'It could not go on; the next run goes on from there.',
});

@ObjectType('PullRun', {
  implements: () => Node,
  description: 'One time a ticketing tool was asked for what it has, and what came of it.',
})
export class PullRunType implements Omit<
  PullRun,
  'portfolioId' | 'connectionId' | 'streams' | 'startedById' | 'events'
> {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => PullKindEnum, { description: 'What the tool was asked for.' })
  kind: PullKind;

  @Field(() => PullStatusEnum, { description: 'How it stands.' })
  status: PullStatus;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  startedAt: Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null while it is under way.' })
  endedAt: Instant | null;

  @Field(() => Int, { description: 'How many pages were read and taken in.' })
  pages: number;

  @Field(() => Int, { description: 'How many tickets, entries of work and readings are other than before by it.' })
  changed: number;

  @Field(() => Int, {
    description: 'How many of the changes a webhook should have told and did not: of a backfill none.',
  })
  found: number;

  @Field(() => String, { nullable: true, description: 'Why it could not go on, and what to do; null where it could.' })
  failure: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The tool wants not to be asked before then; null where it did not say so.',
  })
  notBefore: Instant | null;
}

@ObjectType('PullRunPayload', { description: 'The run as it began, or why not.' })
export class PullRunPayload extends Payload {
  @Field(() => PullRunType, { nullable: true, description: 'The run; null when refused.' })
  run?: PullRunType;
}
