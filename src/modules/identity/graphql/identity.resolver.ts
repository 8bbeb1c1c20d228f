import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import { CreateApiToken } from '../commands/create-api-token.js';
import { CreateUser } from '../commands/create-user.js';
import { DeactivateUser } from '../commands/deactivate-user.js';
import { ReactivateUser } from '../commands/reactivate-user.js';
import { RevokeApiToken } from '../commands/revoke-api-token.js';
import { Viewing } from '../viewing.js';
import { ApiTokenCreateInput, UserCreateInput } from './identity.inputs.js';
import { ApiTokenPayload, UserPayload } from './identity.payloads.js';

@Resolver()
export class IdentityResolver {
  constructor(
    private readonly createUser: CreateUser,
    private readonly createApiToken: CreateApiToken,
    private readonly revokeApiToken: RevokeApiToken,
    private readonly deactivateUser: DeactivateUser,
    private readonly reactivateUser: ReactivateUser,
  ) {}

  @Mutation(() => UserPayload, { description: 'Makes a user known to the instance; only an instance admin may.' })
  async userCreate(
    @Viewing() viewer: Viewer,
    @Args('input', { type: () => UserCreateInput, description: 'The user.' }) input: UserCreateInput,
  ) {
    return payload(await this.createUser.run(viewer, input), (user) => ({ user }));
  }

  @Mutation(() => UserPayload, {
    description:
      'Takes API tokens, sessions and roles from a user who left, at once; what the user did stays. Only an instance admin may, and not for themselves.',
  })
  async userDeactivate(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The user.' }) id: string,
  ) {
    return payload(await this.deactivateUser.run(viewer, id), (user) => ({ user }));
  }

  @Mutation(() => UserPayload, {
    description: 'Lets a deactivated user in again, without a role or a token; only an instance admin may.',
  })
  async userReactivate(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The user.' }) id: string,
  ) {
    return payload(await this.reactivateUser.run(viewer, id), (user) => ({ user }));
  }

  @Mutation(() => ApiTokenPayload, {
    description: 'Makes an API token: an instance admin for anybody, everybody else for themselves. It is shown once.',
  })
  async apiTokenCreate(
    @Viewing() viewer: Viewer,
    @Args('input', { type: () => ApiTokenCreateInput, description: 'Whose token, what for and until when.' })
    input: ApiTokenCreateInput,
  ) {
    const { userId, name, expiresOn = null } = input;
    const result = await this.createApiToken.run(viewer, { userId, name, expiresOn });
    return payload(result, ({ token, apiTokenId }) => ({ token, apiTokenId }));
  }

  @Mutation(() => ApiTokenPayload, { description: 'Ends an API token at once. Revoking it again changes nothing.' })
  async apiTokenRevoke(
    @Viewing() viewer: Viewer,
    @Args('apiTokenId', { type: () => ID, description: 'The token.' }) apiTokenId: string,
  ) {
    return payload(await this.revokeApiToken.run(viewer, apiTokenId), (revoked) => ({
      apiTokenId: revoked.apiTokenId,
    }));
  }
}
