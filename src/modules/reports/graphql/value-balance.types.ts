import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { ValueThesis as Thesis } from '../../../domain/initiatives/initiative.js';
import type { ValueBalanceRow } from '../../../domain/reports/value-balance.js';
import { DecimalScalar } from '../../../platform/graphql/scalars.js';
import { ValueThesis } from '../../initiatives/graphql/initiative.enums.js';

@ObjectType('ValueBalanceRow', { description: 'What is done and worked in a period for one kind of value.' })
export class ValueBalanceRowType implements ValueBalanceRow {
  @Field(() => ValueThesis, { description: 'The value the initiatives are expected to bring.' })
  valueThesis: Thesis;

  @Field(() => Int, { description: 'How many initiatives were ACTIVE or ON_HOLD at some time in the period.' })
  initiatives: number;

  @Field(() => DecimalScalar, { description: 'The effort booked for days of the period, in person-days.' })
  personDays: Decimal;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Its share of all person-days, in percent with one decimal; the rows add up to exactly 100.0. Null where nothing was booked.',
  })
  percent: Decimal | null;
}
