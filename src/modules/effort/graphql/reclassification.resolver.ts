import { Context, Parent, Resolver } from '@nestjs/graphql';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { EffortEntries } from '../queries/effort-entries.js';
import { EffortReclassificationType } from './classification.types.js';
import { EffortEntryType } from './effort-entry.types.js';

@Resolver(() => EffortReclassificationType)
export class ReclassificationResolver {
  constructor(private readonly entries: EffortEntries) {}

  @ResolveField(() => EffortEntryType, { description: 'The entry as it was classified.' })
  entry(@Parent() { entryId }: EffortReclassificationType, @Context() context: GraphqlContext) {
    return this.entries.byId.load(context, entryId);
  }
}
