import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { EffortEntries, type EffortEntry } from '../queries/effort-entries.js';
import { EffortEntryType } from './effort-entry.types.js';

@Resolver(() => EffortEntryType)
export class EffortEntryResolver {
  constructor(
    private readonly entries: EffortEntries,
    private readonly initiatives: Initiatives,
  ) {}

  @ResolveField(() => InitiativeType, { description: 'The initiative that was worked on.' })
  initiative(@Parent() entry: EffortEntry, @Context() context: GraphqlContext) {
    return this.initiatives.byId.load(context, entry.initiativeId);
  }

  @ResolveField(() => EffortEntryType, {
    nullable: true,
    description: 'The entry this one takes back, its personDays being negative; null for all others.',
  })
  reverses(@Parent() entry: EffortEntry, @Context() context: GraphqlContext) {
    return entry.reversesId === null ? null : this.entries.byId.load(context, entry.reversesId);
  }
}
