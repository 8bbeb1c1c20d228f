import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import type { ClassificationRule } from '../../../domain/effort/classification-rule.js';
import type { CategorySource as Source } from '../../../domain/effort/effort.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import type { PublishedRules } from '../queries/classification-rules.js';
import type { EffortSplit } from '../queries/effort-splits.js';
import { EffortSplitType } from './effort-split.types.js';
import { CategorySource } from './effort.enums.js';

@ObjectType('ClassificationRule', {
  description: 'A rule: work that meets every condition stated is of its category, or belongs to its initiative.',
})
export class ClassificationRuleType implements ClassificationRule {
  @Field(() => String, { description: 'What people call it; entries of effort name the rule that classified them.' })
  name: string;

  @Field(() => ID, { nullable: true, description: 'Came in by this connection; null: no condition.' })
  connectionId: string | null;

  @Field(() => [String], { description: 'Has any of these labels; empty: no condition.' })
  labels: string[];

  @Field(() => [String], { description: 'Is on any of these components; empty: no condition.' })
  components: string[];

  @Field(() => [String], { description: 'Its ticket is of any of these types; empty: no condition.' })
  ticketTypes: string[];

  @Field(() => [String], { description: 'Its ticket is in any of these projects; empty: no condition.' })
  projectKeys: string[];

  @Field(() => String, { nullable: true, description: 'The category that effort like this is of.' })
  categoryKey: string | null;

  @Field(() => String, { nullable: true, description: 'The initiative that tickets like this belong to, by key.' })
  initiativeKey: string | null;

  @Field(() => String, { nullable: true, description: 'The criterion of that initiative they are to be done for.' })
  criterionKey: string | null;
}

@ObjectType('ClassificationRules', {
  description: 'A version of the rules that give effort its category. Once published it never changes.',
})
export class ClassificationRulesType implements Omit<PublishedRules, 'publishedById'> {
  @Field(() => Int, { description: 'The version, from 1 and without a gap; entries of effort name it.' })
  version: number;

  @Field(() => DateTimeScalar, { description: 'When it was published.' })
  publishedAt: Instant;

  @Field(() => [ClassificationRuleType], { description: 'The rules in the order of their rank: the first match wins.' })
  rules: ClassificationRuleType[];
}

@ObjectType('EffortReclassification', {
  description: 'An entry of effort as it was classified, and how the rules classify it.',
})
export class EffortReclassificationType {
  readonly entryId: string;

  @Field(() => String, { nullable: true, description: 'The category by the rules; null: uncategorised.' })
  categoryKey: string | null;

  @Field(() => CategorySource, { description: 'Where that comes from.' })
  categorySource: Source;

  @Field(() => String, { nullable: true, description: 'The rule that gives it; null where none does.' })
  ruleName: string | null;
}

@ObjectType('ClassificationRulesPayload', {
  description: 'What rules change, or would change. Entries whose category was stated never change.',
})
export class ClassificationRulesPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'The version that was published; null for a preview.' })
  version: number | null;

  @Field(() => Int, {
    description:
      'How many entries of open periods, of all days, got another category, source or rule, or would get it. While it is not finished, so far.',
  })
  changedEntries: number;

  @Field(() => Boolean, {
    description: 'Whether all entries were looked at. False after a publication with very many: a job does the rest.',
  })
  isFinished: boolean;

  @Field(() => [EffortReclassificationType], { description: 'The first 100 of these entries, by the day worked.' })
  changes: EffortReclassificationType[];

  @Field(() => Int, {
    description: 'How many entries of closed periods would be classified otherwise. They are left as they are.',
  })
  closedEntries: number;

  @Field(() => [EffortReclassificationType], {
    description: 'The first 100 of these entries, by the day worked: what each would now be.',
  })
  closedChanges: EffortReclassificationType[];

  @Field(() => EffortSplitType, {
    nullable: true,
    description: 'The effort of the days asked for, as it was split before.',
  })
  before: EffortSplit | null;

  @Field(() => EffortSplitType, {
    nullable: true,
    description: 'The same by these rules, once every entry of an open period follows them.',
  })
  after: EffortSplit | null;
}
