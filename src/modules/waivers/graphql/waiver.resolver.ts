import { Args, Context, ID, Mutation, Parent, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { Viewing } from '../../identity/viewing.js';
import { DecideWaiver } from '../commands/decide-waiver.js';
import { RequestWaiver } from '../commands/request-waiver.js';
import { RevokeWaiver } from '../commands/revoke-waiver.js';
import type { Waiver } from '../queries/waivers.js';
import { WaiverDecideInput, WaiverRequestInput } from './waiver.inputs.js';
import { WaiverPayload, WaiverType } from './waiver.types.js';

@Resolver(() => WaiverType)
export class WaiverResolver {
  constructor(
    private readonly requestWaiver: RequestWaiver,
    private readonly decideWaiver: DecideWaiver,
    private readonly revokeWaiver: RevokeWaiver,
    private readonly users: Users,
  ) {}

  @Mutation(() => WaiverPayload, {
    description:
      'Asks a gatekeeper to let a criterion go unmet for a while; it takes PROGRAM_MANAGER. One waiver of a criterion at a time.',
  })
  async waiverRequest(
    @Viewing() viewer: Viewer,
    @Args('initiativeId', { type: () => ID, description: 'The initiative.' }) initiativeId: string,
    @Args('criterionKey', { type: () => String, description: 'The criterion, at whichever gate of its template.' })
    criterionKey: string,
    @Args('input', { type: () => WaiverRequestInput, description: 'Why, until when, and what is done instead.' })
    input: WaiverRequestInput,
  ) {
    const { reason, compensatingControl, expiresOn } = input;
    const request = { reason, compensatingControl, expiresOn };
    return payload(await this.requestWaiver.run(viewer, initiativeId, criterionKey, request), (waiver) => ({ waiver }));
  }

  @Mutation(() => WaiverPayload, {
    description: 'Approves or denies a waiver, once; it takes GATEKEEPER, and somebody else than who requested it.',
  })
  async waiverDecide(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The waiver.' }) id: string,
    @Args('input', { type: () => WaiverDecideInput, description: 'What the gatekeeper makes of it.' })
    input: WaiverDecideInput,
  ) {
    const { approve, comment } = input;
    return payload(await this.decideWaiver.run(viewer, id, { approve, comment }), (waiver) => ({ waiver }));
  }

  @Mutation(() => WaiverPayload, {
    description:
      'Takes a waiver back that is pending or in force; it takes PROGRAM_MANAGER or GATEKEEPER. The criterion speaks for itself again at once.',
  })
  async waiverRevoke(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The waiver.' }) id: string,
    @Args('reason', { type: () => String, description: 'Why, 1 to 4,000 characters.' }) reason: string,
  ) {
    return payload(await this.revokeWaiver.run(viewer, id, reason), (waiver) => ({ waiver }));
  }

  @ResolveField(() => UserType, { description: 'Who requested it.' })
  requestedBy(@Parent() waiver: Waiver, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, waiver.requestedById);
  }

  @ResolveField(() => UserType, { nullable: true, description: 'Who approved or denied it; null before that.' })
  decidedBy(@Parent() waiver: Waiver, @Context() context: GraphqlContext) {
    return waiver.decidedById === null ? null : this.users.byId.load(context, waiver.decidedById);
  }

  @ResolveField(() => UserType, { nullable: true, description: 'Who took it back; null where nobody did.' })
  revokedBy(@Parent() waiver: Waiver, @Context() context: GraphqlContext) {
    return waiver.revokedById === null ? null : this.users.byId.load(context, waiver.revokedById);
  }
}
