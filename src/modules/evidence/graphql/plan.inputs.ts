import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { SignalKind as Kind } from '../../../domain/gates/evidence.js';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';
import { DecimalBetween, ListOf, MayBeNull, Text, WebAddress, Whole } from '../../../platform/graphql/validators.js';
import { SignalKind } from './evidence.enums.js';

@InputType({ description: 'One thing that is watched in operation, and when to warn.' })
export class MonitoredSignalInput {
  @Field(() => String, { description: 'What is watched, 1 to 200 characters.' })
  @Text(200)
  name: string;

  @Field(() => SignalKind, { description: 'What it tells of.' })
  kind: Kind;

  @Field(() => ID, { nullable: true, description: 'The KPI of the initiative that is watched; needed for kind KPI.' })
  kpiId?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Warn when the value is above this.' })
  warnAbove?: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Warn when the value is below this.' })
  warnBelow?: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Breached when the value is above this.' })
  breachAbove?: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Breached when the value is below this.' })
  breachBelow?: Decimal | null;

  @Field(() => Int, { description: 'How often it is looked at, in hours, 1 to 8,784.' })
  @Whole(1, 8_784)
  cadenceHours: number;

  @Field(() => String, { description: 'Where the alarm goes, 1 to 500 characters.' })
  @Text(500)
  alertChannel: string;

  @Field(() => String, { description: 'Who acts on it, 1 to 200 characters.' })
  @Text(200)
  owner: string;
}

@InputType({ description: 'How a solution is watched once it runs, and what is done when it goes wrong.' })
export class MonitoringPlanInput {
  @Field(() => String, { description: 'The plan in short, 1 to 4,000 characters.' })
  @Text(4_000)
  summary: string;

  @Field(() => DateScalar, { description: 'The day it takes effect, at most 366 days ahead.' })
  effectiveOn: CalendarDate;

  @Field(() => [MonitoredSignalInput], { description: 'What is watched, at most 200 signals.' })
  @ListOf(0, 200)
  @ValidateNested()
  @Type(() => MonitoredSignalInput)
  signals: MonitoredSignalInput[];

  @Field(() => String, { description: 'The web address of the runbook.' })
  @WebAddress()
  runbookUrl: string;

  @Field(() => String, { description: 'How it is taken out of use or set back, 1 to 4,000 characters.' })
  @Text(4_000)
  rollbackProcedure: string;

  @Field(() => String, { description: 'Who is called, 1 to 500 characters.' })
  @Text(500)
  onCall: string;

  @Field(() => Int, { description: 'How often the plan itself is reviewed, in days, 1 to 3,660.' })
  @Whole(1, 3_660)
  reviewCadenceDays: number;

  @Field(() => String, { nullable: true, description: 'The web address of the whole plan.' })
  @MayBeNull()
  @WebAddress()
  url?: string | null;
}

@InputType({ description: 'People whose work changes.' })
export class AffectedGroupInput {
  @Field(() => String, { description: 'Who they are, 1 to 200 characters.' })
  @Text(200)
  name: string;

  @Field(() => Int, { description: 'How many they are, 0 or more.' })
  @Whole(0, 10_000_000)
  people: number;

  @Field(() => String, { description: 'What changes for them, 1 to 4,000 characters.' })
  @Text(4_000)
  impact: string;

  @Field(() => String, { description: 'How they are trained, 1 to 4,000 characters.' })
  @Text(4_000)
  training: string;
}

@InputType({ description: 'How the people concerned are taken along.' })
export class ChangePlanInput {
  @Field(() => String, { description: 'The plan in short, 1 to 4,000 characters.' })
  @Text(4_000)
  summary: string;

  @Field(() => DateScalar, { description: 'The day it takes effect, at most 366 days ahead.' })
  effectiveOn: CalendarDate;

  @Field(() => [AffectedGroupInput], { description: 'Whose work changes, at most 200 groups.' })
  @ListOf(0, 200)
  @ValidateNested()
  @Type(() => AffectedGroupInput)
  groups: AffectedGroupInput[];

  @Field(() => String, { description: 'How they are told, 1 to 4,000 characters.' })
  @Text(4_000)
  communications: string;

  @Field(() => String, { description: 'Whom they ask, 1 to 500 characters.' })
  @Text(500)
  supportContact: string;

  @Field(() => DecimalScalar, { description: 'How many of them are to use it, in percent, 0 to 100.' })
  @DecimalBetween('0', '100')
  adoptionTargetPercent: Decimal;

  @Field(() => DateScalar, { description: 'By when.' })
  adoptionTargetDate: CalendarDate;

  @Field(() => String, { description: 'Who answers for the change, 1 to 200 characters.' })
  @Text(200)
  changeOwner: string;

  @Field(() => String, { nullable: true, description: 'The web address of the whole plan.' })
  @MayBeNull()
  @WebAddress()
  url?: string | null;
}
