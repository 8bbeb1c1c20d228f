import { Args, Context, ID, Mutation, Parent, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { Viewing } from '../../identity/viewing.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { MuteFinding } from '../commands/mute-finding.js';
import { UnmuteFinding } from '../commands/unmute-finding.js';
import { FindingHistory } from '../queries/finding-history.js';
import type { FindingMute, ListedFinding } from '../queries/finding-list.js';
import { FindingMuteInput, FindingMuteType, FindingPayload, FindingType } from './finding.types.js';

@Resolver(() => FindingType)
export class FindingResolver {
  constructor(
    private readonly muteFinding: MuteFinding,
    private readonly unmuteFinding: UnmuteFinding,
    private readonly initiatives: Initiatives,
    private readonly history: FindingHistory,
  ) {}

  @Mutation(() => FindingPayload, {
    description:
      'Takes a finding out of what is told, for a while and with a reason; it takes PROGRAM_MANAGER or ADMIN. It counts for health as before.',
  })
  async findingMute(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The finding.' }) id: string,
    @Args('input', { type: () => FindingMuteInput, description: 'Why, and until when.' }) input: FindingMuteInput,
  ) {
    const { reason, until } = input;
    return payload(await this.muteFinding.run(viewer, id, { reason, until }), (finding) => ({ finding }));
  }

  @Mutation(() => FindingPayload, {
    description: 'Has a muted finding told again; it takes PROGRAM_MANAGER or ADMIN.',
  })
  async findingUnmute(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The finding.' }) id: string,
  ) {
    return payload(await this.unmuteFinding.run(viewer, id), (finding) => ({ finding }));
  }

  @ResolveField(() => InitiativeType, {
    nullable: true,
    description: 'The initiative it was found of; null for one of the portfolio itself.',
  })
  initiative(@Parent() { initiativeId }: ListedFinding, @Context() context: GraphqlContext) {
    return initiativeId === null ? null : this.initiatives.byId.load(context, initiativeId);
  }

  @ResolveField(() => [FindingMuteType], {
    description: 'All mutes that held at some time while it did, oldest first: when, by whom, why and until when.',
  })
  mutes(@Parent() { id }: ListedFinding, @Context() context: GraphqlContext) {
    return this.history.mutesOf.load(context, id);
  }
}

@Resolver(() => FindingMuteType)
export class FindingMuteResolver {
  constructor(private readonly users: Users) {}

  @ResolveField(() => UserType, { description: 'Who muted it.' })
  mutedBy(@Parent() { mutedById }: FindingMute, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, mutedById);
  }

  @ResolveField(() => UserType, { nullable: true, description: 'Who ended it before its last day was over.' })
  endedBy(@Parent() { endedById }: FindingMute, @Context() context: GraphqlContext) {
    return endedById === null ? null : this.users.byId.load(context, endedById);
  }
}
