import { ArgsType, Field, Int } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { CategorySource as Source, EffortMethod as Method } from '../../../domain/effort/effort.js';
import type { StageCategory } from '../../../domain/gates/gate.js';
import type { InvestmentClass as Class, ValueThesis as Thesis } from '../../../domain/initiatives/initiative.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { MayBeNull, Whole } from '../../../platform/graphql/validators.js';
import { InvestmentClass, ValueThesis } from '../../initiatives/graphql/initiative.enums.js';
import { StageCategoryEnum } from '../../templates/graphql/template.enums.js';
import type { EffortFilter } from '../queries/effort-filter.js';
import { CategorySource, EffortMethod } from './effort.enums.js';

/** Which entries of the ledger, and which page of them. */
@ArgsType()
export class EffortEntriesArgs implements EffortFilter {
  @Field(() => DateScalar, { nullable: true, description: 'The first day worked; null for no limit.' })
  from?: CalendarDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day worked; null for no limit.' })
  to?: CalendarDate | null;

  @Field(() => String, { nullable: true, description: 'Only of this initiative, by key.' })
  initiativeKey?: string | null;

  @Field(() => String, { nullable: true, description: 'Only on this category.' })
  categoryKey?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only without a category; false: only with one.' })
  uncategorised?: boolean | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'For `uncategorised`: the day whose scheme decides which categories there are, as in a report whose last day it is; null: any category that any scheme ever had counts as one.',
  })
  schemeOn?: CalendarDate | null;

  @Field(() => String, { nullable: true, description: 'Only of this person; empty: only where nobody is named.' })
  person?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only of initiatives of this business unit, by name; empty: only of those without one.',
  })
  businessUnit?: string | null;

  @Field(() => ValueThesis, { nullable: true, description: 'Only of initiatives with this value thesis.' })
  valueThesis?: Thesis | null;

  @Field(() => InvestmentClass, { nullable: true, description: 'Only of initiatives of this investment class.' })
  investmentClass?: Class | null;

  @Field(() => StageCategoryEnum, {
    nullable: true,
    description:
      'Only what was worked on a day at whose end the initiative stood in a stage of this category; before its first stage INTAKE.',
  })
  stageCategory?: StageCategory | null;

  @Field(() => String, { nullable: true, description: 'Only from this tool or file.' })
  source?: string | null;

  @Field(() => EffortMethod, { nullable: true, description: 'Only what came to be like this.' })
  method?: Method | null;

  @Field(() => CategorySource, { nullable: true, description: 'Only where the category comes from there.' })
  categorySource?: Source | null;

  @Field(() => String, { nullable: true, description: 'Only what this classification rule gave its category.' })
  ruleName?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Only what was recorded by then, of initiatives and stages as they were known then; null: all that is known. With it the pages stay as they are, whatever is recorded meanwhile.',
  })
  asOf?: Instant | null;

  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'How many, 1 to 100.' })
  @MayBeNull()
  @Whole(1, 100)
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor to go on after.' })
  after?: string | null;
}
