import { Context, Parent, Resolver } from '@nestjs/graphql';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { EffortEntries, type EffortEntry } from '../queries/effort-entries.js';
import { LateEfforts } from '../queries/late-efforts.js';
import { EffortEntryType } from './effort-entry.types.js';
import { LateEffortType } from './late-effort.types.js';

@Resolver(() => EffortEntryType)
export class EffortEntryResolver {
  constructor(
    private readonly entries: EffortEntries,
    private readonly initiatives: Initiatives,
    private readonly late: LateEfforts,
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

  @ResolveField(() => LateEffortType, {
    nullable: true,
    description: 'The late entry by which it came into the ledger; null for what came in time.',
  })
  lateEffort(@Parent() entry: EffortEntry, @Context() context: GraphqlContext) {
    return entry.lateId === null ? null : this.late.byId.load(context, entry.lateId);
  }
}
