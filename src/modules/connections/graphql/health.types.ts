import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import type { ConnectionStatus, SignatureFailureReason } from '../../../domain/tickets/connection-health.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import type { HealthReport, SignatureFailure } from '../queries/connection-healths.js';
import { ConnectionStatusEnum, SignatureFailureReasonEnum } from './health.enums.js';

@ObjectType('SignatureFailure', {
  description: 'A delivery that was refused for its signature; nothing of what it said is kept.',
})
export class SignatureFailureType implements Omit<SignatureFailure, 'connectionId'> {
  @Field(() => DateTimeScalar, { description: 'When it came.' })
  at: Instant;

  @Field(() => SignatureFailureReasonEnum, { description: 'Why.' })
  why: SignatureFailureReason;
}

@ObjectType('ConnectionHealth', { description: 'How a connection is doing now.' })
export class ConnectionHealthType implements Omit<HealthReport, 'recentSignatureFailures'> {
  @Field(() => ConnectionStatusEnum, { description: 'The worst that is so.' })
  status: ConnectionStatus;

  @Field(() => String, { description: 'All that is so, the worst first, and what to do about it.' })
  message: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last delivery was received.' })
  lastDeliveryAt: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last one that changed something was applied.' })
  lastAppliedAt: Instant | null;

  @Field(() => Int, {
    description: 'How many were received and are yet to be applied, those too that are tried again later.',
  })
  waiting: number;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many seconds the oldest has been waiting; null where none waits.',
  })
  lagSeconds: number | null;

  @Field(() => Int, { description: 'How many FAILED and were not dismissed.' })
  failed: number;

  @Field(() => Int, { description: 'How many are QUARANTINED and were not dismissed.' })
  quarantined: number;

  @Field(() => Int, { description: 'How many failed their signature in the last ten minutes; at most 20 are counted.' })
  signatureFailures: number;

  @Field(() => Boolean, {
    description: 'Whether those are five or more: the secret may have changed on one side only.',
  })
  signatureAlarm: boolean;

  @Field(() => [SignatureFailureType], { description: 'The last 20 that failed their signature, the newest first.' })
  recentSignatureFailures: readonly SignatureFailureType[];
}
