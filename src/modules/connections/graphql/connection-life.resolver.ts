import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import { Viewing } from '../../identity/viewing.js';
import { DeleteConnection } from '../commands/delete-connection.js';
import { RotateConnectionSecret } from '../commands/rotate-connection-secret.js';
import { SetConnectionCredential } from '../commands/set-connection-credential.js';
import { SetConnectionPaused } from '../commands/set-connection-paused.js';
import { IntegrationConnectionPayload, IntegrationConnectionType } from './connection.types.js';

@Resolver(() => IntegrationConnectionType)
export class ConnectionLifeResolver {
  constructor(
    private readonly setPaused: SetConnectionPaused,
    private readonly rotateSecret: RotateConnectionSecret,
    private readonly setCredential: SetConnectionCredential,
    private readonly deleteConnection: DeleteConnection,
  ) {}

  @Mutation(() => IntegrationConnectionPayload, {
    description:
      'Pauses a connection or resumes it; it takes ADMIN. What comes in meanwhile is kept, and applied once resumed.',
  })
  async integrationConnectionSetPaused(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The connection.' }) id: string,
    @Args('paused', { type: () => Boolean, description: 'True pauses it, false resumes it.' }) paused: boolean,
  ) {
    return payload(await this.setPaused.run(viewer, id, paused), (connection) => ({ connection }));
  }

  @Mutation(() => IntegrationConnectionPayload, {
    description:
      'Gives the hook of a connection another secret, told this once; it takes ADMIN. The old one holds for 24 hours more.',
  })
  async integrationConnectionRotateSecret(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The connection.' }) id: string,
    @Args('secret', { type: () => String, nullable: true, description: 'The new one; left out: it is made.' })
    secret?: string | null,
  ) {
    const rotated = await this.rotateSecret.run(viewer, id, secret ?? null);
    return payload(rotated, ({ connection, secret: told }) => ({ connection, secret: told }));
  }

  @Mutation(() => IntegrationConnectionPayload, {
    description: 'Gives a connection the API token by which its tool is asked; it takes ADMIN. It is never told again.',
  })
  async integrationConnectionSetCredential(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The connection.' }) id: string,
    @Args('credential', {
      type: () => String,
      nullable: true,
      description: 'The token; null takes it away, and the tool is not asked any more.',
    })
    credential?: string | null,
  ) {
    return payload(await this.setCredential.run(viewer, id, credential ?? null), (connection) => ({ connection }));
  }

  @Mutation(() => IntegrationConnectionPayload, {
    description:
      'Ends a connection for good; it takes ADMIN. Its hook answers 410, which makes tools give up; what was taken in stays.',
  })
  async integrationConnectionDelete(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The connection.' }) id: string,
  ) {
    return payload(await this.deleteConnection.run(viewer, id), (deleted) => deleted);
  }
}
