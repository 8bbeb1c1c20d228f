import { Field, ID, InputType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';

/** Its values are checked by the domain, all rules at once. */
@InputType({
  description:
    'A rule: work that meets every condition stated is of this category, tickets like it belong to this initiative, or both. It states at least one condition and at least one of the two.',
})
export class ClassificationRuleInput {
  @Field(() => String, { description: 'What people call it, 1 to 200 characters; unique among the rules.' })
  name: string;

  @Field(() => ID, { nullable: true, description: 'Came in by this connection.' })
  connectionId?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Has any of these labels, in whichever case; at most 100 of 1 to 200 characters. Empty: no condition.',
  })
  labels?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Is on any of these components, in whichever case; at most 100. Empty: no condition.',
  })
  components?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Its ticket is of any of these types, in whichever case; at most 100. Empty: no condition.',
  })
  ticketTypes?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Its ticket is in any of these projects, in whichever case; at most 100. Empty: no condition.',
  })
  projectKeys?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The category that effort like this is of.' })
  categoryKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The initiative that tickets like this belong to, by key. It links tickets; effort stays on the initiative it was sent for, and a rule without a category classifies nothing.',
  })
  initiativeKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The criterion of that initiative, of kind TICKETS_DONE, that tickets like this are to be done for.',
  })
  criterionKey?: string | null;
}

@InputType({ description: 'Rules that give effort its category. They take the place of all that were in force.' })
export class ClassificationRulesPublishInput {
  @Field(() => [ClassificationRuleInput], {
    description: 'The rules, at most 200, in the order of their rank: the first match wins.',
  })
  rules: ClassificationRuleInput[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Show their effect from this day through today; null: of the last whole quarter.',
  })
  dryRunFrom?: CalendarDate | null;
}
