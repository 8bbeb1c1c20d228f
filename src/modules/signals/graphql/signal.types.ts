import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { SignalKind as Kind } from '../../../domain/gates/evidence.js';
import type { ReadingStatus } from '../../../domain/signals/plan-readings.js';
import type { SignalLevel } from '../../../domain/signals/signal-standing.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';
import { Payload, UserError } from '../../../platform/graphql/user-error.types.js';
import { SignalKind } from '../../evidence/graphql/evidence.enums.js';
import type { SignalReading } from '../queries/signal-readings.js';
import type { WatchedSignal } from '../queries/signal-standings.js';
import type { SignalSource } from '../queries/signal-sources.js';
import { SignalLevelEnum, SignalRecordStatus } from './signal.enums.js';

@ObjectType('SignalReading', { description: 'One recorded value of a signal. It is never changed or deleted.' })
export class SignalReadingType implements Omit<SignalReading, 'recordedById'> {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => DateTimeScalar, { description: 'The instant it is of.' })
  at: Instant;

  @Field(() => DecimalScalar, { description: 'The value.' })
  value: Decimal;

  @Field(() => String, { description: 'The system or person it comes from; prometheus for what was pulled.' })
  source: string;

  @Field(() => String, { nullable: true, description: 'Its identifier at the source; null where it has none.' })
  externalId: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Instant;
}

export const SignalReadingConnection = connectionTypes(SignalReadingType, 'SignalReading', 'readings of a signal');

@ObjectType('SignalSource', { description: 'Where the values of a signal are asked for, and how that went last.' })
export class SignalSourceType implements Omit<SignalSource, 'portfolioId' | 'initiativeId' | 'setById'> {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => String, { description: 'The signal, by its name in the monitoring plan.' })
  signal: string;

  @Field(() => String, { description: 'The address of the Prometheus.' })
  url: string;

  @Field(() => String, { description: 'The PromQL it is asked with.' })
  query: string;

  @Field(() => Int, { description: 'How often it is asked, in seconds.' })
  intervalSeconds: number;

  @Field(() => Boolean, { description: 'Whether it is asked with a bearer token.' })
  hasBearerToken: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was set as it stands.' })
  setAt: Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was asked last; null before the first time.' })
  lastPulledAt: Instant | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why no value came when it was asked last; null where one came.',
  })
  lastProblem: string | null;
}

@ObjectType('Signal', { description: 'A signal of the monitoring plan in force, and where it stands.' })
export class SignalType implements Pick<
  WatchedSignal,
  'name' | 'level' | 'since' | 'value' | 'unit' | 'threshold' | 'lastAt'
> {
  @Field(() => String, { description: 'What is watched, unique in the plan.' })
  name: string;

  @Field(() => SignalKind, { description: 'What it tells of.' })
  kind: Kind;

  @Field(() => SignalLevelEnum, { description: 'Where it stands.' })
  level: SignalLevel;

  @Field(() => DateTimeScalar, {
    description: 'Since when it is on this level; at the earliest since the plan was accepted.',
  })
  since: Instant;

  @Field(() => String, { description: 'One sentence: where it stands, since when and why.' })
  message: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The newest value; null where none ever came.' })
  value: Decimal | null;

  @Field(() => String, { nullable: true, description: 'The unit of the KPI that is watched; null for other kinds.' })
  unit: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The threshold that is crossed, else the breach threshold to keep to; null where there is none.',
  })
  threshold: Decimal | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The instant of the newest reading; null where none ever came.',
  })
  lastAt: Instant | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'It warns when the value is above this.' })
  warnAbove: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'It warns when the value is below this.' })
  warnBelow: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'It is breached when the value is above this.' })
  breachAbove: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'It is breached when the value is below this.' })
  breachBelow: Decimal | null;

  @Field(() => Int, { description: 'How often a reading is expected, in hours; after twice that it is silent.' })
  cadenceHours: number;
}

@ObjectType('SignalRecordRow', { description: 'What became of one row.' })
export class SignalRecordRow {
  @Field(() => Int, { description: 'Its place in what was sent, from 0.' })
  index: number;

  @Field(() => SignalRecordStatus, { description: 'What became of it.' })
  status: ReadingStatus;

  @Field(() => [UserError], { description: 'Why it was refused; empty unless it was.' })
  userErrors: UserError[];
}

@ObjectType('SignalsRecordPayload', { description: 'Row by row: a bad row refuses itself only.' })
export class SignalsRecordPayload extends Payload {
  @Field(() => Int, { description: 'How many rows are new.' })
  recorded: number;

  @Field(() => Int, { description: 'How many rows were there already with the same value.' })
  duplicates: number;

  @Field(() => Int, { description: 'How many rows were refused.' })
  refused: number;

  @Field(() => [SignalRecordRow], { description: 'Every row, in the order sent.' })
  rows: SignalRecordRow[];
}

@ObjectType('SignalSourcePayload', { description: 'The source, or why not.' })
export class SignalSourcePayload extends Payload {
  @Field(() => SignalSourceType, { nullable: true, description: 'The source; null when refused, or removed.' })
  source?: SignalSourceType;
}
