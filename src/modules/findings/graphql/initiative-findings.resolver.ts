import { Args, Context, Int, Parent, Resolver } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import { healthDifference } from '../../../domain/findings/health-difference.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { StatusUpdates } from '../../conversation/queries/status-updates.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { HealthEnum } from '../../initiatives/graphql/initiative.enums.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { Insights } from './insights.js';
import { FindingConnection, FindingType } from './finding.types.js';

@Resolver(() => InitiativeType)
export class InitiativeFindingsResolver {
  constructor(
    private readonly insights: Insights,
    private readonly updates: StatusUpdates,
  ) {}

  @ResolveField(() => HealthEnum, { description: 'How it goes, by what the rules find; muted findings count too.' })
  async health(@Parent() initiative: Initiative, @Context() context: GraphqlContext) {
    return (await this.insights.ofInitiative.load(context, initiative.id)).health;
  }

  @ResolveField(() => String, { description: 'Why its health is what it is, in a sentence.' })
  async healthReason(@Parent() initiative: Initiative, @Context() context: GraphqlContext) {
    return (await this.insights.ofInitiative.load(context, initiative.id)).reason;
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Where the status update posted last says another health than the rules: a sentence with both; null where they agree.',
  })
  async healthDifference(@Parent() initiative: Initiative, @Context() context: GraphqlContext) {
    const told = await this.updates.latestOf.load(context, initiative.id);
    return healthDifference(told?.health ?? null, await this.insights.ofInitiative.load(context, initiative.id));
  }

  @ResolveField(() => [FindingType], {
    description:
      'What needs somebody, as the rules find it now or found it then, the gravest first; empty for one that has ended.',
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
    @Args('asOf', { type: () => DateTimeScalar, nullable: true, description: 'As it was known then; null: now.' })
    asOf?: Instant | null,
  ) {
    const findings = await this.insights.findingsOf.load(context, initiative.id, { asOf: asOf ?? null });
    return includeMuted ? findings : findings.filter(({ mute }) => mute === null);
  }

  @ResolveField(() => FindingConnection, {
    description:
      'All findings there ever were of it, those that cleared too, each as it was said last; the one raised last first.',
  })
  findingHistory(
    @Parent() initiative: Initiative,
    @Context() context: GraphqlContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    return this.insights.historyOf(context, initiative.id, { first: pageSize(first), after: after ?? null });
  }
}
