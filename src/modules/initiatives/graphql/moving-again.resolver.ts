import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import { Viewing } from '../../identity/viewing.js';
import { MoveAgain } from '../commands/move-again.js';
import { InitiativePayload } from './initiative.payloads.js';

@Resolver()
export class MovingAgainResolver {
  constructor(private readonly moveAgain: MoveAgain) {}

  @Mutation(() => InitiativePayload, {
    description:
      'Lets an initiative that is ON_HOLD move again, with a reason; it takes PROGRAM_MANAGER or GATEKEEPER. A breached condition stays open.',
  })
  async initiativeResume(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The initiative.' }) id: string,
    @Args('reason', { type: () => String, description: 'Why, 1 to 4,000 characters.' }) reason: string,
  ) {
    return payload(await this.moveAgain.resume(viewer, id, reason), (initiative) => ({ initiative }));
  }

  @Mutation(() => InitiativePayload, {
    description: 'Lets a KILLED initiative live again, at the stage it stood in, with a reason; it takes ADMIN.',
  })
  async initiativeReopen(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The initiative.' }) id: string,
    @Args('reason', { type: () => String, description: 'Why, 1 to 4,000 characters.' }) reason: string,
  ) {
    return payload(await this.moveAgain.reopen(viewer, id, reason), (initiative) => ({ initiative }));
  }
}
