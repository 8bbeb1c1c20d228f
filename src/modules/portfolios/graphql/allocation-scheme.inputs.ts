import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';
import { ListOf, Tidied } from '../../../platform/graphql/validators.js';

// The types of Nest take the class of a scalar for that of its values.
const DEFAULT_TOLERANCE = '5' as never;
const DEFAULT_FLOOR = '80' as never;

@InputType({ description: 'What share of the effort a category should get.' })
export class AllocationCategoryInput {
  @Field(() => String, {
    description:
      'Its key, unique in the scheme: 1 to 40 capital letters, digits and underscores, beginning with a letter; entries of effort name it.',
  })
  key: string;

  @Field(() => String, { description: 'What people call it, unique in the scheme, 1 to 200 characters.' })
  @Tidied()
  name: string;

  @Field(() => DecimalScalar, {
    description: 'The share it should get, 0 to 100 percent with at most two decimals; together they are exactly 100.',
  })
  targetPercent: Decimal;

  @Field(() => DecimalScalar, {
    nullable: true,
    defaultValue: DEFAULT_TOLERANCE,
    description: 'By how many percentage points it may be off, 0 to 100 with at most two decimals.',
  })
  tolerancePoints?: Decimal | null;
}

@InputType({ description: 'How effort should be split, to be published.' })
export class AllocationSchemePublishInput {
  @Field(() => String, {
    description: 'Its key: 1 to 40 small letters, digits and hyphens, beginning with a letter.',
  })
  key: string;

  @Field(() => DateScalar, {
    description:
      'The first day it is the yardstick for; it stays so until a newer version begins. In the past it changes the yardstick of periods that are over, and their reports say so.',
  })
  validFrom: CalendarDate;

  @Field(() => DecimalScalar, {
    nullable: true,
    defaultValue: DEFAULT_FLOOR,
    description:
      'Below this share of categorised effort there is no verdict, 0 to 100 percent with at most two decimals.',
  })
  coverageFloorPercent?: Decimal | null;

  @Field(() => [AllocationCategoryInput], { description: 'Its categories in their order, 1 to 20.' })
  @ListOf(0, 100)
  @ValidateNested()
  @Type(() => AllocationCategoryInput)
  categories: AllocationCategoryInput[];
}
