import { Context, Parent, Resolver } from '@nestjs/graphql';
import { headlineOf } from '../../../domain/effort/headline.js';
import { schemeNoteOf } from '../../../domain/effort/scheme-note.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { EffortBreakdowns } from '../queries/effort-breakdowns.js';
import type { EffortSplit } from '../queries/effort-splits.js';
import { EffortConcentrationType, EffortSpreadType, InvestmentMixType } from './effort-breakdown.types.js';
import { EffortSplitType } from './effort-split.types.js';

/** What is told of a split only where somebody asks for it. */
@Resolver(() => EffortSplitType)
export class EffortSplitResolver {
  constructor(private readonly breakdowns: EffortBreakdowns) {}

  @ResolveField(() => String, {
    description:
      'What the report finds, as one sentence with its numbers: what is furthest off its target and what else is, that all is within its tolerance, or what is missing for a verdict.',
  })
  headline(@Parent() split: EffortSplit) {
    return headlineOf(split);
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Says so where the scheme was published after the last day of the period, and how to get the answer from before; null where it was published in time.',
  })
  schemeNote(@Parent() { scheme, to, asked }: EffortSplit) {
    return asked ? schemeNoteOf(scheme, to, asked.portfolio.timeZone) : null;
  }

  @ResolveField(() => InvestmentMixType, {
    nullable: true,
    description: 'The mix of initiatives, weighted by effort; null of one initiative, and of what is only supposed.',
  })
  async investmentMix(@Parent() split: EffortSplit) {
    const mix = await this.breakdowns.mix(split);
    return (
      mix && {
        ...mix,
        shares: mix.shares.map(({ category: { key, targetPercent, tolerancePoints }, ...share }) => ({
          ...share,
          investmentClass: key,
          targetPercent,
          tolerancePoints,
        })),
      }
    );
  }

  @ResolveField(() => [EffortConcentrationType], {
    nullable: true,
    description:
      "How few initiatives hold most of each category, in the scheme's order, then of what has no category if there is any; null of one initiative, and of what is only supposed.",
  })
  concentration(@Parent() split: EffortSplit, @Context() context: GraphqlContext) {
    return this.breakdowns.concentration(context, split);
  }

  @ResolveField(() => [EffortSpreadType], {
    nullable: true,
    description:
      "Each category in the whole and in the middle of the initiatives, in the scheme's order; null of one initiative, and of what is only supposed.",
  })
  spread(@Parent() split: EffortSplit, @Context() context: GraphqlContext) {
    return this.breakdowns.spread(context, split);
  }
}
