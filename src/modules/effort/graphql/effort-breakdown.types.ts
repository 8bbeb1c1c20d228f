import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { AllocationVerdict as Verdict } from '../../../domain/effort/split-effort.js';
import type { InvestmentClass as Class } from '../../../domain/initiatives/initiative.js';
import { DecimalScalar } from '../../../platform/graphql/scalars.js';
import { InvestmentClass } from '../../initiatives/graphql/initiative.enums.js';
import { AllocationCategoryType } from '../../portfolios/graphql/allocation-scheme.types.js';
import type { CategoryConcentration, ToldSpread } from '../queries/effort-breakdowns.js';
import { AllocationVerdict } from './effort.enums.js';

@ObjectType('InvestmentShare', {
  description: 'What initiatives of one class got. Percentages have one decimal and add up to exactly 100.0.',
})
export class InvestmentShareType {
  @Field(() => InvestmentClass, { description: 'The class.' })
  investmentClass: Class;

  @Field(() => DecimalScalar, { description: 'The share it should get, in percent.' })
  targetPercent: Decimal;

  @Field(() => DecimalScalar, { description: 'By how many percentage points it may be off and still be WITHIN.' })
  tolerancePoints: Decimal;

  @Field(() => DecimalScalar, { description: 'Effort on its initiatives, in person-days.' })
  personDays: Decimal;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Its share of all effort, in percent; null where there is no effort.',
  })
  percent: Decimal | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The percent less the target, in percentage points; null where there is no percent.',
  })
  deviationPoints: Decimal | null;

  @Field(() => AllocationVerdict, { description: 'How it compares with the target.' })
  verdict: Verdict;
}

@ObjectType('InvestmentMix', {
  description:
    'The mix of initiatives, weighted by effort: CORE 70, ADJACENT 20, TRANSFORMATIONAL 10, each give or take 5 points. All effort counts, uncategorised effort too.',
})
export class InvestmentMixType {
  @Field(() => String, { description: 'What it finds, as one sentence with its numbers.' })
  headline: string;

  @Field(() => DecimalScalar, { description: 'All effort of the period, in person-days.' })
  personDays: Decimal;

  @Field(() => [InvestmentShareType], { description: 'One share for each class: CORE, ADJACENT, TRANSFORMATIONAL.' })
  shares: InvestmentShareType[];
}

@ObjectType('EffortConcentration', {
  description:
    'How few initiatives hold most of a category: the fewest that hold at least half of it, those with most effort on it.',
})
export class EffortConcentrationType implements CategoryConcentration {
  @Field(() => AllocationCategoryType, {
    nullable: true,
    description: 'The category; null for what has none of this scheme.',
  })
  category: AllocationCategoryType | null;

  @Field(() => Int, { description: 'How many initiatives hold it; 0 where there is no effort.' })
  holders: number;

  @Field(() => Int, { description: 'How many initiatives have any effort on it.' })
  of: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What the holders hold together, in percent; null where there is no effort.',
  })
  percent: Decimal | null;

  @Field(() => [String], { description: 'The keys of the holders, the one with most first; on a tie by key.' })
  initiativeKeys: string[];

  @Field(() => String, { description: 'The same as a sentence.' })
  sentence: string;
}

@ObjectType('EffortSpread', {
  description:
    'A category in the whole and in the middle of the initiatives: far apart, a few big initiatives make the picture.',
})
export class EffortSpreadType implements ToldSpread {
  @Field(() => AllocationCategoryType, { description: 'The category, with its target.' })
  category: AllocationCategoryType;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Its share of the whole, weighted by effort, in percent; null where nothing is categorised.',
  })
  percent: Decimal | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "The median of the initiatives' own shares, large and small ones alike, in percent; of an even number the mean of the two in the middle. Null where nothing is categorised.",
  })
  medianPercent: Decimal | null;

  @Field(() => Int, { description: 'How many initiatives have categorised effort.' })
  initiatives: number;

  @Field(() => String, { description: 'The same as a sentence.' })
  sentence: string;
}
