import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { HealthEnum } from '../../initiatives/graphql/initiative.enums.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { Insights } from './insights.js';
import { FindingType } from './finding.types.js';

@Resolver(() => InitiativeType)
export class InitiativeFindingsResolver {
  constructor(private readonly insights: Insights) {}

  @ResolveField(() => HealthEnum, { description: 'How it goes, by what the rules find; muted findings count too.' })
  async health(@Parent() initiative: Initiative, @Context() context: GraphqlContext) {
    return (await this.insights.ofInitiative.load(context, initiative.id)).health;
  }

  @ResolveField(() => String, { description: 'Why its health is what it is, in a sentence.' })
  async healthReason(@Parent() initiative: Initiative, @Context() context: GraphqlContext) {
    return (await this.insights.ofInitiative.load(context, initiative.id)).reason;
  }

  @ResolveField(() => [FindingType], {
    description: 'What needs somebody, as the rules find it now, the gravest first; empty for one that has ended.',
  })
  async attention(
    @Parent() initiative: Initiative,
    @Context() context: GraphqlContext,
    @Args('includeMuted', {
      type: () => Boolean,
      nullable: true,
      defaultValue: false,
      description: 'Whether to tell of muted ones too.',
    })
    includeMuted: boolean | null,
  ) {
    const findings = await this.insights.findingsOf.load(context, initiative.id);
    return includeMuted ? findings : findings.filter(({ mute }) => mute === null);
  }

  @ResolveField(() => [FindingType], {
    description:
      'All findings there ever were of it, those that cleared too, each as it was said last; the one raised last first.',
  })
  findingHistory(@Parent() initiative: Initiative, @Context() context: GraphqlContext) {
    return this.insights.historyOf.load(context, initiative.id);
  }
}
