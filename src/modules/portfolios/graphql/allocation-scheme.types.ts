import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { AllocationCategory, AllocationScheme } from '../../../domain/effort/scheme.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';

@ObjectType('AllocationCategory', { description: 'What share of the effort a category should get.' })
export class AllocationCategoryType implements AllocationCategory {
  @Field(() => String, { description: 'Its key, for instance `PEOPLE_PROCESS`; entries of effort name it.' })
  key: string;

  @Field(() => String, { description: 'What people call it.' })
  name: string;

  @Field(() => DecimalScalar, { description: 'The share it should get, in percent.' })
  targetPercent: Decimal;

  @Field(() => DecimalScalar, {
    description: 'By how many percentage points the share may miss the target and still be WITHIN.',
  })
  tolerancePoints: Decimal;
}

@ObjectType('AllocationScheme', {
  implements: () => Node,
  description:
    'A version of the rule of how effort should be split; the default is PEOPLE_PROCESS 70, TECHNOLOGY_DATA 20, ALGORITHMS 10. Once published it never changes.',
})
export class AllocationSchemeType implements AllocationScheme {
  @Field(() => ID, { description: 'A UUIDv7, one for each version.' })
  id: string;

  @Field(() => String, { description: 'Its key, for instance `effort-70-20-10`.' })
  key: string;

  @Field(() => Int, { description: 'The version, from 1.' })
  version: number;

  @Field(() => DateScalar, {
    description: 'The first day it is the yardstick for; it stays so until a newer version begins.',
  })
  validFrom: CalendarDate;

  @Field(() => DateTimeScalar, { description: 'When it was published; as of an instant before that it did not count.' })
  publishedAt: Instant;

  @Field(() => DecimalScalar, {
    description: 'Below this share of categorised effort, in percent, there is no verdict.',
  })
  coverageFloorPercent: Decimal;

  @Field(() => [AllocationCategoryType], { description: 'Its categories, in the order they were published in.' })
  categories: AllocationCategoryType[];
}
